// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/speaker.h"

#include "ui/sound/rhythm.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QAudioSink>
#include <QMediaDevices>

#include <utility>

namespace tridesk::sound {

Speaker::Speaker(QObject* parent)
    : QObject(parent)
    , m_devices(new QMediaDevices(this)) {
    connect(m_devices, &QMediaDevices::audioOutputsChanged, this, &Speaker::open);
    open();
}

Speaker::~Speaker() {
    m_sink.reset(); // before the buffer that it reads
}

void Speaker::open() {
    m_sink.reset();
    m_failed = false;
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (!device.isNull()) {
        QAudioFormat format;
        format.setSampleRate(sampleRate);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Int16);
        m_sink = std::make_unique<QAudioSink>(device, format);
        connect(m_sink.get(), &QAudioSink::stateChanged, this, &Speaker::look);
    }
    Q_EMIT deviceChanged();
}

void Speaker::look() {
    const QAudio::Error error = m_sink ? m_sink->error() : QAudio::NoError;
    const bool failed = error != QAudio::NoError && error != QAudio::UnderrunError;
    if (std::exchange(m_failed, failed) != failed)
        Q_EMIT deviceChanged();
}

bool Speaker::hasDevice() const {
    return m_sink != nullptr && !m_failed;
}

QString Speaker::deviceName() const {
    return m_sink ? QMediaDevices::defaultAudioOutput().description() : QString();
}

void Speaker::play(const QByteArray& samples) {
    if (m_sink) {
        m_sink->reset();
        m_wave.close();
        m_wave.setData(samples);
        m_wave.open(QIODevice::ReadOnly);
        m_sink->setBufferSize(samples.size()); // all of it at once: a busy window must not make it stutter
        m_sink->start(&m_wave);
    }
    Q_EMIT played(samples);
}

} // namespace tridesk::sound
