// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/replay/film_index.h"
#include "app/replay/fix_film.h"
#include "app/replay/order_story.h"
#include "app/replay/play_clock.h"
#include "app/replay/replay_ground.h"
#include "app/replay/strip_picture.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <memory>

namespace tridesk {

class ReplayEngine;
class ReplayTime;

/// The record of a desk, played on one clock: a desk and positions for the panes, which show what stood at
/// that clock's instant, and the hands to move it. Lives in, and is called from, the window's thread, which
/// it never holds up. Nothing here changes the record.
class Replay : public QObject {
    Q_OBJECT

public:
    explicit Replay(ReplayGround ground, QObject* parent = nullptr);
    ~Replay() override;

    /// Reads the record; reading() until then ready(), or failed() and nothing more.
    void start();

    [[nodiscard]] Desk& desk() { return *m_desk; }
    [[nodiscard]] FixBoard& fixes() { return *m_fixes; }
    [[nodiscard]] const PlayClock& clock() const { return m_clock; }
    [[nodiscard]] const QStringList& seats() const { return m_seats; } ///< that ever acted
    [[nodiscard]] const QStringList& users() const { return m_users; } ///< who ever sat there
    /// The board at the record's end: bookmarks and footage are looked for there, whatever instant is shown.
    [[nodiscard]] const Situation& end() const { return m_end; }
    [[nodiscard]] const QString& knownBy() const { return m_knownBy; }
    /// How many entries had been recorded by now that are not shown, since the chosen seat did not know them.
    [[nodiscard]] qint64 unknownThen() const { return m_recorded - m_shown; }
    /// How many of the places shown are worked out between two reports.
    [[nodiscard]] qsizetype between() const { return m_between; }
    [[nodiscard]] qsizetype byRoad() const { return m_byRoad; } ///< of these, along the roads

    void seek(Instant at);
    void follow(); ///< the record may have grown: looks now, and not in a few seconds
    void play(bool backwards = false);
    void pause();
    void setSpeed(double speed);
    /// To the next (the last) entry that is asked for: foundNone() where there is none.
    void jump(bool forward, const FilmQuery& query = {});
    /// What that seat (Seat::toString()) did not know yet is hidden; empty: everything recorded is shown.
    void setKnownBy(const QString& seat);
    /// Answered by pictured(); of questions that wait the last alone is answered.
    void askPicture(const StripQuestion& question);
    /// Told by orders().
    void askOrders(const IncidentId& incident);

Q_SIGNALS:
    void reading(qint64 done, qint64 of);
    void ready();
    void failed(const QString& why);
    void trouble(const QString& why); ///< a part of the record cannot be read; the rest is shown
    void moved();                     ///< the clock, or what is known at it
    void playingChanged();
    void spanChanged();
    void grown(); ///< end()
    void knownByChanged(const QString& seat);
    void foundNone();
    void pictured(const tridesk::StripPicture& picture);
    void orders(const tridesk::IncidentId& incident, const QList<tridesk::OrderStory>& stories);

private:
    void join();
    void tick();
    void send();

    std::shared_ptr<ReplayTime> m_time;
    ReplayEngine* m_engine; ///< the desk's, lives on its thread
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<FixBoard> m_fixes;
    PlayClock m_clock;
    Situation m_end;
    QStringList m_seats;
    QStringList m_users;
    QString m_knownBy;
    qint64 m_shown = 0;
    qint64 m_recorded = 0;
    qsizetype m_between = 0;
    qsizetype m_byRoad = 0;
    bool m_spanned = false;
    QTimer m_frames;
    QTimer m_follow;
    QElapsedTimer m_sinceFrame;
    bool m_isAwaited = false; ///< a place was asked for that the engine does not show yet
    int m_pictures = 0;       ///< questions for a picture that are not answered
    std::optional<StripQuestion> m_nextPicture;
};

} // namespace tridesk
