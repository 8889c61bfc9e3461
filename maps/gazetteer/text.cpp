// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/text.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

struct Spelling {
    QLatin1StringView brief;
    QLatin1StringView full;
};

constexpr std::array Spellings{
    Spelling{"st"_L1, "street"_L1},       Spelling{"rd"_L1, "road"_L1},
    Spelling{"ave"_L1, "avenue"_L1},      Spelling{"av"_L1, "avenue"_L1},
    Spelling{"blvd"_L1, "boulevard"_L1},  Spelling{"dr"_L1, "drive"_L1},
    Spelling{"ln"_L1, "lane"_L1},         Spelling{"hwy"_L1, "highway"_L1},
    Spelling{"pl"_L1, "place"_L1},        Spelling{"sq"_L1, "square"_L1},
    Spelling{"ct"_L1, "court"_L1},        Spelling{"pkwy"_L1, "parkway"_L1},
    Spelling{"expy"_L1, "expressway"_L1}, Spelling{"str"_L1, "strasse"_L1},
    Spelling{"n"_L1, "north"_L1},         Spelling{"s"_L1, "south"_L1},
    Spelling{"e"_L1, "east"_L1},          Spelling{"w"_L1, "west"_L1},
};

bool isHan(char32_t letter) {
    return QChar::script(letter) == QChar::Script_Han;
}

QString spelledOut(const QString& word) {
    const auto found = std::ranges::find_if(Spellings, [&](const Spelling& s) { return word == s.brief; });
    return found == Spellings.end() ? word : QString(found->full);
}

// Letters with a stroke through or two in one, which Unicode does not take apart.
QLatin1StringView plainLetters(QChar letter) {
    switch (letter.unicode()) {
    case u'ß':
        return "ss"_L1;
    case u'ø':
        return "o"_L1;
    case u'ł':
        return "l"_L1;
    case u'đ':
        return "d"_L1;
    case u'ħ':
        return "h"_L1;
    case u'ı':
        return "i"_L1;
    case u'æ':
        return "ae"_L1;
    case u'œ':
        return "oe"_L1;
    default:
        return {};
    }
}

// Small letters, digits, blanks and common Hanzi: most names, and nothing to do for them.
bool isPlain(QChar letter) {
    const char16_t code = letter.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9') || code == u' ' ||
           (code >= 0x4E00 && code <= 0x9FFF);
}

QString withoutAccents(const QString& text) {
    QString bare;
    for (const QChar letter : text.toCaseFolded().normalized(QString::NormalizationForm_KD)) {
        const QLatin1StringView plain = plainLetters(letter);
        if (!plain.isEmpty())
            bare.append(plain);
        else if (letter.category() != QChar::Mark_NonSpacing)
            bare.append(letter);
    }
    return bare.normalized(QString::NormalizationForm_C);
}

} // namespace

QString folded(const QString& text) {
    QString result;
    bool gap = false;
    const QString low = text.toLower();
    const bool plain = std::ranges::all_of(low, isPlain) && !low.startsWith(u' ') && !low.endsWith(u' ') &&
                       !low.contains("  "_L1);
    if (plain)
        return low;
    const QString bare = withoutAccents(text).toCaseFolded();
    for (const char32_t letter : bare.toUcs4()) {
        // An apostrophe does not part a word: O'Connell, Xi'an.
        if (letter == U'\'' || letter == U'\u2019')
            continue;
        if (!QChar::isLetterOrNumber(letter)) {
            gap = !result.isEmpty();
            continue;
        }
        if (gap)
            result.append(u' ');
        gap = false;
        result.append(QChar::fromUcs4(letter));
    }
    return result;
}

QStringList wordsOf(const QString& foldedText) {
    QStringList words;
    QString word;
    bool han = false;
    const auto end = [&] {
        if (!word.isEmpty())
            words.append(word);
        word.clear();
    };
    for (const char32_t letter : foldedText.toUcs4()) {
        if (letter == U' ') {
            end();
            continue;
        }
        if (!word.isEmpty() && isHan(letter) != han)
            end();
        han = isHan(letter);
        word.append(QChar::fromUcs4(letter));
    }
    end();
    return words;
}

bool isHan(QStringView text) {
    return !text.isEmpty() &&
           std::ranges::all_of(text.toUcs4(), [](uint letter) { return isHan(char32_t{letter}); });
}

QString otherSpelling(const QString& word) {
    for (const Spelling& spelling : Spellings) {
        if (word == spelling.brief)
            return spelling.full;
        if (word == spelling.full)
            return spelling.brief;
    }
    return {};
}

QString keyOf(const QString& foldedText) {
    QString key;
    for (const QString& word : wordsOf(foldedText))
        key.append(spelledOut(word));
    return key;
}

QString houseKey(const QString& houseNumber) {
    // What follows one of these is a part of the house, not of its number.
    static const QString ends = u"号號院栋棟幢座楼樓室弄"_s;
    constexpr qsizetype Longest = 24;
    QString key;
    bool anyDigit = false;
    bool gap = false;
    for (const QChar letter : folded(houseNumber)) {
        if (anyDigit && ends.contains(letter))
            break;
        if (letter == u' ') {
            gap = true;
            continue;
        }
        if (gap && letter.isDigit() && !key.isEmpty() && key.back().isDigit())
            key.append(u'-'); // 31-33 is not 3133
        gap = false;
        anyDigit = anyDigit || letter.isDigit();
        key.append(letter);
    }
    if (key.startsWith("no"_L1))
        key.remove(0, 2);
    return anyDigit && key.size() <= Longest ? key : QString();
}

int slipsToBegin(QStringView typed, QStringView name) {
    constexpr qsizetype Longest = 32;
    typed = typed.first(std::min(typed.size(), Longest));
    // No more of the name than the typed letters could stand for.
    name = name.first(std::min({name.size(), Longest, typed.size() + 3}));
    std::array<std::array<int, Longest + 1>, 3> rows{};
    for (int column = 0; column <= name.size(); ++column)
        rows[0][std::size_t(column)] = column;
    for (qsizetype letter = 1; letter <= typed.size(); ++letter) {
        auto& row = rows[std::size_t(letter % 3)];
        const auto& above = rows[std::size_t((letter + 2) % 3)];
        const auto& aboveThat = rows[std::size_t((letter + 1) % 3)];
        row[0] = int(letter);
        for (qsizetype at = 1; at <= name.size(); ++at) {
            const auto column = std::size_t(at);
            const int wrong = typed[letter - 1] == name[at - 1] ? 0 : 1;
            row[column] = std::min({above[column] + 1, row[column - 1] + 1, above[column - 1] + wrong});
            if (letter > 1 && at > 1 && typed[letter - 1] == name[at - 2] &&
                typed[letter - 2] == name[at - 1])
                row[column] = std::min(row[column], aboveThat[column - 2] + 1);
        }
    }
    const auto& last = rows[std::size_t(typed.size() % 3)];
    return *std::min_element(last.begin(), last.begin() + name.size() + 1);
}

bool isOneSlipFrom(QStringView a, QStringView b) {
    if (a.size() > b.size())
        std::swap(a, b);
    if (b.size() - a.size() > 1)
        return false;
    qsizetype same = 0;
    while (same < a.size() && a[same] == b[same])
        ++same;
    const QStringView restA = a.sliced(same);
    const QStringView restB = b.sliced(same);
    if (restA.size() < restB.size())
        return restA == restB.sliced(1);
    if (restA.isEmpty() || restA.sliced(1) == restB.sliced(1))
        return true;
    return restA.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0] &&
           restA.sliced(2) == restB.sliced(2);
}

} // namespace tridesk::maps
