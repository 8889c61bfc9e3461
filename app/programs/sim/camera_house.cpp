// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/camera_house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr auto pause = 1s;     // before one that died is started again
constexpr int patience = 2000; // milliseconds, for its end

/// The program, to be given to Python as it is: so that it need not lie anywhere.
QString program() {
    QFile file(u":/demo/cameras.py"_s);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString newPassword() {
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char*>(words), sizeof words).toHex());
}

} // namespace

CameraHouse::CameraHouse(const QList<CameraView>& views, QObject* parent)
    : QObject(parent)
    , m_views(views)
    , m_password(newPassword()) {
    m_process.setProcessChannelMode(QProcess::SeparateChannels);
    m_again.setSingleShot(true);
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &CameraHouse::launch);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &CameraHouse::hear);
    connect(&m_process, &QProcess::finished, this, &CameraHouse::ended);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // then it does not finish either
            ended();
    });
}

CameraHouse::~CameraHouse() {
    m_process.disconnect(this);
    m_process.closeWriteChannel(); // it ends with its input
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(patience))
        m_process.kill();
}

void CameraHouse::start() {
    launch();
}

QString CameraHouse::user() {
    return u"viewer"_s;
}

QString CameraHouse::address(const CameraView& view) const {
    return u"rtsp://127.0.0.1:%1/%2"_s.arg(m_port).arg(view.path);
}

/// The login goes over its input: arguments stand in the list of processes.
void CameraHouse::launch() {
    QJsonArray feeds;
    for (const CameraView& view : std::as_const(m_views))
        feeds.append(
            QJsonObject{{u"path"_s, view.path}, {u"label"_s, view.label}, {u"fixed"_s, view.isFixed}});
    const QJsonObject wanted{
        {u"port"_s, m_port}, {u"user"_s, user()}, {u"password"_s, m_password}, {u"feeds"_s, feeds}};
    m_process.start(u"python3"_s, {u"-c"_s, program()});
    m_process.write(QJsonDocument(wanted).toJson(QJsonDocument::Compact) + '\n');
}

void CameraHouse::hear() {
    while (m_process.canReadLine()) {
        const QByteArray line = m_process.readLine().trimmed();
        const int port = line.startsWith("port ") ? line.sliced(5).toInt() : 0;
        if (port <= 0 || port > 65535)
            continue;
        m_port = quint16(port);
        Q_EMIT listening(m_port);
    }
}

void CameraHouse::ended() {
    const QByteArrayList said = m_process.readAllStandardError().trimmed().split('\n');
    const QString last = QString::fromUtf8(said.constLast()).left(200);
    Q_EMIT trouble(u"cameras: "_s + (last.isEmpty() ? m_process.errorString() : last));
    m_again.start();
}

} // namespace tridesk::sim
