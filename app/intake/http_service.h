// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/intake/http_server.h"
#include "app/intake/rate_limit.h"
#include "app/intake/token_watch.h"

#include <QHostAddress>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <memory>
#include <optional>

class QLockFile;

namespace tridesk {

struct HttpOptions {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; ///< 0: the system chooses
    HttpServerLimits limits;
    double perSecond = 2000; ///< requests of one source, in the long run
    double burst = 4000;
    double failuresPerSecond = 1; ///< wrong tokens from one address before it is told to wait
    double failureBurst = 20;
    std::chrono::milliseconds retry =
        std::chrono::seconds(2); ///< how often another process's end is looked for
};

/// A request as a route gets it.
struct HttpCall {
    HttpRequest request;
    Grant grant;          ///< empty on a route that is open to all
    QStringList captured; ///< what stood in place of each '*' of the route's pattern
};

using HttpRoute = std::function<QFuture<HttpAnswer>(const HttpCall&)>;

/// How a route takes its token. Trackers on phones can send no header of their own, so theirs may also come
/// as the password of Basic authorization or as ?token=. What watches the gateway needs none on its machine,
/// and any from another.
enum class TokenPlace { Bearer, BearerOrTracker, BearerOrLoopback };

/// The way in over HTTP of one data folder: of all processes that have the folder open one listens, which is
/// told by the lock http.lock; the next takes over when it ends. Where it listens stands in http.json
/// ({"url","pid"}). Checks path, token, scope and rate before a body is taken in. One thread: that of the
/// Desk.
class HttpService : public QObject {
    Q_OBJECT

public:
    HttpService(QString dataFolder, HttpOptions options, QObject* parent = nullptr);
    ~HttpService() override;

    /// `pattern` is a path whose segments are words or '*': "/v1/field/orders/*/*". All routes come before
    /// start().
    void route(const QByteArray& method, const QString& pattern, std::optional<Scope> scope, HttpRoute route,
               TokenPlace token = TokenPlace::Bearer);

    /// Listens at once, or as soon as no other process of the folder does.
    void start();
    /// Another gateway does the work of this one's journal: whoever comes with a token is told so (503), what
    /// is open to all is answered.
    void setStandby(bool standby) { m_isStandby = standby; }
    [[nodiscard]] bool isStandby() const { return m_isStandby; }
    [[nodiscard]] qint64 admitted() const { return m_admitted; }     ///< requests that reached their route
    [[nodiscard]] qint64 turnedAway() const { return m_turnedAway; } ///< for path, token, rate or standby
    /// Empty until it listens here.
    [[nodiscard]] QUrl url() const { return m_url; }

Q_SIGNALS:
    void listening(const QUrl& url);
    /// Another process of the folder listens; told once.
    void waiting();
    /// It cannot listen, or cannot see who holds which token; one line. Tried again all the while.
    void trouble(const QString& why);

private:
    struct Route {
        QByteArray method;
        QStringList pattern;
        std::optional<Scope> scope;
        HttpRoute handler;
        TokenPlace token;
    };
    struct Match {
        const Route* route = nullptr;
        QStringList captured;
        QByteArrayList methods; ///< which the path would take
    };

    void tryListen();
    void complain(const QString& why);
    [[nodiscard]] bool announce() const;
    [[nodiscard]] Match match(const HttpRequest& request) const;
    [[nodiscard]] std::expected<HttpHandler, HttpAnswer> admit(const HttpRequest& head);
    [[nodiscard]] std::expected<HttpHandler, HttpAnswer> admitOne(const HttpRequest& head);
    [[nodiscard]] std::expected<Grant, HttpAnswer> authorize(const HttpRequest& head, const Route& route);

    QString m_folder;
    HttpOptions m_options;
    QList<Route> m_routes;
    std::unique_ptr<QLockFile> m_lock;
    TokenWatch m_tokens;
    HttpServer m_server;
    RateLimit m_rate;
    RateLimit m_failures;
    QTimer m_retry;
    QUrl m_url;
    QString m_lastTrouble;
    bool m_saidWaiting = false;
    bool m_isStandby = false;
    qint64 m_admitted = 0;
    qint64 m_turnedAway = 0;
};

/// Where a data folder's ways in are, as http.json says; nothing where nobody listens.
[[nodiscard]] std::optional<QUrl> announcedUrl(const QString& dataFolder);

} // namespace tridesk
