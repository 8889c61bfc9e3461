// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/gazetteer/match.h"
#include "maps/gazetteer/name_store.h"

#include <QGeoCoordinate>
#include <QString>

#include <vector>

namespace tridesk::maps {

struct Candidate {
    FoundPlace place;
    double cost = 0; ///< less is better; see costOf()
};

/// Finds named things: streets, points of interest, areas, stations. Not addresses and intersections, which
/// are put together from streets.
class NameSearch {
public:
    explicit NameSearch(const NameStore& database)
        : m_database(database) {}

    enum class Only { Everything, Streets };
    enum class Similar { No, IfNothingElse };

    /// The best few hundred, best first. Mistyped text is looked at only where nothing fits as typed.
    [[nodiscard]] std::vector<Candidate> find(const QString& foldedText, const QGeoCoordinate& near,
                                              Only only, Similar similar = Similar::IfNothingElse) const;

    [[nodiscard]] std::optional<FoundPlace> byId(qint64 id) const;

private:
    struct Scope;
    void collect(const Scope& scope, const Wanted& wanted, const QString& expression,
                 std::vector<Candidate>& found) const;
    void collectKeys(const Scope& scope, const Wanted& wanted, const QString& words,
                     std::vector<Candidate>& found) const;
    /// How many rows there were, those seen before too.
    int collectRows(const Scope& scope, const Wanted& wanted, QSqlQuery& rows, const QVariantList& values,
                    std::vector<Candidate>& found) const;
    void collectSimilar(const Scope& scope, const Wanted& wanted, std::vector<Candidate>& found) const;
    [[nodiscard]] QString likeWords(const Wanted& wanted) const;
    [[nodiscard]] QString likeLetters(const QString& word) const;
    [[nodiscard]] QString soundOf(const QString& hanzi) const;

    const NameStore& m_database;
};

} // namespace tridesk::maps
