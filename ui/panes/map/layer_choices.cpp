// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/layer_choices.h"

#include "app/domain/seat.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr std::array<QLatin1StringView, mapParts> partNames = {
    "units"_L1,      "incidents"_L1, "cameras"_L1, "stations"_L1, "areas"_L1,
    "orderLines"_L1, "plots"_L1,     "trails"_L1,  "rings"_L1,    "beats"_L1};
constexpr std::array<QLatin1StringView, unitKinds> kindNames = {"car"_L1, "motorcycle"_L1, "foot"_L1,
                                                                "van"_L1, "boat"_L1,       "auxiliary"_L1};
constexpr std::array<QLatin1StringView, 4> wordNames = {"window"_L1, "zh"_L1, "en"_L1, "both"_L1};

QString key(const Actor& actor, QStringView part) {
    return u"map/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(actor.user)), part);
}

template <class E, std::size_t n>
QSet<E> read(const QStringList& names, const std::array<QLatin1StringView, n>& known) {
    QSet<E> found;
    for (std::size_t i = 0; i < n; ++i)
        if (names.contains(known[i]))
            found.insert(E(int(i)));
    return found;
}

template <class E, std::size_t n>
QStringList written(const QSet<E>& set, const std::array<QLatin1StringView, n>& known) {
    QStringList names;
    for (std::size_t i = 0; i < n; ++i)
        if (set.contains(E(int(i))))
            names << known[i];
    return names;
}

} // namespace

LayerChoices LayerChoices::load(QSettings* settings, const Actor& actor) {
    LayerChoices choices;
    if (!settings)
        return choices;
    if (const QVariant hidden = settings->value(key(actor, u"hidden")); hidden.isValid())
        choices.hidden = read<MapPart>(hidden.toStringList(), partNames);
    choices.hiddenKinds =
        read<UnitKind>(settings->value(key(actor, u"hiddenKinds")).toStringList(), kindNames);
    const auto words = std::ranges::find(wordNames, settings->value(key(actor, u"words")).toString());
    if (words != wordNames.end())
        choices.words = MapWords(int(words - wordNames.begin()));
    choices.trailMinutes = std::clamp(settings->value(key(actor, u"trailMinutes"), 30).toInt(), 5, 720);
    return choices;
}

void LayerChoices::save(QSettings* settings, const Actor& actor) const {
    if (!settings)
        return;
    settings->setValue(key(actor, u"hidden"), written(hidden, partNames));
    settings->setValue(key(actor, u"hiddenKinds"), written(hiddenKinds, kindNames));
    settings->setValue(key(actor, u"words"), QString(wordNames[std::size_t(words)]));
    settings->setValue(key(actor, u"trailMinutes"), trailMinutes);
}

} // namespace tridesk
