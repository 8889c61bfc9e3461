// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/desk.h"
#include "app/report/report_csv.h"
#include "app/report/report_file.h"
#include "app/report/report_json.h"
#include "ui/report/report_delivery.h"
#include "ui/report/span_document.h"
#include "ui/report/statistics_sheet.h"
#include "ui/text/names.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QPushButton>
#include <QtConcurrentRun>

// What was counted, as a file.

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// The names were read where they may be; a report without them leaves them here. Not on the window's thread:
/// the list may be long.
std::shared_ptr<const SpanReport> asWanted(const std::shared_ptr<const SpanReport>& report, bool named) {
    if (named)
        return report;
    auto bare = std::make_shared<SpanReport>(*report);
    for (ListedIncident& each : bare->list.incidents)
        each.incident.details.callers.clear();
    return bare;
}

} // namespace

void StatisticsSheet::askForFile() {
    const QString suffix = enumName(format());
    const StatisticsQuery& asked = m_report->statistics.query;
    const QString name = tr("statistics", "beginning of a file's name") + u'-' +
                         toDateTime(asked.from).toLocalTime().toString(u"yyyyMMdd-HHmm"_s);
    askForReportFile(this, windowTitle(), name, suffix, [this](const QString& path) { save(path); });
}

void StatisticsSheet::save(const QString& path) {
    if (!m_report)
        return;
    const ReportFormat wanted = format();
    setBusy(true);
    ReportDelivery* delivery =
        ReportDelivery::begin(m_ground.desk, record(), path, [this, wanted] { return bytes(wanted); }, this);
    connect(delivery, &ReportDelivery::failed, this, [this](const QString& why) {
        setBusy(false);
        tell(why, true);
        Q_EMIT failed(why);
    });
    connect(delivery, &ReportDelivery::finished, this, [this, wanted](const QString& written) {
        wanted == ReportFormat::Csv ? saveList(written) : finishSaving(written, {});
    });
}

/// The incidents of the span, in a table of their own beside the figures.
void StatisticsSheet::saveList(const QString& path) {
    const QFileInfo file(path);
    const QString beside = file.path() + u'/' + file.completeBaseName() + u"-incidents.csv"_s;
    QtConcurrent::run([beside, report = m_report, named = m_named->isChecked(), situation = m_situation] {
        return saveReport(beside, spanListCsv(asWanted(report, named)->list, situation));
    }).then(this, [this, path](const std::expected<void, QString>& saved) {
        finishSaving(path, saved ? QString() : saved.error());
    });
}

void StatisticsSheet::finishSaving(const QString& path, const QString& fault) {
    setBusy(false);
    if (fault.isEmpty()) {
        tell(tr("%1 is written.").arg(QFileInfo(path).fileName()));
        Q_EMIT saved(path);
        return;
    }
    tell(tr("Not written: %1").arg(fault), true);
    Q_EMIT failed(fault);
}

void StatisticsSheet::setBusy(bool busy) {
    m_save->setEnabled(!busy);
    if (busy)
        tell(tr("Writing…"));
}

QFuture<QByteArray> StatisticsSheet::bytes(ReportFormat format) {
    const SeatDesk& desk = m_ground.desk;
    const bool named = m_named->isChecked();
    const auto report = m_report;
    const Situation situation = m_situation;
    const QString user = named ? desk.actor().user : QString();
    const QString seat = desk.actor().seat.toString();
    const Instant now = desk.now();
    switch (format) {
    case ReportFormat::Pdf: {
        const QString place = text::seatName(situation, seat);
        const ReportDocument document =
            spanDocument(report->statistics, report->list, situation,
                         {.at = now,
                          .by = user.isEmpty() ? place : tr("%1, %2", "seat, user").arg(place, user),
                          .named = named});
        return QtConcurrent::run([document, page = pageWords()] { return pdfOf(document, page); });
    }
    case ReportFormat::Csv:
        return QtConcurrent::run([report] { return statisticsCsv(report->statistics); });
    case ReportFormat::Json:
        return QtConcurrent::run([report, situation, now, seat, user, named] {
            QJsonObject parts = statisticsJson(report->statistics);
            parts[u"incidents"] = spanListJson(asWanted(report, named)->list, situation);
            return reportJson({u"statistics"_s, now, seat, user, named}, report->statistics.record, parts);
        });
    case ReportFormat::Gpx:
    case ReportFormat::GeoJson:
        return geographic(format);
    }
    return {};
}

QFuture<QByteArray> StatisticsSheet::geographic(ReportFormat format) {
    const auto wanted = wantedTracks(m_report->list, m_situation, m_report->statistics.query);
    return readTracks(m_ground.record, wanted, m_situation)
        .then(QtFuture::Launch::Async,
              [report = m_report, format](const std::expected<ReportTracks, NoReportReason>& read) {
                  const ReportTracks tracks = read.value_or(ReportTracks());
                  return format == ReportFormat::Gpx ? reportGpx(report->list.incidents, tracks)
                                                     : reportGeoJson(report->list.incidents, tracks);
              });
}

} // namespace tridesk
