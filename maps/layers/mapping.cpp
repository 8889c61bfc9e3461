// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/layers/mapping.h"

#include <QCryptographicHash>

#include <algorithm>
#include <array>
#include <utility>

namespace tridesk::maps {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array<std::pair<LayerTarget, QStringView>, 5> targetKeys{{{LayerTarget::Areas, u"areas"},
                                                                         {LayerTarget::Plots, u"plots"},
                                                                         {LayerTarget::Cameras, u"cameras"},
                                                                         {LayerTarget::Places, u"places"},
                                                                         {LayerTarget::Notes, u"notes"}}};

constexpr std::array<std::pair<LayerField, QStringView>, 10> fieldKeys{{{LayerField::Ref, u"ref"},
                                                                        {LayerField::Name, u"name"},
                                                                        {LayerField::NameEn, u"name_en"},
                                                                        {LayerField::Kind, u"kind"},
                                                                        {LayerField::Address, u"address"},
                                                                        {LayerField::Latitude, u"lat"},
                                                                        {LayerField::Longitude, u"lon"},
                                                                        {LayerField::Position, u"position"},
                                                                        {LayerField::Wkt, u"wkt"},
                                                                        {LayerField::Heading, u"heading"}}};

constexpr std::array<std::pair<Datum, QStringView>, 3> datumKeys{
    {{Datum::Wgs84, u"wgs84"}, {Datum::Gcj02, u"gcj02"}, {Datum::Bd09, u"bd09"}}};

/// Headers without blanks and signs, in small letters; the best word for each meaning first.
const std::pair<LayerField, QStringList> headerWords[] = {
    {LayerField::Wkt, {u"wkt"_s, u"geom"_s, u"thegeom"_s, u"geometry"_s, u"shape"_s}},
    {LayerField::Latitude,
     {u"lat"_s, u"latitude"_s, u"纬度"_s, u"lat84"_s, u"wgslat"_s, u"gcjlat"_s, u"bdlat"_s, u"纬度wgs84"_s,
      u"纬度gcj02"_s, u"纬度bd09"_s, u"y"_s, u"y坐标"_s}},
    {LayerField::Longitude,
     {u"lon"_s, u"lng"_s, u"long"_s, u"longitude"_s, u"经度"_s, u"lon84"_s, u"wgslng"_s, u"wgslon"_s,
      u"gcjlng"_s, u"gcjlon"_s, u"bdlng"_s, u"bdlon"_s, u"经度wgs84"_s, u"经度gcj02"_s, u"经度bd09"_s, u"x"_s,
      u"x坐标"_s}},
    {LayerField::Position,
     {u"经纬度"_s, u"坐标"_s, u"latlon"_s, u"lonlat"_s, u"coordinates"_s, u"position"_s, u"latlng"_s}},
    {LayerField::Ref,
     {u"ref"_s, u"code"_s, u"cameraid"_s, u"deviceid"_s, u"编号"_s, u"设备编号"_s, u"摄像机编号"_s,
      u"国标编码"_s, u"监控编号"_s, u"代码"_s, u"编码"_s, u"辖区编号"_s, u"number"_s, u"no"_s, u"id"_s}},
    {LayerField::NameEn, {u"nameen"_s, u"englishname"_s, u"英文名"_s, u"英文名称"_s}},
    {LayerField::Name,
     {u"name"_s, u"namezh"_s, u"名称"_s, u"点位名称"_s, u"设备名称"_s, u"摄像机名称"_s, u"监控名称"_s,
      u"单位名称"_s, u"派出所"_s, u"辖区"_s, u"title"_s, u"label"_s, u"名字"_s}},
    {LayerField::Kind,
     {u"kind"_s, u"type"_s, u"category"_s, u"class"_s, u"类型"_s, u"类别"_s, u"种类"_s, u"sym"_s}},
    {LayerField::Address,
     {u"address"_s, u"addr"_s, u"location"_s, u"地址"_s, u"安装位置"_s, u"位置"_s, u"地点"_s}},
    {LayerField::Heading,
     {u"heading"_s, u"direction"_s, u"bearing"_s, u"azimuth"_s, u"朝向"_s, u"方向"_s, u"方位角"_s}},
};

QString plain(const QString& header) {
    QString word;
    for (const QChar c : header)
        if (c.isLetterOrNumber())
            word.append(c.toLower());
    return word;
}

QString datumKey(Datum datum) {
    return std::ranges::find(datumKeys, datum, &std::pair<Datum, QStringView>::first)->second.toString();
}

bool saysAny(const QString& text, std::initializer_list<QStringView> words) {
    return std::ranges::any_of(words,
                               [&](QStringView word) { return text.contains(word, Qt::CaseInsensitive); });
}

Datum guessDatum(const QString& text) {
    if (saysAny(text, {u"bd09", u"bd-09", u"bdlat", u"bd_lat", u"百度"}))
        return Datum::Bd09;
    if (saysAny(text, {u"gcj", u"高德", u"火星"}))
        return Datum::Gcj02;
    return Datum::Wgs84;
}

LayerTarget guessTarget(const Layer& layer, const LayerMapping& mapping, const QString& fileName) {
    qsizetype areas = 0;
    qsizetype lines = 0;
    for (const Feature& feature : layer.features) {
        areas += feature.shape.kind == ShapeKind::Area ? 1 : 0;
        lines += feature.shape.kind == ShapeKind::Line ? 1 : 0;
    }
    const QString words = layer.columns.join(u' ') + u' ' + fileName;
    if (lines == 0 && saysAny(words, {u"hazard", u"premise", u"key_site", u"隐患", u"警示", u"重点单位"}))
        return LayerTarget::Notes;
    if (areas * 2 > layer.features.size())
        return saysAny(words, {u"beat", u"station", u"post", u"area", u"派出所", u"辖区", u"警务"})
                   ? LayerTarget::Areas
                   : LayerTarget::Plots;
    if (lines * 2 > layer.features.size())
        return LayerTarget::Plots;
    if (mapping.columns.contains(LayerField::Heading) ||
        saysAny(words, {u"camera", u"cctv", u"摄像", u"监控", u"探头", u"视频", u"卡口"}))
        return LayerTarget::Cameras;
    return LayerTarget::Places;
}

} // namespace

QString targetKey(LayerTarget target) {
    return std::ranges::find(targetKeys, target, &std::pair<LayerTarget, QStringView>::first)
        ->second.toString();
}

QString fieldKey(LayerField field) {
    return std::ranges::find(fieldKeys, field, &std::pair<LayerField, QStringView>::first)->second.toString();
}

std::optional<LayerField> fieldFromKey(QStringView key) {
    const auto found = std::ranges::find(fieldKeys, key, &std::pair<LayerField, QStringView>::second);
    return found == fieldKeys.end() ? std::nullopt : std::optional(found->first);
}

std::optional<Datum> datumFromKey(QStringView key) {
    const auto found = std::ranges::find(datumKeys, key, &std::pair<Datum, QStringView>::second);
    return found == datumKeys.end() ? std::nullopt : std::optional(found->first);
}

QString mappingInWords(const LayerMapping& mapping, const Layer& layer) {
    QStringList parts;
    for (auto it = mapping.columns.begin(); it != mapping.columns.end(); ++it)
        parts.append(u"%1: %2"_s.arg(fieldKey(it.key()), layer.columns.value(it.value())));
    return u"%1; %2"_s.arg(parts.join(u", "_s), datumKey(mapping.datum));
}

LayerMapping guessMapping(const Layer& layer, const QString& fileName) {
    LayerMapping mapping;
    QStringList words;
    std::ranges::transform(layer.columns, std::back_inserter(words), plain);
    for (const auto& [field, known] : headerWords)
        for (const QString& word : known)
            if (const qsizetype at = words.indexOf(word);
                at >= 0 && !std::ranges::contains(std::as_const(mapping.columns), int(at))) {
                mapping.columns.insert(field, int(at));
                break;
            }
    mapping.datum = guessDatum(layer.columns.join(u' ') + u' ' + fileName);
    mapping.target = guessTarget(layer, mapping, fileName);
    return mapping;
}

std::expected<void, QString> changeMapping(LayerMapping& mapping, const Layer& layer, const QString& change) {
    const qsizetype sign = change.lastIndexOf(u'=');
    const QString name = change.left(qMax<qsizetype>(sign, 0)).trimmed();
    qsizetype column = layer.columns.indexOf(name);
    bool isNumber = false;
    if (const int number = name.toInt(&isNumber); column < 0 && isNumber)
        column = number - 1;
    if (sign < 0 || column < 0 || column >= layer.columns.size())
        return std::unexpected(u"map: '%1' names no column; write column=field"_s.arg(change.left(80)));
    const QString key = change.sliced(sign + 1).trimmed();
    const auto field = fieldFromKey(key);
    if (!field && key != u"-")
        return std::unexpected(
            u"map: '%1' is none of ref, name, name_en, kind, address, lat, lon, position, wkt, heading, -"_s
                .arg(key.left(80)));
    mapping.columns.removeIf([&](const auto& each) { return each.value() == int(column); });
    if (field)
        mapping.columns.insert(*field, int(column));
    return {};
}

QString shapeOfFile(const Layer& layer) {
    const QByteArray said = (layer.format + u'\n' + layer.columns.join(u'\n')).toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(said, QCryptographicHash::Sha256).toHex().first(16));
}

QString mappingText(const LayerMapping& mapping) {
    QStringList parts{targetKey(mapping.target), datumKey(mapping.datum)};
    for (auto it = mapping.columns.begin(); it != mapping.columns.end(); ++it)
        parts.append(u"%1:%2"_s.arg(fieldKey(it.key())).arg(it.value()));
    return parts.join(u' ');
}

std::optional<LayerMapping> mappingFromText(const QString& text, const Layer& layer) {
    const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
    const auto target = std::ranges::find(targetKeys, QStringView(parts.value(0)),
                                          &std::pair<LayerTarget, QStringView>::second);
    const auto datum = datumFromKey(parts.value(1));
    if (target == targetKeys.end() || !datum)
        return std::nullopt;
    LayerMapping mapping{.target = target->first, .columns = {}, .datum = *datum};
    for (const QString& part : parts.sliced(2)) {
        const auto field = fieldFromKey(part.section(u':', 0, 0));
        bool isNumber = false;
        const int column = part.section(u':', 1).toInt(&isNumber);
        if (!field || !isNumber || column < 0 || column >= layer.columns.size())
            return std::nullopt;
        mapping.columns.insert(*field, column);
    }
    return mapping;
}

} // namespace tridesk::maps
