// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTreeWidget>

namespace tridesk {

/// One row of a file that was not taken, and why, in words.
struct ImportLine {
    qint64 row = 0;
    QString field;
    QString value;
    QString why;
};

/// The rows of a file that are left out, a line each.
class FaultList : public QTreeWidget {
    Q_OBJECT

public:
    /// `name`: the objectName.
    explicit FaultList(const QString& name, QWidget* parent = nullptr);

    /// `count` of them there are; lines tells of the first.
    void show(const QList<ImportLine>& lines, qint64 count);
};

} // namespace tridesk
