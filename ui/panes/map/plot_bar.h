// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/map_marks.h"

#include <QFrame>

class QAbstractButton;
class QButtonGroup;
class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

class Look;

/// What the hand draws with: the kinds of a drawing, and a line drawn freehand.
enum class PlotPen { Point, Line, Arrow, Zone, Cordon, Freehand };

/// The bar of drawing (标绘): with what, in which colour, what it says, for which incident, until when. It
/// shows a drawing that is selected, too, and lets it be changed and erased.
///
/// objectNames: plotBar; plot.pen.point … plot.pen.freehand, plot.colour.blue …, plot.label, plot.incident,
/// plot.expiry, plot.erase, plot.close, plot.about.
class PlotBar : public QFrame {
    Q_OBJECT

public:
    explicit PlotBar(const Look& look, QWidget* parent = nullptr);

    [[nodiscard]] PlotPen pen() const;
    [[nodiscard]] QString label() const;
    [[nodiscard]] PlotColour colour() const;
    [[nodiscard]] bool isForIncident() const;
    /// How long it shall stand; nothing: until it is erased, or as it is.
    [[nodiscard]] std::optional<std::chrono::minutes> lifetime() const;

    /// The incident that a new drawing can be for; empty: none is selected.
    void offerIncident(const QString& number);
    /// Shows one that is drawn already; `about` says whose it is and since when. `mayChange` false: to be
    /// read only.
    void showPlot(const PlotDetails& details, const QString& about, bool mayChange);
    void showPens(); ///< for a new one
    void focusLabel();

Q_SIGNALS:
    void penChosen(tridesk::PlotPen pen);
    void edited(); ///< label, colour, incident or expiry of the one that is shown
    void eraseAsked();
    void closed();

private:
    void buildPens(QHBoxLayout& row);
    void buildColours(QHBoxLayout& row);
    void buildWords(QHBoxLayout& row);
    void dress(const Look& look);

    QButtonGroup* m_pens;
    QButtonGroup* m_colours;
    QLineEdit* m_label;
    QCheckBox* m_incident;
    QComboBox* m_expiry;
    QPushButton* m_erase;
    QLabel* m_about;
};

} // namespace tridesk
