// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

namespace tridesk {

struct FeedDefined {
    VideoFeed feed;
    friend bool operator==(const FeedDefined&, const FeedDefined&) = default;
};

struct FeedRetired {
    FeedId feed;
    friend bool operator==(const FeedRetired&, const FeedRetired&) = default;
};

struct ViewBegan {
    ViewId view = {};
    FeedId feed;
    std::optional<IncidentId> incident = {};
    std::optional<UnitId> unit = {};
    QString reason = {};
    std::optional<FootageId> footage = {}; ///< that was played; nothing: the live picture
    friend bool operator==(const ViewBegan&, const ViewBegan&) = default;
};

/// Says feed and incident again, so that both ends stand in one stream.
struct ViewEnded {
    ViewId view;
    FeedId feed;
    std::optional<IncidentId> incident = {};
    friend bool operator==(const ViewEnded&, const ViewEnded&) = default;
};

struct FootageSaved {
    FootageId footage;
    FootageKind kind = FootageKind::Mark;
    FeedId feed;
    std::optional<UnitId> unit = {};
    std::optional<IncidentId> incident = {};
    Instant from;
    Instant to;
    QString words = {};
    QByteArray sha256 = {};
    qint64 bytes = 0;
    QString file = {};
    friend bool operator==(const FootageSaved&, const FootageSaved&) = default;
};

struct FootageExported {
    FootageId footage;
    std::optional<IncidentId> incident = {}; ///< the footage's, as in ViewEnded
    QString to;
    QString reason;
    friend bool operator==(const FootageExported&, const FootageExported&) = default;
};

struct FootageRemoved {
    FootageId footage;
    std::optional<IncidentId> incident = {};
    QString reason;
    friend bool operator==(const FootageRemoved&, const FootageRemoved&) = default;
};

struct VideoPolicyDefined {
    VideoPolicy policy;
    friend bool operator==(const VideoPolicyDefined&, const VideoPolicyDefined&) = default;
};

struct CameraSignNoted {
    UnitId unit;
    CameraSign sign = CameraSign::Recording;
    QString text = {};
    friend bool operator==(const CameraSignNoted&, const CameraSignNoted&) = default;
};

} // namespace tridesk
