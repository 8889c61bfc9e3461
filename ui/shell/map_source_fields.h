// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/source_trouble.h"
#include "maps/raster/tile_source.h"

#include <QMap>
#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QSpinBox;

namespace tridesk {

/// What a map source is described by: those fields that its kind has, each with what is wrong with it beneath
/// it. What was typed for one kind is there again when the choice comes back to it.
///
/// Widgets within it are named "mapSource.FIELD", what is wrong with one "mapSource.refusal.FIELD".
class MapSourceFields : public QWidget {
    Q_OBJECT

public:
    enum class Field { Kind, File, Address, Hosts, Layer, MatrixSet, TileSize, Zooms };

    explicit MapSourceFields(bool hasPackage, QWidget* parent = nullptr);

    void set(const maps::TileSource& source);
    [[nodiscard]] maps::TileSource source() const;
    /// Beneath the field that it is about, which gets the focus.
    void refuse(const maps::SourceProblem& problem);
    /// Beneath the field that it most likely comes from.
    void refuse(const maps::SourceTrouble& trouble);
    void refuse(Field field, const QString& words);
    void clearRefusals();
    /// What a WMTS says that it has: to choose from.
    void offer(const QStringList& layers, const QStringList& matrixSets);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        QWidget* cell;
        QWidget* input;
        QLabel* refusal;
    };
    QWidget* addRow(const QString& label, QWidget* input, QWidget* focus = nullptr);
    void addRow(Field field, const QString& name, const QString& label, QWidget* input,
                QWidget* focus = nullptr);
    void build();
    void buildAddresses();
    void buildShape();
    void join();
    void showRows();
    void browse();
    [[nodiscard]] maps::TileSource::Kind kind() const;
    [[nodiscard]] QLineEdit* address() const;

    bool m_hasPackage;
    QFormLayout* m_form;
    QMap<Field, Row> m_rows;
    QComboBox* m_kind;
    QLabel* m_hint;
    QLineEdit* m_file;
    QLineEdit* m_xyz;
    QLineEdit* m_wmts;
    QLineEdit* m_hosts;
    QComboBox* m_layer;
    QComboBox* m_matrixSet;
    QLineEdit* m_name;
    QLineEdit* m_attribution;
    QComboBox* m_datum;
    QComboBox* m_tileSize;
    QSpinBox* m_minZoom;
    QSpinBox* m_maxZoom;
    QWidget* m_nameCell = nullptr;
    QWidget* m_attributionCell = nullptr;
    QWidget* m_datumCell = nullptr;
};

} // namespace tridesk
