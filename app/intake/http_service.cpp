// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_service.h"

#include "app/domain/instant.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QLockFile>
#include <QLoggingCategory>
#include <QSaveFile>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.intake.http")

QString announcementFile(const QString& folder) {
    return QDir(folder).filePath(u"http.json"_s);
}

QByteArray bearer(const QByteArray& header) {
    return header.left(7).toLower() == "bearer " ? header.sliced(7).trimmed() : QByteArray();
}

/// The password of Basic authorization, where OwnTracks keeps what it is given.
QByteArray basicPassword(const QByteArray& header) {
    if (header.left(6).toLower() != "basic ")
        return {};
    const QByteArray pair = QByteArray::fromBase64(header.sliced(6).trimmed());
    return pair.mid(pair.indexOf(':') + 1);
}

QByteArray tokenOf(const HttpRequest& head, TokenPlace place) {
    const QByteArray header = head.header("authorization"_ba);
    const QByteArray token = bearer(header);
    if (place != TokenPlace::BearerOrTracker || !token.isEmpty())
        return token;
    const QByteArray password = basicPassword(header);
    return password.isEmpty() ? HttpRequest::form(head.query).queryItemValue(u"token"_s).toUtf8() : password;
}

bool matches(const QStringList& pattern, const QStringList& path, QStringList& captured) {
    if (pattern.size() != path.size())
        return false;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u"*" && !path[i].isEmpty())
            captured.append(path[i]);
        else if (pattern[i] != path[i])
            return false;
    }
    return true;
}

Instant systemNow() {
    return SystemClock().now();
}

} // namespace

HttpService::HttpService(QString dataFolder, HttpOptions options, QObject* parent)
    : QObject(parent)
    , m_folder(std::move(dataFolder))
    , m_options(std::move(options))
    , m_tokens(m_folder)
    , m_server([this](const HttpRequest& head) { return admit(head); }, m_options.limits)
    , m_rate(m_options.perSecond, m_options.burst)
    , m_failures(m_options.failuresPerSecond, m_options.failureBurst) {
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &HttpService::tryListen);
    connect(&m_tokens, &TokenWatch::read, this, [this] {
        if (m_url.isEmpty())
            tryListen();
    });
    connect(&m_tokens, &TokenWatch::trouble, this, &HttpService::complain);
}

HttpService::~HttpService() {
    // Before the lock is given up: the next one writes its own.
    if (!m_url.isEmpty())
        QFile::remove(announcementFile(m_folder));
}

void HttpService::route(const QByteArray& method, const QString& pattern, std::optional<Scope> scope,
                        HttpRoute route, TokenPlace token) {
    m_routes.append({method, pattern.split(u'/'), scope, std::move(route), token});
}

void HttpService::start() {
    m_lock = std::make_unique<QLockFile>(QDir(m_folder).filePath(u"http.lock"_s));
    m_lock->setStaleLockTime(0); // a lock is stale when its process is gone, never by its age
    m_tokens.start();            // and when they are read, it listens
}

void HttpService::tryListen() {
    m_retry.start(m_options.retry);
    if (!m_lock->isLocked() && !m_lock->tryLock(0)) {
        if (m_lock->error() != QLockFile::LockFailedError)
            complain(u"http.lock cannot be written in "_s + m_folder);
        else if (!std::exchange(m_saidWaiting, true))
            Q_EMIT waiting();
        return;
    }
    if (!m_server.isListening() && !m_server.listen(m_options.address, m_options.port))
        return complain(
            u"%1:%2: %3"_s.arg(m_options.address.toString()).arg(m_options.port).arg(m_server.errorString()));
    m_url.setScheme(u"http"_s);
    m_url.setHost(m_server.serverAddress().toString());
    m_url.setPort(m_server.serverPort());
    if (!announce())
        return complain(u"http.json cannot be written in "_s + m_folder);
    m_retry.stop();
    qCInfo(log) << "listening at" << m_url.toString();
    Q_EMIT listening(m_url);
}

/// Each trouble once: it is tried again every two seconds.
void HttpService::complain(const QString& why) {
    if (std::exchange(m_lastTrouble, why) == why)
        return;
    qCWarning(log).noquote() << why;
    Q_EMIT trouble(why);
}

bool HttpService::announce() const {
    QSaveFile file(announcementFile(m_folder));
    const QJsonObject where{{u"url"_s, m_url.toString()}, {u"pid"_s, QCoreApplication::applicationPid()}};
    return file.open(QIODevice::WriteOnly) &&
           file.write(QJsonDocument(where).toJson(QJsonDocument::Compact)) > 0 && file.commit();
}

HttpService::Match HttpService::match(const HttpRequest& request) const {
    Match found;
    const QStringList path = request.path.split(u'/');
    for (const Route& route : m_routes) {
        QStringList captured;
        if (!matches(route.pattern, path, captured))
            continue;
        found.methods.append(route.method);
        if (route.method == request.method && !found.route) {
            found.route = &route;
            found.captured = captured;
        }
    }
    return found;
}

std::expected<Grant, HttpAnswer> HttpService::authorize(const HttpRequest& head, const Route& route) {
    const Instant now = systemNow();
    if (m_failures.isSpent(head.peer, now))
        return std::unexpected(
            HttpAnswer::error(429, u"too_many_failures"_s, u"too many wrong tokens from this address"_s));
    const std::optional<Grant> grant = m_tokens.find(tokenOf(head, route.token));
    if (!grant) {
        (void)m_failures.take(head.peer, now);
        return std::unexpected(HttpAnswer::error(401, u"unauthorized"_s, u"a valid token is needed"_s));
    }
    if (route.scope && !grant->allows(*route.scope))
        return std::unexpected(HttpAnswer::error(
            403, u"forbidden"_s, u"the token of %1 does not reach this"_s.arg(grant->source)));
    if (!m_rate.take(grant->source, now))
        return std::unexpected(HttpAnswer::error(
            429, u"too_many_requests"_s, u"%1 requests a second are taken"_s.arg(m_options.perSecond)));
    return *grant;
}

std::expected<HttpHandler, HttpAnswer> HttpService::admit(const HttpRequest& head) {
    std::expected<HttpHandler, HttpAnswer> found = admitOne(head);
    ++(found ? m_admitted : m_turnedAway);
    return found;
}

std::expected<HttpHandler, HttpAnswer> HttpService::admitOne(const HttpRequest& head) {
    const Match found = match(head);
    if (!found.route && found.methods.isEmpty())
        return std::unexpected(HttpAnswer::error(404, u"unknown_path"_s, head.path.left(80)));
    if (!found.route) {
        HttpAnswer answer = HttpAnswer::error(405, u"method_not_allowed"_s, QString::fromLatin1(head.method));
        answer.headers.append({"Allow"_ba, found.methods.join(", ")});
        return std::unexpected(answer);
    }
    Grant grant;
    if (found.route->scope && m_isStandby)
        return std::unexpected(
            HttpAnswer::error(503, u"standby"_s, u"another gateway takes what comes in for this journal"_s));
    const bool isNeighbour =
        found.route->token == TokenPlace::BearerOrLoopback && QHostAddress(head.peer).isLoopback();
    if ((found.route->scope || found.route->token == TokenPlace::BearerOrLoopback) && !isNeighbour) {
        std::expected<Grant, HttpAnswer> authorized = authorize(head, *found.route);
        if (!authorized)
            return std::unexpected(std::move(authorized.error()));
        grant = std::move(*authorized);
    }
    return [route = found.route, grant = std::move(grant), captured = found.captured](HttpRequest request) {
        return route->handler({std::move(request), grant, captured});
    };
}

std::optional<QUrl> announcedUrl(const QString& dataFolder) {
    QFile file(announcementFile(dataFolder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QUrl url(QJsonDocument::fromJson(file.read(4096)).object().value(u"url"_s).toString());
    return url.isValid() && !url.isEmpty() ? std::optional(url) : std::nullopt;
}

} // namespace tridesk
