// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/alert_watch.h"
#include "ui/sound/speaker.h"

#include <QLocale>
#include <QObject>

#include <array>
#include <memory>
#include <optional>
#include <vector>

class QSettings;
class QTextToSpeech;
class QTimer;

namespace tridesk {

class SeatDesk;

namespace sound {

/// Sounds what calls the seats of one process. An emergency cannot be muted and sounds again and again until
/// somebody has acknowledged it, and nothing else is heard over it; of the rest each family can be, and calls
/// that come together sound once. What is spoken is said by the system's voice after the sound, if that was
/// asked for. Kept in the settings under "sound/". GUI thread.
class Sounder : public QObject {
    Q_OBJECT

public:
    /// `settings` outlives it.
    explicit Sounder(QSettings& settings, QObject* parent = nullptr);
    ~Sounder() override;

    /// From now on this seat is called too, until `desk` goes.
    void watch(SeatDesk& desk);

    [[nodiscard]] bool isOn(AlertFamily family) const;    ///< an emergency always is
    void setOn(AlertFamily family, bool on);              ///< without effect on an emergency
    [[nodiscard]] int volume() const { return m_volume; } ///< percent
    void setVolume(int percent);
    [[nodiscard]] bool speaks() const { return m_speaks; }
    void setSpeaks(bool speaks);
    /// Why nothing can be spoken; empty: it can.
    [[nodiscard]] QString voiceTrouble() const;

    /// An emergency sounds again and again.
    [[nodiscard]] bool isRinging() const;
    /// Sounds it now, muted or not.
    void test(AlertFamily family);
    [[nodiscard]] const Speaker& speaker() const { return m_speaker; }

    static constexpr int quietestEmergency = 40; ///< percent: below that an emergency is not turned down
    static constexpr Milliseconds emergencyEvery{3000};
    static constexpr Milliseconds together{1500}; ///< calls of one family that sound once

Q_SIGNALS:
    void sounded(tridesk::AlertFamily family);
    void spoken(const QString& words);
    void ringingChanged(bool rings);

private:
    struct Watched {
        SeatDesk* desk;
        AlertWatch* watch;
    };

    void call(const SeatDesk& desk, const Alert& alert);
    void sound(AlertFamily family);
    /// How long an emergency's sound still lasts, which nothing cuts off.
    [[nodiscard]] Milliseconds takenFor() const;
    void say(const QString& words);
    void followRinging();
    [[nodiscard]] QTextToSpeech& voice() const;

    QSettings& m_settings;
    Speaker m_speaker;
    mutable std::unique_ptr<QTextToSpeech> m_voice; ///< made when it is first wanted: it starts a service
    QTimer* m_emergency;                            ///< runs while one rings
    QTimer* m_gap; ///< runs until an emergency's sound has ended, if something waits for that
    std::optional<AlertFamily> m_next;
    std::vector<Watched> m_watched;
    std::array<bool, alertFamilyCount> m_on{};
    std::array<qint64, alertFamilyCount> m_soundedAt{}; ///< ms of a steady clock; 0: never
    int m_volume = 0;
    mutable std::optional<QLocale::Language> m_askedFor; ///< whether the voice speaks it
    mutable bool m_hasLanguage = false;
    int m_waiting = 0; ///< said since the voice was last silent
    bool m_speaks = false;
};

} // namespace sound
} // namespace tridesk
