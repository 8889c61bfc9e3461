// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/refusal.h"
#include "app/domain/situation.h"

#include <QLatin1StringView>
#include <QStringList>

#include <array>
#include <expected>
#include <optional>

namespace tridesk {

/// The columns of a card that was written while everything was down, in their order on the blank cards of the
/// downtime pack.
enum class CardField { Number, Time, Place, Text, Type, Unit, Dispatched, Arrived, Clear, Disposition };
constexpr int cardFieldCount = int(CardField::Disposition) + 1;
[[nodiscard]] QLatin1StringView fieldName(CardField field); ///< as refusals name it

/// A card as it was typed.
using CardWords = std::array<QString, cardFieldCount>;

/// At most so many are entered in one go.
constexpr qsizetype mostCards = 200;
/// A card is not older than that: what looks so is a date that was mistyped.
constexpr Milliseconds oldestCard = std::chrono::days(31);

/// A card as it is meant. Its times are in their order and none lies ahead. A further unit of a card stands
/// in a row of its own, with the card's number and its own times.
struct PaperCard {
    bool isFurther = false; ///< of its unit and times alone; `at` is the card's
    QString number;         ///< as printed on it
    Instant at;             ///< when it was reported
    Place place;
    QString text;
    TypeCode type;
    std::optional<UnitId> unit;
    std::optional<Instant> dispatched; ///< and set out
    std::optional<Instant> arrived;
    std::optional<Instant> clear;
    TypeCode disposition;

    friend bool operator==(const PaperCard&, const PaperCard&) = default;
};

/// What is wrong with a card, at the field that has to be mended.
struct CardFault {
    CardField field = CardField::Number;
    Refusal refusal;
};

/// Reads a card. A time is "0105", "01:05", "1:05" or with a date before it, "11-26 01:05", "2026-11-26
/// 01:05"; without a date it is the last such time before now, and of a later step the first after the one
/// before, so that midnight is no matter. A place is an address, or "32.06,118.55". Types, outcomes and units
/// are codes, names in either language, or callsigns. What cannot be is refused with field and value; whether
/// the desk can take it is planCards()' question. `above`: the nearest row before it with the same number, if
/// there is one; a row under it that gives a unit and times and nothing else is of the same card.
[[nodiscard]] std::expected<PaperCard, CardFault> readCard(const CardWords& words, const Situation& situation,
                                                           Instant now, const PaperCard* above = nullptr);

/// Cells of a spreadsheet as they come over the clipboard: columns by tabs, rows by line breaks, quoted where
/// they hold either. At most mostCards rows are read, of ten columns, of 8,000 characters each.
[[nodiscard]] QList<QStringList> pastedCells(const QString& text);

} // namespace tridesk
