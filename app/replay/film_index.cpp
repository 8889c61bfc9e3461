// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/film_index.h"

#include <algorithm>

namespace tridesk {

namespace {

QUuid bare(const IncidentId& id) {
    return id.value();
}

QUuid bare(const std::optional<IncidentId>& id) {
    return id ? id->value() : QUuid();
}

QUuid incidentOf(const Fact& fact) {
    return std::visit(
        [](const auto& f) {
            if constexpr (requires { bare(f.incident); })
                return bare(f.incident);
            else if constexpr (requires { bare(f.change.incident); })
                return bare(f.change.incident);
            else
                return QUuid();
        },
        static_cast<const AnyFact&>(fact));
}

UnitId unitOf(const OrderId& id, const Situation& situation) {
    const Order* order = situation.orders().find(id);
    const UnitId* unit = order ? std::get_if<UnitId>(&order->to) : nullptr;
    return unit ? *unit : UnitId();
}

UnitId unitOf(const Fact& fact, const Situation& situation) {
    return std::visit(
        [&](const auto& f) {
            if constexpr (requires { UnitId(f.unit.id); })
                return f.unit.id;
            else if constexpr (requires { f.unit.isNull(); })
                return f.unit;
            else if constexpr (requires { f.order.isNull(); })
                return unitOf(f.order, situation);
            else
                return UnitId();
        },
        static_cast<const AnyFact&>(fact));
}

FilmKind kindOfFact(const Fact& fact) {
    return std::visit(
        []<class F>(const F& f) {
            if constexpr (std::is_same_v<F, EmergencyRaised> || std::is_same_v<F, EmergencyAcknowledged> ||
                          std::is_same_v<F, EmergencyEnded> || std::is_same_v<F, CheckMissed>)
                return FilmKind::Emergency;
            else if constexpr (std::is_same_v<F, DeadlineMissed>)
                return FilmKind::Deadline;
            else if constexpr (requires { f.order.isNull(); })
                return FilmKind::Order;
            else if constexpr (requires { f.message.isNull(); })
                return FilmKind::Message;
            else if constexpr (requires { f.plot; } || requires { f.camera; } || requires { f.place; })
                return FilmKind::Map;
            else if constexpr (requires { f.incident; } || std::is_same_v<F, IncidentAmended>)
                return FilmKind::Incident;
            else if constexpr (requires { f.unit; })
                return FilmKind::Unit;
            else
                return FilmKind::Desk;
        },
        static_cast<const AnyFact&>(fact));
}

quint16 numberOf(const QString& text, QHash<QString, quint16>& known) {
    auto& number = known[text];
    if (number == 0)
        number = quint16(std::min<qsizetype>(known.size(), 0xffff));
    return number;
}

/// What a name is counted as; false where it is asked for and nobody ever had it.
template <class Name, class Number>
bool take(const std::optional<Name>& asked, const QHash<Name, Number>& known, std::optional<Number>& wanted) {
    const auto found = asked ? known.constFind(*asked) : known.cend();
    if (found != known.cend())
        wanted = *found;
    return !asked || found != known.cend();
}

} // namespace

void FilmIndex::add(const FoldedEntry& entry, const Situation& situation) {
    Mark mark;
    mark.at = toMs(entry.entry.recordedAt);
    if (!m_marks.empty())
        mark.at = std::max(mark.at, m_marks.back().at);
    mark.seat = numberOf(entry.entry.fact.seat, m_seats);
    mark.user = numberOf(entry.entry.fact.user, m_users);
    if (entry.fact) {
        mark.incident = incidentOf(*entry.fact);
        mark.kind = kindOfFact(*entry.fact);
        if (const UnitId unit = unitOf(*entry.fact, situation); !unit.isNull()) {
            auto& number = m_units[unit];
            if (number == 0)
                number = quint32(m_units.size());
            mark.unit = number;
        }
    }
    m_marks.push_back(mark);
}

qint64 FilmIndex::seqAt(Instant at) const {
    return std::ranges::upper_bound(m_marks, toMs(at), {}, &Mark::at) - m_marks.begin();
}

bool FilmIndex::Wanted::takes(const Mark& mark) const {
    return (!incident || *incident == mark.incident) && (!unit || *unit == mark.unit) &&
           (!seat || *seat == mark.seat) && (!user || *user == mark.user) && (!kind || *kind == mark.kind);
}

std::optional<FilmIndex::Wanted> FilmIndex::wanted(const FilmQuery& query) const {
    Wanted wanted;
    wanted.kind = query.kind;
    if (query.incident)
        wanted.incident = query.incident->value();
    if (!take(query.unit, m_units, wanted.unit) || !take(query.seat, m_seats, wanted.seat) ||
        !take(query.user, m_users, wanted.user))
        return std::nullopt;
    return wanted;
}

std::optional<qint64> FilmIndex::after(qint64 seq, const FilmQuery& query) const {
    const auto wanted = this->wanted(query);
    for (qint64 next = std::max<qint64>(seq, 0) + 1; wanted && next <= lastSeq(); ++next)
        if (wanted->takes(m_marks[std::size_t(next - 1)]))
            return next;
    return std::nullopt;
}

std::optional<qint64> FilmIndex::before(qint64 seq, const FilmQuery& query) const {
    const auto wanted = this->wanted(query);
    for (qint64 next = std::min(seq - 1, lastSeq()); wanted && next >= 1; --next)
        if (wanted->takes(m_marks[std::size_t(next - 1)]))
            return next;
    return std::nullopt;
}

QStringList FilmIndex::seats() const {
    QStringList seats = m_seats.keys();
    seats.sort();
    return seats;
}

QStringList FilmIndex::users() const {
    QStringList users = m_users.keys();
    users.removeAll(QString());
    users.sort();
    return users;
}

QList<qint64> FilmIndex::density(Instant from, Instant to, int parts, const FilmQuery& query) const {
    QList<qint64> counts(parts, 0);
    const double part = double((to - from).count()) / parts;
    const auto upTo = [&](double ms) { return seqAt(instantFromMs(toMs(from) + qint64(ms) - 1)); };
    const auto wanted = this->wanted(query);
    qint64 before = upTo(0);
    for (int i = 1; wanted && i <= parts; ++i) {
        const qint64 last = upTo(part * i);
        counts[i - 1] = query.isAnything()
                            ? last - before
                            : std::count_if(m_marks.begin() + before, m_marks.begin() + last,
                                            [&](const Mark& mark) { return wanted->takes(mark); });
        before = last;
    }
    return counts;
}

std::optional<QList<qint64>> FilmIndex::found(Instant from, Instant to, qint64 most,
                                              const FilmQuery& query) const {
    QList<qint64> found;
    const auto wanted = this->wanted(query);
    const qint64 last = seqAt(to);
    for (qint64 seq = seqAt(from - Milliseconds(1)) + 1; wanted && seq <= last; ++seq) {
        if (!wanted->takes(m_marks[std::size_t(seq - 1)]))
            continue;
        if (found.size() == most)
            return std::nullopt;
        found.append(seq);
    }
    return found;
}

QSet<IncidentId> FilmIndex::incidentsOf(const FilmQuery& query) const {
    QSet<IncidentId> incidents;
    const auto wanted = this->wanted(query);
    for (const Mark& mark : m_marks)
        if (wanted && !mark.incident.isNull() && wanted->takes(mark))
            incidents.insert(IncidentId(mark.incident));
    return incidents;
}

} // namespace tridesk
