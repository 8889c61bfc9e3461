// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/practice_journal.h"

#include "app/domain/codec.h"
#include "app/domain/fix_age.h"
#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/replay/fact_shift.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int page = 4'096;
constexpr qint64 atOnce = 20'000; ///< entries in one step
constexpr std::chrono::minutes trail{60};
constexpr qsizetype fixesAtOnce = 1'000;

std::unexpected<QString> fail(const JournalFault& fault) {
    return std::unexpected(fault.toString());
}

/// Reads the record once through to its end, and writes its beginning.
class PracticeMaker {
public:
    PracticeMaker(const PracticeWish& wish, const PracticeProgress& progress)
        : m_wish(wish)
        , m_progress(progress)
        , m_shift(wish.now - wish.at) {}

    std::expected<Practice, QString> make() {
        auto record = m_wish.journal();
        if (!record)
            return std::unexpected(record.error());
        m_record = std::move(*record);
        return survey()
            .and_then([this] { return open(); })
            .and_then([this] { return copy(); })
            .and_then([this] { return copyFixes(); })
            .transform([this] { return m_practice; });
    }

private:
    using Done = std::expected<void, QString>;
    using Take = std::function<Done(const QList<Entry>&)>;

    Done walk(qint64 to, const Take& take) {
        for (qint64 seq = 1; seq <= to;) {
            if (m_progress && !m_progress(m_done, m_all))
                return std::unexpected(u"stopped"_s);
            const auto entries = m_record->read(seq, int(std::min<qint64>(page, to - seq + 1)));
            if (!entries)
                return fail(entries.error());
            if (entries->isEmpty())
                return std::unexpected(u"entry %1 is missing"_s.arg(seq));
            if (const auto taken = take(*entries); !taken)
                return taken;
            m_done += entries->size();
            seq = entries->constLast().seq + 1;
        }
        return {};
    }

    /// How far the record goes, and what is sensitive in it: then, and as of now.
    Done survey() {
        const auto head = m_record->head();
        if (!head)
            return fail(head.error());
        m_all = head->seq * 2;
        QSet<IncidentId> now;
        Instant latest = Instant::min();
        const auto walked = walk(head->seq, [&](const QList<Entry>& entries) -> Done {
            for (const Entry& entry : entries) {
                latest = std::max(latest, entry.recordedAt);
                if (latest <= m_wish.at) {
                    m_practice.seq = entry.seq;
                    m_practice.hash = entry.hash;
                }
                noteFlag(entry, now);
                if (latest <= m_wish.at)
                    m_sensitive = now;
            }
            return {};
        });
        m_sensitive |= now;
        if (walked && m_practice.seq == 0)
            return std::unexpected(u"the record has no entry by %1"_s.arg(toIso(m_wish.at)));
        m_all = m_done + m_practice.seq;
        return walked;
    }

    static void noteFlag(const Entry& entry, QSet<IncidentId>& sensitive) {
        if (entry.fact.kind != "incident.flagged"_L1)
            return;
        const auto fact = decode(entry.fact);
        const auto* flagged = fact ? std::get_if<IncidentFlagged>(&*fact) : nullptr;
        if (!flagged || flagged->flag != IncidentFlag::Sensitive)
            return;
        if (flagged->on)
            sensitive.insert(flagged->incident);
        else
            sensitive.remove(flagged->incident);
    }

    Done open() {
        if (QFileInfo::exists(m_wish.folder) && !QDir(m_wish.folder).isEmpty())
            return std::unexpected(u"%1 is not empty: a drill gets a folder of its own"_s.arg(m_wish.folder));
        const auto folder = DataFolder::open(m_wish.folder);
        if (!folder)
            return fail(folder.error());
        m_folder = *folder;
        auto journal = SqliteJournal::open(folder->journal());
        if (!journal)
            return fail(journal.error());
        m_journal = std::move(*journal);
        m_practice.origin = m_wish.origin;
        m_practice.at = m_wish.at;
        m_practice.shift = m_shift;
        return {};
    }

    /// Drafts that were recorded at one moment go in together.
    Done add(const QList<Draft>& drafts, Instant at) {
        if (drafts.isEmpty())
            return {};
        if (!m_step) {
            auto step = m_journal->begin();
            if (!step)
                return fail(step.error());
            m_step = std::move(*step);
        }
        const auto added = m_step->append(drafts, at);
        if (!added)
            return fail(added.error());
        m_inStep += drafts.size();
        return m_inStep >= atOnce ? commit() : Done();
    }

    Done commit() {
        m_inStep = 0;
        const auto step = std::exchange(m_step, nullptr);
        const auto done = step ? step->commit() : std::expected<void, JournalFault>();
        return done ? Done() : Done(fail(done.error()));
    }

    Done copy() {
        QList<Draft> drafts;
        Instant at;
        const auto taken = walk(m_practice.seq, [&](const QList<Entry>& entries) -> Done {
            for (const Entry& entry : entries) {
                if (entry.seq == 1)
                    if (const auto begun = add({first()}, entry.recordedAt + m_shift); !begun)
                        return begun;
                if (entry.recordedAt != at) {
                    if (const auto added = add(drafts, at + m_shift); !added)
                        return added;
                    drafts.clear();
                    at = entry.recordedAt;
                }
                if (auto draft = draftOf(entry))
                    drafts.append(*std::move(draft));
            }
            return {};
        });
        return taken.and_then([&] { return add(drafts, at + m_shift); })
            .and_then([this] { return add(leaving(), m_wish.now); })
            .and_then([this] { return commit(); });
    }

    [[nodiscard]] Request request(const Actor& actor) {
        return {RequestId(m_ids.next()), actor, {}, OpenSeat{}};
    }

    [[nodiscard]] Draft first() { return encode(PracticeBegan{m_practice}, request(m_wish.by), m_wish.now); }

    /// Its request, seat and user stay; an entry that cannot be read here is of a newer program, and left
    /// out.
    std::optional<Draft> draftOf(const Entry& entry) {
        const auto fact = decode(entry.fact);
        const auto moved =
            fact ? shifted(*fact, {.by = m_shift, .sensitive = m_sensitive}) : std::optional<Fact>();
        if (!moved)
            return std::nullopt;
        Request asked = request({});
        asked.id = entry.fact.request;
        Draft draft = encode(*moved, asked, entry.fact.happenedAt + m_shift);
        draft.seat = entry.fact.seat;
        draft.user = entry.fact.user;
        if (std::holds_alternative<SeatOpened>(*moved))
            m_seats.insert(draft.seat, draft.user);
        else if (std::holds_alternative<SeatClosed>(*moved))
            m_seats.remove(draft.seat);
        return draft;
    }

    /// Nobody of those who sat there then takes part.
    QList<Draft> leaving() {
        QList<Draft> drafts;
        for (auto seat = m_seats.cbegin(); seat != m_seats.cend(); ++seat) {
            Draft draft = encode(SeatClosed{}, request({}), m_wish.now);
            draft.seat = seat.key();
            draft.user = seat.value();
            drafts.append(draft);
        }
        return drafts;
    }

    Done copyFixes() {
        const auto from = m_wish.fixes();
        if (!from)
            return std::unexpected(from.error());
        const auto to = FixStore::open(m_folder->fixes());
        if (!to)
            return fail(to.error());
        auto span = (*from)->span(m_wish.at - trail, m_wish.at);
        if (!span)
            return fail(span.error());
        span->fixes.removeIf([this](const Fix& fix) { return knownAt(fix) > m_wish.at; });
        for (Fix& fix : span->fixes) {
            fix.measuredAt += m_shift;
            fix.receivedAt += m_shift;
        }
        QList<QList<Fix>> batches;
        for (qsizetype i = 0; i < span->fixes.size(); i += fixesAtOnce)
            batches.append(span->fixes.mid(i, fixesAtOnce));
        if (const auto added = (*to)->appendBatches(batches); !added)
            return fail(added.error());
        return {};
    }

    const PracticeWish& m_wish;
    const PracticeProgress& m_progress;
    Milliseconds m_shift;
    RandomIds m_ids;
    Practice m_practice;
    QSet<IncidentId> m_sensitive;
    QHash<QString, QString> m_seats; ///< open ones, and who sits there
    std::optional<DataFolder> m_folder;
    std::unique_ptr<Journal> m_record;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<JournalTransaction> m_step; ///< of m_journal: goes before it
    qint64 m_inStep = 0;
    qint64 m_done = 0;
    qint64 m_all = 0;
};

} // namespace

std::expected<Practice, QString> makePractice(const PracticeWish& wish, const PracticeProgress& progress) {
    const bool wasThere = QFileInfo::exists(wish.folder) && !QDir(wish.folder).isEmpty();
    auto made = PracticeMaker(wish, progress).make();
    if (!made && !wasThere)
        QDir(wish.folder).removeRecursively();
    return made;
}

std::expected<std::optional<Practice>, QString> practiceIn(const QString& dataFolder) {
    const QString path = QDir(dataFolder).filePath(u"journal.db"_s);
    if (!QFileInfo::exists(path))
        return std::nullopt;
    const auto journal = SqliteJournal::open(path, {.readOnly = true});
    if (!journal)
        return fail(journal.error());
    const auto entries = (*journal)->read(1, 1);
    if (!entries)
        return fail(entries.error());
    const auto fact = entries->isEmpty() || entries->constFirst().seq != 1
                          ? std::expected<Fact, CodecError>(std::unexpected(CodecError()))
                          : decode(entries->constFirst().fact);
    const auto* began = fact ? std::get_if<PracticeBegan>(&*fact) : nullptr;
    return began ? std::optional(began->practice) : std::nullopt;
}

QString practiceFault(const QString& dataFolder, bool asPractice) {
    const auto practice = practiceIn(dataFolder);
    if (!practice)
        return practice.error();
    if (practice->has_value() == asPractice)
        return {};
    return asPractice ? u"%1 is no drill: its record is live, or there is none"_s.arg(dataFolder)
                      : u"%1 is a drill, and is opened with --drill alone"_s.arg(dataFolder);
}

} // namespace tridesk
