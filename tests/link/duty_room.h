// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/link/link_gate.h"
#include "tests/link/link_scene.h"

namespace tridesk::test {

/// A station's terminal at which people sign in, one after the other, as its console lets them.
struct DutyRoom : Terminal {
    std::unique_ptr<LinkGate> gate;
    std::optional<User> sitting;

    DutyRoom(const QUrl& url, const QByteArray& token, QStringView seat = u"station:ST01")
        : Terminal(url, token, seat) {
        openGate();
    }
    /// The machine goes off and on: nobody sits there.
    void restart() {
        gate.reset();
        Terminal::restart();
        sitting.reset();
        openGate();
    }

    SignInOutcome signIn(const QString& login, const QString& password) {
        const QFuture<SignInOutcome> outcome = gate->signIn(login, password);
        return QTest::qWaitFor([&] { return outcome.isFinished(); }, 60'000)
                   ? outcome.result()
                   : SignInOutcome(std::unexpected(
                         SignInFault{SignInFault::Kind::Storage, {}, QStringLiteral("no answer")}));
    }
    /// Signs in and takes the seat, from whoever had it.
    bool sit(const QString& login, const QString& password) {
        const SignInOutcome outcome = signIn(login, password);
        if (!outcome)
            return false;
        if (sitting)
            (void)desk->submit(sitting->actorAt(options.seat), CloseSeat{});
        sitting = *outcome;
        (void)desk->submit(sitting->actorAt(options.seat), OpenSeat{});
        gate->setSitting(sitting);
        return true;
    }
    Outcome act(const Command& command) {
        const Actor who = sitting ? sitting->actorAt(options.seat) : actor(options.seat.toString());
        const QFuture<Outcome> outcome = desk->submit(who, command);
        return QTest::qWaitFor([&] { return outcome.isFinished(); }, 60'000)
                   ? outcome.result()
                   : Outcome(refuse(RefusalCode::Storage, QStringLiteral("no answer")));
    }

private:
    void openGate() {
        gate = std::make_unique<LinkGate>(folder.path(), options, *desk->link(), HashCost::least());
        gate->start();
        if (!QTest::qWaitFor([&] { return gate->isReady(); }, 60'000))
            qFatal("the duty room does not know who may sit there");
    }
};

} // namespace tridesk::test
