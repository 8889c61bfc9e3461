// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/link_fixes.h"

#include "app/desk/fix_board.h"
#include "app/link/fix_page.h"

#include <QLoggingCategory>
#include <QNetworkReply>
#include <QUrlQuery>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.link")

constexpr qint64 mostBytes = 8 * 1024 * 1024;
/// What another process of the gateway's desk received may come to its board so much later than what it
/// received itself.
constexpr Milliseconds overlap = 3s;

} // namespace

LinkFixes::LinkFixes(LinkOptions options, FixBoard& board, QObject* parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_board(board) {
    m_network.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy); // the token goes to one place
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &LinkFixes::ask);
}

LinkFixes::~LinkFixes() = default;

void LinkFixes::ask() {
    QUrl url = m_options.gateway;
    url.setPath(u"/v1/seats/"_s + m_options.seat.toString() + u"/fixes"_s);
    QUrlQuery query;
    m_asked = m_isMidway ? m_after : std::max(Instant(), m_after - overlap);
    query.addQueryItem(u"after"_s, QString::number(toMs(m_asked)));
    url.setQuery(query);
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", "Bearer " + m_options.token);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setTransferTimeout(m_options.patience);
    QNetworkReply* reply = m_network.get(request);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received > mostBytes)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    connect(reply, &QNetworkReply::finished, this, [this, reply] { take(reply); });
}

void LinkFixes::take(QNetworkReply* reply) {
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const bool answered = status == 200 && reply->error() == QNetworkReply::NoError;
    const auto page = answered ? fixPageFrom(reply->readAll())
                               : std::unexpected(status ? QString::number(status) : reply->errorString());
    if (!page) {
        if (m_trouble != page.error())
            qCInfo(log).noquote() << "no positions:" << page.error();
        m_trouble = page.error();
        return m_next.start(m_options.longestPause);
    }
    m_trouble.clear();
    QList<Fix> news;
    for (const Fix& fix : page->fixes)
        if (const Fix* known = m_board.latest(fix.unit); !known || *known != fix)
            news.append(fix);
    // Where the disk cannot keep pace it is asked for the same again.
    const bool taken = news.isEmpty() || m_board.take(news);
    if (taken) // the gateway counts from its own clock where that was set back
        m_after = page->fixes.isEmpty() ? page->upTo + (m_after - m_asked) : page->upTo;
    m_isMidway = taken && page->more;
    m_next.start(m_isMidway ? Milliseconds(0) : m_options.fixesEvery);
}

} // namespace tridesk
