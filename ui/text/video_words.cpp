// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/video_words.h"

#include "ui/text/names.h"

#include <QCoreApplication>

namespace tridesk::text {

namespace {

struct Video {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Video)
};

QString playsBecause(const AttentionChoice& choice) {
    switch (choice.why) {
    case AttentionWhy::Emergency:
        return Video::tr("Plays: an emergency");
    case AttentionWhy::Pinned:
        return Video::tr("Plays: pinned");
    case AttentionWhy::Incident:
        return Video::tr("Plays: on an incident, %1").arg(name(choice.level.value_or(Level::Routine)));
    case AttentionWhy::Selected:
        return Video::tr("Plays: in hand");
    case AttentionWhy::News:
        return Video::tr("Plays: its status has just changed");
    case AttentionWhy::Rest:
        return Video::tr("Plays: there is room for it");
    }
    return {};
}

} // namespace

QString name(FeedState state) {
    switch (state) {
    case FeedState::Off:
        return Video::tr("Off", "state of a picture");
    case FeedState::Connecting:
        return Video::tr("Connecting", "state of a picture");
    case FeedState::Live:
        return Video::tr("Live", "state of a picture");
    case FeedState::Late:
        return Video::tr("Late", "state of a picture");
    case FeedState::Frozen:
        return Video::tr("Frozen", "state of a picture");
    }
    return {};
}

QString name(FeedStill still) {
    switch (still) {
    case FeedStill::Not:
        return {};
    case FeedStill::NoPictures:
        return Video::tr("no new picture comes");
    case FeedStill::SamePicture:
        return Video::tr("always the same picture comes");
    }
    return {};
}

QString faultText(StreamFault::Kind fault) {
    switch (fault) {
    case StreamFault::Kind::Unreachable:
        return Video::tr("The camera cannot be reached.");
    case StreamFault::Kind::LoginRefused:
        return Video::tr("The camera refuses the user or the password.");
    case StreamFault::Kind::NotFound:
        return Video::tr("The camera has no such stream.");
    case StreamFault::Kind::Silent:
        return Video::tr("The camera is there and says nothing.");
    case StreamFault::Kind::NoPicture:
        return Video::tr("Nothing in the stream is a picture that can be shown.");
    case StreamFault::Kind::TooLarge:
        return Video::tr("The picture is too large to be shown.");
    case StreamFault::Kind::Ended:
        return Video::tr("The camera ended the stream.");
    case StreamFault::Kind::Broken:
        return Video::tr("What comes cannot be read as a stream.");
    case StreamFault::Kind::Stopped:
        return Video::tr("It was stopped here.");
    }
    return {};
}

QString attentionText(const AttentionChoice& choice) {
    if (!choice.crowded)
        return {};
    if (choice.plays)
        return playsBecause(choice);
    return choice.loaded ? Video::tr("Last still: the computer is busy, others come first")
                         : Video::tr("Last still: others come first");
}

} // namespace tridesk::text
