// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/geoservice/place_finder.h"

#include "maps/gazetteer/text.h"
#include "maps/geo/distance.h"

#include <algorithm>

namespace tridesk::maps {
namespace {

using namespace Qt::StringLiterals;

constexpr auto OwnMark = "own:"_L1;
constexpr auto UsedMark = "used:"_L1;
constexpr double SamePlaceMetres = 150;
constexpr int MoreThanShown = 12; // among what would not be shown may be what was picked before

QString keyOf(PlaceKind kind, const QGeoCoordinate& at) {
    return u"%1@%2,%3"_s.arg(static_cast<int>(kind))
        .arg(at.latitude(), 0, 'f', 5)
        .arg(at.longitude(), 0, 'f', 5);
}

// Of a provider that does not say how well its places answer: between what begins so and what merely holds
// it, in its own order.
double costOfOther(qsizetype place) {
    return costOf({Match::Words, place}, PlaceKind::Poi, -1);
}

RankedPlace rankedOf(const ServicePlace& place, qsizetype index) {
    RankedPlace ranked{.label = place.label,
                       .detail = place.street == place.label ? QString() : place.street,
                       .kind = place.kind.value_or(PlaceKind::Poi),
                       .at = place.at,
                       .metresOff = place.metresOff,
                       .match = place.match.value_or(Match::Words),
                       .cost = place.cost.value_or(costOfOther(index))};
    if (ranked.kind == PlaceKind::Address)
        ranked.detail.clear(); // its label is the street and the number
    ranked.key = keyOf(ranked.kind, ranked.at);
    return ranked;
}

RankedPlace rankedOf(const FoundOwn& found, bool chinese) {
    const bool isUsed = found.place.id.startsWith(UsedMark);
    return {.key = isUsed ? found.place.id.sliced(UsedMark.size()) : OwnMark + found.place.id,
            .label = found.place.label(chinese),
            .detail = found.place.detail,
            .kind = found.place.kind,
            .at = found.place.at,
            .metresOff = found.metresOff,
            .match = found.match,
            .cost = found.cost,
            .own = !isUsed};
}

bool isSame(const RankedPlace& a, const RankedPlace& b) {
    return a.key == b.key || (a.label == b.label && metresBetween(a.at, b.at) < SamePlaceMetres);
}

OwnPlace ownOf(const UsedPlace& used) {
    return {.id = UsedMark + used.key,
            .kind = used.kind,
            .nameZh = used.label,
            .nameEn = {},
            .ref = {},
            .detail = used.detail,
            .at = used.at};
}

QString textOf(const QString& typed) {
    const QString text = typed.trimmed();
    return text.startsWith(u'@') || text.startsWith(u'＠') ? text.sliced(1).trimmed() : text;
}

} // namespace

QList<RankedPlace> rankedPlaces(const QList<ServicePlace>& service, const QList<FoundOwn>& own,
                                const PlaceUse& use, const PlaceFinder::Question& question) {
    QList<RankedPlace> all;
    const auto add = [&](RankedPlace place) {
        if (!place.at.isValid())
            return;
        // The first of two that are the same stands; it answers as well as the better of them.
        const auto same =
            std::ranges::find_if(all, [&](const RankedPlace& each) { return isSame(each, place); });
        if (same == all.end()) {
            all.append(std::move(place));
            return;
        }
        if (place.cost < same->cost) {
            same->match = place.match;
            same->cost = place.cost;
        }
    };
    QList<RankedPlace> used;
    for (const FoundOwn& found : own) {
        RankedPlace place = rankedOf(found, question.chinese);
        place.own ? add(std::move(place)) : used.append(std::move(place));
    }
    for (qsizetype index = 0; index < service.size(); ++index) {
        const QString& ref = service.at(index).ref;
        const bool isOwn = service.at(index).kind == PlaceKind::Station && !ref.isEmpty() &&
                           std::ranges::any_of(own, [&](const FoundOwn& o) { return o.place.ref == ref; });
        if (!isOwn)
            add(rankedOf(service.at(index), index));
    }
    for (RankedPlace& place : used)
        add(std::move(place));
    for (RankedPlace& place : all)
        place.cost = costAfterUse(place.cost, place.match, use.picksOf(place.key));
    std::ranges::stable_sort(all, {}, &RankedPlace::cost);
    return all.first(std::min<qsizetype>(all.size(), std::max(1, question.limit)));
}

class PlaceFinder::Keeper : public QObject {
public:
    OwnPlaces places;
};

struct PlaceFinder::Asked {
    quint64 number = 0;
    Question question;
    QPointer<QObject> asker;
    std::function<void(const Answer&)> answered;
    std::optional<QList<FoundOwn>> own;
    std::optional<GeoService::Places> service;
};

PlaceFinder::PlaceFinder(GeoService* service, QObject* parent)
    : QObject(parent)
    , m_service(service)
    , m_keeper(new Keeper) {
    m_keeper->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_keeper, &QObject::deleteLater);
    m_thread.setObjectName(u"own places"_s);
    m_thread.start();
}

PlaceFinder::~PlaceFinder() {
    m_thread.requestInterruption();
    m_thread.quit();
    m_thread.wait();
}

void PlaceFinder::put(const QList<OwnPlace>& places) {
    if (places.isEmpty())
        return;
    QMetaObject::invokeMethod(m_keeper, [keeper = m_keeper, places] {
        for (const OwnPlace& place : places) {
            if (QThread::currentThread()->isInterruptionRequested())
                return;
            keeper->places.put(place);
        }
    });
}

void PlaceFinder::take(const QStringList& ids) {
    if (ids.isEmpty())
        return;
    QMetaObject::invokeMethod(m_keeper, [keeper = m_keeper, ids] {
        for (const QString& id : ids)
            keeper->places.take(id);
    });
}

// What is the desk's own is offered as the desk has it now, never as it was picked once.
void PlaceFinder::remember(const UsedPlace& place) {
    if (!place.key.startsWith(OwnMark))
        put({ownOf(place)});
}

void PlaceFinder::setUse(const PlaceUse& use) {
    m_use = use;
    for (const UsedPlace& place : m_use.places())
        remember(place);
}

void PlaceFinder::notePick(const RankedPlace& place) {
    const UsedPlace used{
        .key = place.key, .label = place.label, .detail = place.detail, .kind = place.kind, .at = place.at};
    QStringList known;
    for (const UsedPlace& each : m_use.places())
        known.append(each.key);
    m_use.note(used);
    remember(used);
    QStringList gone; // the store is bounded, and so is what is offered of it
    for (const QString& key : known)
        if (m_use.picksOf(key) == 0)
            gone.append(UsedMark + key);
    take(gone);
}

void PlaceFinder::find(const Question& question, QObject* asker,
                       std::function<void(const Answer&)> answered) {
    const quint64 number = ++m_questions;
    m_asked = std::make_unique<Asked>();
    m_asked->number = number;
    m_asked->question = question;
    m_asked->question.text = textOf(question.text);
    m_asked->asker = asker;
    m_asked->answered = std::move(answered);
    const QString text = m_asked->question.text;
    const int limit = question.limit + MoreThanShown;
    if (m_service && m_service->placesError().isEmpty()) {
        m_service->find(text, question.near, limit)
            .then(this, [this, number](const GeoService::Places& found) { takeService(number, found); })
            .onCanceled(this, [this, number] { takeService(number, QList<ServicePlace>()); });
    } else {
        m_asked->service = QList<ServicePlace>();
        if (m_service)
            m_asked->service = std::unexpected(m_service->placesError());
    }
    QMetaObject::invokeMethod(m_keeper, [this, keeper = m_keeper, text, near = question.near, limit, number] {
        const QList<FoundOwn> found = keeper->places.find(text, near, limit);
        QMetaObject::invokeMethod(
            this, [this, number, found] { takeOwn(number, found); }, Qt::QueuedConnection);
    });
}

void PlaceFinder::takeOwn(quint64 number, const QList<FoundOwn>& found) {
    if (!m_asked || m_asked->number != number)
        return;
    m_asked->own = found;
    settle();
}

void PlaceFinder::takeService(quint64 number, const GeoService::Places& found) {
    if (!m_asked || m_asked->number != number)
        return;
    m_asked->service = found;
    settle();
}

void PlaceFinder::settle() {
    const auto own = m_asked->own;
    const auto service = m_asked->service;
    if (!own || !service)
        return;
    const std::unique_ptr<Asked> asked = std::move(m_asked);
    if (!asked->asker)
        return;
    const QList<ServicePlace> places = service->value_or(QList<ServicePlace>());
    asked->answered({.places = rankedPlaces(places, *own, m_use, asked->question),
                     .trouble = *service ? QString() : service->error()});
}

} // namespace tridesk::maps
