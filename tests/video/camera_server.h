// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QProcess>
#include <QString>

#include <optional>

namespace tridesk::test {

/// Cameras on this machine: camera_server.py in a process of its own, a real RTSP server.
class CameraServer {
public:
    struct Options {
        int feeds = 1;
        int port = 0;    ///< 0: one that is free
        QString login{}; ///< "user:password", asked for by digest
        QString size = QStringLiteral("640x360");
        bool udp = false; ///< pictures over UDP only
        bool srt = false; ///< the first feed over SRT as well
        QString sound{};  ///< "alaw" or "aac"; empty: none
    };

    ~CameraServer() { kill(); }

    /// Starts it and waits until it listens; at the same port again after kill().
    [[nodiscard]] bool start(const Options& options);
    [[nodiscard]] bool startAgain();
    void kill(); ///< at once, without a goodbye
    /// Hands a command over and waits for its "ok".
    [[nodiscard]] bool tell(const QString& command);

    [[nodiscard]] int port() const { return m_options.port; }
    /// rtsp://127.0.0.1:PORT/camN
    [[nodiscard]] QString address(int feed = 0) const;
    [[nodiscard]] QString srtAddress() const;

    /// Why the cameras cannot be had on this machine; empty where they can.
    [[nodiscard]] static QString missing();
    struct Recording {
        QString codec = QStringLiteral("h264"); ///< or h265
        QString size = QStringLiteral("640x360");
        int frames = 20;
        int start = 0; ///< the first time stamp, in seconds
        int pid = 65;  ///< of the pictures in the stream
    };
    /// Writes a transport stream of made pictures.
    [[nodiscard]] static bool record(const QString& file, const Recording& recording);

private:
    [[nodiscard]] QString readLine();

    Options m_options;
    int m_srtPort = 0;
    QProcess m_process;
};

/// What a made picture tells.
struct Pattern {
    qint64 clockMs = 0; ///< the machine's monotonic clock when it was painted, as std::chrono::steady_clock
    int feed = 0;
    int count = 0;
};

/// Reads it, at whatever size; nothing where it does not add up.
[[nodiscard]] std::optional<Pattern> readPattern(const QImage& image);

} // namespace tridesk::test
