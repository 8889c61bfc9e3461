// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/command_executor.h"
#include "app/journal/journal_watch.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace tridesk {

/// A journal on a server, as a console reaches it.
struct ServerAccess {
    /// Signs in, on the session's thread. Refused: the server is there and does not let this account in.
    std::function<std::expected<std::unique_ptr<Journal>, JournalFault>()> open;
    QString bell;                 ///< tells that it may have grown (journal_watch.h)
    Milliseconds firstPause{250}; ///< before a lost server is tried again; doubled each time
    Milliseconds longestPause{5'000};
    Milliseconds verdict{2'000}; ///< how long a command waits for the server's word before it is taken here
};

/// What the server's desk said to a command.
struct ServerAnswer {
    RequestId request;
    Outcome outcome;
};

/// The line of a console straight to the journal on a server, on a thread of its own, where it may wait for
/// as long as the server lets it. Follows the journal from where the console's copy ends, and decides
/// commands there. Whatever fails ends the session, told once as lost(); again() follows after a pause that
/// grows. What was asked of a session that ended is not answered: it may be in or not, and is to be asked
/// again with its id.
class ServerSession : public QObject {
    Q_OBJECT

public:
    enum class Loss {
        Away,       ///< no answer, or none in time
        TurnedAway, ///< it is there, and does not let this account in
        Another     ///< it holds another journal than the copy, or an older state of it
    };
    Q_ENUM(Loss)

    ServerSession(ServerAccess access, std::shared_ptr<const Clock> clock, std::shared_ptr<IdSource> ids);
    ~ServerSession() override;

    // Called on its thread.
    /// Begins a session where the copy ends, which `base` is the fold of. Told a page at a time by
    /// advanced(), each after the former has been asked on with readOn(), and at last by up().
    void follow(const Situation& base, const JournalHead& head);
    void readOn();
    /// In order; of those that come together each step takes many. Told by advanced(), then answered().
    void carryOut(const QList<Request>& requests);
    /// Told by recorded().
    void record(const QList<Receipt>& receipts, int ticket);

Q_SIGNALS:
    /// Durable there, in the journal's order, each once in a session. `isLast`: there is no more now.
    void advanced(const QList<tridesk::FoldedEntry>& entries, bool isLast);
    void up();
    void answered(const QList<tridesk::ServerAnswer>& answers);
    void recorded(int ticket);
    void lost(const QString& why, tridesk::ServerSession::Loss loss);
    void again();

private:
    void takeBatch();
    void takeFault(const JournalFault& fault, const QList<Request>& batch);
    void listen();
    void hear();
    void lose(const JournalFault& fault, Loss loss);
    [[nodiscard]] Loss lossOf(const JournalFault& fault) const;

    ServerAccess m_access;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<IdSource> m_ids;
    std::unique_ptr<Journal> m_journal;          ///< null: no session
    std::unique_ptr<CommandExecutor> m_executor; ///< of the journal
    std::unique_ptr<JournalWatch> m_watch;
    QTimer m_again;
    Milliseconds m_pause;
    QList<Request> m_waiting;
    RequestId m_refusedOnce;  ///< by the server itself, right before this session
    bool m_isUp = false;      ///< everything has been told that was there
    bool m_isReading = false; ///< a page was told, and the next one has not been asked for
    bool m_batchComing = false;
    bool m_singly = false;   ///< one of several was refused by the server itself: which?
    bool m_mayHurry = false; ///< it is away: once it rings it is there again
};

} // namespace tridesk
