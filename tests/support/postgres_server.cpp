// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/postgres_server.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QTest>

#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms; a busy machine makes its first files slowly

/// Debian keeps each version's programs in a folder of its own, outside the path.
QString programsFolder() {
    const QDir versions(u"/usr/lib/postgresql"_s);
    const QStringList known = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    return known.isEmpty() ? QString() : versions.filePath(known.constLast() + u"/bin"_s);
}

/// PostgreSQL refuses to be root; where the test is, it becomes somebody else.
struct Servant {
    uid_t user = ::geteuid();
    gid_t group = ::getegid();

    Servant() {
        const passwd* known = user == 0 ? ::getpwnam("postgres") : nullptr;
        if (user == 0) {
            user = known ? known->pw_uid : 65534;
            group = known ? known->pw_gid : 65534;
        }
    }
};

/// Ends with the test even where that is killed (asked for after the change of user, which forgets it).
void become(QProcess& process, int atOurEnd) {
    process.setChildProcessModifier([servant = Servant(), atOurEnd] {
        if (::geteuid() == 0 && (::setgid(servant.group) != 0 || ::setuid(servant.user) != 0))
            ::_exit(127);
        ::prctl(PR_SET_PDEATHSIG, atOurEnd);
    });
    process.setStandardInputFile(QProcess::nullDevice());
}

quint16 freePort() {
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : 0;
}

bool write(const QString& path, const QByteArray& text, QIODevice::OpenMode mode = QIODevice::WriteOnly) {
    QFile file(path);
    return file.open(mode) && file.write(text) == text.size();
}

} // namespace

PostgresServer::PostgresServer(const QByteArray& settings) {
    if (!m_folder.isValid() || programsFolder().isEmpty())
        m_trouble = u"PostgreSQL is not installed"_s;
    else if (!make(settings))
        m_trouble = u"initdb failed in %1: %2"_s.arg(m_folder.path(), m_trouble);
    else if (!start())
        m_trouble = u"the server does not start: %1"_s.arg(m_trouble);
}

PostgresServer::PostgresServer(const Backup& backup, const QByteArray& settings) {
    if (!m_folder.isValid() || !copy(backup.folder, settings))
        m_trouble = u"%1 cannot be copied"_s.arg(backup.folder);
    else if (!start())
        m_trouble = u"the restored server does not start: %1"_s.arg(m_trouble);
}

PostgresServer::~PostgresServer() {
    if (m_server.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(m_server.processId()), SIGQUIT); // at once: nobody will read these files again
    if (!m_server.waitForFinished(patience))
        kill();
}

bool PostgresServer::handOver(const QString& folder) {
    const Servant servant;
    return ::geteuid() != 0 ||
           ::chown(QFile::encodeName(folder).constData(), servant.user, servant.group) == 0;
}

bool PostgresServer::make(const QByteArray& settings) {
    if (!handOver(m_folder.path()))
        return false;
    QProcess initdb;
    initdb.setProcessChannelMode(QProcess::MergedChannels);
    become(initdb, SIGKILL);
    initdb.start(programsFolder() + u"/initdb"_s,
                 {u"-D"_s, m_folder.filePath(u"data"_s), u"-U"_s, u"admin"_s, u"-E"_s, u"UTF8"_s,
                  u"--no-locale"_s, u"--no-sync"_s, u"--no-instructions"_s, u"-A"_s, u"trust"_s});
    if (!initdb.waitForFinished(patience) || initdb.exitCode() != 0) {
        m_trouble = QString::fromUtf8(initdb.readAll());
        return false;
    }
    m_port = freePort();
    return write(m_folder.filePath(u"data/pg_hba.conf"_s),
                 "local all,replication all trust\nhost all all 127.0.0.1/32 scram-sha-256\n") &&
           write(m_folder.filePath(u"data/postgresql.conf"_s), settings, QIODevice::Append);
}

bool PostgresServer::copy(const QString& backup, const QByteArray& settings) {
    const QString data = m_folder.filePath(u"data"_s), signal = data + u"/recovery.signal"_s;
    m_port = freePort();
    return handOver(m_folder.path()) &&
           QProcess::execute(u"cp"_s, {u"-a"_s, backup, data}) == 0 && // with owners and rights
           write(data + u"/postgresql.conf"_s, settings, QIODevice::Append) && write(signal, {}) &&
           handOver(signal);
}

void PostgresServer::backUp(QProcess& program, const QString& folder) const {
    become(program, SIGKILL);
    program.setProcessChannelMode(QProcess::MergedChannels);
    // Slow enough for others to write meanwhile.
    program.start(programsFolder() + u"/pg_basebackup"_s,
                  {u"-h"_s, m_folder.path(), u"-p"_s, QString::number(m_port), u"-U"_s, u"admin"_s, u"-D"_s,
                   folder, u"-X"_s, u"stream"_s, u"-c"_s, u"fast"_s, u"--max-rate=16M"_s, u"--no-sync"_s});
}

bool PostgresServer::start() {
    become(m_server, SIGQUIT);
    m_server.setStandardErrorFile(m_folder.filePath(u"log"_s), QIODevice::Append);
    m_server.setStandardOutputFile(QProcess::nullDevice());
    m_server.start(programsFolder() + u"/postgres"_s,
                   {u"-D"_s, m_folder.filePath(u"data"_s), u"-k"_s, m_folder.path(), u"-p"_s,
                    QString::number(m_port), u"-h"_s, u"127.0.0.1"_s, u"-c"_s, u"max_connections=60"_s});
    if (answersOrIsDead() && m_server.state() == QProcess::Running)
        return true;
    QFile log(m_folder.filePath(u"log"_s));
    m_trouble = log.open(QIODevice::ReadOnly) ? QString::fromUtf8(log.readAll()) : u"no log"_s;
    return false;
}

bool PostgresServer::answersOrIsDead() const {
    return QTest::qWaitFor(
        [&] {
            return m_server.state() == QProcess::NotRunning ||
                   PostgresConnection::open(at(u"postgres"_s, u"admin"_s), std::chrono::seconds(1));
        },
        patience);
}

bool PostgresServer::revive() {
    return answersOrIsDead() && (m_server.state() == QProcess::Running || start());
}

void PostgresServer::kill() {
    for (const QString& process : processes())
        ::kill(process.toInt(), SIGKILL);
    m_server.kill();
    m_server.waitForFinished(patience);
    QFile::remove(m_folder.filePath(u"data/postmaster.pid"_s));
}

void PostgresServer::freeze(bool frozen) {
    for (const QString& process : processes())
        ::kill(process.toInt(), frozen ? SIGSTOP : SIGCONT);
}

/// The server and its children, which serve one line each.
QStringList PostgresServer::processes() const {
    QStringList found{QString::number(m_server.processId())};
    const QString parent = found.constFirst();
    QFile children(u"/proc/%1/task/%1/children"_s.arg(parent));
    if (children.open(QIODevice::ReadOnly))
        found += QString::fromLatin1(children.readAll()).split(u' ', Qt::SkipEmptyParts);
    return found;
}

bool PostgresServer::psql(const QString& database, const QString& file, const QStringList& variables) {
    QStringList arguments{u"-X"_s, u"-q"_s,
                          u"-h"_s, m_folder.path(),
                          u"-p"_s, QString::number(m_port),
                          u"-U"_s, u"admin"_s,
                          u"-d"_s, database,
                          u"-v"_s, u"ON_ERROR_STOP=1"_s,
                          u"-f"_s, QStringLiteral(TRIDESK_SOURCE_DIR) + u"/packaging/site/"_s + file};
    for (const QString& variable : variables)
        arguments << u"-v"_s << variable;
    QProcess program;
    program.setProcessChannelMode(QProcess::MergedChannels);
    program.start(programsFolder() + u"/psql"_s, arguments);
    const bool done = program.waitForFinished(patience) && program.exitCode() == 0;
    if (!done)
        qWarning().noquote() << file << QString::fromUtf8(program.readAll());
    return done;
}

QString PostgresServer::makeDatabase() {
    const QString name = u"desk%1"_s.arg(++m_databases);
    const bool made =
        (m_databases > 1 || (psql(u"postgres"_s, u"roles.sql"_s, {}) &&
                             run(u"postgres"_s, "ALTER ROLE tridesk_owner PASSWORD 'owner'"))) &&
        psql(u"postgres"_s, u"database.sql"_s, {u"database="_s + name});
    return made ? name : QString();
}

bool PostgresServer::emptyDatabase(const QString& database) {
    return run(database, "DROP SCHEMA IF EXISTS tridesk CASCADE");
}

bool PostgresServer::addUser(const QString& database, const QString& user, const QString& tier,
                             const QString& place) {
    return psql(database, u"user.sql"_s, {u"user="_s + user, u"tier="_s + tier, u"place="_s + place});
}

PostgresAddress PostgresServer::at(const QString& database, const QString& user) const {
    return PostgresAddress::parse(
               u"postgresql://%1@/%2?host=%3&port=%4"_s.arg(user, database, m_folder.path()).arg(m_port))
        .value();
}

PostgresAddress PostgresServer::overTcp(const QString& database, const QString& user) const {
    return overTcp(database, user, m_port);
}

PostgresAddress PostgresServer::overTcp(const QString& database, const QString& user, quint16 port) const {
    return PostgresAddress::parse(u"postgresql://%1@127.0.0.1:%2/%3"_s.arg(user).arg(port).arg(database))
        .value();
}

bool PostgresServer::run(const QString& database, const QByteArray& sql, const QString& user) {
    auto line = PostgresConnection::open(at(database, user), std::chrono::seconds(5));
    const auto done = line ? (*line)->runScript(sql) : std::unexpected(line.error());
    if (!done)
        qWarning().noquote() << done.error().toString();
    return done.has_value();
}

QString PostgresServer::ask(const QString& database, const char* sql) {
    auto admin = PostgresConnection::open(at(database, u"admin"_s), std::chrono::seconds(5));
    if (!admin)
        return {};
    const auto rows = (*admin)->query({sql});
    return rows && rows->count() > 0 ? rows->text(0, 0) : QString();
}

} // namespace tridesk::test
