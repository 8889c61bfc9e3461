// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"
#include "app/field/broker_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tridesk::test {

/// A unit's terminal that knows the broker alone: hears its orders, answers with steps, says where it is.
class MqttCrew : public QObject {
public:
    MqttCrew(const BrokerOptions& options, const QString& callsign)
        : m_callsign(callsign.toUtf8())
        , m_line(options, {{broker_topics::order + m_callsign, 1}}, [this](const MqttMessage& message) {
            QMetaObject::invokeMethod( // from the line's thread
                this, [this, message] { m_told = message.payload; }, Qt::QueuedConnection);
        }) {
        m_line.start();
    }

    /// As it was last told.
    [[nodiscard]] QList<QJsonObject> orders() const {
        QList<QJsonObject> all;
        for (const auto& order : QJsonDocument::fromJson(m_told).object()[u"orders"].toArray())
            all.append(order.toObject());
        return all;
    }
    /// Both false where there is no line; true is no word that it arrived.
    bool step(const QString& order, const QString& word, const QString& text) {
        return publish(broker_topics::step, {{QStringLiteral("order"), order},
                                             {QStringLiteral("step"), word},
                                             {QStringLiteral("text"), text}});
    }
    bool fix(Instant at, double latitude, double longitude) {
        return publish(broker_topics::fix, {{QStringLiteral("at"), toIso(at)},
                                            {QStringLiteral("lat"), latitude},
                                            {QStringLiteral("lon"), longitude}});
    }

private:
    bool publish(const QByteArray& topic, const QJsonObject& said) {
        return m_line.publish(topic + m_callsign, QJsonDocument(said).toJson(QJsonDocument::Compact), false);
    }

    QByteArray m_callsign;
    QByteArray m_told;
    MqttLine m_line; ///< the last: its thread ends before what it speaks to
};

} // namespace tridesk::test
