// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/link_line.h"

#include "app/domain/command_codec.h"
#include "app/domain/refusal_words.h"
#include "app/link/sign_in_message.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QNetworkReply>
#include <QUrlQuery>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.link")

/// Far more than a gateway gives at once; what sends more is none.
constexpr qint64 mostBytes = 64 * 1024 * 1024;

int statusOf(const QNetworkReply* reply) {
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QJsonObject errorIn(const QByteArray& body) {
    return QJsonDocument::fromJson(body).object().value(u"error").toObject();
}

/// What the gateway's desk says to a command, as against the gateway that cannot ask it.
std::optional<Refusal> refusalIn(int status, const QByteArray& body) {
    if (status < 400 || status >= 500 || status == 401 || status == 429)
        return std::nullopt;
    const QJsonObject error = errorIn(body);
    auto code = codeNamed(error[u"reason"].toString());
    const bool cannotBeTaken = status == 400 || status == 413 || status == 422; // now or ever
    if (!code && cannotBeTaken)
        code = RefusalCode::Invalid;
    if (!code || *code == RefusalCode::Storage || error[u"field"].toString() == u"seat")
        return std::nullopt;
    return Refusal{*code, error[u"field"].toString().left(80), error[u"value"].toString().left(80),
                   error[u"detail"].toString().left(400)};
}

} // namespace

LinkLine::LinkLine(LinkOptions options, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_pause(m_options.firstPause) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // the token goes to one place
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &LinkLine::again);
}

LinkLine::~LinkLine() = default;

QNetworkRequest LinkLine::request(const QString& path, const QByteArray& session) const {
    QUrl url = m_options.gateway;
    url.setPath(u"/v1/seats/"_s + m_options.seat.toString() + path);
    QNetworkRequest made(url);
    made.setRawHeader("Authorization", "Bearer " + m_options.token);
    if (!session.isEmpty())
        made.setRawHeader(sessionHeader, session);
    made.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    made.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    return made;
}

QNetworkReply* LinkLine::started(QNetworkReply* reply) {
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    return reply;
}

void LinkLine::follow(qint64 after, qint64 shown, const QByteArray& session) {
    if (m_following)
        return;
    const auto hold = m_isUp ? m_options.hold : std::chrono::seconds(0); // at first: is it there at all?
    QUrlQuery query;
    query.addQueryItem(u"after"_s, QString::number(after));
    query.addQueryItem(u"wait"_s, QString::number(hold.count()));
    query.addQueryItem(u"shown"_s, QString::number(shown));
    QNetworkRequest asked = request(u"/entries"_s, session);
    QUrl url = asked.url();
    url.setQuery(query);
    asked.setUrl(url);
    asked.setTransferTimeout(hold + m_options.patience);
    m_following = started(m_network.get(asked));
    connect(m_following, &QNetworkReply::finished, this, [this, reply = m_following.data()] {
        m_following.clear();
        takePage(reply);
    });
}

void LinkLine::takePage(QNetworkReply* reply) {
    const QByteArray body = reply->readAll();
    if (statusOf(reply) != 200 || reply->error() != QNetworkReply::NoError)
        return failFor(reply, body);
    const auto read = seatPageFrom(body);
    if (!read)
        return fail(u"what came cannot be taken: "_s + read.error());
    up();
    Q_EMIT heard(read->now);
    Q_EMIT page(*read);
}

void LinkLine::send(const Request& asked, const QByteArray& session, bool urgent) {
    if (m_sending) { // whether it arrived is not known; it is sent again with its id
        QNetworkReply* before = m_sending;
        m_sending.clear();
        before->disconnect(this);
        before->abort();
    }
    m_urgent = urgent;
    QJsonObject json{{u"request"_s, asked.id.toString()},
                     {u"happened_at"_s, toIso(asked.happenedAt.value_or(Instant()))},
                     {u"command"_s, commandJson(asked.command)}};
    if (!session.isEmpty()) // and the gateway looks whether it is that one's
        json.insert(u"user"_s, asked.actor.user);
    QNetworkRequest post = request(u"/commands"_s, session);
    post.setTransferTimeout(m_options.patience);
    m_sending = started(m_network.post(post, QJsonDocument(json).toJson(QJsonDocument::Compact)));
    connect(m_sending, &QNetworkReply::finished, this, [this, reply = m_sending.data(), id = asked.id] {
        m_sending.clear();
        takeAnswer(reply, id);
    });
}

void LinkLine::takeAnswer(QNetworkReply* reply, const RequestId& request) {
    const QByteArray body = reply->readAll();
    const int status = statusOf(reply);
    if (status == 200) {
        const QJsonObject json = QJsonDocument::fromJson(body).object();
        if (!json[u"seq"].isDouble())
            return fail(u"an answer without a number"_s);
        Q_EMIT heard(instantFromMs(json[u"now"].toInteger()));
        return Q_EMIT answered(request, json[u"seq"].toInteger());
    }
    if (const auto refusal = refusalIn(status, body))
        return Q_EMIT answered(request, std::unexpected(*refusal));
    failFor(reply, body);
}

void LinkLine::signOut(const QByteArray& session) {
    QNetworkRequest asked = request(u"/session"_s, session);
    asked.setTransferTimeout(m_options.patience);
    (void)started(m_network.deleteResource(asked));
}

void LinkLine::up() {
    m_isUp = true;
    m_pause = m_options.firstPause;
}

void LinkLine::failFor(QNetworkReply* reply, const QByteArray& body) {
    const int status = statusOf(reply);
    const QString detail = errorIn(body).value(u"detail").toString().left(200);
    const bool turnedAway = status == 401 || status == 403;
    fail(status == 0 ? reply->errorString() : u"%1 %2"_s.arg(status).arg(detail), turnedAway);
}

void LinkLine::fail(const QString& why, bool turnedAway) {
    qCInfo(log).noquote() << "no link:" << why;
    m_isUp = false;
    if (m_following) {
        QNetworkReply* following = m_following;
        m_following.clear();
        following->disconnect(this);
        following->abort();
    }
    if (!m_again.isActive())
        m_again.start(m_hurried ? std::min(m_pause, m_options.urgentPause) : m_pause);
    m_pause = std::min(m_pause * 2, m_options.longestPause);
    Q_EMIT lost(why, turnedAway);
}

void LinkLine::hurry(bool urgent) {
    const bool begins = urgent && !m_hurried;
    m_hurried = urgent;
    if (begins && m_again.isActive())
        m_again.start(0);
}

} // namespace tridesk
