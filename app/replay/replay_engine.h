// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk_engine.h"
#include "app/replay/film.h"
#include "app/replay/fix_film.h"
#include "app/replay/known_then.h"
#include "app/replay/order_story.h"
#include "app/replay/replay_ground.h"
#include "app/replay/strip_picture.h"

#include <atomic>
#include <optional>

namespace tridesk {

/// The other half of a desk that shows the record as it stood: on a thread of its own, with a journal and a
/// fix store of its own, so that a live desk beside it feels nothing. Takes no command about what it shows.
class ReplayEngine : public DeskEngine {
    Q_OBJECT

public:
    explicit ReplayEngine(ReplayGround ground);
    ~ReplayEngine() override;

    [[nodiscard]] bool isReplay() const override { return true; }

    void open() override;
    void ask(const Asked& asked) override;
    void history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) override;
    void note(const Receipt& receipt) override;
    void look(const JournalLook& look) override;

    /// Called from any thread: shows the board as of `at`, unless another place is asked for before it comes
    /// to that.
    void seek(Instant at);
    /// Called from any thread: whoever is waiting for the journal to be read waits no longer.
    void stop() { m_stop = true; }

    // Called on the engine's thread.
    /// From the next place on, only what had reached that seat by then; empty: all that was recorded.
    void knownBy(const QString& seat);
    void find(Instant from, bool forward, const FilmQuery& query);
    void picture(const StripQuestion& question);
    void follow(); ///< the journal may have grown
    /// All of an incident's, those too that come later than what is shown.
    void tellOrders(const IncidentId& incident);

Q_SIGNALS:
    void reading(qint64 done, qint64 of);
    void spanned(tridesk::Instant first, tridesk::Instant last, const QStringList& seats,
                 const QStringList& users);
    void grown(const tridesk::Situation& end); ///< the record
    /// Told before opened() or advanced() of the same place.
    void standing(tridesk::Instant at, qint64 seq, qint64 recorded);
    void placed(const QHash<tridesk::UnitId, tridesk::ReplayedFix>& fixes);
    void found(tridesk::Instant at); ///< not told where there is none: then foundNone()
    void foundNone();
    void pictured(const tridesk::StripPicture& picture);
    void orders(const tridesk::IncidentId& incident, const QList<tridesk::OrderStory>& stories);

private:
    void show(Instant at);
    void place(Instant at);
    void tellSpan();
    [[nodiscard]] std::expected<void, JournalFault> standAt(qint64 seq);

    ReplayGround m_ground;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<FixStore> m_fixes;
    std::unique_ptr<FactReel> m_reel;
    std::unique_ptr<Film> m_film;
    std::unique_ptr<RoadWalk> m_roads;
    std::unique_ptr<FixFilm> m_ways; ///< stands on both
    std::optional<KnownThen> m_known;
    Situation m_here;
    qint64 m_placed = 0; ///< the place shown last, ms
    bool m_opened = false;
    bool m_told = false;              ///< the desk has a situation
    std::atomic<qint64> m_wanted = 0; ///< the place asked for last, ms
    std::atomic<int> m_waiting = 0;   ///< how many questions for a place are under way
    std::atomic<bool> m_stop = false;
};

} // namespace tridesk
