// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gazetteer/pinyin.h"

#include "maps/gazetteer/text.h"

#include <unicode/translit.h>

#include <array>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

struct Reading {
    QStringView signs;
    QLatin1StringView syllables;
};

// Where ICU's reading of a sign, taken alone, is not the one in names of places.
constexpr std::array Readings{
    Reading{u"重庆", "chong qing"_L1}, Reading{u"厦门", "xia men"_L1},    Reading{u"银行", "yin hang"_L1},
    Reading{u"商行", "shang hang"_L1}, Reading{u"音乐", "yin yue"_L1},    Reading{u"乐清", "yue qing"_L1},
    Reading{u"六安", "lu an"_L1},      Reading{u"西藏", "xi zang"_L1},    Reading{u"番禺", "pan yu"_L1},
    Reading{u"蚌埠", "beng bu"_L1},    Reading{u"校长", "xiao zhang"_L1}, Reading{u"长", "chang"_L1},
    Reading{u"都", "du"_L1},           Reading{u"车", "che"_L1},          Reading{u"地", "di"_L1},
    Reading{u"埔", "pu"_L1},           Reading{u"曾", "zeng"_L1},
};

} // namespace

class Pinyin::Rules {
public:
    Rules() {
        UErrorCode error = U_ZERO_ERROR;
        m_rules.reset(
            icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, error));
        if (U_FAILURE(error))
            m_rules.reset();
    }

    QString read(char32_t sign) const {
        if (!m_rules)
            return {};
        icu::UnicodeString text(static_cast<UChar32>(sign));
        m_rules->transliterate(text);
        return QString(reinterpret_cast<const QChar*>(text.getBuffer()), text.length()).trimmed();
    }

private:
    std::unique_ptr<icu::Transliterator> m_rules;
};

Pinyin::Pinyin()
    : m_rules(std::make_unique<Rules>()) {}

Pinyin::~Pinyin() = default;

QString Pinyin::syllableOf(char32_t sign) {
    const auto known = m_signs.constFind(sign);
    if (known != m_signs.cend())
        return *known;
    QString syllable = m_rules->read(sign);
    for (const Reading& reading : Readings) {
        if (reading.signs == QString::fromUcs4(&sign, 1))
            syllable = reading.syllables;
    }
    m_signs.insert(sign, syllable);
    return syllable;
}

QStringList Pinyin::syllables(const QString& foldedText) {
    QStringList result;
    bool anyHan = false;
    for (const QString& word : wordsOf(foldedText)) {
        if (!isHan(word)) {
            result.append(word);
            continue;
        }
        anyHan = true;
        const qsizetype begin = result.size();
        for (const char32_t sign : word.toUcs4())
            result.append(syllableOf(sign));
        for (const Reading& reading : Readings) {
            const qsizetype at = reading.signs.size() > 1 ? word.indexOf(reading.signs) : -1;
            if (at < 0)
                continue;
            const qsizetype first =
                begin + word.first(at).toUcs4().size(); // signs outside the basic plane take two units
            const QStringList read = QString(reading.syllables).split(u' ');
            for (qsizetype index = 0; index < read.size(); ++index)
                result[first + index] = read.at(index);
        }
    }
    result.removeAll(QString());
    return anyHan ? result : QStringList();
}

QString initialsOf(const QStringList& syllables) {
    QString initials;
    for (const QString& syllable : syllables)
        initials.append(syllable.at(0).isDigit() ? syllable : syllable.first(1));
    return initials;
}

} // namespace tridesk::maps
