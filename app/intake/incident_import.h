// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/import_report.h"

#include <QObject>

namespace tridesk {

/// Puts a file of incidents before a desk, keeping a bounded number of its rows in flight, and goes on after
/// a row that is refused; storage trouble stops it. The thread of the Desk, which stays free meanwhile.
class IncidentImport : public QObject {
    Q_OBJECT

public:
    IncidentImport(Desk& desk, std::unique_ptr<IncidentFile> file, Actor actor, QObject* parent = nullptr);

    void start();
    /// Takes no more rows; finished() follows once those under way are settled.
    void stop();
    [[nodiscard]] const ImportReport& report() const { return m_report; }

Q_SIGNALS:
    void progressed(qint64 rows, double part);
    void finished(const tridesk::ImportReport& report);

private:
    void readOn();
    void settle(qint64 row, const Outcome& outcome);

    Desk& m_desk;
    std::unique_ptr<IncidentFile> m_file;
    Actor m_actor;
    ImportReport m_report;
    int m_underWay = 0;
    bool m_atEnd = false;
    bool m_readComing = false;
};

} // namespace tridesk
