// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtTypes>

#include <functional>
#include <optional>

namespace tridesk::maps {

/// The steps of an import, in their order.
enum class ImportPhase { Checking, Sorting, Reading, Places, Roads, Posts, Tiles, Placing };

/// How an import stands. done of total are what the phase counts: bytes of the file, tiles; 0 of 0 where it
/// counts nothing.
struct ImportProgress {
    ImportPhase phase = ImportPhase::Checking;
    double part = 0;  ///< of this phase, 0 to 1; never falls within a phase
    double whole = 0; ///< of all, 0 to 1, by the share of time that each phase takes of a city's import
    qint64 done = 0;
    qint64 total = 0;
    bool isSkipped = false; ///< finished by an earlier run that was broken off
};

/// "reading", "tiles" …: the phase's name in what a program prints for another.
[[nodiscard]] QString phaseKey(ImportPhase phase);
[[nodiscard]] std::optional<ImportPhase> phaseFromKey(QStringView key);

/// How the caller follows an import and ends it. Both may be empty; both are called on the importing thread,
/// isStopped often.
struct ImportControl {
    std::function<void(const ImportProgress&)> progress;
    std::function<bool()> isStopped;
};

/// The error of an import that was told to end.
[[nodiscard]] QString stoppedText();

/// One import's side of it: turns what its steps count into shares of the whole.
class ImportWatch {
public:
    ImportWatch(const ImportControl& control, bool withTiles);

    [[nodiscard]] bool isStopped() const { return m_control.isStopped && m_control.isStopped(); }

    void begin(ImportPhase phase);
    void skip(ImportPhase phase); ///< an earlier run has done it
    void count(qint64 done, qint64 total);
    /// For steps whose share is not what they count.
    void at(double part, qint64 done, qint64 total);

private:
    void enter(ImportPhase phase);
    void tell(bool isSkipped);

    const ImportControl& m_control;
    double m_before = 0; ///< share of the phases that are over
    double m_share = 0;
    double m_all = 1;
    ImportProgress m_now;
};

} // namespace tridesk::maps
