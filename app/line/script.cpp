// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/script.h"

#include "app/line/words.h"

#include <QRegularExpression>
#include <QStringDecoder>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

/// Takes the first word off.
QString firstWord(const QString& text) {
    const qsizetype end = text.indexOf(QRegularExpression(u"\\s"_s));
    return end < 0 ? text : text.first(end);
}

void takeSeat(ScriptLine& line) {
    const QString word = firstWord(line.text);
    const auto seat = Seat::parse(plain(word));
    // "bureau" alone is a seat; a word that is a verb too ("station") has no place behind it and is none
    if (!seat)
        return;
    line.seat = *seat;
    line.text = line.text.sliced(word.size()).trimmed();
}

bool takeTime(ScriptLine& line) {
    static const QRegularExpression clock(u"^([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]{1,3}))?$"_s);
    static const QRegularExpression after(u"^\\+([0-9]{1,5})(?:\\.([0-9]{1,3}))?$"_s);
    const QString word = firstWord(line.text);
    const QString typed = plain(word);
    const auto ms = [](const QString& digits) { return digits.leftJustified(3, u'0').toInt(); };
    if (const auto match = clock.match(typed); match.hasMatch()) {
        const QTime at(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(),
                       ms(match.captured(4)));
        if (!at.isValid())
            return false;
        line.at = at;
    } else if (const auto later = after.match(typed); later.hasMatch()) {
        line.after = later.captured(1).toInt() * 1'000 + ms(later.captured(2));
    } else {
        return true;
    }
    line.text = line.text.sliced(word.size()).trimmed();
    return true;
}

} // namespace

std::expected<QList<ScriptLine>, ScriptFault> readScript(const QByteArray& file) {
    if (file.size() > longestScript)
        return std::unexpected(ScriptFault{0, u"the script is longer than %1 bytes"_s.arg(longestScript)});
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file);
    if (decoder.hasError())
        return std::unexpected(ScriptFault{0, u"the script is not UTF-8"_s});
    QList<ScriptLine> lines;
    Seat seat{Tier::Bureau, {}};
    std::optional<QTime> last;
    int row = 0;
    for (const QString& each : text.split(u'\n')) {
        ScriptLine line{.row = ++row, .seat = seat, .at = {}, .text = each.trimmed()};
        if (line.text.isEmpty() || line.text.startsWith(u'#'))
            continue;
        takeSeat(line);
        if (!takeTime(line))
            return std::unexpected(ScriptFault{row, u"no time of day: %1"_s.arg(firstWord(line.text))});
        if (line.text.isEmpty())
            return std::unexpected(ScriptFault{row, u"nothing to do"_s});
        if (line.at && last && *line.at < *last)
            return std::unexpected(ScriptFault{row, u"earlier than the line before"_s});
        if (lines.size() >= mostScriptLines)
            return std::unexpected(ScriptFault{row, u"more than %1 lines"_s.arg(mostScriptLines)});
        last = line.at ? line.at : last;
        seat = line.seat;
        lines.append(line);
    }
    return lines;
}

} // namespace tridesk::line
