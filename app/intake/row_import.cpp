// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/row_import.h"

#include <QFutureWatcher>

#include <utility>

namespace tridesk {

namespace {

constexpr qsizetype mostUnderWay =
    2048;                             ///< a few of the desk's commits, so that the disk is never waited for
constexpr qsizetype asksAtOnce = 256; ///< before the thread turns to its other events

} // namespace

RowImport::RowImport(Desk& desk, QList<RosterRow> rows, Actor actor, ImportReport unread, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_rows(std::move(rows))
    , m_actor(std::move(actor))
    , m_report(std::move(unread)) {}

void RowImport::start() {
    if (!std::exchange(m_turnComing, true))
        QMetaObject::invokeMethod(this, &RowImport::goOn, Qt::QueuedConnection);
}

void RowImport::stop() {
    m_isEnding = true;
    m_report.isCancelled = m_next < m_rows.size();
    start();
}

void RowImport::goOn() {
    m_turnComing = false;
    for (qsizetype asked = 0;
         asked < asksAtOnce && !m_isEnding && m_next < m_rows.size() && m_next - m_settled < mostUnderWay;
         ++asked) {
        RosterRow& row = m_rows[m_next++];
        m_desk.submit(m_actor, std::move(row.command))
            .then(this, [this, at = row.row](const Outcome& outcome) { settle(at, outcome); });
    }
    Q_EMIT progressed(m_settled, m_rows.size());
    const bool isAllAsked = m_isEnding || m_next == m_rows.size();
    if (isAllAsked && m_settled == m_next) {
        if (!std::exchange(m_isFinished, true))
            Q_EMIT finished(m_report);
    } else if (!isAllAsked && m_next - m_settled < mostUnderWay)
        start();
}

void RowImport::settle(qint64 row, const Outcome& outcome) {
    ++m_settled;
    m_report.count(row, outcome);
    if (!outcome && outcome.error().code == RefusalCode::Storage && !m_isEnding) {
        m_isEnding = true;
        m_report.stopped = outcome.error().detail;
    }
    if (m_settled == m_next || m_next - m_settled <= mostUnderWay / 2)
        start();
}

} // namespace tridesk
