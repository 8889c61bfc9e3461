// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace tridesk {

/// Turns SIGINT and SIGTERM into a signal of the event loop. One in a process.
class StopSignal : public QObject {
    Q_OBJECT

public:
    explicit StopSignal(QObject* parent = nullptr);
    ~StopSignal() override;

Q_SIGNALS:
    void stopped();

private:
    int m_read = -1;
};

} // namespace tridesk
