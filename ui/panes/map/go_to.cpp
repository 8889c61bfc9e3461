// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/go_to.h"

#include "app/domain/situation.h"
#include "maps/geo/china_datum.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int mostCharacters = 80; ///< of a coordinate; longer text is looked for among places

/// The signs that mean the same, as one.
QString plain(QStringView text) {
    QString t = text.toString().normalized(QString::NormalizationForm_KC).trimmed();
    const std::pair<QString, QString> same[] = {
        {u"，"_s, u","_s},   {u"、"_s, u","_s},   {u"′"_s, u"'"_s},    {u"’"_s, u"'"_s},
        {u"分"_s, u"'"_s},   {u"″"_s, u"\""_s},   {u"”"_s, u"\""_s},   {u"秒"_s, u"\""_s},
        {u"''"_s, u"\""_s},  {u"度"_s, u"°"_s},   {u"′′"_s, u"\""_s},  {u"北纬"_s, u"N"_s},
        {u"南纬"_s, u"S"_s}, {u"东经"_s, u"E"_s}, {u"西经"_s, u"W"_s}, {u"："_s, u":"_s}};
    for (const auto& [written, meant] : same)
        t.replace(written, meant);
    return t;
}

/// Takes a prefix away and says which datum it named.
maps::Datum takeDatum(QString& text) {
    static const QRegularExpression gcj(u"^(?:gcj(?:-?02)?|火星(?:坐标)?)\\s*:?\\s*"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bd(u"^(?:bd(?:-?09)?|百度(?:坐标)?)\\s*:?\\s*"_s,
                                       QRegularExpression::CaseInsensitiveOption);
    for (const auto& [pattern, datum] :
         {std::pair(&gcj, maps::Datum::Gcj02), std::pair(&bd, maps::Datum::Bd09)})
        if (const auto match = pattern->match(text); match.hasMatch()) {
            text.remove(0, match.capturedLength());
            return datum;
        }
    return maps::Datum::Wgs84;
}

struct Angle {
    double degrees = 0;
    QChar letter; ///< N, S, E, W; null where none was written
};

/// Of whole degrees, or degrees with a fraction, minutes and seconds as they were written, each but the first
/// perhaps empty.
std::optional<Angle> angle(const QString& letter, const QString& whole, const QString& minute,
                           const QString& second) {
    const double minutes = minute.toDouble();
    const double seconds = second.toDouble();
    if (minutes >= 60 || seconds >= 60)
        return std::nullopt;
    const QChar side = letter.isEmpty() ? QChar() : letter[0].toUpper();
    double degrees = std::abs(whole.toDouble()) + minutes / 60 + seconds / 3600;
    if (whole.startsWith(u'-') != (side == u'S' || side == u'W'))
        degrees = -degrees;
    return Angle{degrees, side};
}

bool isLongitude(QChar letter) {
    return letter == u'E' || letter == u'W';
}

std::optional<std::pair<Angle, Angle>> parseAngles(const QString& text) {
    static const QString body =
        u"([+-]?\\d{1,3}(?:\\.\\d{1,12})?)\\s*°?\\s*(?:(\\d{1,2}(?:\\.\\d{1,10})?)\\s*'\\s*)?"
        "(?:(\\d{1,2}(?:\\.\\d{1,10})?)\\s*\"\\s*)?"_s;
    static const QRegularExpression lettersFirst(u"^([NSEW])\\s*%1\\s*[,;/]?\\s*([NSEW])\\s*%1$"_s.arg(body),
                                                 QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression lettersLast(
        u"^%1([NSEW]?)(?:\\s*[,;/]\\s*|\\s+|(?<=[NSEW\"'°\\s]))%1([NSEW]?)$"_s.arg(body),
        QRegularExpression::CaseInsensitiveOption);
    const auto read = [](const QRegularExpressionMatch& m, int letter,
                         int number) -> std::optional<std::pair<Angle, Angle>> {
        const auto a =
            angle(m.captured(letter), m.captured(number), m.captured(number + 1), m.captured(number + 2));
        const auto b = angle(m.captured(letter + 4), m.captured(number + 4), m.captured(number + 5),
                             m.captured(number + 6));
        return a && b ? std::optional(std::pair(*a, *b)) : std::nullopt;
    };
    if (const auto match = lettersFirst.match(text); match.hasMatch())
        return read(match, 1, 2);
    if (const auto match = lettersLast.match(text); match.hasMatch())
        return read(match, 4, 1);
    return std::nullopt;
}

} // namespace

std::optional<GeoPoint> parseCoordinates(QStringView text) {
    if (text.size() > mostCharacters)
        return std::nullopt;
    QString plainText = plain(text);
    const maps::Datum datum = takeDatum(plainText);
    const auto angles = parseAngles(plainText);
    if (!angles)
        return std::nullopt;
    const auto& [a, b] = *angles;
    const bool bare = a.letter.isNull() && b.letter.isNull();
    if (!a.letter.isNull() && !b.letter.isNull() && isLongitude(a.letter) == isLongitude(b.letter))
        return std::nullopt;
    const bool swapped = isLongitude(a.letter) || (!b.letter.isNull() && !isLongitude(b.letter)) ||
                         (bare && std::abs(a.degrees) > 90);
    const auto at = swapped ? GeoPoint::from(b.degrees, a.degrees) : GeoPoint::from(a.degrees, b.degrees);
    if (!at || datum == maps::Datum::Wgs84)
        return at;
    return GeoPoint::from(maps::toWgs84(at->coordinate(), datum));
}

namespace {

using Sees = std::function<bool(const Incident&)>;

const Incident* incidentNamed(const Situation& situation, QStringView text, const Sees& sees) {
    static const QRegularExpression number(u"^(\\d{8})-?(\\d{4,6})$"_s);
    if (const auto match = number.matchView(text); match.hasMatch())
        return situation.incidentByNumber(match.captured(1).toLongLong() * 1'000'000 +
                                          match.captured(2).toLongLong());
    bool isNumber = false;
    const int serial = text.toInt(&isNumber);
    if (!isNumber || text.size() < 4 || text.size() > 6 || serial < 0)
        return nullptr;
    const Incident* best = nullptr;
    for (const Incident& incident : situation.incidents())
        if (incident.number % 1'000'000 == serial && (!sees || sees(incident)) &&
            (!best ||
             std::pair(incident.isOpen(), incident.number) > std::pair(best->isOpen(), best->number)))
            best = &incident;
    return best;
}

} // namespace

std::optional<Goal> parseGoal(const Situation& situation, QStringView text, const Sees& sees) {
    const QString name = plain(text);
    const bool isPlace = name.startsWith(u'@'); // full-width signs are plain by now
    if (const auto at = parseCoordinates(isPlace ? QStringView(name).sliced(1) : text))
        return *at;
    if (isPlace)
        return std::nullopt;
    if (const auto callsign = Callsign::parse(name))
        if (const Unit* unit = situation.unitByCallsign(*callsign))
            return unit->definition.id;
    if (const auto callsign = Callsign::parse(name.toUpper()))
        if (const Unit* unit = situation.unitByCallsign(*callsign))
            return unit->definition.id;
    if (const Incident* incident = incidentNamed(situation, name, sees);
        incident && (!sees || sees(*incident)))
        return incident->id;
    return std::nullopt;
}

} // namespace tridesk
