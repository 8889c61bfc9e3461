// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/span_document.h"

#include "ui/report/charts.h"
#include "ui/report/report_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array allIntervals{Interval::Dispatch, Interval::Response, Interval::Total,  Interval::Sign,
                                  Interval::SetOut,   Interval::Travel,   Interval::OnScene};

QString seconds(qint64 length) {
    return text::duration(std::chrono::seconds(length));
}

QString some(const Spread& spread, qint64 length) {
    return spread.isEmpty() ? u"–"_s : seconds(length);
}

/// A chart as it is printed: white, at twice the size in which it is seen.
QImage printed(const BarChart& chart, QSize size) {
    constexpr int finer = 3;
    QImage image(size * finer, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font;
    font.setPixelSize(11);
    painter.scale(finer, finer);
    painter.setFont(font);
    paintChart(painter, QRectF(QPointF(), QSizeF(size)), chart,
               {.text = Qt::black, .dim = QColor(0x50, 0x50, 0x50), .line = QColor(0xc8, 0xcc, 0xd2)});
    return image;
}

class SpanWriter {
    Q_DECLARE_TR_FUNCTIONS(tridesk::SpanDocument)

public:
    SpanWriter(const Statistics& statistics, const SpanList& list, const Situation& situation,
               const ReportMaking& making)
        : m_statistics(statistics)
        , m_list(list)
        , m_situation(situation)
        , m_document(tr("Report of %1").arg(text::span(statistics.query.from, statistics.query.to)),
                     footWords(statistics.record, making))
        , m_making(making)
        , m_theme(Theme::day()) {}

    ReportDocument write() {
        head();
        m_document.heading(tr("How long it took"));
        lengths();
        charts();
        if (m_statistics.whole.incidents > 0)
            m_document.paragraph(tr(
                "In the tables that follow times are medians; in brackets what nine of ten did not exceed."));
        for (int i = 0; i < groupingCount; ++i)
            rows(Grouping(i));
        incidents();
        definitions();
        return m_document;
    }

private:
    void head() {
        const Outcomes& o = m_statistics.outcomes;
        const Tally& whole = m_statistics.whole;
        m_document.facts(
            {{tr("Narrowed to"), text::narrowing(m_statistics.query, m_situation)},
             {tr("Incidents"), tr("%1; closed %2, merged into another %3, given to another agency "
                                  "%4, opened again %5, come upon by crews %6")
                                   .arg(whole.incidents)
                                   .arg(o.closed)
                                   .arg(o.merged)
                                   .arg(o.transferred)
                                   .arg(o.reopened)
                                   .arg(o.initiated)},
             {tr("Orders"), tr("%1; refused %2, cancelled %3; recalled and not counted: %4")
                                .arg(whole.orders)
                                .arg(o.refused)
                                .arg(o.cancelled)
                                .arg(o.recalled)},
             {tr("Late"), late(whole)},
             {tr("Names"), m_making.named ? tr("of callers and users stand in it")
                                          : tr("of callers and users are left out")}});
        for (const QString& trouble : text::recordTroubles(m_statistics.record))
            m_document.warning(trouble);
        if (m_statistics.isCut)
            m_document.warning(tr("There were more incidents than a report can count: only the first are."));
        if (whole.incidents == 0)
            m_document.warning(tr("Nothing was reported in this span."));
    }

    static QString late(const Tally& tally) {
        QStringList parts;
        for (int kind = 0; kind < deadlineKindCount; ++kind)
            parts << tr("%1 %2", "a deadline, how many were late")
                         .arg(text::name(DeadlineKind(kind)))
                         .arg(tally.missed[size_t(kind)]);
        return parts.join(u" · "_s);
    }

    void lengths() {
        QList<QStringList> rows;
        for (const Interval interval : allIntervals) {
            const Spread& spread = m_statistics.whole.of(interval);
            rows.append({text::name(interval), QString::number(spread.count()), some(spread, spread.median()),
                         some(spread, qint64(spread.mean())), some(spread, spread.percentile(90)),
                         QString::number(m_statistics.whole.backwards[size_t(interval)])});
        }
        m_document.table({tr("Clock"), tr("Number"), tr("Median"), tr("Mean"), tr("90 %"),
                          tr("Left out: clock ran backwards")},
                         rows, 1);
    }

    void charts() {
        if (m_statistics.whole.incidents == 0)
            return;
        m_document.heading(tr("Charts"));
        const QSize whole(672, 190);
        const QSize half(330, 170);
        m_document.picture(printed(volumeChart(m_statistics, Grouping::Hour, m_theme), whole));
        m_document.pictures(printed(volumeChart(m_statistics, Grouping::Type, m_theme, 6), half),
                            printed(volumeChart(m_statistics, Grouping::Area, m_theme, 6), half));
        m_document.picture(
            printed(lengthChart(m_statistics, Grouping::Area, Interval::Response, m_theme, 12), whole));
        m_document.pictures(printed(bucketChart(m_statistics.whole, Interval::Sign, m_theme), half),
                            printed(bucketChart(m_statistics.whole, Interval::OnScene, m_theme), half));
    }

    void rows(Grouping grouping) {
        struct Row {
            QString code;
            const Tally* tally;
        };
        QList<Row> found;
        for (const auto& [code, tally] : m_statistics.by(grouping))
            found.append({code, &tally});
        if (found.isEmpty())
            return;
        if (grouping != Grouping::Hour)
            std::ranges::stable_sort(found, std::greater(),
                                     [](const Row& row) { return row.tally->incidents; });
        const bool isOfOrders = grouping == Grouping::Post || grouping == Grouping::Unit;
        QList<QStringList> rows;
        for (const Row& row : found.first(std::min(found.size(), mostRowsPrinted)))
            rows.append(fields(grouping, row.code, *row.tally, isOfOrders));
        m_document.heading(text::name(grouping));
        QStringList head{QString(), tr("Incidents"), tr("Orders")};
        if (!isOfOrders)
            head << tr("Dispatch") << tr("Response");
        head << tr("Signing") << tr("Setting out") << tr("Travel") << tr("On scene") << tr("Late");
        m_document.table(head, rows, 1);
        if (found.size() > mostRowsPrinted)
            m_document.paragraph(
                tr("%n more rows stand in the table (CSV).", nullptr, int(found.size() - mostRowsPrinted)));
    }

    QStringList fields(Grouping grouping, const QString& code, const Tally& tally, bool isOfOrders) const {
        QStringList fields{text::rowName(m_statistics, grouping, code), QString::number(tally.incidents),
                           QString::number(tally.orders)};
        for (const Interval interval : allIntervals) {
            if (interval == Interval::Total ||
                (isOfOrders && (interval == Interval::Dispatch || interval == Interval::Response)))
                continue;
            const Spread& spread = tally.of(interval);
            fields << (spread.isEmpty()
                           ? u"–"_s
                           : u"%1 (%2)"_s.arg(seconds(spread.median()), seconds(spread.percentile(90))));
        }
        qint64 late = 0;
        for (const qint64 missed : tally.missed)
            late += missed;
        return fields << QString::number(late);
    }

    void incidents() {
        if (m_list.incidents.isEmpty())
            return;
        m_document.heading(tr("Incidents"));
        QList<QStringList> rows;
        const auto clock = [](const std::optional<Instant>& at) { return at ? text::clock(*at) : u"–"_s; };
        for (const ListedIncident& each :
             m_list.incidents.first(std::min(m_list.incidents.size(), mostListedPrinted))) {
            const Incident& incident = each.incident;
            QStringList row{incident.number ? incidentNumberText(incident.number) : tr("sensitive"),
                            text::dateTime(incident.reportedAt).sliced(5),
                            text::typeName(m_situation.catalogue(), incident.details.type),
                            text::name(incident.details.level),
                            text::place(incident.details.place),
                            clock(each.orderedAt),
                            clock(each.arrivedAt),
                            text::name(incident.stage)};
            if (m_making.named)
                row << callers(incident);
            rows.append(row);
        }
        QStringList head{tr("Number"), tr("Reported"), tr("Type"),    tr("Level"),
                         tr("Place"),  tr("Ordered"),  tr("Arrived"), tr("Stage")};
        if (m_making.named)
            head << tr("Callers");
        m_document.table(head, rows);
        if (m_list.incidents.size() > mostListedPrinted)
            m_document.paragraph(tr("%n more incidents stand in the list (CSV).", nullptr,
                                    int(m_list.incidents.size() - mostListedPrinted)));
        if (m_list.hidden > 0)
            m_document.paragraph(
                tr("%n incidents of this span are not for this seat to see.", nullptr, int(m_list.hidden)));
    }

    static QString callers(const Incident& incident) {
        QStringList all;
        for (const Caller& caller : incident.details.callers)
            all << (caller.name + u' ' + caller.phone).trimmed();
        return all.join(u"; "_s);
    }

    /// So that a reader knows what was counted.
    void definitions() {
        m_document.heading(tr("What was counted"));
        m_document.paragraph(tr("Incidents first reported in the span, with all that the record says of them "
                                "up to its last entry. "
                                "Dispatch: from the report to the first order that was not recalled. "
                                "Response: to the first unit's "
                                "arrival. Total: to the closing. Not counted in these: incidents merged into "
                                "another; in the first "
                                "two also what a crew came upon itself, and what was held or given away "
                                "before its first order."));
        m_document.paragraph(tr("Signing: from when the addressee may see the order. Setting out: from "
                                "signing. Travel: from setting "
                                "out to arriving. On scene: from arriving to reporting back. Recalled orders "
                                "are in no figure; refused "
                                "and cancelled ones count with the steps that they reached. A clock that "
                                "ended before it began was "
                                "left out."));
    }

    const Statistics& m_statistics;
    const SpanList& m_list;
    const Situation& m_situation;
    ReportDocument m_document;
    const ReportMaking& m_making;
    Theme m_theme;
};

} // namespace

QString footWords(const RecordState& record, const ReportMaking& making) {
    return QCoreApplication::translate(
               "tridesk::SpanDocument",
               "Made %1 by %2. Stands on the journal up to entry %3, whose hash is %4.")
        .arg(text::dateTime(making.at), making.by)
        .arg(record.seq)
        .arg(QString::fromLatin1(record.hash.toHex()));
}

QString pageWords() {
    return QCoreApplication::translate("tridesk::SpanDocument", "Page %1 of %2");
}

ReportDocument spanDocument(const Statistics& statistics, const SpanList& list, const Situation& situation,
                            const ReportMaking& making) {
    return SpanWriter(statistics, list, situation, making).write();
}

} // namespace tridesk
