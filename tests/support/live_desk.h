// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "tests/support/scene.h"

#include <QTemporaryDir>

#include <memory>

namespace tridesk::test {

/// A real desk on SQLite in a folder of its own, with a clock that is set by hand: two stations, the bureau,
/// three cars (1A12 and 1A14 of ST01, 2A01 of ST02) logged on and with a fix each, and a catalogue.
class LiveDesk {
public:
    LiveDesk();
    /// On another desk and board, not yet started, whose clock that is.
    LiveDesk(std::shared_ptr<ManualClock> clock, std::unique_ptr<Desk> desk, std::unique_ptr<FixBoard> fixes);

    [[nodiscard]] Desk& desk() { return *m_desk; }
    [[nodiscard]] FixBoard& fixes() { return *m_fixes; }
    [[nodiscard]] const Situation& situation() const { return m_desk->situation(); }
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }
    void pass(Milliseconds time) { m_clock->advance(time); }

    /// Waits until it is stored; false, and a test failure, where it was refused.
    bool ask(QStringView seat, const Command& command);
    IncidentId report(const QString& text, double latitude, double longitude);
    IncidentId report(const IncidentDetails& details);
    void defineUnit(QStringView callsign, QStringView post, UnitKind kind = UnitKind::Car);
    void placeUnit(QStringView unit, GeoPoint at); ///< a fix, now
    /// Of everything that was journalled about an incident, oldest first: "incident.reported", "order.issued"
    /// …
    [[nodiscard]] QStringList kinds(const IncidentId& incident);
    /// The same with who and whom (told.h): "bureau order.issued 0001 1A12 primary bypassed=ST01".
    [[nodiscard]] QStringList told(const IncidentId& incident);
    [[nodiscard]] QList<OrderId> ordersOf(const IncidentId& incident) const;

private:
    void start();
    void furnish();
    [[nodiscard]] QList<Entry> history(const IncidentId& incident);

    QTemporaryDir m_folder;
    std::shared_ptr<ManualClock> m_clock;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<FixBoard> m_fixes;
    int m_reports = 0;
};

} // namespace tridesk::test
