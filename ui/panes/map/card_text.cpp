// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/card_text.h"

#include "app/domain/fix.h"
#include "app/domain/fix_age.h"
#include "app/domain/safety_check.h"
#include "app/domain/situation.h"
#include "ui/panes/map/camera_feed.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int mostUnits = 6; ///< named on an incident's card
constexpr int longestText = 90;

struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Card)
};

QString joined(const QStringList& parts) {
    QStringList rest = parts;
    rest.removeAll(QString());
    return rest.join(u" · "_s);
}

QString positionLine(const Fix& fix, Instant now) {
    QString line = CardWords::tr("Position %1 old, from %2").arg(text::age(now - knownAt(fix)), fix.source);
    if (fix.accuracy)
        line = CardWords::tr("%1, within %2 m").arg(line).arg(qRound(*fix.accuracy));
    return line;
}

/// Those who work on it: callsign and how far each is.
QString unitsOn(const Situation& situation, const Incident& incident) {
    QStringList units;
    for (const OrderId& id : incident.orders) {
        const Order* order = situation.orders().find(id);
        const auto unit = order ? order->unit() : std::nullopt;
        if (unit && !isOver(order->stage))
            units << text::callsign(situation, *unit) + u' ' + text::name(order->stage);
    }
    if (units.isEmpty())
        return CardWords::tr("Nobody is on it");
    const qsizetype more = units.size() - mostUnits;
    QString line = units.first(qMin<qsizetype>(units.size(), mostUnits)).join(CardWords::tr(", "));
    return more > 0 ? CardWords::tr("%1 and %2 more").arg(line).arg(more) : line;
}

QString jobLine(const Situation& situation, const std::optional<Incident>& job) {
    return job ? CardWords::tr("On %1, %2")
                     .arg(text::shortNumber(job->number),
                          text::typeName(situation.catalogue(), job->details.type))
               : QString();
}

/// Where a safety check runs: a glyph, what it is, how long yet.
QString checkLine(const std::optional<SafetyTimer>& timer, Instant now) {
    if (!timer)
        return {};
    const QString left = text::countdown(timer->due - now);
    switch (checkState(*timer, now)) {
    case CheckState::Running:
        return u"☎ "_s + CardWords::tr("Safety check in %1").arg(left);
    case CheckState::Soon:
        return u"☎ "_s + CardWords::tr("Safety check due soon: %1").arg(left);
    case CheckState::Missed:
        return u"! "_s + CardWords::tr("Safety check not answered: %1").arg(left);
    }
    return {};
}

} // namespace

Card cardOf(const Situation& situation, const Unit& unit, const std::optional<Incident>& job, const Fix* fix,
            Instant now) {
    Card card;
    card.title = unit.definition.callsign.toString();
    card.lines << CardWords::tr("%1 for %2")
                      .arg(text::statusName(situation.catalogue(), unit.status, unit.customStatus),
                           text::duration(now - unit.statusSince))
               << checkLine(unit.timer, now) << jobLine(situation, job)
               << joined({text::name(unit.definition.kind), text::postName(situation, unit.definition.post),
                          unit.crew.join(CardWords::tr(", "))})
               << (fix ? positionLine(*fix, now) : CardWords::tr("Position unknown"));
    card.lines.removeAll(QString());
    return card;
}

QString workedOutText() {
    return CardWords::tr("Its place is worked out between two reports");
}

Card cardOf(const Situation& situation, const Incident& incident, Instant now) {
    Card card;
    card.title = joined(
        {text::shortNumber(incident.number), text::name(incident.details.level), text::name(incident.stage)});
    const QString words = incident.details.text.simplified();
    card.lines << text::typePath(situation.catalogue(), incident.details.type)
               << text::place(incident.details.place)
               << CardWords::tr("Reported %1 ago").arg(text::age(now - incident.reportedAt))
               << unitsOn(situation, incident) << text::hazards(incident.details.hazards)
               << (words.size() > longestText ? words.left(longestText) + u'…' : words);
    card.lines.removeAll(QString());
    return card;
}

Card cardOf(const Situation& situation, const Post& post) {
    int units = 0;
    int available = 0;
    for (const Unit& unit : situation.units()) {
        if (unit.definition.post != post.id || unit.status == UnitStatus::Off)
            continue;
        ++units;
        available += isAvailable(unit.status) ? 1 : 0;
    }
    return {text::name(post.name),
            {post.id.toString(), CardWords::tr("Units on duty %1, available %2").arg(units).arg(available)}};
}

Card cardOf(const ShownCamera& camera) {
    const QString looks = camera.heading < 0 ? CardWords::tr("Looks all round")
                                             : CardWords::tr("Looks towards %1°").arg(qRound(camera.heading));
    return {camera.name.isEmpty() ? camera.ref : camera.name,
            {CardWords::tr("Camera %1").arg(camera.ref), looks}};
}

} // namespace tridesk
