// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/complete.h"

#include "app/domain/message_rules.h"
#include "app/line/walk.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

bool begins(const QString& name, const QString& partial) {
    return !name.isEmpty() && name.startsWith(partial, Qt::CaseInsensitive);
}

/// Gathers what fits, the likeliest first.
class Gather {
public:
    Gather(const Context& context, const Parts& parts, QString partial)
        : m_context(context)
        , m_parts(parts)
        , m_partial(std::move(partial)) {}

    void slot(Slot slot);
    void verbs();
    [[nodiscard]] QList<Candidate> best();

private:
    struct Ranked {
        int rank = 0;
        Candidate candidate;
    };

    void add(int rank, decltype(Candidate::what) what, const QString& word) {
        m_found.append({rank, {std::move(what), word}});
    }
    void units();
    void posts(int rank);
    void incidents(bool alsoUnits);
    void feeds();
    void closedIncidents();
    void dispositions();
    void types();
    void levels();
    void statuses();
    void messages();
    void options();
    [[nodiscard]] std::optional<int> rankOf(const Unit& unit) const;

    const Context& m_context;
    const Parts& m_parts;
    QString m_partial;
    QList<Ranked> m_found;
};

/// How likely a unit is meant by the line's verb; nothing: not at all.
std::optional<int> Gather::rankOf(const Unit& unit) const {
    const bool on = unit.status != UnitStatus::Off;
    switch (m_parts.verb) {
    case Verb::Dispatch:
    case Verb::DispatchEnRoute:
    case Verb::DispatchOnScene:
    case Verb::Replace:
        return on ? std::optional(isAvailable(unit.status)              ? 0
                                  : unit.status == UnitStatus::Reserved ? 1
                                                                        : 2)
                  : std::nullopt;
    case Verb::Stack: // behind what it does now
        return on ? std::optional(isAvailable(unit.status) ? 1 : 0) : std::nullopt;
    case Verb::LogOn:
        return on ? std::nullopt : std::optional(0);
    case Verb::EmergencyAcknowledge:
    case Verb::EmergencyResolved:
    case Verb::EmergencyFalse:
        return unit.emergency ? std::optional(0) : std::nullopt;
    case Verb::TimerReset:
        return unit.timer ? std::optional(unit.timer->missedAt ? 0 : 1) : std::nullopt;
    default:
        break;
    }
    const auto& slots_ = verbSpec(m_parts.verb).slots;
    const bool ofOrder = slots_.contains(Slot::Orders) || slots_.contains(Slot::Order);
    if (ofOrder)
        return unit.order ? std::optional(0) : std::nullopt;
    return on ? 0 : 5;
}

void Gather::units() {
    for (const Unit& unit : m_context.situation.units()) {
        const UnitDefinition& definition = unit.definition;
        if (!begins(definition.callsign.toString(), m_partial) &&
            !begins(definition.id.toString(), m_partial))
            continue;
        const auto rank = rankOf(unit);
        if (rank && (!m_context.seesUnit || m_context.seesUnit(unit)) &&
            !m_parts.units.contains(definition.id) && !m_parts.to.contains(Addressee(definition.id)))
            add(*rank, definition.id, definition.callsign.toString());
    }
}

void Gather::posts(int rank) {
    for (const Post& post : m_context.situation.posts())
        for (const QString& name : {post.id.toString(), post.name.zh, post.name.en})
            if (begins(name, m_partial) && !m_parts.to.contains(Addressee(post.id))) {
                add(rank, post.id, post.id.toString());
                break;
            }
}

void Gather::incidents(bool alsoUnits) {
    if (alsoUnits)
        units();
    const QString digits = m_partial.startsWith(u'#') ? m_partial.sliced(1) : m_partial;
    for (const IncidentId& id : m_context.situation.openIncidents()) {
        const Incident* incident = m_context.situation.incidents().find(id);
        const bool isThere = incident && !m_parts.incidents.contains(id);
        if (!isThere || (m_context.seesIncident && !m_context.seesIncident(*incident)))
            continue;
        const QString serial = QString::number(incident->number % 1'000'000).rightJustified(4, u'0');
        if (!serial.startsWith(digits) && !incidentNumberText(incident->number).startsWith(digits))
            continue;
        const int rank = id == m_context.incident ? 0 : 1 + int(incident->stage);
        add(rank, id, {}); // its number is found out only for those that are shown
    }
}

/// Those of crews are reached by their unit.
void Gather::feeds() {
    for (const VideoFeed& feed : m_context.situation.feeds())
        if (feed.id.toString().startsWith(m_partial, Qt::CaseInsensitive) && !m_partial.isEmpty() &&
            (feed.owner.kind == FeedOwnerKind::Camera || feed.owner.kind == FeedOwnerKind::Place))
            add(6, feed.id, feed.id.toString());
}

void Gather::closedIncidents() {
    const QDate day = toDateTime(m_context.now).toTimeZone(m_context.zone).date();
    constexpr int mostSeen = 500;
    qint64 number = m_context.situation.nextNumber(day) - 1;
    for (int seen = 0; seen < mostSeen; ++seen, --number) {
        const Incident* incident = m_context.situation.incidentByNumber(number);
        if (!incident)
            return;
        const QString serial = QString::number(number % 1'000'000).rightJustified(4, u'0');
        if (!incident->isOpen() && serial.startsWith(m_partial) &&
            (!m_context.seesIncident || m_context.seesIncident(*incident)))
            add(seen, incident->id, {});
    }
}

void Gather::dispositions() {
    int rank = 0;
    for (const Disposition& each : m_context.situation.catalogue().dispositions)
        if (begins(each.code.toString(), m_partial) || begins(each.name.zh, m_partial) ||
            begins(each.name.en, m_partial))
            add(rank++, DispositionCode{each.code}, each.code.toString());
}

void Gather::types() {
    int rank = 0;
    for (const IncidentType& each : m_context.situation.catalogue().types)
        if (begins(each.code.toString(), m_partial) || begins(each.name.zh, m_partial) ||
            begins(each.name.en, m_partial))
            add(rank++, IncidentTypeCode{each.code}, each.code.toString());
}

void Gather::levels() {
    for (const auto& [level, words] : levelWords())
        if (std::ranges::any_of(words, [&](const QString& word) { return begins(word, m_partial); }))
            add(int(level), level, words.first());
}

void Gather::statuses() {
    for (const auto& [status, words] : statusWords())
        if (std::ranges::any_of(words, [&](const QString& word) { return begins(word, m_partial); }))
            add(int(status), StatusName{status, {}}, words.first());
    for (const CustomStatus& each : m_context.situation.catalogue().statuses)
        if (begins(each.code.toString(), m_partial) || begins(each.name.zh, m_partial) ||
            begins(each.name.en, m_partial))
            add(int(each.base), StatusName{each.base, each.code}, each.code.toString());
}

void Gather::messages() {
    for (const Message& message : m_context.situation.messages()) {
        if (!message_rules::concerns(m_context.situation, message, m_context.seat))
            continue; // not even that there is one
        const bool fits = m_parts.verb == Verb::Withdraw
                              ? isStanding(message.kind) && message.from == m_context.seat.toString()
                              : message.from != m_context.seat.toString();
        const QString word =
            fits && message.stands(m_context.now) ? messageWord(m_context, message.id) : QString();
        if (begins(word, m_partial))
            add(int((m_context.now - message.sentAt).count() / 1'000), message.id, word);
        if (m_found.size() > mostCandidates)
            return;
    }
}

void Gather::options() {
    int rank = 1'000'000; // after everything else
    for (const Option option : verbSpec(m_parts.verb).options)
        if (begins(optionKey(option), m_partial))
            add(rank++, option, optionKey(option) + u'=');
}

void Gather::verbs() {
    int rank = 0;
    for (const VerbSpec& spec : verbSpecs()) {
        ++rank;
        for (const QString& name : verbNames(spec.verb)) {
            if (!begins(name, m_partial))
                continue;
            const bool exact = name.size() == m_partial.size();
            const bool isHan = name.at(0).script() == QChar::Script_Han;
            add(exact ? rank - 1'000 : rank, spec.verb, isHan ? name : QString(QLatin1StringView(spec.code)));
            break;
        }
    }
}

void Gather::slot(Slot slot) {
    switch (slot) {
    case Slot::Unit:
    case Slot::Units:
    case Slot::UnitsOrAll:
        return units();
    case Slot::Addressees:
        if (m_parts.verb == Verb::Message && m_parts.to.isEmpty() && isNumber(m_partial))
            incidents(false); // their rooms
        [[fallthrough]];
    case Slot::Order:
    case Slot::Orders:
        units();
        return posts(3);
    case Slot::Posts:
    case Slot::Post:
        return posts(0);
    case Slot::Incident:
        return incidents(false);
    case Slot::IncidentOrUnit:
        return incidents(!m_partial.isEmpty());
    case Slot::Watched:
        feeds();
        return incidents(!m_partial.isEmpty());
    case Slot::ClosedIncident:
        return closedIncidents();
    case Slot::Disposition:
        return dispositions();
    case Slot::Type:
        return types();
    case Slot::Level:
        return levels();
    case Slot::Status:
        return statuses();
    case Slot::MessageRef:
        return messages();
    case Slot::Switch:
        return add(0, SwitchOff(), u"off"_s);
    case Slot::Option:
        return options();
    case Slot::Verb:
        return verbs();
    case Slot::Duration:
    case Slot::Until:
    case Slot::Crew:
    case Slot::Tags:
    case Slot::Agency:
    case Slot::Text:
    case Slot::NeededText:
    case Slot::TextAtPlace:
        return;
    }
}

QList<Candidate> Gather::best() {
    // Places are sorted rather than what stands there: candidates are large.
    struct Place {
        int rank = 0;
        qint64 newest = 0;
        qsizetype at = 0;
    };
    QList<Place> places;
    places.reserve(m_found.size());
    for (qsizetype at = 0; at < m_found.size(); ++at) {
        const auto* id = std::get_if<IncidentId>(&m_found[at].candidate.what);
        const Incident* incident = id ? m_context.situation.incidents().find(*id) : nullptr;
        places.append({m_found[at].rank, incident ? -incident->number : 0, at});
    }
    const auto end = places.begin() + std::min<qsizetype>(mostCandidates, places.size());
    std::partial_sort(places.begin(), end, places.end(), [&](const Place& a, const Place& b) {
        if (a.rank != b.rank || a.newest != b.newest)
            return std::pair(a.rank, a.newest) < std::pair(b.rank, b.newest);
        return m_found[a.at].candidate.word < m_found[b.at].candidate.word;
    });
    QList<Candidate> best;
    for (auto place = places.begin(); place != end; ++place) {
        Candidate candidate = m_found[place->at].candidate;
        if (const auto* incident = std::get_if<IncidentId>(&candidate.what))
            candidate.word = numberOf(
                m_context, *incident, false,
                m_context.situation.incidents().find(*incident)->isOpen() ? Prefer::Open : Prefer::Closed);
        best.append(candidate);
    }
    return best;
}

} // namespace

QString Completion::with(const QString& line, const Candidate& candidate) const {
    const QString rest = line.sliced(at + length);
    const bool goesOn = std::holds_alternative<Option>(candidate.what) || rest.startsWith(u' ');
    return line.first(at) + candidate.word + (goesOn ? QString() : u" "_s) + rest;
}

Completion complete(const QString& line, qsizetype cursor, const Context& context) {
    const QString typed = line.first(std::clamp<qsizetype>(cursor, 0, line.size()));
    Completion found{.at = typed.size(), .candidates = {}};
    if (typed.size() > longestLine)
        return found;
    const QList<Word> words = split(typed);
    QString partial;
    if (!words.isEmpty() && words.last().at + words.last().length == typed.size()) {
        if (words.last().quoted || words.last().isOpen || !words.last().key.isEmpty())
            return found;
        partial = words.last().text;
        found.at = words.last().at;
    }
    if (words.size() == 1 && !partial.isEmpty())
        if (const qsizetype joined = joinedVerb(partial); joined > 0 && joined < partial.size()) {
            partial = partial.sliced(joined);
            found.at += joined;
        }
    found.length = typed.size() - found.at;
    Parts parts;
    const QList<Slot> expected = Walk(typed.first(found.at), context).expected(parts);
    found.verb = parts.verb;
    Gather gather(context, parts, partial);
    for (const Slot slot : expected)
        gather.slot(slot);
    found.candidates = gather.best();
    return found;
}

} // namespace tridesk::line
