// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/label_source.h"

#include <QHash>

#include <cmath>

namespace tridesk::ui {
namespace {

constexpr int maxTextLength = 60;

} // namespace

NameKeys::NameKeys(const maps::VectorLayer& layer)
    : m_layer(layer) {
    for (const QStringView key : {u"name:zh", u"name:zh-Hans", u"name_zh"})
        m_zh.push_back(layer.keyIndex(key));
    for (const QStringView key : {u"name:en", u"name_en", u"name:latin", u"name_int"})
        m_en.push_back(layer.keyIndex(key));
    m_name = layer.keyIndex(u"name");
}

Names NameKeys::names(const maps::VectorFeature& f, LabelLanguage language) const {
    const QString local = m_layer.text(f, m_name);
    const QString zh = firstOf(f, m_zh);
    const QString en = firstOf(f, m_en);
    const auto orLocal = [](const QString& wanted, const QString& otherwise) {
        return wanted.isEmpty() ? otherwise : wanted;
    };
    const QString anyLocal = orLocal(local, orLocal(zh, en)).left(maxTextLength);
    if (language == LabelLanguage::Chinese)
        return {orLocal(zh, anyLocal).left(maxTextLength), {}};
    if (language == LabelLanguage::English)
        return {orLocal(en, anyLocal).left(maxTextLength), {}};
    const QString first = orLocal(zh, anyLocal).left(maxTextLength);
    return {first, en == first ? QString() : en.left(maxTextLength)};
}

QString NameKeys::firstOf(const maps::VectorFeature& f, const std::vector<int>& keys) const {
    for (const int key : keys) {
        const QString text = m_layer.text(f, key);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

quint64 labelKey(const QString& text, QPointF at) {
    // About a metre: the same thing read from two tiles is rounded alike but for the last place.
    const auto quantise = [](double v) { return qint64(std::floor(v * double(1 << 24) + 0.5)); };
    return qHashMulti(0x7a11, text, quantise(at.x()), quantise(at.y()));
}

QPointF mercatorOf(const DataTile& data, const maps::VectorLayer& layer, QPoint p) {
    const double tiles = double(1LL << data.id.z);
    return {(data.id.x + double(p.x()) / layer.extent) / tiles,
            (data.id.y + double(p.y()) / layer.extent) / tiles};
}

} // namespace tridesk::ui
