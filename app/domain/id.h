// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHashFunctions>
#include <QString>
#include <QUuid>

#include <compare>
#include <optional>

namespace tridesk {

/// Names one thing that the desk itself made (an incident, an order): 128 random bits, so that seats which
/// cannot reach each other never make the same one. `Tag` keeps the kinds apart at compile time.
template <class Tag>
class Id {
public:
    Id() = default;
    explicit Id(QUuid value)
        : m_value(value) {}

    /// Nothing, unless `text` is a UUID without braces, as toString() writes it.
    [[nodiscard]] static std::optional<Id> parse(QStringView text) {
        const QUuid value = QUuid::fromString(text);
        return value.isNull() ? std::nullopt : std::optional(Id(value));
    }

    [[nodiscard]] QString toString() const { return m_value.toString(QUuid::WithoutBraces); }
    [[nodiscard]] QUuid value() const { return m_value; }
    [[nodiscard]] bool isNull() const { return m_value.isNull(); }

    friend bool operator==(const Id&, const Id&) = default;
    friend bool operator<(const Id& a, const Id& b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Id& id, size_t seed = 0) noexcept { return qHash(id.m_value, seed); }

private:
    QUuid m_value;
};

/// Names one thing that the organisation names (a post, a unit): a short stable code, given when it is
/// defined. At most maxLength characters, letters, digits, '-', '_' and '.' of any script; never empty once
/// parsed.
template <class Tag>
class Code {
public:
    static constexpr int maxLength = 32;

    Code() = default;

    [[nodiscard]] static std::optional<Code> parse(QStringView text) {
        if (text.isEmpty() || text.size() > maxLength)
            return std::nullopt;
        for (const QChar c : text)
            if (!c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u'.')
                return std::nullopt;
        Code code;
        code.m_value = text.toString();
        return code;
    }

    [[nodiscard]] const QString& toString() const { return m_value; }
    [[nodiscard]] bool isNull() const { return m_value.isEmpty(); }

    friend bool operator==(const Code&, const Code&) = default;
    friend bool operator<(const Code& a, const Code& b) { return a.m_value < b.m_value; }
    friend size_t qHash(const Code& code, size_t seed = 0) noexcept { return qHash(code.m_value, seed); }

private:
    QString m_value;
};

using IncidentId = Id<struct IncidentTag>;
using OrderId = Id<struct OrderTag>;
using MessageId = Id<struct MessageTag>;
using RequestId = Id<struct RequestTag>;
using PlotId = Id<struct PlotTag>;
using HandoverId = Id<struct HandoverTag>;
using NamedPlaceId = Id<struct NamedPlaceTag>;
using ViewId = Id<struct ViewTag>;
using FootageId = Id<struct FootageTag>;
using PremiseNoteId = Id<struct PremiseNoteTag>;
using BookmarkId = Id<struct BookmarkTag>;
using PostId = Code<struct PostTag>;
using BeatId = Code<struct BeatTag>;
using UnitId = Code<struct UnitTag>;
using Callsign = Code<struct CallsignTag>;
using TypeCode = Code<struct TypeTag>;
using CameraId = Code<struct CameraTag>;
using FeedId = Code<struct FeedTag>;
using Login = Code<struct LoginTag>; ///< by which a user signs in

/// Where new ids come from: random in the programs, counted in tests.
class IdSource {
public:
    virtual ~IdSource() = default;
    [[nodiscard]] virtual QUuid next() = 0;
};

class RandomIds final : public IdSource {
public:
    [[nodiscard]] QUuid next() override; ///< ordered by the time of making, see id.cpp
};

} // namespace tridesk
