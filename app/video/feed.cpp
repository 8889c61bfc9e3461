// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed.h"

#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct NamedScheme {
    QLatin1StringView name;
    FeedScheme scheme;
};

constexpr std::array schemes{
    NamedScheme{"rtsp"_L1, FeedScheme::Rtsp},   NamedScheme{"http"_L1, FeedScheme::Http},
    NamedScheme{"https"_L1, FeedScheme::Https}, NamedScheme{"rtmp"_L1, FeedScheme::Rtmp},
    NamedScheme{"srt"_L1, FeedScheme::Srt},     NamedScheme{"file"_L1, FeedScheme::File}};

// Moves the secret parameters of the url out of it.
QString takeSecretQuery(QUrl& url) {
    QUrlQuery open;
    QUrlQuery secret;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyEncoded);
    for (const auto& [name, value] : items)
        (isSecretParameter(name) ? secret : open).addQueryItem(name, value);
    if (secret.isEmpty())
        return {};
    url.setQuery(open.isEmpty() ? QString() : open.toString(QUrl::FullyEncoded));
    return secret.toString(QUrl::FullyEncoded);
}

std::optional<FeedScheme> schemeOf(const QUrl& url, FeedFiles files) {
    const auto* named = std::ranges::find(schemes, url.scheme(), &NamedScheme::name);
    if (named == schemes.end() || (named->scheme == FeedScheme::File && files == FeedFiles::Refused))
        return {};
    return named->scheme;
}

// Without this a host of blanks, or a line break that would end a request's line, goes on to the network.
bool hasControl(const QString& text) {
    return std::ranges::any_of(text, [](QChar c) { return c < u' ' || c == QChar(0x7f); });
}

qsizetype encodedSize(const FeedLogin& login) {
    return QUrl::toPercentEncoding(login.user).size() + QUrl::toPercentEncoding(login.password).size() + 1;
}

} // namespace

QByteArray FeedAddress::opened(const FeedLogin& login) const {
    QByteArray url = m_url.toEncoded(QUrl::RemoveUserInfo);
    if (m_scheme == FeedScheme::File)
        return url;
    if (!login.query.isEmpty())
        url += (m_url.hasQuery() ? '&' : '?') + login.query.toUtf8();
    if (!login.user.isEmpty() || !login.password.isEmpty())
        url.insert(url.indexOf("://") + 3,
                   QUrl::toPercentEncoding(login.user) + ':' + QUrl::toPercentEncoding(login.password) + '@');
    return url;
}

Result<FeedSource> FeedSource::read(const QString& field, const QString& text, FeedFiles files) {
    const QString trimmed = text.trimmed();
    const QString shown = withoutSecrets(trimmed);
    if (trimmed.isEmpty())
        return refuse(RefusalCode::Missing, field);
    if (trimmed.size() > longestFeedAddress)
        return refuse(RefusalCode::TooLong, field, shown, QString::number(longestFeedAddress));
    QUrl url(trimmed, QUrl::StrictMode);
    if (hasControl(trimmed) || !url.isValid())
        return refuse(RefusalCode::Invalid, field, shown, u"not an address"_s);
    const auto scheme = schemeOf(url, files);
    if (!scheme)
        return refuse(RefusalCode::Invalid, field, shown, u"rtsp, http, https, rtmp or srt"_s);
    const bool isFile = *scheme == FeedScheme::File;
    if (isFile ? url.path().isEmpty() || !url.host().isEmpty() : url.host().isEmpty())
        return refuse(RefusalCode::Invalid, field, shown, isFile ? u"no path"_s : u"no host"_s);
    if (url.port() == 0)
        return refuse(RefusalCode::Invalid, field, shown, u"port 1 to 65535"_s);
    FeedLogin login{url.userName(QUrl::FullyDecoded), url.password(QUrl::FullyDecoded), {}};
    url.setUserInfo({});
    url.setFragment({});
    login.query = takeSecretQuery(url);
    if (encodedSize(login) > longestFeedLogin)
        return refuse(RefusalCode::TooLong, u"login"_s, {}, QString::number(longestFeedLogin));
    return FeedSource{FeedAddress(*scheme, std::move(url)), std::move(login)};
}

Result<FeedSource> FeedSource::read(const QString& field, const QString& text, const FeedLogin& login,
                                    FeedFiles files) {
    auto source = read(field, text, files);
    if (!source || login.isEmpty())
        return source;
    if (encodedSize(login) > longestFeedLogin)
        return refuse(RefusalCode::TooLong, u"login"_s, {}, QString::number(longestFeedLogin));
    if (hasControl(login.user) || hasControl(login.password))
        return refuse(RefusalCode::Invalid, u"login"_s, {}, u"a line break or another control character"_s);
    source->login.user = login.user;
    source->login.password = login.password;
    if (!login.query.isEmpty())
        source->login.query = login.query;
    return source;
}

Result<Feed> Feed::read(const QString& mainText, const QString& subText, const FeedLogin& login,
                        FeedFiles files) {
    const auto main = FeedSource::read(u"main"_s, mainText, login, files);
    if (!main)
        return std::unexpected(main.error());
    if (subText.trimmed().isEmpty())
        return Feed{*main, {}};
    auto sub = FeedSource::read(u"sub"_s, subText, login, files);
    if (!sub)
        return std::unexpected(sub.error());
    if (sub->login.isEmpty() && sub->address.isOfHostOf(main->address)) // a login goes to nobody else
        sub->login = main->login;
    return Feed{*main, std::move(*sub)};
}

Result<Feed> Feed::read(const VideoFeed& feed, const FeedLogins& logins, FeedFiles files) {
    auto read = Feed::read(feed.mainAddress, feed.subAddress, FeedLogin(), files);
    const auto join = [](FeedSource& source, const HostLogin& kept) {
        if (source.login.isEmpty() && source.address.host() == kept.host)
            source.login = kept.login;
    };
    if (!read)
        return read;
    join(read->main, logins.main);
    if (read->sub)
        join(*read->sub, logins.sub);
    return read;
}

FeedLogins Feed::logins() const {
    const auto kept = [](const FeedSource& source) {
        return source.login.isEmpty() ? HostLogin() : HostLogin{source.address.host(), source.login};
    };
    return {kept(main), sub ? kept(*sub) : HostLogin()};
}

const FeedSource& Feed::forHeight(int pixels) const {
    // what cameras call their sub stream is 360 or 480 lines high: below that it loses nothing
    constexpr int subHeight = 400;
    return sub && pixels <= subHeight ? *sub : main;
}

} // namespace tridesk
