// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/duplicates.h"

#include <algorithm>
#include <tuple>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

bool isOrIsBelow(QStringView type, QStringView above) {
    return type == above || (type.startsWith(above) && type.at(above.size()) == u'.');
}

/// What stands over a type; empty for the topmost.
QStringView above(QStringView type) {
    const qsizetype dot = type.lastIndexOf(u'.');
    return dot < 0 ? QStringView() : type.first(dot);
}

QString squeezed(const QString& address) {
    return address.simplified().toCaseFolded();
}

/// What is typed, made ready once for the comparison with thousands.
struct Typed {
    const IncidentDetails& details;
    QString address;
    QStringList subscribers;

    explicit Typed(const IncidentDetails& typed)
        : details(typed)
        , address(squeezed(typed.place.address)) {
        for (const Caller& caller : typed.callers)
            if (const QString number = subscriber(caller.phone); !number.isEmpty())
                subscribers.append(number);
    }

    [[nodiscard]] bool isCalledBy(const QList<Caller>& callers) const {
        return std::ranges::any_of(callers, [this](const Caller& caller) {
            const QString number = subscriber(caller.phone);
            return !number.isEmpty() && subscribers.contains(number);
        });
    }
};

bool hasCaller(const Situation& situation, const Incident& incident, const Typed& typed,
               const LikenessView& view) {
    const auto isKnown = [&](const Incident& of) {
        return (!view.knowsCallers || view.knowsCallers(of)) && typed.isCalledBy(of.details.callers);
    };
    return isKnown(incident) || std::ranges::any_of(incident.merged, [&](const IncidentId& id) {
               const Incident* report = situation.incidents().find(id);
               return report && isKnown(*report);
           });
}

std::optional<Likeness> compared(const Situation& situation, const Incident& incident, const Typed& typed,
                                 const LikenessView& view, const LikenessBounds& bounds) {
    Likeness found{.incident = incident.id, .reports = 1 + int(incident.merged.size())};
    found.ago = view.now - incident.reportedAt;
    if (found.ago < Milliseconds(0) || found.ago > std::max(bounds.within, bounds.callerWithin))
        return {};
    const Place& place = incident.details.place;
    if (typed.details.place.at && place.at)
        found.metres = typed.details.place.at->metresTo(*place.at);
    const bool near = found.metres ? *found.metres <= bounds.metres
                                   : !typed.address.isEmpty() && typed.address == squeezed(place.address);
    found.samePlace = near && found.ago <= bounds.within;
    found.sameType = !typed.details.type.isNull() && areAkin(typed.details.type, incident.details.type);
    found.sameCaller = !typed.subscribers.isEmpty() && found.ago <= bounds.callerWithin &&
                       hasCaller(situation, incident, typed, view);
    const bool likely =
        found.sameCaller || (found.samePlace && areAkin(typed.details.type, incident.details.type));
    return likely ? std::optional(found) : std::nullopt;
}

} // namespace

QString subscriber(const QString& phone) {
    constexpr int leastDigits = 7;
    constexpr int numberDigits = 11;
    QString digits;
    for (const QChar c : phone)
        if (c.isDigit())
            digits += c;
    return digits.size() < leastDigits ? QString() : digits.right(numberDigits);
}

bool areAkin(const TypeCode& a, const TypeCode& b) {
    if (a.isNull() || b.isNull())
        return true;
    const QString& x = a.toString();
    const QString& y = b.toString();
    const auto hangs = [](QStringView type, QStringView other) {
        const QStringView parent = above(other);
        return isOrIsBelow(type, other) || (!parent.isEmpty() && isOrIsBelow(type, parent));
    };
    return hangs(x, y) || hangs(y, x);
}

QList<Likeness> likelyDuplicates(const Situation& situation, const IncidentDetails& details,
                                 const IncidentId& self, const LikenessView& view,
                                 const LikenessBounds& bounds) {
    const Typed typed(details);
    if (!details.place.at && typed.address.isEmpty() && typed.subscribers.isEmpty())
        return {};
    QList<Likeness> found;
    for (const IncidentId& id : situation.openIncidents()) {
        const Incident* incident = situation.incidents().find(id);
        if (!incident || id == self)
            continue;
        const auto likeness = compared(situation, *incident, typed, view, bounds);
        if (likeness && (!view.sees || view.sees(*incident)))
            found.append(*likeness);
    }
    const auto key = [](const Likeness& l) {
        const int signs = int(l.samePlace) + int(l.sameCaller) + int(l.sameType);
        return std::tuple(-signs, l.metres.value_or(0), l.ago, l.incident);
    };
    std::ranges::sort(found, [&](const Likeness& a, const Likeness& b) { return key(a) < key(b); });
    return found.first(std::min(found.size(), bounds.most));
}

} // namespace tridesk
