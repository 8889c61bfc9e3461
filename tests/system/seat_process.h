// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/command_codec.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <optional>

namespace tridesk::test {

/// A seat_driver: a console or a terminal as a process, killed with this.
class SeatProcess {
public:
    struct State {
        bool isUp = false;
        int waiting = -1;
        qint64 seq = -1;
    };

    explicit SeatProcess(QStringList arguments)
        : m_arguments(std::move(arguments)) {}
    ~SeatProcess() { kill(); }
    Q_DISABLE_COPY_MOVE(SeatProcess)

    /// Waits until it has a board to show.
    [[nodiscard]] bool start() {
        m_line.clear();
        m_isReady = false;
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QStringLiteral(TRIDESK_SEAT_DRIVER), m_arguments);
        return QTest::qWaitFor(
            [&] {
                hear();
                return m_isReady;
            },
            60'000);
    }
    [[nodiscard]] bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    void kill() { // -9, in the middle of whatever it does
        m_process.kill();
        m_process.waitForFinished();
        hear();
    }

    void send(int n, const Command& command) {
        const QJsonObject json{{QStringLiteral("n"), n}, {QStringLiteral("command"), commandJson(command)}};
        m_process.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
    }
    /// "" until it has said something; then "done", or why not.
    [[nodiscard]] QByteArray wordOn(int n) {
        hear();
        return m_words.value(n);
    }
    [[nodiscard]] bool waitForWordOn(int n) {
        return QTest::qWaitFor([&] { return !wordOn(n).isEmpty(); }, 60'000);
    }
    /// Somebody signs in and sits down: what is sent from now on is theirs.
    [[nodiscard]] bool sit(const QString& login, const QString& password) {
        m_sits.reset();
        m_process.write("sit " + login.toUtf8() + ' ' + password.toUtf8() + '\n');
        (void)QTest::qWaitFor(
            [&] {
                hear();
                return m_sits.has_value();
            },
            60'000);
        return m_sits.value_or(false);
    }
    [[nodiscard]] State state() {
        m_state = {};
        m_process.write("state\n");
        (void)QTest::qWaitFor(
            [&] {
                hear();
                return m_state.seq >= 0;
            },
            60'000);
        return m_state;
    }
    /// "LATITUDE LONGITUDE" on its board, to six digits; "" where the unit never reported.
    [[nodiscard]] QByteArray placeOf(const QString& unit) {
        m_place.reset();
        m_process.write("fix " + unit.toUtf8() + '\n');
        (void)QTest::qWaitFor(
            [&] {
                hear();
                return m_place.has_value();
            },
            60'000);
        return m_place.value_or(QByteArray());
    }

private:
    void hear() {
        m_line += m_process.readAllStandardOutput();
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            take(m_line.first(end).split(' '));
            m_line.remove(0, end + 1);
        }
    }
    void take(const QList<QByteArray>& words) {
        const QByteArray& first = words.constFirst();
        if (first == "ready")
            m_isReady = true;
        else if (first == "state")
            m_state = {words.value(1) == "1", words.value(2).toInt(), words.value(3).toLongLong()};
        else if (first == "sits")
            m_sits = words.value(1) == "1";
        else if (first == "fix")
            m_place = words.sliced(1).join(' ');
        else if (first == "done")
            m_words.insert(words.value(1).toInt(), "done");
        else if (first == "refused")
            m_words.insert(words.value(1).toInt(), words.value(2));
        else
            qWarning() << "the seat says" << words;
    }

    QStringList m_arguments;
    QProcess m_process;
    QByteArray m_line;
    QHash<int, QByteArray> m_words;
    State m_state;
    std::optional<QByteArray> m_place;
    std::optional<bool> m_sits;
    bool m_isReady = false;
};

} // namespace tridesk::test
