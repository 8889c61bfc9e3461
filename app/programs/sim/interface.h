// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/programs/sim/crew.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace tridesk::sim {

/// The public interfaces of a desk (app/intake/README.md) as its sources use them: over HTTP, with a token,
/// nothing else. Answers come back on the caller's thread; failures are counted and told once a second at
/// most.
class Interface : public QObject {
    Q_OBJECT

public:
    Interface(QUrl desk, QByteArray token, QObject* parent = nullptr);

    void report(const QJsonObject& incident);
    void logOn(const Callsign& unit, const QStringList& crew, const QString& camera);
    void say(const Callsign& unit, const CrewSays& words);
    void orders(const Callsign& unit, const std::function<void(const QList<CrewOrder>&)>& take);
    /// As the OwnTracks app posts it, or as Traccar Client does: both ways in are used. Left out while the
    /// desk is behind with answering.
    void fix(const QString& device, const CrewPosition& position, bool asOwnTracks);

    [[nodiscard]] qint64 answered() const { return m_answered; }
    [[nodiscard]] qint64 failed() const { return m_failed; }

Q_SIGNALS:
    void trouble(const QString& what);

private:
    using Take = std::function<void(const QJsonDocument&)>;

    void post(const QString& path, const QByteArray& body, const Take& take = {});
    void expect(QNetworkReply* reply, const Take& take);
    [[nodiscard]] QNetworkRequest request(const QString& path, const QString& query = {}) const;

    QUrl m_desk;
    QByteArray m_token;
    QNetworkAccessManager m_network;
    qint64 m_underWay = 0;
    qint64 m_answered = 0;
    qint64 m_failed = 0;
};

} // namespace tridesk::sim
