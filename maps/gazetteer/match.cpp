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

constexpr double PerMatch = 100; // more than all the rest together

double kindCost(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::Street:
    case PlaceKind::Intersection:
    case PlaceKind::Station:
    case PlaceKind::Named:
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

NameKeys::NameKeys(const NameForms& name) {
    for (const QString& text : {name.zh, name.en, name.ref})
        if (!text.isEmpty())
            forms.append({.folded = text,
                          .key = keyOf(text),
                          .plain = QString(text).remove(u' '),
                          .words = wordsOf(text)});
    pinyin = name.syllables.join(QString());
    initials = initialsOf(name.syllables);
}

std::optional<Answer> fitOf(const Wanted& wanted, const NameKeys& name) {
    Answer best;
    for (const NameKeys::Form& form : name.forms) {
        best = better(best, compare(wanted.key, form.key));
        best = better(best, compare(wanted.plainKey, form.plain));
        if (wanted.words.size() > 1 && wordsBegin(wanted.words, form.words))
            best = better(best, {Match::Words, form.folded.size() - wanted.text.size()});
    }
    if (!name.pinyin.isEmpty()) {
        best = better(best, compare(wanted.pinyinKey, name.pinyin));
        best = better(best, compareInitials(wanted.plainKey, name.initials));
    }
    return best.match == Match::Similar ? std::nullopt : std::optional(best);
}

Answer similarityOf(const Wanted& wanted, const NameKeys& name) {
    constexpr qsizetype Farthest = 20; // costOf() looks no further
    Answer best{Match::Similar, Farthest};
    const auto compareWith = [&best](const QString& typed, const QString& form) {
        if (form.isEmpty())
            return;
        const qsizetype beyond = std::abs(form.size() - typed.size());
        const qsizetype slips = slipsToBegin(typed, form);
        best.surplus = std::min(best.surplus, CostOfSlip * slips + std::min(CostOfSlip - 1, beyond / 2));
    };
    for (const NameKeys::Form& form : name.forms)
        compareWith(wanted.key, form.key);
    compareWith(wanted.pinyinKey, name.pinyin);
    return best;
}

Answer answerOf(const Wanted& wanted, const NameForms& name) {
    const NameKeys keys(name);
    const auto fit = fitOf(wanted, keys);
    return fit ? *fit : similarityOf(wanted, keys);
}

double costOf(const Answer& answer, PlaceKind kind, double metresOff) {
    const double surplus = 1.5 * static_cast<double>(std::clamp<qsizetype>(answer.surplus, 0, 20));
    // Twice as far counts the same anywhere: 1 km 5, 10 km 17, 100 km 33.
    const double far = metresOff < 0 ? 0 : std::min(60.0, 5 * std::log2(1 + metresOff / 1000));
    return PerMatch * static_cast<double>(answer.match) + surplus + kindCost(kind) + far;
}

double costAfterUse(double cost, Match match, double picks) {
    const double least = PerMatch * static_cast<double>(match);
    return least + std::max(0.0, cost - least) / (1 + std::max(0.0, picks));
}

} // namespace tridesk::maps
