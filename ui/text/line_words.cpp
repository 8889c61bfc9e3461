// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/line_words.h"

#include "app/domain/checks.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tridesk::text {

namespace {

struct Line {
    Q_DECLARE_TR_FUNCTIONS(tridesk::text::Line)
};

template <class T>
struct Phrase {
    T value;
    const char* text;
};

constexpr auto verbPhrases = std::to_array<Phrase<line::Verb>>({
    {line::Verb::Dispatch, QT_TRANSLATE_NOOP("tridesk::text::Line", "Dispatch units to an incident")},
    {line::Verb::DispatchEnRoute, QT_TRANSLATE_NOOP("tridesk::text::Line", "Dispatch, already under way")},
    {line::Verb::DispatchOnScene, QT_TRANSLATE_NOOP("tridesk::text::Line", "Dispatch, already on the scene")},
    {line::Verb::Refer, QT_TRANSLATE_NOOP("tridesk::text::Line", "Refer an incident to a station")},
    {line::Verb::Stop,
     QT_TRANSLATE_NOOP("tridesk::text::Line", "A crew stops somebody: incident with the crew on it")},
    {line::Verb::Sign, QT_TRANSLATE_NOOP("tridesk::text::Line", "Sign an order")},
    {line::Verb::EnRoute, QT_TRANSLATE_NOOP("tridesk::text::Line", "Set out")},
    {line::Verb::Arrive, QT_TRANSLATE_NOOP("tridesk::text::Line", "Arrived at the scene")},
    {line::Verb::Clear, QT_TRANSLATE_NOOP("tridesk::text::Line", "Report back with an outcome")},
    {line::Verb::CloseOrder, QT_TRANSLATE_NOOP("tridesk::text::Line", "Close an order that was reported")},
    {line::Verb::Delivered, QT_TRANSLATE_NOOP("tridesk::text::Line", "The order has been delivered")},
    {line::Verb::Shown, QT_TRANSLATE_NOOP("tridesk::text::Line", "The order has been shown")},
    {line::Verb::RefuseOrder, QT_TRANSLATE_NOOP("tridesk::text::Line", "Refuse an order, with a reason")},
    {line::Verb::CancelOrder, QT_TRANSLATE_NOOP("tridesk::text::Line", "Cancel an order, with a reason")},
    {line::Verb::Recall, QT_TRANSLATE_NOOP("tridesk::text::Line", "Recall an order before it is seen")},
    {line::Verb::Replace, QT_TRANSLATE_NOOP("tridesk::text::Line", "Send another unit in its place")},
    {line::Verb::Primary, QT_TRANSLATE_NOOP("tridesk::text::Line", "This unit leads")},
    {line::Verb::Chase, QT_TRANSLATE_NOOP("tridesk::text::Line", "Chase whoever is late")},
    {line::Verb::Reinforce, QT_TRANSLATE_NOOP("tridesk::text::Line", "Ask for more units")},
    {line::Verb::Notice, QT_TRANSLATE_NOOP("tridesk::text::Line", "Noted that our unit was ordered")},
    {line::Verb::Available, QT_TRANSLATE_NOOP("tridesk::text::Line", "Available")},
    {line::Verb::AtStation, QT_TRANSLATE_NOOP("tridesk::text::Line", "Available at the station")},
    {line::Verb::Reserve, QT_TRANSLATE_NOOP("tridesk::text::Line", "Keep a unit back")},
    {line::Verb::OutOfService, QT_TRANSLATE_NOOP("tridesk::text::Line", "Out of service")},
    {line::Verb::Status, QT_TRANSLATE_NOOP("tridesk::text::Line", "Set another status")},
    {line::Verb::LogOn, QT_TRANSLATE_NOOP("tridesk::text::Line", "Log a crew on")},
    {line::Verb::LogOff, QT_TRANSLATE_NOOP("tridesk::text::Line", "Log off")},
    {line::Verb::Timer,
     QT_TRANSLATE_NOOP("tridesk::text::Line", "Start a safety timer, in minutes; 0 stops it")},
    {line::Verb::TimerReset,
     QT_TRANSLATE_NOOP("tridesk::text::Line", "They have answered: timer starts anew")},
    {line::Verb::Emergency, QT_TRANSLATE_NOOP("tridesk::text::Line", "Raise an emergency")},
    {line::Verb::EmergencyAcknowledge, QT_TRANSLATE_NOOP("tridesk::text::Line", "Acknowledge an emergency")},
    {line::Verb::EmergencyResolved, QT_TRANSLATE_NOOP("tridesk::text::Line", "Resolve an emergency")},
    {line::Verb::EmergencyFalse, QT_TRANSLATE_NOOP("tridesk::text::Line", "Mark an emergency as false")},
    {line::Verb::NewIncident, QT_TRANSLATE_NOOP("tridesk::text::Line", "Take a new incident")},
    {line::Verb::Edit, QT_TRANSLATE_NOOP("tridesk::text::Line", "Change an incident")},
    {line::Verb::Regrade, QT_TRANSLATE_NOOP("tridesk::text::Line", "Change the level, with a reason")},
    {line::Verb::Note, QT_TRANSLATE_NOOP("tridesk::text::Line", "Add a note")},
    {line::Verb::Hold, QT_TRANSLATE_NOOP("tridesk::text::Line", "Hold an incident until later")},
    {line::Verb::Stack, QT_TRANSLATE_NOOP("tridesk::text::Line", "Let an incident wait for a unit")},
    {line::Verb::TakeUp, QT_TRANSLATE_NOOP("tridesk::text::Line", "Take a held incident up again")},
    {line::Verb::Close, QT_TRANSLATE_NOOP("tridesk::text::Line", "Close an incident with an outcome")},
    {line::Verb::Reopen, QT_TRANSLATE_NOOP("tridesk::text::Line", "Reopen a closed incident")},
    {line::Verb::Merge,
     QT_TRANSLATE_NOOP("tridesk::text::Line", "Attach an incident to another report of the same")},
    {line::Verb::Split, QT_TRANSLATE_NOOP("tridesk::text::Line", "Undo a merge")},
    {line::Verb::Transfer, QT_TRANSLATE_NOOP("tridesk::text::Line", "Hand over to another agency")},
    {line::Verb::Returned, QT_TRANSLATE_NOOP("tridesk::text::Line", "It came back from the other agency")},
    {line::Verb::Major, QT_TRANSLATE_NOOP("tridesk::text::Line", "Mark as major, or off")},
    {line::Verb::Watch, QT_TRANSLATE_NOOP("tridesk::text::Line", "Watch it, or off")},
    {line::Verb::Pin, QT_TRANSLATE_NOOP("tridesk::text::Line", "Pin it to the top, or off")},
    {line::Verb::Sensitive, QT_TRANSLATE_NOOP("tridesk::text::Line", "Mark as sensitive, or off")},
    {line::Verb::ConfidentialCaller,
     QT_TRANSLATE_NOOP("tridesk::text::Line", "Keep the caller confidential, or off")},
    {line::Verb::Tag, QT_TRANSLATE_NOOP("tridesk::text::Line", "Set its tags; - for none")},
    {line::Verb::View, QT_TRANSLATE_NOOP("tridesk::text::Line", "Look at an incident or a unit")},
    {line::Verb::Picture,
     QT_TRANSLATE_NOOP("tridesk::text::Line", "Open the pictures of a unit, a camera or an incident")},
    {line::Verb::Message,
     QT_TRANSLATE_NOOP("tridesk::text::Line", "Send a message, or speak to all who work on an incident")},
    {line::Verb::Bulletin, QT_TRANSLATE_NOOP("tridesk::text::Line", "Post a bulletin until a time")},
    {line::Verb::StatusNote, QT_TRANSLATE_NOOP("tridesk::text::Line", "Put up a status note until a time")},
    {line::Verb::ReadMessage, QT_TRANSLATE_NOOP("tridesk::text::Line", "Acknowledge a message")},
    {line::Verb::Withdraw, QT_TRANSLATE_NOOP("tridesk::text::Line", "Take a bulletin or note down")},
    {line::Verb::HandOver, QT_TRANSLATE_NOOP("tridesk::text::Line", "Offer the handover of this seat")},
    {line::Verb::Exchange, QT_TRANSLATE_NOOP("tridesk::text::Line", "Two units take each other's jobs")},
    {line::Verb::Warn, QT_TRANSLATE_NOOP("tridesk::text::Line", "Note on a place")},
    {line::Verb::Unwarn, QT_TRANSLATE_NOOP("tridesk::text::Line", "Withdraw a note on a place")},
    {line::Verb::MoveSector, QT_TRANSLATE_NOOP("tridesk::text::Line", "Give stations to a desk")},
    {line::Verb::Report, QT_TRANSLATE_NOOP("tridesk::text::Line", "Report of an incident, as a file")},
    {line::Verb::Tick, QT_TRANSLATE_NOOP("tridesk::text::Line", "Tick a step of the plan")},
    {line::Verb::TakeOver, QT_TRANSLATE_NOOP("tridesk::text::Line", "Sign the handover")},
    {line::Verb::FindPlace, QT_TRANSLATE_NOOP("tridesk::text::Line", "Find a place on the map")},
});

constexpr auto slotPhrases = std::to_array<Phrase<line::Slot>>({
    {line::Slot::Unit, QT_TRANSLATE_NOOP("tridesk::text::Line", "unit")},
    {line::Slot::Units, QT_TRANSLATE_NOOP("tridesk::text::Line", "units")},
    {line::Slot::UnitsOrAll, QT_TRANSLATE_NOOP("tridesk::text::Line", "units or *")},
    {line::Slot::Addressees, QT_TRANSLATE_NOOP("tridesk::text::Line", "units and posts, or an incident")},
    {line::Slot::Posts, QT_TRANSLATE_NOOP("tridesk::text::Line", "posts")},
    {line::Slot::Order, QT_TRANSLATE_NOOP("tridesk::text::Line", "whose order")},
    {line::Slot::Orders, QT_TRANSLATE_NOOP("tridesk::text::Line", "whose orders")},
    {line::Slot::Incident, QT_TRANSLATE_NOOP("tridesk::text::Line", "incident")},
    {line::Slot::ClosedIncident, QT_TRANSLATE_NOOP("tridesk::text::Line", "closed incident")},
    {line::Slot::IncidentOrUnit, QT_TRANSLATE_NOOP("tridesk::text::Line", "incident or unit")},
    {line::Slot::Watched, QT_TRANSLATE_NOOP("tridesk::text::Line", "unit, camera or incident")},
    {line::Slot::Post, QT_TRANSLATE_NOOP("tridesk::text::Line", "station")},
    {line::Slot::Disposition, QT_TRANSLATE_NOOP("tridesk::text::Line", "outcome")},
    {line::Slot::Type, QT_TRANSLATE_NOOP("tridesk::text::Line", "type")},
    {line::Slot::Level, QT_TRANSLATE_NOOP("tridesk::text::Line", "level")},
    {line::Slot::Status, QT_TRANSLATE_NOOP("tridesk::text::Line", "status")},
    {line::Slot::Duration, QT_TRANSLATE_NOOP("tridesk::text::Line", "minutes")},
    {line::Slot::Until, QT_TRANSLATE_NOOP("tridesk::text::Line", "minutes or time")},
    {line::Slot::Switch, QT_TRANSLATE_NOOP("tridesk::text::Line", "off")},
    {line::Slot::Crew, QT_TRANSLATE_NOOP("tridesk::text::Line", "crew")},
    {line::Slot::Tags, QT_TRANSLATE_NOOP("tridesk::text::Line", "tags")},
    {line::Slot::Agency, QT_TRANSLATE_NOOP("tridesk::text::Line", "agency")},
    {line::Slot::MessageRef, QT_TRANSLATE_NOOP("tridesk::text::Line", "message")},
    {line::Slot::Text, QT_TRANSLATE_NOOP("tridesk::text::Line", "text")},
    {line::Slot::NeededText, QT_TRANSLATE_NOOP("tridesk::text::Line", "text")},
    {line::Slot::TextAtPlace, QT_TRANSLATE_NOOP("tridesk::text::Line", "text @place")},
    {line::Slot::Verb, QT_TRANSLATE_NOOP("tridesk::text::Line", "verb")},
    {line::Slot::Option, QT_TRANSLATE_NOOP("tridesk::text::Line", "key=value")},
});

constexpr auto optionPhrases = std::to_array<Phrase<line::Option>>({
    {line::Option::Why, QT_TRANSLATE_NOOP("tridesk::text::Line", "reason for doing it all the same")},
    {line::Option::Via, QT_TRANSLATE_NOOP("tridesk::text::Line", "on behalf: the channel")},
    {line::Option::Said, QT_TRANSLATE_NOOP("tridesk::text::Line", "on behalf: the words")},
    {line::Option::Role, QT_TRANSLATE_NOOP("tridesk::text::Line", "primary or backup")},
    {line::Option::On, QT_TRANSLATE_NOOP("tridesk::text::Line", "the incident it is about")},
    {line::Option::Area, QT_TRANSLATE_NOOP("tridesk::text::Line", "corners of the area")},
    {line::Option::At, QT_TRANSLATE_NOOP("tridesk::text::Line", "latitude,longitude")},
    {line::Option::Address, QT_TRANSLATE_NOOP("tridesk::text::Line", "address")},
    {line::Option::Level, QT_TRANSLATE_NOOP("tridesk::text::Line", "level")},
    {line::Option::Type, QT_TRANSLATE_NOOP("tridesk::text::Line", "type")},
    {line::Option::Caller, QT_TRANSLATE_NOOP("tridesk::text::Line", "name|telephone")},
    {line::Option::Hazards, QT_TRANSLATE_NOOP("tridesk::text::Line", "weapon,injured,trapped,hazmat")},
    {line::Option::Text, QT_TRANSLATE_NOOP("tridesk::text::Line", "text")},
    {line::Option::From, QT_TRANSLATE_NOOP("tridesk::text::Line", "source")},
    {line::Option::Key, QT_TRANSLATE_NOOP("tridesk::text::Line", "number at the source")},
    {line::Option::Vehicle, QT_TRANSLATE_NOOP("tridesk::text::Line", "vehicle")},
    {line::Option::Radio, QT_TRANSLATE_NOOP("tridesk::text::Line", "radio")},
    {line::Option::Camera, QT_TRANSLATE_NOOP("tridesk::text::Line", "body camera")},
    {line::Option::Weapon, QT_TRANSLATE_NOOP("tridesk::text::Line", "weapon")},
    {line::Option::Post, QT_TRANSLATE_NOOP("tridesk::text::Line", "post")},
    {line::Option::Stage, QT_TRANSLATE_NOOP("tridesk::text::Line", "delivered, shown or acknowledged")},
    {line::Option::Kind, QT_TRANSLATE_NOOP("tridesk::text::Line", "hazard, premise or key_site")},
    {line::Option::Radius, QT_TRANSLATE_NOOP("tridesk::text::Line", "metres round it")},
    {line::Option::Until, QT_TRANSLATE_NOOP("tridesk::text::Line", "until when")},
    {line::Option::Note, QT_TRANSLATE_NOOP("tridesk::text::Line", "end of the note's id")},
    {line::Option::Desk, QT_TRANSLATE_NOOP("tridesk::text::Line", "desk of the bureau; none: every desk")},
    {line::Option::Place, QT_TRANSLATE_NOOP("tridesk::text::Line", "place in the unit's order, from 1")},
    {line::Option::Beat, QT_TRANSLATE_NOOP("tridesk::text::Line", "for whoever of that beat comes free")},
    {line::Option::Brief, QT_TRANSLATE_NOOP("tridesk::text::Line", "brief")},
});

template <class T, size_t N>
QString phrase(const std::array<Phrase<T>, N>& phrases, T value) {
    const auto* found = std::ranges::find(phrases, value, &Phrase<T>::value);
    return found == phrases.end() ? QString() : Line::tr(found->text);
}

bool isChinese() {
    return QLocale().language() == QLocale::Chinese;
}

QString jobWords(const Situation& situation, const Incident& incident) {
    const IncidentDetails& details = incident.details;
    const QString what =
        details.type.isNull() ? details.text.left(40) : typeName(situation.catalogue(), details.type);
    return u"%1  %2  %3"_s.arg(name(incident.stage), what, place(details.place).left(40));
}

bool sends(line::Verb verb) {
    return verb == line::Verb::Dispatch || verb == line::Verb::DispatchEnRoute ||
           verb == line::Verb::DispatchOnScene || verb == line::Verb::Replace;
}

/// The guard's verdict on sending it: free, what it would drop, or why it cannot go.
QString verdictWords(const Situation& situation, const Unit& unit) {
    const QString what = name(unit.definition.kind) + u"  "_s +
                         statusName(situation.catalogue(), unit.status, unit.customStatus);
    const Order* order = checks::holding(situation, unit);
    if (const Incident* job = order ? situation.incidents().find(order->incident) : nullptr)
        return u"! "_s + Line::tr("%1: would drop %2 (%3)", "unit's kind and status, incident, its level")
                             .arg(what, shortNumber(job->number), name(job->details.level));
    const bool cannot = unit.status == UnitStatus::Off || unit.status == UnitStatus::OutOfService;
    return (cannot ? u"✕ "_s : u"✓ "_s) + what;
}

/// Where a unit is at, and what sending it would drop.
QString unitWords(const Situation& situation, const UnitId& id, line::Verb verb) {
    const Unit* unit = situation.units().find(id);
    if (!unit)
        return {};
    if (sends(verb))
        return verdictWords(situation, *unit);
    const Order* order = unit->order ? situation.orders().find(*unit->order) : nullptr;
    const Incident* job = order ? situation.incidents().find(order->incident) : nullptr;
    const QString at = name(unit->definition.kind) + u"  "_s +
                       statusName(situation.catalogue(), unit->status, unit->customStatus);
    return job ? Line::tr("%1, at %2").arg(at, shortNumber(job->number)) : at;
}

} // namespace

QString slotName(line::Slot slot) {
    return phrase(slotPhrases, slot);
}

QString verbSummary(line::Verb verb) {
    return phrase(verbPhrases, verb);
}

QString verbForm(line::Verb verb) {
    const line::VerbSpec& spec = line::verbSpec(verb);
    QStringList words{QString(QLatin1StringView(spec.code))};
    for (const line::Slot slot : spec.slots)
        words.append(slotName(slot));
    return words.join(verb == line::Verb::FindPlace ? QString() : u" "_s);
}

QString verbOtherNames(line::Verb verb) {
    const line::VerbSpec& spec = line::verbSpec(verb);
    QStringList words{QString(QLatin1StringView(spec.english)), QString(spec.chinese),
                      QString(QLatin1StringView(spec.pinyin))};
    if (isChinese())
        words = {words[1], words[2], words[0]};
    words.removeAll(QString());
    return words.join(u"  "_s);
}

QString lineError(const line::Error& error) {
    const QString wanted = slotName(error.expected);
    const QString candidates = error.candidates.join(Line::tr(", ", "between candidates"));
    switch (error.fault) {
    case line::Fault::Empty:
        return Line::tr("Nothing was typed.");
    case line::Fault::TooLong:
        return Line::tr("The line is too long.");
    case line::Fault::Unknown:
        return error.expected == line::Slot::Verb
                   ? Line::tr("“%1” is no verb; F1 lists them.").arg(error.word)
                   : Line::tr("“%1” is not understood; expected: %2.").arg(error.word, wanted);
    case line::Fault::Ambiguous:
        return Line::tr("“%1” can be several: %2.").arg(error.word, candidates);
    case line::Fault::Missing:
        return Line::tr("Still needed: %1.").arg(wanted);
    case line::Fault::Surplus:
        return Line::tr("Nothing more was expected after this: “%1”.").arg(error.word);
    case line::Fault::NoOrder:
        return Line::tr("%1 has no such order.").arg(error.word);
    case line::Fault::Open:
        return Line::tr("The quotation mark of “%1” is never closed.").arg(error.word);
    }
    return {};
}

QString candidateWords(const line::Candidate& candidate, line::Verb of, const Situation& situation,
                       const std::function<Incident(const Incident&)>& shown) {
    struct Words {
        const Situation& situation;
        line::Verb of;
        const std::function<Incident(const Incident&)>& shown;
        QString operator()(line::Verb verb) const { return verbSummary(verb); }
        QString operator()(const UnitId& unit) const { return unitWords(situation, unit, of); }
        QString operator()(const PostId& post) const { return postName(situation, post); }
        QString operator()(const IncidentId& id) const {
            const Incident* incident = situation.incidents().find(id);
            return incident ? jobWords(situation, shown(*incident)) : QString();
        }
        QString operator()(const MessageId& id) const {
            const Message* message = situation.messages().find(id);
            return message ? message->text.left(60).replace(u'\n', u' ') : QString();
        }
        QString operator()(const FeedId& id) const {
            const VideoFeed* feed = situation.feeds().find(id);
            return feed ? name(feed->name) : QString();
        }
        QString operator()(const line::DispositionCode& each) const {
            return dispositionName(situation.catalogue(), each.code);
        }
        QString operator()(const line::IncidentTypeCode& each) const {
            return typePath(situation.catalogue(), each.code);
        }
        QString operator()(Level level) const { return name(level); }
        QString operator()(const line::StatusName& each) const {
            const CustomStatus* custom = situation.catalogue().status(each.custom);
            return custom ? name(custom->name) : name(each.status);
        }
        QString operator()(line::Option option) const { return phrase(optionPhrases, option); }
        QString operator()(const line::SwitchOff&) const { return Line::tr("takes the mark off"); }
    };
    return std::visit(Words{situation, of, shown}, candidate.what);
}

} // namespace tridesk::text
