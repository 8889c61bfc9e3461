// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/incident_report_sheet.h"

#include "app/access/rights.h"
#include "app/desk/desk.h"
#include "app/report/report_csv.h"
#include "app/report/report_file.h"
#include "app/report/report_json.h"
#include "ui/panes/common/named.h"
#include "ui/panes/incident/entry_words.h"
#include "ui/report/incident_document.h"
#include "ui/report/map_picture.h"
#include "ui/report/report_delivery.h"
#include "ui/report/report_words.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPromise>
#include <QPushButton>
#include <QtConcurrentRun>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QFuture<QByteArray> ready(const QByteArray& bytes) {
    return QtFuture::makeReadyValueFuture(bytes);
}

} // namespace

IncidentReportSheet::IncidentReportSheet(const ReportSheetGround& ground, const IncidentId& incident,
                                         QWidget* parent)
    : QDialog(parent)
    , m_ground(ground)
    , m_incident(incident)
    , m_format(named(new QComboBox(this), u"incidentReport.format"_s, tr("Format of the file")))
    , m_named(named(new QCheckBox(tr("With the names of callers and users"), this), u"incidentReport.named"_s,
                    tr("With the names of callers and users")))
    , m_withMap(named(new QCheckBox(tr("With a picture of the map"), this), u"incidentReport.withMap"_s,
                      tr("With a picture of the map")))
    , m_progress(
          named(new QProgressBar(this), u"incidentReport.progress"_s, tr("How much of the record is read")))
    , m_said(named(new QLabel(this), u"incidentReport.said"_s, tr("How it went")))
    , m_save(named(new QPushButton(tr("Save as…"), this), u"incidentReport.save"_s, tr("Save the report"))) {
    setObjectName(u"incidentReportSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    const Incident* known = ground.desk.situation().incidents().find(incident);
    setWindowTitle(tr("Report of incident %1").arg(known ? text::shortNumber(known->number) : QString()));
    resize(480, 240);
    build();
    connect(&m_reading, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        if (!m_reading.isCanceled() && m_reading.future().resultCount() > 0)
            take(m_reading.future().result());
    });
    judge();
}

IncidentReportSheet::~IncidentReportSheet() {
    m_reading.cancel();
}

void IncidentReportSheet::build() {
    m_format->addItem(tr("Report (PDF)"), int(ReportFormat::Pdf));
    m_format->addItem(tr("Timeline (CSV)"), int(ReportFormat::Csv));
    m_format->addItem(u"JSON"_s, int(ReportFormat::Json));
    m_format->addItem(tr("Tracks (GPX)"), int(ReportFormat::Gpx));
    m_format->addItem(tr("Place and tracks (GeoJSON)"), int(ReportFormat::GeoJson));
    m_withMap->setChecked(true);
    m_named->setEnabled(hasRight(m_ground.desk.actor().role, Right::KnowCallers));
    m_named->setToolTip(m_named->isEnabled() ? QString()
                                             : tr("Names leave the desk with a supervisor alone"));
    m_progress->setRange(0, 1'000);
    m_progress->hide();
    m_said->setWordWrap(true);
    m_said->setProperty("strong", true);
    m_save->setProperty("main", true);
    m_save->setAutoDefault(false);
    auto* box = new QDialogButtonBox(this);
    box->addButton(m_save, QDialogButtonBox::ActionRole);
    QPushButton* close = named(box->addButton(tr("Close"), QDialogButtonBox::RejectRole),
                               u"incidentReport.close"_s, tr("Close"));
    close->setAutoDefault(false);
    auto* form = new QFormLayout;
    form->addRow(tr("Format"), m_format);
    form->addRow(QString(), m_named);
    form->addRow(QString(), m_withMap);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addStretch(1);
    column->addWidget(box);
    connect(m_save, &QPushButton::clicked, this, &IncidentReportSheet::askForFile);
    connect(box, &QDialogButtonBox::rejected, this, &QDialog::close);
    connect(m_format, &QComboBox::currentIndexChanged, this, &IncidentReportSheet::judge);
    connect(m_named, &QCheckBox::toggled, this, &IncidentReportSheet::judge);
}

ReportFormat IncidentReportSheet::format() const {
    return ReportFormat(m_format->currentData().toInt());
}

ReportRecord IncidentReportSheet::record() const {
    return {.incident = m_incident, .format = format(), .named = m_named->isChecked()};
}

void IncidentReportSheet::judge() {
    const SeatDesk& desk = m_ground.desk;
    const auto may = desk.may(MakeReport{record()});
    const Incident* incident = desk.situation().incidents().find(m_incident);
    const bool isOpened = incident && desk.sight(*incident) == Sight::Whole;
    m_withMap->setVisible(format() == ReportFormat::Pdf);
    m_save->setEnabled(may && isOpened && m_path.isEmpty());
    m_said->setText(!may        ? refusalText(may.error(), desk.situation())
                    : !isOpened ? text::whyNot({NoReport::Unopened})
                                : QString());
}

void IncidentReportSheet::askForFile() {
    const Incident* incident = m_ground.desk.situation().incidents().find(m_incident);
    if (incident)
        askForReportFile(this, windowTitle(), incidentNumberText(incident->number), enumName(format()),
                         [this](const QString& path) { save(path); });
}

/// On record first, so that nothing is read for a report that leaves no trace.
void IncidentReportSheet::save(const QString& path) {
    m_path = path;
    m_save->setEnabled(false);
    m_progress->show();
    m_said->setText(tr("Reading the record…"));
    m_ground.desk.submit(MakeReport{record()}).then(this, [this](const Outcome& outcome) {
        outcome ? read() : end(refusalText(outcome.error(), m_ground.desk.situation()), true);
    });
}

void IncidentReportSheet::read() {
    const SeatDesk& desk = m_ground.desk;
    const Incident* incident = desk.situation().incidents().find(m_incident);
    Eyes eyes{.actor = desk.actor(), .wall = desk.isWall()};
    if (incident && desk.sight(*incident) == Sight::Whole)
        eyes.opened.insert(m_incident);
    m_reading.setFuture(readIncident(m_ground.record, {.situation = desk.situation(),
                                                       .eyes = eyes,
                                                       .incident = m_incident,
                                                       .named = m_named->isChecked(),
                                                       .now = desk.now()}));
}

void IncidentReportSheet::take(const Answer& answer) {
    if (!answer)
        return end(text::whyNot(answer.error()), true);
    const SeatDesk& desk = m_ground.desk;
    switch (format()) {
    case ReportFormat::Pdf:
        return makePdf(*answer);
    case ReportFormat::Csv:
        return deliver(ready(incidentCsv(
            *answer, {.words = [&](const Entry& entry) { return entryWords(entry, answer->situation); }})));
    case ReportFormat::Json:
        return deliver(ready(reportJson({u"incident"_s, desk.now(), desk.actor().seat.toString(),
                                         answer->named ? desk.actor().user : QString(), answer->named},
                                        answer->record, incidentJson(*answer))));
    case ReportFormat::Gpx:
    case ReportFormat::GeoJson:
        return makeTracks(*answer);
    }
}

void IncidentReportSheet::makePdf(const IncidentReport& report) {
    const SeatDesk& desk = m_ground.desk;
    const QString place = text::seatName(report.situation, desk.actor().seat.toString());
    const ReportMaking making{.at = desk.now(),
                              .by = report.named ? tr("%1, %2", "seat, user").arg(place, desk.actor().user)
                                                 : place,
                              .named = report.named};
    const auto print = [this, report, making](const QImage& map) {
        deliver(QtConcurrent::run([document = incidentDocument(report, map, making), page = pageWords()] {
            return pdfOf(document, page);
        }));
    };
    if (!m_withMap->isChecked() || !report.incident.details.place.at)
        return print({});
    m_said->setText(tr("Painting the map…"));
    auto* picture = new MapPicture(m_ground.map, report.situation, report.incident, desk.now(), this);
    picture->make([picture, print](const QImage& map) {
        print(map);
        picture->deleteLater();
    });
}

void IncidentReportSheet::makeTracks(const IncidentReport& report) {
    const ReportFormat wanted = format();
    deliver(readTracks(m_ground.record, wantedTracks(report.orders, m_ground.desk.now()), report.situation)
                .then(QtFuture::Launch::Async, [incident = report.incident, wanted](
                                                   const std::expected<ReportTracks, NoReportReason>& read) {
                    const QList<ListedIncident> one{{.incident = incident}};
                    const ReportTracks tracks = read.value_or(ReportTracks());
                    return wanted == ReportFormat::Gpx ? reportGpx(one, tracks) : reportGeoJson(one, tracks);
                }));
}

void IncidentReportSheet::deliver(const QFuture<QByteArray>& bytes) {
    m_said->setText(tr("Writing…"));
    QFuture<QByteArray> made = bytes;
    made.then(QtFuture::Launch::Async,
              [path = m_path](const QByteArray& whole) { return saveReport(path, whole); })
        .then(this, [this](const std::expected<void, QString>& written) {
            written ? end(tr("%1 is written.").arg(QFileInfo(m_path).fileName()), false)
                    : end(tr("Not written: %1").arg(written.error()), true);
        });
}

void IncidentReportSheet::end(const QString& words, bool isTrouble) {
    const QString path = std::exchange(m_path, QString());
    m_progress->hide();
    judge();
    m_said->setText(words);
    if (isTrouble)
        Q_EMIT failed(words);
    else
        Q_EMIT saved(path);
}

} // namespace tridesk
