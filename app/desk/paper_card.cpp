// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/paper_card.h"

#include <QRegularExpression>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::unexpected<CardFault> fault(CardField field, RefusalCode code, const QString& value,
                                 const QString& detail = {}) {
    return std::unexpected(CardFault{field, {code, fieldName(field), value.left(80), detail}});
}

bool isControl(QChar c) {
    return c.unicode() < 0x20 && c != u'\n' && c != u'\t';
}

/// Full-width digits and colons are what a Chinese keyboard gives.
QString narrow(const QString& text) {
    QString narrow = text.trimmed();
    for (QChar& c : narrow)
        if (c.unicode() >= 0xFF01 && c.unicode() <= 0xFF5E)
            c = QChar(c.unicode() - 0xFEE0);
    return narrow;
}

struct WrittenTime {
    std::optional<QDate> date;
    QTime time;
};

/// Nothing where it is no time.
std::optional<WrittenTime> writtenTime(const QString& text, QDate today) {
    static const QRegularExpression form(
        u"^(?:(?:(\\d{4})[-/.])?(\\d{1,2})[-/.](\\d{1,2})\\s+)?(\\d{1,2}):?(\\d{2})(?::(\\d{2}))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    WrittenTime written{
        .date = {},
        .time = QTime(match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt())};
    if (!written.time.isValid())
        return std::nullopt;
    if (match.captured(2).isEmpty())
        return written;
    const bool hasYear = !match.captured(1).isEmpty();
    QDate date(hasYear ? match.captured(1).toInt() : today.year(), match.captured(2).toInt(),
               match.captured(3).toInt());
    if (!hasYear && date.isValid() && date > today) // of December, typed in January
        date = date.addYears(-1);
    if (!date.isValid())
        return std::nullopt;
    written.date = date;
    return written;
}

Instant instantOf(QDate date, QTime time) {
    return instantFromMs(QDateTime(date, time).toMSecsSinceEpoch());
}

/// Reads one card; the first fault is kept.
class CardReader {
public:
    CardReader(const CardWords& words, const Situation& situation, Instant now, const PaperCard* above)
        : m_above(above)
        , m_words(words)
        , m_situation(situation)
        , m_now(now)
        , m_today(toDateTime(now).toLocalTime().date()) {}

    std::expected<PaperCard, CardFault> read() {
        for (int i = 0; i < cardFieldCount && !m_fault; ++i)
            checkText(CardField(i));
        PaperCard card;
        card.number = needed(CardField::Number);
        card.isFurther = isFurther();
        card.at = card.isFurther ? m_above->at : firstTime();
        card.place = place();
        card.text = text(CardField::Text);
        card.type = type();
        if (!card.isFurther && card.text.isEmpty() && card.type.isNull())
            complain(CardField::Text, RefusalCode::Missing, {});
        card.unit = unit();
        card.dispatched = laterTime(CardField::Dispatched, card.at);
        card.arrived = laterTime(CardField::Arrived, card.dispatched.value_or(card.at));
        card.clear = laterTime(CardField::Clear, card.arrived.value_or(card.dispatched.value_or(card.at)));
        card.disposition = disposition();
        checkSteps(card);
        if (m_fault)
            return std::unexpected(*m_fault);
        return card;
    }

private:
    [[nodiscard]] QString text(CardField field) const { return m_words[size_t(field)].trimmed(); }
    [[nodiscard]] bool isFurther() const {
        return m_above && m_above->number == text(CardField::Number) && !text(CardField::Unit).isEmpty() &&
               std::ranges::all_of(std::array{CardField::Time, CardField::Place, CardField::Text,
                                              CardField::Type, CardField::Disposition},
                                   [this](CardField field) { return text(field).isEmpty(); });
    }

    void complain(CardField field, RefusalCode code, const QString& value, const QString& detail = {}) {
        if (!m_fault)
            m_fault = fault(field, code, value, detail).error();
    }
    void checkText(CardField field) {
        const QString& value = m_words[size_t(field)];
        const int most = field == CardField::Text ? limits::text : limits::line;
        if (value.size() > most)
            complain(field, RefusalCode::TooLong, QString::number(value.size()), QString::number(most));
        else if (std::ranges::any_of(value, isControl) || !value.isValidUtf16())
            complain(field, RefusalCode::Invalid, {}, u"a line break or another control character"_s);
    }
    QString needed(CardField field) {
        const QString value = text(field);
        if (value.isEmpty())
            complain(field, RefusalCode::Missing, {});
        return value;
    }

    /// Of what was written without a date: the last time before now.
    Instant firstTime() {
        const QString value = narrow(needed(CardField::Time));
        if (value.isEmpty())
            return {};
        const auto written = writtenTime(value, m_today);
        if (!written) {
            complain(CardField::Time, RefusalCode::Invalid, value, u"a time as 01:05, or 11-26 01:05"_s);
            return {};
        }
        Instant at = instantOf(written->date.value_or(m_today), written->time);
        if (!written->date && at > m_now)
            at = instantOf(m_today.addDays(-1), written->time);
        checkAge(CardField::Time, value, at);
        return at;
    }

    /// Of what was written without a date: the first such time from `before` on.
    std::optional<Instant> laterTime(CardField field, Instant before) {
        const QString value = narrow(text(field));
        if (value.isEmpty())
            return std::nullopt;
        const auto written = writtenTime(value, m_today);
        if (!written) {
            complain(field, RefusalCode::Invalid, value, u"a time as 01:05, or 11-26 01:05"_s);
            return std::nullopt;
        }
        const QDate day = toDateTime(before).toLocalTime().date();
        Instant at = instantOf(written->date.value_or(day), written->time);
        // A card is written to the minute: what was reported at 01:05:30 was dispatched at 01:05 all the
        // same.
        if (!written->date && at < before && before - at >= 1min)
            at = instantOf(day.addDays(1), written->time);
        if (at < before && before - at < 1min)
            at = before;
        if (at < before)
            complain(field, RefusalCode::Invalid, value, u"lies before the step that it follows"_s);
        checkAge(field, value, at);
        return at;
    }
    void checkAge(CardField field, const QString& value, Instant at) {
        if (at > m_now)
            complain(field, RefusalCode::Invalid, value, u"lies ahead"_s);
        else if (m_now - at > oldestCard)
            complain(field, RefusalCode::Invalid, value, u"lies more than 31 days back"_s);
    }

    [[nodiscard]] Place place() const {
        static const QRegularExpression degrees(
            u"^(-?\\d{1,2}(?:\\.\\d+)?)\\s*[,，]\\s*(-?\\d{1,3}(?:\\.\\d+)?)$"_s);
        const QString value = text(CardField::Place);
        const auto match = degrees.match(narrow(value));
        if (match.hasMatch())
            if (const auto at = GeoPoint::from(match.captured(1).toDouble(), match.captured(2).toDouble()))
                return {.at = at, .address = {}};
        return {.at = {}, .address = value};
    }

    /// By code, else by its name in either language where only one is called so.
    template <class Row>
    TypeCode coded(CardField field, const QList<Row>& rows, RefusalCode unknown) {
        const QString value = text(field);
        if (value.isEmpty())
            return {};
        QList<TypeCode> named;
        for (const Row& row : rows) {
            if (row.code.toString().compare(value, Qt::CaseInsensitive) == 0)
                return row.code;
            if (row.name.zh.compare(value, Qt::CaseInsensitive) == 0 ||
                row.name.en.compare(value, Qt::CaseInsensitive) == 0)
                named.append(row.code);
        }
        if (named.size() == 1)
            return named.constFirst();
        if (named.isEmpty()) {
            complain(field, unknown, value);
            return {};
        }
        QStringList codes;
        for (const TypeCode& code : named)
            codes << code.toString();
        complain(field, RefusalCode::Invalid, value, codes.join(u", "_s));
        return {};
    }
    TypeCode type() {
        return coded(CardField::Type, m_situation.catalogue().types, RefusalCode::UnknownType);
    }
    TypeCode disposition() {
        return coded(CardField::Disposition, m_situation.catalogue().dispositions,
                     RefusalCode::UnknownDisposition);
    }
    std::optional<UnitId> unit() {
        const QString value = narrow(text(CardField::Unit)).toUpper();
        if (value.isEmpty())
            return std::nullopt;
        const auto callsign = Callsign::parse(value);
        const Unit* called = callsign ? m_situation.unitByCallsign(*callsign) : nullptr;
        const auto id = UnitId::parse(value);
        const Unit* unit = called ? called : id ? m_situation.units().find(*id) : nullptr;
        if (!unit)
            complain(CardField::Unit, RefusalCode::UnknownUnit, value);
        return unit ? std::optional(unit->definition.id) : std::nullopt;
    }

    void checkSteps(const PaperCard& card) {
        if (card.unit && !card.dispatched)
            complain(CardField::Dispatched, RefusalCode::Missing, {});
        if (!card.unit && (card.dispatched || card.arrived))
            complain(CardField::Unit, RefusalCode::Missing, {});
        if (card.unit && !card.disposition.isNull() && !card.clear)
            complain(CardField::Clear, RefusalCode::Missing, {});
    }

    const PaperCard* m_above;
    const CardWords& m_words;
    const Situation& m_situation;
    Instant m_now;
    QDate m_today;
    std::optional<CardFault> m_fault;
};

constexpr qsizetype longestCell = 8'000;

} // namespace

QLatin1StringView fieldName(CardField field) {
    static constexpr std::array<QLatin1StringView, cardFieldCount> names{
        "card"_L1, "time"_L1,       "place"_L1,   "text"_L1,  "type"_L1,
        "unit"_L1, "dispatched"_L1, "arrived"_L1, "clear"_L1, "disposition"_L1};
    return names[size_t(field)];
}

std::expected<PaperCard, CardFault> readCard(const CardWords& words, const Situation& situation, Instant now,
                                             const PaperCard* above) {
    return CardReader(words, situation, now, above).read();
}

QList<QStringList> pastedCells(const QString& text) {
    QList<QStringList> rows;
    QStringList row;
    QString cell;
    bool quoted = false;
    const auto endCell = [&] {
        if (row.size() < cardFieldCount)
            row.append(cell.left(longestCell));
        cell.clear();
    };
    const auto endRow = [&] {
        endCell();
        if (std::ranges::any_of(row, [](const QString& each) { return !each.trimmed().isEmpty(); }))
            rows.append(row);
        row.clear();
    };
    for (qsizetype i = 0; i < text.size() && rows.size() < mostCards; ++i) {
        const QChar c = text[i];
        if (quoted && c == u'"' && i + 1 < text.size() && text[i + 1] == u'"') {
            cell += text[++i];
        } else if (c == u'"' && (quoted || cell.isEmpty())) {
            quoted = !quoted;
        } else if (!quoted && c == u'\t') {
            endCell();
        } else if (!quoted && (c == u'\n' || c == u'\r')) {
            endRow();
        } else if (cell.size() < longestCell) {
            cell += c;
        }
    }
    if (rows.size() < mostCards)
        endRow();
    return rows;
}

} // namespace tridesk
