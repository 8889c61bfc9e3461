// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

#include <QSet>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostRows = 5'000; ///< of one catalogue table
constexpr int mostDevices = 16;

/// Codes of a catalogue's table are given and stand once.
template <class T>
Result<void> checkCodes(const QList<T>& rows, const QString& field) {
    if (rows.size() > mostRows)
        return refuse(RefusalCode::TooMany, field, QString::number(rows.size()), QString::number(mostRows));
    QSet<TypeCode> seen;
    for (const T& row : rows) {
        if (row.code.isNull())
            return refuse(RefusalCode::Missing, field + u".code"_s);
        if (seen.contains(row.code))
            return refuse(RefusalCode::AlreadyDefined, field + u".code"_s, row.code.toString());
        if (const auto named = checks::name(row.name); !named)
            return named;
        seen.insert(row.code);
    }
    return {};
}

Result<void> checkRequired(const QStringList& fields) {
    for (const QString& field : fields)
        if (!checks::requirable().contains(field))
            return refuse(RefusalCode::Invalid, u"required"_s, field, checks::requirable().join(u", "_s));
    return {};
}

Result<void> checkPaths(const QList<PathRule>& paths) {
    return paths.size() > mostRows
               ? Result<void>(refuse(RefusalCode::TooMany, u"paths"_s, QString::number(paths.size()),
                                     QString::number(mostRows)))
               : Result<void>();
}

/// No weight may be negative, and none so great that seconds overflow.
Result<void> checkPolicy(const RecommendPolicy& p) {
    struct Bound {
        QLatin1StringView field;
        qint64 value;
        qint64 least;
        qint64 most;
    };
    constexpr qint64 day = 24 * 3600;
    const auto seconds = [](Milliseconds length) { return length.count() / 1000; };
    const Bound bounds[] = {
        {"stale_after"_L1, seconds(p.staleAfter), 1, day},
        {"stale_penalty"_L1, p.stalePenalty, 0, day},
        {"divert_penalty"_L1, p.divertPenalty, 0, day},
        {"wrong_kind_penalty"_L1, p.wrongKindPenalty, 0, day},
        {"per_job_penalty"_L1, p.perJobPenalty, 0, day},
        {"rest"_L1, seconds(p.rest), 0, day},
        {"rest_penalty"_L1, p.restPenalty, 0, day},
        {"last_of_ring_1"_L1, p.lastOfRing1, 0, day},
        {"last_of_ring_3"_L1, p.lastOfRing3, 0, day},
        {"last_of_ring_5"_L1, p.lastOfRing5, 0, day},
        {"second_last_percent"_L1, p.secondLastPercent, 0, 100},
        {"farthest"_L1, seconds(p.farthest), 60, 3600}, // a search of the roads ends there
        {"detour_percent"_L1, p.detourPercent, 100, 1000},
        {"detour_kmh"_L1, p.detourKmh, 1, 130},
        {"picks"_L1, p.picks, 1, 20},
        {"units_critical"_L1, p.unitsCritical, 1, 20},
        {"units_urgent"_L1, p.unitsUrgent, 1, 20},
        {"units_routine"_L1, p.unitsRoutine, 1, 20},
        {"units_non_police"_L1, p.unitsNonPolice, 1, 20}};
    for (const Bound& bound : bounds)
        if (bound.value < bound.least || bound.value > bound.most)
            return refuse(RefusalCode::Invalid, bound.field, QString::number(bound.value),
                          u"%1 to %2"_s.arg(bound.least).arg(bound.most));
    return {};
}

Result<void> checkDeadlines(const Deadlines& deadlines) {
    for (const Milliseconds each : {deadlines.dispatch, deadlines.sign, deadlines.arrive, deadlines.report,
                                    deadlines.arriveOutskirts, deadlines.chase, deadlines.checkGrace})
        if (each <= Milliseconds(0) || each > std::chrono::hours(24))
            return refuse(RefusalCode::Invalid, u"deadlines"_s, QString::number(each.count()));
    return {};
}

Result<void> checkQualifications(const QStringList& words) {
    constexpr int most = 12, longest = 40;
    if (words.size() > most)
        return refuse(RefusalCode::TooMany, u"qualifications"_s, QString::number(words.size()),
                      QString::number(most));
    for (const QString& word : words)
        if (const auto checked = checks::given(word, longest, u"qualifications"_s); !checked)
            return checked;
    return {};
}

Result<void> checkTypes(const QList<IncidentType>& types) {
    constexpr qint64 mostUnits = 20;
    for (const IncidentType& type : types) {
        if (type.units < 1 || type.units > mostUnits)
            return refuse(RefusalCode::Invalid, u"types.units"_s, QString::number(type.units), u"1 to 20"_s);
        if (const auto checked = checkQualifications(type.qualifications); !checked)
            return checked;
    }
    return {};
}

/// A callsign or device that another unit has.
Result<void> checkNotTaken(const Situation& situation, const UnitDefinition& unit) {
    const Unit* other = situation.unitByCallsign(unit.callsign);
    if (other && other->definition.id != unit.id)
        return refuse(RefusalCode::AlreadyDefined, u"callsign"_s, unit.callsign.toString());
    for (const QString& device : unit.devices) {
        other = situation.unitByDevice(device);
        if (other && other->definition.id != unit.id)
            return refuse(RefusalCode::AlreadyDefined, u"devices"_s, device);
    }
    return {};
}

Result<void> checkUnit(const Situation& situation, const UnitDefinition& unit) {
    if (unit.id.isNull())
        return refuse(RefusalCode::Missing, u"unit"_s);
    if (unit.callsign.isNull())
        return refuse(RefusalCode::Missing, u"callsign"_s);
    if (!situation.posts().find(unit.post))
        return refuse(RefusalCode::UnknownPost, u"post"_s, unit.post.toString());
    if (!unit.beat.isNull() && !situation.beats().find(unit.beat))
        return refuse(RefusalCode::UnknownBeat, u"beat"_s, unit.beat.toString());
    if (unit.devices.size() > mostDevices)
        return refuse(RefusalCode::TooMany, u"devices"_s, QString::number(unit.devices.size()),
                      QString::number(mostDevices));
    for (const QString& device : unit.devices)
        if (const auto checked = checks::given(device, limits::key, u"devices"_s); !checked)
            return checked;
    if (const auto checked = checkQualifications(unit.qualifications); !checked)
        return checked;
    return checkNotTaken(situation, unit);
}

} // namespace

Result<void> checkArea(const Area& area) {
    constexpr int mostPoints = 100'000; // a whole province's outline has fewer
    qsizetype points = 0;
    for (const QList<GeoPoint>& ring : area) {
        points += ring.size();
        if (ring.size() < 3)
            return refuse(RefusalCode::Invalid, u"area"_s, QString::number(ring.size()),
                          u"a ring needs three points"_s);
    }
    if (points > mostPoints)
        return refuse(RefusalCode::TooMany, u"area"_s, QString::number(points), QString::number(mostPoints));
    return {};
}

Decision decide(const Asking& asking, const DefinePost& command) {
    const Post& post = command.post;
    if (post.id.isNull())
        return refuse(RefusalCode::Missing, u"post"_s);
    if (post.tier != Tier::Bureau && post.tier != Tier::Station)
        return refuse(RefusalCode::Invalid, u"tier"_s);
    const auto checked =
        checks::all([&] { return checks::name(post.name); }, [&] { return checkArea(post.area); });
    if (!checked)
        return std::unexpected(checked.error());
    const Post* known = asking.situation.posts().find(post.id);
    return known && *known == post ? QList<Fact>() : QList<Fact>{PostDefined{post}};
}

Decision decide(const Asking& asking, const DefineUnit& command) {
    if (const auto checked = checkUnit(asking.situation, command.unit); !checked)
        return std::unexpected(checked.error());
    const Unit* known = asking.situation.units().find(command.unit.id);
    return known && known->definition == command.unit ? QList<Fact>()
                                                      : QList<Fact>{UnitDefined{command.unit}};
}

Decision decide(const Asking& asking, const DefineCatalogue& command) {
    const Catalogue& catalogue = command.catalogue;
    const auto checked = checks::all(
        [&] { return checkCodes(catalogue.types, u"types"_s); }, [&] { return checkTypes(catalogue.types); },
        [&] { return checkCodes(catalogue.dispositions, u"dispositions"_s); },
        [&] { return checkCodes(catalogue.statuses, u"statuses"_s); },
        [&] { return checkPaths(catalogue.paths); }, [&] { return checkPlans(catalogue.plans); },
        [&] { return checkRequired(catalogue.required); },
        [&] { return checkDeadlines(catalogue.deadlines); });
    if (!checked)
        return std::unexpected(checked.error());
    return asking.situation.catalogue() == catalogue ? QList<Fact>()
                                                     : QList<Fact>{CatalogueDefined{catalogue}};
}

Decision decide(const Asking& asking, const DefineBeat& command) {
    const Beat& beat = command.beat;
    if (beat.id.isNull())
        return refuse(RefusalCode::Missing, u"id"_s);
    if (!asking.situation.posts().find(beat.post))
        return refuse(RefusalCode::UnknownPost, u"post"_s, beat.post.toString());
    if (beat.area.isEmpty())
        return refuse(RefusalCode::Missing, u"area"_s);
    const auto checked =
        checks::all([&] { return checks::name(beat.name); }, [&] { return checkArea(beat.area); });
    if (!checked)
        return std::unexpected(checked.error());
    const Beat* known = asking.situation.beats().find(beat.id);
    return known && *known == beat ? QList<Fact>() : QList<Fact>{BeatDefined{beat}};
}

Decision decide(const Asking& asking, const RetireBeat& command) {
    if (!asking.situation.beats().find(command.beat))
        return refuse(RefusalCode::UnknownBeat, u"beat"_s, command.beat.toString());
    return QList<Fact>{BeatRetired{command.beat}};
}

Decision decide(const Asking& asking, const OpenSeat&) {
    return viewsEnded(asking) << SeatOpened{}; // a program that died has closed nothing
}

Decision decide(const Asking& asking, const CloseSeat&) {
    return viewsEnded(asking) << SeatClosed{};
}

Decision decide(const Asking& asking, const DefinePolicy& command) {
    if (const auto checked = checkPolicy(command.policy); !checked)
        return std::unexpected(checked.error());
    return asking.situation.policy() == command.policy ? QList<Fact>()
                                                       : QList<Fact>{PolicyDefined{command.policy}};
}

Decision decide(const Asking&, const RecordLook& command) {
    const auto checked =
        checks::all([&] { return checks::given(command.subject, limits::line, u"subject"_s); },
                    [&] { return checks::length(command.reason, limits::line, u"reason"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    return QList<Fact>{LookRecorded{command.kind, command.subject, command.reason}};
}

Decision decide(const Asking& asking, const OfferHandover& command) {
    constexpr int longestBrief = 200'000; // forty jobs of a bad night, some lines each
    const auto checked = checks::all([&] { return checks::given(command.brief, longestBrief, u"brief"_s); },
                                     [&] { return checks::length(command.notes, limits::text, u"notes"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    return QList<Fact>{HandoverOffered{HandoverId(asking.context.ids.next()), command.brief, command.notes}};
}

Decision decide(const Asking& asking, const TakeHandover& command) {
    const Handover* offered = asking.situation.handovers().find(command.handover);
    const Actor& actor = asking.request.actor;
    if (!offered || offered->seat != actor.seat.toString())
        return refuse(RefusalCode::UnknownHandover, u"handover"_s, command.handover.toString());
    if (offered->takenAt)
        return QList<Fact>();
    if (offered->from == actor.user)
        return refuse(RefusalCode::SameUser, u"user"_s, actor.user);
    if (const auto checked = checks::length(command.answer, limits::text, u"answer"_s); !checked)
        return std::unexpected(checked.error());
    return QList<Fact>{HandoverTaken{command.handover, command.answer}};
}

} // namespace tridesk::decisions
