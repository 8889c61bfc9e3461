// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QObject>

#include <memory>

class QAudioSink;
class QMediaDevices;

namespace tridesk::sound {

/// The computer's sound device, as far as it has one: plays samples (rhythm.h), the newest in place of what
/// still sounds. Follows when the device is plugged in or out. GUI thread; playing itself is the sound
/// system's.
class Speaker : public QObject {
    Q_OBJECT

public:
    explicit Speaker(QObject* parent = nullptr);
    ~Speaker() override;

    void play(const QByteArray& samples);
    [[nodiscard]] bool hasDevice() const;     ///< and it has not failed since
    [[nodiscard]] QString deviceName() const; ///< as the system calls it; empty: there is none

Q_SIGNALS:
    void played(const QByteArray& samples); ///< handed to the device, or would have been, had there been one
    void deviceChanged();

private:
    void open();
    void look();

    QMediaDevices* m_devices;
    std::unique_ptr<QAudioSink> m_sink;
    QBuffer m_wave;
    bool m_failed = false;
};

} // namespace tridesk::sound
