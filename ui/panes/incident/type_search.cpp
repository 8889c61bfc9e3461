// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/type_search.h"

#include <QStringEncoder>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// The first character of each letter in the first level of GB 2312.
constexpr std::array<std::pair<int, char16_t>, 24> firstOfLetter = {
    {{0xB0A1, u'a'}, {0xB0C5, u'b'}, {0xB2C1, u'c'}, {0xB4EE, u'd'}, {0xB6EA, u'e'}, {0xB7A2, u'f'},
     {0xB8C1, u'g'}, {0xB9FE, u'h'}, {0xBBF7, u'j'}, {0xBFA6, u'k'}, {0xC0AC, u'l'}, {0xC2E8, u'm'},
     {0xC4C3, u'n'}, {0xC5B6, u'o'}, {0xC5BE, u'p'}, {0xC6DA, u'q'}, {0xC8BB, u'r'}, {0xC8F6, u's'},
     {0xCBFA, u't'}, {0xCDDA, u'w'}, {0xCEF4, u'x'}, {0xD1B9, u'y'}, {0xD4D1, u'z'}, {0xD7FA, u'\0'}}};

QChar letterOf(QByteArrayView code) {
    if (code.size() != 2)
        return {};
    const int value = (uchar(code[0]) << 8) | uchar(code[1]);
    QChar letter;
    for (const auto& [first, name] : firstOfLetter)
        if (value >= first)
            letter = name;
    return letter;
}

/// 0 is best; -1 does not match.
int rank(const IncidentType& type, const QString& typed) {
    const QString code = type.code.toString().toLower();
    if (code == typed || type.name.zh == typed)
        return 0;
    if (code.startsWith(typed) || type.name.zh.startsWith(typed))
        return 1;
    const QString english = type.name.en.toLower();
    if (english.startsWith(typed) || initials(type.name.zh).startsWith(typed))
        return 2;
    if (english.contains(u' ' + typed) || code.contains(u'.' + typed) || type.name.zh.contains(typed))
        return 3;
    return initials(type.name.zh).contains(typed) ? 4 : -1;
}

} // namespace

QString initials(const QString& text) {
    QStringEncoder toGb("GB18030");
    QString result;
    for (const QChar c : text) {
        if (c.unicode() < 0x80) {
            if (c.isLetterOrNumber())
                result += c.toLower();
            continue;
        }
        const QByteArray code = toGb.isValid() ? QByteArray(toGb(QStringView(&c, 1))) : QByteArray();
        if (const QChar letter = letterOf(code); !letter.isNull())
            result += letter;
    }
    return result;
}

QList<TypeCode> findTypes(const Catalogue& catalogue, const QString& typed) {
    const QString wanted = typed.trimmed().toLower();
    QList<std::pair<int, TypeCode>> found;
    for (const IncidentType& type : catalogue.types)
        if (const int r = wanted.isEmpty() ? 0 : rank(type, wanted); r >= 0)
            found.append({r, type.code});
    std::ranges::stable_sort(found, {},
                             &std::pair<int, TypeCode>::first); // within a rank the table's own order
    QList<TypeCode> codes;
    for (const auto& [r, code] : found)
        codes << code;
    return codes;
}

} // namespace tridesk
