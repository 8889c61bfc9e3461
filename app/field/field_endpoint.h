// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/intake/http_service.h"

#include <QObject>

namespace tridesk {

class JsonFields;

/// What crews' terminals use: their unit's orders, the steps of an order, logging on and off, status. Acts as
/// the seat "field:<unit>"; a token of scope field:CALLSIGN reaches that unit only. The thread of the Desk.
class FieldEndpoint : public QObject {
    Q_OBJECT

public:
    FieldEndpoint(HttpService& service, Desk& desk, QObject* parent = nullptr);

private:
    [[nodiscard]] QFuture<HttpAnswer> orders(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> advance(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> logOn(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> logOff(const HttpCall& call);
    [[nodiscard]] QFuture<HttpAnswer> setStatus(const HttpCall& call);

    [[nodiscard]] Result<const Unit*> unitOf(const HttpCall& call) const;
    [[nodiscard]] QFuture<HttpAnswer> submit(const HttpCall& call, const UnitId& unit, Command command,
                                             JsonFields& body);

    Desk& m_desk;
};

} // namespace tridesk
