// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/domain/recommend.h"
#include "maps/geoservice/geo_service.h"

#include <QCache>
#include <QObject>

class QTimer;

namespace tridesk {

class FixBoard;

/// What was proposed for an incident, and all that it was reckoned from.
struct Advice {
    RecommendQuestion question;
    Recommendation answer;
};

/// Asks who should go: gathers what is known of the units, has the roads asked on the map's thread and the
/// ranking done on another, and keeps the newest answers. The incident that is followed is asked about again
/// when something changes, not more often than every few seconds; others once, when somebody wants to know (a
/// unit hovers over them). Answers come later than questions, and only the newest of each incident counts.
/// GUI thread.
class Advisor : public QObject {
    Q_OBJECT

public:
    /// All outlive it; `fixes` and `places` may be null: nobody's place is known, or no road.
    Advisor(SeatDesk& desk, const FixBoard* fixes, maps::GeoService* places, QObject* parent = nullptr);
    ~Advisor() override;

    void follow(const IncidentId& incident); ///< null: none
    /// Soon told by advised(), unless it is known and fresh.
    void want(const IncidentId& incident);
    /// The newest answer, or null. Valid until the event loop runs.
    [[nodiscard]] const Advice* advice(const IncidentId& incident) const { return m_known.object(incident); }

    /// What stands on the screen now, for the order that may follow.
    void setShown(const IncidentId& incident, const QList<ShownPick>& picks);
    /// Empty where another incident's stands there, or none.
    [[nodiscard]] QList<ShownPick> shown(const IncidentId& incident) const;

Q_SIGNALS:
    void advised(const tridesk::IncidentId& incident);
    void shownChanged();

private:
    struct Started {
        IncidentId incident;
        RecommendQuestion question;
        std::vector<std::vector<qsizetype>> groups; ///< of the fleet question: which candidates they are
        QList<PostId> stations;                     ///< that are asked about
    };

    void take(const Changes& changes);
    void refreshSoon();
    void askNext();
    void ask(const IncidentId& incident);
    void askRoads(Started started);
    void askRoutes(Started started);
    void rank(const Started& started, const maps::GeoService::Fleet& roads);
    void finish(const IncidentId& incident, const Advice& advice);
    [[nodiscard]] bool isOpen(const IncidentId& incident) const;

    SeatDesk& m_desk;
    const FixBoard* m_fixes;
    maps::GeoService* m_places;
    QTimer* m_throttle; ///< runs after an answer: nothing followed is asked about until it ends
    QTimer* m_ageing;
    IncidentId m_followed;
    bool m_stale = false;    ///< something changed since the question about the followed one
    bool m_outdated = false; ///< it did so that the answer under way is not to be shown
    bool m_asking = false;
    QList<IncidentId> m_wanted;
    mutable QCache<IncidentId, Advice> m_known;
    IncidentId m_shownFor;
    QList<ShownPick> m_shown;
};

} // namespace tridesk
