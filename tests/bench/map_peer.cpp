// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/map_peer.h"

#include "tests/bench/map_scene.h"

#include <QAbstractListModel>
#include <QColor>
#include <QElapsedTimer>
#include <QGeoCoordinate>
#include <QQmlComponent>
#include <QQmlContext>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::bench {
namespace {

constexpr auto scene = R"(
import QtQuick
import QtLocation
import QtPositioning
Map {
    id: map
    readonly property int shown: mapItems.length
    plugin: Plugin { name: "itemsoverlay" }
    copyrightsVisible: false
    MapItemView {
        model: units
        delegate: MapQuickItem {
            required property var place
            required property color look
            coordinate: place
            anchorPoint: Qt.point(5.5, 5.5)
            sourceItem: Rectangle { width: 11; height: 11; radius: 5.5; color: look }
        }
    }
}
)";

constexpr int creationMs = 30'000; // for ten thousand items
constexpr int figureMs = 10'000;
constexpr int mostFrames = 20;

class PeerUnits final : public QAbstractListModel {
public:
    explicit PeerUnits(std::vector<ui::UnitSymbol>& units)
        : m_units(units) {}

    [[nodiscard]] int rowCount(const QModelIndex& parent) const override {
        return parent.isValid() ? 0 : int(m_units.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override {
        const ui::UnitSymbol& s = m_units[std::size_t(index.row())];
        if (role == place)
            return QVariant::fromValue(ui::fromMercator(s.at));
        return QColor::fromHsv(int(s.state) * 25, 200, 200);
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override {
        return {{place, "place"_ba}, {look, "look"_ba}};
    }
    void move(int frame) {
        moveUnits(m_units, frame);
        Q_EMIT dataChanged(index(0), index(rowCount({}) - 1), {place});
    }

private:
    static constexpr int place = Qt::UserRole;
    static constexpr int look = Qt::UserRole + 1;
    std::vector<ui::UnitSymbol>& m_units;
};

class Peer {
public:
    Peer(std::vector<ui::UnitSymbol>& units, const ui::MapView& view)
        : m_view(view)
        , m_units(units)
        , m_component(m_window.engine()) {
        m_window.rootContext()->setContextProperty(u"units"_s, &m_units);
        m_component.setData(scene, QUrl());
        m_map = qobject_cast<QQuickItem*>(m_component.create(m_window.rootContext()));
        if (m_map == nullptr)
            return;
        m_window.setResizeMode(QQuickView::SizeRootObjectToView);
        m_window.setContent(QUrl(), &m_component, m_map);
        m_window.resize(view.size().toSize());
        m_map->setProperty("zoomLevel", view.zoom());
        lookAt(view);
        m_window.show();
    }

    // Why there is nothing to measure; empty if there is.
    [[nodiscard]] QByteArray fault() {
        if (m_map == nullptr)
            return "not there: " + m_component.errorString().simplified().toUtf8();
        const int all = m_units.rowCount({});
        if (!QTest::qWaitFor([&] { return m_map->property("shown").toInt() >= all; }, creationMs) || !frame())
            return "only " + QByteArray::number(m_map->property("shown").toInt()) +
                   " of its items after 30 s";
        return {};
    }

    [[nodiscard]] QByteArray measure(bool panning) {
        QElapsedTimer all;
        all.start();
        int frames = 0;
        while (frames < mostFrames && all.elapsed() < figureMs) {
            m_units.move(frames);
            const double angle = frames * 0.021;
            if (panning)
                lookAt(m_view = m_view.panned({9 * std::cos(angle), 7 * std::sin(angle)}));
            if (!frame())
                break;
            ++frames;
        }
        return QByteArray::number(frames * 1000.0 / double(all.elapsed()), 'g', 2) + " frames/s (of " +
               QByteArray::number(frames) + ")";
    }

private:
    void lookAt(const ui::MapView& view) {
        m_map->setProperty("center", QVariant::fromValue(ui::fromMercator(view.centre())));
    }
    bool frame() {
        QSignalSpy swapped(&m_window, &QQuickWindow::frameSwapped);
        m_window.update();
        return swapped.wait(creationMs);
    }

    ui::MapView m_view;
    PeerUnits m_units;
    QQuickView m_window;
    QQmlComponent m_component;
    QQuickItem* m_map = nullptr; // the window's
};

} // namespace

PeerFigures measurePeer(std::vector<ui::UnitSymbol>& units, const ui::MapView& view) {
    QQuickWindow::setGraphicsApi(QSGRendererInterface::Software);
    const QByteArray name = "; MapItemView ";
    Peer peer(units, view);
    if (const QByteArray fault = peer.fault(); !fault.isEmpty())
        return {name + fault, name + fault};
    const QByteArray still = peer.measure(false);
    return {name + still, name + peer.measure(true)};
}

} // namespace tridesk::bench
