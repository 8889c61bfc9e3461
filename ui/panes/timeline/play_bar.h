// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/replay/film_index.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QToolButton;

namespace tridesk {

class Look;
class Replay;
class Selection;

/// The hands of a replay: its clock, play and pause, backwards, speed, to the next entry of what is chosen,
/// and whose knowledge is shown.
///
/// objectNames: replay.clock, replay.backwards, replay.play, replay.before, replay.after, replay.speed,
/// replay.what, replay.who, replay.only, replay.knownBy, replay.bookmark, replay.drill, replay.note.
class PlayBar : public QFrame {
    Q_OBJECT

public:
    PlayBar(Replay& replay, const Look& look, Selection& selection, QWidget* parent = nullptr);

    void togglePlay();
    void step(bool forward); ///< to the next entry of what is chosen
    void faster(bool more);
    void setKnownBy(const QString& seat); ///< Seat::toString(); empty: all that was recorded
    void setMayDrill(bool may);

Q_SIGNALS:
    void onlyAsked(const tridesk::FilmQuery& only); ///< the timeline shall show these alone; or everything
    void bookmarkAsked();
    void drillAsked();

private:
    void build();
    void join();
    void tell();
    void tellSpan();
    void tellPlaying();
    void tellOnly();
    void buildQuery();
    [[nodiscard]] QToolButton* button(const QString& name, const QString& icon, const QString& words);
    [[nodiscard]] FilmQuery query() const;

    Replay& m_replay;
    const Look& m_look;
    Selection& m_selection;
    QLabel* m_clock;
    QToolButton* m_backwards;
    QToolButton* m_play;
    QToolButton* m_before;
    QToolButton* m_after;
    QComboBox* m_speed;
    QComboBox* m_what;
    QComboBox* m_who;
    QToolButton* m_only;
    QToolButton* m_bookmark;
    QToolButton* m_drill;
    QComboBox* m_knownBy;
    QLabel* m_note;
};

} // namespace tridesk
