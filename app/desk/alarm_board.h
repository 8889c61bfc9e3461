// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/alarms.h"

#include <QList>
#include <QObject>

class QTimer;

namespace tridesk {

class SeatDesk;
struct Changes;

/// The alarms that wait for one seat, kept while its window stands; looked for again when something changed,
/// and with the clock, on another thread: on a bad night it takes milliseconds, many times a second. The
/// first look of all is taken at once (7 ms with 5,000 open incidents), so that no window opens saying that
/// no alarm waits. Same thread rules as the desk's.
class AlarmBoard : public QObject {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit AlarmBoard(SeatDesk& desk, QObject* parent = nullptr);

    /// The most pressing first; what is shelved at the end.
    [[nodiscard]] const QList<Alarm>& alarms() const { return m_alarms; }
    [[nodiscard]] int waiting() const; ///< without what is shelved

Q_SIGNALS:
    void changed();

private:
    void take(const Changes& changes);
    void look();
    void show(const QList<Alarm>& now);

    SeatDesk& m_desk;
    QList<Alarm> m_alarms;
    QTimer* m_pause;
    bool m_looking = false;
    bool m_again = false; ///< something changed since that look began
};

} // namespace tridesk
