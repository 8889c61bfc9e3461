// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/track_import.h"

#include <QSet>
#include <QTimer>

#include <algorithm>

namespace tridesk {

using namespace std::chrono_literals;

namespace {

constexpr qsizetype fixesAtOnce = 4096; ///< one row of the store
constexpr auto breath = 20ms;           ///< before what could not be taken is offered again

} // namespace

TrackImport::TrackImport(FixBoard& board, QList<Fix> fixes, ImportReport unread, QObject* parent)
    : QObject(parent)
    , m_board(board)
    , m_fixes(std::move(fixes))
    , m_report(std::move(unread)) {
    connect(&board, &FixBoard::failed, this, [this](const QString& why) { m_trouble = why; });
}

void TrackImport::start() {
    if (m_fixes.isEmpty()) {
        QMetaObject::invokeMethod(this, [this] { Q_EMIT finished(m_report); }, Qt::QueuedConnection);
        return;
    }
    m_unit = m_fixes.first().unit;
    m_from = m_fixes.first().measuredAt;
    m_to = m_fixes.last().measuredAt;
    m_board.track(m_unit, m_from, m_to).then(this, [this](const QList<Fix>& known) { leaveOut(known); });
}

void TrackImport::leaveOut(const QList<Fix>& known) {
    QSet<qint64> moments;
    for (const Fix& fix : known)
        moments.insert(toMs(fix.measuredAt));
    m_report.known = m_fixes.removeIf([&](const Fix& fix) { return moments.contains(toMs(fix.measuredAt)); });
    m_before = known.size();
    goOn();
}

void TrackImport::goOn() {
    const qsizetype count = std::min(fixesAtOnce, m_fixes.size() - m_next);
    Q_EMIT progressed(m_next, m_fixes.size());
    if (count == 0 || m_isEnding || !m_trouble.isEmpty()) {
        m_report.isCancelled = count > 0 && m_isEnding;
        m_board.track(m_unit, m_from, m_to).then(this, [this](const QList<Fix>& now) { end(now); });
        return;
    }
    const bool isTaken = m_board.take({m_fixes.constData() + m_next, std::size_t(count)});
    m_next += isTaken ? count : 0;
    QTimer::singleShot(isTaken ? 0ms : breath, this, &TrackImport::goOn);
}

void TrackImport::end(const QList<Fix>& stored) {
    m_report.taken = std::clamp<qsizetype>(stored.size() - m_before, 0, m_next);
    if (m_report.taken < m_next && m_trouble.isEmpty())
        m_trouble = QStringLiteral("%1 positions were not stored").arg(m_next - m_report.taken);
    m_report.stopped = m_trouble;
    Q_EMIT finished(m_report);
}

} // namespace tridesk
