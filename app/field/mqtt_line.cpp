// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/mqtt_line.h"

#include <QLoggingCategory>
#include <QRandomGenerator>

#include <mosquitto.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

namespace tridesk {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

Q_LOGGING_CATEGORY(logBroker, "tridesk.field.broker")

constexpr int roundMs = 250; // how soon an end is noticed at the latest
constexpr int refusedSubscription = 128;

QString told(int code) {
    return code == MOSQ_ERR_ERRNO ? QString::fromLocal8Bit(std::strerror(errno))
                                  : QString::fromUtf8(mosquitto_strerror(code));
}

struct Destroy {
    void operator()(mosquitto* line) const { mosquitto_destroy(line); }
};

} // namespace

/// libmosquitto's, in which nobody may throw.
class MqttLine::Callbacks {
public:
    static void connected(mosquitto*, void* self, int code) { static_cast<MqttLine*>(self)->onConnect(code); }
    static void subscribed(mosquitto*, void* self, int, int count, const int* granted) {
        for (int i = 0; i < count; ++i)
            static_cast<MqttLine*>(self)->onSubscribed(granted[i]);
    }
    static void heard(mosquitto*, void* self, const mosquitto_message* message) {
        static_cast<MqttLine*>(self)->m_hear(
            {QByteArray(message->topic),
             QByteArray(static_cast<const char*>(message->payload), message->payloadlen), message->retain});
    }
};

MqttLine::MqttLine(BrokerOptions options, QList<MqttSubscription> subscriptions, Hearer hear, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_subscriptions(std::move(subscriptions))
    , m_hear(std::move(hear)) {
    mosquitto_lib_init(); // counted
}

MqttLine::~MqttLine() {
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
        if (m_line)
            mosquitto_disconnect(m_line);
    }
    m_wake.notify_all();
    if (m_thread.joinable())
        m_thread.join();
    mosquitto_lib_cleanup();
}

void MqttLine::start() {
    m_thread = std::thread([this] { work(); });
}

bool MqttLine::publish(const QByteArray& topic, const QByteArray& payload, bool retained) {
    const std::scoped_lock lock(m_mutex);
    if (!m_line)
        return false;
    const int code = mosquitto_publish(m_line, nullptr, topic.constData(), int(payload.size()),
                                       payload.constData(), 1, retained);
    if (code != MOSQ_ERR_SUCCESS)
        qCWarning(logBroker).noquote() << "not published to" << topic << told(code);
    return code == MOSQ_ERR_SUCCESS;
}

/// A line for each try: what the last one still had in hand is told anew, never from before.
void MqttLine::work() {
    milliseconds wait{0};
    QString last;
    while (!isEnding()) {
        const QByteArray name = "tridesk-" + QByteArray::number(QRandomGenerator::global()->generate64(), 16);
        const std::unique_ptr<mosquitto, Destroy> line(mosquitto_new(name.constData(), true, this));
        QString why = line ? prepare(line.get()) : u"out of memory"_s;
        m_wasUp = false;
        if (why.isEmpty())
            why = hold(line.get());
        if (isEnding())
            return;
        wait = m_wasUp ? firstPause : std::clamp(wait * 2, firstPause, longestPause);
        if (m_wasUp || why != last) {
            qCWarning(logBroker).noquote() << m_options.shown() << why;
            Q_EMIT down(why);
        }
        last = why;
        pause(wait);
    }
}

QString MqttLine::prepare(mosquitto* line) {
    mosquitto_threaded_set(line, true); // published from other threads, which wake this one
    mosquitto_int_option(line, MOSQ_OPT_TCP_NODELAY, 1);
    mosquitto_connect_callback_set(line, Callbacks::connected);
    mosquitto_subscribe_callback_set(line, Callbacks::subscribed);
    mosquitto_message_callback_set(line, Callbacks::heard);
    if (!m_options.user.isEmpty()) {
        QByteArray password;
        if (!m_options.passwordFile.isEmpty()) {
            const auto read = passwordIn(m_options.passwordFile);
            if (!read)
                return read.error();
            password = *read;
        }
        mosquitto_username_pw_set(line, m_options.user.toUtf8().constData(),
                                  password.isEmpty() ? nullptr : password.constData());
    }
    if (!m_options.tls)
        return {};
    const auto path = [](const QString& file) { return file.toLocal8Bit(); };
    const QByteArray authorities = path(m_options.authorities), certificate = path(m_options.certificate),
                     key = path(m_options.key);
    const auto orNull = [](const QByteArray& text) { return text.isEmpty() ? nullptr : text.constData(); };
    if (authorities.isEmpty())
        mosquitto_int_option(line, MOSQ_OPT_TLS_USE_OS_CERTS, 1);
    const int code =
        authorities.isEmpty() && certificate.isEmpty()
            ? MOSQ_ERR_SUCCESS
            : mosquitto_tls_set(line, orNull(authorities), authorities.isEmpty() ? "/etc/ssl/certs" : nullptr,
                                orNull(certificate), orNull(key), nullptr);
    return code == MOSQ_ERR_SUCCESS ? QString() : u"certificates: "_s + told(code);
}

QString MqttLine::hold(mosquitto* line) {
    m_current = line;
    m_refusal.clear();
    m_standing = 0;
    int code = mosquitto_connect_async(line, m_options.host.toUtf8().constData(), m_options.port,
                                       int(keepAlive.count()));
    while (code == MOSQ_ERR_SUCCESS && m_refusal.isEmpty() && !isEnding())
        code = mosquitto_loop(line, roundMs, 1);
    const QString why = told(code);
    {
        const std::scoped_lock lock(m_mutex);
        m_line = nullptr;
    }
    mosquitto_disconnect(line);
    return m_refusal.isEmpty() ? why : m_refusal;
}

void MqttLine::onConnect(int code) {
    if (code != 0) {
        m_refusal = QString::fromUtf8(mosquitto_connack_string(code));
        return;
    }
    if (m_subscriptions.isEmpty())
        return stand();
    for (const MqttSubscription& each : std::as_const(m_subscriptions))
        mosquitto_subscribe(m_current, nullptr, each.filter.constData(), each.qos);
}

void MqttLine::onSubscribed(int granted) {
    if (granted >= refusedSubscription) {
        m_refusal = u"the broker lets this user read too little (see its ACL)"_s;
        return;
    }
    if (++m_standing == m_subscriptions.size())
        stand();
}

void MqttLine::stand() {
    {
        const std::scoped_lock lock(m_mutex);
        m_line = m_current;
    }
    m_wasUp = true;
    qCInfo(logBroker).noquote() << "signed in at" << m_options.shown();
    Q_EMIT up();
}

bool MqttLine::isEnding() {
    const std::scoped_lock lock(m_mutex);
    return m_ending;
}

void MqttLine::pause(milliseconds time) {
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, time, [this] { return m_ending; });
}

} // namespace tridesk
