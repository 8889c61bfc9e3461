// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "ui/panes/common/pane_context.h"

#include <QHash>
#include <QObject>

namespace tridesk {

/// Which feeds this window's seat watches, each on record from when its first tile opens to when its last one
/// closes. Nothing is shown before the record is durable, nor what the desk refuses, nor what needs a reason
/// before one was given.
class FeedViews : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        Asking,    ///< it needs a reason
        Beginning, ///< the desk was asked
        Open,
        Covered, ///< the desk is locked: nobody looks, and the record says so
        Refused
    };

    explicit FeedViews(const PaneContext& context, QObject* parent = nullptr);
    ~FeedViews() override; ///< ends all views

    /// One more who looks. `incident`: what it is opened for, where that is said.
    void open(const FeedId& feed, const std::optional<IncidentId>& incident);
    void close(const FeedId& feed); ///< one less
    /// What was asked for: those of them that still wait for it are opened.
    void giveReason(const QList<FeedId>& feeds, const QString& reason);
    /// Those that wait for a reason.
    [[nodiscard]] QList<FeedId> asking() const;

    [[nodiscard]] bool isWatched(const FeedId& feed) const { return m_views.contains(feed); }
    [[nodiscard]] Stage stage(const FeedId& feed) const;
    /// Why it is refused.
    [[nodiscard]] std::optional<Refusal> refusal(const FeedId& feed) const;
    [[nodiscard]] std::optional<IncidentId> incident(const FeedId& feed) const;
    /// May not be seen just now, though it may be watched: visitors stand before the screen.
    [[nodiscard]] bool isHidden(const FeedId& feed) const;
    [[nodiscard]] bool isBeginning() const;

    /// While the desk is locked every view is ended on record; afterwards they begin again, with the reasons
    /// that were given.
    void setCovered(bool covered);

    /// Goes on with what another window of the seat watches, without a word of it on record: that window
    /// closes. What the desk ended meanwhile begins anew.
    void adopt(FeedViews& before);

Q_SIGNALS:
    void changed(const tridesk::FeedId& feed);

private:
    struct View {
        int lookers = 0;
        Stage stage = Stage::Asking;
        std::optional<IncidentId> incident;
        QString reason;
        ViewId id;
        std::optional<Refusal> refusal;
        quint64 ask = 0; ///< which question to the desk its answer belongs to
    };

    void begin(const FeedId& feed, View& view);
    void take(const FeedId& feed, quint64 ask, const Outcome& outcome);
    void follow(const Changes& changes);

    PaneContext m_context;
    QHash<FeedId, View> m_views;
    quint64 m_asks = 0;
    bool m_covered = false;
};

} // namespace tridesk
