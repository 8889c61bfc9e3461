// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace tridesk::line {

/// What a line may ask for (desk.md, *Command line*).
enum class Verb {
    Dispatch,
    DispatchEnRoute,
    DispatchOnScene,
    Refer,
    Stop,
    Exchange,
    Sign,
    EnRoute,
    Arrive,
    Clear,
    CloseOrder,
    Delivered,
    Shown,
    RefuseOrder,
    CancelOrder,
    Recall,
    Replace,
    Primary,
    Chase,
    Reinforce,
    Notice,
    Available,
    AtStation,
    Reserve,
    OutOfService,
    Status,
    LogOn,
    LogOff,
    Timer,
    TimerReset,
    Emergency,
    EmergencyAcknowledge,
    EmergencyResolved,
    EmergencyFalse,
    NewIncident,
    Edit,
    Regrade,
    Note,
    Hold,
    Stack,
    TakeUp,
    Close,
    Reopen,
    Merge,
    Split,
    Transfer,
    Returned,
    Major,
    Watch,
    Pin,
    Sensitive,
    ConfidentialCaller,
    Tag,
    Tick,
    View,
    Picture,
    Message,
    Bulletin,
    StatusNote,
    ReadMessage,
    Withdraw,
    HandOver,
    TakeOver,
    Warn,
    Unwarn,
    MoveSector,
    Report,
    FindPlace,
};

/// What a verb wants, in this order.
enum class Slot {
    Unit,       ///< one; in the seat of a crew its own where the line ends here
    Units,      ///< one or more
    UnitsOrAll, ///< or "*": all that have a timer
    Addressees, ///< units and posts; "*": every post and every crew on duty; an incident's number: its room
    Posts,      ///< one or more; "*": all
    Order,      ///< an order by whom it goes to, and the incident where that leaves it open
    Orders,     ///< of several addressees
    Incident,   ///< by its number; the selected one where the line ends here
    ClosedIncident, ///< as above, looked for among the closed first
    IncidentOrUnit, ///< to look at
    Watched,        ///< a unit, a fixed camera or feed, or an incident, for their pictures
    Post,
    Disposition,
    Type, ///< may be left out
    Level,
    Status,
    Duration, ///< minutes, "90s", "2h"
    Until,    ///< minutes from now, or "18:00"
    Switch,   ///< "off", or nothing: on
    Crew,     ///< names
    Tags,     ///< words; "-": none
    Agency,
    MessageRef,  ///< the end of a message's id
    Text,        ///< may be left out
    NeededText,  ///< must be given
    TextAtPlace, ///< text, then @ and an address; either may be left out
    Verb,        ///< of no verb: what stands first in a line
    Option,      ///< of no verb: "key=value"
};

/// Options are words "key=value" that may stand anywhere before the free text.
enum class Option {
    Why,  ///< the reason for which a busy unit is taken
    Via,  ///< on whose behalf: the channel by which it was told
    Said, ///< and the words
    Role, ///< primary, backup
    On,   ///< the incident that a message is about
    Area, ///< corners "lat,lon lat,lon …", rings parted by ";"
    At,   ///< "lat,lon", "none"
    Address,
    Level,
    Type,    ///< a code, "none"
    Caller,  ///< "name|telephone", once for each; "none"
    Hazards, ///< weapon,injured,trapped,hazmat; "none"
    Text,
    From, ///< the source of an incident, or of an emergency
    Key,  ///< the source's own id
    Vehicle,
    Radio,
    Camera,
    Weapon,
    Post,
    Stage, ///< of a message's receipt
    Brief,
    Kind,   ///< of a note on a place: hazard, premise, key_site
    Radius, ///< metres round its point
    Until,  ///< minutes from now, or "18:00"
    Note,   ///< the end of its id
    Desk,   ///< a seat of the bureau
    Place,  ///< in a unit's order, from 1
    Beat,   ///< a code, or a name
};
constexpr int optionCount = int(Option::Beat) + 1;

struct VerbSpec {
    Verb verb = Verb::Dispatch;
    const char* code;        ///< what is written; what help shows first
    const char* english;     ///< longer words, parted by blanks; may be empty
    const char16_t* chinese; ///< the first is shown
    const char* pinyin;
    QList<Slot> slots;
    QList<Option> options = {};
};

/// The one table that drives reading, writing, completion and help, in the order of help.
[[nodiscard]] std::span<const VerbSpec> verbSpecs();
[[nodiscard]] const VerbSpec& verbSpec(Verb verb);
/// Everything that a verb may be called, in lower case.
[[nodiscard]] const QStringList& verbNames(Verb verb);

/// The verbs that a word means: one where it is a verb's name or the beginning of one verb's names only, in
/// any case; several where it is the beginning of several; none.
[[nodiscard]] QList<Verb> verbsNamed(const QString& word);
/// The longest Chinese name of a verb that `word` begins with ("派1A12"): how many characters; 0: none.
[[nodiscard]] qsizetype joinedVerb(QStringView word);

/// The key that is written, and all that are read.
[[nodiscard]] QString optionKey(Option option);
[[nodiscard]] std::optional<Option> optionNamed(const QString& key);

} // namespace tridesk::line
