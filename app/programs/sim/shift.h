// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/programs/sim/crew.h"
#include "app/programs/sim/interface.h"
#include "app/programs/sim/script.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <vector>

namespace tridesk::sim {

struct ShiftOptions {
    double speed = 1;    ///< simulated seconds in a real one
    double perHour = 90; ///< incidents in a simulated hour
    int backlog = 0;     ///< incidents that are there at the start
    double fixEvery = 2; ///< real seconds between two fixes of a unit
};

/// A shift on the public interfaces: incidents come, crews drive, read, sign, arrive and report. Everything
/// that is left to chance comes from the seed; what the desk answers and when decides the rest.
class Shift : public QObject {
    Q_OBJECT

public:
    Shift(ShiftOptions options, Interface& desk, std::unique_ptr<Caller> caller, std::vector<Crew> crews,
          QObject* parent = nullptr);

    void start();
    [[nodiscard]] QGeoCoordinate whereIs(const UnitId& unit) const;
    [[nodiscard]] int reported() const { return m_reported; }

private:
    void tick();
    void callIn(double seconds);
    void callOne();
    void tend(size_t index, double seconds);

    ShiftOptions m_options;
    Interface& m_desk;
    std::unique_ptr<Caller> m_caller;
    std::vector<Crew> m_crews;
    QHash<UnitId, size_t> m_byUnit;
    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_untilNext = 0;
    qint64 m_ticks = 0;
    int m_reported = 0;
};

} // namespace tridesk::sim
