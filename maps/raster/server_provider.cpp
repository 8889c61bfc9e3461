// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/raster/server_provider.h"

#include "maps/raster/picture.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace tridesk::maps {

namespace {

Q_LOGGING_CATEGORY(lcServer, "tridesk.maps.server")

using Kind = TileAnswer::Kind;
using Code = SourceTrouble::Code;

const QString descriptionKey = u"description"_s;

QString keyOf(TileId id) {
    return u"%1/%2/%3"_s.arg(id.z).arg(id.x).arg(id.y);
}

std::chrono::sys_seconds now() {
    return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

} // namespace

ServerProvider::ServerProvider(TileSource source, ServerOptions options, QObject* parent)
    : PictureProvider(parent)
    , m_source(std::move(source))
    , m_options(std::move(options))
    , m_keptUnder(m_source.address) {}

void ServerProvider::open() {
    m_fetcher = std::make_unique<Fetcher>(m_options.limits);
    connect(m_fetcher.get(), &Fetcher::retryDue, this, [this] {
        if (m_isOpen)
            Q_EMIT retryDue();
        else
            askDescription();
    });
    if (!m_options.storePath.isEmpty()) {
        auto store = TileStore::open(m_options.storePath);
        if (store)
            m_store = std::move(*store);
        else
            qCWarning(lcServer).noquote() << "pictures are not kept:" << store.error();
    }
    if (m_source.kind == TileSource::Kind::Wmts) {
        askDescription();
        return;
    }
    m_isOpen = true;
    Q_EMIT opened(m_source, {});
}

/// Of a WMTS. What was kept of it will do while the server does not answer.
void ServerProvider::askDescription() {
    if (m_fetcher->isAsked(descriptionKey))
        return;
    const auto kept = m_store ? m_store->find(m_source.address, TileStore::descriptionPlace) : std::nullopt;
    if (kept && now() < kept->expires && !begin(kept->bytes))
        return;
    m_fetcher->add({.key = descriptionKey,
                    .url = QUrl(m_source.address),
                    .etag = kept ? kept->etag : QByteArray(),
                    .modified = kept ? kept->modified : QByteArray(),
                    .mostBytes = wmts_limits::Bytes,
                    .done = [this, kept](const Fetched& fetched) { takeDescription(kept, fetched); }});
}

void ServerProvider::takeDescription(const std::optional<KeptTile>& kept, const Fetched& fetched) {
    SourceTrouble trouble = fetched.trouble;
    switch (fetched.kind) {
    case Fetched::Kind::Bytes:
        trouble = begin(fetched.bytes);
        break;
    case Fetched::Kind::Absent:
        trouble = {Code::Refused, u"404"_s};
        break;
    case Fetched::Kind::Same:
    case Fetched::Kind::Failed:
        if (kept && !begin(kept->bytes) && fetched.kind == Fetched::Kind::Same)
            trouble = {};
        break;
    }
    if (m_isOpen && m_store && fetched.holding.keep && fetched.kind != Fetched::Kind::Failed) {
        const KeptTile again{.bytes = fetched.kind == Fetched::Kind::Same ? kept->bytes : fetched.bytes,
                             .etag = fetched.etag,
                             .modified = fetched.modified,
                             .expires = now() + fetched.holding.holds};
        m_store->put(m_source.address, TileStore::descriptionPlace, again);
    }
    if (trouble || m_isOpen)
        tell(trouble);
}

SourceTrouble ServerProvider::begin(const QByteArray& description) {
    const auto server = readWmts(description);
    if (!server)
        return {Code::CapabilitiesWrong, server.error()};
    Q_EMIT offered(layersOf(*server), mercatorSetsOf(*server));
    auto tiles = WmtsTiles::choose(*server, m_source);
    if (!tiles)
        return tiles.error();
    m_wmts = std::move(*tiles);
    const TileSource& found = m_wmts->source();
    m_keptUnder = u"%1\n%2\n%3"_s.arg(found.address, found.layer, found.matrixSet);
    m_isOpen = true;
    Q_EMIT opened(found, m_wmts->bounds());
    return {};
}

void ServerProvider::want(std::vector<TileId> ids) {
    QStringList keys;
    for (const TileId id : ids)
        keys << keyOf(id);
    const std::unordered_set<TileId> wanted(ids.begin(), ids.end());
    std::erase_if(m_old, [&wanted](TileId id) { return !wanted.contains(id); });
    m_fetcher->retain(keys);
    m_wanted.assign(ids.begin(), ids.end());
    if (!std::exchange(m_stepping, true))
        QMetaObject::invokeMethod(this, &ServerProvider::step, Qt::QueuedConnection);
}

/// One tile at a time, so that a new wish is heard between two.
void ServerProvider::step() {
    m_stepping = false;
    if (m_wanted.empty())
        return;
    const TileId id = m_wanted.front();
    m_wanted.pop_front();
    if (!m_fetcher->isAsked(keyOf(id)))
        look(id);
    if (!m_wanted.empty() && !std::exchange(m_stepping, true))
        QMetaObject::invokeMethod(this, &ServerProvider::step, Qt::QueuedConnection);
}

std::optional<QUrl> ServerProvider::urlOf(TileId id) const {
    return m_wmts ? m_wmts->url(id) : std::optional(tileUrl(m_source, id));
}

void ServerProvider::look(TileId id) {
    if (!urlOf(id)) {
        Q_EMIT answered(id, {.kind = Kind::Absent});
        return;
    }
    const std::optional<KeptTile> kept = m_store ? m_store->find(m_keptUnder, id) : std::nullopt;
    if (!kept) {
        fetch(id, kept);
        return;
    }
    const bool fresh = now() < kept->expires;
    if (kept->bytes.isEmpty()) {
        if (fresh)
            Q_EMIT answered(id, {.kind = Kind::Absent});
        else
            fetch(id, kept);
        return;
    }
    auto picture = decodePicture(kept->bytes);
    if (!picture) {
        fetch(id, std::nullopt);
        return;
    }
    if (!fresh)
        m_old.insert(id);
    Q_EMIT answered(id, {fresh ? Kind::Picture : Kind::Old, std::move(*picture), kept->bytes.size()});
    if (!fresh)
        fetch(id, kept);
}

void ServerProvider::fetch(TileId id, const std::optional<KeptTile>& kept) {
    m_fetcher->add({.key = keyOf(id),
                    .url = urlOf(id).value_or(QUrl()),
                    .etag = kept ? kept->etag : QByteArray(),
                    .modified = kept ? kept->modified : QByteArray(),
                    .judge = [this](const QByteArray& bytes) { return judge(bytes); },
                    .done = [this, id, kept](const Fetched& fetched) { take(id, kept, fetched); }});
}

SourceTrouble ServerProvider::judge(const QByteArray& bytes) {
    constexpr qsizetype shown = 40;
    auto picture = decodePicture(bytes);
    m_judged = picture ? std::move(*picture) : QImage();
    if (picture)
        return {};
    return {picture.error() == PictureProblem::TooLarge ? Code::PictureTooLarge : Code::NotPictures,
            QString::fromLatin1(bytes.left(shown).simplified())};
}

void ServerProvider::take(TileId id, const std::optional<KeptTile>& kept, const Fetched& fetched) {
    if (fetched.kind == Fetched::Kind::Failed) {
        if (fetched.trouble)
            tell(fetched.trouble);
        if (!m_old.contains(id))
            Q_EMIT answered(id, {.kind = Kind::Failed});
        return;
    }
    m_old.erase(id);
    keep(id, fetched);
    tell({});
    switch (fetched.kind) {
    case Fetched::Kind::Bytes:
        Q_EMIT answered(id, {Kind::Picture, m_judged, fetched.bytes.size()});
        break;
    case Fetched::Kind::Same: {
        auto picture = kept ? decodePicture(kept->bytes) : std::unexpected(PictureProblem::Damaged);
        if (picture)
            Q_EMIT answered(id, {Kind::Picture, std::move(*picture), kept->bytes.size()});
        else
            Q_EMIT answered(id, {.kind = Kind::Absent});
        break;
    }
    case Fetched::Kind::Absent:
    case Fetched::Kind::Failed:
        Q_EMIT answered(id, {.kind = Kind::Absent});
        break;
    }
}

void ServerProvider::keep(TileId id, const Fetched& fetched) {
    if (!m_store || !fetched.holding.keep)
        return;
    const auto expires = now() + fetched.holding.holds;
    if (fetched.kind == Fetched::Kind::Same)
        m_store->renew(m_keptUnder, id, expires);
    else
        m_store->put(
            m_keptUnder, id,
            {.bytes = fetched.bytes, .etag = fetched.etag, .modified = fetched.modified, .expires = expires});
}

/// Only what is new to tell; a trouble with old pictures in sight says so.
void ServerProvider::tell(SourceTrouble trouble) {
    trouble.showsOld = trouble && !m_old.empty();
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    Q_EMIT troubled(trouble);
}

} // namespace tridesk::maps
