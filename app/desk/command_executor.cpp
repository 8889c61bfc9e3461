// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/command_executor.h"

#include "app/access/permission.h"
#include "app/desk/whole_fold.h"
#include "app/domain/codec.h"
#include "app/domain/decide.h"
#include "app/domain/derived_ids.h"

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int readAtOnce = 4'000;

} // namespace

CommandExecutor::CommandExecutor(Journal& journal, std::shared_ptr<const Clock> clock,
                                 std::shared_ptr<IdSource> ids)
    : m_journal(journal)
    , m_clock(std::move(clock))
    , m_ids(std::move(ids)) {}

CommandExecutor::Done CommandExecutor::foldAnew(const QString& facts) {
    auto situation = foldWhole(m_journal, facts);
    if (!situation)
        return std::unexpected(situation.error());
    m_situation = std::move(*situation);
    m_head.reset();
    m_folded.clear();
    m_isAstray = false;
    return {};
}

void CommandExecutor::standAt(const Situation& situation, const JournalHead& head) {
    m_situation = situation;
    m_head = head;
    m_folded.clear();
    m_isAstray = m_isAnother = false;
}

CommandExecutor::Done CommandExecutor::catchUp() {
    return readAll(m_journal);
}

std::expected<bool, JournalFault> CommandExecutor::catchUpSome() {
    return readOn(m_journal);
}

CommandExecutor::Done CommandExecutor::carryOut(const QList<Request>& requests, QList<Outcome>& outcomes) {
    m_hasDecided = false;
    const Done done = takeStep(requests, outcomes);
    if (!done && m_hasDecided) {
        m_folded.clear();
        m_isAstray = true;
    }
    return done;
}

CommandExecutor::Done CommandExecutor::takeStep(const QList<Request>& requests, QList<Outcome>& outcomes) {
    const auto step = m_journal.begin();
    if (!step)
        return std::unexpected(step.error());
    if (const Done done = readAll(**step); !done)
        return done;
    if (m_head) { // nothing may be decided upon what is not there
        const auto head = (*step)->head();
        if (!head)
            return std::unexpected(head.error());
        if (*head != *m_head)
            return std::unexpected(
                another(u"it ends at entry %1, and not at %2 as it did"_s.arg(head->seq).arg(m_head->seq)));
    }
    for (const Request& asked : requests) {
        auto outcome = decideIn(**step, asked);
        if (!outcome)
            return std::unexpected(outcome.error());
        outcomes.append(std::move(*outcome));
    }
    return (*step)->commit();
}

std::expected<Outcome, JournalFault> CommandExecutor::decideIn(JournalTransaction& step,
                                                               const Request& asked) {
    Request request = asked;
    if (request.id.isNull()) {
        request.id = RequestId(m_ids->next());
    } else {
        const auto before = step.entriesOf(request.id);
        if (!before)
            return std::unexpected(before.error());
        if (!before->isEmpty())
            return Outcome(*before);
    }
    if (const auto may = permitted(m_situation, request.actor, request.command); !may)
        return Outcome(std::unexpected(may.error()));
    DerivedIds derived(request.id);
    IdSource& ids = asked.id.isNull() ? *m_ids : static_cast<IdSource&>(derived);
    DecisionContext context{m_clock->now(), toDateTime(m_clock->now()).toLocalTime().date(), ids};
    const Decision decision = decide(m_situation, request, context);
    if (!decision || decision->isEmpty())
        return decision ? Outcome() : Outcome(std::unexpected(decision.error()));
    QList<Draft> drafts;
    for (const Fact& fact : *decision)
        drafts.append(encode(fact, request, request.happenedAt.value_or(context.now)));
    const auto entries = step.append(drafts, context.now);
    if (!entries)
        return std::unexpected(entries.error());
    m_hasDecided = true;
    for (qsizetype i = 0; i < entries->size(); ++i)
        fold({entries->at(i), decision->at(i)});
    return Outcome(*entries);
}

CommandExecutor::Done CommandExecutor::readAll(JournalReader& reader) {
    for (;;) {
        const auto more = readOn(reader);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return {};
    }
}

/// Where it must follow, the entry that is known already is read once more: whatever became of the journal
/// meanwhile shows in it.
std::expected<bool, JournalFault> CommandExecutor::readOn(JournalReader& reader) {
    const bool isChecked = m_head && m_head->seq > 0;
    const qint64 from = isChecked ? m_head->seq : m_situation.seq() + 1;
    const auto entries = reader.read(from, readAtOnce);
    if (!entries)
        return std::unexpected(entries.error());
    if (isChecked && (entries->isEmpty() || entries->constFirst().seq != m_head->seq ||
                      entries->constFirst().hash != m_head->hash))
        return std::unexpected(another(u"its entry %1 is not the one that was followed"_s.arg(m_head->seq)));
    for (qsizetype i = isChecked ? 1 : 0; i < entries->size(); ++i) {
        if (const Done done = follows(entries->at(i)); !done)
            return std::unexpected(done.error());
        fold(read(entries->at(i)));
    }
    return entries->size() == readAtOnce;
}

CommandExecutor::Done CommandExecutor::follows(const Entry& entry) {
    if (!m_head || (entry.seq == m_head->seq + 1 && entry.previousHash == m_head->hash))
        return {};
    return std::unexpected(another(u"entry %1 does not follow on %2"_s.arg(entry.seq).arg(m_head->seq)));
}

JournalFault CommandExecutor::another(const QString& why) {
    m_isAnother = true;
    return {JournalFault::Code::Corrupt, u"the journal"_s, why};
}

void CommandExecutor::fold(FoldedEntry each) {
    if (each.fact)
        m_situation.fold(each.entry, *each.fact);
    else
        m_situation.skip(each.entry);
    if (m_head)
        *m_head = {each.entry.seq, each.entry.hash};
    m_folded.append(std::move(each));
}

} // namespace tridesk
