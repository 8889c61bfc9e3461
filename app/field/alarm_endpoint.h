// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/field/camera_event.h"
#include "app/intake/http_service.h"

#include <QObject>
#include <QQueue>
#include <QSet>

namespace tridesk {

/// What cameras tell: POST /v1/alarms. An alarm of a body camera raises its crew's emergency; of a fixed
/// camera it makes an incident at its place; that it records, or that a weapon was drawn, is noted. The
/// thread of the Desk.
class AlarmEndpoint : public QObject {
    Q_OBJECT

public:
    AlarmEndpoint(HttpService& service, Desk& desk, QObject* parent = nullptr);

private:
    [[nodiscard]] QFuture<HttpAnswer> post(const HttpCall& call);
    [[nodiscard]] QFuture<Outcome> take(const CameraEvent& event, const Actor& actor);
    [[nodiscard]] Result<std::optional<Command>> commandFor(const CameraEvent& event,
                                                            const QString& source) const;
    void remember(const QString& key);

    Desk& m_desk;
    QSet<QString> m_settled; ///< source and id of what was answered: it does not ring twice
    QQueue<QString> m_order; ///< the oldest first
};

/// Whose camera a device is: the unit whose shift has it, whose tracker it is, or whose feed has that code.
/// Null: nobody's now.
[[nodiscard]] const Unit* unitOfCamera(const Situation& situation, const QString& device);

/// Where a fixed camera of that code, or of the feed of that code, is, and what it is called.
[[nodiscard]] std::optional<Place> placeOfCamera(const Situation& situation, const QString& device);

} // namespace tridesk
