// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

namespace tridesk {

/// Tells systemd, where it started this (NOTIFY_SOCKET, sd_notify(3)): ready, what it does, that it still
/// works (WATCHDOG_USEC), that it ends. Elsewhere it does nothing.
class ServiceManager : public QObject {
    Q_OBJECT

public:
    explicit ServiceManager(QObject* parent = nullptr);

    void tellReady();
    void tellStatus(const QString& line);
    void tellStopping();

private:
    void tell(const QByteArray& words) const;

    QByteArray m_socket;
    QTimer m_watchdog;
};

} // namespace tridesk
