// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/fix_codec.h"

#include <QHash>
#include <QtEndian>

#include <bit>
#include <cmath>

namespace tridesk {

namespace {

constexpr double unitsPerDegree = 1e7;

enum Flag : quint8 { HasSpeed = 1, HasHeading = 2, HasAccuracy = 4 };

class Packer {
public:
    void byte(quint8 value) { m_bytes += char(value); }
    void number(quint64 value) {
        for (; value >= 0x80; value >>= 7)
            byte(quint8(value | 0x80));
        byte(quint8(value));
    }
    /// Small positive and negative numbers alike take few bytes.
    void difference(qint64 value) { number((quint64(value) << 1) ^ quint64(value >> 63)); }
    void fixed(quint32 value) {
        char raw[sizeof value];
        qToLittleEndian(value, raw);
        m_bytes.append(raw, sizeof raw);
    }
    void single(double value) { fixed(std::bit_cast<quint32>(float(value))); }
    void degrees(double value) { fixed(quint32(qint32(std::llround(value * unitsPerDegree)))); }
    void text(const QString& value) {
        const QByteArray utf8 = value.toUtf8();
        number(quint64(utf8.size()));
        m_bytes += utf8;
    }
    void reserve(qsizetype size) { m_bytes.reserve(size); }
    [[nodiscard]] QByteArray bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Never reads past the end; ok() turns false instead.
class Unpacker {
public:
    explicit Unpacker(QByteArrayView bytes)
        : m_at(bytes.begin())
        , m_end(bytes.end()) {}

    quint8 byte() { return has(1) ? quint8(*m_at++) : 0; }
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
    qint64 difference() {
        const quint64 value = number();
        return qint64(value >> 1) ^ -qint64(value & 1);
    }
    quint32 fixed() {
        if (!has(4))
            return 0;
        const quint32 value = qFromLittleEndian<quint32>(m_at);
        m_at += 4;
        return value;
    }
    double single() { return std::bit_cast<float>(fixed()); }
    double degrees() { return qint32(fixed()) / unitsPerDegree; }
    QString text() {
        const quint64 size = number();
        if (size > 1024 || !has(qsizetype(size)))
            return {};
        m_at += size;
        return QString::fromUtf8(m_at - size, qsizetype(size));
    }
    /// A number of things that take at least a byte each.
    qsizetype count() {
        const quint64 value = number();
        m_ok = m_ok && value <= quint64(m_end - m_at);
        return m_ok ? qsizetype(value) : 0;
    }

    [[nodiscard]] bool ok() const { return m_ok; }
    [[nodiscard]] bool atEnd() const { return m_at == m_end; }
    void fail() { m_ok = false; }

private:
    bool has(qsizetype size) {
        m_ok = m_ok && m_end - m_at >= size;
        return m_ok;
    }

    const char* m_at;
    const char* m_end;
    bool m_ok = true;
};

/// The distinct texts of a batch, in order of first use.
class Texts {
public:
    quint64 indexOf(const QString& text) {
        const auto known = m_index.constFind(text);
        if (known != m_index.cend())
            return *known;
        m_texts += text;
        return *m_index.insert(text, quint64(m_texts.size() - 1));
    }
    void pack(Packer& packer) const {
        packer.number(quint64(m_texts.size()));
        for (const QString& text : m_texts)
            packer.text(text);
    }

private:
    QList<QString> m_texts;
    QHash<QString, quint64> m_index;
};

void packOptional(Packer& packer, const Fix& fix) {
    packer.byte(quint8((fix.speed ? HasSpeed : 0) | (fix.heading ? HasHeading : 0) |
                       (fix.accuracy ? HasAccuracy : 0)));
    for (const auto& value : {fix.speed, fix.heading, fix.accuracy})
        if (value)
            packer.single(*value);
}

void unpackOptional(Unpacker& unpacker, Fix& fix) {
    const quint8 flags = unpacker.byte();
    if (flags & HasSpeed)
        fix.speed = unpacker.single();
    if (flags & HasHeading)
        fix.heading = unpacker.single();
    if (flags & HasAccuracy)
        fix.accuracy = unpacker.single();
}

/// Differences wrap around in unsigned numbers, so that no stored byte can overflow.
qint64 plus(qint64 a, qint64 b) {
    return qint64(quint64(a) + quint64(b));
}

qint64 minus(qint64 a, qint64 b) {
    return qint64(quint64(a) - quint64(b));
}

struct Tables {
    QList<UnitId> units;
    QList<QString> sources;
};

Tables unpackTables(Unpacker& unpacker) {
    Tables tables;
    for (qsizetype left = unpacker.count(); left > 0 && unpacker.ok(); --left) {
        const auto unit = UnitId::parse(unpacker.text());
        if (!unit)
            unpacker.fail();
        else
            tables.units += *unit;
    }
    for (qsizetype left = unpacker.count(); left > 0 && unpacker.ok(); --left)
        tables.sources += unpacker.text();
    return tables;
}

Fix unpackFix(Unpacker& unpacker, const Tables& tables, qint64& previousMs) {
    const quint64 unit = unpacker.number(), source = unpacker.number();
    Fix fix;
    fix.measuredAt = instantFromMs(previousMs = plus(previousMs, unpacker.difference()));
    fix.receivedAt = instantFromMs(plus(previousMs, unpacker.difference()));
    const double latitude = unpacker.degrees(), longitude = unpacker.degrees();
    unpackOptional(unpacker, fix);
    const auto at = GeoPoint::from(latitude, longitude);
    if (!at || unit >= quint64(tables.units.size()) || source >= quint64(tables.sources.size())) {
        unpacker.fail();
        return fix;
    }
    fix.at = *at;
    fix.unit = tables.units[qsizetype(unit)];
    fix.source = tables.sources[qsizetype(source)];
    return fix;
}

} // namespace

QByteArray packFixes(std::span<const Fix> fixes) {
    Texts units, sources;
    Packer body;
    body.reserve(qsizetype(fixes.size()) * 32);
    qint64 previousMs = 0;
    for (const Fix& fix : fixes) {
        body.number(units.indexOf(fix.unit.toString()));
        body.number(sources.indexOf(fix.source.left(255)));
        const qint64 measured = toMs(fix.measuredAt);
        body.difference(minus(measured, previousMs));
        body.difference(minus(toMs(fix.receivedAt), measured));
        body.degrees(fix.at.latitude());
        body.degrees(fix.at.longitude());
        packOptional(body, fix);
        previousMs = measured;
    }
    Packer packed;
    units.pack(packed);
    sources.pack(packed);
    packed.number(fixes.size());
    return packed.bytes() + body.bytes();
}

std::optional<QList<Fix>> unpackFixes(const QByteArray& packed, const UnitId& only) {
    Unpacker unpacker(packed);
    const Tables tables = unpackTables(unpacker);
    QList<Fix> fixes;
    if (unpacker.ok() && !only.isNull() && !tables.units.contains(only))
        return fixes;
    qint64 previousMs = 0;
    for (qsizetype left = unpacker.count(); left > 0 && unpacker.ok(); --left)
        if (Fix fix = unpackFix(unpacker, tables, previousMs); only.isNull() || fix.unit == only)
            fixes += std::move(fix);
    if (!unpacker.ok() || !unpacker.atEnd())
        return std::nullopt;
    return fixes;
}

} // namespace tridesk
