// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/incident.h"
#include "app/domain/refusal.h"

#include <QByteArray>

namespace tridesk {

/// What a camera tells beside its pictures.
enum class CameraEventKind {
    Record,
    RecordEnd,
    WeaponDrawn,
    WeaponHolstered,
    ManDown, ///< from here on: alarms
    Shot,
    Key
};

[[nodiscard]] constexpr bool isAlarm(CameraEventKind kind) {
    return kind >= CameraEventKind::ManDown;
}

/// One of them, as it is told; whose camera it is is not known yet.
struct CameraEvent {
    QString id; ///< the source's own, so that it may be sent twice
    CameraEventKind kind = CameraEventKind::Record;
    QString
        device; ///< a body camera as the shift's kit says it, a tracker's name, or a feed's or camera's code
    std::optional<GeoPoint> at = {};
    Instant happenedAt = {};
    QString text = {};
    QString media = {}; ///< where the pictures of it are; without a login
    TypeCode type = {}; ///< of the incident that an alarm of a fixed camera makes
};

struct CameraEventBatch {
    bool single = true; ///< one object, not a list
    QList<Result<CameraEvent>> events;
};

constexpr int cameraEventLimit = 100;

/// One JSON event or a list of them (app/intake/README.md has the schema). Pure; any thread. One that cannot
/// be read does not stop the others; its refusal names field and value. A refusal of the whole is only for a
/// body that is neither, is no JSON, is empty, or holds too many.
[[nodiscard]] Result<CameraEventBatch> readCameraEvents(const QByteArray& body, Instant now);

} // namespace tridesk
