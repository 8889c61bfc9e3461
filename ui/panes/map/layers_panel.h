// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/map/layer_choices.h"

#include <QFrame>

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QTimer;

namespace tridesk {

/// The list of what the map shows: each part with how many there are and a tick, units by their kinds too,
/// the language of the map's own words, how far back trails reach.
///
/// objectNames: layersPanel; layer.units …, layer.kind.car …, layer.words, layer.trailMinutes, layer.close.
class LayersPanel : public QFrame {
    Q_OBJECT

public:
    struct Counts {
        QHash<MapPart, qsizetype> parts;
        QHash<UnitKind, qsizetype> kinds;
    };
    /// `count` is asked while the panel is seen, once a second.
    LayersPanel(const LayerChoices& choices, std::function<Counts()> count, QWidget* parent = nullptr);

    [[nodiscard]] const LayerChoices& choices() const { return m_choices; }
    void setPart(MapPart part, bool visible); ///< as a click on its tick does

Q_SIGNALS:
    void chosen(const tridesk::LayerChoices& choices);
    void closed();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Line {
        QCheckBox* tick;
        QLabel* count;
    };
    Line addLine(QGridLayout& grid, const QString& name, const QString& text, bool on, int indent);
    void buildParts(QGridLayout& grid);
    void buildKinds(QGridLayout& grid);
    void buildWords(QGridLayout& grid);
    void tell();
    void recount();

    LayerChoices m_choices;
    std::function<Counts()> m_count;
    QHash<MapPart, Line> m_parts;
    QHash<UnitKind, Line> m_kinds;
    QTimer* m_second;
};

} // namespace tridesk
