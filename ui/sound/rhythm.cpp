// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/rhythm.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

using namespace std::chrono_literals;

namespace tridesk::sound {

namespace {

constexpr auto swell = 6ms;
constexpr double overtone = 0.3; // the octave above carries through the noise of a room

qsizetype samplesIn(Milliseconds time) {
    return qsizetype(time.count()) * sampleRate / 1000;
}

} // namespace

std::vector<Stroke> rhythm(AlertFamily family) {
    switch (family) {
    case AlertFamily::Emergency: // up and down without a pause, like nothing else
        return {{960, 180ms, 0ms}, {720, 180ms, 0ms}, {960, 180ms, 0ms}, {720, 180ms, 0ms},
                {960, 180ms, 0ms}, {720, 180ms, 0ms}, {960, 180ms, 0ms}, {720, 180ms, 0ms}};
    case AlertFamily::UrgentIncident: // three short, twice
        return {{880, 90ms, 60ms}, {880, 90ms, 60ms}, {880, 90ms, 320ms},
                {880, 90ms, 60ms}, {880, 90ms, 60ms}, {880, 90ms, 0ms}};
    case AlertFamily::Overdue: // long, short, long
        return {{520, 420ms, 110ms}, {520, 110ms, 110ms}, {520, 420ms, 0ms}};
    case AlertFamily::Assigned: // short, long
        return {{660, 110ms, 80ms}, {880, 360ms, 0ms}};
    case AlertFamily::Message: // two short
        return {{740, 100ms, 120ms}, {740, 100ms, 0ms}};
    case AlertFamily::Status: // one
        return {{600, 90ms, 0ms}};
    }
    return {};
}

Milliseconds length(const std::vector<Stroke>& strokes) {
    Milliseconds whole{0};
    for (const Stroke& stroke : strokes)
        whole += stroke.on + stroke.off;
    return whole;
}

QByteArray samples(const std::vector<Stroke>& strokes, double loudness) {
    QList<qint16> wave;
    wave.reserve(samplesIn(length(strokes)));
    const double height =
        std::clamp(loudness, 0.0, 1.0) * std::numeric_limits<qint16>::max() / (1 + overtone);
    const double edge = double(samplesIn(swell));
    for (const Stroke& stroke : strokes) {
        const qsizetype count = samplesIn(stroke.on);
        for (qsizetype i = 0; i < count; ++i) {
            const double turn = 2 * std::numbers::pi * stroke.hertz * double(i) / sampleRate;
            const double envelope = std::min({1.0, double(i) / edge, double(count - 1 - i) / edge});
            wave.append(qint16(height * envelope * (std::sin(turn) + overtone * std::sin(2 * turn))));
        }
        wave.resize(wave.size() + samplesIn(stroke.off), 0);
    }
    return {reinterpret_cast<const char*>(wave.constData()), wave.size() * qsizetype(sizeof(qint16))};
}

} // namespace tridesk::sound
