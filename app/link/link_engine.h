// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk_engine.h"
#include "app/domain/decide.h"
#include "app/journal/link_store.h"
#include "app/link/link_clock.h"
#include "app/link/link_options.h"
#include "app/link/seat_page.h"

#include <QHash>
#include <QSet>
#include <QTimer>

#include <vector>

namespace tridesk {

class LinkLine;

/// The engine of a terminal: the journal is behind a gateway on another machine, and the line to it may be
/// lost for hours. Three layers, each a fold on the one below:
///
///     shown    what windows see: base, and the outbox decided on top of it
///     outbox   what was asked for here and the gateway has not answered, in order, on the disk
///     base     the fold of this seat's part of the journal, as it came, on the disk
///
/// A command is decided here at once; if that refuses it, so be it. Else it is kept, shown, and sent. The
/// gateway decides it again against the newest; what it brought about comes with the entries, and in the same
/// step the command leaves the outbox. So nothing is lost, and nothing there twice: the request's id says
/// whether it was done. What the gateway refuses after it was shown as done is kept until the crew has read
/// of it.
///
/// Where people sign in, each command is sent with the session of the one who gave it, and with no other: it
/// waits for that one where there is none, while others' go on. An emergency waits for nobody; without a
/// session it is the machine's. Whose right to sit here was withdrawn has what waits put before the room.
class LinkEngine final : public DeskEngine {
    Q_OBJECT

public:
    /// `file` is the terminal's own (LinkStore).
    LinkEngine(LinkOptions options, QString file, std::shared_ptr<LinkClock> clock,
               std::shared_ptr<IdSource> ids);
    ~LinkEngine() override;

    [[nodiscard]] bool isLinked() const override { return true; }
    void open() override;
    void ask(const Asked& asked) override;
    void history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) override;
    void note(const Receipt& receipt) override;
    void look(const JournalLook& look) override { look(nullptr, m_shown); }
    void dismiss(const RequestId& request) override;
    void letIn(const LinkComer& comer) override;
    void setSitting(const QString& login) override;
    void giveUp(const QString& login) override;

private:
    using Promise = std::shared_ptr<QPromise<Outcome>>;

    struct Waiting {
        Request request;
        bool isSigned = false;               ///< by somebody who has signed in; else it is the machine's
        QList<Entry> entries = {};           ///< what it came to here
        std::optional<qint64> answered = {}; ///< done at the gateway, up to this entry, which is not here yet
        Promise promise = {};                ///< somebody waits to hear
        QTimer* verdict = nullptr;           ///< for as long
    };

    [[nodiscard]] std::expected<void, JournalFault> load();
    void join();
    [[nodiscard]] Decision decideHere(const Request& request) const;
    [[nodiscard]] QList<FoldedEntry> foldHere(const Request& request, const QList<Fact>& facts);
    void keep(const Asked& asked, const Request& request, const QList<Fact>& facts);
    void standAnew();
    void sendNext();
    [[nodiscard]] QByteArray sessionOf(const Waiting& item) const;
    [[nodiscard]] bool maySend(const Waiting& item) const;
    void takeSignIn(const SeatSignIn& signIn);
    [[nodiscard]] static Refusal withdrawnRefusal();
    void endSession(const QString& login, const QByteArray& session, SessionStand why);
    void refuseAllOf(const QString& login, const Refusal& refusal);
    void endIdleSessions();
    [[nodiscard]] QStringList unheard() const;
    void takePage(const SeatPage& page);
    [[nodiscard]] std::expected<std::optional<QList<Entry>>, JournalFault> growth(const SeatPage& page);
    void grow(const QList<Entry>& fresh, bool shownToo);
    [[nodiscard]] bool foldBaseAnew();
    void startOver();
    void takeAnswer(const RequestId& id, const std::expected<qint64, Refusal>& answer);
    void takeRefusal(Waiting& item, const Refusal& refusal);
    void noteHeard(Instant at);
    void lose(bool turnedAway, const QString& why);
    void settle(Waiting& item, const Outcome& outcome);
    void settleHere(Waiting& item);
    void erase(const RequestId& id);
    [[nodiscard]] Waiting* find(const RequestId& id);
    [[nodiscard]] bool hasEmergency() const;
    void tellLink();
    bool report(const std::expected<void, JournalFault>& done);
    void followOn();

    LinkOptions m_options;
    QString m_file;
    std::shared_ptr<LinkClock> m_clock;
    std::shared_ptr<IdSource> m_ids;
    std::unique_ptr<LinkStore> m_store;
    LinkLine* m_line = nullptr; ///< of this engine's thread, once it is open
    LinkHead m_head;
    Situation m_base;
    Situation m_shown;
    std::vector<Waiting> m_outbox;
    QList<LateRefusal> m_refused;
    Unsent m_unsent;
    QHash<QString, QByteArray> m_sessions; ///< by login
    QSet<QString> m_people;                ///< who has signed in, here or there, and may still act
    QSet<QString> m_withdrawn;             ///< may not act here any more, until let in again
    QSet<QString> m_coming;                ///< let in, and sitting or about to
    QString m_sitting;
    QByteArray m_followed; ///< the session that the last question was asked with
    QByteArray m_sent;     ///< and the last command
    QString m_turnedAway;
    Instant m_heardKept; ///< what of heardAt is on the disk
    qint64 m_seen = 0;   ///< the newest entry of the journal that was on the screen
    bool m_troubled = false;
    bool m_isTried = false;
};

} // namespace tridesk
