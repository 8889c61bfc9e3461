// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_result.h"

#include <QtEndian>

#include <libpq-fe.h>

namespace tridesk {

void PostgresRows::Free::operator()(pg_result* result) const {
    PQclear(result);
}

QByteArray PostgresRows::done() const {
    return {PQcmdStatus(m_result.get())};
}

int PostgresRows::count() const {
    return PQntuples(m_result.get());
}

qint64 PostgresRows::number(int row, int column) const {
    const char* value = PQgetvalue(m_result.get(), row, column);
    switch (PQgetlength(m_result.get(), row, column)) {
    case 1:
        return *value;
    case 4:
        return qFromBigEndian<qint32>(value);
    case 8:
        return qFromBigEndian<qint64>(value);
    default:
        return 0;
    }
}

QString PostgresRows::text(int row, int column) const {
    return QString::fromUtf8(PQgetvalue(m_result.get(), row, column),
                             PQgetlength(m_result.get(), row, column));
}

QByteArray PostgresRows::bytes(int row, int column) const {
    return {PQgetvalue(m_result.get(), row, column), PQgetlength(m_result.get(), row, column)};
}

} // namespace tridesk
