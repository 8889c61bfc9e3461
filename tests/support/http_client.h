// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTest>
#include <QUrl>

#include <memory>

namespace tridesk::test {

struct HttpReply {
    int status = 0; ///< 0: no answer came
    QByteArray body;
    QByteArray retryAfter;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QJsonObject error() const { return json().value(u"error").toObject(); }
};

/// Speaks to a server on loopback, waiting for each answer; the event loop goes on meanwhile.
class HttpClient {
public:
    QUrl base;
    QByteArray token;

    HttpReply get(const QString& path, const QHash<QByteArray, QByteArray>& headers = {}) {
        return finished(m_manager.get(request(path, headers)));
    }
    HttpReply post(const QString& path, const QByteArray& body,
                   const QHash<QByteArray, QByteArray>& headers = {}) {
        return finished(begin(path, body, headers));
    }
    /// Under way when it returns; hand it to finished().
    QNetworkReply* begin(const QString& path, const QByteArray& body,
                         const QHash<QByteArray, QByteArray>& headers = {}) {
        return m_manager.post(request(path, headers), body);
    }
    static HttpReply finished(QNetworkReply* reply) {
        const std::unique_ptr<QNetworkReply> owned(reply);
        if (!QTest::qWaitFor([&] { return owned->isFinished(); }, 30'000))
            return {};
        return {owned->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), owned->readAll(),
                owned->rawHeader("Retry-After")};
    }

private:
    QNetworkRequest request(const QString& path, const QHash<QByteArray, QByteArray>& headers) const {
        QNetworkRequest made(base.resolved(QUrl(path)));
        made.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
        if (!token.isEmpty())
            made.setRawHeader("Authorization", "Bearer " + token);
        for (auto at = headers.begin(); at != headers.end(); ++at)
            made.setRawHeader(at.key(), at.value());
        return made;
    }

    QNetworkAccessManager m_manager;
};

} // namespace tridesk::test
