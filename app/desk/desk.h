// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/redaction.h"
#include "app/domain/commands.h"
#include "app/domain/entry.h"
#include "app/domain/history.h"
#include "app/domain/refusal.h"
#include "app/domain/situation.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace tridesk {

class Journal;
class HistoryKeeper;
class DeskEngine;
class Link;
class WorkerThread;
struct FoldedEntry;

/// What a request led to once it is durable: its entries, in order (none where nothing had to change), or a
/// refusal.
using Outcome = Result<QList<Entry>>;

/// Makes the journal on the thread that will use it; on failure says why in one line.
using JournalFactory = std::function<std::expected<std::unique_ptr<Journal>, QString>()>;

/// Asked of a journal on its own thread, with the situation as of its newest entry; null where none is open
/// on this machine.
using JournalLook = std::function<void(Journal*, const Situation&)>;

/// The service that every seat and every way in talks to; one for each process and data folder. Requests are
/// decided and stored on a thread of its own, one after the other, against the newest entries of all
/// processes. The situation held here is the GUI thread's copy and changes only between two of its events,
/// each time followed by changed(). Lives in, and is called from, one thread (the GUI's, or the gateway's
/// main one). Never blocks but in its destructor.
class Desk : public QObject {
    Q_OBJECT

public:
    /// `bell` is the file whose change tells of other processes' entries; empty for a journal nobody else
    /// has.
    Desk(JournalFactory factory, QString bell, std::shared_ptr<const Clock> clock,
         std::shared_ptr<IdSource> ids, QObject* parent = nullptr);
    /// On another engine: over a line (app/link), say.
    Desk(std::unique_ptr<DeskEngine> engine, std::shared_ptr<const Clock> clock, QObject* parent = nullptr);
    ~Desk() override;

    /// Opens the journal and folds it; then ready(), or failed() and nothing more.
    void start();

    [[nodiscard]] const Situation& situation() const { return m_situation; }
    [[nodiscard]] const Clock& clock() const { return *m_clock; }
    [[nodiscard]] bool isReady() const { return m_ready; }
    [[nodiscard]] bool isReplay() const; ///< shows another time and takes no command (app/replay)

    /// Asks for a change. The future is fulfilled in order of submission, once the entries are durable and
    /// folded into situation(). Give the same `id` to ask again for what may have been done already.
    QFuture<Outcome> submit(const Actor& actor, Command command, std::optional<Instant> happenedAt = {},
                            RequestId id = {});

    /// All entries about one incident, its orders among them, oldest first.
    QFuture<QList<Entry>> history(const IncidentId& incident);

    /// Incidents that may have been at a place or of a caller before (historyOf() looks at them again). Found
    /// on a thread of its own, whose index is made at the first question.
    QFuture<HistoryIndex::Hits> earlier(const Place& place, const QList<Caller>& callers);

    /// Has the journal looked at; called on its thread, after what was submitted before.
    void look(JournalLook look);

    /// The line to the gateway; null: the journal is on this machine.
    [[nodiscard]] Link* link() const { return m_link.get(); }

    /// Notes that a seat was shown, or acknowledged, the state as of entry `seq` (product.md, "As known
    /// then").
    void noteShown(const Actor& actor, qint64 fromSeq, qint64 toSeq,
                   ReceiptStage stage = ReceiptStage::Shown);

Q_SIGNALS:
    void ready();
    void failed(const QString& why);
    void changed(const tridesk::Changes& changes);
    /// The journal could not take an entry, or can again (why is empty then).
    void storageTrouble(const QString& why);

private:
    friend class SeatDesk;

    void joinLink();
    void adopt(const Situation& situation);
    void takeIn(const QList<FoldedEntry>& entries);
    void noteReceived(qint64 fromSeq, qint64 toSeq);

    std::shared_ptr<const Clock> m_clock;
    DeskEngine* m_engine; ///< lives on m_thread, deleted there
    std::unique_ptr<WorkerThread> m_thread;
    std::unique_ptr<HistoryKeeper> m_earlier; ///< null until somebody asks
    std::unique_ptr<Link> m_link;
    Situation m_situation;
    QList<Actor> m_seats; ///< whose windows this desk feeds
    bool m_ready = false;
};

/// A desk as one seat sees it: what the windows get instead of the Desk. Same thread rules.
class SeatDesk : public QObject {
    Q_OBJECT

public:
    SeatDesk(Desk& desk, Actor actor, QObject* parent = nullptr);
    ~SeatDesk() override;

    [[nodiscard]] const Actor& actor() const { return m_eyes.actor; }
    /// What decides what is seen here, for those who look on another thread.
    [[nodiscard]] const Eyes& eyes() const { return m_eyes; }
    /// Another user takes the seat over, who has opened nothing yet. Nothing is journalled by this: close the
    /// seat before, open it after.
    void setActor(const Actor& actor);
    [[nodiscard]] const Situation& situation() const { return m_desk.situation(); }
    [[nodiscard]] Instant now() const { return m_desk.clock().now(); }
    [[nodiscard]] Link* link() const { return m_desk.link(); }

    QFuture<Outcome> submit(Command command);
    QFuture<QList<Entry>> history(const IncidentId& incident);
    QFuture<HistoryIndex::Hits> earlier(const Place& place, const QList<Caller>& callers);
    void noteShown(qint64 fromSeq, qint64 toSeq) { m_desk.noteShown(actor(), fromSeq, toSeq); }

    /// The same question that submit() will ask, for greying a button: permission first, then the domain's.
    [[nodiscard]] Result<void> may(const Command& command) const;
    [[nodiscard]] bool maySee(const Incident& incident) const;
    [[nodiscard]] bool maySee(const Unit& unit) const;
    [[nodiscard]] bool maySee(const Plot& plot) const;
    [[nodiscard]] bool maySee(const Footage& footage) const; ///< and play it (app/access/watching.h)
    /// The feed's picture, now; whether it may be opened is may(BeginView).
    [[nodiscard]] bool maySee(const VideoFeed& feed) const;

    /// How much of an incident may be read here, and the incident as it may be: what every view shows.
    [[nodiscard]] Sight sight(const Incident& incident) const;
    [[nodiscard]] Incident shown(const Incident& incident) const;
    [[nodiscard]] bool knowsCallers(const Incident& incident) const;
    [[nodiscard]] bool mayRead(const Message& message) const;
    /// The look at a sensitive incident is on record: from now on this user reads it.
    void noteOpened(const IncidentId& incident);
    /// Visitors stand before the screen, or have gone.
    void setWall(bool wall);
    [[nodiscard]] bool isWall() const { return m_eyes.wall; }
    [[nodiscard]] bool isReplay() const { return m_desk.isReplay(); }

Q_SIGNALS:
    void changed(const tridesk::Changes& changes);

private:
    Desk& m_desk;
    Eyes m_eyes;
};

} // namespace tridesk
