// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A console, or a station's or a crew's terminal, without a window, as a process that a test can kill: reads
// a command a line, {"n": 7, "command": {…}}, and prints "done 7" or "refused 7 CODE" once it has the desk's
// word; "state" is answered by "state UP STRAYED WAITING SEQ", "shown" by "shown JSON" (what waits, the board
// and what is put before somebody, of one moment), "fix UNIT" by "fix LATITUDE LONGITUDE" or "fix", "sit
// LOGIN PASSWORD", at a station over a link, by "sits 1" or "sits 0"; "anew" follows the journal that is
// there now. Ends with its input.

#include "app/access/rights.h"
#include "app/desk/link.h"
#include "app/domain/command_codec.h"
#include "app/domain/refusal_words.h"
#include "app/link/link_fixes.h"
#include "app/link/link_gate.h"
#include "app/programs/open_desk.h"
#include "tests/system/line_driver.h"
#include "tests/system/seat_board.h"

#include <QCommandLineParser>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

class Driver : public QObject {
public:
    Driver(Desk& desk, const FixBoard& board, SignInGate* gate, Actor actor)
        : m_desk(desk)
        , m_board(board)
        , m_gate(gate)
        , m_actor(std::move(actor)) {
        connect(&desk, &Desk::ready, this, [] { tell("ready"); });
        connect(&desk, &Desk::failed, this, [](const QString& why) {
            tell("failed " + why.toUtf8());
            QCoreApplication::exit(2);
        });
    }

private:
    void take(const QByteArray& line) {
        if (line == "state")
            return tellState();
        if (line.startsWith("sit "))
            return sit(QString::fromUtf8(line).split(u' '));
        if (line == "shown")
            return tellShown();
        if (line == "anew")
            return m_desk.link()->beginAnew();
        if (line.startsWith("fix "))
            return tellFix(UnitId::parse(QString::fromUtf8(line.sliced(4))).value_or(UnitId()));
        const QJsonObject json = QJsonDocument::fromJson(line).object();
        const QByteArray n = QByteArray::number(json[u"n"].toInteger());
        const auto command = commandFrom(json[u"command"].toObject());
        if (!command)
            return tell("refused " + n + " unreadable");
        m_desk.submit(m_actor, *command).then(this, [n](const Outcome& outcome) {
            tell(outcome ? "done " + n : "refused " + n + ' ' + codeWord(outcome.error().code).toUtf8());
        });
    }
    /// As the console does it.
    void sit(const QStringList& words) {
        if (!m_gate)
            return tell("sits 0");
        m_gate->signIn(words.value(1), words.value(2)).then(this, [this](const SignInOutcome& outcome) {
            if (outcome) {
                m_actor = outcome->actorAt(m_actor.seat);
                m_gate->setSitting(*outcome);
            }
            tell(outcome ? "sits 1" : "sits 0");
        });
    }
    [[nodiscard]] LinkState link() const { return m_desk.link() ? m_desk.link()->state() : LinkState(); }
    void tellState() {
        const LinkState state = link();
        tell("state " + QByteArray::number(int(state.isUp)) + ' ' +
             QByteArray::number(int(!state.strayed.isEmpty())) + ' ' + QByteArray::number(state.waiting) +
             ' ' + QByteArray::number(m_desk.situation().seq()));
    }
    void tellShown() {
        const LinkState state = link();
        QJsonArray late;
        for (const LateRefusal& each : state.refused)
            late.append(lateText(each));
        tell("shown " +
             QJsonDocument(QJsonObject{{u"waiting"_s, state.waiting},
                                       {u"seq"_s, m_desk.situation().seq()},
                                       {u"late"_s, late},
                                       {u"board"_s, QJsonArray::fromStringList(boardOf(m_desk.situation()))}})
                 .toJson(QJsonDocument::Compact));
    }

    void tellFix(const UnitId& unit) {
        const Fix* fix = m_board.latest(unit);
        tell(fix ? "fix " + QByteArray::number(fix->at.latitude(), 'f', 6) + ' ' +
                       QByteArray::number(fix->at.longitude(), 'f', 6)
                 : QByteArray("fix"));
    }

    Desk& m_desk;
    const FixBoard& m_board;
    SignInGate* m_gate; ///< null: nobody signs in
    Actor m_actor;
    LineDriver m_lines{[this](const QByteArray& line) { take(line); }};
};

/// Nothing at a console, whose journal is on a server.
std::optional<LinkOptions> linkOf(const QCommandLineParser& options, const Seat& seat) {
    if (!options.isSet(u"link"_s))
        return std::nullopt;
    QFile token(options.value(u"secret"_s));
    LinkOptions link;
    link.gateway = QUrl(options.value(u"link"_s));
    link.token = token.open(QIODevice::ReadOnly) ? token.readLine().trimmed() : QByteArray();
    link.seat = seat;
    return link;
}

std::expected<OpenDesk, QString> deskOf(const QCommandLineParser& options,
                                        const std::optional<LinkOptions>& link) {
    if (link)
        return openLink(options.value(u"data"_s), *link);
    return serverAt(options.value(u"journal"_s), options.value(u"secret"_s))
        .and_then(
            [&](const PostgresAddress& server) { return openReplicaDesk(options.value(u"data"_s), server); });
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    QCommandLineParser options;
    for (const QString& name : {u"data"_s, u"journal"_s, u"link"_s, u"secret"_s, u"seat"_s, u"user"_s})
        options.addOption(QCommandLineOption(name, {}, u"value"_s));
    options.process(application);
    const auto seat = Seat::parse(options.value(u"seat"_s));
    if (!seat)
        return 2;
    const std::optional<LinkOptions> link = linkOf(options, *seat);
    auto open = deskOf(options, link);
    if (!open) {
        tell("failed " + open.error().toUtf8());
        return 2;
    }
    std::optional<LinkGate> gate;
    if (link && seat->tier == Tier::Station)
        gate.emplace(options.value(u"data"_s), *link, *open->desk->link(), HashCost::least());
    Driver driver(*open->desk, *open->board, gate ? &*gate : nullptr,
                  {.seat = *seat, .user = options.value(u"user"_s), .role = roleByToken(*seat)});
    std::optional<LinkFixes> fixes;
    if (link)
        fixes.emplace(*link, *open->board);
    open->board->start();
    open->desk->start();
    if (gate)
        gate->start();
    if (fixes)
        fixes->start();
    return QCoreApplication::exec();
}
