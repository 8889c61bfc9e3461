// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/common/place_search.h"

#include <QObject>

#include <functional>

namespace tridesk {

struct Changes;

/// A window's search for places: the geographic service, what the desk itself has (its stations and cameras,
/// places with names of its own), and what this seat picked before, which is kept in the settings.
class PlaceLookup : public QObject, public PlaceSearch {
    Q_OBJECT

public:
    /// `service` may be null. All outlive it.
    PlaceLookup(const PaneContext& context, maps::GeoService* service, QObject* parent = nullptr);

    void setNear(const QGeoCoordinate& near) { m_near = near; } ///< where the map looks

    [[nodiscard]] bool knowsMap() const override;
    void find(const QString& text, int limit, QObject* asker, Found found) override;
    void notePick(const maps::RankedPlace& place) override;

private:
    void putAll();
    void take(const Changes& changes);
    [[nodiscard]] QString areaOf(const maps::RankedPlace& place) const;
    [[nodiscard]] QString settingsKey() const;

    PaneContext m_context;
    maps::GeoService* m_service;
    maps::PlaceFinder m_finder;
    QGeoCoordinate m_near;
};

/// What a spot is called, or nothing; `found` is called now or later, and not after `owner` is gone.
void addressAt(maps::GeoService* places, GeoPoint at, QObject* owner,
               const std::function<void(const QString&)>& found);

} // namespace tridesk
