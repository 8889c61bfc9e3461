// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/field/tracker_report.h"

#include <QByteArray>
#include <QList>

namespace tridesk {

/// Who posts, as the app's HTTP mode says it in its headers.
struct OwnTracksSender {
    QString user;   ///< X-Limit-U
    QString device; ///< X-Limit-D
};

/// What the OwnTracks app posts: its MQTT JSON. Messages other than positions (lwt, transition, waypoint,
/// card, status and what may come later) are no fault and give no report; encrypted ones are refused, since
/// nobody here has the key. The device's name is the first that is known of: the message's topic
/// ("owntracks/user/device" gives "user/device"), the headers ("user/device"), tid. Pure; any thread.
[[nodiscard]] Result<QList<TrackerReport>> readOwnTracks(const QByteArray& body,
                                                         const OwnTracksSender& sender, Instant now);

} // namespace tridesk
