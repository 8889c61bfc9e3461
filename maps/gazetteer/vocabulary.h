// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace tridesk::maps {

/// The words that stand in a gazetteer's names, to find which one a mistyped word was meant to be. A sorted
/// list in memory (some megabytes for a million names), since one mistyped word takes hundreds of looks.
class Vocabulary {
public:
    Vocabulary() = default;
    /// What pack() wrote. Of anything else the looks find little, but nothing goes wrong.
    explicit Vocabulary(QByteArray packed);
    [[nodiscard]] static QByteArray pack(const QSet<QByteArray>& words);

    [[nodiscard]] bool contains(const QString& word) const;
    [[nodiscard]] bool anyBegins(const QString& word) const;
    /// The beginnings, cut to the longest word that is kept, that are one slip from the word and stand in
    /// some name; whole words first. Empty where the word itself does: then another one is the mistyped one.
    [[nodiscard]] QStringList oneSlipFrom(const QString& word, qsizetype most) const;

private:
    [[nodiscard]] QByteArrayView firstFrom(QByteArrayView begin) const;

    QByteArray m_words;
    std::vector<quint32> m_starts;
};

} // namespace tridesk::maps
