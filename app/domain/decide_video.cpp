// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"
#include "app/domain/feed_rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr auto tolerated = std::chrono::minutes(1); // a camera's clock and ours
constexpr auto longestClip = std::chrono::hours(1);
constexpr int sha256Size = 32;

/// The parameters after the '?' of an address.
bool carriesSecret(QStringView query) {
    const auto parameters = query.split(u'&');
    return std::ranges::any_of(parameters, [](QStringView parameter) {
        const qsizetype equals = parameter.indexOf(u'=');
        return isSecretParameter(equals < 0 ? parameter : parameter.first(equals));
    });
}

/// Whether it can be an address, and carries no login; whether it is a good one is asked by whoever enters it
/// (app/video/feed.h). A refusal shows nothing of it that may be a secret.
Result<void> checkAddress(const QString& address, const QString& field) {
    static const QRegularExpression shape(
        u"^[a-z][a-z0-9+.-]*://(\\[[0-9a-f:.%]+\\]|[^\\s:/?#\\[\\]@]*)(:[0-9]{1,5})?([/?][^\\s#]*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString shown = withoutSecrets(address);
    if (address.size() > limits::feedAddress)
        return refuse(RefusalCode::TooLong, field, shown, QString::number(limits::feedAddress));
    if (address.contains(u'@'))
        return refuse(RefusalCode::Invalid, field, shown, u"a login does not belong in an address"_s);
    if (!shape.match(address).hasMatch())
        return refuse(RefusalCode::Invalid, field, shown, u"not an address"_s);
    const qsizetype query = address.indexOf(u'?');
    if (query >= 0 && carriesSecret(QStringView(address).sliced(query + 1)))
        return refuse(RefusalCode::Invalid, field, shown, u"a login does not belong in an address"_s);
    return {};
}

/// What the owner's kind needs, and nothing else.
Result<FeedOwner> checkOwner(const Situation& situation, const FeedOwner& owner) {
    switch (owner.kind) {
    case FeedOwnerKind::Unit:
        if (owner.unit.isNull())
            return refuse(RefusalCode::Missing, u"owner"_s);
        if (const auto unit = checks::unit(situation, owner.unit); !unit)
            return std::unexpected(unit.error());
        return FeedOwner{.kind = owner.kind, .unit = owner.unit};
    case FeedOwnerKind::BodyCamera:
    case FeedOwnerKind::Officer:
        if (const auto checked = checks::given(owner.name, limits::key, u"owner"_s); !checked)
            return std::unexpected(checked.error());
        return FeedOwner{.kind = owner.kind, .name = owner.name.trimmed()};
    case FeedOwnerKind::Camera:
        if (owner.camera.isNull())
            return refuse(RefusalCode::Missing, u"owner"_s);
        if (!owner.at && !situation.cameras().find(owner.camera))
            return refuse(RefusalCode::UnknownCamera, u"owner"_s, owner.camera.toString());
        return FeedOwner{.kind = owner.kind, .camera = owner.camera, .at = owner.at};
    case FeedOwnerKind::Place:
        if (!owner.at)
            return refuse(RefusalCode::Missing, u"place"_s);
        return FeedOwner{.kind = owner.kind, .at = owner.at};
    }
    return refuse(RefusalCode::Invalid, u"owner"_s);
}

Result<const VideoFeed*> knownFeed(const Situation& situation, const FeedId& id) {
    const VideoFeed* found = situation.feeds().find(id);
    return found ? Result<const VideoFeed*>(found)
                 : refuse(RefusalCode::UnknownFeed, u"feed"_s, id.toString());
}

Result<const Footage*> knownFootage(const Situation& situation, const FootageId& id) {
    const Footage* found = situation.footage().find(id);
    return found ? Result<const Footage*>(found)
                 : refuse(RefusalCode::UnknownFootage, u"footage"_s, id.toString());
}

Result<const Footage*> footageWithFile(const Situation& situation, const FootageId& id) {
    const auto found = knownFootage(situation, id);
    return !found || (!(*found)->removed && (*found)->kind != FootageKind::Mark)
               ? found
               : refuse(RefusalCode::UnknownFootage, u"footage"_s, id.toString(), u"it has no file"_s);
}

Result<void> checkIncident(const Situation& situation, const std::optional<IncidentId>& incident) {
    if (!incident)
        return {};
    const auto known = checks::incident(situation, *incident);
    return known ? Result<void>() : std::unexpected(known.error());
}

Result<void> checkReason(const QString& reason) {
    return reason.trimmed().isEmpty() ? Result<void>(refuse(RefusalCode::ReasonNeeded, u"reason"_s))
                                      : checks::length(reason, limits::line, u"reason"_s);
}

Result<void> checkSpan(Instant from, Instant to, Instant now) {
    if (to > now + tolerated)
        return refuse(RefusalCode::Invalid, u"to"_s, toIso(to), u"lies ahead"_s);
    if (from > to || to - from > longestClip)
        return refuse(RefusalCode::Invalid, u"from"_s, toIso(from), u"at most an hour before its end"_s);
    return {};
}

/// A name that leads nowhere but into the store's folder.
bool isFileName(const QString& name) {
    return !name.isEmpty() && name.size() <= limits::fileName && !name.startsWith(u'.') &&
           std::ranges::none_of(name, [](QChar c) {
               return c == u'/' || c == u'\\' || c == u':' || c < u' ' || c == QChar(0x7f);
           });
}

Result<void> checkFile(const SaveFootage& command) {
    if (command.kind == FootageKind::Mark) {
        const bool none = command.sha256.isEmpty() && command.bytes == 0 && command.file.isEmpty();
        return none ? checks::given(command.words, limits::line, u"words"_s)
                    : Result<void>(
                          refuse(RefusalCode::Invalid, u"file"_s, command.file, u"a mark has none"_s));
    }
    if (!isFileName(command.file))
        return refuse(command.file.isEmpty() ? RefusalCode::Missing : RefusalCode::Invalid, u"file"_s,
                      command.file);
    if (command.sha256.size() != sha256Size)
        return refuse(RefusalCode::Invalid, u"sha256"_s, QString::number(command.sha256.size()),
                      u"32 bytes"_s);
    if (command.bytes <= 0)
        return refuse(RefusalCode::Invalid, u"bytes"_s, QString::number(command.bytes));
    return checks::length(command.words, limits::line, u"words"_s);
}

/// What would be watched, of a feed or of what was kept of one; the feed of that may be gone.
Result<ViewBegan> viewOf(const Situation& situation, const BeginView& command) {
    if (command.footage) {
        const auto found = footageWithFile(situation, *command.footage);
        if (!found)
            return std::unexpected(found.error());
        const Footage& kept = **found;
        return ViewBegan{.feed = kept.feed, .incident = kept.incident, .unit = kept.unit, .footage = kept.id};
    }
    const auto feed = knownFeed(situation, command.feed);
    if (!feed)
        return std::unexpected(feed.error());
    if (const auto checked = checkIncident(situation, command.incident); !checked)
        return std::unexpected(checked.error());
    return ViewBegan{
        .feed = command.feed, .incident = command.incident, .unit = feed_rules::unitOf(situation, **feed)};
}

QList<Fact> ended(const Situation& situation, const QList<ViewId>& views) {
    QList<Fact> facts;
    facts.reserve(views.size());
    for (const ViewId& id : views)
        if (const FeedView* view = situation.views().find(id))
            facts.append(ViewEnded{id, view->feed, view->incident});
    return facts;
}

} // namespace

QList<Fact> viewsEnded(const Asking& asking) {
    return ended(asking.situation,
                 feed_rules::viewsOf(asking.situation, asking.request.actor.seat.toString()));
}

Decision decide(const Asking& asking, const DefineFeed& command) {
    VideoFeed feed = command.feed;
    if (feed.id.isNull())
        return refuse(RefusalCode::Missing, u"feed"_s);
    if (feed.mainAddress.isEmpty())
        return refuse(RefusalCode::Missing, u"main"_s);
    const auto checked = checks::all(
        [&] { return checks::name(feed.name); }, [&] { return checkAddress(feed.mainAddress, u"main"_s); },
        [&] { return feed.subAddress.isEmpty() ? Result<void>() : checkAddress(feed.subAddress, u"sub"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    const auto owner = checkOwner(asking.situation, feed.owner);
    if (!owner)
        return std::unexpected(owner.error());
    feed.owner = *owner;
    const VideoFeed* known = asking.situation.feeds().find(feed.id);
    return known && *known == feed ? QList<Fact>() : QList<Fact>{FeedDefined{feed}};
}

Decision decide(const Asking& asking, const RetireFeed& command) {
    if (const auto known = knownFeed(asking.situation, command.feed); !known)
        return std::unexpected(known.error());
    QList<ViewId> open;
    for (const FeedView& view : asking.situation.views())
        if (view.feed == command.feed && !view.footage)
            open.append(view.id);
    std::sort(open.begin(), open.end());
    return ended(asking.situation, open) << FeedRetired{command.feed};
}

Decision decide(const Asking& asking, const BeginView& command) {
    const Situation& situation = asking.situation;
    const Actor& actor = asking.request.actor;
    const auto view = viewOf(situation, command);
    if (!view)
        return std::unexpected(view.error());
    const auto footage = command.footage ? situation.footage().find(*command.footage) : nullptr;
    const bool needed = footage ? feed_rules::needsReason(situation, actor, *footage)
                                : feed_rules::needsReason(situation, actor, command.feed, command.incident);
    const auto reason =
        needed ? checkReason(command.reason) : checks::length(command.reason, limits::line, u"reason"_s);
    if (!reason)
        return std::unexpected(reason.error());
    const qsizetype open = feed_rules::viewsOf(situation, actor.seat.toString()).size();
    if (open >= limits::viewsOfSeat)
        return refuse(RefusalCode::TooMany, u"views"_s, QString::number(open),
                      QString::number(limits::viewsOfSeat));
    ViewBegan began = *view;
    began.view = ViewId(asking.context.ids.next());
    began.reason = command.reason.trimmed();
    return QList<Fact>{began};
}

Decision decide(const Asking& asking, const EndView& command) {
    const FeedView* view = asking.situation.views().find(command.view);
    if (!view || view->seat != asking.request.actor.seat.toString())
        return refuse(RefusalCode::UnknownView, u"view"_s, command.view.toString());
    return ended(asking.situation, {command.view});
}

Decision decide(const Asking& asking, const SaveFootage& command) {
    const auto feed = knownFeed(asking.situation, command.feed);
    if (!feed)
        return std::unexpected(feed.error());
    const auto checked = checks::all([&] { return checkIncident(asking.situation, command.incident); },
                                     [&] { return checkSpan(command.from, command.to, asking.context.now); },
                                     [&] { return checkFile(command); });
    if (!checked)
        return std::unexpected(checked.error());
    return QList<Fact>{FootageSaved{.footage = FootageId(asking.context.ids.next()),
                                    .kind = command.kind,
                                    .feed = command.feed,
                                    .unit = feed_rules::unitOf(asking.situation, **feed),
                                    .incident = command.incident,
                                    .from = command.from,
                                    .to = command.to,
                                    .words = command.words.trimmed(),
                                    .sha256 = command.sha256,
                                    .bytes = command.bytes,
                                    .file = command.file}};
}

Decision decide(const Asking& asking, const ExportFootage& command) {
    const auto footage = footageWithFile(asking.situation, command.footage);
    if (!footage)
        return std::unexpected(footage.error());
    const auto checked = checks::all([&] { return checks::given(command.to, limits::line, u"to"_s); },
                                     [&] { return checkReason(command.reason); });
    if (!checked)
        return std::unexpected(checked.error());
    return QList<Fact>{FootageExported{command.footage, (*footage)->incident, command.to.trimmed(),
                                       command.reason.trimmed()}};
}

Decision decide(const Asking& asking, const RemoveFootage& command) {
    const auto footage = knownFootage(asking.situation, command.footage);
    if (!footage)
        return std::unexpected(footage.error());
    if (const auto checked = checkReason(command.reason); !checked)
        return std::unexpected(checked.error());
    return (*footage)->removed
               ? QList<Fact>()
               : QList<Fact>{FootageRemoved{command.footage, (*footage)->incident, command.reason.trimmed()}};
}

Decision decide(const Asking& asking, const SetVideoPolicy& command) {
    struct Bound {
        QLatin1StringView field;
        qint64 value;
        qint64 least;
        qint64 most;
    };
    const VideoPolicy& p = command.policy;
    const Bound bounds[] = {{"keep_days"_L1, p.keepDays, 1, 3'650},
                            {"store_mib"_L1, p.storeMiB, 100, 100'000'000},
                            {"leave_free_mib"_L1, p.leaveFreeMiB, 100, 100'000'000},
                            {"decoders"_L1, p.decoders, 1, 64},
                            {"cameras_of_incident"_L1, p.camerasOfIncident, 0, 16}};
    for (const Bound& bound : bounds)
        if (bound.value < bound.least || bound.value > bound.most)
            return refuse(RefusalCode::Invalid, bound.field, QString::number(bound.value),
                          u"%1 to %2"_s.arg(bound.least).arg(bound.most));
    return asking.situation.videoPolicy() == p ? QList<Fact>() : QList<Fact>{VideoPolicyDefined{p}};
}

} // namespace tridesk::decisions
