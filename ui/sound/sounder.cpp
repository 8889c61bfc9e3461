// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sound/sounder.h"

#include "app/desk/desk.h"
#include "ui/sound/rhythm.h"
#include "ui/sound/spoken_words.h"

#include <QLocale>
#include <QSettings>
#include <QTextToSpeech>
#include <QTimer>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace tridesk::sound {

namespace {

constexpr int usualVolume = 70;
constexpr int mostQueued = 4; ///< things to say; later ones are only sounded

QString keyOf(AlertFamily family) {
    switch (family) {
    case AlertFamily::Emergency:
        return u"sound/emergency"_s;
    case AlertFamily::UrgentIncident:
        return u"sound/urgentIncident"_s;
    case AlertFamily::Overdue:
        return u"sound/overdue"_s;
    case AlertFamily::Assigned:
        return u"sound/assigned"_s;
    case AlertFamily::Message:
        return u"sound/message"_s;
    case AlertFamily::Status:
        return u"sound/status"_s;
    }
    return {};
}

qint64 steadyMs() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

Sounder::Sounder(QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_settings(settings)
    , m_emergency(new QTimer(this))
    , m_gap(new QTimer(this)) {
    for (int i = 0; i < alertFamilyCount; ++i) {
        const auto family = AlertFamily(i);
        m_on.at(size_t(i)) = family == AlertFamily::Emergency || settings.value(keyOf(family), true).toBool();
    }
    m_volume = std::clamp(settings.value(u"sound/volume"_s, usualVolume).toInt(), 0, 100);
    m_speaks = settings.value(u"sound/speaks"_s, false).toBool();
    m_emergency->setInterval(emergencyEvery);
    connect(m_emergency, &QTimer::timeout, this, [this] { sound(AlertFamily::Emergency); });
    m_gap->setSingleShot(true);
    connect(m_gap, &QTimer::timeout, this, [this] {
        if (const auto next = std::exchange(m_next, {}))
            sound(*next);
    });
}

Sounder::~Sounder() = default;

void Sounder::watch(SeatDesk& desk) {
    auto* watch = new AlertWatch(desk, this);
    m_watched.push_back({&desk, watch});
    connect(watch, &AlertWatch::alerted, this, [this, &desk](const Alert& alert) { call(desk, alert); });
    connect(watch, &AlertWatch::ringingChanged, this, &Sounder::followRinging);
    connect(&desk, &QObject::destroyed, this, [this, gone = &desk] {
        std::erase_if(m_watched, [gone](const Watched& one) {
            if (one.desk != gone)
                return false;
            delete one.watch;
            return true;
        });
        followRinging();
    });
    followRinging();
}

void Sounder::followRinging() {
    const bool rings =
        std::ranges::any_of(m_watched, [](const Watched& one) { return one.watch->isRinging(); });
    if (rings == m_emergency->isActive())
        return;
    if (rings) {
        m_emergency->start();
        Q_EMIT ringingChanged(true); // before it sounds
        return sound(AlertFamily::Emergency);
    }
    m_emergency->stop();
    Q_EMIT ringingChanged(false);
}

bool Sounder::isRinging() const {
    return m_emergency->isActive();
}

void Sounder::call(const SeatDesk& desk, const Alert& alert) {
    if (!isOn(alert.family))
        return;
    const qint64 now = steadyMs();
    qint64& last = m_soundedAt.at(size_t(alert.family));
    if (last == 0 || now - last >= together.count())
        sound(alert.family);
    if (m_speaks)
        say(spokenWords(desk.situation(), alert));
}

Milliseconds Sounder::takenFor() const {
    const qint64 last = m_soundedAt.at(size_t(AlertFamily::Emergency));
    const Milliseconds whole = last == 0 ? Milliseconds(0) : length(rhythm(AlertFamily::Emergency));
    return std::max(Milliseconds(0), whole - Milliseconds(steadyMs() - last));
}

void Sounder::sound(AlertFamily family) {
    if (const Milliseconds left = takenFor(); family != AlertFamily::Emergency && left > Milliseconds(0)) {
        m_next = std::min(m_next.value_or(family), family); // the most pressing one in the gap
        if (!m_gap->isActive())
            m_gap->start(left);
        return;
    }
    m_soundedAt.at(size_t(family)) = steadyMs();
    const int percent = family == AlertFamily::Emergency ? std::max(m_volume, quietestEmergency) : m_volume;
    m_speaker.play(samples(rhythm(family), percent / 100.0));
    Q_EMIT sounded(family);
}

void Sounder::test(AlertFamily family) {
    sound(family);
}

void Sounder::say(const QString& words) {
    if (words.isEmpty())
        return;
    if (voiceTrouble().isEmpty()) {
        if (voice().state() == QTextToSpeech::Ready)
            m_waiting = 0;
        if (m_waiting >= mostQueued)
            return;
        ++m_waiting;
        voice().setLocale(QLocale());
        voice().setVolume(m_volume / 100.0);
        voice().enqueue(words);
    }
    Q_EMIT spoken(words);
}

QTextToSpeech& Sounder::voice() const {
    if (!m_voice)
        m_voice = std::make_unique<QTextToSpeech>();
    return *m_voice;
}

QString Sounder::voiceTrouble() const {
    if (QTextToSpeech::availableEngines().isEmpty() || voice().state() == QTextToSpeech::Error)
        return tr("No voice is installed on this computer.");
    const QLocale::Language wanted = QLocale().language();
    if (m_askedFor != wanted) { // once a language: the service may be slow, and this is the window's thread
        m_askedFor = wanted;
        m_hasLanguage = std::ranges::any_of(voice().availableLocales(), [wanted](const QLocale& locale) {
            return locale.language() == wanted;
        });
    }
    return m_hasLanguage ? QString() : tr("No voice of this language is installed on this computer.");
}

bool Sounder::isOn(AlertFamily family) const {
    return m_on.at(size_t(family));
}

void Sounder::setOn(AlertFamily family, bool on) {
    if (family == AlertFamily::Emergency)
        return;
    m_on.at(size_t(family)) = on;
    m_settings.setValue(keyOf(family), on);
}

void Sounder::setVolume(int percent) {
    m_volume = std::clamp(percent, 0, 100);
    m_settings.setValue(u"sound/volume"_s, m_volume);
}

void Sounder::setSpeaks(bool speaks) {
    m_speaks = speaks;
    m_settings.setValue(u"sound/speaks"_s, speaks);
    if (!speaks && m_voice)
        m_voice->stop();
}

} // namespace tridesk::sound
