// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/video/camera_server.h"

#include <QDeadlineTimer>

#include <array>

using namespace Qt::StringLiterals;

namespace tridesk::test {

namespace {

// Debian's own, which its GStreamer belongs to, whatever other Pythons stand first on the path.
const QString& python() {
    static const QString program = u"/usr/bin/python3"_s;
    return program;
}

const QString& script() {
    static const QString path = QStringLiteral(TRIDESK_CAMERA_SERVER);
    return path;
}

constexpr int patience = 20'000; // a busy machine needs seconds to load GStreamer

} // namespace

QString CameraServer::missing() {
    QProcess process;
    process.start(python(), {u"-c"_s, u"import gi; gi.require_version('GstRtspServer', '1.0')"_s});
    if (!process.waitForFinished(patience))
        return process.errorString();
    return process.exitCode() == 0 ? QString() : QString::fromUtf8(process.readAllStandardError()).trimmed();
}

bool CameraServer::record(const QString& file, const Recording& recording) {
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(python(), {script(), u"record"_s, file, recording.codec, recording.size,
                             QString::number(recording.frames), u"--start"_s,
                             QString::number(recording.start), u"--pid"_s, QString::number(recording.pid)});
    return process.waitForFinished(patience) && process.exitCode() == 0;
}

bool CameraServer::start(const Options& options) {
    kill();
    m_options = options;
    QStringList arguments{script(),     u"serve"_s,
                          u"--feeds"_s, QString::number(options.feeds),
                          u"--port"_s,  QString::number(options.port),
                          u"--size"_s,  options.size};
    if (!options.login.isEmpty())
        arguments << u"--login"_s << options.login;
    if (options.udp)
        arguments << u"--udp"_s;
    if (options.srt)
        arguments << u"--srt"_s;
    if (!options.sound.isEmpty())
        arguments << u"--sound"_s << options.sound;
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(python(), arguments);
    const QStringList words = readLine().split(u' '); // "port 1234 srt 5678"
    if (words.value(0) != "port"_L1)
        return false;
    m_options.port = words.value(1).toInt();
    m_srtPort = words.value(3).toInt();
    return m_options.port > 0;
}

bool CameraServer::startAgain() {
    return start(m_options);
}

void CameraServer::kill() {
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

bool CameraServer::tell(const QString& command) {
    m_process.write(command.toUtf8() + '\n');
    const QString answer = readLine();
    if (answer == u"ok "_s + command)
        return true;
    qWarning("camera server: %s", qPrintable(answer));
    return false;
}

QString CameraServer::address(int feed) const {
    return u"rtsp://127.0.0.1:%1/cam%2"_s.arg(m_options.port).arg(feed);
}

QString CameraServer::srtAddress() const {
    return u"srt://127.0.0.1:%1"_s.arg(m_srtPort);
}

QString CameraServer::readLine() {
    const QDeadlineTimer deadline(patience);
    while (!m_process.canReadLine()) {
        if (deadline.hasExpired() || !m_process.waitForReadyRead(int(deadline.remainingTime())))
            return m_process.errorString();
    }
    return QString::fromUtf8(m_process.readLine()).trimmed();
}

std::optional<Pattern> readPattern(const QImage& image) {
    constexpr int across = 40;
    const int block = image.height() * 16 / 360;
    if (image.width() < across * 2 || block < 2)
        return {};
    std::array<quint8, 10> bytes{};
    for (int bit = 0; bit < across * 2; ++bit) {
        const int x = (2 * (bit % across) + 1) * image.width() / (2 * across);
        const int y = bit / across * block + block / 2;
        if (qGray(image.pixel(x, y)) > 127)
            bytes.at(std::size_t(bit) / 8) |= quint8(0x80 >> bit % 8);
    }
    quint8 check = 0;
    for (std::size_t i = 0; i < 9; ++i)
        check ^= bytes.at(i);
    if (check != bytes[9])
        return {};
    Pattern pattern;
    for (std::size_t i = 0; i < 5; ++i)
        pattern.clockMs = pattern.clockMs << 8 | bytes.at(i);
    pattern.feed = bytes[5];
    pattern.count = bytes[6] << 16 | bytes[7] << 8 | bytes[8];
    return pattern;
}

} // namespace tridesk::test
