// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_players.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr qsizetype stillsKib = 16 * 1024;
// A window that is being drawn larger passes many sizes: a stream is changed once it has come to rest.
constexpr Milliseconds untilStreamChanges{700};

// A track of sound has sent something long before so many pictures have come.
constexpr quint64 picturesWithoutSound = 30;

const FeedPicture noPicture;

} // namespace

struct FeedPlayers::Shared {
    FeedId feed;
    QList<FeedLook*> looks;
    std::optional<Feed> source; ///< nothing: it cannot be played
    std::optional<Refusal> refusal;
    std::optional<FeedSource> played; ///< of main and sub
    std::unique_ptr<Player> player = std::make_unique<Player>();
    FeedPicture still; ///< until its first picture comes
    AttentionChoice choice;
    QTimer stream; ///< runs until another stream is taken

    [[nodiscard]] bool isSeen() const {
        return std::ranges::any_of(looks, [](const FeedLook* look) { return look->m_seen; });
    }
    [[nodiscard]] QSize room() const {
        QSize room;
        for (const FeedLook* look : looks)
            if (look->m_seen)
                room = room.expandedTo(look->m_room);
        return room;
    }
    /// Whether it has sound, or it is not known yet that it has none.
    [[nodiscard]] bool maySound() const {
        const FeedStatus status = player->status();
        return status.hasSound || status.pictures + status.unseen < picturesWithoutSound;
    }
    [[nodiscard]] FeedInterest interest() const {
        FeedInterest together;
        for (const FeedLook* look : looks)
            together = together.joined(look->m_interest);
        return together;
    }
};

FeedLook::~FeedLook() {
    if (m_players)
        m_players->leave(*this);
}

void FeedLook::setRoom(QSize points) {
    if (m_room == points)
        return;
    m_room = points;
    if (auto* shared = m_players ? m_players->find(m_feed) : nullptr)
        m_players->fit(*shared);
}

void FeedLook::setSeen(bool seen) {
    if (m_seen == seen)
        return;
    m_seen = seen;
    if (!m_players)
        return;
    if (auto* shared = m_players->find(m_feed))
        m_players->fit(*shared);
    m_players->arrange(); // at once: what nobody sees is not decoded
}

void FeedLook::setInterest(const FeedInterest& interest) {
    if (m_interest == interest)
        return;
    m_interest = interest;
    if (m_players)
        m_players->arrangeSoon();
}

const FeedPicture& FeedLook::picture() const {
    const auto* shared = m_players ? m_players->find(m_feed) : nullptr;
    if (!shared)
        return noPicture;
    return shared->player->picture().number > 0 ? shared->player->picture() : shared->still;
}

FeedStatus FeedLook::status() const {
    const auto* shared = m_players ? m_players->find(m_feed) : nullptr;
    return shared ? shared->player->status() : FeedStatus();
}

AttentionChoice FeedLook::choice() const {
    const auto* shared = m_players ? m_players->find(m_feed) : nullptr;
    return shared ? shared->choice : AttentionChoice();
}

bool FeedLook::isDecoding() const {
    const auto* shared = m_players ? m_players->find(m_feed) : nullptr;
    return shared && shared->player->isDecoding();
}

std::optional<Refusal> FeedLook::refusal() const {
    const auto* shared = m_players ? m_players->find(m_feed) : nullptr;
    return shared ? shared->refusal : std::nullopt;
}

Player* FeedLook::player() const {
    const auto* shared = m_players ? m_players->find(m_feed) : nullptr;
    return shared && shared->source ? shared->player.get() : nullptr;
}

FeedPlayers::FeedPlayers(Ground ground, QObject* parent)
    : QObject(parent)
    , m_ground(std::move(ground))
    , m_stills(stillsKib) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_again.setSingleShot(true);
    m_second.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &FeedPlayers::arrange);
    connect(&m_again, &QTimer::timeout, this, &FeedPlayers::arrange);
    connect(&m_second, &QTimer::timeout, this, &FeedPlayers::measure);
    connect(&m_hearing, &FeedHearing::chosen, this, &FeedPlayers::listen);
}

FeedPlayers::~FeedPlayers() {
    for (const auto& shared : m_shared)
        for (FeedLook* look : std::as_const(shared->looks))
            look->m_players = nullptr;
}

FeedPlayers::Shared* FeedPlayers::find(const FeedId& feed) const {
    const auto at = std::ranges::find(m_shared, feed, [](const auto& shared) { return shared->feed; });
    return at == m_shared.end() ? nullptr : at->get();
}

std::unique_ptr<FeedLook> FeedPlayers::look(const FeedId& feed) {
    auto look = std::unique_ptr<FeedLook>(new FeedLook(*this, feed)); // its maker is private
    Shared* shared = find(feed);
    if (!shared) {
        m_shared.push_back(std::make_unique<Shared>());
        shared = m_shared.back().get();
        shared->feed = feed;
        if (const FeedPicture* still = m_stills.object(feed))
            shared->still = *still;
        shared->player->setSpill(m_ground.spill);
        shared->player->setDecoding(false);
        shared->stream.setSingleShot(true);
        shared->stream.setInterval(untilStreamChanges);
        connect(&shared->stream, &QTimer::timeout, this, [this, shared] { open(*shared); });
        connect(shared->player.get(), &Player::pictureChanged, this, [shared] {
            for (FeedLook* each : std::as_const(shared->looks))
                Q_EMIT each->pictureChanged();
        });
        connect(shared->player.get(), &Player::stateChanged, this, [this, shared] {
            if (shared->feed == m_hearing.feed())
                m_hearing.setTrack(shared->maySound());
            for (FeedLook* each : std::as_const(shared->looks))
                Q_EMIT each->stateChanged();
        });
        renew(feed);
        m_second.start();
    }
    shared->looks.append(look.get());
    arrangeSoon();
    return look;
}

void FeedPlayers::renew(const FeedId& feed) {
    Shared* shared = find(feed);
    if (!shared)
        return;
    const auto source = m_ground.source(feed);
    const auto refusal = source ? std::nullopt : std::optional(source.error());
    const auto found = source ? std::optional(*source) : std::nullopt;
    if (shared->source == found && shared->refusal == refusal)
        return;
    shared->source = found;
    shared->refusal = refusal;
    shared->played.reset(); // another camera, not the other stream of this one
    if (found)
        return open(*shared);
    shared->player->stop();
    for (FeedLook* each : std::as_const(shared->looks))
        Q_EMIT each->stateChanged();
}

void FeedPlayers::open(Shared& shared) {
    shared.stream.stop();
    if (!shared.source)
        return;
    // before it is known how large it is seen, the smaller one is there sooner
    const QSize room = shared.room();
    const FeedSource& wanted = shared.source->forHeight(room.isEmpty() ? 1 : room.height());
    if (shared.played == wanted)
        return;
    const bool goesOn = shared.played.has_value();
    shared.played = wanted;
    if (goesOn)
        shared.player->playOther(wanted, m_ground.limits);
    else
        shared.player->play(wanted, m_ground.limits);
}

void FeedPlayers::fit(Shared& shared) {
    const QSize room = shared.room();
    if (room.isEmpty())
        return;
    shared.player->setShownSize(room);
    if (shared.source && shared.played != shared.source->forHeight(room.height()))
        shared.stream.start();
    else
        shared.stream.stop();
}

void FeedPlayers::leave(FeedLook& look) {
    const auto at = std::ranges::find(m_shared, look.m_feed, [](const auto& shared) { return shared->feed; });
    if (at == m_shared.end())
        return;
    Shared& shared = **at;
    shared.looks.removeOne(&look);
    if (shared.looks.isEmpty()) {
        const FeedPicture& last =
            shared.player->picture().number > 0 ? shared.player->picture() : shared.still;
        if (last.number > 0)
            m_stills.insert(look.m_feed, new FeedPicture(last), int(last.image.sizeInBytes() / 1024) + 1);
        m_shared.erase(at);
        if (m_hearing.feed() == look.m_feed)
            m_hearing.choose({});
    } else {
        fit(shared);
    }
    if (m_shared.empty()) {
        m_second.stop();
        m_again.stop();
    }
    arrangeSoon();
}

void FeedPlayers::setMostDecoders(int feeds) {
    if (feeds == m_budget.most())
        return;
    m_budget.setMost(feeds);
    arrangeSoon();
}

int FeedPlayers::decoding() const {
    return int(
        std::ranges::count_if(m_shared, [](const auto& shared) { return shared->player->isDecoding(); }));
}

void FeedPlayers::arrange() {
    m_soon.stop();
    const VideoTime now = videoNow();
    QList<Attention::Wanted> wanted;
    wanted.reserve(qsizetype(m_shared.size()));
    for (const auto& shared : m_shared)
        if (shared->isSeen() && shared->source)
            wanted.append({shared->feed, shared->interest()});
    const auto choices = m_attention.choose(wanted, m_budget.allowed(), m_budget.isShort(), now);
    for (const auto& shared : m_shared) {
        const AttentionChoice choice = choices.value(shared->feed);
        const bool isNew = choice != shared->choice || choice.plays != shared->player->isDecoding();
        shared->choice = choice;
        shared->player->setDecoding(choice.plays);
        shared->player->setKeeping(shared->isSeen());
        if (isNew)
            for (FeedLook* look : std::as_const(shared->looks))
                Q_EMIT look->stateChanged();
    }
    if (const auto next = m_attention.untilChange(wanted, now))
        m_again.start(*next);
    else
        m_again.stop();
}

void FeedPlayers::listen() {
    for (const auto& shared : m_shared) {
        const bool isHeard = shared->feed == m_hearing.feed();
        shared->player->setListener(isHeard ? m_hearing.queue() : nullptr);
        if (isHeard)
            m_hearing.setTrack(shared->maySound());
    }
}

void FeedPlayers::measure() {
    listen(); // whether it has a track shows with time
    const auto load = m_ground.load ? m_ground.load() : m_meter.measure();
    if (!load)
        return;
    const int before = m_budget.allowed();
    const int wanted = int(std::ranges::count_if(
        m_shared, [](const auto& shared) { return shared->isSeen() && shared->source; }));
    m_budget.measured(*load, wanted, videoNow());
    if (m_budget.allowed() != before)
        arrange();
}

} // namespace tridesk
