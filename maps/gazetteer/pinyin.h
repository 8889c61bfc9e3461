// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>

namespace tridesk::maps {

/// Hanzi to pinyin without tones, one syllable a sign, by ICU's Han-Latin rules; place names whose signs are
/// read otherwise than ICU reads them (长江, 厦门, 银行) stand in a small table. Making one takes a quarter
/// of a second; keep it. One thread.
class Pinyin {
public:
    Pinyin();
    ~Pinyin();
    Pinyin(const Pinyin&) = delete;
    Pinyin& operator=(const Pinyin&) = delete;

    /// Folded text as syllables and words: "人民路abc" gives ren, min, lu, abc. Empty where there is no
    /// Hanzi.
    [[nodiscard]] QStringList syllables(const QString& foldedText);

    /// Every sign read so far, each with its usual syllable.
    [[nodiscard]] const QHash<char32_t, QString>& signs() const { return m_signs; }

private:
    class Rules;
    [[nodiscard]] QString syllableOf(char32_t sign);

    std::unique_ptr<Rules> m_rules;
    QHash<char32_t, QString> m_signs;
};

/// The syllables' first letters: "ren min lu" gives rml.
[[nodiscard]] QString initialsOf(const QStringList& syllables);

} // namespace tridesk::maps
