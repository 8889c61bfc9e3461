// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/vocabulary.h"

#include "maps/gazetteer/tokens.h"

#include <algorithm>
#include <set>
#include <utility>

namespace tridesk::maps {
namespace {

// Every word that is one slip away, whether it exists or not, cut as the names' words are.
std::set<QString> slipsOf(const QString& word) {
    std::set<QString> slips;
    const auto add = [&slips](const QString& slip) { slips.insert(slip.left(tokens::LongestWord)); };
    for (qsizetype at = 0; at <= word.size(); ++at) {
        const QString head = word.first(at);
        for (char letter = 'a'; letter <= 'z'; ++letter) {
            add(head + QLatin1Char(letter) + word.sliced(at));
            if (at < word.size())
                add(head + QLatin1Char(letter) + word.sliced(at + 1));
        }
        if (at < word.size())
            add(head + word.sliced(at + 1));
        if (at + 1 < word.size())
            add(head + word.at(at + 1) + word.at(at) + word.sliced(at + 2));
    }
    slips.erase(word.left(tokens::LongestWord));
    return slips;
}

} // namespace

Vocabulary::Vocabulary(QByteArray packed)
    : m_words(std::move(packed)) {
    const char* begin = m_words.constData();
    const char* end = begin + m_words.size();
    for (const char* word = begin; word < end;) {
        m_starts.push_back(static_cast<quint32>(word - begin));
        word = std::find(word, end, '\n') + 1;
    }
}

QByteArray Vocabulary::pack(const QSet<QByteArray>& words) {
    QList<QByteArray> sorted = words.values();
    std::ranges::sort(sorted);
    QByteArray packed;
    for (const QByteArray& word : std::as_const(sorted))
        packed.append(word).append('\n');
    return packed;
}

// The first word that does not stand before it; empty behind the last.
QByteArrayView Vocabulary::firstFrom(QByteArrayView begin) const {
    const auto wordAt = [this](quint32 start) {
        const QByteArrayView rest = QByteArrayView(m_words).sliced(start);
        const qsizetype end = rest.indexOf('\n');
        return end < 0 ? rest : rest.first(end);
    };
    const auto found = std::ranges::lower_bound(
        m_starts, begin, [](QByteArrayView a, QByteArrayView b) { return a < b; }, wordAt);
    return found == m_starts.end() ? QByteArrayView() : wordAt(*found);
}

bool Vocabulary::contains(const QString& word) const {
    const QByteArray wanted = word.toUtf8();
    return !wanted.isEmpty() && firstFrom(wanted) == wanted;
}

bool Vocabulary::anyBegins(const QString& word) const {
    const QByteArray wanted = word.toUtf8();
    return firstFrom(wanted).startsWith(wanted);
}

QStringList Vocabulary::oneSlipFrom(const QString& word, qsizetype most) const {
    if (word.size() < tokens::ShortestMended || anyBegins(word.left(tokens::LongestWord)))
        return {};
    QStringList whole;
    QStringList begun;
    // One letter more than is kept, since the slip may be a letter too many.
    for (const QString& slip : slipsOf(word.left(tokens::LongestWord + 1))) {
        const QByteArray wanted = slip.toUtf8();
        const QByteArrayView found = firstFrom(wanted);
        if (found.startsWith(wanted))
            (found == wanted ? whole : begun).append(slip);
    }
    return (whole + begun).mid(0, most);
}

} // namespace tridesk::maps
