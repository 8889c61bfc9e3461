// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/map_import_run.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <sys/prctl.h>

#include <csignal>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int stoppedCode = 3; ///< of tridesk-map

} // namespace

QString MapImportRun::usualProgram() {
    const QString beside = QDir(QCoreApplication::applicationDirPath()).filePath(u"tridesk-map"_s);
    return QFileInfo(beside).isExecutable() ? beside : QStandardPaths::findExecutable(u"tridesk-map"_s);
}

MapImportRun::MapImportRun(QString program, QObject* parent)
    : QObject(parent)
    , m_program(std::move(program)) {
    // Even if this program is killed; the import can be gone on with.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &MapImportRun::readLines);
    connect(&m_process, &QProcess::finished, this, &MapImportRun::finish);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT failed(u"tridesk-map: %1"_s.arg(m_process.errorString()));
    });
}

MapImportRun::~MapImportRun() {
    m_process.disconnect(this);
    m_process.kill(); // so that the wait in its destructor is short
}

void MapImportRun::start(const QString& file, const QString& folder, const QString& name) {
    m_process.start(m_program,
                    {u"import"_s, file, u"--out"_s, folder, u"--name"_s, name, u"--progress-lines"_s});
}

void MapImportRun::stop() {
    m_process.terminate();
}

void MapImportRun::readLines() {
    while (m_process.canReadLine()) {
        const QStringList fields = QString::fromUtf8(m_process.readLine()).trimmed().split(u'\t');
        const auto phase = maps::phaseFromKey(fields.value(0));
        if (!phase || fields.size() != 6)
            continue;
        Q_EMIT progressed({.phase = *phase,
                           .part = fields[1].toDouble(),
                           .whole = fields[2].toDouble(),
                           .done = fields[3].toLongLong(),
                           .total = fields[4].toLongLong(),
                           .isSkipped = fields[5] == u"1"});
    }
}

void MapImportRun::finish(int code, QProcess::ExitStatus status) {
    readLines();
    if (status == QProcess::NormalExit && code == 0)
        return Q_EMIT done();
    if (status == QProcess::NormalExit && code == stoppedCode)
        return Q_EMIT stopped();
    const QStringList lines =
        QString::fromUtf8(m_process.readAllStandardError()).split(u'\n', Qt::SkipEmptyParts);
    const QString last = lines.isEmpty() ? u"ended without a word"_s : lines.constLast();
    Q_EMIT failed(last.startsWith(u"tridesk-map: "_s) ? last.sliced(13) : last);
}

} // namespace tridesk
