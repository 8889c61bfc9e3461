// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/line/script.h"

#include "app/domain/refusal_words.h"
#include "app/line/fault_words.h"
#include "app/line/words.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringDecoder>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 day = 24LL * 3'600'000;
constexpr qsizetype longestUser = 80;

using Done = std::expected<void, ScriptFault>;

bool beginsWithVerb(const QString& text) {
    const QList<Word> words = split(text);
    const QString first = words.isEmpty() ? QString() : words.first().text;
    return first.startsWith(u'@') || verbsNamed(first).size() == 1 || joinedVerb(first) > 0;
}

int milliseconds(const QString& digits) {
    return digits.leftJustified(3, u'0').toInt();
}

std::optional<qint64> timeOfDay(const QString& word) {
    static const QRegularExpression form(u"^([0-9]{1,2}):([0-9]{2})(?::([0-9]{2})(?:\\.([0-9]{1,3}))?)?$"_s);
    const auto match = form.match(word);
    const QTime at(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt(),
                   milliseconds(match.captured(4)));
    return match.hasMatch() && at.isValid() ? std::optional<qint64>(at.msecsSinceStartOfDay()) : std::nullopt;
}

std::optional<qint64> later(const QString& word) {
    static const QRegularExpression form(u"^\\+([0-9]{1,6})(?:\\.([0-9]{1,3}))?([smh]?)$"_s);
    const auto match = form.match(word);
    if (!match.hasMatch())
        return std::nullopt;
    const QString unit = match.captured(3);
    const qint64 scale = unit == "h"_L1 ? 3'600 : unit == "m"_L1 ? 60 : 1;
    return (match.captured(1).toLongLong() * 1'000 + milliseconds(match.captured(2))) * scale;
}

class Reader {
public:
    explicit Reader(const QTimeZone& zone)
        : m_zone(zone) {}

    Done take(int row, const QString& line);
    [[nodiscard]] Script result() { return std::move(m_script); }

private:
    [[nodiscard]] std::unexpected<ScriptFault> fail(const QString& field, const QString& value,
                                                    const QString& why) const {
        return std::unexpected(ScriptFault{m_row, field, value.left(80), why});
    }
    /// The first word of what is left, taken off it.
    QString next() {
        const qsizetype end = m_rest.indexOf(QRegularExpression(u"\\s"_s));
        const QString word = end < 0 ? m_rest : m_rest.first(end);
        m_rest = m_rest.sliced(word.size()).trimmed();
        return word;
    }
    [[nodiscard]] QString peek() const {
        static const QRegularExpression blank(u"\\s"_s);
        return plain(m_rest.section(blank, 0, 0));
    }

    Done takeBegin();
    Done takeTime();
    Done pass(qint64 by, const QString& word);
    Done takeSeat();
    Done sitDown(const QString& word);
    Done takeUser();
    Done takeCode(QString& code);
    Done takeLine(const QString& code);

    QTimeZone m_zone;
    Script m_script;
    int m_row = 0;
    QString m_rest;
    Seat m_seat{Tier::Bureau, {}};
    QHash<QString, QString> m_users; ///< by seat
    std::optional<qint64> m_origin;  ///< the time of day at which the script begins
    bool m_begun = false;
};

Done Reader::take(int row, const QString& line) {
    m_row = row;
    m_rest = line.trimmed();
    if (m_rest.isEmpty() || m_rest.startsWith(u'#'))
        return {};
    if (peek() == "begin"_L1)
        return takeBegin();
    m_begun = true;
    if (const Done time = takeTime(); !time || m_rest.isEmpty())
        return time;
    if (const Done seat = takeSeat(); !seat || m_rest.isEmpty())
        return seat;
    QString code;
    if (const Done read = takeCode(code); !read)
        return read;
    return takeLine(code);
}

Done Reader::takeBegin() {
    next();
    if (m_begun)
        return fail(u"begin"_s, m_rest, u"must stand once, before everything else"_s);
    m_begun = true;
    QString typed = plain(m_rest).simplified();
    typed.replace(u' ', u'T');
    QDateTime at = QDateTime::fromString(typed, Qt::ISODate);
    if (at.isValid() && at.timeSpec() == Qt::LocalTime)
        at.setTimeZone(m_zone);
    if (!at.isValid() || !typed.contains(u'T'))
        return fail(u"begin"_s, m_rest, u"must be a date and a time, as 2026-11-21 20:00:00"_s);
    m_script.begin = instantFromMs(at.toMSecsSinceEpoch());
    m_origin = at.time().msecsSinceStartOfDay();
    return {};
}

Done Reader::takeTime() {
    const QString word = peek();
    if (!word.startsWith(u'+') && !word.at(0).isDigit())
        return {};
    next();
    if (const auto by = later(word))
        return pass(*by, word);
    const auto at = timeOfDay(word);
    if (!at)
        return fail(u"time"_s, word, u"must be a time of day, as 20:00:05, or seconds later, as +5"_s);
    const qint64 now = m_script.length.count();
    const qint64 origin = m_origin.value_or(*at - now);
    m_origin = origin;
    const qint64 by = (((*at - origin - now) % day) + day) % day;
    if (by > day / 2)
        return fail(u"time"_s, word, u"is earlier than the line before"_s);
    return pass(by, word);
}

Done Reader::pass(qint64 by, const QString& word) {
    m_script.length += Milliseconds(by);
    if (m_script.length > longestPlay)
        return fail(u"time"_s, word, u"is more than a week after the script's beginning"_s);
    return {};
}

Done Reader::takeSeat() {
    const QString word = peek();
    if (word == "seat"_L1) {
        next();
        if (const Done seat = sitDown(next()); !seat)
            return seat;
        return takeUser();
    }
    const QString tier = word.section(u':', 0, 0);
    const bool isSeat =
        word == "bureau"_L1 || (word.contains(u':') && (tier == "bureau"_L1 || tier == "station"_L1 ||
                                                        tier == "field"_L1 || tier == "machine"_L1));
    return isSeat ? sitDown(next()) : Done();
}

Done Reader::sitDown(const QString& word) {
    const auto seat = Seat::parse(plain(word));
    if (!seat || seat->tier == Tier::Machine)
        return fail(u"seat"_s, word, u"must be bureau, bureau:2, station:CODE or field:CODE"_s);
    m_seat = *seat;
    return {};
}

Done Reader::takeUser() {
    if (m_rest.isEmpty())
        return {};
    const QString word = next();
    if (word != "as"_L1 || m_rest.isEmpty())
        return fail(u"seat"_s, word, u"only \"as NAME\" may follow; a line stands on its own"_s);
    if (m_rest.size() > longestUser)
        return fail(u"user"_s, m_rest, u"has more than %1 characters"_s.arg(longestUser));
    m_users.insert(m_seat.toString(), std::exchange(m_rest, {}));
    return {};
}

Done Reader::takeCode(QString& code) {
    if (!peek().startsWith(u'!'))
        return {};
    const QString word = next();
    code = plain(word).sliced(1);
    if (!codeNamed(code) && !faultNamed(code))
        return fail(u"code"_s, word, u"is no code with which a line is refused"_s);
    return m_rest.isEmpty() ? fail(u"line"_s, word, u"nothing to be refused"_s) : Done();
}

Done Reader::takeLine(const QString& code) {
    if (!code.startsWith("line."_L1) && !beginsWithVerb(m_rest))
        return fail(u"verb"_s, m_rest.section(u' ', 0, 0), u"is no verb, or the beginning of several"_s);
    if (m_rest.size() > longestLine)
        return fail(u"line"_s, m_rest, u"has more than %1 characters"_s.arg(longestLine));
    if (m_script.lines.size() >= mostScriptLines)
        return fail(u"line"_s, m_rest, u"is one more than %1"_s.arg(mostScriptLines));
    m_script.lines.append({.row = m_row,
                           .at = m_script.length,
                           .seat = m_seat,
                           .user = m_users.value(m_seat.toString()),
                           .mustRefuse = code,
                           .text = m_rest});
    return {};
}

} // namespace

QString ScriptFault::toString(const QString& path) const {
    return (row > 0 ? u"%1:%2: "_s.arg(path).arg(row) : path + u": "_s) + inWords(field, value, {}, why);
}

std::expected<Script, ScriptFault> readScript(const QByteArray& file, const QTimeZone& zone) {
    if (file.size() > longestScript)
        return std::unexpected(ScriptFault{0, u"size"_s, QString::number(file.size()),
                                           u"more than %1 bytes"_s.arg(longestScript)});
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(file);
    if (decoder.hasError())
        return std::unexpected(ScriptFault{0, u"encoding"_s, {}, u"is not UTF-8"_s});
    Reader reader(zone);
    int row = 0;
    for (const QString& line : text.split(u'\n'))
        if (const Done done = reader.take(++row, line); !done)
            return std::unexpected(done.error());
    Script script = reader.result();
    if (script.lines.isEmpty())
        return std::unexpected(ScriptFault{0, u"lines"_s, {}, u"there is nothing to play"_s});
    return script;
}

} // namespace tridesk::line
