// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/roads/route.h"

#include <QFuture>
#include <QGeoCodeReply>
#include <QGeoCoordinate>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QString>
#include <QVariantMap>

#include <expected>
#include <memory>
#include <optional>

class QGeoCodingManager;
class QGeoRoutingManager;
class QGeoServiceProvider;

namespace tridesk::maps {

/// A place as any provider tells it.
struct ServicePlace {
    QString label; ///< one line, in the language of the service
    QString street;
    QString houseNumber;
    QGeoCoordinate at;             ///< WGS-84
    double metresOff = -1;         ///< from where the search looked; -1: not known
    std::optional<PlaceKind> kind; ///< told by tridesk only
    std::optional<Match> match;    ///< told by tridesk only
};

/// Places, addresses and routes for the console, through Qt Location, so that a site may name another
/// provider. The default provider is tridesk, over a map package.
///
/// Belongs to the GUI thread and never blocks it: each question returns at once with a future that finishes
/// on this thread's event loop, with an error text (one line) where the provider failed. A newer find()
/// cancels the one before, as does a newer reverse(); destroying the service cancels all. Attach with
/// future.then(context, …): a cancelled future calls nothing, and nothing reaches a context that is gone.
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

    explicit GeoService(const Settings& settings, QObject* parent = nullptr);
    ~GeoService() override;

    /// Why places, or routes, cannot be asked for; empty where they can. Questions asked all the same fail
    /// with this.
    [[nodiscard]] QString placesError() const { return m_placesError; }
    [[nodiscard]] QString routesError() const { return m_routesError; }

    /// What Gazetteer::find() takes; near ranks.
    [[nodiscard]] QFuture<Places> find(const QString& text, const QGeoCoordinate& near = {}, int limit = 20);
    /// What lies there, the best word for it first; none where nothing is near.
    [[nodiscard]] QFuture<Places> reverse(const QGeoCoordinate& at);
    [[nodiscard]] QFuture<Routed> route(const QGeoCoordinate& from, const QGeoCoordinate& to);

    void setChinese(bool chinese); ///< for questions asked from now on

private:
    struct Asked {
        std::weak_ptr<QPromise<Places>> promise;
        QPointer<QGeoCodeReply> reply;
    };
    [[nodiscard]] QFuture<Places> attach(QGeoCodeReply* reply, Asked& latest);

    std::unique_ptr<QGeoServiceProvider> m_provider;
    QGeoCodingManager* m_places = nullptr; ///< of the provider
    QGeoRoutingManager* m_routes = nullptr;
    QString m_placesError;
    QString m_routesError;
    bool m_ranksByBounds = false; ///< others exclude what lies outside
    Asked m_latestFind;
    Asked m_latestReverse;
};

} // namespace tridesk::maps
