// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#include <cstdio>
#include <functional>
#include <utility>

namespace tridesk::test {

/// Says a line to whoever drives this program.
inline void tell(const QByteArray& line) {
    std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

/// The lines that a driver is given at its input. The program ends with them.
class LineDriver {
public:
    explicit LineDriver(std::function<void(const QByteArray&)> take)
        : m_take(std::move(take)) {
        (void)m_input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered);
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { read(); });
    }

private:
    void read() {
        const QByteArray some = m_input.read(64 * 1024);
        if (some.isEmpty())
            return QCoreApplication::quit();
        m_read += some;
        for (qsizetype end = m_read.indexOf('\n'); end >= 0; end = m_read.indexOf('\n')) {
            const QByteArray line = m_read.first(end);
            m_read.remove(0, end + 1);
            m_take(line);
        }
    }

    std::function<void(const QByteArray&)> m_take;
    QFile m_input;
    QByteArray m_read;
    QSocketNotifier m_notifier{0, QSocketNotifier::Read};
};

} // namespace tridesk::test
