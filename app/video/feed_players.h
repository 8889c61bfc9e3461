// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/attention.h"
#include "app/video/feed_hearing.h"
#include "app/video/load_meter.h"
#include "app/video/player.h"

#include <QCache>

#include <functional>
#include <memory>
#include <vector>

namespace tridesk {

class FeedPlayers;

/// One who looks at a feed: a tile, a card on the map, a wall. The feed plays for as long as anybody looks;
/// it is decoded while somebody sees it, and the budget allows. Thread of the players.
class FeedLook : public QObject {
    Q_OBJECT

public:
    ~FeedLook() override;

    [[nodiscard]] const FeedId& feed() const { return m_feed; }
    /// The room for the picture, in points of the screen; it is decoded no larger.
    void setRoom(QSize points);
    /// Whether a person can see it: not while it is hidden, minimised, or covered by a lock.
    void setSeen(bool seen);
    void setInterest(const FeedInterest& interest);

    /// The newest picture, else the last still of an earlier look; number 0: none is known.
    [[nodiscard]] const FeedPicture& picture() const;
    [[nodiscard]] FeedStatus status() const;
    [[nodiscard]] AttentionChoice choice() const;
    /// Decoded now; otherwise the picture is a still, however live the feed is.
    [[nodiscard]] bool isDecoding() const;
    /// Why it cannot be played at all: there is no such feed, or no address that can be read.
    [[nodiscard]] std::optional<Refusal> refusal() const;
    [[nodiscard]] Player* player() const; ///< null: it cannot be played

Q_SIGNALS:
    void pictureChanged();
    void stateChanged(); ///< the state, why it is so, the fault, or the choice

private:
    friend class FeedPlayers;
    FeedLook(FeedPlayers& players, FeedId feed)
        : m_players(&players)
        , m_feed(std::move(feed)) {}

    FeedPlayers* m_players; ///< null once they are gone
    FeedId m_feed;
    QSize m_room;
    bool m_seen = false;
    FeedInterest m_interest;
};

/// The feeds that are looked at in this program, each played once however many look: who shares a feed shares
/// its connection, its decoder and its pictures. Decides with Attention which are decoded. Once nobody looks
/// the reader ends; the last still is kept for the next who does, within some megabytes. GUI thread; never
/// waits.
class FeedPlayers : public QObject {
    Q_OBJECT

public:
    /// Where a feed is, and with what it is opened.
    using SourceOf = std::function<Result<Feed>(const FeedId& feed)>;
    using Measure = std::function<std::optional<DecoderBudget::Load>()>;
    struct Ground {
        SourceOf source;
        Measure load = {}; ///< empty: the machine's own
        StreamLimits limits = {};
        std::shared_ptr<RewindSpill> spill = {}; ///< null: last minutes stay in memory
    };

    explicit FeedPlayers(Ground ground, QObject* parent = nullptr);
    ~FeedPlayers() override; ///< looks that still stand show nothing any more

    [[nodiscard]] std::unique_ptr<FeedLook> look(const FeedId& feed);
    /// Its address or login is another, or it is gone: it is opened anew.
    void renew(const FeedId& feed);
    void setMostDecoders(int feeds);

    /// Whose sound is heard: of one that is looked at, and silent again when nobody looks any more.
    [[nodiscard]] FeedHearing& hearing() { return m_hearing; }

    [[nodiscard]] int playing() const { return int(m_shared.size()); } ///< connections that are held
    [[nodiscard]] int decoding() const;
    [[nodiscard]] int allowed() const { return m_budget.allowed(); }

private:
    friend class FeedLook;
    struct Shared;

    [[nodiscard]] Shared* find(const FeedId& feed) const;
    void leave(FeedLook& look);
    void open(Shared& shared);
    void fit(Shared& shared);
    void arrangeSoon() { m_soon.start(); }
    void arrange();
    void measure();
    void listen();

    Ground m_ground;
    LoadMeter m_meter;
    Attention m_attention;
    DecoderBudget m_budget;
    FeedHearing m_hearing;
    std::vector<std::unique_ptr<Shared>> m_shared; ///< in the order in which they were opened
    QCache<FeedId, FeedPicture> m_stills;          ///< by KiB
    QTimer m_soon;
    QTimer m_again; ///< the choice changes by time alone
    QTimer m_second;
};

} // namespace tridesk
