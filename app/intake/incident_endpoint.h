// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/intake/http_service.h"
#include "app/intake/incident_reader.h"

#include <QObject>

namespace tridesk {

/// POST /v1/incidents: answers when every record of the body is durable or refused. The thread of the Desk.
class IncidentEndpoint : public QObject {
    Q_OBJECT

public:
    IncidentEndpoint(HttpService& service, Desk& desk, QObject* parent = nullptr);

private:
    [[nodiscard]] QFuture<HttpAnswer> post(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> take(const QString& source, const Result<IncidentBatch>& batch);

    Desk& m_desk;
    int m_waiting = 0; ///< records handed to the desk and not yet durable
};

} // namespace tridesk
