// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/times.h"
#include "app/line/walk.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

Walk::Done Walk::readIncident(Slot slot, Parts& parts) {
    const auto hand = incidentInHand();
    if (atEnd() || (word().text == u"." && !word().quoted)) {
        if (!hand)
            return fail(Fault::Missing, slot);
        parts.incidents.append(*hand);
        m_next += atEnd() ? 0 : 1;
        return {};
    }
    const auto named = incidentNumbered(m_context, word().text,
                                        slot == Slot::ClosedIncident ? Prefer::Closed : Prefer::Open);
    if (!named.value)
        return fail(named.isAmbiguous() ? Fault::Ambiguous : Fault::Unknown, slot, named.candidates);
    parts.incidents.append(*named.value);
    ++m_next;
    return {};
}

Walk::Done Walk::readIncidentOrUnit(Parts& parts) {
    if (!atEnd() && !word().quoted && word().text != u".") {
        const auto exact = unitNamed(m_context, word().text, Match::Exact);
        const auto unit = exact.value || isNumber(word().text) ? exact : unitNamed(m_context, word().text);
        if (unit.isAmbiguous())
            return fail(Fault::Ambiguous, Slot::IncidentOrUnit, unit.candidates);
        if (unit.value) {
            parts.units.append(*unit.value);
            ++m_next;
            return {};
        }
    }
    return readIncident(Slot::IncidentOrUnit, parts);
}

/// Cameras are named by the code of their feed, or by their own; a unit or an incident comes first.
Walk::Done Walk::readWatched(Parts& parts) {
    if (!atEnd() && !word().quoted && !unitNamed(m_context, word().text, Match::Exact).value) {
        if (const auto feed = feedNamed(m_context, word().text)) {
            parts.feed = feed;
            ++m_next;
            return {};
        }
    }
    return readIncidentOrUnit(parts);
}

Walk::Done Walk::readValue(Slot slot, Parts& parts) {
    const bool usual = slot == Slot::Until && parts.verb == Verb::Stack; // as long as a hold usually is
    if ((slot == Slot::Switch || usual) && atEnd())
        return {};
    if (atEnd())
        return fail(Fault::Missing, slot);
    if (word().isOpen)
        return fail(Fault::Open, slot);
    const QString text = word().text.toLower();
    bool read = true;
    if (slot == Slot::Duration) {
        parts.duration = readDuration(text);
        read = parts.duration.has_value();
    } else if (slot == Slot::Until) {
        parts.until = readUntil(word().text, m_context.now, m_context.zone);
        read = parts.until.has_value();
    } else if (slot == Slot::Agency) {
        parts.agency = word().text;
    } else {
        static const QStringList off{u"off"_s, u"取消"_s, u"quxiao"_s, u"关"_s, u"-"_s, u"0"_s};
        static const QStringList on{u"on"_s, u"开"_s, u"+"_s, u"1"_s};
        parts.on = !off.contains(text);
        read = !parts.on || on.contains(text);
    }
    if (!read)
        return fail(Fault::Unknown, slot);
    ++m_next;
    return {};
}

namespace {

template <class T, class V>
Fault taken(const Named<T>& named, std::optional<V>& into, QStringList& candidates) {
    candidates = named.candidates;
    if (named.value)
        into = named.value;
    return named.value ? Fault::Empty : named.isAmbiguous() ? Fault::Ambiguous : Fault::Unknown;
}

} // namespace

Walk::Done Walk::readName(Slot slot, Parts& parts) {
    if (slot == Slot::Type) { // may be left out: only a whole name is one
        const auto named =
            atEnd() || word().quoted ? Named<TypeCode>() : typeNamed(m_context, word().text, Match::Exact);
        parts.type = named.value;
        m_next += named.value ? 1 : 0;
        return {};
    }
    if (slot == Slot::MessageRef && (atEnd() || (word().text == u"." && !word().quoted))) {
        parts.message = newestMessage(m_context, parts.verb == Verb::Withdraw);
        if (!parts.message)
            return fail(atEnd() ? Fault::Missing : Fault::Unknown, slot);
        m_next += atEnd() ? 0 : 1;
        return {};
    }
    if (atEnd() && slot == Slot::Disposition && parts.verb == Verb::Close) {
        parts.needsForm = true;
        return {};
    }
    if (atEnd())
        return fail(Fault::Missing, slot);
    if (word().isOpen)
        return fail(Fault::Open, slot);
    QStringList candidates;
    const QString& text = word().text;
    const Fault fault =
        slot == Slot::Post          ? taken(postNamed(m_context, text), parts.post, candidates)
        : slot == Slot::Disposition ? taken(dispositionNamed(m_context, text), parts.disposition, candidates)
        : slot == Slot::Level       ? taken(levelNamed(text), parts.level, candidates)
        : slot == Slot::Status      ? taken(statusNamed(m_context, text), parts.status, candidates)
                                    : taken(messageNamed(m_context, text), parts.message, candidates);
    if (fault != Fault::Empty)
        return fail(fault, slot, candidates);
    ++m_next;
    return {};
}

void Walk::readWords(Slot slot, Parts& parts) {
    for (; !atEnd() && !word().isOpen; ++m_next) {
        if (const auto option = optionNamed(word().key); option && isOption(parts, word()))
            m_options.append({*option, word()});
        else if (slot == Slot::Tags && word().text == u"-" && !word().quoted)
            parts.on = false;
        else
            parts.words.append(word().quoted ? word().text : m_line.sliced(word().at, word().length));
    }
}

Walk::Done Walk::readText(Slot slot, Parts& parts) {
    const QStringView rest = atEnd() ? QStringView() : QStringView(m_line).sliced(word().at).trimmed();
    m_next = m_words.size();
    if (slot != Slot::TextAtPlace) {
        parts.text = freeText(rest);
        return slot == Slot::NeededText && parts.text.trimmed().isEmpty() ? fail(Fault::Missing, slot)
                                                                          : Done();
    }
    const Unquoted quoted = unquoted(rest);
    qsizetype at = quoted.length < rest.size() ? quoted.length : 0;
    if (quoted.length == rest.size() && !rest.startsWith(u'"'))
        at = 0;
    else if (quoted.length == rest.size())
        at = rest.size();
    const qsizetype textEnd = at;
    for (; at < rest.size(); ++at)
        if (plain(rest[at]) == u'@' && (at == 0 || at == textEnd || rest[at - 1].isSpace()))
            break;
    const bool isQuoted = textEnd > 0 && rest.sliced(textEnd, at - textEnd).trimmed().isEmpty();
    parts.text = isQuoted ? quoted.text : rest.first(at).trimmed().toString();
    if (at < rest.size())
        parts.address = freeText(rest.sliced(at + 1));
    return {};
}

} // namespace tridesk::line
