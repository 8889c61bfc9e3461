// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/piece_maker.h"

#include <algorithm>

namespace tridesk::maps {

PieceMaker::PieceMaker(std::unique_ptr<PictureProvider> provider, QObject* parent)
    : QObject(parent)
    , m_provider(std::move(provider)) {
    connect(m_provider.get(), &PictureProvider::opened, this, &PieceMaker::begin);
    connect(m_provider.get(), &PictureProvider::answered, this, &PieceMaker::take);
    connect(m_provider.get(), &PictureProvider::troubled, this, &PieceMaker::troubled);
    connect(m_provider.get(), &PictureProvider::retryDue, this, [this] {
        m_known.forgetFailures();
        ask();
    });
}

PieceMaker::~PieceMaker() = default;

void PieceMaker::begin(const TileSource& source, const QRectF& bounds) {
    m_source = source;
    m_open = true;
    for (Piece& piece : m_pieces)
        piece.placement = placementOf(piece.wanted, m_source);
    Q_EMIT opened(source, bounds);
    ask();
    schedule();
}

void PieceMaker::want(const std::vector<PieceWanted>& pieces) {
    m_pieces.clear();
    for (const PieceWanted& wanted : pieces)
        m_pieces.push_back({wanted, m_open ? placementOf(wanted, m_source) : Placement(), false});
    ask();
    schedule();
}

/// What nothing is known of, in the pieces' order; and what is old, that the provider may ask after it.
void PieceMaker::ask() {
    if (!m_open)
        return;
    std::vector<TileId> unknown;
    std::unordered_set<TileId> needed;
    for (const Piece& piece : m_pieces) {
        for (const TileId id : piece.placement.tiles) {
            if (!needed.insert(id).second)
                continue;
            const TileAnswer* known = m_known.find(id);
            if (known == nullptr || known->kind == TileAnswer::Kind::Old)
                unknown.push_back(id);
        }
    }
    m_known.need(std::move(needed));
    m_provider->want(std::move(unknown));
}

void PieceMaker::take(TileId id, const TileAnswer& answer) {
    m_known.put(id, answer);
    for (Piece& piece : m_pieces)
        if (std::ranges::contains(piece.placement.tiles, id))
            piece.done = false;
    schedule();
}

void PieceMaker::schedule() {
    if (m_open && !std::exchange(m_stepping, true))
        QMetaObject::invokeMethod(this, &PieceMaker::step, Qt::QueuedConnection);
}

/// One piece at a time, so that a new wish is heard between two.
void PieceMaker::step() {
    m_stepping = false;
    const auto next =
        std::ranges::find_if(m_pieces, [this](const Piece& piece) { return !piece.done && isKnown(piece); });
    if (next == m_pieces.end())
        return;
    draw(*next);
    schedule();
}

bool PieceMaker::isKnown(const Piece& piece) {
    return std::ranges::all_of(piece.placement.tiles,
                               [this](TileId id) { return m_known.find(id) != nullptr; });
}

void PieceMaker::draw(Piece& piece) {
    piece.done = true;
    bool lasting = true;
    bool anything = piece.placement.tiles.empty();
    for (const TileId id : piece.placement.tiles) {
        const TileAnswer::Kind kind = m_known.find(id)->kind;
        lasting = lasting && kind != TileAnswer::Kind::Old && kind != TileAnswer::Kind::Failed;
        anything = anything || kind != TileAnswer::Kind::Failed;
    }
    // Of a piece without any picture its parent or children stand in better.
    if (!anything)
        return;
    const auto pictures = [this](TileId id) -> const QImage* {
        const TileAnswer* known = m_known.find(id);
        return known == nullptr || known->picture.isNull() ? nullptr : &known->picture;
    };
    Q_EMIT drawn(piece.wanted, compose(piece.wanted, piece.placement, pictures), lasting);
}

} // namespace tridesk::maps
