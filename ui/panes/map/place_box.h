// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QGeoCoordinate>
#include <QLineEdit>

#include <functional>

class QCompleter;
class QStandardItemModel;
class QTimer;

namespace tridesk {

namespace maps {
class GeoService;
}

/// Finds a place by what is typed, through the geographic service: asks when typing pauses, offers what it
/// found, and tells which was chosen. Without a service it stays disabled and says so.
class PlaceBox : public QLineEdit {
    Q_OBJECT

public:
    /// `places` may be null; outlives it otherwise.
    explicit PlaceBox(maps::GeoService* places, QWidget* parent = nullptr);

    /// What Enter tries first with what was typed: true where it was a coordinate, a callsign, a number, and
    /// no place need be looked for.
    void setDirect(std::function<bool(const QString&)> direct);
    void setNear(const QGeoCoordinate& near) { m_near = near; } ///< nearer ones are offered first

Q_SIGNALS:
    void chosen(const QGeoCoordinate& at, const QString& label);

private:
    void enter();
    void ask();
    void choose(int row);

    maps::GeoService* m_places;
    QGeoCoordinate m_near;
    QStandardItemModel* m_found;
    QCompleter* m_offer;
    QTimer* m_pause;
    std::function<bool(const QString&)> m_direct;
};

} // namespace tridesk
