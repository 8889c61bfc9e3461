// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/broker_server.h"

#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms
constexpr int tries = 5;         // ports that another takes between the choice and the start

bool write(const QString& path, const QByteArray& text) {
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           file.write(text) == text.size();
}

quint16 freePort() {
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

bool answers(quint16 port) {
    QTcpSocket probe;
    probe.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    return probe.waitForConnected(1'000);
}

bool ran(const QString& program, const QStringList& arguments, QString& trouble) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (process.waitForFinished(patience) && process.exitStatus() == QProcess::NormalExit &&
        process.exitCode() == 0)
        return true;
    trouble = program + u": "_s + QString::fromUtf8(process.readAll()) + process.errorString();
    return false;
}

} // namespace

BrokerServer::BrokerServer(const QStringList& users, Tls tls, QByteArray acl)
    : m_tls(tls)
    , m_acl(std::move(acl)) {
    if (!m_folder.isValid() || !make(users))
        return;
    for (int i = 0; i < tries; ++i) {
        m_port = freePort();
        if (writeSettings() && start())
            return;
    }
}

BrokerServer::~BrokerServer() {
    kill();
}

bool BrokerServer::make(const QStringList& users) {
    const QString site = QStringLiteral(TRIDESK_SOURCE_DIR) + u"/packaging/site/"_s;
    QFile acl(site + u"broker.acl"_s);
    if (!acl.open(QIODevice::ReadOnly) || !write(file(u"broker.acl"_s), acl.readAll() + '\n' + m_acl)) {
        m_trouble = u"no broker.acl"_s;
        return false;
    }
    if (m_tls == Tls::Yes && !ran(site + u"certificates.sh"_s, {m_folder.path(), u"127.0.0.1"_s}, m_trouble))
        return false;
    for (const QString& user : users) {
        QStringList arguments{u"-b"_s, file(u"passwords"_s), user, user};
        if (!QFile::exists(file(u"passwords"_s)))
            arguments.prepend(u"-c"_s);
        if (!write(file(user + u".password"_s), user.toUtf8() + '\n') ||
            !ran(u"mosquitto_passwd"_s, arguments, m_trouble))
            return false;
    }
    return true;
}

bool BrokerServer::writeSettings() {
    QByteArray text = "allow_anonymous false\npersistence false\nmax_queued_messages 200000\n";
    if (::geteuid() == 0)
        text += "user root\n"; // else it becomes somebody who cannot read these files
    text += "listener " + QByteArray::number(m_port) + " 127.0.0.1\n";
    text += "password_file " + file(u"passwords"_s).toLocal8Bit() + '\n';
    text += "acl_file " + file(u"broker.acl"_s).toLocal8Bit() + '\n';
    if (m_tls == Tls::Yes)
        text += "certfile " + file(u"127.0.0.1.crt"_s).toLocal8Bit() + "\nkeyfile " +
                file(u"127.0.0.1.key"_s).toLocal8Bit() + '\n';
    return write(file(u"broker.conf"_s), text);
}

bool BrokerServer::start() {
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.setStandardOutputFile(file(u"log"_s));
    m_server.start(u"mosquitto"_s, {u"-c"_s, file(u"broker.conf"_s)});
    (void)QTest::qWaitFor([&] { return m_server.state() == QProcess::NotRunning || answers(m_port); },
                          patience);
    if (m_server.state() == QProcess::Running && answers(m_port)) {
        m_trouble.clear();
        return true;
    }
    QFile log(file(u"log"_s));
    m_trouble = u"mosquitto does not start: "_s + m_server.errorString() +
                (log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : QString());
    kill();
    return false;
}

void BrokerServer::kill() {
    m_server.kill();
    m_server.waitForFinished(patience);
}

BrokerOptions BrokerServer::as(const QString& user) const {
    return {.host = u"127.0.0.1"_s,
            .port = m_port,
            .tls = m_tls == Tls::Yes,
            .user = user,
            .passwordFile = file(user + u".password"_s),
            .authorities = m_tls == Tls::Yes ? file(u"ca.crt"_s) : QString(),
            .certificate = {},
            .key = {}};
}

} // namespace tridesk::test
