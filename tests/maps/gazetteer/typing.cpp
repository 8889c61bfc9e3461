// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/maps/gazetteer/typing.h"

#include "maps/gazetteer/pinyin.h"

#include <QList>

#include <algorithm>
#include <utility>

namespace tridesk::maps::test::typing {

using namespace Qt::StringLiterals;

bool hasHanzi(const QString& text) {
    return std::ranges::any_of(text, [](QChar sign) { return sign.script() == QChar::Script_Han; });
}

QString withoutMarks(const QString& text) {
    QString bare;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D)) {
        if (letter.category() != QChar::Mark_NonSpacing)
            bare.append(letter);
    }
    return bare;
}

QString abbreviated(const QString& text) {
    static const QList<std::pair<QString, QString>> brief{
        {u"Street"_s, u"St"_s}, {u"Avenue"_s, u"Ave"_s}, {u"Road"_s, u"Rd"_s}, {u"Boulevard"_s, u"Blvd"_s},
        {u"North"_s, u"N"_s},   {u"South"_s, u"S"_s},    {u"East"_s, u"E"_s},  {u"West"_s, u"W"_s}};
    QStringList words = text.split(u' ');
    for (QString& word : words) {
        const auto known = std::ranges::find(brief, word, &std::pair<QString, QString>::first);
        if (known != brief.end())
            word = known->second;
    }
    return words.join(u' ').toLower();
}

QString fullWidth(QString text) {
    for (QChar& letter : text) {
        if (letter > u' ' && letter < QChar(0x7F))
            letter = QChar(letter.unicode() + 0xFEE0);
    }
    return text;
}

QString slipped(const QString& text, QRandomGenerator& random) {
    const bool han = hasHanzi(text);
    if (text.size() < (han ? 4 : 6))
        return text;
    QString wrong = text;
    const qsizetype at = random.bounded(1, int(text.size()) - 1);
    if (!text.at(at).isLetter() || !text.at(at - 1).isLetter())
        return text;
    switch (random.bounded(han ? 2 : 4)) {
    case 0:
        return wrong.remove(at, 1);
    case 1:
        wrong[at] = han ? QChar(u'丰') : QChar(u'a' + random.bounded(26));
        return wrong;
    case 2:
        return wrong.insert(at, text.at(at));
    default:
        std::swap(wrong[at], wrong[at - 1]);
        return wrong;
    }
}

QString pinyin(const QString& text) {
    return Pinyin().syllables(text).join(u' ');
}

QString initials(const QString& text) {
    return initialsOf(Pinyin().syllables(text));
}

} // namespace tridesk::maps::test::typing
