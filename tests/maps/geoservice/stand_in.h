// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>

namespace tridesk::maps::test {

using namespace Qt::StringLiterals;

/// What a server of the site says: a stand-in on loopback that answers each request as told, in the formats
/// of Nominatim (search, reverse) and OSRM (route).
class StandIn : public QObject {
public:
    StandIn() {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket* socket = m_server.nextPendingConnection())
                connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        });
    }
    [[nodiscard]] bool listen() { return m_server.listen(QHostAddress::LocalHost); }
    [[nodiscard]] QString url() const { return u"http://127.0.0.1:%1"_s.arg(m_server.serverPort()); }

    enum class Mood { Answer, Error, Garbage, Silence };
    Mood mood = Mood::Answer;
    QStringList asked; ///< the targets of the requests

private:
    void read(QTcpSocket* socket) {
        const QByteArray request = socket->property("request").toByteArray() + socket->readAll();
        socket->setProperty("request", request);
        if (!request.contains("\r\n\r\n"))
            return;
        socket->setProperty("request", QByteArray());
        const QString target = QString::fromUtf8(request.split(' ').value(1));
        asked.append(target);
        if (mood == Mood::Silence)
            return;
        const QByteArray body = mood == Mood::Garbage ? QByteArray("\x00\xff{[<html>", 10) : bodyFor(target);
        const QByteArray status = mood == Mood::Error ? "500 Internal Server Error" : "200 OK";
        socket->write("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nContent-Length: " +
                      QByteArray::number(body.size()) + "\r\nConnection: close\r\n\r\n" + body);
        socket->disconnectFromHost();
    }

    static QByteArray bodyFor(const QString& target) {
        if (target.contains(u"/search"_s))
            return R"([{"place_id":1,"osm_type":"way","osm_id":7,"boundingbox":["31.2","31.21","121.4","121.41"],)"
                   R"("lat":"31.205","lon":"121.405","display_name":"人民路, 黄浦区, 上海市, 中国","class":"highway",)"
                   R"("type":"primary","importance":0.6,)"
                   R"("address":{"road":"人民路","city":"上海市","country":"中国","country_code":"cn"}}])";
        if (target.contains(u"/reverse"_s))
            return R"({"place_id":2,"osm_type":"node","osm_id":9,"lat":"31.2051","lon":"121.4052",)"
                   R"("display_name":"118, 人民路, 上海市, 中国",)"
                   R"("address":{"house_number":"118","road":"人民路","city":"上海市","country":"中国",)"
                   R"("country_code":"cn"},"boundingbox":["31.2","31.21","121.4","121.41"]})";
        // geometry: a polyline of six digits (geometries=polyline6) of (31.2, 121.4), (31.21, 121.4), (31.21,
        // 121.41)
        return R"({"code":"Ok","waypoints":[{"name":"","location":[121.4,31.2]},{"name":"","location":[121.41,31.21]}],)"
               R"("routes":[{"distance":2064.2,"duration":181.5,"weight":181.5,"weight_name":"routability",)"
               R"("geometry":"_ohoz@_ktpfF_pR??_pR","legs":[{"summary":"","distance":2064.2,"duration":181.5,"weight":181.5,)"
               R"("steps":[)"
               R"({"distance":1112.0,"duration":100.5,"geometry":"_ohoz@_ktpfF_pR?","mode":"driving","driving_side":"right",)"
               R"("name":"人民路","intersections":[{"location":[121.4,31.2],"bearings":[0],"entry":[true],"out":0}],)"
               R"("maneuver":{"type":"depart","location":[121.4,31.2],"bearing_before":0,"bearing_after":0}},)"
               R"({"distance":952.2,"duration":81.0,"geometry":"_`|oz@_ktpfF?_pR","mode":"driving","driving_side":"right",)"
               R"("name":"中山路","intersections":[{"location":[121.4,31.21],"bearings":[90],"entry":[true],"out":0,"in":0}],)"
               R"("maneuver":{"type":"turn","modifier":"right","location":[121.4,31.21],"bearing_before":0,"bearing_after":90}},)"
               R"({"distance":0,"duration":0,"geometry":"_`|oz@_|gqfF","mode":"driving","driving_side":"right","name":"中山路",)"
               R"("intersections":[{"location":[121.41,31.21],"bearings":[270],"entry":[true],"in":0}],)"
               R"("maneuver":{"type":"arrive","location":[121.41,31.21],"bearing_before":90,"bearing_after":0}}]}]}]})";
    }

    QTcpServer m_server;
};

} // namespace tridesk::maps::test
