// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/gazetteer/tokens.h"

#include <QString>
#include <QStringList>

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

/// For sorting, less is better: the match decides, then what the name has beyond, what it is, and how far off
/// it lies.
[[nodiscard]] double costOf(const Answer& answer, PlaceKind kind, double metresOff);

} // namespace tridesk::maps
