// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/details.h"

#include <algorithm>
#include <array>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

std::unexpected<Error> wrong(const Word& word, QStringList candidates = {}) {
    return std::unexpected(Error{.fault = candidates.isEmpty() ? Fault::Unknown : Fault::Ambiguous,
                                 .expected = Slot::Option,
                                 .at = word.at,
                                 .length = word.length,
                                 .word = u"%1=%2"_s.arg(word.key, word.text.left(60)),
                                 .candidates = std::move(candidates)});
}

bool isNone(const Word& word) {
    const QString text = word.text.toLower();
    return !word.quoted && (text == "none"_L1 || text == u"无" || text == "-"_L1);
}

std::optional<GeoPoint> point(QStringView text) {
    const qsizetype comma = text.indexOf(u',');
    if (comma < 0)
        return std::nullopt;
    bool isLatitude = false;
    bool isLongitude = false;
    const double latitude = text.first(comma).toDouble(&isLatitude);
    const double longitude = text.sliced(comma + 1).toDouble(&isLongitude);
    return isLatitude && isLongitude ? GeoPoint::from(latitude, longitude) : std::nullopt;
}

struct HazardWord {
    bool Hazards::* flag;
    QLatin1StringView name;
    const char16_t* chinese;
};

constexpr auto hazardWords = std::to_array<HazardWord>({{&Hazards::weapon, "weapon"_L1, u"凶器"},
                                                        {&Hazards::injured, "injured"_L1, u"伤员"},
                                                        {&Hazards::trapped, "trapped"_L1, u"被困"},
                                                        {&Hazards::hazmat, "hazmat"_L1, u"危险品"}});

std::optional<Hazards> hazards(const Word& word) {
    Hazards found;
    if (isNone(word))
        return found;
    for (const QString& name : plain(word.text).split(u',')) {
        const auto known = std::ranges::find_if(hazardWords, [&](const HazardWord& each) {
            return name.compare(each.name, Qt::CaseInsensitive) == 0 || name == QString(each.chinese);
        });
        if (known == hazardWords.end())
            return std::nullopt;
        found.*(known->flag) = true;
    }
    return found;
}

QList<Caller> callers(const Parts& parts) {
    QList<Caller> found;
    for (const Given& each : parts.options)
        if (each.option == Option::Caller && !isNone(each.word)) {
            const qsizetype bar = each.word.text.lastIndexOf(u'|');
            found.append(bar < 0 ? Caller{each.word.text, {}}
                                 : Caller{each.word.text.first(bar), each.word.text.sliced(bar + 1)});
        }
    return found;
}

std::expected<std::optional<TypeCode>, Error> readType(const Parts& parts, const Context& context) {
    const Word* word = given(parts, Option::Type);
    if (!word)
        return parts.type;
    if (isNone(*word))
        return TypeCode();
    const auto named = typeNamed(context, word->text);
    return named.value ? std::expected<std::optional<TypeCode>, Error>(named.value)
                       : wrong(*word, named.candidates);
}

std::expected<std::optional<Level>, Error> readLevel(const Parts& parts) {
    const Word* word = given(parts, Option::Level);
    if (!word)
        return std::optional<Level>();
    const auto named = levelNamed(word->text);
    return named.value ? std::expected<std::optional<Level>, Error>(named.value)
                       : wrong(*word, named.candidates);
}

std::expected<std::optional<Hazards>, Error> readHazards(const Parts& parts) {
    const Word* word = given(parts, Option::Hazards);
    if (!word)
        return std::optional<Hazards>();
    const auto read = hazards(*word);
    return read ? std::expected<std::optional<Hazards>, Error>(read) : wrong(*word);
}

} // namespace

const Word* given(const Parts& parts, Option option) {
    const Word* found = nullptr;
    for (const Given& each : parts.options)
        if (each.option == option)
            found = &each.word;
    return found;
}

std::unexpected<Error> wrongOption(const Parts& parts, Option option) {
    const Word& word = *given(parts, option);
    return std::unexpected(Error{.fault = Fault::Unknown,
                                 .expected = Slot::Option,
                                 .at = word.at,
                                 .length = word.length,
                                 .word = u"%1=%2"_s.arg(word.key, word.text.left(60))});
}

QString givenText(const Parts& parts, Option option) {
    const Word* word = given(parts, option);
    return word ? word->text : QString();
}

Level levelOf(const Context& context, const TypeCode& type) {
    const IncidentType* known = context.situation.catalogue().type(type);
    return known ? known->level : Level::Routine;
}

std::expected<std::optional<GeoPoint>, Error> readPoint(const Parts& parts) {
    const Word* word = given(parts, Option::At);
    if (!word || isNone(*word))
        return std::optional<GeoPoint>();
    const auto at = point(word->text);
    return at ? std::expected<std::optional<GeoPoint>, Error>(at) : wrong(*word);
}

std::expected<Area, Error> readArea(const Parts& parts) {
    Area area;
    const Word* word = given(parts, Option::Area);
    if (!word)
        return area;
    for (const QString& ring : word->text.split(u';')) {
        QList<GeoPoint> corners;
        for (const QString& corner : ring.split(u' ', Qt::SkipEmptyParts)) {
            const auto at = point(corner);
            if (!at)
                return wrong(*word);
            corners.append(*at);
        }
        area.append(corners);
    }
    return area;
}

namespace {

/// What a line may say of an incident, each where it does.
struct Told {
    std::optional<TypeCode> type;
    std::optional<Level> level;
    std::optional<GeoPoint> at;
    std::optional<Hazards> hazards;
};

std::expected<Told, Error> readTold(const Parts& parts, const Context& context) {
    const auto type = readType(parts, context);
    if (!type)
        return std::unexpected(type.error());
    const auto level = readLevel(parts);
    if (!level)
        return std::unexpected(level.error());
    const auto at = readPoint(parts);
    if (!at)
        return std::unexpected(at.error());
    const auto hazards = readHazards(parts);
    if (!hazards)
        return std::unexpected(hazards.error());
    return Told{*type, *level, *at, *hazards};
}

} // namespace

std::expected<IncidentDetails, Error> readDetails(const Parts& parts, const Context& context) {
    const auto told = readTold(parts, context);
    if (!told)
        return std::unexpected(told.error());
    const TypeCode code = told->type.value_or(TypeCode());
    return IncidentDetails{.text = parts.text,
                           .type = code,
                           .level = told->level.value_or(levelOf(context, code)),
                           .place = {told->at, parts.address},
                           .callers = callers(parts),
                           .hazards = told->hazards.value_or(Hazards())};
}

std::expected<AmendIncident, Error> readAmendment(const Parts& parts, const Context& context) {
    const auto told = readTold(parts, context);
    if (!told)
        return std::unexpected(told.error());
    AmendIncident change{.incident = parts.incidents.first(),
                         .text = {},
                         .type = told->type,
                         .level = told->level,
                         .place = {},
                         .callers = {},
                         .hazards = told->hazards,
                         .reason = givenText(parts, Option::Why)};
    if (const Word* text = given(parts, Option::Text))
        change.text = text->text;
    if (given(parts, Option::At) || given(parts, Option::Address))
        change.place = Place{told->at, givenText(parts, Option::Address)};
    if (given(parts, Option::Caller))
        change.callers = callers(parts);
    return change;
}

QString option(Option option, const QString& value) {
    const bool simple = !value.isEmpty() && std::ranges::none_of(value, [](QChar c) {
        return c.isSpace() || c.unicode() < 0x20 || c == u'"' || c == u'＂' || c == u'“' || c == u'”';
    });
    const bool odd = value == "none"_L1 || value == u"无" || value == "-"_L1;
    return optionKey(option) + u'=' + (simple && !odd ? value : quote(value));
}

QString writePoint(const std::optional<GeoPoint>& at) {
    constexpr int exact = 17; // digits that give a double back
    return at ? u"%1,%2"_s.arg(QString::number(at->latitude(), 'g', exact),
                               QString::number(at->longitude(), 'g', exact))
              : u"none"_s;
}

QString writeArea(const Area& area) {
    QStringList rings;
    for (const QList<GeoPoint>& ring : area) {
        QStringList corners;
        for (const GeoPoint& at : ring)
            corners.append(writePoint(at));
        rings.append(corners.join(u' '));
    }
    return rings.join(u';');
}

QString writeHazards(const Hazards& hazards) {
    QStringList words;
    for (const HazardWord& each : hazardWords)
        if (hazards.*(each.flag))
            words.append(each.name);
    return words.isEmpty() ? u"none"_s : words.join(u',');
}

QStringList writeCallers(const QList<Caller>& callers) {
    QStringList words;
    for (const Caller& caller : callers) // always quoted: somebody may be called "none"
        words.append(optionKey(Option::Caller) + u'=' + quote(caller.name + u'|' + caller.phone));
    return words;
}

} // namespace tridesk::line
