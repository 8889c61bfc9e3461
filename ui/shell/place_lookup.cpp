// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/place_lookup.h"

#include "app/desk/desk.h"
#include "ui/text/names.h"

#include <QLocale>
#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

maps::OwnPlace ownOf(const NamedPlace& place) {
    return {.id = u"place/"_s + place.id.toString(),
            .kind = maps::PlaceKind::Named,
            .nameZh = place.details.name,
            .nameEn = {},
            .ref = {},
            .detail = place.details.address,
            .at = place.details.at.coordinate()};
}

maps::OwnPlace ownOf(const Camera& camera) {
    return {.id = u"camera/"_s + camera.id.toString(),
            .kind = maps::PlaceKind::Camera,
            .nameZh = camera.name.zh,
            .nameEn = camera.name.en,
            .ref = camera.id.toString(),
            .detail = camera.id.toString(),
            .at = camera.at.coordinate()};
}

/// Nowhere where the post's place is not known.
maps::OwnPlace ownOf(const Post& post) {
    return {.id = u"post/"_s + post.id.toString(),
            .kind = maps::PlaceKind::Station,
            .nameZh = post.name.zh,
            .nameEn = post.name.en,
            .ref = post.id.toString(),
            .detail = post.id.toString(),
            .at = post.at ? post.at->coordinate() : QGeoCoordinate()};
}

/// What became of what changed: put anew, or taken away.
struct Renewal {
    QList<maps::OwnPlace> put;
    QStringList take;

    template <class T, class Id>
    void add(const T* found, const Id& id, const QString& kind) {
        const maps::OwnPlace place = found ? ownOf(*found) : maps::OwnPlace();
        if (place.at.isValid())
            put.append(place);
        else
            take.append(kind + id.toString());
    }
};

} // namespace

PlaceLookup::PlaceLookup(const PaneContext& context, maps::GeoService* service, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_service(service)
    , m_finder(service) {
    putAll();
    if (context.settings)
        m_finder.setUse(maps::PlaceUse::read(context.settings->value(settingsKey()).toStringList()));
    connect(&context.desk, &SeatDesk::changed, this, &PlaceLookup::take);
}

void PlaceLookup::putAll() {
    const Situation& situation = m_context.desk.situation();
    QList<maps::OwnPlace> all;
    for (const Post& post : situation.posts())
        if (post.at)
            all << ownOf(post);
    for (const Camera& camera : situation.cameras())
        all << ownOf(camera);
    for (const NamedPlace& place : situation.places())
        all << ownOf(place);
    m_finder.put(all);
}

void PlaceLookup::take(const Changes& changes) {
    const Situation& situation = m_context.desk.situation();
    Renewal renewal;
    for (const PostId& id : changes.posts)
        renewal.add(situation.posts().find(id), id, u"post/"_s);
    for (const CameraId& id : changes.cameras)
        renewal.add(situation.cameras().find(id), id, u"camera/"_s);
    for (const NamedPlaceId& id : changes.places)
        renewal.add(situation.places().find(id), id, u"place/"_s);
    m_finder.take(renewal.take);
    m_finder.put(renewal.put);
}

bool PlaceLookup::knowsMap() const {
    return m_service && m_service->placesError().isEmpty();
}

void PlaceLookup::find(const QString& text, int limit, QObject* asker, Found found) {
    const bool chinese = QLocale().language() == QLocale::Chinese;
    m_finder.find({.text = text, .near = m_near, .limit = limit, .chinese = chinese}, asker,
                  [this, found = std::move(found)](const maps::PlaceFinder::Answer& answer) {
                      QList<maps::RankedPlace> places = answer.places;
                      for (maps::RankedPlace& place : places)
                          place.area = areaOf(place);
                      found(places);
                  });
}

QString PlaceLookup::areaOf(const maps::RankedPlace& place) const {
    const auto at = GeoPoint::from(place.at);
    const Situation& situation = m_context.desk.situation();
    const PostId post = at ? situation.postAt(*at) : PostId();
    const bool saysNothing = post.isNull() || place.kind == maps::PlaceKind::Station;
    return saysNothing ? QString() : text::postName(situation, post);
}

void PlaceLookup::notePick(const maps::RankedPlace& place) {
    m_finder.notePick(place);
    if (m_context.settings)
        m_context.settings->setValue(settingsKey(), m_finder.use().written());
}

QString PlaceLookup::settingsKey() const {
    const QString seat = m_context.desk.actor().seat.toString();
    return u"places/%1/picked"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(seat)));
}

void addressAt(maps::GeoService* places, GeoPoint at, QObject* owner,
               const std::function<void(const QString&)>& found) {
    if (!places || !places->placesError().isEmpty()) {
        found({});
        return;
    }
    places->reverse(at.coordinate()).then(owner, [found](const maps::GeoService::Places& answer) {
        found(answer && !answer->isEmpty() ? answer->first().label : QString());
    });
}

} // namespace tridesk
