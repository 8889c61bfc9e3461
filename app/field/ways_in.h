// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/http_service.h"
#include "app/intake/metrics.h"

#include <QMap>
#include <QObject>

#include <functional>

namespace tridesk {

class Desk;
class FieldEndpoint;
class FixBoard;
class FixEndpoint;
class IncidentEndpoint;
class SeatSessions;

/// Every way into a desk over HTTP, as the console and tridesk-gateway both open them: incidents, fixes,
/// field terminals, alarms of cameras, and what watches it all: GET /health (/v1/health), open to all, and
/// GET /metrics, in Prometheus' text. Make it after the Desk, destroy it before; same
/// thread.
class WaysIn : public QObject {
    Q_OBJECT

public:
    WaysIn(const QString& dataFolder, const HttpOptions& options, Desk& desk, FixBoard& board,
           QObject* parent = nullptr);
    ~WaysIn() override;

    /// Listens once the desk is ready and no other process of the folder does.
    void start();
    /// More figures, of what the program runs besides; asked at each look, in this thread.
    void addMetrics(std::function<QList<Metric>()> more) { m_moreMetrics.append(std::move(more)); }
    /// Something beside the desk is in trouble, and what; empty: no more. Told with the health, not its
    /// words.
    void setTrouble(const QString& part, const QString& why);
    [[nodiscard]] const HttpService& http() const { return *m_http; }
    [[nodiscard]] HttpService& http() { return *m_http; }

private:
    [[nodiscard]] HttpAnswer health() const;
    [[nodiscard]] HttpAnswer metrics() const;
    [[nodiscard]] bool isGood() const;

    Desk& m_desk;
    FixBoard& m_board;
    HttpService* m_http;
    SeatSessions* m_sessions; ///< who has signed in at stations' seats
    FixEndpoint* m_fixes;
    QString m_storageTrouble;
    QMap<QString, QString> m_troubles; ///< of the program's other parts
    QList<std::function<QList<Metric>()>> m_moreMetrics;
};

} // namespace tridesk
