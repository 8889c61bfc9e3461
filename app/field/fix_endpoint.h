// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/field/tracker_report.h"
#include "app/intake/http_service.h"

#include <QHash>
#include <QObject>

namespace tridesk {

/// POST /v1/fixes/owntracks and GET|POST /v1/fixes/osmand: trackers' reports become the fixes of the units
/// whose devices they are, and a device's key for help that unit's emergency. The thread of the Desk.
class FixEndpoint : public QObject {
    Q_OBJECT

public:
    FixEndpoint(HttpService& service, Desk& desk, FixBoard& board, QObject* parent = nullptr);

    /// Devices that no unit has, and how often each came; the first thousand of them.
    [[nodiscard]] const QHash<QString, qint64>& unknownDevices() const { return m_unknown; }

private:
    [[nodiscard]] HttpAnswer ownTracks(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> osmAnd(const HttpCall& call);
    /// The answer about the position, unless a key was pressed for help: then it is given once that is on
    /// record.
    [[nodiscard]] QFuture<HttpAnswer> heard(const std::optional<QString>& alarming,
                                            const Result<std::optional<TrackerReport>>& report,
                                            const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> raise(const Unit& unit, const std::optional<TrackerReport>& said,
                                            const HttpCall& call);
    [[nodiscard]] HttpAnswer takeOne(const Result<std::optional<TrackerReport>>& report,
                                     const HttpCall& call);
    [[nodiscard]] std::optional<Fix> fixOf(const TrackerReport& report, const HttpCall& call);
    void countUnknown(const QString& device, const QString& source);

    Desk& m_desk;
    FixBoard& m_board;
    QHash<QString, qint64> m_unknown;
    QHash<UnitId, Instant> m_pressed; ///< when the key was that raised the last alarm: a relay may repeat it
};

/// Whose device that is: as defined, or else the unit whose callsign stands in its place ("tridesk/1A12" →
/// 1A12).
[[nodiscard]] const Unit* unitOfDevice(const Situation& situation, const QString& device);

} // namespace tridesk
