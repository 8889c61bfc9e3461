// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/bookmark.h"
#include "app/replay/strip_picture.h"
#include "ui/panes/timeline/time_scale.h"

#include <QWidget>

namespace tridesk {

class Look;

/// A bookmark as a timeline shows it.
struct StripFlag {
    BookmarkId bookmark;
    Instant at;
    QString words; ///< as they may be read here
};

/// The record along its time: how much was recorded when, incidents as bars, the chosen incident's orders hop
/// by hop, each entry as a tick once they are far enough apart, bookmarks as flags. A click or drag moves the
/// replay there; the wheel zooms from a month to seconds about the pointer, the right button drags; arrows
/// move, Page keys leaf, + and − zoom, Home and End go to the ends.
class TimelineStrip : public QWidget {
    Q_OBJECT

public:
    explicit TimelineStrip(const Look& look, QWidget* parent = nullptr);

    void setSpan(Instant first, Instant last); ///< the first time, all of it is shown
    void setAt(Instant at);                    ///< follows it where it leaves what is shown
    void setChosen(const IncidentId& incident);
    void setPicture(const StripPicture& picture);
    void setFlags(const QList<StripFlag>& flags);
    void setOnly(const FilmQuery& only); ///< entries and incidents that are shown; the others are left out
    [[nodiscard]] const TimeScale& scale() const { return m_scale; }
    /// What lies under the pointer there, for its card: an incident's bar, or null.
    [[nodiscard]] IncidentId incidentAt(QPoint at) const;
    [[nodiscard]] const StripFlag* flagAt(QPoint at) const; ///< or null
    [[nodiscard]] const StripPicture& picture() const { return m_picture; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void seekAsked(tridesk::Instant at);
    void pictureAsked(const tridesk::StripQuestion& question);
    void incidentAsked(const tridesk::IncidentId& incident);
    void bookmarkAsked(const tridesk::BookmarkId& bookmark);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Lane {
        QRectF bar;
        qsizetype index = 0; ///< in the picture's bars
    };

    void show(const TimeScale& scale);
    void ask();
    void place();
    [[nodiscard]] int axisHeight() const;
    [[nodiscard]] QRect densityArea() const;
    [[nodiscard]] QRect barArea() const;
    void paintAxis(QPainter& painter) const;
    void paintDensity(QPainter& painter) const;
    void paintBars(QPainter& painter) const;
    void paintHops(QPainter& painter) const;
    void paintTicks(QPainter& painter) const;
    void paintFlags(QPainter& painter) const;
    void paintNow(QPainter& painter) const;
    [[nodiscard]] QColor colourOf(FilmKind kind) const;

    const Look& m_look;
    TimeScale m_scale;
    Instant m_first;
    Instant m_last;
    Instant m_at;
    IncidentId m_chosen;
    FilmQuery m_only;
    QList<StripFlag> m_flags;
    StripPicture m_picture;
    QList<Lane> m_lanes;
    qsizetype m_hidden = 0; ///< bars for which there is no lane
    QPoint m_dragged;
    bool m_spanned = false;
};

} // namespace tridesk
