// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/progress.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

struct PhaseFacts {
    ImportPhase phase;
    QStringView key;
    double
        share; ///< in percent, of the time that importing Malta (4 MB) took; in smaller ones tiles take more
};

constexpr std::array<PhaseFacts, 8> phases{{{ImportPhase::Checking, u"checking", 1},
                                            {ImportPhase::Sorting, u"sorting", 2},
                                            {ImportPhase::Reading, u"reading", 5},
                                            {ImportPhase::Places, u"places", 18},
                                            {ImportPhase::Roads, u"roads", 6},
                                            {ImportPhase::Posts, u"posts", 3},
                                            {ImportPhase::Tiles, u"tiles", 64},
                                            {ImportPhase::Placing, u"placing", 1}}};

double sharesUpTo(ImportPhase phase, bool withTiles) {
    double sum = 0;
    for (const PhaseFacts& facts : phases)
        if (facts.phase < phase && (withTiles || facts.phase != ImportPhase::Tiles))
            sum += facts.share;
    return sum;
}

} // namespace

QString phaseKey(ImportPhase phase) {
    return std::ranges::find(phases, phase, &PhaseFacts::phase)->key.toString();
}

std::optional<ImportPhase> phaseFromKey(QStringView key) {
    const auto found = std::ranges::find(phases, key, &PhaseFacts::key);
    return found == phases.end() ? std::nullopt : std::optional(found->phase);
}

QString stoppedText() {
    return u"stopped; what is finished is kept for the next run"_s;
}

ImportWatch::ImportWatch(const ImportControl& control, bool withTiles)
    : m_control(control)
    , m_all(sharesUpTo(ImportPhase::Placing, withTiles) + phases.back().share) {}

void ImportWatch::enter(ImportPhase phase) {
    const bool withTiles = m_all > sharesUpTo(ImportPhase::Placing, false) + phases.back().share;
    m_before = sharesUpTo(phase, withTiles);
    m_share = phase == ImportPhase::Tiles && !withTiles
                  ? 0
                  : std::ranges::find(phases, phase, &PhaseFacts::phase)->share;
    m_now = {.phase = phase};
}

void ImportWatch::begin(ImportPhase phase) {
    enter(phase);
    at(0, 0, 0);
}

void ImportWatch::skip(ImportPhase phase) {
    enter(phase);
    m_now.part = 1;
    m_now.whole = (m_before + m_share) / m_all;
    tell(true);
}

void ImportWatch::count(qint64 done, qint64 total) {
    at(total > 0 ? double(done) / double(total) : 0, done, total);
}

void ImportWatch::at(double part, qint64 done, qint64 total) {
    m_now.part = std::max(m_now.part, std::clamp(part, 0.0, 1.0));
    m_now.whole = std::min(1.0, (m_before + m_now.part * m_share) / m_all);
    m_now.done = done;
    m_now.total = total;
    tell(false);
}

void ImportWatch::tell(bool isSkipped) {
    m_now.isSkipped = isSkipped;
    if (m_control.progress)
        m_control.progress(m_now);
}

} // namespace tridesk::maps
