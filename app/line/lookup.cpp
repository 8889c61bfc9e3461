// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/lookup.h"

#include "app/domain/message_rules.h"
#include "app/domain/order_rules.h"
#include "app/line/words.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

/// Collects what matches: an exact one ends the search.
template <class T>
class Finder {
public:
    explicit Finder(const QString& word, Match match)
        : m_word(word)
        , m_match(match) {}

    /// `typed` is how the candidate would be typed.
    void offer(const T& value, const QString& name, const QString& typed) {
        if (name.isEmpty() || !name.startsWith(m_word, Qt::CaseInsensitive))
            return;
        const bool exact = name.size() == m_word.size();
        auto& found = exact ? m_exact : m_begun;
        if (std::ranges::find(found, typed, &Candidate::typed) == found.end() &&
            found.size() <= mostCandidates)
            found.append({value, typed});
    }

    [[nodiscard]] Named<T> result() const {
        const auto& found = m_exact.isEmpty() && m_match == Match::Beginning ? m_begun : m_exact;
        if (found.size() == 1)
            return {found.first().value};
        Named<T> several;
        for (const Candidate& each : found)
            several.candidates.append(each.typed);
        several.candidates.sort();
        several.candidates = several.candidates.mid(0, mostCandidates);
        return several;
    }

private:
    struct Candidate {
        T value;
        QString typed;
    };
    QString m_word;
    Match m_match;
    QList<Candidate> m_exact;
    QList<Candidate> m_begun;
};

bool hasLetters(const QString& word) {
    return std::ranges::any_of(word, [](QChar c) { return c.isLetter(); });
}

template <class Row>
Named<TypeCode> rowNamed(const QList<Row>& rows, const QString& word, Match match) {
    Finder<TypeCode> finder(word, match);
    for (const Row& row : rows)
        for (const QString& name : {row.code.toString(), row.name.zh, row.name.en})
            finder.offer(row.code, name, row.code.toString());
    return finder.result();
}

template <class T>
Named<T> wordNamed(const QList<std::pair<T, QStringList>>& table, const QString& word) {
    Finder<T> finder(word, Match::Beginning);
    for (const auto& [value, names] : table)
        for (const QString& name : names)
            finder.offer(value, name, names.first());
    return finder.result();
}

} // namespace

Named<UnitId> unitNamed(const Context& context, const QString& word, Match match) {
    const Situation& situation = context.situation;
    if (word.isEmpty())
        return {};
    for (const QString& typed : {word, word.toUpper()})
        if (const auto callsign = Callsign::parse(typed))
            if (const Unit* unit = situation.unitByCallsign(*callsign))
                return {unit->definition.id};
    // Most words asked about are an incident's number, at every key: figures have no case, so nothing is
    // searched.
    if (match == Match::Exact && !hasLetters(word)) {
        const auto code = UnitId::parse(word);
        return code && situation.units().find(*code) ? Named<UnitId>{*code} : Named<UnitId>();
    }
    Finder<UnitId> finder(word, match);
    for (const Unit& unit : situation.units())
        for (const QString& name : {unit.definition.callsign.toString(), unit.definition.id.toString()})
            finder.offer(unit.definition.id, name, unit.definition.callsign.toString());
    return finder.result();
}

std::optional<FeedId> feedNamed(const Context& context, const QString& word) {
    std::optional<FeedId> ofCamera;
    for (const VideoFeed& feed : context.situation.feeds()) {
        if (feed.id.toString().compare(word, Qt::CaseInsensitive) == 0)
            return feed.id;
        const bool isNamed = feed.owner.kind == FeedOwnerKind::Camera &&
                             feed.owner.camera.toString().compare(word, Qt::CaseInsensitive) == 0;
        if (isNamed && (!ofCamera || feed.id < *ofCamera))
            ofCamera = feed.id;
    }
    return ofCamera;
}

Named<PostId> postNamed(const Context& context, const QString& word, Match match) {
    if (word.isEmpty())
        return {};
    Finder<PostId> finder(word, match);
    for (const Post& post : context.situation.posts())
        for (const QString& name : {post.id.toString(), post.name.zh, post.name.en})
            finder.offer(post.id, name, post.id.toString());
    return finder.result();
}

Named<BeatId> beatNamed(const Context& context, const QString& word, Match match) {
    if (word.isEmpty())
        return {};
    Finder<BeatId> finder(word, match);
    for (const Beat& beat : context.situation.beats())
        for (const QString& name : {beat.id.toString(), beat.name.zh, beat.name.en})
            finder.offer(beat.id, name, beat.id.toString());
    return finder.result();
}

Named<Addressee> addresseeNamed(const Context& context, const QString& word, Match match) {
    for (const Match strict : {Match::Exact, match}) {
        const Named<UnitId> unit = unitNamed(context, word, strict);
        const Named<PostId> post = postNamed(context, word, strict);
        const QStringList candidates = unit.candidates + post.candidates;
        if (unit.value && post.candidates.isEmpty() && !post.value)
            return {Addressee(*unit.value)};
        if (post.value && unit.candidates.isEmpty() && !unit.value)
            return {Addressee(*post.value)};
        if (unit.value && strict == Match::Exact) // a unit has the right of way where a post is called alike
            return {Addressee(*unit.value)};
        if (unit.value && post.value)
            return {{}, {callsignOf(context, *unit.value), post.value->toString()}};
        if (!candidates.isEmpty() && strict == match)
            return {{}, candidates.mid(0, mostCandidates)};
    }
    return {};
}

Named<TypeCode> dispositionNamed(const Context& context, const QString& word, Match match) {
    const auto& rows = context.situation.catalogue().dispositions;
    if (rows.isEmpty()) // a desk without a catalogue takes any code
        return {TypeCode::parse(word)};
    return rowNamed(rows, word, match);
}

Named<TypeCode> typeNamed(const Context& context, const QString& word, Match match) {
    const auto& rows = context.situation.catalogue().types;
    if (rows.isEmpty() && match == Match::Beginning)
        return {TypeCode::parse(word)};
    return word.isEmpty() ? Named<TypeCode>() : rowNamed(rows, word, match);
}

QList<std::pair<Level, QStringList>> levelWords() {
    return {{Level::Critical, {u"critical"_s, u"特急"_s, u"teji"_s, u"1"_s}},
            {Level::Urgent, {u"urgent"_s, u"紧急"_s, u"jinji"_s, u"2"_s}},
            {Level::Routine, {u"routine"_s, u"一般"_s, u"yiban"_s, u"3"_s}},
            {Level::NonPolice, {u"non_police"_s, u"非警务"_s, u"feijingwu"_s, u"4"_s}}};
}

Named<Level> levelNamed(const QString& word) {
    return word.isEmpty() ? Named<Level>() : wordNamed(levelWords(), word);
}

QList<std::pair<UnitStatus, QStringList>> statusWords() {
    return {{UnitStatus::Available, {u"available"_s, u"空闲"_s, u"kongxian"_s}},
            {UnitStatus::AvailableAtStation, {u"available_at_station"_s, u"在所"_s, u"zaisuo"_s}},
            {UnitStatus::Reserved, {u"reserved"_s, u"备勤"_s, u"beiqin"_s}},
            {UnitStatus::BusyDivertable, {u"busy_divertable"_s, u"可调"_s, u"ketiao"_s}},
            {UnitStatus::BusyCommitted, {u"busy_committed"_s, u"忙碌"_s, u"manglu"_s}},
            {UnitStatus::Transport, {u"transport"_s, u"押送"_s, u"yasong"_s}},
            {UnitStatus::OutOfService, {u"out_of_service"_s, u"停勤"_s, u"tingqin"_s}}};
}

Named<StatusName> statusNamed(const Context& context, const QString& word) {
    if (word.isEmpty())
        return {};
    const Named<TypeCode> custom = rowNamed(context.situation.catalogue().statuses, word, Match::Exact);
    if (custom.value)
        return {StatusName{context.situation.catalogue().status(*custom.value)->base, *custom.value}};
    const Named<UnitStatus> base = wordNamed(statusWords(), word);
    if (base.value)
        return {StatusName{*base.value, {}}};
    const Named<TypeCode> begun = rowNamed(context.situation.catalogue().statuses, word, Match::Beginning);
    if (begun.value && base.candidates.isEmpty())
        return {StatusName{context.situation.catalogue().status(*begun.value)->base, *begun.value}};
    QStringList candidates = base.candidates + begun.candidates;
    if (begun.value)
        candidates.append(begun.value->toString());
    return {{}, candidates};
}

QString callsignOf(const Context& context, const UnitId& unit) {
    const Unit* known = context.situation.units().find(unit);
    return known ? known->definition.callsign.toString() : unit.toString();
}

QString nameOf(const Context& context, const Addressee& to) {
    const UnitId* unit = std::get_if<UnitId>(&to);
    return unit ? callsignOf(context, *unit) : std::get<PostId>(to).toString();
}

Named<OrderId> orderTo(const Context& context, const Addressee& to,
                       const std::optional<IncidentId>& incident) {
    const Situation& situation = context.situation;
    if (incident) {
        const Incident* known = situation.incidents().find(*incident);
        const Order* order = known ? order_rules::openOrder(situation, *known, to) : nullptr;
        return order ? Named<OrderId>{order->id} : Named<OrderId>();
    }
    const UnitId* unit = std::get_if<UnitId>(&to);
    const Unit* known = unit ? situation.units().find(*unit) : nullptr;
    const Order* working = known && known->order ? situation.orders().find(*known->order) : nullptr;
    if (working && !isOver(working->stage))
        return {working->id};
    QList<const Order*> open;
    for (const IncidentId& id : situation.openIncidents())
        if (const Order* order = order_rules::openOrder(situation, *situation.incidents().find(id), to))
            open.append(order);
    if (open.size() == 1)
        return {open.first()->id};
    Named<OrderId> several;
    for (const Order* order : open)
        several.candidates.append(numberOf(context, order->incident));
    several.candidates.sort();
    several.candidates = several.candidates.mid(0, mostCandidates);
    return several;
}

namespace {

constexpr qsizetype leastReference = 6;

QString digits(const MessageId& id) {
    return id.value().toString(QUuid::Id128);
}

} // namespace

Named<MessageId> messageNamed(const Context& context, const QString& word) {
    Named<MessageId> found;
    if (word.size() < leastReference)
        return found;
    for (const Message& message : context.situation.messages())
        if (message_rules::concerns(context.situation, message, context.seat) &&
            digits(message.id).endsWith(word, Qt::CaseInsensitive)) {
            found.value = message.id;
            if (found.candidates.size() < mostCandidates)
                found.candidates.append(digits(message.id));
        }
    if (found.candidates.size() > 1)
        found.value.reset();
    else
        found.candidates.clear();
    return found;
}

std::optional<MessageId> newestMessage(const Context& context, bool toWithdraw) {
    const QString seat = context.seat.toString();
    const Message* newest = nullptr;
    for (const Message& message : context.situation.messages()) {
        const bool fits =
            toWithdraw ? message.from == seat && isStanding(message.kind) && message.stands(context.now)
                       : message_rules::isAddressed(context.situation, message, context.seat) &&
                             message.stages.value(seat) != MessageStage::Acknowledged;
        if (fits &&
            (!newest || std::pair(newest->sentAt, newest->id) < std::pair(message.sentAt, message.id)))
            newest = &message;
    }
    return newest ? std::optional(newest->id) : std::nullopt;
}

QString messageWord(const Context& context, const MessageId& message) {
    const QString whole = digits(message);
    for (qsizetype size = leastReference; size < whole.size(); size += 2)
        if (messageNamed(context, whole.right(size)).value == message)
            return whole.right(size);
    return whole;
}

} // namespace tridesk::line
