// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/codec.h"

#include "app/domain/fields.h"
#include "app/domain/json.h"

#include <QJsonDocument>

#include <array>

namespace tridesk {

namespace {

/// The kind of each alternative of Fact, in its order; "order.*" stands for one kind a stage.
constexpr std::array kinds = {
    "post.defined"_L1,
    "unit.defined"_L1,
    "catalogue.defined"_L1,
    "seat.opened"_L1,
    "seat.closed"_L1,
    "unit.logged_on"_L1,
    "unit.logged_off"_L1,
    "unit.status_set"_L1,
    "incident.reported"_L1,
    "incident.amended"_L1,
    "incident.noted"_L1,
    "incident.closed"_L1,
    "order.issued"_L1,
    "order.*"_L1,
    "message.sent"_L1,
    "message.advanced"_L1,
    "plot.drawn"_L1,
    "plot.erased"_L1,
    "place.named"_L1,
    "place.forgotten"_L1,
    "camera.defined"_L1,
    "camera.retired"_L1,
    "message.withdrawn"_L1,
    "order.notice_acknowledged"_L1,
    "order.reinforcement_asked"_L1,
    "order.role_set"_L1,
    "order.chased"_L1,
    "deadline.missed"_L1,
    "incident.flagged"_L1,
    "incident.tagged"_L1,
    "incident.held"_L1,
    "incident.merged"_L1,
    "incident.split"_L1,
    "incident.reopened"_L1,
    "incident.transferred"_L1,
    "incident.transfer_returned"_L1,
    "unit.timer_set"_L1,
    "unit.check_missed"_L1,
    "emergency.raised"_L1,
    "emergency.acknowledged"_L1,
    "emergency.ended"_L1,
    "policy.defined"_L1,
    "look.recorded"_L1,
    "handover.offered"_L1,
    "handover.taken"_L1,
    "feed.defined"_L1,
    "feed.retired"_L1,
    "feed.view_began"_L1,
    "feed.view_ended"_L1,
    "footage.saved"_L1,
    "footage.exported"_L1,
    "footage.removed"_L1,
    "video.policy_defined"_L1,
    "unit.camera_sign"_L1,
    "premise.noted"_L1,
    "premise.withdrawn"_L1,
    "sector.moved"_L1,
    "sector.move_noted"_L1,
    "incident.plan_opened"_L1,
    "incident.step_ticked"_L1,
    "incident.step_missed"_L1,
    "alarm.acknowledged"_L1,
    "alarm.shelved"_L1,
    "bookmark.set"_L1,
    "bookmark.removed"_L1,
    "practice.began"_L1,
    "report.made"_L1,
    "beat.defined"_L1,
    "beat.retired"_L1,
};
static_assert(kinds.size() == std::variant_size_v<AnyFact>);

/// The version that is written now, of every kind. When one kind's fields change its meaning it gets a number
/// of its own here, and an upcaster from the one before.
constexpr int newestVersion = 1;

constexpr auto orderPrefix = "order."_L1;
constexpr size_t advancedAt = 13;
static_assert(std::is_same_v<std::variant_alternative_t<advancedAt, AnyFact>, OrderAdvanced>);

template <size_t I>
std::expected<Fact, CodecError> read(const QString& kind, const QJsonObject& json) {
    std::variant_alternative_t<I, AnyFact> fact;
    JsonReader reader(json);
    fields(reader, fact);
    if (!reader.wrongField().isEmpty())
        return std::unexpected(CodecError{kind, reader.wrongField(), u"cannot be read"_s});
    if constexpr (std::is_same_v<decltype(fact), OrderAdvanced>) {
        const auto stage = enumFrom<OrderStage>(QStringView(kind).sliced(orderPrefix.size()));
        if (!stage)
            return std::unexpected(CodecError{kind, u"kind"_s, u"unknown"_s});
        fact.stage = *stage;
    }
    return Fact(std::move(fact));
}

using Read = std::expected<Fact, CodecError> (*)(const QString&, const QJsonObject&);

template <size_t... I>
constexpr std::array<Read, sizeof...(I)> readers(std::index_sequence<I...>) {
    return {read<I>...};
}

Read readerOf(QStringView kind) {
    static constexpr auto all = readers(std::make_index_sequence<kinds.size()>());
    for (size_t i = 0; i < kinds.size(); ++i)
        if (kind == kinds[i])
            return all[i];
    const bool isStage =
        kind.startsWith(orderPrefix) && enumFrom<OrderStage>(kind.sliced(orderPrefix.size()));
    return isStage ? all[advancedAt] : nullptr;
}

QString streamOf(QLatin1StringView kind, const QString& id) {
    return kind + u'/' + id;
}

/// Who watched for an incident, and what was kept of it, is part of its history.
template <class Own>
QString ofIncidentOr(QLatin1StringView kind, const std::optional<IncidentId>& incident, const Own& own) {
    return incident ? streamOf("incident"_L1, incident->toString()) : streamOf(kind, own.toString());
}

struct Stream {
    QString operator()(const PostDefined& f) const { return streamOf("post"_L1, f.post.id.toString()); }
    QString operator()(const UnitDefined& f) const { return streamOf("unit"_L1, f.unit.id.toString()); }
    QString operator()(const BeatDefined& f) const { return streamOf("beat"_L1, f.beat.id.toString()); }
    QString operator()(const BeatRetired& f) const { return streamOf("beat"_L1, f.beat.toString()); }
    QString operator()(const CatalogueDefined&) const { return u"desk"_s; }
    QString operator()(const SeatOpened&) const { return u"desk"_s; }
    QString operator()(const SeatClosed&) const { return u"desk"_s; }
    QString operator()(const MessageSent& f) const { return streamOf("message"_L1, f.message.toString()); }
    QString operator()(const MessageAdvanced& f) const {
        return streamOf("message"_L1, f.message.toString());
    }
    QString operator()(const MessageWithdrawn& f) const {
        return streamOf("message"_L1, f.message.toString());
    }
    QString operator()(const PolicyDefined&) const { return u"desk"_s; }
    QString operator()(const LookRecorded&) const { return u"desk"_s; }
    QString operator()(const ReportMade& f) const {
        return f.report.incident ? streamOf("incident"_L1, f.report.incident->toString()) : u"desk"_s;
    }
    QString operator()(const HandoverOffered&) const { return u"desk"_s; }
    QString operator()(const HandoverTaken&) const { return u"desk"_s; }
    QString operator()(const PremiseNoted& f) const { return streamOf("premise"_L1, f.note.toString()); }
    QString operator()(const PremiseNoteWithdrawn& f) const {
        return streamOf("premise"_L1, f.note.toString());
    }
    QString operator()(const SectorMoved&) const { return u"desk"_s; }
    QString operator()(const SectorMoveNoted&) const { return u"desk"_s; }
    QString operator()(const AlarmsAcknowledged&) const { return u"desk"_s; }
    QString operator()(const AlarmShelved&) const { return u"desk"_s; }
    QString operator()(const BookmarkSet& f) const { return streamOf("bookmark"_L1, f.bookmark.toString()); }
    QString operator()(const BookmarkRemoved& f) const {
        return streamOf("bookmark"_L1, f.bookmark.toString());
    }
    QString operator()(const PracticeBegan&) const { return u"desk"_s; }
    QString operator()(const PlotDrawn& f) const { return streamOf("plot"_L1, f.plot.toString()); }
    QString operator()(const PlotErased& f) const { return streamOf("plot"_L1, f.plot.toString()); }
    QString operator()(const PlaceNamed& f) const { return streamOf("place"_L1, f.place.toString()); }
    QString operator()(const PlaceForgotten& f) const { return streamOf("place"_L1, f.place.toString()); }
    QString operator()(const CameraDefined& f) const { return streamOf("camera"_L1, f.camera.id.toString()); }
    QString operator()(const CameraRetired& f) const { return streamOf("camera"_L1, f.camera.toString()); }
    QString operator()(const FeedDefined& f) const { return streamOf("feed"_L1, f.feed.id.toString()); }
    QString operator()(const FeedRetired& f) const { return streamOf("feed"_L1, f.feed.toString()); }
    QString operator()(const ViewBegan& f) const { return ofIncidentOr("feed"_L1, f.incident, f.feed); }
    QString operator()(const ViewEnded& f) const { return ofIncidentOr("feed"_L1, f.incident, f.feed); }
    QString operator()(const FootageSaved& f) const {
        return ofIncidentOr("footage"_L1, f.incident, f.footage);
    }
    QString operator()(const FootageExported& f) const {
        return ofIncidentOr("footage"_L1, f.incident, f.footage);
    }
    QString operator()(const FootageRemoved& f) const {
        return ofIncidentOr("footage"_L1, f.incident, f.footage);
    }
    QString operator()(const VideoPolicyDefined&) const { return u"desk"_s; }
    QString operator()(const IncidentAmended& f) const {
        return streamOf("incident"_L1, f.change.incident.toString());
    }

    template <class F>
        requires requires(const F& f) { f.incident.toString(); }
    QString operator()(const F& f) const {
        return streamOf("incident"_L1, f.incident.toString());
    }

    template <class F>
        requires requires(const F& f) { f.unit.toString(); }
    QString operator()(const F& f) const {
        return streamOf("unit"_L1, f.unit.toString());
    }
};

QJsonObject payloadOf(const Fact& fact) {
    JsonWriter writer;
    std::visit([&](const auto& f) { fields(writer, f); }, fact);
    return writer.object();
}

} // namespace

QString kindOf(const Fact& fact) {
    if (const OrderAdvanced* advanced = std::get_if<OrderAdvanced>(&fact))
        return orderPrefix + enumName(advanced->stage);
    return kinds[fact.index()];
}

QString streamOf(const Fact& fact) {
    return std::visit(Stream(), fact);
}

Draft encode(const Fact& fact, const Request& request, Instant happenedAt) {
    return {.request = request.id,
            .happenedAt = happenedAt,
            .seat = request.actor.seat.toString(),
            .user = request.actor.user,
            .stream = streamOf(fact),
            .kind = kindOf(fact),
            .version = newestVersion,
            .payload = QJsonDocument(payloadOf(fact)).toJson(QJsonDocument::Compact)};
}

std::expected<Fact, CodecError> decode(const Draft& draft) {
    if (draft.version < 1 || draft.version > newestVersion)
        return std::unexpected(CodecError{draft.kind, u"version"_s, QString::number(draft.version)});
    const Read read = readerOf(draft.kind);
    if (!read)
        return std::unexpected(CodecError{draft.kind, u"kind"_s, u"unknown"_s});
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(draft.payload, &error);
    if (!json.isObject())
        return std::unexpected(CodecError{draft.kind, u"payload"_s, error.errorString()});
    return read(draft.kind, json.object());
}

} // namespace tridesk
