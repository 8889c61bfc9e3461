// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/import_report.h"
#include "app/intake/roster_file.h"

#include <QObject>

namespace tridesk {

/// Puts the rows of a list (layer_commands.h, roster_file.h) before a desk in their order, a bounded number
/// of them in flight, and goes on after a row that is refused; storage trouble stops it. The thread of the
/// Desk, which stays free meanwhile.
class RowImport : public QObject {
    Q_OBJECT

public:
    /// `unread` is what was left out before the desk was asked; the report goes on from it.
    RowImport(Desk& desk, QList<RosterRow> rows, Actor actor, ImportReport unread, QObject* parent = nullptr);

    void start();
    /// Asks for no more rows; finished() follows once those under way are settled.
    void stop();
    [[nodiscard]] const ImportReport& report() const { return m_report; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 all); ///< rows
    void finished(const tridesk::ImportReport& report);

private:
    void goOn();
    void settle(qint64 row, const Outcome& outcome);

    Desk& m_desk;
    QList<RosterRow> m_rows;
    Actor m_actor;
    ImportReport m_report;
    qsizetype m_next = 0;
    qsizetype m_settled = 0;
    bool m_isEnding = false;
    bool m_turnComing = false;
    bool m_isFinished = false;
};

} // namespace tridesk
