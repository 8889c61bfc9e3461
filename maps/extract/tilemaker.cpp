// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/extract/tilemaker.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QStandardPaths>

#include <sys/prctl.h>

#include <csignal>

// Resources of a static library have to be asked for by name, outside any namespace.
static void initTilemakerResources() {
    Q_INIT_RESOURCE(tilemaker);
}

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

using Fault = std::unexpected<QString>;

std::expected<QString, QString> unpack(const QString& name, const QString& folder) {
    const QString path = QDir(folder).filePath(name);
    QFile from(u":/tridesk/tilemaker/"_s + name);
    QFile to(path);
    if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly) || to.write(from.readAll()) < 0 ||
        !to.flush())
        return Fault(u"%1: %2"_s.arg(path, to.errorString()));
    return path;
}

/// Tells tilemaker's configuration of the sea, which comes from a file of its own into the layer of all
/// water.
std::expected<void, QString> addSea(const QString& config, const QString& seaFile) {
    if (seaFile.isEmpty())
        return {};
    QFile file(config);
    if (!file.open(QIODevice::ReadOnly))
        return Fault(u"%1: %2"_s.arg(config, file.errorString()));
    QJsonObject whole = QJsonDocument::fromJson(file.readAll()).object();
    file.close();
    QJsonObject layers = whole[u"layers"_s].toObject();
    // after "water" by its name: tilemaker wants to know that first
    layers[u"water_of_sea"_s] =
        QJsonObject{{u"minzoom"_s, 4},          {u"maxzoom"_s, 14},
                    {u"source"_s, seaFile},     {u"source_columns"_s, QJsonArray{u"class"_s}},
                    {u"simplify_below"_s, 13},  {u"simplify_level"_s, 0.0001},
                    {u"write_to"_s, u"water"_s}};
    whole[u"layers"_s] = layers;
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) ||
        file.write(QJsonDocument(whole).toJson()) < 0 || !file.flush())
        return Fault(u"%1: %2"_s.arg(config, file.errorString()));
    return {};
}

QString bboxOf(const QGeoRectangle& bounds) {
    // a hair wider, so that what lies on the edge is in; a single point still has an area
    constexpr double Margin = 0.0005;
    const auto text = [](double degrees) { return QString::number(degrees, 'f', 7); };
    return QStringList{
        text(bounds.topLeft().longitude() - Margin), text(bounds.bottomRight().latitude() - Margin),
        text(bounds.bottomRight().longitude() + Margin), text(bounds.topLeft().latitude() + Margin)}
        .join(u',');
}

/// The last thing it said that says something; carriage returns redraw its progress.
QString lastWords(const QString& logFile) {
    QFile file(logFile);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max(qint64(0), file.size() - 4096));
    const QString text = QString::fromUtf8(file.readAll()).replace(u'\r', u'\n');
    const QStringList lines = text.split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.constLast().simplified().left(300);
}

/// tilemaker leaves with 0 in some failures; tiles are what counts.
bool hasTiles(const QString& path) {
    const QString connection = u"tridesk-tilemaker-check"_s;
    bool has = false;
    {
        QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        db.setDatabaseName(path);
        db.setConnectOptions(u"QSQLITE_OPEN_READONLY"_s);
        if (db.open()) {
            QSqlQuery query(db);
            has = query.exec(u"SELECT 1 FROM tiles LIMIT 1"_s) && query.next();
        }
    }
    QSqlDatabase::removeDatabase(connection);
    return has;
}

/// Reads on in what the child prints, for the blocks that it has read and the tiles that it has written.
class Telling {
public:
    Telling(const QString& logFile, ImportWatch& watch)
        : m_file(logFile)
        , m_watch(watch) {}

    void look() {
        if (!m_file.isOpen() && !m_file.open(QIODevice::ReadOnly))
            return;
        static const QRegularExpression counted(u"(Block|writing tile) (\\d+)(?:/| of )(\\d+)"_s);
        const QString text = QString::fromUtf8(m_file.read(MostBytes));
        auto matches = counted.globalMatch(text);
        QRegularExpressionMatch last;
        while (matches.hasNext())
            last = matches.next();
        if (!last.hasMatch())
            return;
        const qint64 done = last.captured(2).toLongLong();
        const qint64 total = last.captured(3).toLongLong();
        const double part = total > 0 ? double(done) / double(total) : 0;
        if (last.captured(1) == u"Block")
            m_watch.at(part * ReadingShare, 0, 0);
        else
            m_watch.at(ReadingShare + part * (1 - ReadingShare), done, total);
    }

private:
    static constexpr qint64 MostBytes = 1 << 20;
    static constexpr double ReadingShare = 0.2; ///< of its time

    QFile m_file;
    ImportWatch& m_watch;
};

/// Processor time that a process has used, in ticks; -1 if it cannot be told.
qint64 ticksOf(qint64 pid) {
    QFile file(u"/proc/%1/stat"_s.arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = file.readAll();
    const QList<QByteArray> fields = text.mid(text.lastIndexOf(')') + 2).split(' ');
    constexpr qsizetype User = 11; // utime and stime are fields 14 and 15; the name ends the second
    return fields.value(User).toLongLong() + fields.value(User + 1).toLongLong();
}

/// Waits for the child; what is wrong if it had to be ended.
QString follow(QProcess& child, const QString& logFile, ImportWatch& watch) {
    constexpr int Look = 100;
    constexpr qint64 Idle = 120'000;
    Telling telling(logFile, watch);
    QElapsedTimer idle;
    idle.start();
    qint64 ticks = 0;
    QString why;
    while (!child.waitForFinished(Look) && child.state() != QProcess::NotRunning && why.isEmpty()) {
        telling.look();
        const qint64 now = ticksOf(child.processId());
        if (now != ticks)
            idle.restart();
        ticks = now;
        if (watch.isStopped())
            why = stoppedText();
        else if (idle.hasExpired(Idle))
            why = u"tilemaker hangs: it has done nothing for two minutes"_s;
    }
    if (!why.isEmpty()) {
        child.kill();
        child.waitForFinished();
    }
    return why;
}

} // namespace

std::expected<void, QString> runTilemaker(const TilemakerJob& job, ImportWatch& watch) {
    initTilemakerResources();
    const QString program = QStandardPaths::findExecutable(u"tilemaker"_s);
    if (program.isEmpty())
        return Fault(u"tilemaker is not installed (Debian package tilemaker)"_s);
    const auto config = unpack(u"config.json"_s, job.scratchFolder);
    const auto process = unpack(u"process.lua"_s, job.scratchFolder);
    if (!config || !process)
        return Fault(config ? process.error() : config.error());
    if (const auto added = addSea(*config, job.seaFile); !added)
        return added;
    QProcess child;
    child.setWorkingDirectory(job.scratchFolder);
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.setStandardOutputFile(job.logFile);
    child.setStandardInputFile(QProcess::nullDevice());
    child.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    child.start(program, {u"--input"_s, job.pbfFile, u"--output"_s, job.mbtilesFile, u"--config"_s, *config,
                          u"--process"_s, *process, u"--skip-integrity"_s, // extracts cut ways at their edge
                          u"--bbox"_s, bboxOf(job.bounds)});
    if (!child.waitForStarted())
        return Fault(u"tilemaker: %1"_s.arg(child.errorString()));
    if (const QString why = follow(child, job.logFile, watch); !why.isEmpty())
        return Fault(why);
    if (watch.isStopped())
        return Fault(stoppedText());
    if (child.exitStatus() != QProcess::NormalExit)
        return Fault(u"tilemaker crashed: %1"_s.arg(lastWords(job.logFile)));
    if (child.exitCode() != 0 || !hasTiles(job.mbtilesFile))
        return Fault(
            u"tilemaker made no tiles (exit %1): %2"_s.arg(child.exitCode()).arg(lastWords(job.logFile)));
    return {};
}

} // namespace tridesk::maps
