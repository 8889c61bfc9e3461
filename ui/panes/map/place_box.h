// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/picker_edit.h"

#include <QGeoCoordinate>

#include <functional>

class QTimer;

namespace tridesk {

class Look;
class PlaceSearch;

/// Finds a place by what is typed: asks when typing pauses, offers what was found, and tells which was
/// chosen. A sign @ before the text says that it means a place, whatever else is called so.
class PlaceBox : public PickerEdit {
    Q_OBJECT

public:
    /// `search` may be null: then only what setDirect() takes is understood. All outlive it.
    PlaceBox(PlaceSearch* search, const Look& look, QWidget* parent = nullptr);

    /// What Enter tries first with what was typed: true where it was a coordinate, a callsign, a number, and
    /// no place need be looked for.
    void setDirect(std::function<bool(const QString&)> direct);

Q_SIGNALS:
    void placeChosen(const QGeoCoordinate& at, const QString& label);

private:
    void enter();
    void ask();

    PlaceSearch* m_search;
    QTimer* m_pause;
    std::function<bool(const QString&)> m_direct;
    QString m_answered;     ///< the text that the list answers
    bool m_entered = false; ///< Enter was pressed before the answer had come
};

} // namespace tridesk
