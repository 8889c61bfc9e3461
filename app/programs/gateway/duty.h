// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/worker_thread.h"
#include "app/journal/postgres_address.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace tridesk {

class PostgresDuty;

/// Whether this gateway is the one that works, of all on one journal (app/journal/postgres_duty.h). On a
/// journal in a folder of this machine it is from the start. Its thread's.
class Duty : public QObject {
    Q_OBJECT

public:
    explicit Duty(const std::optional<PostgresAddress>& server, QObject* parent = nullptr);
    ~Duty() override;

    void start();
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

Q_SIGNALS:
    void begun();
    void ended();
    /// Told once, after the first answer: from now on isHeld() is no guess.
    void decided();
    /// It cannot be asked for: one line, told once.
    void trouble(const QString& why);

private:
    void look();

    PostgresDuty* m_keeper = nullptr; ///< lives on m_thread, deleted there; null: no server
    std::unique_ptr<WorkerThread> m_thread;
    QTimer m_look; ///< a lease ends without anybody's telling
    QString m_lastTrouble;
    bool m_isHeld = false;
    bool m_isDecided = false;
};

} // namespace tridesk
