// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/layer_import.h"

#include "app/field/track_file.h"
#include "app/field/track_import.h"
#include "app/intake/row_import.h"
#include "maps/layers/readers.h"
#include "ui/actions/action_table.h"
#include "ui/console/import_words.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QSettings>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk {

LayerImport::LayerImport(const LayerImportGround& ground, QWidget* window)
    : QObject(window)
    , m_ground(ground)
    , m_window(window) {}

void LayerImport::askForFile() {
    auto* dialog = new QFileDialog(m_window, actionText(actionSpec(ActionId::ImportLayer)));
    dialog->setObjectName(u"layerImport.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(
        {tr("Lists and layers (*.csv *.txt *.tsv *.geojson *.json *.kml *.gpx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &LayerImport::read);
    connect(dialog, &QFileDialog::rejected, this, &QObject::deleteLater);
    dialog->open();
}

void LayerImport::read(const QString& path) {
    m_path = path;
    m_sheet =
        new LayerImportSheet(QFileInfo(path).fileName(), unitChoices(m_ground.desk.situation()), m_window);
    connect(m_sheet, &QObject::destroyed, this, &QObject::deleteLater);
    connect(m_sheet, &LayerImportSheet::choiceChanged, this, &LayerImport::preview);
    connect(m_sheet, &LayerImportSheet::startAsked, this, &LayerImport::start);
    connect(m_sheet, &LayerImportSheet::stopAsked, this, [this] { m_isCancelled = true; });
    m_sheet->open();
    QtConcurrent::run([path] {
        return maps::readLayer(path);
    }).then(this, [this](const std::expected<maps::Layer, QString>& layer) { take(layer); });
}

void LayerImport::take(const std::expected<maps::Layer, QString>& layer) {
    if (!layer)
        return m_sheet->fail(layer.error());
    m_layer = std::make_shared<const maps::Layer>(*layer);
    m_kept = u"layerMapping/"_s + maps::shapeOfFile(*m_layer);
    QStringList notes;
    if (m_ground.settings.contains(m_kept))
        notes << tr("columns as they were taken last time");
    if (m_layer->isCut)
        notes << tr("longer than can be taken at once: only the first part is read");
    m_sheet->show(*m_layer, firstChoice(), hasTrack(*m_layer), notes.join(u"  ·  "_s));
}

LayerChoice LayerImport::firstChoice() const {
    const bool isTrack = hasTrack(*m_layer);
    LayerChoice choice{.mapping = maps::guessMapping(*m_layer, QFileInfo(m_path).fileName()),
                       .isTrack = isTrack,
                       .unit = {}};
    const QString kept = m_ground.settings.value(m_kept).toString();
    if (const auto mapping = maps::mappingFromText(kept, *m_layer))
        choice.mapping = *mapping;
    return choice;
}

QFuture<LayerImport::Plan> LayerImport::plan(const LayerChoice& choice) const {
    const Instant now = m_ground.desk.clock().now();
    return QtConcurrent::run([layer = m_layer, choice, now, situation = m_ground.desk.situation(),
                              source = QFileInfo(m_path).fileName()] {
        Plan plan;
        const auto leaveOut = [&](const QList<FileFault>& faults, qint64 count) {
            plan.unread.faults = faults.first(std::min<qsizetype>(faults.size(), ImportReport::mostFaults));
            plan.unread.refused = count;
        };
        if (choice.isTrack) {
            TrackFixes track = trackFixes(*layer, choice.mapping.datum,
                                          {.unit = choice.unit, .receivedAt = now, .source = source});
            leaveOut(track.faults, track.faultCount);
            plan.fixes = std::move(track.fixes);
        } else {
            LayerCommands commands =
                layerCommands(maps::mapLayer(*layer, choice.mapping), choice.mapping.target, situation);
            leaveOut(commands.faults, commands.faultCount);
            plan.unread.known = commands.known;
            plan.rows = std::move(commands.rows);
        }
        return plan;
    });
}

void LayerImport::preview(const LayerChoice& choice) {
    plan(choice).then(this, [this, round = ++m_round](const Plan& plan) {
        if (round == m_round)
            m_sheet->setPreview({.taken = plan.rows.size() + plan.fixes.size(),
                                 .known = plan.unread.known,
                                 .leftOut = plan.unread.refused,
                                 .lines = importLines(plan.unread.faults, m_ground.desk.situation())});
    });
}

/// Planned again: what the desk has may have changed since the preview.
void LayerImport::start(const LayerChoice& choice) {
    m_ground.settings.setValue(m_kept, maps::mappingText(choice.mapping));
    plan(choice).then(this, [this, isTrack = choice.isTrack](const Plan& plan) { run(plan, isTrack); });
}

void LayerImport::run(const Plan& plan, bool isTrack) {
    const auto follow = [this](auto* import) {
        connect(import, &std::remove_pointer_t<decltype(import)>::progressed, m_sheet,
                &LayerImportSheet::setProgress);
        connect(import, &std::remove_pointer_t<decltype(import)>::finished, this, &LayerImport::finish);
        connect(m_sheet, &LayerImportSheet::stopAsked, import, [import] { import->stop(); });
        import->start();
        if (m_isCancelled)
            import->stop();
    };
    if (isTrack)
        follow(new TrackImport(m_ground.fixes, plan.fixes, plan.unread, this));
    else
        follow(new RowImport(m_ground.desk, plan.rows, m_ground.actor, plan.unread, this));
}

void LayerImport::finish(const ImportReport& report) {
    m_sheet->finish(importSummary(report, m_ground.desk.situation()));
}

} // namespace tridesk
