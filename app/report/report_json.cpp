// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_json.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

void put(QJsonObject& into, QLatin1StringView key, const std::optional<Instant>& at) {
    if (at)
        into[key] = toIso(*at);
}

void put(QJsonObject& into, QLatin1StringView key, const QString& text) {
    if (!text.isEmpty())
        into[key] = text;
}

QJsonObject json(const Name& name) {
    QJsonObject made;
    put(made, "zh"_L1, name.zh);
    put(made, "en"_L1, name.en);
    return made;
}

template <Named E, size_t N>
QJsonObject counted(const std::array<qint64, N>& counts) {
    QJsonObject made;
    for (size_t i = 0; i < N; ++i)
        made[enumName(E(i))] = counts[i];
    return made;
}

QJsonObject json(const Spread& spread, qint64 backwards) {
    QJsonObject made{{u"n"_s, spread.count()}};
    if (!spread.isEmpty()) {
        made[u"mean_s"] = spread.mean();
        made[u"median_s"] = spread.median();
        made[u"p90_s"] = spread.percentile(90);
    }
    if (backwards)
        made[u"backwards"] = backwards;
    return made;
}

QJsonArray buckets(const Spread& spread, const Spread::Edges& edges) {
    QJsonArray made;
    const auto counts = spread.counts(edges);
    for (size_t i = 0; i < counts.size(); ++i) {
        QJsonObject bucket{{u"from_s"_s, i == 0 ? qint64(0) : edges[i - 1]}, {u"n"_s, counts[i]}};
        if (i < edges.size())
            bucket[u"to_s"] = edges[i];
        made.append(bucket);
    }
    return made;
}

QJsonObject json(const Tally& tally) {
    QJsonObject intervals;
    for (size_t i = 0; i < tally.intervals.size(); ++i)
        intervals[enumName(Interval(i))] = json(tally.intervals[i], tally.backwards[i]);
    return {{u"incidents"_s, tally.incidents},
            {u"levels"_s, counted<Level>(tally.levels)},
            {u"orders"_s, tally.orders},
            {u"intervals"_s, intervals},
            {u"buckets"_s,
             QJsonObject{{u"sign"_s, buckets(tally.of(Interval::Sign), bucket_edges::sign)},
                         {u"set_out"_s, buckets(tally.of(Interval::SetOut), bucket_edges::setOut)},
                         {u"report"_s, buckets(tally.of(Interval::OnScene), bucket_edges::report)}}},
            {u"late"_s, counted<DeadlineKind>(tally.missed)}};
}

QJsonObject json(const StatisticsQuery& query) {
    QJsonObject made{{u"from"_s, toIso(query.from)},
                     {u"to"_s, toIso(query.to)},
                     {u"zone"_s, QString::fromLatin1(query.zone.id())}};
    put(made, "post"_L1, query.post.toString());
    put(made, "type"_L1, query.type.toString());
    put(made, "unit"_L1, query.unit.toString());
    return made;
}

QJsonObject json(const Outcomes& outcomes) {
    return {{u"closed"_s, outcomes.closed},           {u"merged"_s, outcomes.merged},
            {u"transferred"_s, outcomes.transferred}, {u"reopened"_s, outcomes.reopened},
            {u"initiated"_s, outcomes.initiated},     {u"orders_recalled"_s, outcomes.recalled},
            {u"orders_refused"_s, outcomes.refused},  {u"orders_cancelled"_s, outcomes.cancelled}};
}

QJsonObject namesOf(const Statistics& statistics) {
    QJsonObject types;
    for (auto each = statistics.types.cbegin(); each != statistics.types.cend(); ++each)
        types[each.key().toString()] = json(each.value());
    QJsonObject posts;
    for (auto each = statistics.posts.cbegin(); each != statistics.posts.cend(); ++each)
        posts[each.key().toString()] = json(each.value());
    QJsonObject units;
    for (auto each = statistics.units.cbegin(); each != statistics.units.cend(); ++each)
        units[each.key().toString()] = each->toString();
    return {{u"types"_s, types}, {u"posts"_s, posts}, {u"units"_s, units}};
}

QJsonObject json(const Incident& incident) {
    QJsonObject made{{u"reported_at"_s, toIso(incident.reportedAt)},
                     {u"level"_s, QString(enumName(incident.details.level))},
                     {u"stage"_s, QString(enumName(incident.stage))}};
    if (incident.number)
        made[u"number"] = incidentNumberText(incident.number);
    put(made, "type"_L1, incident.details.type.toString());
    put(made, "area"_L1, incident.post.toString());
    put(made, "address"_L1, incident.details.place.address);
    put(made, "disposition"_L1, incident.disposition.toString());
    if (const auto& at = incident.details.place.at) {
        made[u"lat"] = at->latitude();
        made[u"lon"] = at->longitude();
    }
    QStringList flags;
    for (const IncidentFlag flag : incident.flags)
        flags.append(enumName(flag));
    flags.sort();
    if (!flags.isEmpty())
        made[u"flags"] = QJsonArray::fromStringList(flags);
    QJsonArray callers;
    for (const Caller& caller : incident.details.callers)
        callers.append(QJsonObject{{u"name"_s, caller.name}, {u"phone"_s, caller.phone}});
    if (!callers.isEmpty())
        made[u"callers"] = callers;
    return made;
}

QJsonObject json(const Addressee& to) {
    const auto* unit = std::get_if<UnitId>(&to);
    return unit ? QJsonObject{{u"unit"_s, unit->toString()}}
                : QJsonObject{{u"post"_s, std::get<PostId>(to).toString()}};
}

QString word(DeadlineOutcome outcome) {
    switch (outcome) {
    case DeadlineOutcome::Open:
        return u"open"_s;
    case DeadlineOutcome::Kept:
        return u"kept"_s;
    case DeadlineOutcome::Missed:
        return u"missed"_s;
    }
    return {};
}

QJsonObject json(const Order& order) {
    QJsonObject hops;
    for (size_t i = 0; i < order.reachedAt.size(); ++i)
        put(hops, enumName(OrderStage(i)), order.reachedAt[i]);
    QJsonObject deadlines;
    for (const DeadlineKind kind : {DeadlineKind::Sign, DeadlineKind::Arrive, DeadlineKind::Report})
        deadlines[enumName(kind)] = word(outcomeOf(order, kind));
    QJsonObject made{{u"to"_s, json(order.to)},  {u"role"_s, QString(enumName(order.role))},
                     {u"by"_s, order.issuedBy},  {u"stage"_s, QString(enumName(order.stage))},
                     {u"hops"_s, hops},          {u"deadlines"_s, deadlines},
                     {u"chases"_s, order.chases}};
    put(made, "text"_L1, order.text);
    put(made, "report"_L1, order.report);
    return made;
}

QJsonObject json(const Entry& entry) {
    QJsonObject made{{u"seq"_s, entry.seq},
                     {u"happened_at"_s, toIso(entry.fact.happenedAt)},
                     {u"recorded_at"_s, toIso(entry.recordedAt)},
                     {u"seat"_s, entry.fact.seat},
                     {u"kind"_s, entry.fact.kind},
                     {u"payload"_s, QJsonDocument::fromJson(entry.fact.payload).object()}};
    put(made, "user"_L1, entry.fact.user);
    return made;
}

QJsonObject json(const Message& message) {
    QJsonArray to;
    for (const Addressee& each : message.to)
        to.append(json(each));
    QJsonObject receipts;
    for (auto each = message.stages.cbegin(); each != message.stages.cend(); ++each)
        receipts[each.key()] = QString(enumName(each.value()));
    return {{u"sent_at"_s, toIso(message.sentAt)},
            {u"from"_s, message.from},
            {u"to"_s, to},
            {u"text"_s, message.text},
            {u"receipts"_s, receipts}};
}

QJsonObject json(const ReportedView& view) {
    QJsonObject made{
        {u"feed"_s, view.feed.toString()}, {u"seat"_s, view.seat}, {u"began"_s, toIso(view.began)}};
    put(made, "ended"_L1, view.ended);
    put(made, "unit"_L1, view.unit.value_or(UnitId()).toString());
    put(made, "user"_L1, view.user);
    put(made, "reason"_L1, view.reason);
    return made;
}

QJsonObject json(const ReportedLook& look) {
    QJsonObject made{
        {u"look"_s, QString(enumName(look.kind))}, {u"seat"_s, look.seat}, {u"at"_s, toIso(look.at)}};
    put(made, "user"_L1, look.user);
    put(made, "reason"_L1, look.reason);
    return made;
}

QJsonObject json(const ReportedSighting& sighting) {
    QJsonObject made{{u"seat"_s, sighting.seat}, {u"at"_s, toIso(sighting.at)}};
    put(made, "user"_L1, sighting.user);
    return made;
}

QJsonObject json(const Footage& footage) {
    QJsonObject made{{u"kind"_s, QString(enumName(footage.kind))},
                     {u"feed"_s, footage.feed.toString()},
                     {u"from"_s, toIso(footage.from)},
                     {u"to"_s, toIso(footage.to)},
                     {u"removed"_s, footage.removed}};
    put(made, "words"_L1, footage.words);
    put(made, "file"_L1, footage.file);
    put(made, "sha256"_L1, QString::fromLatin1(footage.sha256.toHex()));
    put(made, "by"_L1, footage.by);
    return made;
}

QJsonArray planOf(const IncidentReport& report) {
    QJsonArray steps;
    const Checklist* list = report.situation.checklist(report.incident.id);
    if (!list)
        return steps;
    for (const PlanStep& step : list->plan.steps) {
        QJsonObject made{{u"code"_s, step.code.toString()}, {u"name"_s, json(step.name)}};
        if (const auto tick = list->ticks.constFind(step.code); tick != list->ticks.cend()) {
            made[u"done_at"] = toIso(tick->at);
            made[u"by"] = tick->by;
        }
        if (const auto missed = list->missed.constFind(step.code); missed != list->missed.cend())
            made[u"late_at"] = toIso(*missed);
        steps.append(made);
    }
    return steps;
}

template <class T>
QJsonArray all(const QList<T>& values) {
    QJsonArray made;
    for (const T& value : values)
        made.append(json(value));
    return made;
}

} // namespace

QJsonObject statisticsJson(const Statistics& statistics) {
    QJsonObject rows;
    for (int i = 0; i < groupingCount; ++i) {
        QJsonObject group;
        for (const auto& [code, tally] : statistics.by(Grouping(i)))
            group[code] = json(tally);
        rows[enumName(Grouping(i))] = group;
    }
    return {{u"query"_s, json(statistics.query)},       {u"whole"_s, json(statistics.whole)},
            {u"outcomes"_s, json(statistics.outcomes)}, {u"by"_s, rows},
            {u"names"_s, namesOf(statistics)},          {u"cut"_s, statistics.isCut}};
}

QJsonObject spanListJson(const SpanList& list, const Situation& situation) {
    QJsonArray incidents;
    for (const ListedIncident& each : list.incidents) {
        QJsonObject made = json(each.incident);
        put(made, "ordered_at"_L1, each.orderedAt);
        put(made, "arrived_at"_L1, each.arrivedAt);
        put(made, "closed_at"_L1, each.closedAt);
        made[u"units"] = each.units;
        if (const Incident* into = situation.incidents().find(each.incident.mergedInto))
            made[u"merged_into"] = incidentNumberText(into->number);
        incidents.append(made);
    }
    return {{u"list"_s, incidents}, {u"hidden"_s, list.hidden}, {u"cut"_s, list.isCut}};
}

QJsonObject incidentJson(const IncidentReport& report) {
    QJsonObject incident = json(report.incident);
    put(incident, "text"_L1, report.incident.details.text);
    incident[u"callers_known"] = qint64(report.callers);
    return {{u"incident"_s, incident},
            {u"orders"_s, all(report.orders)},
            {u"timeline"_s, all(report.timeline)},
            {u"messages"_s, all(report.messages)},
            {u"views"_s, all(report.views)},
            {u"looks"_s, all(report.looks)},
            {u"shown"_s, all(report.sightings)},
            {u"footage"_s, all(report.footage)},
            {u"plan"_s, planOf(report)},
            {u"cut"_s, report.isCut}};
}

QByteArray reportJson(const JsonHead& head, const RecordState& record, QJsonObject parts) {
    parts[u"format"] = u"tridesk-report"_s;
    parts[u"version"] = reportJsonVersion;
    parts[u"kind"] = head.kind;
    parts[u"made_at"] = toIso(head.madeAt);
    parts[u"named"] = head.named;
    put(parts, "seat"_L1, head.seat);
    put(parts, "user"_L1, head.user);
    QJsonObject stands{{u"last_entry"_s, record.seq},
                       {u"hash"_s, QString::fromLatin1(record.hash.toHex())},
                       {u"unreadable"_s, record.unreadable},
                       {u"missing"_s, record.missing},
                       {u"clock_set_back"_s, record.clockSetBack}};
    put(stands, "recorded_at"_L1, record.last);
    parts[u"record"] = stands;
    return QJsonDocument(parts).toJson(QJsonDocument::Indented);
}

} // namespace tridesk
