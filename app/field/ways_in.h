// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/http_service.h"

#include <QObject>

namespace tridesk {

class Desk;
class FieldEndpoint;
class FixBoard;
class FixEndpoint;
class IncidentEndpoint;

/// Every way into a desk over HTTP, as the console and tridesk-gateway both open them: incidents, fixes,
/// field terminals, alarms of cameras, and GET /v1/health. Make it after the Desk, destroy it before; same
/// thread.
class WaysIn : public QObject {
    Q_OBJECT

public:
    WaysIn(const QString& dataFolder, const HttpOptions& options, Desk& desk, FixBoard& board,
           QObject* parent = nullptr);
    ~WaysIn() override;

    /// Listens once the desk is ready and no other process of the folder does.
    void start();
    [[nodiscard]] const HttpService& http() const { return *m_http; }
    [[nodiscard]] HttpService& http() { return *m_http; }

private:
    [[nodiscard]] HttpAnswer health() const;

    Desk& m_desk;
    HttpService* m_http;
    FixEndpoint* m_fixes;
    QString m_storageTrouble;
};

} // namespace tridesk
