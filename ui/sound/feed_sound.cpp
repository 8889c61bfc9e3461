// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/feed_sound.h"

#include "app/video/feed_hearing.h"
#include "ui/sound/sounder.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>

#include <cstring>
#include <utility>
#include <vector>

namespace tridesk::sound {

namespace {

constexpr qint64 pairBytes = qint64(SoundQueue::channels) * qint64(sizeof(std::int16_t));
// What lies in the device is heard later than its picture is seen; less than this stutters.
constexpr int deviceMs = 60;

} // namespace

FeedSound::Source::Source(std::shared_ptr<SoundQueue> queue)
    : m_queue(std::move(queue)) {
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 FeedSound::Source::readData(char* data, qint64 most) {
    std::vector<std::int16_t> samples(std::size_t(most / pairBytes) * SoundQueue::channels);
    m_queue->read(samples);
    const std::size_t size = samples.size() * sizeof(std::int16_t);
    std::memcpy(data, samples.data(), size); // `data` need not be aligned
    return qint64(size);
}

qint64 FeedSound::Source::writeData(const char*, qint64) {
    return -1;
}

qint64 FeedSound::Source::bytesAvailable() const {
    return SoundQueue::rate * pairBytes;
}

FeedSound::FeedSound(FeedHearing& hearing, const Sounder& sounder, QObject* parent)
    : QObject(parent)
    , m_hearing(hearing)
    , m_devices(new QMediaDevices(this)) {
    connect(&hearing, &FeedHearing::changed, this, &FeedSound::follow);
    connect(&hearing, &FeedHearing::chosen, this, [this] {
        m_sink.reset(); // another queue
        m_failed = false;
    });
    connect(m_devices, &QMediaDevices::audioOutputsChanged, this, [this] {
        m_sink.reset();
        m_failed = false;
        follow();
    });
    connect(&sounder, &Sounder::ringingChanged, this, [this](bool rings) { m_hearing.setHushed(rings); });
    m_hearing.setHushed(sounder.isRinging());
    follow();
}

FeedSound::~FeedSound() {
    m_sink.reset(); // before what it reads
}

void FeedSound::follow() {
    m_hearing.setDevice(!m_failed && !QMediaDevices::defaultAudioOutput().isNull());
    const bool plays = m_hearing.state(m_hearing.feed()) == FeedHearing::State::Heard;
    if (!plays)
        m_sink.reset();
    else if (!m_sink)
        open();
}

void FeedSound::open() {
    QAudioFormat format;
    format.setSampleRate(SoundQueue::rate);
    format.setChannelCount(SoundQueue::channels);
    format.setSampleFormat(QAudioFormat::Int16);
    m_hearing.queue()->clear(); // what came while it was silent is old
    m_source = std::make_unique<Source>(m_hearing.queue());
    m_sink = std::make_unique<QAudioSink>(QMediaDevices::defaultAudioOutput(), format);
    m_sink->setBufferSize(qsizetype(pairBytes) * SoundQueue::rate * deviceMs / 1000);
    connect(m_sink.get(), &QAudioSink::stateChanged, this, &FeedSound::look, Qt::QueuedConnection);
    m_sink->start(m_source.get());
    look();
}

// An underrun is no fault of the device: the machine was busy for a moment.
void FeedSound::look() {
    const QAudio::Error error = m_sink ? m_sink->error() : QAudio::NoError;
    if (error == QAudio::NoError || error == QAudio::UnderrunError)
        return;
    m_failed = true;
    follow();
}

} // namespace tridesk::sound
