// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/enum_names.h"
#include "app/domain/facts.h"

#include <QByteArray>

#include <bit>
#include <cstring>
#include <optional>

/// How the domain's values are packed into bytes and unpacked: the walk of json.h over fields(), without
/// names and without text between. Numbers take as few bytes as they need.
namespace tridesk {

class BytesWriter;

template <class T>
concept Packable = requires(BytesWriter& writer, const T& value) { fields(writer, value); };

class BytesWriter {
public:
    template <class T>
    using Ref = const T&;

    explicit BytesWriter(QByteArray& bytes)
        : m_bytes(bytes) {}

    template <class T>
    void operator()(QLatin1StringView, const T& value) {
        put(value);
    }

    void put(bool value) { m_bytes += char(value); }
    void put(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    void put(Instant value) { put(toMs(value)); }
    void put(Milliseconds value) { put(qint64(value.count())); }
    void put(const QString& value) { put(value.toUtf8()); }
    void put(const QByteArray& value) {
        number(quint64(value.size()));
        m_bytes += value;
    }
    void put(GeoPoint value) {
        raw(value.latitude());
        raw(value.longitude());
    }
    void put(const Addressee& value) {
        put(qint64(value.index()));
        std::visit([&](const auto& each) { put(each); }, value);
    }
    template <class Tag>
    void put(const Id<Tag>& value) {
        m_bytes += value.value().toRfc4122();
    }
    template <class Tag>
    void put(const Code<Tag>& value) {
        put(value.toString());
    }
    template <Named E>
    void put(E value) {
        m_bytes += char(value);
    }
    template <class T>
    void put(const QList<T>& values) {
        number(quint64(values.size()));
        for (const T& value : values)
            put(value);
    }
    template <class T>
    void put(const std::optional<T>& value) {
        put(value.has_value());
        if (value)
            put(*value);
    }
    template <Packable T>
    void put(const T& value) {
        fields(*this, value);
    }

    void number(quint64 value) {
        for (; value >= 0x80; value >>= 7)
            m_bytes += char(value | 0x80);
        m_bytes += char(value);
    }

private:
    void raw(double value) {
        const auto bits = std::bit_cast<std::array<char, sizeof value>>(value);
        m_bytes.append(bits.data(), bits.size());
    }

    QByteArray& m_bytes;
};

/// Never reads past the end: ok() turns false instead, and what is read then is empty.
class BytesReader {
public:
    template <class T>
    using Ref = T&;

    explicit BytesReader(QByteArrayView bytes)
        : m_at(bytes.begin())
        , m_end(bytes.end()) {}

    template <class T>
    void operator()(QLatin1StringView, T& value) {
        get(value);
    }

    void get(bool& value) { value = byte() != 0; }
    void get(qint64& value) {
        const quint64 folded = number();
        value = qint64(folded >> 1) ^ -qint64(folded & 1);
    }
    void get(Instant& value) { value = instantFromMs(as<qint64>()); }
    void get(Milliseconds& value) { value = Milliseconds(as<qint64>()); }
    void get(QString& value) { value = QString::fromUtf8(take(number())); }
    void get(QByteArray& value) { value = take(number()).toByteArray(); }
    void get(GeoPoint& value) {
        const double latitude = raw();
        const auto point = GeoPoint::from(latitude, raw());
        m_ok = m_ok && point;
        value = point.value_or(GeoPoint());
    }
    void get(Addressee& value) {
        if (as<qint64>() == 0)
            value = as<std::variant_alternative_t<0, Addressee>>();
        else
            value = as<std::variant_alternative_t<1, Addressee>>();
    }
    template <class Tag>
    void get(Id<Tag>& value) {
        value = Id<Tag>(m_ok ? QUuid::fromRfc4122(take(16)) : QUuid());
    }
    template <class Tag>
    void get(Code<Tag>& value) {
        value = Code<Tag>::parse(as<QString>()).value_or(Code<Tag>());
    }
    template <Named E>
    void get(E& value) {
        const quint8 which = byte();
        m_ok = m_ok && which < enumNames<E>.size();
        value = m_ok ? E(which) : E();
    }
    template <class T>
    void get(QList<T>& values) {
        const quint64 size = number();
        m_ok = m_ok && size <= quint64(m_end - m_at); // each takes a byte at least
        values.clear();
        if (!m_ok)
            return;
        values.reserve(qsizetype(size));
        for (quint64 i = 0; i < size && m_ok; ++i)
            get(values.emplace_back());
    }
    template <class T>
    void get(std::optional<T>& value) {
        value.reset();
        if (as<bool>())
            get(value.emplace());
    }
    template <Packable T>
    void get(T& value) {
        fields(*this, value);
    }

    template <class T>
    [[nodiscard]] T as() {
        T value{};
        get(value);
        return value;
    }

    quint64 number() {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            const quint8 next = byte();
            value |= quint64(next & 0x7f) << shift;
            if (next < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    quint8 byte() {
        m_ok = m_ok && m_at < m_end;
        return m_ok ? quint8(*m_at++) : 0;
    }
    QByteArrayView take(quint64 size) {
        m_ok = m_ok && size <= quint64(m_end - m_at);
        if (!m_ok)
            return {};
        m_at += size;
        return {m_at - size, qsizetype(size)};
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }

private:
    double raw() {
        const QByteArrayView bits = take(sizeof(double));
        double value = 0;
        if (m_ok)
            std::memcpy(&value, bits.data(), sizeof value);
        return value;
    }

    const char* m_at;
    const char* m_end;
    bool m_ok = true;
};

/// Writes down what a type's fields are called and made of.
class FormWriter {
public:
    template <class T>
    using Ref = const T&;

    template <class T>
    void operator()(QLatin1StringView name, const T& value) {
        m_form += QByteArrayView(name.data(), name.size());
        m_form += ':';
        describe(value);
        m_form += ';';
    }

    [[nodiscard]] const QByteArray& form() const { return m_form; }

    template <class T>
    void describe(const QList<T>&) {
        m_form += '[';
        describe(T());
        m_form += ']';
    }
    template <class T>
    void describe(const std::optional<T>&) {
        m_form += '?';
        describe(T());
    }
    template <Named E>
    void describe(E) {
        for (const QLatin1StringView name : enumNames<E>) {
            m_form += QByteArrayView(name.data(), name.size());
            m_form += '|';
        }
    }
    template <Packable T>
    void describe(const T& value) {
        m_form += '{';
        fields(*this, value);
        m_form += '}';
    }
    template <class Tag>
    void describe(const Id<Tag>&) {
        m_form += "id";
    }
    template <class Tag>
    void describe(const Code<Tag>&) {
        m_form += "code";
    }
    void describe(bool) { m_form += "bool"; }
    void describe(qint64) { m_form += "number"; }
    void describe(Instant) { m_form += "instant"; }
    void describe(Milliseconds) { m_form += "ms"; }
    void describe(const QString&) { m_form += "text"; }
    void describe(const QByteArray&) { m_form += "bytes"; }
    void describe(GeoPoint) { m_form += "point"; }
    void describe(const Addressee&) { m_form += "addressee"; }

private:
    QByteArray m_form;
};

} // namespace tridesk
