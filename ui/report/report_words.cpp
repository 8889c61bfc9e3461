// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/report_words.h"

#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

namespace tridesk::text {

using namespace Qt::StringLiterals;

namespace {

struct Report {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Report)
};

QString nameOf(const Name& known, const QString& code) {
    return known.zh.isEmpty() && known.en.isEmpty() ? code : name(known);
}

QString hourName(const QString& code) {
    const int hour = code.toInt();
    return u"%1:00–%2:00"_s.arg(hour, 2, 10, QLatin1Char('0')).arg(hour + 1, 2, 10, QLatin1Char('0'));
}

/// The unit in which desk.md names a bucket.
struct BucketUnit {
    qint64 seconds = 1;
    QString word; ///< "%1 s"
};

BucketUnit unitOf(qint64 from, qint64 to) {
    if (from >= 3600 || (from == 0 && to > 3600))
        return {3600, Report::tr("%1 h")};
    return to > 180 ? BucketUnit{60, Report::tr("%1 min")} : BucketUnit{1, Report::tr("%1 s")};
}

} // namespace

QString name(Interval interval) {
    switch (interval) {
    case Interval::Dispatch:
        return Report::tr("Dispatch");
    case Interval::Response:
        return Report::tr("Response");
    case Interval::Total:
        return Report::tr("Total");
    case Interval::Sign:
        return Report::tr("Signing");
    case Interval::SetOut:
        return Report::tr("Setting out");
    case Interval::Travel:
        return Report::tr("Travel");
    case Interval::OnScene:
        return Report::tr("On scene");
    }
    return {};
}

QString name(Grouping grouping) {
    switch (grouping) {
    case Grouping::Type:
        return Report::tr("By type");
    case Grouping::Area:
        return Report::tr("By area");
    case Grouping::Hour:
        return Report::tr("By hour");
    case Grouping::Post:
        return Report::tr("By post ordered");
    case Grouping::Unit:
        return Report::tr("By unit");
    }
    return {};
}

QString name(DeadlineOutcome outcome) {
    switch (outcome) {
    case DeadlineOutcome::Open:
        return Report::tr("–", "a deadline that was neither kept nor missed");
    case DeadlineOutcome::Kept:
        return Report::tr("kept", "a deadline");
    case DeadlineOutcome::Missed:
        return Report::tr("missed", "a deadline");
    }
    return {};
}

QString rowName(const Statistics& statistics, Grouping grouping, const QString& code) {
    switch (grouping) {
    case Grouping::Type:
        return code.isEmpty()
                   ? Report::tr("no type")
                   : nameOf(statistics.types.value(TypeCode::parse(code).value_or(TypeCode())), code);
    case Grouping::Area:
        if (code.isEmpty())
            return Report::tr("in no area");
        [[fallthrough]];
    case Grouping::Post:
        return nameOf(statistics.posts.value(PostId::parse(code).value_or(PostId())), code);
    case Grouping::Hour:
        return hourName(code);
    case Grouping::Unit:
        break;
    }
    const Callsign callsign = statistics.units.value(UnitId::parse(code).value_or(UnitId()));
    return callsign.isNull() ? code : callsign.toString();
}

QStringList bucketNames(const Spread::Edges& edges) {
    QStringList names;
    qint64 from = 0;
    for (const qint64 edge : edges) {
        const BucketUnit unit = unitOf(from, edge);
        names.append(unit.word.arg(u"%1–%2"_s.arg(from / unit.seconds).arg(edge / unit.seconds)));
        from = edge;
    }
    const BucketUnit unit = unitOf(from, from);
    return names << unit.word.arg(u"≥%1"_s.arg(from / unit.seconds));
}

QStringList recordTroubles(const RecordState& record) {
    QStringList troubles;
    if (record.missing > 0)
        troubles << Report::tr(
            "%n entries are missing: the journal was cut. The figures are of what is there.", nullptr,
            int(record.missing));
    if (record.unreadable > 0)
        troubles << Report::tr("%n entries cannot be read: a newer program wrote them.", nullptr,
                               int(record.unreadable));
    if (record.clockSetBack > 0)
        troubles << Report::tr("The clock was set back %n times while this was recorded.", nullptr,
                               int(record.clockSetBack));
    return troubles;
}

QString narrowing(const StatisticsQuery& query, const Situation& situation) {
    QStringList parts;
    if (!query.post.isNull())
        parts << postName(situation, query.post);
    if (!query.type.isNull())
        parts << typePath(situation.catalogue(), query.type);
    if (!query.unit.isNull())
        parts << callsign(situation, query.unit);
    return parts.join(u" · "_s);
}

QString span(Instant from, Instant to) {
    return Report::tr("%1 to %2", "two times").arg(dateTime(from), dateTime(to));
}

QString whyNot(const NoReportReason& reason) {
    switch (reason.why) {
    case NoReport::Unknown:
        return Report::tr("There is no such incident, or this seat does not see it.");
    case NoReport::Unopened:
        return Report::tr("It is sensitive: open its words with a reason first, in the incident's pane.");
    case NoReport::Stopped:
        return Report::tr("Stopped; nothing was written.");
    case NoReport::Storage:
        return Report::tr("The record cannot be read: %1").arg(reason.detail);
    }
    return {};
}

} // namespace tridesk::text
