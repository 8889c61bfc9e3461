// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/lookup.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 perDay = 1'000'000;
constexpr int daysBack = 60;

struct Number {
    qint64 day = 0; ///< yyyymmdd; 0: not said
    qint64 serial = 0;
};

std::optional<qint64> digits(QStringView text, qsizetype most) {
    if (text.isEmpty() || text.size() > most ||
        !std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    return text.toLongLong();
}

std::optional<Number> parse(const QString& word) {
    const QStringView text = QStringView(word).sliced(word.startsWith(u'#') ? 1 : 0);
    const qsizetype dash = text.indexOf(u'-');
    const auto day = dash < 0 ? std::optional<qint64>(0) : digits(text.first(dash), 8);
    const auto serial = digits(text.sliced(dash + 1), 6);
    if (!day || !serial || (dash >= 0 && dash != 8))
        return std::nullopt;
    return Number{*day, *serial};
}

bool sees(const Context& context, const Incident* incident) {
    return incident && (!context.seesIncident || context.seesIncident(*incident));
}

qint64 dayNumber(QDate day) {
    return day.year() * 10'000LL + day.month() * 100 + day.day();
}

/// The newest of the last days that has the serial and is as `open` says.
const Incident* newest(const Context& context, qint64 serial, std::optional<bool> open, int days) {
    const QDate last = toDateTime(context.now).toTimeZone(context.zone).date().addDays(1);
    for (int back = 0; back <= days; ++back) {
        const Incident* found =
            context.situation.incidentByNumber(dayNumber(last.addDays(-back)) * perDay + serial);
        if (sees(context, found) && found->isOpen() == open.value_or(found->isOpen()))
            return found;
    }
    return nullptr;
}

QList<const Incident*> openWith(const Context& context, qint64 serial) {
    QList<const Incident*> found;
    for (const IncidentId& id : context.situation.openIncidents()) {
        const Incident* incident = context.situation.incidents().find(id);
        if (incident && incident->number % perDay == serial && sees(context, incident))
            found.append(incident);
    }
    return found;
}

} // namespace

bool isNumber(const QString& word) {
    return parse(word).has_value();
}

Named<IncidentId> incidentNumbered(const Context& context, const QString& word, Prefer prefer) {
    const auto number = parse(word);
    if (!number)
        return {};
    if (number->day > 0) {
        const Incident* incident = context.situation.incidentByNumber(number->day * perDay + number->serial);
        return sees(context, incident) ? Named<IncidentId>{incident->id} : Named<IncidentId>();
    }
    if (prefer == Prefer::Closed)
        if (const Incident* closed = newest(context, number->serial, false, daysBack))
            return {closed->id};
    QList<const Incident*> found = openWith(context, number->serial);
    constexpr int todayOnly = 1;
    if (const Incident* today = newest(context, number->serial, {}, todayOnly);
        today && !found.contains(today))
        found.append(today);
    if (found.isEmpty())
        if (const Incident* old = newest(context, number->serial, {}, daysBack))
            found.append(old);
    if (found.size() == 1)
        return {found.first()->id};
    Named<IncidentId> several;
    for (const Incident* incident : found)
        several.candidates.append(incidentNumberText(incident->number));
    several.candidates.sort();
    several.candidates = several.candidates.mid(0, mostCandidates);
    return several;
}

QString numberOf(const Context& context, const IncidentId& id, bool marked, Prefer prefer) {
    const Incident* incident = context.situation.incidents().find(id);
    if (!incident)
        return {};
    const QString mark = marked ? u"#"_s : QString();
    const QString brief = mark + QString::number(incident->number % perDay).rightJustified(4, u'0');
    return incidentNumbered(context, brief, prefer).value == id ? brief
                                                                : mark + incidentNumberText(incident->number);
}

} // namespace tridesk::line
