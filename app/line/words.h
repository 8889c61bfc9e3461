// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace tridesk::line {

/// The longest line that is read, in characters: a text of limits::text, quoted, and what stands before it.
constexpr qsizetype longestLine = 20'000;

/// One word of a line: what stands between blanks or commas, or in quotes. Full-width characters are read as
/// their plain ones; quotes keep what is in them.
struct Word {
    QString text; ///< without quotes
    QString key;  ///< of "key=value", as typed; text is the value then
    qsizetype at = 0;
    qsizetype length = 0; ///< in the line, quotes with it
    bool quoted = false;
    bool isOpen = false; ///< begins with a quote that nothing closes
};

/// The words of a line, each with where it stands. What is free text is taken from the line itself.
[[nodiscard]] QList<Word> split(QStringView line);

/// A character as it is compared: full-width forms are their plain ones, all blanks one.
[[nodiscard]] QChar plain(QChar c);
[[nodiscard]] QString plain(QStringView text);

/// A quoted text at the beginning of `text`, with the number of characters that it took; the whole of it, as
/// it stands, where it does not begin with a quote that is closed.
struct Unquoted {
    QString text;
    qsizetype length = 0;
};
[[nodiscard]] Unquoted unquoted(QStringView text);
/// Free text: as it stands, unless it is one quoted text.
[[nodiscard]] QString freeText(QStringView rest);

/// Written so that split() gives it back as one word.
[[nodiscard]] QString asWord(const QString& text);
[[nodiscard]] QString quote(const QString& text);
/// Written so that freeText() gives it back; quoted where it must be, or where `mustQuote` says so.
[[nodiscard]] QString asFreeText(const QString& text, bool mustQuote = false);

} // namespace tridesk::line
