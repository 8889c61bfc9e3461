// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/places.h"

#include "app/domain/enum_names.h"
#include "app/line/details.h"
#include "app/line/times.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype shortestEnd = 4; ///< characters of an id

std::unexpected<Error> wrong(const Parts& parts, Option option, Fault fault = Fault::Unknown,
                             QStringList candidates = {}) {
    const Word& word = *given(parts, option);
    return std::unexpected(Error{.fault = fault,
                                 .expected = Slot::Option,
                                 .at = word.at,
                                 .length = word.length,
                                 .word = u"%1=%2"_s.arg(word.key, word.text.left(60)),
                                 .candidates = std::move(candidates)});
}

std::unexpected<Error> missing(Slot slot) {
    return std::unexpected(Error{.fault = Fault::Missing, .expected = slot, .word = {}});
}

std::optional<PremiseKind> kindNamed(const QString& word) {
    static const QList<std::pair<QString, PremiseKind>> chinese{{u"危险"_s, PremiseKind::Hazard},
                                                                {u"隐患"_s, PremiseKind::Hazard},
                                                                {u"场所"_s, PremiseKind::Premise},
                                                                {u"重点"_s, PremiseKind::KeySite},
                                                                {u"keysite"_s, PremiseKind::KeySite}};
    if (const auto known = enumFrom<PremiseKind>(word.toLower()))
        return known;
    const auto at = std::ranges::find(chinese, word.toLower(), &std::pair<QString, PremiseKind>::first);
    return at == chinese.end() ? std::nullopt : std::optional(at->second);
}

std::expected<PremiseNoteId, Error> readNote(const Parts& parts, const Context& context) {
    const QString wanted = given(parts, Option::Note)->text.toLower();
    QList<PremiseNoteId> found;
    if (wanted.size() >= shortestEnd)
        for (const PremiseNote& note : context.situation.premises())
            if (note.id.toString().endsWith(wanted))
                found.append(note.id);
    if (found.size() != 1)
        return wrong(parts, Option::Note, found.isEmpty() ? Fault::Unknown : Fault::Ambiguous);
    return found.constFirst();
}

/// The place of an incident that is named, or in hand, where the line tells of none.
std::expected<void, Error> placeOf(const Parts& parts, const Context& context, PremiseNoteDetails& details) {
    std::optional<IncidentId> id;
    if (const Word* on = given(parts, Option::On)) {
        id = incidentNumbered(context, on->text).value;
        if (!id)
            return wrong(parts, Option::On);
    } else if (!context.incident.isNull()) {
        id = context.incident;
    }
    const Incident* incident = id ? context.situation.incidents().find(*id) : nullptr;
    if (!incident)
        return {};
    details.at = incident->details.place.at;
    details.address = incident->details.place.address;
    return {};
}

std::expected<void, Error> readWhere(const Parts& parts, const Context& context,
                                     PremiseNoteDetails& details) {
    const auto at = readPoint(parts);
    if (!at)
        return std::unexpected(at.error());
    auto area = readArea(parts);
    if (!area)
        return std::unexpected(area.error());
    details.at = *at;
    details.area = *area;
    details.address = parts.address;
    if (!details.at && details.area.isEmpty() && details.address.isEmpty())
        if (const auto place = placeOf(parts, context, details); !place)
            return place;
    details.radius = details.at ? limits::usualPremiseRadius : 0;
    if (const Word* radius = given(parts, Option::Radius)) {
        bool isNumber = false;
        details.radius = radius->text.toLongLong(&isNumber);
        if (!isNumber)
            return wrong(parts, Option::Radius);
    }
    return {};
}

} // namespace

std::expected<Command, Error> readPremise(const Parts& parts, const Context& context) {
    NotePremise command;
    command.details.words = parts.text;
    if (command.details.words.trimmed().isEmpty())
        return missing(Slot::NeededText);
    if (given(parts, Option::Note)) {
        const auto note = readNote(parts, context);
        if (!note)
            return std::unexpected(note.error());
        command.note = *note;
    }
    if (const Word* kind = given(parts, Option::Kind)) {
        const auto named = kindNamed(kind->text);
        if (!named)
            return wrong(parts, Option::Kind);
        command.details.kind = *named;
    }
    if (const Word* until = given(parts, Option::Until)) {
        command.details.expiresAt = readUntil(until->text, context.now, context.zone);
        if (!command.details.expiresAt)
            return wrong(parts, Option::Until);
    }
    if (const auto where = readWhere(parts, context, command.details); !where)
        return std::unexpected(where.error());
    return command;
}

std::expected<Command, Error> readWithdrawal(const Parts& parts, const Context& context) {
    if (!given(parts, Option::Note))
        return missing(Slot::Option);
    const auto note = readNote(parts, context);
    if (!note)
        return std::unexpected(note.error());
    return WithdrawPremiseNote{*note, parts.text};
}

std::expected<Command, Error> readSector(const Parts& parts, const Context& context) {
    MoveSector command{.posts = {}, .name = parts.text, .desk = givenText(parts, Option::Desk)};
    if (parts.all) {
        for (const Post& post : context.situation.posts())
            if (post.tier == Tier::Station)
                command.posts.append(post.id);
        std::sort(command.posts.begin(), command.posts.end());
    }
    for (const Addressee& to : parts.to) {
        const PostId* post = std::get_if<PostId>(&to);
        if (!post)
            return std::unexpected(
                Error{.fault = Fault::Unknown, .expected = Slot::Posts, .word = nameOf(context, to)});
        command.posts.append(*post);
    }
    if (command.posts.isEmpty())
        return missing(Slot::Posts);
    return command;
}

std::expected<QList<Command>, Error> readSteps(const Parts& parts, const Context& context) {
    static const QStringList off{u"off"_s, u"取消"_s, u"-"_s};
    const IncidentId incident = parts.incidents.constFirst();
    const Checklist* list = context.situation.checklist(incident);
    QStringList words = parts.text.split(u' ', Qt::SkipEmptyParts);
    bool done = true;
    if (words.size() > 1 && off.contains(words.constLast().toLower())) {
        done = false;
        words.removeLast();
    }
    QList<Command> commands;
    commands.reserve(words.size());
    for (const QString& word : std::as_const(words)) {
        bool isNumber = false;
        const int number = word.toInt(&isNumber);
        auto step = TypeCode::parse(word);
        if (isNumber && list && !(step && list->plan.step(*step)))
            step = number >= 1 && number <= list->plan.steps.size()
                       ? std::optional(list->plan.steps.at(number - 1).code)
                       : std::nullopt;
        if (!step)
            return std::unexpected(
                Error{.fault = Fault::Unknown, .expected = Slot::NeededText, .word = word.left(60)});
        commands.append(TickStep{incident, *step, done});
    }
    return commands;
}

QString noteWord(const Context& context, const PremiseNoteId& note) {
    if (!context.situation.premises().find(note))
        return {};
    const QString whole = note.toString();
    for (qsizetype length = shortestEnd * 2; length < whole.size(); ++length) {
        const QString end = whole.last(length);
        int same = 0;
        for (const PremiseNote& each : context.situation.premises())
            same += int(each.id.toString().endsWith(end));
        if (same == 1)
            return end;
    }
    return whole;
}

QStringList writePremise(const NotePremise& command, const Context& context) {
    const PremiseNoteDetails& details = command.details;
    QStringList words;
    if (command.note) {
        const QString note = noteWord(context, *command.note);
        if (note.isEmpty())
            return {};
        words.append(option(Option::Note, note));
    }
    words.append(option(Option::Kind, enumName(details.kind)));
    if (details.at)
        words.append(optionKey(Option::At) + u'=' + writePoint(details.at));
    if (details.radius != (details.at ? limits::usualPremiseRadius : 0))
        words.append(option(Option::Radius, QString::number(details.radius)));
    if (!details.area.isEmpty())
        words.append(optionKey(Option::Area) + u'=' + quote(writeArea(details.area)));
    if (details.expiresAt)
        words.append(option(Option::Until, writeUntil(*details.expiresAt, context.now, context.zone)));
    words.append(asFreeText(details.words, true));
    if (!details.address.isEmpty())
        words.append(u'@' + asFreeText(details.address));
    return words;
}

} // namespace tridesk::line
