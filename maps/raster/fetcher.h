// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/raster/holding.h"
#include "maps/raster/pauses.h"
#include "maps/raster/source_trouble.h"

#include <QByteArray>
#include <QHash>
#include <QObject>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>
#include <vector>

class QNetworkAccessManager;
class QNetworkReply;

namespace tridesk::maps {

struct FetchLimits {
    int perHost = 4;
    std::chrono::milliseconds timeout{15'000}; ///< of a whole request
    std::chrono::milliseconds firstPause{1'000};
    std::chrono::milliseconds longestPause{300'000};
    qint64 mostBytes = 8LL * 1024 * 1024; ///< of an answer, before anything is made of it
    int mostRedirects = 3;
};

/// What came of asking a server.
struct Fetched {
    enum class Kind : std::uint8_t {
        Bytes,
        Same,   ///< what is known still holds
        Absent, ///< the server has none there: 204, 404, 410
        Failed, ///< without a trouble: not asked, since it is being left alone
    };
    Kind kind = Kind::Failed;
    QByteArray bytes = {};
    QByteArray etag = {};
    QByteArray modified = {};
    Holding holding = {};
    SourceTrouble trouble = {};
};

/// Asks servers, politely: a few requests at once, nothing twice while it is on the way, and not what nobody
/// wants any more. What fails is left alone for a growing while: the one address after each failure; the
/// whole server when it cannot be reached, says that it is too much (429, 503), or fails three times without
/// one success between. Lives on one thread, with an event loop; never waits.
class Fetcher : public QObject {
    Q_OBJECT

public:
    struct Job {
        QString key; ///< names it: see retain()
        QUrl url;
        QByteArray etag = {}; ///< what is known already, if it is: asks whether it still holds
        QByteArray modified = {};
        qint64 mostBytes = 0; ///< 0: as the limits say
        /// Looks at what came, before the server is held to have answered: a trouble, if it is not what was
        /// wanted.
        std::function<SourceTrouble(const QByteArray&)> judge = {};
        std::function<void(const Fetched&)> done; ///< once, unless it is no longer retained
    };

    explicit Fetcher(const FetchLimits& limits, QObject* parent = nullptr);
    ~Fetcher() override;

    /// Asked after those that were added before; at once Failed while its address or server is left alone.
    void add(Job job);
    [[nodiscard]] bool isAsked(const QString& key) const;
    /// Forgets, and breaks off, all that is not named here; what waits is asked for in this order.
    void retain(const QStringList& keys);

Q_SIGNALS:
    void retryDue(); ///< something that was left alone may be asked for again

private:
    struct Running {
        Job job;
        QString host;
        QByteArray bytes = {};
        bool late = false;
        bool tooLarge = false;
    };
    void pump();
    void start(Job job, const QString& host);
    void collect(QNetworkReply* reply);
    void finish(QNetworkReply* reply);
    void settle(const Running& run, const Fetched& result, std::chrono::seconds wish);
    void planRetry();

    FetchLimits m_limits;
    std::unique_ptr<QNetworkAccessManager> m_network;
    Pauses m_hosts;
    Pauses m_keys;
    std::vector<Job> m_queue;
    QHash<QNetworkReply*, Running> m_running;
    QTimer m_retry;
};

} // namespace tridesk::maps
