// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/line_player.h"

#include "app/access/permission.h"
#include "app/desk/may.h"
#include "app/domain/refusal_words.h"
#include "app/line/fault_words.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QString codeOf(const LineFault& fault) {
    if (const auto* error = std::get_if<line::Error>(&fault))
        return line::codeWord(error->fault);
    return codeWord(std::get<Refusal>(fault).code);
}

/// The verb alone opens a form where somebody sits; a script has to say the rest.
std::unexpected<LineFault> unsaid(const line::ScriptLine& line, line::Verb verb) {
    line::Slot wanted = line::Slot::Option;
    if (verb == line::Verb::NewIncident)
        wanted = line::Slot::NeededText;
    else if (verb == line::Verb::Close)
        wanted = line::Slot::Disposition;
    return std::unexpected(LineFault(
        line::Error{.fault = line::Fault::Missing, .expected = wanted, .at = line.text.size(), .word = {}}));
}

} // namespace

bool PlayedLine::isAsWritten() const {
    return fault ? codeOf(*fault) == line.mustRefuse : line.mustRefuse.isEmpty();
}

QString PlayedLine::why() const {
    if (!fault)
        return u"was carried out, but must be refused: "_s + line.mustRefuse;
    const QString must = line.mustRefuse.isEmpty() ? QString() : u": must be "_s + line.mustRefuse;
    if (const auto* refusal = std::get_if<Refusal>(&*fault))
        return inWords(*refusal) + must;
    const auto& error = std::get<line::Error>(*fault);
    const QString others = error.candidates.join(u", ");
    return inWords(line::fieldWord(error.expected), error.word, line::codeWord(error.fault),
                   others.isEmpty() ? QString() : u"could be "_s + others) +
           must;
}

Result<Actor> anybodyAt(const Seat& seat, const QString& user) {
    return Actor{.seat = seat, .user = user};
}

LinePlayer::LinePlayer(Desk& desk, QString user, ActorOf actorOf, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_user(std::move(user))
    , m_actorOf(std::move(actorOf)) {}

void LinePlayer::play(const line::ScriptLine& line) {
    const auto actor = m_actorOf(line.seat, line.user.isEmpty() ? m_user : line.user);
    if (!actor)
        return Q_EMIT played({line, actor.error()});
    submit(line, *actor);
}

void LinePlayer::submit(const line::ScriptLine& line, const Actor& actor) {
    const Asked asked = read(line, actor);
    if (!asked)
        return Q_EMIT played({line, asked.error()});
    QList<QFuture<Outcome>> outcomes;
    outcomes.reserve(asked->size());
    for (const Command& command : *asked)
        outcomes.append(m_desk.submit(actor, command));
    QtFuture::whenAll(outcomes.begin(), outcomes.end())
        .then(this, [this, line](const QList<QFuture<Outcome>>& done) {
            PlayedLine result{line};
            for (const QFuture<Outcome>& each : done)
                if (const Outcome outcome = each.result(); !outcome && !result.fault)
                    result.fault = outcome.error();
            Q_EMIT played(result);
        });
}

LinePlayer::Asked LinePlayer::read(const line::ScriptLine& line, const Actor& actor) const {
    if (const auto may = maySit(actor.seat); !may)
        return std::unexpected(may.error());
    const Situation& situation = m_desk.situation();
    const Instant now = m_desk.clock().now();
    const auto reading = line::read(
        line.text, {.situation = situation,
                    .seat = actor.seat,
                    .now = now,
                    .zone = QTimeZone::systemTimeZone(),
                    .seesIncident = [&](const Incident& each) { return maySee(situation, actor, each, now); },
                    .seesUnit = [&](const Unit& each) { return maySee(situation, actor, each); }});
    if (!reading)
        return std::unexpected(reading.error());
    if (const auto* form = std::get_if<line::OpenForm>(&reading->act))
        return unsaid(line, form->verb);
    if (const auto may = mayAll(reading->commands, actor); !may)
        return std::unexpected(may.error());
    return reading->commands;
}

Result<void> LinePlayer::mayAll(const QList<Command>& commands, const Actor& actor) const {
    for (const Command& command : commands)
        if (const auto taken = may(m_desk.situation(), actor, command, m_desk.clock().now()); !taken)
            return taken;
    return {};
}

Result<void> LinePlayer::maySit(const Seat& seat) const {
    if (const auto post = seat.post(); post && !m_desk.situation().posts().find(*post))
        return refuse(RefusalCode::UnknownPost, u"seat"_s, seat.toString());
    if (const auto unit = seat.unit(); unit && !m_desk.situation().units().find(*unit))
        return refuse(RefusalCode::UnknownUnit, u"seat"_s, seat.toString());
    return {};
}

} // namespace tridesk
