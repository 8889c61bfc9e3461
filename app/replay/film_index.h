// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/folded_entry.h"
#include "app/domain/situation.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>
#include <vector>

namespace tridesk {

/// What a mark on the timeline is of; every entry is of one.
enum class FilmKind : quint8 { Desk, Unit, Incident, Order, Deadline, Message, Map, Emergency };

/// Which entries are looked for; what is not set is not asked.
struct FilmQuery {
    std::optional<IncidentId> incident = {};
    std::optional<UnitId> unit = {};
    std::optional<QString> seat = {}; ///< Seat::toString() of who acted
    std::optional<QString> user = {}; ///< who sat there
    std::optional<FilmKind> kind = {};

    [[nodiscard]] bool isAnything() const { return !incident && !unit && !seat && !user && !kind; }
    friend bool operator==(const FilmQuery&, const FilmQuery&) = default;
};

/// When each entry was recorded and what it is about, for a million and more: 40 bytes each.
class FilmIndex {
public:
    /// Takes the next entry; `situation` is the fold up to it.
    void add(const FoldedEntry& entry, const Situation& situation);
    void reserve(qint64 entries) { m_marks.reserve(std::size_t(entries)); }

    [[nodiscard]] qint64 lastSeq() const { return qint64(m_marks.size()); }
    /// On the replay's clock, which never runs backwards: an entry recorded while a machine's clock stood
    /// earlier than before counts as of the latest time before it. The entry must be there.
    [[nodiscard]] Instant timeOf(qint64 seq) const { return instantFromMs(m_marks[std::size_t(seq - 1)].at); }
    /// The last entry recorded by then; 0 before the first.
    [[nodiscard]] qint64 seqAt(Instant at) const;
    [[nodiscard]] FilmKind kindOf(qint64 seq) const { return m_marks[std::size_t(seq - 1)].kind; }

    /// The next entry after (before) `seq` of those asked for; nothing where there is none.
    [[nodiscard]] std::optional<qint64> after(qint64 seq, const FilmQuery& query) const;
    [[nodiscard]] std::optional<qint64> before(qint64 seq, const FilmQuery& query) const;

    [[nodiscard]] QStringList seats() const; ///< that ever acted, sorted

    [[nodiscard]] QStringList users() const;

    /// How many of the entries asked for were recorded in each of `parts` equal parts of [from, to).
    [[nodiscard]] QList<qint64> density(Instant from, Instant to, int parts,
                                        const FilmQuery& query = {}) const;
    /// Those asked for of [from, to], in order; nothing where there are more than `most`.
    [[nodiscard]] std::optional<QList<qint64>> found(Instant from, Instant to, qint64 most,
                                                     const FilmQuery& query = {}) const;
    /// The incidents that entries asked for are about.
    [[nodiscard]] QSet<IncidentId> incidentsOf(const FilmQuery& query) const;

private:
    struct Mark {
        qint64 at = 0;
        QUuid incident;
        quint32 unit = 0; ///< its number in m_units; 0: none
        quint16 seat = 0;
        quint16 user = 0;
        FilmKind kind = FilmKind::Desk;
    };
    struct Wanted {
        std::optional<QUuid> incident;
        std::optional<quint32> unit;
        std::optional<quint16> seat;
        std::optional<quint16> user;
        std::optional<FilmKind> kind;
        [[nodiscard]] bool takes(const Mark& mark) const;
    };

    /// Nothing where none of the entries can be it.
    [[nodiscard]] std::optional<Wanted> wanted(const FilmQuery& query) const;

    std::vector<Mark> m_marks;
    QHash<UnitId, quint32> m_units;
    QHash<QString, quint16> m_seats;
    QHash<QString, quint16> m_users;
};

} // namespace tridesk
