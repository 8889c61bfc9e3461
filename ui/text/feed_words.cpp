// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/feed_words.h"

#include "app/domain/feed_rules.h"
#include "ui/text/names.h"

#include <QCoreApplication>

#include <cmath>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct FeedWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::FeedWords)
};

} // namespace

QString name(FeedOwnerKind kind) {
    switch (kind) {
    case FeedOwnerKind::Unit:
        return FeedWords::tr("Unit");
    case FeedOwnerKind::BodyCamera:
        return FeedWords::tr("Body camera");
    case FeedOwnerKind::Officer:
        return FeedWords::tr("Officer");
    case FeedOwnerKind::Camera:
        return FeedWords::tr("Fixed camera");
    case FeedOwnerKind::Place:
        return FeedWords::tr("Place");
    }
    return {};
}

QString feedOwner(const Situation& situation, const VideoFeed& feed) {
    const FeedOwner& owner = feed.owner;
    switch (owner.kind) {
    case FeedOwnerKind::Unit:
        return callsign(situation, owner.unit);
    case FeedOwnerKind::BodyCamera:
    case FeedOwnerKind::Officer: {
        const auto unit = feed_rules::unitOf(situation, feed);
        return unit ? owner.name + u" › "_s + callsign(situation, *unit)
                    : FeedWords::tr("%1, with nobody now").arg(owner.name);
    }
    case FeedOwnerKind::Camera:
        return FeedWords::tr("Camera %1").arg(owner.camera.toString());
    case FeedOwnerKind::Place:
        return place({owner.at, {}});
    }
    return {};
}

QString feedPlays(QSize size, double rate, const QByteArray& codec) {
    return FeedWords::tr("Plays: %1 × %2, %3 pictures a second, %4")
        .arg(QString::number(size.width()), QString::number(size.height()),
             QString::number(std::lround(rate)), QString::fromLatin1(codec));
}

} // namespace tridesk::text
