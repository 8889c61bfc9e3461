// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/line.h"

#include <optional>

/// From the words of a line to what they name, and back. Nothing here is case-sensitive, and the unique
/// beginning of a name does.
namespace tridesk::line {

/// What a word names: one thing, several (candidates, as they would be typed), or none.
template <class T>
struct Named {
    std::optional<T> value;
    QStringList candidates = {};

    [[nodiscard]] bool isAmbiguous() const { return !value && !candidates.isEmpty(); }
};

enum class Match { Exact, Beginning };

/// By callsign, else by its code.
[[nodiscard]] Named<UnitId> unitNamed(const Context& context, const QString& word,
                                      Match match = Match::Beginning);
/// By its code, or that of its fixed camera, in any case.
[[nodiscard]] std::optional<FeedId> feedNamed(const Context& context, const QString& word);
/// By its code or either of its names.
[[nodiscard]] Named<PostId> postNamed(const Context& context, const QString& word,
                                      Match match = Match::Beginning);
/// As posts are.
[[nodiscard]] Named<BeatId> beatNamed(const Context& context, const QString& word,
                                      Match match = Match::Beginning);
[[nodiscard]] Named<Addressee> addresseeNamed(const Context& context, const QString& word,
                                              Match match = Match::Beginning);
[[nodiscard]] Named<TypeCode> dispositionNamed(const Context& context, const QString& word,
                                               Match match = Match::Beginning);
[[nodiscard]] Named<TypeCode> typeNamed(const Context& context, const QString& word,
                                        Match match = Match::Beginning);
[[nodiscard]] Named<Level> levelNamed(const QString& word);

/// A base status, or a post's own.
struct StatusName {
    UnitStatus status = UnitStatus::Available;
    TypeCode custom = {};
};
[[nodiscard]] Named<StatusName> statusNamed(const Context& context, const QString& word);
/// The words of the base statuses that a person sets: English, then Chinese.
[[nodiscard]] QList<std::pair<UnitStatus, QStringList>> statusWords();
[[nodiscard]] QList<std::pair<Level, QStringList>> levelWords();

/// Whether a word can be an incident's number: "0123", "#0123", "20261121-0123".
[[nodiscard]] bool isNumber(const QString& word);
enum class Prefer { Open, Closed };
/// Among the open ones, and today's; where there is none, the newest of the last sixty days. The other way
/// round with Prefer::Closed.
[[nodiscard]] Named<IncidentId> incidentNumbered(const Context& context, const QString& word,
                                                 Prefer prefer = Prefer::Open);
/// The shortest number that incidentNumbered() reads back; `marked` puts "#" before it.
[[nodiscard]] QString numberOf(const Context& context, const IncidentId& incident, bool marked = false,
                               Prefer prefer = Prefer::Open);

[[nodiscard]] QString callsignOf(const Context& context, const UnitId& unit);
[[nodiscard]] QString nameOf(const Context& context, const Addressee& to);

/// The order that a step of somebody's means: on `incident` where it is given, else the one that the unit
/// works on, else the only open one. Candidates are the numbers of the incidents.
[[nodiscard]] Named<OrderId> orderTo(const Context& context, const Addressee& to,
                                     const std::optional<IncidentId>& incident);

/// By the end of its id, six digits or more; only those that the seat sent or got.
[[nodiscard]] Named<MessageId> messageNamed(const Context& context, const QString& word);
/// "." and nothing at all: the newest that came to the seat and that it has not acknowledged; `toWithdraw`:
/// the newest notice of its own that still stands.
[[nodiscard]] std::optional<MessageId> newestMessage(const Context& context, bool toWithdraw);
[[nodiscard]] QString messageWord(const Context& context, const MessageId& message);

} // namespace tridesk::line
