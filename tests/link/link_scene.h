// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/token_store.h"
#include "app/access/user_store.h"
#include "app/desk/link.h"
#include "app/field/ways_in.h"
#include "app/journal/sql.h"
#include "app/link/link_engine.h"
#include "tests/support/cut_proxy.h"
#include "tests/support/live_desk.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tridesk::test {

inline const QString userPassword = QStringLiteral("correct horse"); ///< everybody's

/// A desk with its ways in, and a token for the seat field:1A12; a line that can be cut stands before it.
struct Gateway {
    LiveDesk live;
    std::unique_ptr<WaysIn> ways;
    CutProxy line;
    QByteArray token;

    Gateway() {
        HttpOptions options;
        options.retry = std::chrono::milliseconds(50);
        const QString folder = QFileInfo(live.file(QStringLiteral("x"))).path();
        token = grant(QStringLiteral("car-1A12"), QStringLiteral("seat:field:1A12"));
        ways = std::make_unique<WaysIn>(folder, options, live.desk(), live.fixes());
        ways->start();
        if (!QTest::qWaitFor([&] { return !ways->http().url().isEmpty(); }, 60'000))
            qFatal("the gateway does not listen");
        line.setTarget(ways->http().url());
    }
    ~Gateway() { ways.reset(); }

    QByteArray grant(const QString& name, const QString& scope) {
        const QString folder = QFileInfo(live.file(QStringLiteral("x"))).path();
        const auto store = TokenStore::open(folder);
        return store ? (*store)->add(name, {scope}, Instant()).value_or(QString()).toLatin1() : QByteArray();
    }
    /// The store of its users, as the administrator's program opens it.
    [[nodiscard]] std::unique_ptr<UserStore> users() {
        return std::move(*UserStore::open(QFileInfo(live.file(QStringLiteral("x"))).path(),
                                          std::chrono::seconds(3), HashCost::least()));
    }
    /// Somebody who may sit at a station, with everybody's password.
    void addUser(QStringView login, Role role = Role::DutyOfficer, QStringView seats = u"station:ST01") {
        QVERIFY(users()->add({.login = must(Login::parse(login)),
                              .name = {},
                              .role = role,
                              .seats = {must(SeatRule::parse(seats))}},
                             userPassword));
    }
    /// How many sign-ins of theirs it has, that were not signed out.
    [[nodiscard]] qint64 sessionsOf(const QString& login) const {
        const auto file = SqlDatabase::open(live.file(QStringLiteral("access.db")),
                                            SqlDatabase::Access::ReadOnly, std::chrono::seconds(3));
        return (*file)->scalar("SELECT count(*) FROM session WHERE login = ?", {login})->toLongLong();
    }
    [[nodiscard]] const Unit& unit(QStringView id) const {
        return *live.situation().units().find(code<UnitId>(id));
    }
    /// An order to 1A12 that it may see.
    OrderId order(const IncidentId& incident) {
        live.ask(u"bureau", IssueOrder{.incident = incident,
                                       .to = code<UnitId>(u"1A12"),
                                       .role = OrderRole::Primary,
                                       .text = QStringLiteral("go"),
                                       .overrideReason = {}});
        live.pass(std::chrono::seconds(7)); // beyond the recall
        return live.ordersOf(incident).constLast();
    }
    /// How often the journal says so of an incident, by the crew itself.
    qsizetype count(const IncidentId& incident, const QString& kind) {
        return live.kinds(incident).count(kind);
    }
};

/// A terminal, a crew's where nothing else is said, with a folder of its own, and a clock that may be wrong.
struct Terminal {
    QTemporaryDir folder;
    std::shared_ptr<ManualClock> own = std::make_shared<ManualClock>();
    std::shared_ptr<LinkClock> clock;
    std::unique_ptr<Desk> desk;
    QString failure;
    LinkOptions options;

    explicit Terminal(const QUrl& url, const QByteArray& token, QStringView seat = u"field:1A12") {
        options.gateway = url;
        options.token = token;
        options.seat = must(Seat::parse(seat));
        options.fixesEvery = std::chrono::milliseconds(50);
        options.hold = std::chrono::seconds(5);
        options.firstPause = std::chrono::milliseconds(20);
        options.longestPause = std::chrono::milliseconds(100);
        start();
    }

    void start() {
        clock = std::make_shared<LinkClock>(own);
        desk = std::make_unique<Desk>(std::make_unique<LinkEngine>(options,
                                                                   folder.filePath(QStringLiteral("link.db")),
                                                                   clock, std::make_shared<RandomIds>()),
                                      clock);
        QObject::connect(desk.get(), &Desk::failed, desk.get(),
                         [this](const QString& why) { failure = why; });
        desk->start();
        if (!QTest::qWaitFor([&] { return desk->isReady() || !failure.isEmpty(); }, 60'000))
            qFatal("the terminal does not start");
    }
    void restart() {
        desk.reset();
        start();
    }

    [[nodiscard]] const LinkState& link() const { return desk->link()->state(); }
    [[nodiscard]] const Situation& situation() const { return desk->situation(); }
    [[nodiscard]] bool isUp() const {
        return QTest::qWaitFor([&] { return link().isUp; }, 60'000);
    }
    [[nodiscard]] bool isLost() const {
        return QTest::qWaitFor([&] { return !link().isUp; }, 60'000);
    }
    [[nodiscard]] bool isSent() const {
        return QTest::qWaitFor([&] { return link().isUp && link().waiting == 0; }, 60'000);
    }
    /// Everything that the other desk has told this seat is here.
    [[nodiscard]] bool knows(const std::function<bool(const Situation&)>& what) const {
        return QTest::qWaitFor([&] { return what(situation()); }, 60'000);
    }
    [[nodiscard]] const Unit* unit() const { return situation().units().find(code<UnitId>(u"1A12")); }
    [[nodiscard]] const Order* order(const OrderId& id) const { return situation().orders().find(id); }
    [[nodiscard]] bool stands(const OrderId& id, OrderStage stage) const {
        return QTest::qWaitFor([&] { return order(id) && order(id)->stage == stage; }, 60'000);
    }

    Outcome ask(const Command& command) {
        const QFuture<Outcome> outcome = desk->submit(actor(options.seat.toString()), command);
        return QTest::qWaitFor([&] { return outcome.isFinished(); }, 60'000)
                   ? outcome.result()
                   : Outcome(refuse(RefusalCode::Storage, QStringLiteral("no answer")));
    }
    Outcome advance(const OrderId& id, OrderStage to, const QString& text = {}) {
        return ask(AdvanceOrder{.order = id, .to = to, .text = text, .disposition = {}});
    }
};

} // namespace tridesk::test
