// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace tridesk {

/// A table as RFC 4180 writes it, UTF-8. A field that a spreadsheet would take for a formula (it begins with
/// = + - @, a tab or a carriage return) gets an apostrophe before it, unless it is a plain number.
class CsvTable {
public:
    /// With a byte order mark spreadsheets take Chinese for what it is; other readers may want none.
    explicit CsvTable(bool withMark) {
        if (withMark)
            m_bytes = "\xEF\xBB\xBF";
    }

    void add(const QStringList& fields);
    [[nodiscard]] const QByteArray& bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace tridesk
