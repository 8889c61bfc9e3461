// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QObject>

#include <memory>

class QAudioSink;
class QMediaDevices;

namespace tridesk {

class FeedHearing;
class SoundQueue;

namespace sound {

class Sounder;

/// Plays the feed that is heard on the computer's sound device, and says so where there is none. While an
/// emergency rings it is silent. GUI thread; playing itself is the sound system's.
class FeedSound : public QObject {
    Q_OBJECT

public:
    /// Both outlive it.
    FeedSound(FeedHearing& hearing, const Sounder& sounder, QObject* parent = nullptr);
    ~FeedSound() override;

    [[nodiscard]] bool isPlaying() const { return m_sink != nullptr; }

private:
    /// What a sound device reads: never at an end, silent where nothing comes.
    class Source : public QIODevice {
    public:
        explicit Source(std::shared_ptr<SoundQueue> queue);

    protected:
        qint64 readData(char* data, qint64 most) override;
        qint64 writeData(const char* data, qint64 size) override;
        [[nodiscard]] qint64 bytesAvailable() const override;
        [[nodiscard]] bool isSequential() const override { return true; }

    private:
        std::shared_ptr<SoundQueue> m_queue;
    };

    void follow();
    void look();
    void open();

    FeedHearing& m_hearing;
    QMediaDevices* m_devices;
    std::unique_ptr<Source> m_source;
    std::unique_ptr<QAudioSink> m_sink;
    bool m_failed = false;
};

} // namespace sound
} // namespace tridesk
