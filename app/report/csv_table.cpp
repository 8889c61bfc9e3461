// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/csv_table.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

bool isFormula(const QString& field) {
    if (field.isEmpty() || !u"=+-@\t\r"_s.contains(field.front()))
        return false;
    bool isNumber = false;
    field.toDouble(&isNumber);
    return !isNumber;
}

QString written(QString field) {
    if (isFormula(field))
        field.prepend(u'\'');
    const bool needsQuotes =
        field.contains(u'"') || field.contains(u',') || field.contains(u'\n') || field.contains(u'\r');
    return needsQuotes ? u'"' + field.replace(u'"', u"\"\""_s) + u'"' : field;
}

} // namespace

void CsvTable::add(const QStringList& fields) {
    QStringList all;
    all.reserve(fields.size());
    for (const QString& field : fields)
        all.append(written(field));
    m_bytes += all.join(u',').toUtf8() + "\r\n";
}

} // namespace tridesk
