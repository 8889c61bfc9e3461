// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTest>

#include <functional>
#include <utility>

namespace tridesk::test {

/// A driver (seat_driver, crew_driver): a program that is spoken to in lines, and answers in lines. Killed
/// with this.
class DrivenProcess {
public:
    static constexpr int patience = 60'000; ///< ms

    /// `take` gets each line that it says, but for "ready".
    DrivenProcess(QString program, QStringList arguments, std::function<void(const QByteArray&)> take)
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
        , m_take(std::move(take)) {}
    ~DrivenProcess() {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(DrivenProcess)

    /// Waits until it says that it is ready.
    [[nodiscard]] bool start() {
        m_line.clear();
        m_isReady = false;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(m_program, m_arguments);
        return waitFor([&] { return m_isReady; });
    }
    void kill() { // -9, in the middle of whatever it does
        m_process.kill();
        m_process.waitForFinished();
        hear();
    }
    void say(const QByteArray& line) { m_process.write(line + '\n'); }
    void hear() {
        m_line += m_process.readAllStandardOutput();
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            const QByteArray line = m_line.first(end);
            m_line.remove(0, end + 1);
            if (line == "ready")
                m_isReady = true;
            else
                m_take(line);
        }
    }
    /// Hears until it is so; false where that does not come.
    template <class Is>
    [[nodiscard]] bool waitFor(Is is) {
        return QTest::qWaitFor(
            [&] {
                hear();
                return is();
            },
            patience);
    }

private:
    QString m_program;
    QStringList m_arguments;
    std::function<void(const QByteArray&)> m_take;
    QProcess m_process;
    QByteArray m_line;
    bool m_isReady = false;
};

} // namespace tridesk::test
