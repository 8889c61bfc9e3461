// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/walk.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

bool isText(Slot slot) {
    return slot == Slot::Text || slot == Slot::NeededText || slot == Slot::TextAtPlace;
}

bool isRepeated(Slot slot) {
    return slot == Slot::Units || slot == Slot::Addressees || slot == Slot::Orders || slot == Slot::Tags ||
           slot == Slot::Crew || slot == Slot::Order;
}

bool mayBeLeftOut(Slot slot) {
    return slot == Slot::Type || slot == Slot::Switch || slot == Slot::Text || slot == Slot::TextAtPlace;
}

/// The rest of a word stands as a word of its own.
void cut(Word& word, qsizetype count) {
    word.at += count;
    word.length -= count;
    word.text = word.text.sliced(std::min(count, word.text.size()));
}

} // namespace

Walk::Walk(QString line, const Context& context)
    : m_line(std::move(line))
    , m_context(context)
    , m_words(split(m_line)) {}

std::unexpected<Error> Walk::fail(Fault fault, Slot slot, const QStringList& candidates) const {
    constexpr qsizetype longestShown = 80;
    Error error{.fault = fault, .expected = slot, .at = m_line.size(), .word = {}, .candidates = candidates};
    if (!atEnd()) {
        error.at = word().at;
        error.length = word().length;
        error.word = m_line.sliced(word().at, std::min(word().length, longestShown));
        if (word().isOpen)
            error.fault = Fault::Open;
    }
    return std::unexpected(error);
}

std::optional<QList<UnitId>> Walk::unitsInHand() const {
    if (const auto own = m_context.seat.unit())
        return QList<UnitId>{*own};
    return m_context.units.isEmpty() ? std::nullopt : std::optional(m_context.units);
}

std::optional<IncidentId> Walk::incidentInHand() const {
    return m_context.incident.isNull() ? std::nullopt : std::optional(m_context.incident);
}

bool Walk::isOption(const Parts& parts, const Word& word) const {
    const auto option = word.key.isEmpty() ? std::nullopt : optionNamed(word.key);
    const auto& allowed = verbSpec(parts.verb).options;
    return option && std::ranges::find(allowed, *option) != allowed.end();
}

Walk::Done Walk::readVerb(Parts& parts) {
    if (atEnd())
        return fail(Fault::Empty, Slot::Verb);
    Word& first = m_words[0];
    if (!first.quoted && first.text.startsWith(u'@')) {
        parts.verb = Verb::FindPlace;
        cut(first, 1);
        m_next = first.text.isEmpty() ? 1 : 0;
        return {};
    }
    const QList<Verb> named = verbsNamed(first.text);
    if (named.size() == 1) {
        parts.verb = named.first();
        m_next = 1;
        return {};
    }
    if (const qsizetype joined = joinedVerb(first.text); joined > 0) {
        parts.verb = verbsNamed(first.text.first(joined)).constFirst();
        cut(first, joined);
        m_next = first.text.isEmpty() ? 1 : 0;
        return {};
    }
    QStringList candidates;
    for (const Verb verb : named.mid(0, mostCandidates))
        candidates.append(QLatin1StringView(verbSpec(verb).code));
    return fail(named.isEmpty() ? Fault::Unknown : Fault::Ambiguous, Slot::Verb, candidates);
}

std::expected<Parts, Error> Walk::parts() {
    if (m_line.size() > longestLine)
        return std::unexpected(Error{.fault = Fault::TooLong, .at = longestLine, .word = {}});
    Parts parts;
    if (const Done verb = readVerb(parts); !verb)
        return std::unexpected(verb.error());
    const auto& slots_ = verbSpec(parts.verb).slots;
    const bool bare = atEnd();
    for (auto slot = slots_.begin(); slot != slots_.end(); ++slot) {
        const Slot next = std::next(slot) == slots_.end() ? Slot::Option : *std::next(slot);
        const Done done = readOptions(parts).and_then([&] { return readSlot(*slot, next, parts); });
        if (!done)
            return std::unexpected(done.error());
    }
    if (const Done options = readOptions(parts); !options)
        return std::unexpected(options.error());
    if (!atEnd())
        return fail(Fault::Surplus, Slot::Option);
    parts.options = m_options;
    parts.needsForm |= bare && parts.verb == Verb::NewIncident;
    parts.needsForm |= parts.verb == Verb::Edit && parts.options.isEmpty();
    return parts;
}

QList<Slot> Walk::expected(Parts& parts) {
    if (m_words.isEmpty())
        return {Slot::Verb};
    if (m_line.size() > longestLine || !readVerb(parts))
        return {};
    const auto& slots_ = verbSpec(parts.verb).slots;
    QList<Slot> found;
    for (auto slot = slots_.begin(); slot != slots_.end(); ++slot) {
        if (!readOptions(parts))
            return {};
        if (atEnd()) {
            found.append(*slot);
            if (mayBeLeftOut(*slot))
                continue;
            break;
        }
        const Slot next = std::next(slot) == slots_.end() ? Slot::Option : *std::next(slot);
        if (!readSlot(*slot, next, parts))
            return {};
        if (atEnd() && isRepeated(*slot))
            found.append(*slot);
    }
    if (readOptions(parts) && atEnd() && !verbSpec(parts.verb).options.empty())
        found.append(Slot::Option);
    return found;
}

Walk::Done Walk::readOptions(const Parts& parts) {
    for (; !atEnd() && isOption(parts, word()); ++m_next) {
        if (word().isOpen)
            return fail(Fault::Open, Slot::Option);
        if (const auto option = optionNamed(word().key))
            m_options.append({*option, word()});
    }
    return {};
}

Walk::Done Walk::readSlot(Slot slot, Slot next, Parts& parts) {
    switch (slot) {
    case Slot::Unit:
    case Slot::Units:
    case Slot::UnitsOrAll:
        return readUnits(slot, next, parts);
    case Slot::Addressees:
    case Slot::Posts:
        return readAddressees(parts);
    case Slot::Order:
    case Slot::Orders:
        return readOrders(slot == Slot::Orders, next, parts);
    case Slot::Incident:
    case Slot::ClosedIncident:
        return readIncident(slot, parts);
    case Slot::IncidentOrUnit:
        return readIncidentOrUnit(parts);
    case Slot::Watched:
        return readWatched(parts);
    case Slot::Duration:
    case Slot::Until:
    case Slot::Switch:
    case Slot::Agency:
        return readValue(slot, parts);
    case Slot::Post:
    case Slot::Disposition:
    case Slot::Type:
    case Slot::Level:
    case Slot::Status:
    case Slot::MessageRef:
        return readName(slot, parts);
    case Slot::Crew:
    case Slot::Tags:
        readWords(slot, parts);
        return parts.words.isEmpty() && parts.on ? fail(Fault::Missing, slot) : Done();
    case Slot::Text:
    case Slot::NeededText:
    case Slot::TextAtPlace:
        return readText(slot, parts);
    case Slot::Verb:
    case Slot::Option:
        return {};
    }
    return {};
}

Walk::Done Walk::readUnits(Slot slot, Slot next, Parts& parts) {
    const qsizetype before = parts.units.size();
    const auto own = m_context.seat.unit();
    const auto has = [&] { return parts.units.size() > before; };
    while (!atEnd() && (slot != Slot::Unit || !has())) {
        if (isOption(parts, word())) {
            if (const Done options = readOptions(parts); !options)
                return options;
            continue;
        }
        if (has() && word().quoted && isText(next))
            break;
        if (has() && next == Slot::Incident && word().text == u"." && !word().quoted)
            break; // the incident in hand
        if (word().text == u"." && !word().quoted) {
            const auto hand = unitsInHand();
            if (!hand || (slot == Slot::Unit && hand->size() > 1))
                return fail(Fault::Unknown, Slot::Unit);
            parts.units += *hand;
            ++m_next;
            continue;
        }
        if (word().text == u"*" && slot == Slot::UnitsOrAll && !has()) {
            parts.all = true;
            ++m_next;
            return {};
        }
        const bool begins = !has() || (next == Slot::Incident && !isNumber(word().text));
        const Named<UnitId> unit =
            unitNamed(m_context, word().text, begins ? Match::Beginning : Match::Exact);
        if (unit.value) {
            if (!parts.units.contains(*unit.value))
                parts.units.append(*unit.value);
            ++m_next;
        } else if (unit.isAmbiguous()) {
            return fail(Fault::Ambiguous, Slot::Unit, unit.candidates);
        } else if (begins && (has() || !own)) {
            return fail(Fault::Unknown, Slot::Unit);
        } else {
            break;
        }
    }
    if (!has() && own)
        parts.units.append(*own);
    return has() ? Done() : fail(Fault::Missing, Slot::Unit);
}

Walk::Done Walk::readAddressees(Parts& parts) {
    bool ended = false;
    while (!atEnd() && !ended) {
        Word& here = m_words[m_next];
        if (isOption(parts, here)) {
            if (const Done options = readOptions(parts); !options)
                return options;
            continue;
        }
        const qsizetype colon = here.quoted ? -1 : here.text.indexOf(u':');
        const QString name = colon < 0 ? here.text : here.text.first(colon);
        const bool begins = parts.to.isEmpty() && !parts.all;
        if (begins && takesRoom(parts, here, name)) {
            parts.incidents.append(*incidentNumbered(m_context, name).value);
            ++m_next;
            return {};
        }
        if (!here.quoted && name == u"*") {
            parts.all = true;
        } else if (!here.quoted && name == u".") {
            const auto hand = unitsInHand();
            if (!hand)
                return fail(Fault::Unknown, Slot::Addressees);
            for (const UnitId& unit : *hand)
                parts.to.append(unit);
        } else if (!name.isEmpty()) {
            const auto found = addresseeNamed(m_context, name, begins ? Match::Beginning : Match::Exact);
            if (found.isAmbiguous())
                return fail(Fault::Ambiguous, Slot::Addressees, found.candidates);
            if (!found.value && begins)
                return fail(Fault::Unknown, Slot::Addressees);
            if (!found.value)
                break;
            if (!parts.to.contains(*found.value))
                parts.to.append(*found.value);
        } else if (begins) {
            break;
        }
        ended = colon >= 0;
        if (colon >= 0 && colon + 1 < here.text.size())
            cut(here, colon + 1);
        else
            ++m_next;
    }
    return parts.to.isEmpty() && !parts.all ? fail(Fault::Missing, Slot::Addressees) : Done();
}

/// "M 0123 …" speaks to all who work on it; whoever is called so has the right of way.
bool Walk::takesRoom(const Parts& parts, const Word& word, const QString& name) const {
    return parts.verb == Verb::Message && !word.quoted && isNumber(name) &&
           (name.size() == word.text.size() || name.size() + 1 == word.text.size()) &&
           !addresseeNamed(m_context, name, Match::Exact).value &&
           incidentNumbered(m_context, name).value.has_value();
}

bool Walk::takesIncident(const Word& word, Slot next) const {
    if (word.quoted || !isNumber(word.text))
        return false;
    if (next == Slot::Disposition)
        return !dispositionNamed(m_context, word.text, Match::Exact).value ||
               m_context.situation.catalogue().dispositions.isEmpty();
    return next != Slot::Unit || !unitNamed(m_context, word.text, Match::Exact).value;
}

Walk::Done Walk::readOrders(bool several, Slot next, Parts& parts) {
    QList<Addressee> to;
    std::optional<IncidentId> incident;
    while (!atEnd() && !incident) {
        const Word& here = word();
        if (isOption(parts, here)) {
            if (const Done options = readOptions(parts); !options)
                return options;
            continue;
        }
        if (here.quoted && !to.isEmpty())
            break;
        if (here.text == u"." && !here.quoted && to.isEmpty()) {
            const auto hand = unitsInHand();
            if (!hand)
                return fail(Fault::Unknown, Slot::Order);
            for (const UnitId& unit : *hand)
                to.append(unit);
            ++m_next;
            continue;
        }
        const bool wants = several || to.isEmpty();
        const auto exact = wants ? addresseeNamed(m_context, here.text, Match::Exact) : Named<Addressee>();
        if (exact.value) {
            to.append(*exact.value);
            ++m_next;
            continue;
        }
        if (takesIncident(here, next)) {
            const auto named = incidentNumbered(m_context, here.text);
            if (!named.value)
                return fail(named.isAmbiguous() ? Fault::Ambiguous : Fault::Unknown, Slot::Incident,
                            named.candidates);
            incident = named.value;
            ++m_next;
            continue;
        }
        if (!to.isEmpty())
            break;
        const auto begun = addresseeNamed(m_context, here.text);
        if (begun.value) {
            to.append(*begun.value);
            ++m_next;
        } else if (begun.isAmbiguous()) {
            return fail(Fault::Ambiguous, Slot::Order, begun.candidates);
        } else if (m_context.seat.unit()) {
            break; // a crew's own: what it wrote is the text
        } else {
            return fail(Fault::Unknown, Slot::Order);
        }
    }
    if (to.isEmpty()) {
        if (const auto own = m_context.seat.unit())
            to.append(*own);
        else if (const auto post = m_context.seat.post())
            to.append(*post);
        else
            return fail(Fault::Missing, Slot::Order);
    }
    for (const Addressee& each : std::as_const(to)) {
        const auto order = orderTo(m_context, each, incident);
        if (order.isAmbiguous())
            return fail(Fault::Ambiguous, Slot::Incident, order.candidates);
        if (!order.value) {
            Error error = fail(Fault::NoOrder, Slot::Order).error();
            error.word = nameOf(m_context, each);
            return std::unexpected(error);
        }
        if (!parts.orders.contains(*order.value))
            parts.orders.append(*order.value);
    }
    return {};
}

} // namespace tridesk::line
