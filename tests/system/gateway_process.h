// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/http_client.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include <signal.h>

namespace tridesk::test {

/// What a program printed and how it ended.
struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray err;
};

inline Ran run(const QString& program, const QStringList& arguments, const QByteArray& typed = {}) {
    QProcess process;
    process.start(QStringLiteral(TRIDESK_BIN_DIR "/") + program, arguments);
    process.write(typed);
    process.closeWriteChannel();
    if (!process.waitForFinished(120'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

/// What the journal says was reported, in its order: source and key of each.
inline QStringList reported(const QString& data) {
    QStringList keys;
    const Ran exported =
        run(QStringLiteral("tridesk-journal"),
            {QStringLiteral("export"), QStringLiteral("--kind"), QStringLiteral("incident.reported"), data});
    for (const QByteArray& line : exported.out.split('\n'))
        if (const QJsonObject entry = QJsonDocument::fromJson(line).object(); !entry.isEmpty()) {
            const QJsonObject source = entry[u"payload"].toObject()[u"source"].toObject();
            keys.append(source[u"name"].toString() + u'/' + source[u"key"].toString());
        }
    return keys;
}

/// A tridesk-gateway that serves a data folder; killed with this.
class GatewayProcess {
public:
    QString data;
    HttpClient client;

    explicit GatewayProcess(QString folder)
        : data(std::move(folder)) {}
    ~GatewayProcess() { kill(); }

    /// Starts it and waits until it listens.
    [[nodiscard]] bool start(const QStringList& more = {}) {
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        m_process.start(QStringLiteral(TRIDESK_BIN_DIR "/tridesk-gateway"),
                        QStringList{QStringLiteral("serve"), QStringLiteral("--data"), data} + more);
        m_said.clear();
        client.base = QUrl();
        return QTest::qWaitFor([&] { return hasAnnounced(); }, 30'000);
    }
    /// A new token for `name`, which the client uses from now on.
    [[nodiscard]] bool grant(const QString& name, const QString& scopes) {
        const Ran added = run(QStringLiteral("tridesk-gateway"),
                              {QStringLiteral("token"), QStringLiteral("add"), name,
                               QStringLiteral("--scope"), scopes, QStringLiteral("--data"), data});
        client.token = added.out.trimmed();
        return added.code == 0;
    }
    void kill() {
        m_process.kill();
        m_process.waitForFinished();
    }
    [[nodiscard]] bool signal(int number) { return ::kill(pid_t(m_process.processId()), number) == 0; }
    /// SIGTERM; the exit code.
    [[nodiscard]] int stop() {
        m_process.terminate();
        return m_process.waitForFinished(30'000) && m_process.exitStatus() == QProcess::NormalExit
                   ? m_process.exitCode()
                   : -1;
    }
    [[nodiscard]] qint64 peakMiB() const {
        QFile status(QStringLiteral("/proc/%1/status").arg(m_process.processId()));
        if (status.open(QIODevice::ReadOnly))
            for (const QByteArray& line : status.readAll().split('\n'))
                if (line.startsWith("VmHWM:"))
                    return line.sliced(6).chopped(2).trimmed().toLongLong() / 1024;
        return -1;
    }
    [[nodiscard]] const QByteArray& hear() { return m_said += m_process.readAll(); }

private:
    /// Where it listens, once it has said that whole. Its log says so before, with the address in quotes: who
    /// takes that for it speaks to nobody.
    [[nodiscard]] bool hasAnnounced() {
        static const QRegularExpression said(QStringLiteral("listening at (http://[^\\s\"]+)[\\s\"]"));
        const auto found = said.match(QString::fromUtf8(hear()));
        client.base = QUrl(found.captured(1));
        return found.hasMatch();
    }

    QProcess m_process;
    QByteArray m_said;
};

} // namespace tridesk::test
