// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/roads/route.h"

#include <QFuture>
#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QString>
#include <QVariantMap>

#include <expected>
#include <memory>

class QGeoServiceProvider;

namespace tridesk::maps {

/// A place as any provider tells it.
struct ServicePlace {
    QString label; ///< one line, in the language of the service
    QString street;
    QGeoCoordinate at; ///< WGS-84
    double metresOff = -1;
};

/// Places, addresses and routes for the console, through Qt Location, so that a site may name another
/// provider. The default provider is tridesk, over a map package.
///
/// Belongs to the GUI thread and never blocks it: each question returns at once with a future that finishes
/// on this thread's event loop, with an error text (one line) where the provider failed. When the service is
/// destroyed, or a newer find() or reverse() overtakes an older one, the older future is cancelled: attach
/// with future.then(context, …) and nothing reaches a context that is gone.
class GeoService : public QObject {
    Q_OBJECT
public:
    using Places = std::expected<QList<ServicePlace>, QString>;
    using Routed = std::expected<Route, QString>;

    struct Settings {
        QString provider = QStringLiteral("tridesk"); ///< as QGeoServiceProvider names them
        QVariantMap parameters; ///< the provider's own; tridesk: "tridesk.package" (folder)
        bool chinese = true;    ///< the language of labels
    };
    [[nodiscard]] static Settings forPackage(const QString& packageFolder, bool chinese);

    explicit GeoService(Settings settings, QObject* parent = nullptr);
    ~GeoService() override;

    [[nodiscard]] bool isAvailable() const { return m_error.isEmpty(); }
    [[nodiscard]] QString error() const { return m_error; } ///< why it is not

    [[nodiscard]] QFuture<Places> find(const QString& text, const QGeoCoordinate& near = {}, int limit = 20);
    [[nodiscard]] QFuture<Places> reverse(const QGeoCoordinate& at);
    [[nodiscard]] QFuture<Routed> route(const QGeoCoordinate& from, const QGeoCoordinate& to);

    void setChinese(bool chinese);

private:
    Settings m_settings;
    QString m_error;
    std::unique_ptr<QGeoServiceProvider> m_provider;
};

} // namespace tridesk::maps
