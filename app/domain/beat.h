// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "app/domain/post.h"

namespace tridesk {

/// A part of a post's area that is patrolled as one (警区). Units may have one as theirs; an incident gets
/// the one that it lies in, with its station.
struct Beat {
    BeatId id;
    PostId post;
    Name name;
    Area area;

    friend bool operator==(const Beat&, const Beat&) = default;
};

} // namespace tridesk
