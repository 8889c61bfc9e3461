// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/city/names.h"

#include "maps/city/pinyin.h"

#include <array>
#include <cctype>

namespace tridesk::maps::city {

namespace {

// First and second characters of roots, chosen so that any two of them read like a street sign.
constexpr std::string_view Firsts =
    "云清文德安和平永新东西南北长金玉青翠明光兴华建瑞福康宁景凤龙鹤松竹梅兰桂柳荷枫桃石春秋"
    "望锦秀碧丹紫白天泰仁义礼学书香芳晓朝晨听观映揽沁怀致崇尚嘉佳祥庆银宝珠虹霞星月海";
constexpr std::string_view Seconds =
    "湖江河山林泉溪桥塘园苑安宁康平和兴盛昌华荣光明辉阳春秋月星云风霞城台亭阁坊门庄"
    "浦洲岭峰谷屏屿渡津汀岸柳竹梅兰荷枫桐杉";

std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> result;
    for (std::size_t i = 0; i < text.size(); i += 3) // every character here takes three bytes
        result.push_back(text.substr(i, 3));
    return result;
}

bool isSpace(char c) {
    return c == ' ';
}

/// The syllable with a capital in front, which may be a vowel with its tone.
std::string capital(std::string_view syllable) {
    const auto first = static_cast<unsigned char>(syllable.front());
    if (first < 0x80)
        return std::string(1, static_cast<char>(std::toupper(first))) + std::string(syllable.substr(1));
    return capitalVowel(syllable.substr(0, 2)) + std::string(syllable.substr(2));
}

/// English by pinyin without its tones.
Name named(const std::string& zh) {
    Name name = makeName(zh, {});
    for (std::size_t i = 0; i < name.pinyin.size();) {
        const bool isPlain = static_cast<unsigned char>(name.pinyin[i]) < 0x80;
        name.en += isPlain ? name.pinyin[i] : plainVowel(std::string_view(name.pinyin).substr(i, 2));
        i += isPlain ? 1 : 2;
    }
    name.en.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(name.en.front())));
    return name;
}

} // namespace

void addName(Tags& tags, const Name& name) {
    if (name.empty())
        return;
    tags.emplace_back("name", name.zh);
    tags.emplace_back("name:zh", name.zh);
    if (!name.en.empty())
        tags.emplace_back("name:en", name.en);
    if (!name.pinyin.empty())
        tags.emplace_back("name:zh_pinyin", name.pinyin);
}

Name makeName(std::string_view zhWords, std::string en) {
    Name name;
    name.en = std::move(en);
    bool atWord = true;
    for (std::size_t i = 0; i < zhWords.size();) {
        if (isSpace(zhWords[i])) {
            name.pinyin += ' ';
            atWord = true;
            ++i;
            continue;
        }
        if (static_cast<unsigned char>(zhWords[i]) < 0x80) { // digits and letters stand for themselves
            name.zh += zhWords[i];
            name.pinyin += zhWords[i++];
            continue;
        }
        const std::string_view character = zhWords.substr(i, 3);
        const std::string_view syllable = pinyinOf(character);
        name.zh += character;
        name.pinyin += atWord && !syllable.empty() ? capital(syllable) : std::string(syllable);
        atWord = false;
        i += 3;
    }
    return name;
}

Names::Names(const Prng& random)
    : m_random(random.fork(21)) {
    for (const std::string_view a : characters(Firsts))
        for (const std::string_view b : characters(Seconds))
            if (a != b)
                m_roots.push_back(std::string(a) + std::string(b));
    m_random.shuffle(m_roots);
}

Name Names::root() {
    const std::size_t round = m_next / m_roots.size();
    const std::string& zh = m_roots[m_next++ % m_roots.size()];
    // a large city runs out of pairs: then it numbers them, as real ones do
    return named(round > 0 ? zh + ordinalZh(static_cast<int>(round) + 1) : zh);
}

Name Names::any(Prng& random) const {
    return named(random.pick(m_roots));
}

Name Names::with(const Name& root, std::string_view suffixZh, std::string_view suffixEn) {
    const Name suffix = makeName(suffixZh, std::string(suffixEn));
    return {root.zh + suffix.zh, root.pinyin + ' ' + suffix.pinyin, root.en + ' ' + suffix.en};
}

Name Names::rootWith(std::string_view suffixZh, std::string_view suffixEn) {
    return with(root(), suffixZh, suffixEn);
}

std::string Names::ordinalZh(int number) {
    static constexpr std::array<std::string_view, 10> Digits{"〇", "一", "二", "三", "四",
                                                             "五", "六", "七", "八", "九"};
    if (number < 10)
        return std::string(Digits[static_cast<std::size_t>(number)]);
    const int tens = number / 10 % 10;
    const int ones = number % 10;
    std::string result = tens > 1 ? std::string(Digits[static_cast<std::size_t>(tens)]) : std::string();
    result += "十";
    if (ones)
        result += Digits[static_cast<std::size_t>(ones)];
    return result;
}

} // namespace tridesk::maps::city
