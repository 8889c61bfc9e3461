// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "app/desk/folded_entry.h"
#include "app/journal/journal.h"

#include <optional>

namespace tridesk {

/// Carries requests out on a journal: each is decided against the newest entries of all processes, and what
/// it came to is appended. The one place where that is done, for a journal of this machine (desk_worker.h) as
/// for one at the other end of a line (app/link). The journal's thread, and not longer than the journal.
class CommandExecutor {
public:
    using Done = std::expected<void, JournalFault>;

    CommandExecutor(Journal& journal, std::shared_ptr<const Clock> clock, std::shared_ptr<IdSource> ids);

    /// The fold of everything committed, and, while a step is taken, of what was decided in it.
    [[nodiscard]] const Situation& situation() const { return m_situation; }

    /// Folds the journal from its first entry; `facts` as foldWhole() has it.
    [[nodiscard]] Done foldAnew(const QString& facts = {});
    /// Begins where a copy of the journal ends. From then on what is read must follow on `head`: where it
    /// does not, each call is a fault and isAnother().
    void standAt(const Situation& situation, const JournalHead& head);

    /// Takes in what was appended since, all of it.
    [[nodiscard]] Done catchUp();
    /// The same, a page of it; whether there is more.
    [[nodiscard]] std::expected<bool, JournalFault> catchUpSome();
    /// One step, all of `requests` or none: on a fault no outcome means anything. Those that refuse are
    /// outcomes like others. A request without an id gets one.
    [[nodiscard]] Done carryOut(const QList<Request>& requests, QList<Outcome>& outcomes);

    /// What was folded since the last call, in order: all of it is durable.
    [[nodiscard]] QList<FoldedEntry> takeFolded() { return std::exchange(m_folded, {}); }
    /// A step failed that something had been decided in: situation() holds what was not stored, until
    /// foldAnew() or standAt().
    [[nodiscard]] bool isAstray() const { return m_isAstray; }
    /// The journal is another one than was followed, or an older state of it.
    [[nodiscard]] bool isAnother() const { return m_isAnother; }

private:
    [[nodiscard]] Done takeStep(const QList<Request>& requests, QList<Outcome>& outcomes);
    [[nodiscard]] std::expected<Outcome, JournalFault> decideIn(JournalTransaction& step,
                                                                const Request& asked);
    [[nodiscard]] std::expected<bool, JournalFault> readOn(JournalReader& reader);
    [[nodiscard]] Done readAll(JournalReader& reader);
    [[nodiscard]] Done follows(const Entry& entry);
    [[nodiscard]] JournalFault another(const QString& why);
    void fold(FoldedEntry each);

    Journal& m_journal;
    std::shared_ptr<const Clock> m_clock;
    std::shared_ptr<IdSource> m_ids;
    Situation m_situation;
    std::optional<JournalHead> m_head; ///< of what was folded; none: it need not follow on anything
    QList<FoldedEntry> m_folded;
    bool m_hasDecided = false; ///< in the step in hand
    bool m_isAstray = false;
    bool m_isAnother = false;
};

} // namespace tridesk
