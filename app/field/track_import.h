// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/fix_board.h"
#include "app/intake/import_report.h"

#include <QObject>

namespace tridesk {

/// Puts a recorded track into the store of fixes, at the pace of its disk. Moments of which the store has a
/// fix of that unit already are left as they are, so that importing a file twice changes nothing; what it
/// says to have taken was read back from the store. The thread of the FixBoard, which stays free meanwhile.
class TrackImport : public QObject {
    Q_OBJECT

public:
    /// `fixes` as trackFixes() gives them, of one unit; `unread` is what was left out before.
    TrackImport(FixBoard& board, QList<Fix> fixes, ImportReport unread, QObject* parent = nullptr);

    void start();
    /// Hands no more over; finished() follows once what was handed over is stored.
    void stop() { m_isEnding = true; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 all); ///< fixes
    void finished(const tridesk::ImportReport& report);

private:
    void leaveOut(const QList<Fix>& known);
    void goOn();
    void end(const QList<Fix>& stored);

    FixBoard& m_board;
    QList<Fix> m_fixes;
    ImportReport m_report;
    UnitId m_unit;
    Instant m_from;
    Instant m_to;
    QString m_trouble; ///< why the store cannot be read or written
    qsizetype m_before = 0;
    qsizetype m_next = 0;
    bool m_isEnding = false;
};

} // namespace tridesk
