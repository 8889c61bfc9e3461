// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/cut_proxy.h"

#include <QThread>

#include <functional>

namespace tridesk::test {

/// A line that can be cut, on a thread of its own: who waits for a server has no time for it. `asked`: what a
/// question holds whose answer can be lost; a database's, where nothing else is said.
class Cable {
public:
    explicit Cable(quint16 port, const QByteArray& asked = "COMMIT")
        : m_proxy(new CutProxy(QUrl(QStringLiteral("tcp://127.0.0.1:%1").arg(port)), asked)) {
        m_port = quint16(m_proxy->url().port());
        m_proxy->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_proxy, &QObject::deleteLater);
        m_thread.start();
    }
    ~Cable() {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Cable)

    [[nodiscard]] quint16 port() const { return m_port; }
    void does(const std::function<void(CutProxy&)>& what) {
        QMetaObject::invokeMethod(m_proxy, [&] { what(*m_proxy); }, Qt::BlockingQueuedConnection);
    }
    void cut() {
        does([](CutProxy& proxy) { proxy.cut(); });
    }
    void restore() {
        does([](CutProxy& proxy) { proxy.restore(); });
    }

private:
    QThread m_thread;
    CutProxy* m_proxy;
    quint16 m_port = 0;
};

} // namespace tridesk::test
