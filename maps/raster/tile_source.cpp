// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/tile_source.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tridesk::maps {

namespace {

using Code = SourceProblem::Code;

constexpr qsizetype longestAddress = 2000;
constexpr std::pair<TileSource::Kind, QLatin1StringView> kindNames[] = {
    {TileSource::Kind::Package, "package"_L1},
    {TileSource::Kind::File, "file"_L1},
    {TileSource::Kind::Xyz, "xyz"_L1},
    {TileSource::Kind::Wmts, "wmts"_L1},
};
constexpr std::pair<Datum, QLatin1StringView> datumNames[] = {
    {Datum::Wgs84, "wgs84"_L1},
    {Datum::Gcj02, "gcj02"_L1},
    {Datum::Bd09, "bd09"_L1},
};

template <class Value, std::size_t N>
QString nameOf(const std::pair<Value, QLatin1StringView> (&names)[N], Value value) {
    return std::ranges::find(names, value, &std::pair<Value, QLatin1StringView>::first)->second;
}

template <class Value, std::size_t N>
Value valueOf(const std::pair<Value, QLatin1StringView> (&names)[N], const QString& name) {
    const auto* found = std::ranges::find(names, name, &std::pair<Value, QLatin1StringView>::second);
    return found == std::end(names) ? names[0].first : found->first;
}

std::expected<void, SourceProblem> checkPlaceholders(const TileSource& source) {
    static const QRegularExpression placeholder(u"\\{([^{}]*)\\}"_s);
    QStringList found;
    for (const auto& match : placeholder.globalMatch(source.address))
        found << match.captured(1);
    for (const QString& one : std::as_const(found))
        if (!QStringList{u"z"_s, u"x"_s, u"y"_s, u"-y"_s, u"q"_s, u"s"_s}.contains(one))
            return std::unexpected(SourceProblem{Code::PlaceholderUnknown, u'{' + one + u'}'});
    const bool numbered = found.contains(u"z"_s) && found.contains(u"x"_s) &&
                          (found.contains(u"y"_s) || found.contains(u"-y"_s));
    if (!numbered && !found.contains(u"q"_s))
        return std::unexpected(SourceProblem{Code::PlaceholdersMissing, source.address});
    if (found.contains(u"s"_s) && source.hosts.isEmpty())
        return std::unexpected(SourceProblem{Code::HostsMissing, u"{s}"_s});
    return {};
}

/// Placeholders may stand in the host's name too, where a URL would not take their braces.
QString withoutPlaceholders(QString address) {
    static const QRegularExpression placeholder(u"\\{[^{}]*\\}"_s);
    return address.replace(placeholder, u"0"_s);
}

std::expected<void, SourceProblem> checkAddress(const TileSource& source) {
    const QUrl url(withoutPlaceholders(source.address), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1))
        return std::unexpected(SourceProblem{Code::AddressNotHttp, source.address});
    if (!url.userInfo().isEmpty())
        return std::unexpected(SourceProblem{Code::AddressHasUser, url.host()});
    return {};
}

QString quadkey(TileId id) {
    QString key;
    for (int bit = id.z - 1; bit >= 0; --bit)
        key += QChar(u'0' + (id.x >> bit & 1) + 2 * (id.y >> bit & 1));
    return key;
}

int within(const QVariantMap& setting, const QString& key, int least, int most, int otherwise) {
    bool ok = false;
    const int value = setting.value(key).toInt(&ok);
    return ok && value >= least && value <= most ? value : otherwise;
}

} // namespace

std::expected<void, SourceProblem> check(const TileSource& source) {
    if (source.kind == TileSource::Kind::Package)
        return {};
    if (source.address.trimmed().isEmpty())
        return std::unexpected(SourceProblem{Code::AddressMissing, {}});
    if (source.address.size() > longestAddress)
        return std::unexpected(SourceProblem{Code::AddressTooLong, QString::number(source.address.size())});
    if (source.tileSize != 256 && source.tileSize != 512)
        return std::unexpected(SourceProblem{Code::TileSizeWrong, QString::number(source.tileSize)});
    if (source.minZoom < 0 || source.maxZoom > TileSource::mostZoom || source.minZoom > source.maxZoom)
        return std::unexpected(
            SourceProblem{Code::ZoomsWrong, u"%1–%2"_s.arg(source.minZoom).arg(source.maxZoom)});
    static const QRegularExpression hostPart(u"^[A-Za-z0-9.-]{1,63}$"_s);
    for (const QString& host : source.hosts)
        if (!hostPart.match(host).hasMatch())
            return std::unexpected(SourceProblem{Code::HostWrong, host});
    if (!source.isServer())
        return {};
    if (const auto address = checkAddress(source); !address)
        return address;
    return source.kind == TileSource::Kind::Xyz ? checkPlaceholders(source)
                                                : std::expected<void, SourceProblem>();
}

TileSource sourceFrom(const QString& fileOrAddress) {
    TileSource source;
    source.address = fileOrAddress.trimmed();
    const bool isUrl = source.address.startsWith("http://"_L1, Qt::CaseInsensitive) ||
                       source.address.startsWith("https://"_L1, Qt::CaseInsensitive);
    if (!isUrl)
        source.kind = TileSource::Kind::File;
    else
        source.kind = source.address.contains(u'{') ? TileSource::Kind::Xyz : TileSource::Kind::Wmts;
    if (isUrl && source.address.contains("{s}"_L1))
        source.hosts = {u"a"_s, u"b"_s, u"c"_s};
    return source;
}

std::optional<Datum> datumFrom(const QString& name) {
    const auto* found =
        std::ranges::find(datumNames, name.toLower(), &std::pair<Datum, QLatin1StringView>::second);
    return found == std::end(datumNames) ? std::nullopt : std::optional(found->first);
}

QUrl tileUrl(const TileSource& source, TileId id) {
    QString address = source.address;
    address.replace("{z}"_L1, QString::number(id.z));
    address.replace("{x}"_L1, QString::number(id.x));
    address.replace("{y}"_L1, QString::number(id.y));
    address.replace("{-y}"_L1, QString::number((1 << id.z) - 1 - id.y));
    address.replace("{q}"_L1, quadkey(id));
    // The same host for the same tile always, so that its answer is found in caches on the way.
    if (!source.hosts.isEmpty())
        address.replace("{s}"_L1, source.hosts[(id.x + id.y) % source.hosts.size()]);
    return QUrl(address);
}

QVariantMap toSetting(const TileSource& source) {
    return {{u"kind"_s, nameOf(kindNames, source.kind)},
            {u"name"_s, source.name},
            {u"address"_s, source.address},
            {u"hosts"_s, source.hosts},
            {u"layer"_s, source.layer},
            {u"matrixSet"_s, source.matrixSet},
            {u"datum"_s, nameOf(datumNames, source.datum)},
            {u"tileSize"_s, source.tileSize},
            {u"minZoom"_s, source.minZoom},
            {u"maxZoom"_s, source.maxZoom},
            {u"attribution"_s, source.attribution}};
}

TileSource sourceFromSetting(const QVariantMap& setting) {
    TileSource source;
    source.kind = valueOf(kindNames, setting.value(u"kind"_s).toString());
    source.name = setting.value(u"name"_s).toString().left(200);
    source.address = setting.value(u"address"_s).toString().left(longestAddress);
    source.hosts = setting.value(u"hosts"_s).toStringList();
    source.layer = setting.value(u"layer"_s).toString().left(200);
    source.matrixSet = setting.value(u"matrixSet"_s).toString().left(200);
    source.datum = valueOf(datumNames, setting.value(u"datum"_s).toString());
    source.tileSize = within(setting, u"tileSize"_s, 256, 512, 256);
    source.minZoom = within(setting, u"minZoom"_s, 0, TileSource::mostZoom, 0);
    source.maxZoom = within(setting, u"maxZoom"_s, source.minZoom, TileSource::mostZoom, 18);
    source.attribution = setting.value(u"attribution"_s).toString().left(500);
    return check(source) ? source : TileSource();
}

} // namespace tridesk::maps
