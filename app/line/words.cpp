// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/words.h"

#include <algorithm>

namespace tridesk::line {

namespace {

bool isSeparator(QChar c) {
    return c.isSpace() || c == u',' || c == u'，' || c == u'、';
}

bool opensQuote(QChar c) {
    return c == u'"' || c == u'＂' || c == u'“' || c == u'”';
}

bool closes(QChar open, QChar c) {
    const bool curly = open == u'“' || open == u'”';
    return curly ? c == u'“' || c == u'”' : c == open;
}

/// The position after the closing quote of the one at `from`; -1 where none closes it.
qsizetype quoteEnd(QStringView line, qsizetype from) {
    for (qsizetype i = from + 1; i < line.size(); ++i) {
        if (line[i] == u'\\')
            ++i;
        else if (closes(line[from], line[i]))
            return i + 1;
    }
    return -1;
}

QString withoutEscapes(QStringView inner) {
    QString text;
    text.reserve(inner.size());
    for (qsizetype i = 0; i < inner.size(); ++i) {
        if (inner[i] != u'\\' || i + 1 == inner.size()) {
            text += inner[i];
            continue;
        }
        const QChar c = inner[++i];
        text += c == u'n' ? QChar(u'\n') : c == u't' ? QChar(u'\t') : c == u'r' ? QChar(u'\r') : c;
    }
    return text;
}

/// The word that begins at `from`.
Word wordAt(QStringView line, qsizetype from) {
    Word word;
    word.at = from;
    bool keyed = false;
    qsizetype value = from;
    qsizetype i = from;
    // "lat,lon" and other lists in an option are one word: only blanks part what stands after "="
    for (; i < line.size() && (keyed ? !line[i].isSpace() : !isSeparator(line[i])); ++i) {
        if (i == value && opensQuote(line[i])) {
            const qsizetype end = quoteEnd(line, i);
            word.isOpen = end < 0;
            if (end > 0) {
                word.text = withoutEscapes(line.sliced(i + 1, end - i - 2));
                word.quoted = true;
                word.length = end - from;
                return word;
            }
        }
        if (!keyed && plain(line[i]) == u'=') {
            keyed = true;
            word.key = plain(line.sliced(from, i - from));
            value = i + 1;
        }
    }
    const QStringView text = line.sliced(value, i - value);
    word.text = keyed ? text.toString() : plain(text);
    word.length = i - from;
    return word;
}

bool isControl(QChar c) {
    return c.unicode() < 0x20 || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

} // namespace

QChar plain(QChar c) {
    constexpr ushort firstWide = 0xff01;
    constexpr ushort lastWide = 0xff5e;
    if (c.unicode() >= firstWide && c.unicode() <= lastWide)
        return QChar(ushort(c.unicode() - firstWide + '!'));
    return c.isSpace() ? QChar(u' ') : c;
}

QString plain(QStringView text) {
    QString made(text.size(), Qt::Uninitialized);
    std::ranges::transform(text, made.begin(), [](QChar c) { return plain(c); });
    return made;
}

QList<Word> split(QStringView line) {
    QList<Word> words;
    for (qsizetype i = 0; i < line.size();) {
        if (isSeparator(line[i])) {
            ++i;
            continue;
        }
        words.append(wordAt(line, i));
        i += words.last().length;
    }
    return words;
}

Unquoted unquoted(QStringView text) {
    if (!text.isEmpty() && text.front() == u'"')
        if (const qsizetype end = quoteEnd(text, 0); end > 0 && text[end - 1] == u'"')
            return {withoutEscapes(text.sliced(1, end - 2)), end};
    return {text.toString(), text.size()};
}

QString freeText(QStringView rest) {
    const QStringView text = rest.trimmed();
    const Unquoted quoted = unquoted(text);
    return quoted.length == text.size() ? quoted.text : text.toString();
}

QString quote(const QString& text) {
    QString made = QStringLiteral("\"");
    for (const QChar c : text) {
        if (c == u'\\' || c == u'"')
            made += u'\\';
        made += c == u'\n'   ? QStringLiteral("\\n")
                : c == u'\t' ? QStringLiteral("\\t")
                : c == u'\r' ? QStringLiteral("\\r")
                             : QString(c);
    }
    return made + u'"';
}

QString asWord(const QString& text) {
    const bool simple = !text.isEmpty() && std::ranges::none_of(text, [](QChar c) {
        return isSeparator(c) || opensQuote(c) || isControl(c) || plain(c) != c || c == u'=' || c == u':' ||
               c == u'#' || c == u'*' || c == u'@' || c == u'\\';
    });
    return simple && text != u"-" && text != u"." ? text : quote(text);
}

QString asFreeText(const QString& text, bool mustQuote) {
    const bool odd =
        mustQuote || text.startsWith(u'"') || text != text.trimmed() || std::ranges::any_of(text, isControl);
    return odd && !text.isEmpty() ? quote(text) : text;
}

} // namespace tridesk::line
