// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/gazetteer/tokens.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace tridesk::maps {

/// What somebody typed, as it is compared.
struct Wanted {
    explicit Wanted(const QString& foldedText);

    QString text;      ///< folded
    QStringList words; ///< runs of Hanzi and words
    QString key;       ///< abbreviations spelled out
    QString plainKey;  ///< as typed, which is right while a word is still being typed
    QString pinyinKey; ///< the same with v for ü made u, as names are kept
};

/// How a name answers.
struct Answer {
    Match match = Match::Similar;
    qsizetype surplus = 0; ///< letters of the name beyond what was typed
};
[[nodiscard]] Answer answerOf(const Wanted& wanted, const NameForms& name);

/// A name as it is compared; kept where it is compared often.
struct NameKeys {
    explicit NameKeys(const NameForms& name);

    struct Form {
        QString folded;
        QString key;
        QString plain; ///< without its spaces
        QStringList words;
    };
    QList<Form> forms; ///< in the place's own language, in English, its number
    QString pinyin;
    QString initials;
};

/// How the name answers what was typed, as it was typed; nothing where it does not.
[[nodiscard]] std::optional<Answer> fitOf(const Wanted& wanted, const NameKeys& name);

/// How far the name is from answering: Match::Similar, with CostOfSlip for each slip and less than one more
/// for what it has beyond.
[[nodiscard]] Answer similarityOf(const Wanted& wanted, const NameKeys& name);
constexpr qsizetype CostOfSlip = 5;

/// For sorting, less is better: the match decides, then what the name has beyond, what it is, and how far off
/// it lies.
[[nodiscard]] double costOf(const Answer& answer, PlaceKind kind, double metresOff);

/// The same cost for somebody who picked the place so many times before (old picks count less): each counts
/// like lying nearer. The match still decides.
[[nodiscard]] double costAfterUse(double cost, Match match, double picks);

} // namespace tridesk::maps
