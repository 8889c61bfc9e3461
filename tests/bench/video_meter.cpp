// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/video_meter.h"

#include "tests/bench/figure.h"
#include "tests/video/camera_server.h"

#include <QCoreApplication>
#include <QFile>

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk::bench {

namespace {

constexpr int settleMs = 2000;
constexpr int measureMs = 8000;
constexpr int longestStartMs = 30'000; ///< after which what is still black stays so

double processorSeconds() {
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

double residentMib() {
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (line.startsWith("VmRSS:"))
            return line.mid(6).trimmed().split(' ').constFirst().toDouble() / 1024;
    }
    return 0;
}

} // namespace

WallMeter::WallMeter(int feeds, std::function<bool()> ready)
    : m_ready(std::move(ready))
    , m_feeds(std::size_t(feeds)) {
    connect(&m_tick, &QTimer::timeout, this, [this] {
        m_longestGap = std::max(m_longestGap, m_loop.restart());
        proceed();
    });
}

void WallMeter::begin() {
    m_begun.start();
    m_loop.start();
    m_tick.start(2);
}

void WallMeter::painted(int feed, const QImage& image) {
    Counted& counted = m_feeds.at(std::size_t(feed));
    if (!std::exchange(counted.ever, true))
        m_figures.firstS = double(m_begun.elapsed()) / 1000;
    if (!m_measured.isValid())
        return;
    ++counted.painted;
    if (const auto pattern = test::readPattern(image)) {
        const auto now = std::chrono::steady_clock::now().time_since_epoch();
        m_late.append(std::chrono::duration<double, std::milli>(now).count() - double(pattern->clockMs));
    }
}

int WallMeter::black() const {
    return int(std::ranges::count_if(m_feeds, [](const Counted& counted) { return !counted.ever; }));
}

// from starting to settling to measuring
void WallMeter::proceed() {
    if (!m_settling.isValid()) {
        if ((black() == 0 && m_ready()) || (black() > 0 && m_begun.elapsed() > longestStartMs))
            m_settling.start();
    } else if (!m_measured.isValid()) {
        if (m_settling.elapsed() > settleMs) {
            m_processor = processorSeconds();
            m_longestGap = 0;
            m_measured.start();
        }
    } else if (m_measured.elapsed() > measureMs) {
        finish();
    }
}

void WallMeter::finish() {
    const double seconds = double(m_measured.elapsed()) / 1000;
    const auto slowest = std::ranges::min_element(m_feeds, {}, &Counted::painted);
    m_figures.fpsMin = slowest->painted / seconds;
    m_figures.cpuPct = 100 * (processorSeconds() - m_processor) / seconds;
    m_figures.mib = residentMib();
    m_figures.stallMs = double(m_longestGap);
    m_figures.lateMs = percentile(m_late, 0.5);
    m_figures.lateP95 = percentile(m_late, 0.95);
    m_figures.black = black();
    std::printf("%s\n", m_figures.toLine().constData());
    std::fflush(stdout);
    m_tick.stop();
    QCoreApplication::quit();
}

} // namespace tridesk::bench
