// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/own_places.h"

#include "maps/gazetteer/text.h"
#include "maps/geo/distance.h"

#include <algorithm>
#include <span>

namespace tridesk::maps {
namespace {

// Shorter text is one slip from anything.
bool isLongEnough(const Wanted& wanted) {
    constexpr qsizetype ShortestLetters = 4;
    constexpr qsizetype ShortestHanzi = 3;
    return wanted.plainKey.size() >= (isHan(wanted.plainKey) ? ShortestHanzi : ShortestLetters);
}

// One slip in a short text, two in a long one.
qsizetype slipsAllowed(const Wanted& wanted) {
    constexpr qsizetype Long = 10;
    return wanted.plainKey.size() >= Long ? 2 : 1;
}

} // namespace

QString OwnPlace::label(bool chinese) const {
    for (const QString& name : {chinese ? nameZh : nameEn, chinese ? nameEn : nameZh})
        if (!name.isEmpty())
            return name;
    return ref;
}

QStringList OwnPlaces::syllables(const QString& foldedText) {
    const bool anyHan =
        std::ranges::any_of(foldedText, [](QChar sign) { return isHan(QStringView(&sign, 1)); });
    if (!anyHan)
        return {};
    if (!m_pinyin)
        m_pinyin = std::make_unique<Pinyin>();
    return m_pinyin->syllables(foldedText);
}

void OwnPlaces::put(const OwnPlace& place) {
    NameForms forms{
        .zh = folded(place.nameZh), .en = folded(place.nameEn), .syllables = {}, .ref = folded(place.ref)};
    forms.syllables = syllables(forms.zh);
    Entry entry{place, NameKeys(forms)};
    const auto known = m_at.constFind(place.id);
    if (known != m_at.constEnd()) {
        m_entries[*known] = std::move(entry);
        return;
    }
    m_at.insert(place.id, m_entries.size());
    m_entries.push_back(std::move(entry));
}

void OwnPlaces::take(const QString& id) {
    const auto known = m_at.constFind(id);
    if (known == m_at.constEnd())
        return;
    const std::size_t index = *known;
    m_at.erase(known);
    if (index + 1 < m_entries.size()) {
        m_entries[index] = std::move(m_entries.back());
        m_at[m_entries[index].place.id] = index;
    }
    m_entries.pop_back();
}

std::vector<OwnPlaces::Hit> OwnPlaces::fitting(const Wanted& wanted) const {
    std::vector<Hit> hits;
    for (const Entry& entry : m_entries)
        if (const auto fit = fitOf(wanted, entry.keys))
            hits.push_back({&entry, *fit});
    return hits;
}

// What sounds the same, as when a name was heard over the telephone, and what is a slip away.
std::vector<OwnPlaces::Hit> OwnPlaces::similar(const Wanted& wanted) {
    const QString sound = syllables(wanted.text).join(QString());
    const bool mayBeMistyped = isLongEnough(wanted);
    const qsizetype most = CostOfSlip * (slipsAllowed(wanted) + 1);
    std::vector<Hit> hits;
    for (const Entry& entry : m_entries) {
        if (!sound.isEmpty() && entry.keys.pinyin.contains(sound))
            hits.push_back({&entry, {Match::Similar, 0}});
        else if (!mayBeMistyped)
            continue;
        else if (const Answer answer = similarityOf(wanted, entry.keys); answer.surplus < most)
            hits.push_back({&entry, answer});
    }
    return hits;
}

QList<FoundOwn> OwnPlaces::find(const QString& text, const QGeoCoordinate& near, int limit) {
    const Wanted wanted(folded(text.left(Gazetteer::MaxTextLength)));
    if (wanted.words.isEmpty())
        return {};
    std::vector<Hit> hits = fitting(wanted);
    if (hits.empty())
        hits = similar(wanted);
    for (Hit& hit : hits) {
        if (near.isValid())
            hit.metresOff = metresBetween(near, hit.entry->place.at);
        hit.cost = costOf(hit.answer, hit.entry->place.kind, hit.metresOff);
    }
    const auto most = std::size_t(std::clamp(limit, 1, Gazetteer::MaxResults));
    const auto end = hits.begin() + std::ptrdiff_t(std::min(most, hits.size()));
    std::ranges::partial_sort(hits, end, [](const Hit& a, const Hit& b) {
        return a.cost != b.cost ? a.cost < b.cost : a.entry->place.id < b.entry->place.id;
    });
    QList<FoundOwn> found;
    for (const Hit& hit : std::span(hits.begin(), end))
        found.append({hit.entry->place, hit.answer.match, hit.metresOff, hit.cost});
    return found;
}

} // namespace tridesk::maps
