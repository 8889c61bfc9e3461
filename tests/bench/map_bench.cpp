// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figure.h"
#include "tests/bench/map_peer.h"
#include "tests/bench/map_scene.h"
#include "ui/map/canvas.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

#include <time.h>

#include <cmath>

// Frames a second of the real canvas at 1920×1080 over vector tiles with labels, 10,000 units, every one of
// them moved before every frame. A frame is what a user waits for: new positions in, everything painted,
// flushed to the screen, in the order in which the program does it: what changes asks for one painting.

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr int units = 10000;
constexpr int warmUp = 30;
constexpr int frames = 300;
constexpr int crowd = 50000;
constexpr int reporting = 1000;       // of the crowd, a frame: at 60 frames each of them about once a second
const QPointF middle(0.8385, 0.4160); // where the scene's city lies, on Mercator's square

struct Measured {
    double fps = 0;
    double p99 = 0;
    double processor = 0; // ms of this thread's processor time a frame: what is left of it on a busy machine

    double raw = 0; // rawFragments(), taken beside it

    [[nodiscard]] QByteArray beside() const {
        return "p99 " + QByteArray::number(p99, 'f', 1) + " ms; processor " +
               QByteArray::number(processor, 'f', 1) + " ms a frame; 10,000 bare icons " +
               QByteArray::number(raw, 'f', 1) + " ms";
    }
};

double processorMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

// What stands beside it: 10,000 icons of 24 pixels copied from an atlas of 32 onto a picture of that size,
// nothing else; ms of processor time.
double rawFragments() {
    QPixmap atlas(32 * 24, 24);
    atlas.fill(Qt::transparent);
    QPainter art(&atlas);
    art.setRenderHint(QPainter::Antialiasing);
    art.setBrush(Qt::darkCyan);
    for (int i = 0; i < 32; ++i)
        art.drawEllipse(i * 24 + 1, 1, 22, 22);
    art.end();
    QRandomGenerator random(1);
    QList<QPainter::PixmapFragment> icons;
    for (int i = 0; i < units; ++i) {
        const QPointF at(random.bounded(1920), random.bounded(1080));
        icons << QPainter::PixmapFragment::create(at, QRectF(random.bounded(32) * 24, 0, 24, 24));
    }
    QImage picture(1920, 1080, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    const double before = processorMs();
    for (int i = 0; i < 30; ++i)
        painter.drawPixmapFragments(icons.constData(), int(icons.size()), atlas);
    return (processorMs() - before) / 30;
}

class Bench : public QObject {
public:
    explicit Bench(const QString& mbtiles) {
        m_map.installEventFilter(this);
        m_map.resize(1920, 1080);
        m_map.setWindowFlag(Qt::FramelessWindowHint);
        m_map.setBasemap(mbtiles);
        m_map.show();
        place(14.6);
        m_units = bench::makeUnits(units, middle, 0.0003);
        for (const ui::UnitSymbol& s : m_units)
            m_map.upsert(s);
    }

    void place(double zoom) {
        m_map.setView(m_map.view().withCentre(middle).withZoom(zoom));
        settle();
    }

    // Lets the workers finish what the view wants.
    void settle() {
        if (!QTest::qWaitFor([this] { return m_map.isBasemapComplete(); }, 30'000))
            std::fprintf(stderr, "the basemap was not complete after 30 s\n");
    }

    // `step` moves the view for a frame.
    template <typename Step>
    Measured run(Step step, std::size_t moved = units) {
        QList<double> times;
        QElapsedTimer all;
        double processor = 0;
        for (int i = -warmUp; i < frames; ++i) {
            if (i == 0) {
                all.start();
                processor = processorMs();
            }
            QElapsedTimer frame;
            frame.start();
            if (moved == m_units.size() || i % (crowd / reporting) == 0)
                bench::moveUnits(m_units, i);
            for (std::size_t n = 0; n < moved; ++n)
                m_map.upsert(m_units[(std::size_t(i + warmUp) * moved + n) % m_units.size()]);
            step(i);
            untilPainted();
            if (i >= 0)
                times << double(frame.nsecsElapsed()) / 1e6;
        }
        return {frames * 1000.0 / double(all.elapsed()), bench::percentile(times, 0.99),
                (processorMs() - processor) / frames, rawFragments()};
    }

    // A larger fleet over a wider city, seen from where units are gathered; `step` as in run().
    template <typename Step>
    Measured runCrowd(Step step) {
        m_map.clear(ui::SymbolKind::Unit);
        m_units = bench::makeUnits(crowd, middle, 0.003);
        for (const ui::UnitSymbol& s : m_units)
            m_map.upsert(s);
        place(12);
        return run(step, reporting);
    }

    [[nodiscard]] ui::MapCanvas& map() { return m_map; }
    // The same units on Qt Location's own map, which takes its turn on the screen.
    [[nodiscard]] bench::PeerFigures peer() {
        m_map.hide();
        auto figures = bench::measurePeer(m_units, m_map.view());
        m_map.show();
        return figures;
    }

    bool eventFilter(QObject*, QEvent* event) override {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return false;
    }

private:
    // What has come in meanwhile, tiles among it, and then the painting and its flush.
    void untilPainted() {
        m_painted = false;
        while (!m_painted)
            QApplication::processEvents();
    }

    bool m_painted = false;
    ui::MapCanvas m_map;
    std::vector<ui::UnitSymbol> m_units;
};

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    const auto wanted = {"map.still.fps",  "map.pan.fps",       "map.pan.p99_ms", "map.zoom.fps",
                         "map.labels.fps", "map.clustered.fps", "map.turned.fps"};
    if (std::ranges::none_of(wanted, [&](const char* id) { return filter.wants(id); }))
        return 0;
    QTemporaryDir folder;
    const QString mbtiles = folder.filePath(u"city.mbtiles"_s);
    if (!bench::writeCity(mbtiles, middle))
        return 1;
    Bench bench(mbtiles);
    const auto panned = [&](int i) {
        const double angle = i * 0.021;
        auto& map = bench.map();
        map.setView(map.view().panned({9 * std::cos(angle), 7 * std::sin(angle)}));
    };
    using bench::Hold;
    const Measured still = bench.run([](int) {});
    const Measured pan = bench.run(panned);
    const bool besidePeer = filter.wants("map.still.fps") || filter.wants("map.pan.fps");
    const bench::PeerFigures peer = besidePeer ? bench.peer() : bench::PeerFigures{};
    if (filter.wants("map.still.fps"))
        bench::printFigure("map.still.fps", still.fps, "1/s", Hold::AtLeast, 120,
                           still.beside() + peer.still);
    if (filter.wants("map.pan.fps"))
        bench::printFigure("map.pan.fps", pan.fps, "1/s", Hold::AtLeast, 120, pan.beside() + peer.pan);
    if (filter.wants("map.pan.p99_ms"))
        bench::printFigure("map.pan.p99_ms", pan.p99, "ms", Hold::AtMost, 16);
    bench.place(14.6);
    // In and out as with the wheel: the view is between two sizes of tiles nearly all the time.
    const Measured zoom = bench.run([&](int i) {
        if (i % 50 == 0)
            bench.map().zoomBy(i / 50 % 2 == 0 ? 0.9 : -0.9);
    });
    if (filter.wants("map.zoom.fps"))
        bench::printFigure("map.zoom.fps", zoom.fps, "1/s", Hold::AtLeast, 100, zoom.beside());
    if (filter.wants("map.labels.fps")) {
        bench.place(15.0); // each unit in sight with its callsign
        const Measured labels = bench.run(panned);
        bench::printFigure("map.labels.fps", labels.fps, "1/s", Hold::AtLeast, 60, labels.beside());
    }
    if (filter.wants("map.turned.fps")) {
        bench.place(14.6);
        bench.map().setView(bench.map().view().withBearing(30));
        bench.settle();
        const Measured turned = bench.run(panned);
        bench::printFigure("map.turned.fps", turned.fps, "1/s", Hold::AtLeast, 60, turned.beside());
        bench.map().setView(bench.map().view().withBearing(0));
    }
    if (filter.wants("map.clustered.fps")) {
        const Measured clustered = bench.runCrowd(panned);
        bench::printFigure("map.clustered.fps", clustered.fps, "1/s", Hold::AtLeast, 60, clustered.beside());
    }
    return 0;
}
