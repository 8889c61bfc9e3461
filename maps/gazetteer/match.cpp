// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/match.h"

#include "maps/gazetteer/pinyin.h"
#include "maps/gazetteer/text.h"

#include <algorithm>
#include <cmath>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

Answer better(Answer a, Answer b) {
    if (a.match != b.match)
        return a.match < b.match ? a : b;
    return a.surplus <= b.surplus ? a : b;
}

Answer compare(const QString& wanted, const QString& form) {
    if (wanted.isEmpty() || form.isEmpty())
        return {};
    const qsizetype surplus = form.size() - wanted.size();
    if (surplus == 0 && form == wanted)
        return {Match::Exact, 0};
    if (form.startsWith(wanted))
        return {Match::Prefix, surplus};
    if (form.contains(wanted))
        return {Match::Contains, surplus};
    return {};
}

// Initials are a hint, not the name: even all of them are no more than its beginning.
Answer compareInitials(const QString& wanted, const QString& initials) {
    if (wanted.size() < 2)
        return {};
    Answer answer = compare(wanted, initials);
    if (answer.match == Match::Exact)
        answer = {Match::Prefix, 1};
    return answer;
}

// Every word begins some word of the name, in any order.
bool wordsBegin(const QStringList& wanted, const QStringList& words) {
    return std::ranges::all_of(wanted, [&](const QString& word) {
        const QString other = otherSpelling(word);
        return std::ranges::any_of(words, [&](const QString& candidate) {
            return candidate.startsWith(word) || candidate == other ||
                   (isHan(word) && candidate.contains(word));
        });
    });
}

// Where nothing fits: how far from fitting; a slip weighs more than what the name has beyond.
Answer similarity(const Wanted& wanted, const NameForms& name) {
    constexpr qsizetype PerSlip = 5;
    constexpr qsizetype Farthest = 20; // costOf() looks no further
    Answer best{Match::Similar, Farthest};
    const auto compareWith = [&best](const QString& typed, const QString& form) {
        if (form.isEmpty())
            return;
        const qsizetype beyond = std::abs(form.size() - typed.size());
        const qsizetype slips = slipsToBegin(typed, form);
        best.surplus = std::min(best.surplus, PerSlip * slips + std::min(PerSlip - 1, beyond / 2));
    };
    for (const QString& text : {name.zh, name.en, name.ref})
        compareWith(wanted.key, keyOf(text));
    if (!name.syllables.isEmpty())
        compareWith(wanted.pinyinKey, name.syllables.join(QString()));
    return best;
}

double kindCost(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::Street:
    case PlaceKind::Intersection:
    case PlaceKind::Station:
        return 0;
    case PlaceKind::Area:
        return 1;
    case PlaceKind::Address:
        return 2;
    case PlaceKind::Poi:
        return 3;
    case PlaceKind::Camera:
        return 4;
    }
    return 4;
}

} // namespace

Wanted::Wanted(const QString& foldedText)
    : text(foldedText)
    , words(wordsOf(foldedText))
    , key(keyOf(foldedText))
    , plainKey(words.join(QString())) {
    pinyinKey = plainKey;
    // On keyboards v stands for ü, which pinyin has only after these two.
    pinyinKey.replace(u"lv"_s, u"lu"_s).replace(u"nv"_s, u"nu"_s);
}

Answer answerOf(const Wanted& wanted, const NameForms& name) {
    Answer best;
    for (const QString& text : {name.zh, name.en, name.ref}) {
        if (text.isEmpty())
            continue;
        best = better(best, compare(wanted.key, keyOf(text)));
        best = better(best, compare(wanted.plainKey, QString(text).remove(u' ')));
        if (wanted.words.size() > 1 && wordsBegin(wanted.words, wordsOf(text)))
            best = better(best, {Match::Words, text.size() - wanted.text.size()});
    }
    if (!name.syllables.isEmpty()) {
        best = better(best, compare(wanted.pinyinKey, name.syllables.join(QString())));
        best = better(best, compareInitials(wanted.plainKey, initialsOf(name.syllables)));
    }
    return best.match == Match::Similar ? similarity(wanted, name) : best;
}

double costOf(const Answer& answer, PlaceKind kind, double metresOff) {
    constexpr double PerMatch = 100; // more than all the rest together
    const double surplus = 1.5 * static_cast<double>(std::clamp<qsizetype>(answer.surplus, 0, 20));
    // Twice as far counts the same anywhere: 1 km 5, 10 km 17, 100 km 33.
    const double far = metresOff < 0 ? 0 : std::min(60.0, 5 * std::log2(1 + metresOff / 1000));
    return PerMatch * static_cast<double>(answer.match) + surplus + kindCost(kind) + far;
}

} // namespace tridesk::maps
