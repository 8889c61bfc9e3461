// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/layer_export.h"

#include "app/field/track_file.h"
#include "app/intake/layer_features.h"
#include "ui/actions/action_table.h"
#include "ui/console/import_words.h"
#include "ui/text/names.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

qint64 thingsIn(const ExportChoice& choice, const QList<maps::MappedFeature>& features) {
    if (!choice.isTrack)
        return features.size();
    qint64 positions = 0;
    for (const maps::MappedFeature& stretch : features)
        positions += stretch.shape.times.size();
    return positions;
}

} // namespace

LayerExport::LayerExport(SeatDesk& desk, FixBoard& fixes, QWidget* window)
    : QObject(window)
    , m_desk(desk)
    , m_fixes(fixes)
    , m_window(window) {}

void LayerExport::open() {
    m_sheet = new LayerExportSheet(unitChoices(m_desk.situation()), m_desk.now(), m_window);
    connect(m_sheet, &QObject::destroyed, this, &QObject::deleteLater);
    connect(m_sheet, &LayerExportSheet::choiceChanged, this, &LayerExport::count);
    connect(m_sheet, &LayerExportSheet::saveAsked, this, &LayerExport::askForFile);
    m_sheet->open();
}

QFuture<LayerExport::Features> LayerExport::features(const ExportChoice& choice) const {
    if (choice.isTrack)
        return m_fixes.track(choice.unit, choice.from, choice.to)
            .then(QtFuture::Launch::Async,
                  [name = text::callsign(m_desk.situation(), choice.unit)](const QList<Fix>& fixes) {
                      return trackFeatures(name, fixes);
                  });
    QSet<PlotId> hidden;
    for (const Plot& plot : m_desk.situation().plots())
        if (!m_desk.maySee(plot))
            hidden.insert(plot.id);
    return QtConcurrent::run([target = choice.target, situation = m_desk.situation(), now = m_desk.now(),
                              hidden] { return layerFeatures(target, situation, now, hidden); });
}

void LayerExport::count(const ExportChoice& choice) {
    features(choice).then(this, [this, choice, round = ++m_round](const Features& found) {
        if (round == m_round)
            m_sheet->setCount(thingsIn(choice, found));
    });
}

void LayerExport::askForFile(const ExportChoice& choice) {
    auto* dialog = new QFileDialog(m_sheet, actionText(actionSpec(ActionId::ExportLayer)));
    dialog->setObjectName(u"layerExport.dialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(choice.suffix);
    dialog->setNameFilters({u"%1 (*.%2)"_s.arg(choice.suffix.toUpper(), choice.suffix)});
    dialog->selectFile(
        (choice.isTrack ? text::callsign(m_desk.situation(), choice.unit) : maps::targetKey(choice.target)) +
        u'.' + choice.suffix);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, choice](const QString& path) { save(choice, path); });
    dialog->open();
}

void LayerExport::save(const ExportChoice& choice, const QString& path) {
    m_sheet->setBusy();
    features(choice)
        .then(QtFuture::Launch::Async, [path](const Features& found) { return maps::saveLayer(path, found); })
        .then(this, [this, path](const std::expected<maps::WrittenLayer, QString>& written) {
            tell(path, written);
        });
}

void LayerExport::tell(const QString& path, const std::expected<maps::WrittenLayer, QString>& written) {
    if (!written)
        return m_sheet->finish(tr("Not written: %1").arg(written.error()));
    const QString file = QFileInfo(path).fileName();
    m_sheet->finish(written->leftOut == 0
                        ? tr("%1 is written.").arg(file)
                        : tr("%1 is written, without %2 of a shape or size that the format does not hold.")
                              .arg(file)
                              .arg(written->leftOut));
}

} // namespace tridesk
