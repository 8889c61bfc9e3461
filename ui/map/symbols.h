// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QPolygonF>
#include <QString>
#include <QtTypes>

// What panes push to the map: plain values, already decided. The map knows no domain: a pane turns a unit of
// the situation into a UnitSymbol, colour role and all. Keys are the pane's own and stay with a thing for its
// life; ids are what a drag carries. Coordinates `at` are on Mercator's unit square (ui/map/map_view.h:
// toMercator()).
namespace tridesk::ui {

enum class SymbolKind : quint8 {
    None,
    Unit,
    Incident,
    Camera,
    Station,
    Area,
    Ring,
    Route,
    Trail,
    Plot,
    Beat
};

// The colour roles. A state is shown by colour AND glyph. Red and flashing belong to Overdue and Emergency
// alone.
enum class SymbolState : quint8 {
    Off,
    Available,
    AtStation,
    Reserved,
    Dispatched,
    Signed,
    EnRoute,
    OnScene,
    Divertable,
    Committed,
    Transport,
    Reporting,
    OutOfService,
    Emergency,
};

enum class UnitGlyph : quint8 { Car, Motorcycle, Foot, Van, Dog, Boat, Auxiliary, Drone };

struct UnitSymbol {
    quint64 key = 0;
    QPointF at;
    float heading = -1; // degrees clockwise from north; negative: not known, or standing
    UnitGlyph kind = UnitGlyph::Car;
    SymbolState state = SymbolState::Available;
    float ageFade = 0; // 0 fresh … 1 too old to trust
    QString label;     // callsign
    QString id;        // what a drag carries
    bool selected = false;
    bool overdue = false;
    bool aside = false;   // of no matter just now: faint, without its name
    bool guessed = false; // its place is worked out, nobody reported it: hollow, with a broken rim
};

// Ten thousand of these are replaced in a frame, most of them only moved: the same words are not counted
// anew.
inline void replace(UnitSymbol& old, const UnitSymbol& now) {
    const auto replaceText = [](QString& was, const QString& is) {
        if (was.constData() != is.constData() || was.size() != is.size())
            was = is;
    };
    old.at = now.at;
    old.heading = now.heading;
    old.kind = now.kind;
    old.state = now.state;
    old.ageFade = now.ageFade;
    replaceText(old.label, now.label);
    replaceText(old.id, now.id);
    old.selected = now.selected;
    old.overdue = now.overdue;
    old.aside = now.aside;
    old.guessed = now.guessed;
}

enum class IncidentStage : quint8 { Pending, Assigned, OnScene, Closed };

struct IncidentSymbol {
    quint64 key = 0;
    QPointF at;
    quint8 level = 2; // 1 most urgent … 4 not for police
    IncidentStage stage = IncidentStage::Pending;
    QString label; // short: number and type
    QString id;
    bool selected = false;
    bool overdue = false;
    bool major = false;
    bool dimmed = false; // sensitive: a grey dot without words
    bool aside = false;  // of no matter just now: faint, without words
};

struct CameraSymbol {
    quint64 key = 0;
    QPointF at;
    float heading = -1; // where it looks; negative: all round or not known
    bool online = true;
    QString label;
    QString id;
    bool selected = false;
};

struct StationSymbol {
    quint64 key = 0;
    QPointF at;
    bool bureau = false;
    QString label;
    QString id;
    bool selected = false;
};

enum class ShapeStyle : quint8 { Area, AreaStrong, Ring, Cordon, Route, RouteFaint, Trail, Beat };

// A station's area, a beat, a cordon: filled faintly, bordered, named in the middle.
struct AreaShape {
    quint64 key = 0;
    QPolygonF polygon;
    QString label;
    ShapeStyle style = ShapeStyle::Area;
    bool selected = false;
};

struct RingShape {
    quint64 key = 0;
    QPointF at;
    struct Circle {
        double metres = 0;
        QString label;
    };
    QList<Circle> circles;
};

// A line: the way that a unit will take, has taken, or a drawn one.
struct LineShape {
    quint64 key = 0;
    QPolygonF line;
    QString label;
    ShapeStyle style = ShapeStyle::Route;
    SymbolState state = SymbolState::EnRoute; // gives the colour
    bool selected = false;
    bool aside = false; // of no matter just now: faint
};
using RouteShape = LineShape;
using TrailShape = LineShape;

enum class PlotKind : quint8 { Point, Line, Arrow, Zone, Cordon };
// Told apart by colour-blind eyes; never the alarm's red.
enum class PlotInk : quint8 { Blue, Orange, Green, Purple, Grey };
inline constexpr int plotInks = int(PlotInk::Grey) + 1;

// What a desk has drawn (标绘). Zones and cordons are closed; they may cross themselves.
struct PlotShape {
    quint64 key = 0;
    QPolygonF points;
    PlotKind kind = PlotKind::Line;
    PlotInk ink = PlotInk::Blue;
    QString label;
    bool selected = false;
};

} // namespace tridesk::ui
