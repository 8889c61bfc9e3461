// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/own_places.h"
#include "maps/geoservice/geo_service.h"
#include "maps/geoservice/place_use.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>

namespace tridesk::maps {

/// A place that a search offers, whoever knows it.
struct RankedPlace {
    QString key = {};    ///< the same for the same place, from one search to the next
    QString label = {};  ///< one line, in the language asked for
    QString detail = {}; ///< the street it stands at, what the gazetteer calls it; may be empty
    QString area = {};   ///< the station that answers for it; for whoever asks to fill in
    PlaceKind kind = PlaceKind::Poi;
    QGeoCoordinate at = {};
    double metresOff = -1; ///< from where the search looked; -1: not known
    Match match = Match::Contains;
    double cost = 0;  ///< less is better
    bool own = false; ///< the desk's, not the map's
};

/// The one search for places: what the geographic service knows, what the desk itself knows, and what was
/// picked before, under one ranking (match, then distance to the view and use).
///
/// Belongs to the GUI thread and never blocks it: own places are kept and compared on a thread of its own.
class PlaceFinder : public QObject {
    Q_OBJECT
public:
    struct Question {
        QString text;             ///< a sign @ before it is left out
        QGeoCoordinate near = {}; ///< where the view looks
        int limit = 12;
        bool chinese = true;
    };
    struct Answer {
        QList<RankedPlace> places; ///< best first
        QString trouble;           ///< why the service had nothing to say; the desk's own stand all the same
    };

    /// `service` may be null: then only the desk's own places are found. Outlives it otherwise.
    explicit PlaceFinder(GeoService* service, QObject* parent = nullptr);
    ~PlaceFinder() override;

    void put(const QList<OwnPlace>& places); ///< anew, or in place of those of the same ids
    void take(const QStringList& ids);

    void setUse(const PlaceUse& use);
    [[nodiscard]] const PlaceUse& use() const { return m_use; }
    void notePick(const RankedPlace& place); ///< it counts from the next question on

    /// Answered once, later, on this thread; not where a newer question was asked meanwhile, nor after
    /// `asker` is gone.
    void find(const Question& question, QObject* asker, std::function<void(const Answer&)> answered);

private:
    class Keeper;
    struct Asked;
    void takeOwn(quint64 number, const QList<FoundOwn>& found);
    void takeService(quint64 number, const GeoService::Places& found);
    void settle();
    void remember(const UsedPlace& place);

    GeoService* m_service;
    PlaceUse m_use;
    std::unique_ptr<Asked> m_asked; ///< the newest question
    quint64 m_questions = 0;
    QThread m_thread;
    Keeper* m_keeper; ///< on m_thread, which deletes it
};

/// The service's answer and the desk's as one list, best first: what both know is the desk's, and what was
/// picked before costs less.
[[nodiscard]] QList<RankedPlace> rankedPlaces(const QList<ServicePlace>& service, const QList<FoundOwn>& own,
                                              const PlaceUse& use, const PlaceFinder::Question& question);

} // namespace tridesk::maps
