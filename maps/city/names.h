// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/city/osm_data.h"
#include "maps/city/prng.h"

#include <set>
#include <string>

namespace tridesk::maps::city {

/// A name as it stands in Chinese, in pinyin with tones, and in English.
struct Name {
    std::string zh;
    std::string pinyin;
    std::string en;

    [[nodiscard]] bool empty() const { return zh.empty(); }
};

/// Adds name, name:zh, name:en and name:zh_pinyin.
void addName(Tags& tags, const Name& name);

/// From Chinese and English: the pinyin comes from the table of characters, a syllable for each, capitals at
/// the front of each word as spaces in zh mark them ("云湖 大桥" is "Yúnhú Dàqiáo").
[[nodiscard]] Name makeName(std::string_view zhWords, std::string en);

/// Hands out names that were not used before.
class Names {
public:
    explicit Names(const Prng& random);

    /// Two pleasant characters, never the same twice: "柳泉", "Liǔquán", "Liuquan".
    [[nodiscard]] Name root();
    /// Two characters that may have been used before: for shops and the like.
    [[nodiscard]] Name any(Prng& random) const;
    /// A root with what it is: ("路", "Road") gives "柳泉路", "Liǔquán Lù", "Liuquan Road".
    [[nodiscard]] Name rootWith(std::string_view suffixZh, std::string_view suffixEn);
    /// A root that stands for the given one with a suffix; does not use a root up.
    [[nodiscard]] static Name with(const Name& root, std::string_view suffixZh, std::string_view suffixEn);
    /// Makes an ordinal of a name that may recur: "第三小学".
    [[nodiscard]] static std::string ordinalZh(int number);

private:
    Prng m_random;
    std::vector<std::string> m_roots; ///< shuffled, taken from the back
    std::size_t m_next = 0;
};

} // namespace tridesk::maps::city
