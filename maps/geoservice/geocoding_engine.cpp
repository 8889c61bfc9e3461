// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/geocoding_engine.h"

#include <QGeoAddress>
#include <QGeoLocation>
#include <QGeoShape>
#include <QLocale>
#include <QPointer>
#include <QVariant>

#include <algorithm>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

QGeoLocation locationOf(const FoundPlace& place, const QString& label, bool chinese) {
    QGeoAddress address;
    address.setText(label);
    const bool isAddress = place.kind == PlaceKind::Address;
    if (isAddress || place.kind == PlaceKind::Street)
        address.setStreet(!chinese && !place.nameEn.isEmpty() ? place.nameEn : place.nameZh);
    address.setStreetNumber(place.houseNumber);
    QGeoLocation location;
    location.setAddress(address);
    location.setCoordinate(place.at);
    location.setExtendedAttributes({{geo_attribute::Kind, static_cast<int>(place.kind)},
                                    {geo_attribute::Match, static_cast<int>(place.match)},
                                    {geo_attribute::Cost, place.cost},
                                    {geo_attribute::Ref, place.ref},
                                    {geo_attribute::MetresOff, place.metresOff}});
    return location;
}

// Something with a name of its own is told by the street it stands at.
QString streetOf(const Gazetteer& gazetteer, const FoundPlace& place, bool chinese) {
    const bool standsAtOne = place.kind == PlaceKind::Poi || place.kind == PlaceKind::Station;
    const auto street = standsAtOne ? gazetteer.streetAt(place.at) : std::nullopt;
    return street ? street->label(chinese) : QString();
}

// The best word for the point first, then the street if that says more.
QList<QGeoLocation> locationsOf(const WhereIs& where, bool chinese) {
    QList<QGeoLocation> locations;
    for (const auto& place : {where.address, where.crossing}) {
        if (place)
            locations.append(locationOf(*place, place->label(chinese), chinese));
    }
    if (where.street) {
        WhereIs streetOnly;
        streetOnly.street = where.street;
        locations.append(locationOf(*where.street, streetOnly.label(chinese), chinese));
    }
    return locations;
}

} // namespace

class GeocodingEngine::Reply : public QGeoCodeReply {
public:
    explicit Reply(QObject* parent)
        : QGeoCodeReply(parent) {}
    ~Reply() override { *m_cancelled = true; }

    void abort() override {
        if (isFinished() || m_cancelled->exchange(true))
            return;
        QGeoCodeReply::abort();
    }
    void answer(const Found& found) {
        if (!found) {
            setError(CommunicationError, found.error());
            return;
        }
        setLocations(*found);
        setFinished(true);
    }
    [[nodiscard]] std::shared_ptr<const std::atomic_bool> cancelled() const { return m_cancelled; }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled = std::make_shared<std::atomic_bool>(false);
};

GeocodingEngine::GeocodingEngine(const QVariantMap& parameters, const QString& packageFolder)
    : QGeoCodingManagerEngine(parameters)
    , m_thread(packageFolder) {}

QGeoCodeReply* GeocodingEngine::geocode(const QGeoAddress& address, const QGeoShape& bounds) {
    QString text = u"%1 %2"_s.arg(address.street(), address.streetNumber()).trimmed();
    if (text.isEmpty())
        text = address.text();
    return geocode(text, -1, 0, bounds);
}

QGeoCodeReply* GeocodingEngine::geocode(const QString& address, int limit, int offset,
                                        const QGeoShape& bounds) {
    constexpr int UsualLimit = 20;
    const QGeoCoordinate near = bounds.isValid() ? bounds.center() : QGeoCoordinate();
    const bool chinese = locale().language() == QLocale::Chinese;
    const int skipped = std::clamp(offset, 0, Gazetteer::MaxResults);
    const int wanted = skipped + std::clamp(limit < 0 ? UsualLimit : limit, 1, Gazetteer::MaxResults);
    return ask([=](const Gazetteer& gazetteer) {
        QList<QGeoLocation> locations;
        for (const FoundPlace& place : gazetteer.find(address, near, wanted).mid(skipped)) {
            QGeoLocation location = locationOf(place, place.label(chinese), chinese);
            if (const QString street = streetOf(gazetteer, place, chinese); !street.isEmpty()) {
                QGeoAddress told = location.address();
                told.setStreet(street);
                location.setAddress(told);
            }
            locations.append(location);
        }
        return locations;
    });
}

QGeoCodeReply* GeocodingEngine::reverseGeocode(const QGeoCoordinate& coordinate,
                                               const QGeoShape& /*bounds*/) {
    const bool chinese = locale().language() == QLocale::Chinese;
    return ask(
        [=](const Gazetteer& gazetteer) { return locationsOf(gazetteer.reverse(coordinate), chinese); });
}

QGeoCodeReply* GeocodingEngine::ask(std::function<Found(const Gazetteer&)> question) {
    auto* reply = new Reply(this);
    connect(reply, &QGeoCodeReply::finished, this, [this, reply] { Q_EMIT finished(reply); });
    connect(reply, &QGeoCodeReply::errorOccurred, this,
            [this, reply](QGeoCodeReply::Error error, const QString& text) {
                Q_EMIT errorOccurred(reply, error, text);
            });
    const QPointer<Reply> answered(reply);
    m_thread.ask(
        [question = std::move(question), answered](PackageReader& reader) -> PackageThread::Answer {
            const auto gazetteer = reader.gazetteer();
            Found found = gazetteer ? question(**gazetteer) : std::unexpected(gazetteer.error());
            return [found = std::move(found), answered] {
                if (answered)
                    answered->answer(found);
            };
        },
        reply->cancelled());
    return reply;
}

} // namespace tridesk::maps
