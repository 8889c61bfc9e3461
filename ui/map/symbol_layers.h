// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/symbol_layer.h"
#include "ui/map/unit_clusters.h"

#include <QList>

namespace tridesk::ui {

// Written names stand where no other one of the layer does: a coarse map of what is taken, a frame long.
class PlateSpace {
public:
    explicit PlateSpace(QSizeF view);
    // True, and taken from then on, if the rectangle is free.
    bool take(const QRectF& rect);
    // Whether this place is still free: quickly asked before a rectangle around it is measured.
    [[nodiscard]] bool isFree(QPointF at) const;

private:
    int m_columns;
    int m_rows;
    std::vector<std::uint8_t> m_taken;
};

class UnitLayer final : public SymbolLayer<UnitSymbol, SymbolKind::Unit> {
public:
    void paint(QPainter& painter, const MapView& view) override;
    // Overdue and emergency units blink; the canvas beats the time.
    void setFlash(bool on) { m_flash = on; }
    [[nodiscard]] bool hasAlarm() const { return m_hasAlarm; } // as of the last frame
    // The units in an emergency, which paint() leaves out: they lie on top of the incidents, and are there
    // also where the units are hidden.
    void paintEmergencies(QPainter& painter, const MapView& view);
    [[nodiscard]] std::optional<MapHit> emergencyAt(QPointF pixel, const MapView& view) const;
    // Whether a cluster lies under a pixel: clicking it goes nearer. As of the last frame.
    [[nodiscard]] bool clusterAt(QPointF pixel, const MapView& view) const;

private:
    struct Shown {
        const UnitSymbol* symbol;
        QPointF at;
        std::uint32_t band = 0;
        bool alarm = false;
    };
    void gather(const MapView& view);
    void addUnit(SpriteBatch& batch, const Shown& shown, double bearing);
    void addPlates(SpriteBatch& batch, const MapView& view);
    void addPlate(SpriteBatch& batch, const Shown& shown);
    void paintClusters(QPainter& painter, const MapView& view);
    [[nodiscard]] double reach() const override { return m_small ? 9 : 13; }
    [[nodiscard]] bool isShown(const UnitSymbol& s, const MapView&) const override {
        return !m_clusters.isActive() || !m_clusters.holds(std::size_t(&s - m_store.all().data()));
    }

    std::vector<Shown> m_seen; // these are kept to spare the allocation
    std::vector<Shown> m_shown;
    std::vector<std::uint32_t> m_bandEnds;
    UnitClusters m_clusters;
    bool m_small = false;
    bool m_flash = false;
    bool m_hasAlarm = false;
};

// The top of a UnitLayer, which outlives it.
class EmergencyLayer final : public MapLayer {
public:
    explicit EmergencyLayer(UnitLayer& units)
        : m_units(units) {}
    void paint(QPainter& painter, const MapView& view) override { m_units.paintEmergencies(painter, view); }
    [[nodiscard]] std::optional<MapHit> hitTest(QPointF pixel, const MapView& view) const override {
        return m_units.emergencyAt(pixel, view);
    }

private:
    UnitLayer& m_units;
};

class IncidentLayer final : public SymbolLayer<IncidentSymbol, SymbolKind::Incident> {
public:
    void paint(QPainter& painter, const MapView& view) override;
    // Overdue pins blink; the canvas beats the time.
    void setFlash(bool on) { m_flash = on; }
    [[nodiscard]] bool hasOverdue() const;

private:
    [[nodiscard]] QPointF middle() const override;
    [[nodiscard]] double reach() const override { return 15; }
    void paintPlates(QPainter& painter, const MapView& view, const std::vector<const IncidentSymbol*>& shown);
    bool m_flash = false;
};

class CameraLayer final : public SymbolLayer<CameraSymbol, SymbolKind::Camera> {
public:
    void paint(QPainter& painter, const MapView& view) override;

private:
    [[nodiscard]] bool isShown(const CameraSymbol& s, const MapView& view) const override;
    [[nodiscard]] double reach() const override { return 9; }
};

class StationLayer final : public SymbolLayer<StationSymbol, SymbolKind::Station> {
public:
    void paint(QPainter& painter, const MapView& view) override;
};

} // namespace tridesk::ui
