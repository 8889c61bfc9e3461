// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_csv.h"

#include "app/report/csv_table.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QString iso(const std::optional<Instant>& at) {
    return at ? toIso(*at) : QString();
}

QString text(qint64 number) {
    return QString::number(number);
}

template <Named E>
QStringList heads(const QString& form) {
    QStringList all;
    for (const QLatin1StringView name : enumNames<E>)
        all.append(form.arg(name));
    return all;
}

QStringList bucketHeads(const QString& name, const Spread::Edges& edges) {
    QStringList all;
    qint64 from = 0;
    for (const qint64 edge : edges) {
        all.append(u"%1_%2_to_%3_s"_s.arg(name).arg(from).arg(edge));
        from = edge;
    }
    return all << u"%1_from_%2_s"_s.arg(name).arg(from);
}

QStringList statisticsHead() {
    QStringList head{u"by"_s, u"code"_s, u"name_zh"_s, u"name_en"_s, u"incidents"_s};
    head << heads<Level>(u"level_%1"_s) << u"orders"_s;
    for (const QLatin1StringView name : enumNames<Interval>)
        for (const auto& figure :
             {u"%1_n"_s, u"%1_mean_s"_s, u"%1_median_s"_s, u"%1_p90_s"_s, u"%1_backwards"_s})
            head << figure.arg(name);
    return head << bucketHeads(u"sign"_s, bucket_edges::sign)
                << bucketHeads(u"set_out"_s, bucket_edges::setOut)
                << bucketHeads(u"report"_s, bucket_edges::report) << heads<DeadlineKind>(u"late_%1"_s);
}

QStringList fieldsOf(const Spread& spread) {
    if (spread.isEmpty())
        return {text(0), {}, {}, {}};
    return {text(spread.count()), QString::number(spread.mean(), 'f', 1), text(spread.median()),
            text(spread.percentile(90))};
}

QStringList row(const QStringList& of, const Tally& tally) {
    QStringList fields = of;
    fields << text(tally.incidents);
    for (const qint64 count : tally.levels)
        fields << text(count);
    fields << text(tally.orders);
    for (size_t i = 0; i < tally.intervals.size(); ++i)
        fields << fieldsOf(tally.intervals[i]) << text(tally.backwards[i]);
    for (const auto& [interval, edges] :
         {std::pair(Interval::Sign, bucket_edges::sign), std::pair(Interval::SetOut, bucket_edges::setOut),
          std::pair(Interval::OnScene, bucket_edges::report)})
        for (const qint64 count : tally.of(interval).counts(edges))
            fields << text(count);
    for (const qint64 count : tally.missed)
        fields << text(count);
    return fields;
}

Name nameOf(const Statistics& statistics, Grouping grouping, const QString& code) {
    switch (grouping) {
    case Grouping::Type:
        return statistics.types.value(TypeCode::parse(code).value_or(TypeCode()));
    case Grouping::Area:
    case Grouping::Post:
        return statistics.posts.value(PostId::parse(code).value_or(PostId()));
    case Grouping::Hour:
        return {};
    case Grouping::Unit:
        const QString callsign = statistics.units.value(UnitId::parse(code).value_or(UnitId())).toString();
        return {callsign, callsign};
    }
    return {};
}

QString kindAndFields(const Entry& entry) {
    return entry.fact.kind + u' ' + QString::fromUtf8(entry.fact.payload);
}

QString flagsOf(const Incident& incident) {
    QStringList names;
    for (const IncidentFlag flag : incident.flags)
        names.append(enumName(flag));
    names.sort();
    return names.join(u' ');
}

QString callersOf(const Incident& incident) {
    QStringList all;
    for (const Caller& caller : incident.details.callers)
        all.append(caller.phone.isEmpty() ? caller.name : caller.name + u' ' + caller.phone);
    return all.join(u"; "_s);
}

} // namespace

QByteArray statisticsCsv(const Statistics& statistics, const CsvForm& form) {
    CsvTable table(form.withMark);
    table.add(statisticsHead());
    table.add(row({u"whole"_s, {}, {}, {}}, statistics.whole));
    for (int i = 0; i < groupingCount; ++i)
        for (const auto& [code, tally] : statistics.by(Grouping(i))) {
            const Name name = nameOf(statistics, Grouping(i), code);
            table.add(row({enumName(Grouping(i)), code, name.zh, name.en}, tally));
        }
    return table.bytes();
}

QByteArray spanListCsv(const SpanList& list, const Situation& situation, const CsvForm& form) {
    CsvTable table(form.withMark);
    table.add({u"number"_s, u"reported_at"_s, u"type"_s, u"level"_s, u"area"_s, u"address"_s, u"lat"_s,
               u"lon"_s, u"stage"_s, u"disposition"_s, u"merged_into"_s, u"ordered_at"_s, u"arrived_at"_s,
               u"closed_at"_s, u"units"_s, u"flags"_s, u"callers"_s});
    for (const ListedIncident& each : list.incidents) {
        const Incident& incident = each.incident;
        const Place& place = incident.details.place;
        const Incident* into = situation.incidents().find(incident.mergedInto);
        table.add(
            {incident.number ? incidentNumberText(incident.number) : QString(), toIso(incident.reportedAt),
             incident.details.type.toString(), enumName(incident.details.level), incident.post.toString(),
             place.address, place.at ? QString::number(place.at->latitude(), 'f', 6) : QString(),
             place.at ? QString::number(place.at->longitude(), 'f', 6) : QString(), enumName(incident.stage),
             incident.disposition.toString(), into ? incidentNumberText(into->number) : QString(),
             iso(each.orderedAt), iso(each.arrivedAt), iso(each.closedAt), text(each.units),
             flagsOf(incident), callersOf(incident)});
    }
    return table.bytes();
}

QByteArray incidentCsv(const IncidentReport& report, const CsvForm& form) {
    CsvTable table(form.withMark);
    table.add({u"seq"_s, u"happened_at"_s, u"recorded_at"_s, u"seat"_s, u"user"_s, u"kind"_s, u"what"_s});
    for (const Entry& entry : report.timeline)
        table.add({text(entry.seq), toIso(entry.fact.happenedAt), toIso(entry.recordedAt), entry.fact.seat,
                   entry.fact.user, entry.fact.kind, form.words ? form.words(entry) : kindAndFields(entry)});
    return table.bytes();
}

} // namespace tridesk
