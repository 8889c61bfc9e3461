// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/feed_players.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/video/tile_face.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <memory>

class QAction;
class QHBoxLayout;
class QMimeData;
class QToolButton;

namespace tridesk {

class FeedViews;
struct Changes;
struct Incident;

/// One picture, with whose it is, its clock and age, and how far it may be believed. A strip of tools stands
/// over it while the pointer or the keys are there; each tool is an action of the tile, with a key, and
/// stands in its menu too.
class VideoTile : public QWidget {
    Q_OBJECT

public:
    /// `views` outlives it. `number`: what its place is called, from 1; 0: it stands alone, on a card.
    VideoTile(const PaneContext& context, FeedViews& views, int number, QWidget* parent = nullptr);
    ~VideoTile() override;

    /// Takes the place of what it shows. `incident`: what it is opened for.
    void open(const FeedId& feed, const std::optional<IncidentId>& incident);
    void clear();
    [[nodiscard]] const FeedId& feed() const { return m_feed; } ///< null: empty
    [[nodiscard]] bool isEmpty() const { return m_feed.isNull(); }
    [[nodiscard]] std::optional<IncidentId> incident() const { return m_incident; }
    [[nodiscard]] const std::optional<UnitId>& unit() const {
        return m_unit;
    } ///< that carries the camera now
    [[nodiscard]] VideoTime openedAt() const { return m_openedAt; }

    [[nodiscard]] bool isPinned() const { return m_pinned; }
    void setPinned(bool pinned);
    [[nodiscard]] bool isEmergency() const;

    /// Null until the picture may be seen.
    [[nodiscard]] FeedLook* look() const { return m_look.get(); }
    [[nodiscard]] TileFace face() const;

    /// One more tool: a button in the strip and an entry in the menu. `name` is the objectName of both action
    /// and, with ".button", its button. Shown only while the tile is not empty.
    QAction* addTool(const QString& name, const QString& icon, const QString& text, const QKeySequence& key,
                     const std::function<void()>& act);

    /// Once a second: ages grow.
    void tick();

Q_SIGNALS:
    void opened();      ///< another feed stands in it, or none
    void lookChanged(); ///< look() is another, or null: the picture may be seen, or may not any more
    void pinChanged(bool pinned);
    void closeAsked();
    void fullScreenAsked();
    void reasonAsked(); ///< the user wants to give it
    void dropped(const QMimeData& data);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildTools();
    void dressTools();
    void placeTools();
    void follow(const Changes& changes);
    void takeStage();
    void learn();
    void judge();
    void refresh();
    void weigh();
    void tellRoom();
    void tellSeen();
    [[nodiscard]] const Incident* job() const;
    void describe(TileFace& face) const;
    void describeLook(TileFace& face) const;

    PaneContext m_context;
    FeedViews& m_views;
    int m_number;
    QString m_name;
    FeedId m_feed;
    std::optional<IncidentId> m_incident;
    QString m_title;
    std::optional<UnitId> m_unit;
    std::unique_ptr<FeedLook> m_look;
    VideoTime m_openedAt;
    bool m_pinned = false;
    std::optional<UnitStatus> m_status; ///< of its unit, as it was last seen
    std::optional<VideoTime> m_newsAt;
    QWidget* m_strip;
    QHBoxLayout* m_tools;
    QList<std::pair<QToolButton*, QString>> m_icons;
    QWidget* m_watchedWindow = nullptr; ///< whose minimising is followed
};

} // namespace tridesk
