// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "maps/layers/mapping.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QFormLayout;
class QLabel;
class QPushButton;

namespace tridesk {

/// What is to be written to a file.
struct ExportChoice {
    bool isTrack = false;
    maps::LayerTarget target = maps::LayerTarget::Areas; ///< if it is none
    UnitId unit;                                         ///< whose track
    Instant from;
    Instant to;
    QString suffix; ///< "geojson": the format, and what the file's name ends in
};

/// Asks what of the map, or whose track of which stretch of time, is written in which format; says how much
/// that is, and how it went. Knows no desk: who opens it answers its signals. Deletes itself.
class LayerExportSheet : public QDialog {
    Q_OBJECT

public:
    LayerExportSheet(const QList<std::pair<UnitId, QString>>& units, Instant now, QWidget* parent);

    [[nodiscard]] ExportChoice choice() const;
    void setCount(qint64 count); ///< of what the choice holds
    void setBusy();              ///< it is being written
    /// The words of the outcome, in place of the count.
    void finish(const QString& words);

Q_SIGNALS:
    void choiceChanged(const tridesk::ExportChoice& choice);
    void saveAsked(const tridesk::ExportChoice& choice);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    void change();
    void fillFormats();
    [[nodiscard]] bool isTrack() const;

    QFormLayout* m_form;
    QComboBox* m_what;
    QComboBox* m_unit;
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    QComboBox* m_format;
    QLabel* m_figures;
    QPushButton* m_save = nullptr;
};

} // namespace tridesk
