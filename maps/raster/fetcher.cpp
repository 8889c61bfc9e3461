// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/fetcher.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk::maps {

namespace {

using Code = SourceTrouble::Code;
using Steady = std::chrono::steady_clock;

constexpr int tooManyRequests = 429;
constexpr int unavailable = 503;
constexpr int hostStrikes = 3;
constexpr qint64 readBuffer = 64LL * 1024; // what may lie unread, whatever the server sends

QString hostOf(const QUrl& url) {
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(url.port());
}

double anyPart() {
    return QRandomGenerator::global()->generateDouble();
}

int statusOf(const QNetworkReply& reply) {
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QNetworkRequest requestOf(const Fetcher::Job& job, const FetchLimits& limits) {
    QNetworkRequest request(job.url);
    request.setRawHeader("User-Agent", "Tridesk/" TRIDESK_VERSION " (dispatch console)");
    // As it is: a small answer that unpacks to gigabytes is none of a tile's ways.
    request.setRawHeader("Accept-Encoding", "identity");
    if (!job.etag.isEmpty())
        request.setRawHeader("If-None-Match", job.etag);
    if (!job.modified.isEmpty())
        request.setRawHeader("If-Modified-Since", job.modified);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(limits.mostRedirects);
    // No trace is left and none is given: tiles want no cookies and no passwords.
    for (const auto attribute :
         {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
          QNetworkRequest::AuthenticationReuseAttribute})
        request.setAttribute(attribute, QNetworkRequest::Manual);
    return request;
}

SourceTrouble troubleOf(const QNetworkReply& reply) {
    constexpr qsizetype longestWords = 200;
    constexpr int redirects = 300;
    constexpr int clientErrors = 400;
    const QString words = reply.errorString().left(longestWords);
    const int status = statusOf(reply);
    const QNetworkReply::NetworkError error = reply.error();
    if (error == QNetworkReply::TooManyRedirectsError || error == QNetworkReply::InsecureRedirectError ||
        error == QNetworkReply::ProtocolUnknownError || (status >= redirects && status < clientErrors))
        return {Code::RedirectsAstray, words};
    // A status of success with an error: it broke off in the middle.
    if (status >= clientErrors || (status != 0 && error == QNetworkReply::NoError))
        return {Code::Refused, QString::number(status)};
    return {Code::Unreachable, words};
}

/// Whether it says something of the whole server, and not of one address.
bool isGrave(const SourceTrouble& trouble) {
    return trouble.code == Code::Unreachable ||
           (trouble.code == Code::Refused && (trouble.detail == QString::number(tooManyRequests) ||
                                              trouble.detail == QString::number(unavailable)));
}

bool isAbsent(int status) {
    return status == 204 || status == 404 || status == 410;
}

} // namespace

Fetcher::Fetcher(const FetchLimits& limits, QObject* parent)
    : QObject(parent)
    , m_limits(limits)
    , m_network(std::make_unique<QNetworkAccessManager>())
    , m_hosts(limits.firstPause, limits.longestPause, hostStrikes, anyPart)
    , m_keys(limits.firstPause, limits.longestPause, 1, anyPart) {
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        Q_EMIT retryDue();
        planRetry();
        pump();
    });
    connect(m_network.get(), &QNetworkAccessManager::finished, this, &Fetcher::finish);
}

Fetcher::~Fetcher() {
    m_network->disconnect(this);
    m_running.clear();
}

bool Fetcher::isAsked(const QString& key) const {
    return std::ranges::contains(m_queue, key, &Job::key) ||
           std::ranges::any_of(m_running, [&key](const Running& run) { return run.job.key == key; });
}

void Fetcher::add(Job job) {
    const auto now = Steady::now();
    if (m_hosts.isPaused(hostOf(job.url), now) || m_keys.isPaused(job.key, now)) {
        job.done({});
        return;
    }
    m_queue.push_back(std::move(job));
    pump();
}

void Fetcher::retain(const QStringList& keys) {
    QHash<QString, qsizetype> order;
    for (const QString& key : keys)
        order.insert(key, order.size());
    std::erase_if(m_queue, [&order](const Job& job) { return !order.contains(job.key); });
    std::ranges::stable_sort(m_queue, {}, [&order](const Job& job) { return order.value(job.key); });
    QList<QNetworkReply*> unwanted;
    for (auto it = m_running.cbegin(); it != m_running.cend(); ++it)
        if (!order.contains(it->job.key))
            unwanted << it.key();
    for (QNetworkReply* reply : std::as_const(unwanted)) {
        m_running.remove(reply); // before it says that it has ended
        reply->abort();
    }
    pump();
}

void Fetcher::pump() {
    const auto now = Steady::now();
    for (std::size_t i = 0; i < m_queue.size();) {
        const QString host = hostOf(m_queue[i].url);
        const auto running =
            std::ranges::count_if(m_running, [&host](const Running& run) { return run.host == host; });
        const int most = m_hosts.isDoubtful(host) ? 1 : m_limits.perHost;
        if (running >= most || m_hosts.isPaused(host, now)) {
            ++i;
            continue;
        }
        Job job = std::move(m_queue[i]);
        m_queue.erase(m_queue.begin() + std::ptrdiff_t(i));
        start(std::move(job), host);
    }
}

void Fetcher::start(Job job, const QString& host) {
    QNetworkReply* reply = m_network->get(requestOf(job, m_limits));
    reply->setReadBufferSize(readBuffer);
    m_running.insert(reply, {.job = std::move(job), .host = host});
    connect(reply, &QNetworkReply::readyRead, this, [this, reply] { collect(reply); });
    // Of the whole: a server that sends a byte now and then is as good as one that sends none.
    QTimer::singleShot(m_limits.timeout, reply, [this, reply] {
        if (const auto run = m_running.find(reply); run != m_running.end()) {
            run->late = true;
            reply->abort();
        }
    });
}

/// Takes in what has come, as far as it is bounded; what says beforehand that it is larger is not begun.
void Fetcher::collect(QNetworkReply* reply) {
    const auto run = m_running.find(reply);
    if (run == m_running.end())
        return;
    const qint64 most = run->job.mostBytes > 0 ? run->job.mostBytes : m_limits.mostBytes;
    const qint64 announced = reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    if (statusOf(*reply) == 200 && announced <= most)
        run->bytes += reply->read(most + 1 - run->bytes.size());
    else if (announced <= most)
        reply->skip(reply->bytesAvailable()); // an error's words
    if (std::max<qint64>(announced, run->bytes.size()) <= most)
        return;
    run->tooLarge = true;
    reply->abort();
}

void Fetcher::finish(QNetworkReply* reply) {
    reply->deleteLater();
    if (const auto run = m_running.find(reply); run != m_running.end() && !run->late && !run->tooLarge)
        collect(reply);
    if (!m_running.contains(reply))
        return; // nobody wants it any more, or it was just found too large
    Running run = m_running.take(reply);
    const int status = statusOf(*reply);
    Fetched result{.etag = reply->rawHeader("ETag").left(300),
                   .modified = reply->rawHeader("Last-Modified").left(100),
                   .holding = holdingOf(reply->rawHeader("Cache-Control"), reply->rawHeader("Expires"),
                                        reply->rawHeader("Date"))};
    const bool asked = !run.job.etag.isEmpty() || !run.job.modified.isEmpty();
    if (run.tooLarge)
        result.trouble = {
            Code::PictureTooLarge,
            u"> %1 bytes"_s.arg(run.job.mostBytes > 0 ? run.job.mostBytes : m_limits.mostBytes)};
    else if (run.late)
        result.trouble = {Code::Silent};
    else if (status == 304 && asked)
        result.kind = Fetched::Kind::Same;
    else if (isAbsent(status))
        result.kind = Fetched::Kind::Absent;
    else if (reply->error() != QNetworkReply::NoError || status != 200)
        result.trouble = troubleOf(*reply);
    else if (run.job.judge)
        result.trouble = run.job.judge(run.bytes);
    if (result.kind == Fetched::Kind::Failed && !result.trouble) {
        result.kind = Fetched::Kind::Bytes;
        result.bytes = std::exchange(run.bytes, {});
    }
    settle(run, result, retryAfter(reply->rawHeader("Retry-After")));
}

void Fetcher::settle(const Running& run, const Fetched& result, std::chrono::seconds wish) {
    if (result.kind != Fetched::Kind::Failed) {
        m_hosts.succeeded(run.host);
        m_keys.succeeded(run.job.key);
        run.job.done(result);
        pump();
        return;
    }
    const auto now = Steady::now();
    m_keys.failed(run.job.key, now, true);
    m_hosts.failed(run.host, now, isGrave(result.trouble), wish);
    std::vector<Job> waiting;
    if (m_hosts.isPaused(run.host, now)) {
        const auto others = std::ranges::stable_partition(
            m_queue, [&run](const Job& job) { return hostOf(job.url) != run.host; });
        std::ranges::move(others, std::back_inserter(waiting));
        m_queue.erase(others.begin(), others.end());
    }
    planRetry();
    run.job.done(result);
    for (const Job& job : waiting)
        job.done({});
    pump();
}

void Fetcher::planRetry() {
    const auto now = Steady::now();
    std::optional<Pauses::Time> next = m_hosts.nextEnd(now);
    if (const auto key = m_keys.nextEnd(now); key && (!next || *key < *next))
        next = key;
    if (!next)
        return;
    // Many addresses that failed one by one are asked for again together, not each at its own moment.
    constexpr std::chrono::milliseconds gathering{50};
    const auto wait = std::chrono::ceil<std::chrono::milliseconds>(*next - now) + gathering;
    if (!m_retry.isActive() || m_retry.remainingTimeAsDuration() > wait)
        m_retry.start(wait);
}

} // namespace tridesk::maps
