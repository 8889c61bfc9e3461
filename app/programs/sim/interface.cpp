// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/interface.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkReply>
#include <QUrlQuery>

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 10'000;     ///< milliseconds for one answer
constexpr qint64 mostUnderWay = 400; ///< answers outstanding before fixes are left out

QByteArray compact(const QJsonObject& object) {
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

CrewOrder orderFrom(const QJsonObject& json) {
    const QJsonObject place = json.value("incident"_L1).toObject().value("place"_L1).toObject();
    CrewOrder order{json.value("order"_L1).toString(), json.value("stage"_L1).toString(), {}};
    if (place.contains("lat"_L1))
        order.at = QGeoCoordinate(place.value("lat"_L1).toDouble(), place.value("lon"_L1).toDouble());
    return order;
}

QString stepPath(const Callsign& unit, const CrewSays& words) {
    return words.order.isEmpty() ? u"/v1/field/units/%1/status"_s.arg(unit.toString())
                                 : u"/v1/field/orders/%1/%2"_s.arg(words.order, words.step);
}

} // namespace

Interface::Interface(QUrl desk, QByteArray token, QObject* parent)
    : QObject(parent)
    , m_desk(std::move(desk))
    , m_token(std::move(token)) {}

QNetworkRequest Interface::request(const QString& path, const QString& query) const {
    QUrl url = m_desk;
    url.setPath(path);
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_token);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setTransferTimeout(patience);
    return request;
}

void Interface::post(const QString& path, const QByteArray& body, const Take& take) {
    expect(m_network.post(request(path), body), take);
}

void Interface::expect(QNetworkReply* reply, const Take& take) {
    ++m_underWay;
    connect(reply, &QNetworkReply::finished, this, [this, reply, take] {
        reply->deleteLater();
        --m_underWay;
        const QByteArray body = reply->readAll();
        if (reply->error() != QNetworkReply::NoError) {
            ++m_failed;
            return Q_EMIT trouble(u"%1: %2 %3"_s.arg(reply->url().path(), reply->errorString(),
                                                     QString::fromUtf8(body.left(300))));
        }
        ++m_answered;
        if (take)
            take(QJsonDocument::fromJson(body));
    });
}

void Interface::report(const QJsonObject& incident) {
    post(u"/v1/incidents"_s, compact(incident));
}

void Interface::logOn(const Callsign& unit, const QStringList& crew, const QString& camera) {
    post(u"/v1/field/units/%1/log-on"_s.arg(unit.toString()),
         compact({{u"crew"_s, QJsonArray::fromStringList(crew)}, {u"camera"_s, camera}}));
}

void Interface::say(const Callsign& unit, const CrewSays& words) {
    QJsonObject body;
    if (words.order.isEmpty())
        body.insert("status"_L1, words.step);
    if (!words.text.isEmpty())
        body.insert("text"_L1, words.text);
    if (!words.disposition.isEmpty())
        body.insert("disposition"_L1, words.disposition);
    post(stepPath(unit, words), compact(body));
}

void Interface::orders(const Callsign& unit, const std::function<void(const QList<CrewOrder>&)>& take) {
    expect(m_network.get(request(u"/v1/field/units/%1/orders"_s.arg(unit.toString()))),
           [take](const QJsonDocument& answer) {
               QList<CrewOrder> orders;
               const QJsonArray all = answer.object().value("orders"_L1).toArray();
               for (const auto& order : all)
                   orders.append(orderFrom(order.toObject()));
               take(orders);
           });
}

void Interface::fix(const QString& device, const CrewPosition& position, bool asOwnTracks) {
    if (m_underWay > mostUnderWay)
        return;
    const qint64 now = QDateTime::currentMSecsSinceEpoch();
    if (asOwnTracks) {
        constexpr double kmhPerMs = 3.6;
        QNetworkRequest posted = request(u"/v1/fixes/owntracks"_s);
        posted.setRawHeader("X-Limit-U", "sim");
        posted.setRawHeader("X-Limit-D", device.toUtf8());
        const QJsonObject body{{u"_type"_s, u"location"_s},
                               {u"lat"_s, position.at.latitude()},
                               {u"lon"_s, position.at.longitude()},
                               {u"tst"_s, now / 1000},
                               {u"vel"_s, qRound(position.metresPerSecond * kmhPerMs)},
                               {u"cog"_s, qRound(position.heading) % 360},
                               {u"acc"_s, 8}};
        return expect(m_network.post(posted, compact(body)), {});
    }
    constexpr double knotsPerMs = 1.943844;
    QUrlQuery query;
    query.addQueryItem(u"id"_s, device);
    query.addQueryItem(u"lat"_s, QString::number(position.at.latitude(), 'f', 7));
    query.addQueryItem(u"lon"_s, QString::number(position.at.longitude(), 'f', 7));
    query.addQueryItem(u"timestamp"_s, QString::number(now));
    query.addQueryItem(u"speed"_s, QString::number(position.metresPerSecond * knotsPerMs, 'f', 1));
    query.addQueryItem(u"bearing"_s, QString::number(position.heading, 'f', 0));
    query.addQueryItem(u"accuracy"_s, u"8"_s);
    expect(m_network.get(request(u"/v1/fixes/osmand"_s, query.toString(QUrl::FullyEncoded))), {});
}

} // namespace tridesk::sim
