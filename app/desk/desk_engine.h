// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/folded_entry.h"
#include "app/desk/link.h"

#include <QPromise>

namespace tridesk {

class JournalReader;

/// The desk's other half, on a thread of its own: decides and stores, on the journal of this machine
/// (desk_worker.h) or over a line to another's (app/link). What it tells is delivered to the desk's thread.
/// The futures of a batch are fulfilled by the desk once it has folded the batch's entries.
class DeskEngine : public QObject {
    Q_OBJECT

public:
    struct Asked {
        Request request; ///< without an id, unless the asker gave one so that it may ask twice
        std::shared_ptr<QPromise<Outcome>> promise;
    };

    struct Settled {
        std::shared_ptr<QPromise<Outcome>> promise;
        Outcome outcome;
    };

    /// Whether commands go over a line, so that there is something to tell with linked().
    [[nodiscard]] virtual bool isLinked() const { return false; }

    /// Whether what it holds is of another time and nothing is taken: each command is refused as Replayed.
    [[nodiscard]] virtual bool isReplay() const { return false; }

    // Called on the engine's thread.
    virtual void open() = 0;
    virtual void ask(const Asked& asked) = 0;
    virtual void history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) = 0;
    virtual void note(const Receipt& receipt) = 0; ///< an empty range says nothing
    virtual void look(const JournalLook& look) = 0;
    /// The crew has read of a command that was refused late: it need not be shown any more.
    virtual void dismiss(const RequestId& request) { Q_UNUSED(request) }
    /// The journal behind the line is to be followed although it is another one (LinkState::strayed).
    virtual void beginAnew() {}
    /// Who works at a linked seat (Link).
    virtual void letIn(const LinkComer& comer) { Q_UNUSED(comer) }
    virtual void setSitting(const QString& login) { Q_UNUSED(login) }
    virtual void giveUp(const QString& login) { Q_UNUSED(login) }

Q_SIGNALS:
    void opened(const tridesk::Situation& situation);
    void failed(const QString& why);
    /// Entries that are durable, of this process and of others, in order; and what the requests among them
    /// came to.
    void advanced(const QList<tridesk::FoldedEntry>& entries,
                  const QList<tridesk::DeskEngine::Settled>& settled);
    /// A step could not be stored; empty once one could again.
    void storageTrouble(const QString& why);
    void linked(const tridesk::LinkState& state);
    void sessionEnded(const QString& login, tridesk::SessionStand why);
};

} // namespace tridesk
