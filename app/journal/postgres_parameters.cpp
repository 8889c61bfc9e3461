// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_parameters.h"

#include <QUuid>
#include <QtEndian>

namespace tridesk {

namespace {

// Object ids of PostgreSQL's own types; they never change.
constexpr unsigned byteaOid = 17, int8Oid = 20, textOid = 25, uuidOid = 2950;

} // namespace

PostgresParameters::PostgresParameters(const QVariantList& values) {
    m_data.reserve(std::size_t(values.size()));
    for (const QVariant& value : values)
        add(value);
    for (const QByteArray& data : m_data) {
        m_values.push_back(data.constData());
        m_lengths.push_back(int(data.size()));
    }
    m_formats.assign(m_data.size(), 1);
}

void PostgresParameters::add(const QVariant& value) {
    switch (value.typeId()) {
    case QMetaType::QString:
        return add(textOid, value.toString().toUtf8());
    case QMetaType::QByteArray:
        return add(byteaOid, value.toByteArray());
    case QMetaType::QUuid:
        return add(uuidOid, value.toUuid().toRfc4122());
    default:
        QByteArray raw(sizeof(qint64), Qt::Uninitialized);
        qToBigEndian<qint64>(value.toLongLong(), raw.data());
        return add(int8Oid, raw);
    }
}

void PostgresParameters::add(unsigned type, const QByteArray& data) {
    m_types.push_back(type);
    m_data.push_back(data.isNull() ? QByteArray("") : data); // a null pointer would be NULL
}

} // namespace tridesk
