// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/incident_import.h"

#include <QFutureWatcher>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostUnderWay = 2048; ///< a few of the desk's commits, so that the disk is never waited for
constexpr int readAtOnce = 512;    ///< rows parsed before the thread turns to its other events

} // namespace

IncidentImport::IncidentImport(Desk& desk, std::unique_ptr<IncidentFile> file, Actor actor, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_file(std::move(file))
    , m_actor(std::move(actor)) {}

void IncidentImport::start() {
    m_readComing = true;
    QMetaObject::invokeMethod(this, &IncidentImport::readOn, Qt::QueuedConnection);
}

void IncidentImport::stop() {
    m_atEnd = true;
    m_report.isCancelled = true;
}

void IncidentImport::readOn() {
    m_readComing = false;
    for (int i = 0; i < readAtOnce && m_underWay < mostUnderWay && !m_atEnd; ++i) {
        std::optional<IncidentFile::Row> row = m_file->next();
        m_atEnd = m_atEnd || !row;
        if (!row)
            break;
        if (!*row) {
            m_report.count(row->error());
            continue;
        }
        ++m_underWay;
        m_desk.submit(m_actor, std::move((*row)->report), (*row)->happenedAt)
            .then(this, [this, at = m_file->row()](const Outcome& outcome) { settle(at, outcome); });
    }
    Q_EMIT progressed(m_file->row(), m_file->progress());
    if (m_atEnd && m_underWay == 0)
        Q_EMIT finished(m_report);
    else if (!m_atEnd && m_underWay < mostUnderWay)
        start();
}

void IncidentImport::settle(qint64 row, const Outcome& outcome) {
    --m_underWay;
    m_report.count(row, outcome);
    if (!outcome && outcome.error().code == RefusalCode::Storage && !m_atEnd) {
        m_atEnd = true;
        m_report.stopped = outcome.error().detail;
    }
    if (!m_readComing && (m_underWay == 0 || (!m_atEnd && m_underWay <= mostUnderWay / 2)))
        start();
}

} // namespace tridesk
