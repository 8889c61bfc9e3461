// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/feed_login.h"
#include "app/domain/refusal.h"
#include "app/domain/video_feed.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <optional>

namespace tridesk {

enum class FeedScheme { Rtsp, Http, Https, Rtmp, Srt, File };

/// Whether an address may be a file of this machine; only tests play those.
enum class FeedFiles { Refused, Allowed };

/// Where a stream is, without what opens it: may be journalled, logged and shown.
class FeedAddress {
public:
    [[nodiscard]] FeedScheme scheme() const { return m_scheme; }
    [[nodiscard]] QString toString() const { return m_url.toString(QUrl::FullyEncoded); }
    /// What the stream is opened with; never to be shown.
    [[nodiscard]] QByteArray opened(const FeedLogin& login) const;

    [[nodiscard]] QString host() const { return m_url.host(QUrl::FullyEncoded); }
    [[nodiscard]] bool isOfHostOf(const FeedAddress& other) const { return host() == other.host(); }

    friend bool operator==(const FeedAddress&, const FeedAddress&) = default;

private:
    friend struct FeedSource;
    FeedAddress(FeedScheme scheme, QUrl url)
        : m_scheme(scheme)
        , m_url(std::move(url)) {}

    FeedScheme m_scheme;
    QUrl m_url;
};

/// One stream: where, and with what.
struct FeedSource {
    FeedAddress address;
    FeedLogin login;

    /// Takes an address as people write it, user and password and secret parameters in it, apart. What cannot
    /// be an address is refused with `field` and the value, of which everything that may be a secret is left
    /// out.
    [[nodiscard]] static Result<FeedSource> read(const QString& field, const QString& text,
                                                 FeedFiles files = FeedFiles::Refused);
    /// The same with the login given beside the address; where one is given it counts, not the address's.
    [[nodiscard]] static Result<FeedSource> read(const QString& field, const QString& text,
                                                 const FeedLogin& login,
                                                 FeedFiles files = FeedFiles::Refused);

    friend bool operator==(const FeedSource&, const FeedSource&) = default;
};

/// What a camera offers: its full picture, and perhaps a smaller one for tiles.
struct Feed {
    FeedSource main;
    std::optional<FeedSource> sub;

    /// A sub stream of the same host without a login of its own takes the main stream's. Refusals name
    /// "main", "sub" or "login".
    [[nodiscard]] static Result<Feed> read(const QString& mainText, const QString& subText,
                                           const FeedLogin& login = {}, FeedFiles files = FeedFiles::Refused);

    /// A feed of the record with the logins that are kept for it, each for its own host only. Refusals as
    /// above.
    [[nodiscard]] static Result<Feed> read(const VideoFeed& feed, const FeedLogins& logins,
                                           FeedFiles files = FeedFiles::Refused);
    /// What is to be kept of it beside the record.
    [[nodiscard]] FeedLogins logins() const;

    /// The stream for a picture of that height on the screen.
    [[nodiscard]] const FeedSource& forHeight(int pixels) const;

    friend bool operator==(const Feed&, const Feed&) = default;
};

constexpr qsizetype longestFeedAddress = limits::feedAddress;
/// libavformat's RTSP keeps user and password, percent-encoded, in 127 bytes and cuts silently what is
/// longer.
constexpr qsizetype longestFeedLogin = 120;

} // namespace tridesk
