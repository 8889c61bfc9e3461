// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/replay_engine.h"

#include "app/journal/fix_store.h"

#include <QLoggingCategory>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(log, "tridesk.replay")

/// A step of so many entries is told entry by entry, so that rows change as they did; a longer one at once.
constexpr qint64 mostInStep = 256;
constexpr int mostInHistory = 5'000;
constexpr qint64 toldEvery = 20'000;

/// A look with its reason, kept footage that is played, a bookmark.
bool isReview(const Command& command) {
    const auto* view = std::get_if<BeginView>(&command);
    return std::holds_alternative<RecordLook>(command) || (view && view->footage) ||
           std::holds_alternative<EndView>(command) || std::holds_alternative<SetBookmark>(command) ||
           std::holds_alternative<RemoveBookmark>(command);
}

} // namespace

ReplayEngine::ReplayEngine(ReplayGround ground)
    : m_ground(std::move(ground)) {}

ReplayEngine::~ReplayEngine() = default;

void ReplayEngine::open() {
    auto journal = m_ground.journal();
    if (!journal)
        return Q_EMIT failed(journal.error());
    m_journal = std::move(*journal);
    auto reel = FactReel::open(m_ground.reel, *m_journal);
    if (!reel)
        return Q_EMIT failed(reel.error().toString());
    m_reel = std::move(*reel);
    if (auto fixes = m_ground.fixes()) {
        m_fixes = std::move(*fixes);
        m_roads = m_ground.roads ? m_ground.roads() : nullptr;
        m_ways = std::make_unique<FixFilm>(*m_fixes, m_roads.get());
    } else {
        qCWarning(log) << "no positions:" << fixes.error();
    }
    m_film = std::make_unique<Film>(*m_reel, *m_journal);
    qint64 told = -toldEvery;
    const auto read = m_film->follow([&](qint64 done, qint64 of) {
        if (done - told >= toldEvery || done < told) {
            told = done;
            Q_EMIT reading(done, of);
        }
        return !m_stop;
    });
    if (!read && m_film->lastSeq() == 0)
        return Q_EMIT failed(read.error().toString());
    if (!read) // what stands before that can be played all the same
        Q_EMIT storageTrouble(read.error().toString());
    tellSpan();
    m_here = m_film->last();
    m_opened = true;
    if (m_film->lastSeq() > 0)
        show(m_film->index().timeOf(m_film->lastSeq()));
    else
        Q_EMIT opened(m_here);
}

void ReplayEngine::tellSpan() {
    const FilmIndex& index = m_film->index();
    Q_EMIT grown(m_film->last());
    if (m_film->lastSeq() > 0)
        Q_EMIT spanned(index.timeOf(1), index.timeOf(m_film->lastSeq()), index.seats(), index.users());
}

void ReplayEngine::follow() {
    if (!m_opened)
        return;
    const qint64 before = m_film->lastSeq();
    if (const auto read = m_film->follow([this](qint64, qint64) { return !m_stop; }); !read)
        qCWarning(log) << "cannot read on:" << read.error().toString();
    if (m_film->lastSeq() != before)
        tellSpan();
}

/// What is done about the record now, not to what it shows, goes to the live desk.
void ReplayEngine::ask(const Asked& asked) {
    if (isReview(asked.request.command) && m_ground.review)
        return m_ground.review(asked.request, asked.promise);
    asked.promise->addResult(std::unexpected(Refusal{RefusalCode::Replayed, {}, {}, {}}));
    asked.promise->finish();
}

/// As far as the board stands: what came later is not known yet.
void ReplayEngine::history(const QString& stream, const std::shared_ptr<QPromise<QList<Entry>>>& promise) {
    QList<Entry> entries;
    if (m_journal)
        entries = m_journal->ofStream(stream, mostInHistory).value_or(QList<Entry>());
    entries.removeIf([this](const Entry& entry) { return entry.seq > m_here.seq(); });
    promise->addResult(entries);
    promise->finish();
}

/// Nobody was shown anything anew.
void ReplayEngine::note(const Receipt&) {}

void ReplayEngine::look(const JournalLook& look) {
    look(m_journal.get(), m_here);
}

void ReplayEngine::seek(Instant at) {
    m_wanted = toMs(at);
    ++m_waiting;
    QMetaObject::invokeMethod(
        this,
        [this] {
            // while the slider is dragged only the last of its places counts
            if (--m_waiting == 0 && m_opened)
                show(instantFromMs(m_wanted));
        },
        Qt::QueuedConnection);
}

void ReplayEngine::show(Instant at) {
    const qint64 recorded = m_film->index().seqAt(at);
    const qint64 seq = m_known ? std::min(recorded, m_known->seqAt(at)) : recorded;
    m_placed = toMs(at);
    Q_EMIT standing(at, seq, recorded);
    if (const auto stood = standAt(seq); !stood)
        Q_EMIT storageTrouble(stood.error().toString());
    place(at);
}

/// Ways by road are looked for some at a time; as long as nobody goes elsewhere the rest follows.
void ReplayEngine::place(Instant at) {
    if (!m_ways)
        return;
    const auto fixes = m_ways->at(at);
    if (!fixes)
        return Q_EMIT storageTrouble(fixes.error().toString());
    Q_EMIT placed(*fixes);
    if (m_ways->isRough() && !m_stop)
        QMetaObject::invokeMethod(
            this,
            [this, at] {
                if (m_waiting == 0 && toMs(at) == m_placed)
                    place(at);
            },
            Qt::QueuedConnection);
}

std::expected<void, JournalFault> ReplayEngine::standAt(qint64 seq) {
    if (seq == m_here.seq() && m_told)
        return {};
    if (!std::exchange(m_told, true) && seq == m_here.seq()) {
        Q_EMIT opened(m_here);
        return {};
    }
    if (seq > m_here.seq() && seq - m_here.seq() <= mostInStep) {
        QList<FoldedEntry> entries;
        entries.reserve(seq - m_here.seq());
        for (qint64 next = m_here.seq() + 1; next <= seq; ++next) {
            auto entry = m_film->entry(next);
            if (!entry)
                return std::unexpected(entry.error());
            if (entry->fact)
                m_here.fold(entry->entry, *entry->fact);
            else
                m_here.skip(entry->entry);
            entries.append(std::move(*entry));
        }
        Q_EMIT advanced(entries, {});
        return {};
    }
    auto situation = m_film->at(seq);
    if (!situation)
        return std::unexpected(situation.error());
    m_here = std::move(*situation);
    Q_EMIT opened(m_here);
    return {};
}

void ReplayEngine::knownBy(const QString& seat) {
    m_known.reset();
    if (seat.isEmpty() || !m_journal)
        return;
    const auto receipts = m_journal->receipts({.seat = seat, .stage = ReceiptStage::Received});
    if (receipts)
        m_known = KnownThen(*receipts);
    else
        Q_EMIT storageTrouble(receipts.error().toString());
}

void ReplayEngine::find(Instant from, bool forward, const FilmQuery& query) {
    if (!m_opened)
        return;
    const FilmIndex& index = m_film->index();
    const auto seq = forward ? index.after(index.seqAt(from), query)
                             : index.before(index.seqAt(from - Milliseconds(1)) + 1, query);
    if (seq)
        Q_EMIT found(index.timeOf(*seq));
    else
        Q_EMIT foundNone();
}

void ReplayEngine::tellOrders(const IncidentId& incident) {
    QList<OrderStory> stories;
    const auto entries =
        m_opened ? m_journal->ofStream(u"incident/"_s + incident.toString(), mostInHistory) : QList<Entry>();
    for (const Entry& entry : entries.value_or(QList<Entry>())) {
        const FoldedEntry read = tridesk::read(entry);
        const OrderIssued* order = read.fact ? std::get_if<OrderIssued>(&*read.fact) : nullptr;
        if (order && entry.seq <= m_film->lastSeq())
            stories.append(
                {entry.seq, m_film->index().timeOf(entry.seq), entry.fact.seat, entry.fact.user, *order});
    }
    Q_EMIT orders(incident, stories);
}

void ReplayEngine::picture(const StripQuestion& question) {
    if (m_opened && m_film->lastSeq() > 0)
        Q_EMIT pictured(stripPicture(m_film->index(), m_film->last(), question));
    else
        Q_EMIT pictured({}); // each question has its answer
}

} // namespace tridesk
