// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/line/line.h"
#include "app/line/lookup.h"
#include "app/line/words.h"

#include <QHash>

/// Goes through a line's words along what its verb wants.
namespace tridesk::line {

/// An option as it was typed.
struct Given {
    Option option = Option::Why;
    Word word;
};

/// What a line said, before it becomes commands.
struct Parts {
    Verb verb = Verb::Dispatch;
    QList<UnitId> units;
    bool all = false; ///< "*"
    QList<Addressee> to;
    QList<OrderId> orders;
    QList<IncidentId> incidents;
    std::optional<FeedId> feed;
    std::optional<PostId> post;
    std::optional<TypeCode> disposition;
    std::optional<TypeCode> type;
    std::optional<Level> level;
    std::optional<StatusName> status;
    std::optional<Milliseconds> duration;
    std::optional<Instant> until;
    bool on = true;
    QStringList words; ///< crew, tags
    QString agency;
    std::optional<MessageId> message;
    QString text;
    QString address; ///< behind the text's "@"
    QList<Given> options;
    bool needsForm = false; ///< nothing was said but the verb, and its form can ask
};

class Walk {
public:
    /// `line` without what is not to be read; the context outlives it.
    Walk(QString line, const Context& context);

    [[nodiscard]] std::expected<Parts, Error> parts();

    /// What may stand at the end of the line, after its last whole word: for completion. Empty where the line
    /// has a fault before its end. `parts` takes what was read up to there.
    [[nodiscard]] QList<Slot> expected(Parts& parts);

private:
    using Done = std::expected<void, Error>;

    Done readVerb(Parts& parts);
    Done readSlot(Slot slot, Slot next, Parts& parts);
    Done readOptions(const Parts& parts);
    Done readUnits(Slot slot, Slot next, Parts& parts);
    Done readAddressees(Parts& parts);
    Done readOrders(bool several, Slot next, Parts& parts);
    Done readIncident(Slot slot, Parts& parts);
    Done readIncidentOrUnit(Parts& parts);
    Done readWatched(Parts& parts);
    Done readValue(Slot slot, Parts& parts);
    Done readName(Slot slot, Parts& parts);
    void readWords(Slot slot, Parts& parts);
    Done readText(Slot slot, Parts& parts);

    [[nodiscard]] bool atEnd() const { return m_next >= m_words.size(); }
    [[nodiscard]] const Word& word() const { return m_words[m_next]; }
    [[nodiscard]] bool isOption(const Parts& parts, const Word& word) const;
    [[nodiscard]] bool takesRoom(const Parts& parts, const Word& word, const QString& name) const;
    [[nodiscard]] bool takesIncident(const Word& word, Slot next) const;
    [[nodiscard]] std::unexpected<Error> fail(Fault fault, Slot slot,
                                              const QStringList& candidates = {}) const;
    [[nodiscard]] std::optional<QList<UnitId>> unitsInHand() const;
    [[nodiscard]] std::optional<IncidentId> incidentInHand() const;

    QString m_line;
    const Context& m_context;
    QList<Word> m_words;
    qsizetype m_next = 0;
    Slot m_slot = Slot::Verb; ///< being read
    bool m_mayGoOn = false;   ///< the slot has what it needs, and takes more
    QList<Given> m_options;
};

} // namespace tridesk::line
