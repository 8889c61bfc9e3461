// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/instant.h"
#include "app/domain/post.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace tridesk {

// What the record knows of video: which feeds there are and whose, who watched, what was kept. The pictures
// are not in it, and neither is what opens a camera (app/access/feed_login_store.h).

enum class FeedOwnerKind {
    Unit,       ///< goes with the unit, whoever crews it
    BodyCamera, ///< goes with the unit whose present shift's kit names that camera
    Officer,    ///< goes with the unit whose crew names them
    Camera,     ///< a fixed camera on the map
    Place       ///< a point where no camera is drawn
};

/// Whose a feed is. Only what its kind needs is kept.
struct FeedOwner {
    FeedOwnerKind kind = FeedOwnerKind::Unit;
    UnitId unit = {};
    QString name = {};    ///< of a BodyCamera its code, as the shift's kit says it; of an Officer the name
    CameraId camera = {}; ///< one of the desk, or of a map package
    /// Of a Place; of a Camera where it is if the desk itself does not know it.
    std::optional<GeoPoint> at = {};

    friend bool operator==(const FeedOwner&, const FeedOwner&) = default;
};

/// One camera's stream. Its addresses carry no login; app/video's Feed::read puts both together.
struct VideoFeed {
    FeedId id;
    Name name;
    FeedOwner owner;
    QString mainAddress;
    QString subAddress; ///< a smaller picture for tiles; may be empty

    friend bool operator==(const VideoFeed&, const VideoFeed&) = default;
};

/// Somebody is watching. Only views that are open stand in the situation; the others are in the journal.
struct FeedView {
    ViewId id;
    FeedId feed;
    std::optional<IncidentId> incident; ///< that it was opened for
    std::optional<UnitId> unit;         ///< that carried the camera when it was opened
    QString reason;                     ///< empty where none was needed
    QString seat;
    QString by; ///< user
    Instant began;
    std::optional<FootageId> footage = {}; ///< what was kept is played; nothing: the live picture

    friend bool operator==(const FeedView&, const FeedView&) = default;
};

/// A mark is a moment and words; snapshots and clips have a file too.
enum class FootageKind { Mark, Snapshot, Clip };

/// What was kept of a feed.
struct Footage {
    FootageId id;
    FootageKind kind = FootageKind::Mark;
    FeedId feed;
    std::optional<UnitId> unit;
    std::optional<IncidentId> incident;
    Instant from;
    Instant to;
    QString words;     ///< of whoever kept it; may be empty, except of a mark
    QByteArray sha256; ///< of the file, 32 bytes; empty for a mark
    qint64 bytes = 0;
    QString file; ///< its name in the store, without a folder; empty for a mark
    QString seat;
    QString by; ///< user
    Instant savedAt;
    bool removed = false; ///< the file is gone; that it was there stays known

    friend bool operator==(const Footage&, const Footage&) = default;
};

/// Bounds that a site sets. A field that an old entry does not name reads as the value below.
struct VideoPolicy {
    qint64 keepDays = 30;        ///< after which footage goes by itself
    qint64 storeMiB = 20'480;    ///< that footage may fill
    qint64 leaveFreeMiB = 2'048; ///< that stay free on its disk
    qint64 decoders = 16;        ///< feeds decoded at once in one program
    qint64 camerasOfIncident = 4;

    friend bool operator==(const VideoPolicy&, const VideoPolicy&) = default;
};

namespace limits {
constexpr int feedAddress = 1000;
constexpr int fileName = 200;
constexpr int viewsOfSeat = 64; ///< open at once
} // namespace limits

/// Whether a parameter of that name in an address opens what it leads to ("token=…"): such an address is not
/// journalled.
[[nodiscard]] bool isSecretParameter(QStringView name);

/// The text of an address without what may be a secret in it: what stands before the last '@' and after the
/// '?'.
[[nodiscard]] QString withoutSecrets(const QString& text);

} // namespace tridesk
