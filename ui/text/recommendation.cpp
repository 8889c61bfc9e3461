// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/recommendation.h"

#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct Advice {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Recommendation)
};

QString list(const QStringList& words) {
    return words.join(Advice::tr(", ", "between words of a list"));
}

QString qualifications(const QStringList& words) {
    QStringList named;
    named.reserve(words.size());
    for (const QString& word : words)
        named.append(qualification(word));
    return list(named);
}

/// "0123"; empty where it is not known here.
QString number(const IncidentId& incident, const Situation& situation) {
    const Incident* known = situation.incidents().find(incident);
    return known ? shortNumber(known->number) : QString();
}

QString statement(const PickReason& r, const Situation& situation) {
    switch (r.code) {
    case PickReasonCode::RoadTime:
        return Advice::tr("%1 by road", "a time").arg(duration(r.length));
    case PickReasonCode::EstimatedTime:
        return Advice::tr("not on a road: %1 reckoned from %2 m as the crow flies")
            .arg(duration(r.length))
            .arg(r.count);
    case PickReasonCode::AtStation:
        return Advice::tr("at its station, by its status");
    case PickReasonCode::StaleFix:
        return Advice::tr("position %1 old").arg(age(r.length));
    case PickReasonCode::Diverts:
        return r.incident.isNull() ? Advice::tr("busy, may be diverted")
                                   : Advice::tr("would drop %1 (%2)", "an incident's number, its level")
                                         .arg(number(r.incident, situation), name(r.level));
    case PickReasonCode::StillReporting:
        return Advice::tr("is writing its report");
    case PickReasonCode::WrongKind:
        return Advice::tr("not a kind that the type asks for");
    case PickReasonCode::OtherLane:
        return r.level == Level::NonPolice ? Advice::tr("not police work")
                                           : Advice::tr("not for police work");
    case PickReasonCode::Qualified:
        return Advice::tr("qualified: %1").arg(qualifications(r.words));
    case PickReasonCode::NotQualified:
        return Advice::tr("not qualified: %1").arg(qualifications(r.words));
    case PickReasonCode::Jobs:
        return Advice::tr("jobs this shift: %1").arg(r.count);
    case PickReasonCode::NoRest:
        return Advice::tr("last job ended %1 ago").arg(age(r.length));
    case PickReasonCode::LastOfRing:
        return Advice::tr("last car within %1 min of %2")
            .arg(QString::number(r.ring), postName(situation, r.post));
    case PickReasonCode::SecondLastOfRing:
        return Advice::tr("one other car within %1 min of %2")
            .arg(QString::number(r.ring), postName(situation, r.post));
    }
    return {};
}

QString workText(const Exclusion& exclusion, const Situation& situation) {
    if (!exclusion.work)
        return name(exclusion.status);
    return Advice::tr("busy with %1 (%2)", "an incident's number, its level")
        .arg(number(exclusion.work->incident, situation), name(exclusion.work->level));
}

QString barrier(const Exclusion& exclusion, const Situation& situation) {
    switch (exclusion.barrier) {
    case Barrier::AlreadySent:
        return Advice::tr("sent already");
    case Barrier::Off:
        return Advice::tr("off duty");
    case Barrier::NoCrew:
        return Advice::tr("nobody crews it");
    case Barrier::OutOfService:
        return Advice::tr("out of service");
    case Barrier::Emergency:
        return Advice::tr("in an emergency");
    case Barrier::Reserved:
        return Advice::tr("reserved");
    case Barrier::Busy:
        return workText(exclusion, situation);
    case Barrier::HeldByHigherTier:
        return Advice::tr("the bureau sent it to %1")
            .arg(exclusion.work ? number(exclusion.work->incident, situation) : QString());
    case Barrier::NoPlace:
        return Advice::tr("where it is, is not known");
    case Barrier::TooFar:
        return Advice::tr("too far away");
    }
    return {};
}

QString nearest(const Exclusion& busy, const Situation& situation) {
    const QString unit = callsign(situation, busy.unit);
    const QString time = busy.travel ? duration(*busy.travel) : Advice::tr("way unknown");
    if (busy.work)
        return Advice::tr("nearest busy: %1, %2, holds %3 (%4)",
                          "unit, time, an incident's number, its level")
            .arg(unit, time, number(busy.work->incident, situation), name(busy.work->level));
    return Advice::tr("nearest busy: %1, %2, %3", "unit, time, status").arg(unit, time, name(busy.status));
}

QString within(Milliseconds length) {
    return QString::number(std::chrono::duration_cast<std::chrono::minutes>(length).count());
}

/// Who stayed out, the causes that a dispatcher can do something about.
QString barredText(const std::array<qint64, barrierCount>& barred) {
    const std::pair<Barrier, QString> causes[] = {
        {Barrier::Busy, Advice::tr("busy %1")},
        {Barrier::HeldByHigherTier, Advice::tr("sent by the bureau %1")},
        {Barrier::Reserved, Advice::tr("reserved %1")},
        {Barrier::NoPlace, Advice::tr("position unknown %1")},
        {Barrier::TooFar, Advice::tr("too far %1")},
        {Barrier::OutOfService, Advice::tr("out of service %1")},
        {Barrier::Off, Advice::tr("off duty %1")}};
    QStringList words;
    for (const auto& [barrier, word] : causes)
        if (const qint64 count = barred[size_t(barrier)]; count > 0)
            words << word.arg(count);
    return list(words);
}

} // namespace

QString reason(const PickReason& reason, const Situation& situation) {
    const QString said = statement(reason, situation);
    return reason.cost > 0 ? Advice::tr("%1 +%2", "a reason, what it costs")
                                 .arg(said, duration(std::chrono::seconds(reason.cost)))
                           : said;
}

QString reasons(const Pick& pick, const Situation& situation) {
    QList<PickReason> against = pick.reasons;
    against.removeIf([](const PickReason& r) { return r.code == PickReasonCode::RoadTime; });
    std::ranges::stable_sort(against, std::ranges::greater(), &PickReason::cost);
    QStringList words;
    for (const PickReason& r : against)
        words << reason(r, situation);
    return words.isEmpty() ? Advice::tr("free, nothing against it")
                           : words.join(Advice::tr("; ", "between reasons"));
}

QString coverLoss(const Pick& pick, const Situation& situation) {
    QStringList words;
    for (const PickReason& r : pick.reasons)
        if (r.code == PickReasonCode::LastOfRing)
            words << Advice::tr("%1 %2 min", "a station, a ring's minutes")
                         .arg(postName(situation, r.post), QString::number(r.ring));
    return list(words);
}

QString travel(const Pick& pick) {
    return pick.estimated ? u"≈ "_s + duration(pick.travel) : duration(pick.travel);
}

QString exclusion(const Exclusion& exclusion, const Situation& situation) {
    return Advice::tr("%1: %2", "a unit, why it is not proposed")
        .arg(callsign(situation, exclusion.unit), barrier(exclusion, situation));
}

QString shortfall(const Shortfall& shortfall, const Situation& situation) {
    QStringList parts;
    switch (shortfall.code) {
    case ShortfallCode::IncidentNotLocated:
        return Advice::tr("Nobody can be proposed until the incident has a place.");
    case ShortfallCode::NobodyQualified:
        parts << Advice::tr("Nobody qualified (%1) is free within %2 min")
                     .arg(qualifications(shortfall.qualifications), within(shortfall.within));
        break;
    case ShortfallCode::TooFew:
        parts << Advice::tr("%n more wanted, nobody free within %1 min", nullptr, int(shortfall.missing))
                     .arg(within(shortfall.within));
        break;
    }
    if (shortfall.nearest)
        parts << nearest(*shortfall.nearest, situation);
    if (const QString barred = barredText(shortfall.barred); !barred.isEmpty())
        parts << Advice::tr("not proposed: %1", "counts by cause").arg(barred);
    return parts.join(Advice::tr("; ", "between reasons"));
}

QString uncovered(const QList<PlaceCover>& places, const Situation& situation) {
    QStringList names;
    for (const PlaceCover& place : places)
        if (place.cars.back() == 0)
            names << postName(situation, place.post);
    if (names.isEmpty())
        return {};
    constexpr qsizetype told = 4;
    if (names.size() > told)
        names = names.first(told) + QStringList(Advice::tr("%n more", nullptr, int(names.size() - told)));
    return Advice::tr("No car within 5 min: %1").arg(list(names));
}

QString preview(const std::expected<Pick, Exclusion>& appraisal, const Situation& situation) {
    if (!appraisal) {
        const Exclusion& out = appraisal.error();
        return out.travel ? u"  "_s + Advice::tr("%1 by road", "a time").arg(duration(*out.travel))
                          : QString();
    }
    QStringList lines = {appraisal->estimated
                             ? u"  "_s + Advice::tr("%1, not on a road", "a time").arg(travel(*appraisal))
                             : u"  "_s + Advice::tr("%1 by road", "a time").arg(travel(*appraisal))};
    for (const PickReason& r : appraisal->reasons)
        if (r.code == PickReasonCode::LastOfRing || r.code == PickReasonCode::StaleFix)
            lines << u"  "_s + statement(r, situation);
    return lines.join(u'\n');
}

} // namespace tridesk::text
