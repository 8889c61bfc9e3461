// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/canvas_surface.h"

#include "ui/map/canvas.h"
#include "ui/map/canvas_parts.h"
#include "ui/map/source_words.h"

#include <QDir>
#include <QOffscreenSurface>
#include <QOpenGLContext>
#include <QOpenGLFunctions>
#include <QOpenGLWidget>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tridesk::ui {
namespace {

// Making a context without a card loads a whole renderer, some tenths of a second and megabytes: look first
// whether there can be one.
bool mayHaveCard() {
#ifdef Q_OS_LINUX
    return !QDir(u"/dev/dri"_s).entryList({u"renderD*"_s}, QDir::System).isEmpty();
#else
    return true;
#endif
}

bool askForCard() {
    if (!mayHaveCard())
        return false;
    QOffscreenSurface nowhere;
    nowhere.create();
    QOpenGLContext context;
    if (!nowhere.isValid() || !context.create() || !context.makeCurrent(&nowhere))
        return false;
    const auto* renderer = reinterpret_cast<const char*>(context.functions()->glGetString(GL_RENDERER));
    const bool card = renderer != nullptr && !isSoftwareRenderer(renderer);
    context.doneCurrent();
    return card;
}

} // namespace

bool isSoftwareRenderer(const QByteArray& renderer) {
    const QByteArray name = renderer.toLower();
    for (const char* software : {"llvmpipe", "softpipe", "swiftshader", "swrast", "software rasterizer",
                                 "basic render", "gdi generic", "virgl (llvm"}) {
        if (name.contains(software))
            return true;
    }
    return name.trimmed().isEmpty();
}

bool hasGraphicsCard() {
    static const bool answer = askForCard();
    return answer;
}

// The other surface: the same painting on OpenGL. Lets the mouse through to the canvas.
class MapSurfacePainter final : public QOpenGLWidget {
public:
    explicit MapSurfacePainter(MapCanvas* canvas)
        : QOpenGLWidget(canvas)
        , m_canvas(canvas) {
        setAttribute(Qt::WA_TransparentForMouseEvents);
    }

protected:
    void paintGL() override {
        QPainter painter(this);
        m_canvas->paintMap(painter);
    }

private:
    MapCanvas* m_canvas;
};

void MapCanvas::setSurface(MapSurface wish) {
    const bool accelerated = wish == MapSurface::OpenGl || (wish == MapSurface::Auto && hasGraphicsCard());
    if (accelerated == isAccelerated())
        return;
    delete std::exchange(m->surface, nullptr);
    if (accelerated) {
        m->surface = new MapSurfacePainter(this);
        m->surface->setGeometry(rect());
        m->surface->lower();
        m->surface->show();
    }
    refresh();
}

bool MapCanvas::isAccelerated() const {
    return m->surface != nullptr;
}

void MapCanvas::paintEvent(QPaintEvent*) {
    if (m->surface != nullptr)
        return;
    QPainter painter(this);
    paintMap(painter);
}

void MapCanvas::paintMap(QPainter& painter) {
    m->dirty = false;
    m->soon.stop();
    const bool turning = m->press.kind == Press::Kind::Turn && m->press.moved;
    const bool still = !turning && !m->motion.isReshaping();
    // Between two sizes of tiles nothing lies on whole pixels anyway.
    const MapView view = still ? m->view.onPixels() : m->view;
    auto layer = m->layers.cbegin();
    if (still && m->surface == nullptr)
        layer = paintGround(painter, view);
    for (; layer != m->layers.cend(); ++layer)
        paintLayer(painter, view, *layer->second);
    updateFlash();
    paintScaleBar(painter, view, m->style);
    if (m->basemap.isOpen() || m->basemap.isOpening())
        paintAttribution(painter, view, m->style, attributionText(), sentence(m->basemap.trouble()));
    else
        paintNotice(painter, view, m->style, notice());
}

void MapCanvas::paintLayer(QPainter& painter, const MapView& view, MapLayer& layer) {
    if (!layer.isVisible())
        return;
    painter.save();
    layer.paint(painter, view);
    painter.restore();
}

// The lowest layers from one picture, if that is less work: where there is nothing but tiles side by side
// they are copied as fast. Gives the first layer that is left.
MapParts::Layers::const_iterator MapCanvas::paintGround(QPainter& painter, const MapView& view) {
    std::vector<quint64> stamps;
    bool shapes = false;
    auto end = m->layers.cbegin();
    for (; end != m->layers.cend() && end->first < MapLayerRole::Labels; ++end) {
        const auto stamp = end->second->stamp();
        if (!stamp)
            break;
        stamps.push_back(*stamp * 2 + quint64(end->second->isVisible()));
        shapes = shapes || (end->first > MapLayerRole::Basemap && *stamp != 0 && end->second->isVisible());
    }
    if (end == m->layers.cbegin() || (!shapes && !view.isTurned()))
        return m->layers.cbegin();
    m->ground.paint(painter, view, stamps, [&](QPainter& p, const MapView& around) {
        for (auto layer = m->layers.cbegin(); layer != end; ++layer)
            paintLayer(p, around, *layer->second);
    });
    return end;
}

} // namespace tridesk::ui
