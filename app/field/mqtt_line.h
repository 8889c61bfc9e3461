// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/field/broker_options.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QObject>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

struct mosquitto;

namespace tridesk {

struct MqttMessage {
    QByteArray topic;
    QByteArray payload;
    bool retained = false; ///< kept by the broker from before; who sent it, and when, is not known
};

struct MqttSubscription {
    QByteArray filter;
    int qos = 0;
};

/// A line to an MQTT broker, on libmosquitto and a thread of its own. Lost, it is made again after a growing
/// pause, for as long as this lives; what was under way then is gone, so whoever publishes does so again at
/// up(). Signals arrive in the thread of this object; publish() from any thread.
class MqttLine : public QObject {
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds firstPause{250}, longestPause{10'000};
    static constexpr std::chrono::seconds keepAlive{10}; ///< a broker silent for twice as long is gone

    using Hearer = std::function<void(const MqttMessage&)>; ///< called on the line's thread

    MqttLine(BrokerOptions options, QList<MqttSubscription> subscriptions, Hearer hear,
             QObject* parent = nullptr);
    ~MqttLine() override; ///< says goodbye, and waits for the thread: half a second, as a rule

    void start();
    /// At QoS 1, kept by the broker as that topic's newest where `retained`. False where there is no line;
    /// true is no word that it arrived.
    bool publish(const QByteArray& topic, const QByteArray& payload, bool retained);
    [[nodiscard]] const BrokerOptions& options() const { return m_options; }

Q_SIGNALS:
    /// Signed in, and every subscription stands.
    void up();
    /// Lost, or not to be had; one line. Told when the reason changes.
    void down(const QString& why);

private:
    class Callbacks;

    void work();
    [[nodiscard]] QString prepare(mosquitto* line);
    [[nodiscard]] QString hold(mosquitto* line); ///< until it is lost; why
    void onConnect(int code);
    void onSubscribed(int granted);
    void stand();
    [[nodiscard]] bool isEnding();
    void pause(std::chrono::milliseconds time);

    BrokerOptions m_options;
    QList<MqttSubscription> m_subscriptions;
    Hearer m_hear;
    std::thread m_thread;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    mosquitto* m_line = nullptr; ///< the one that is signed in
    bool m_ending = false;
    // the thread's alone
    mosquitto* m_current = nullptr;
    QString m_refusal;        ///< why the broker turned it away
    qsizetype m_standing = 0; ///< subscriptions that are granted
    bool m_wasUp = false;
};

} // namespace tridesk
