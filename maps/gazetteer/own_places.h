// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/gazetteer/gazetteer.h"
#include "maps/gazetteer/match.h"
#include "maps/gazetteer/pinyin.h"

#include <QHash>

#include <memory>
#include <vector>

namespace tridesk::maps {

/// Something that a desk knows and no package does: a station, a camera, a place with a name of the desk's.
struct OwnPlace {
    QString id; ///< among all of a desk's
    PlaceKind kind = PlaceKind::Named;
    QString nameZh; ///< in whatever script; either may be empty
    QString nameEn;
    QString ref;    ///< "ST01", "CAM0012"
    QString detail; ///< tells it from others of that name; not looked for
    QGeoCoordinate at;

    [[nodiscard]] QString label(bool chinese) const; ///< falls back on the other language, then on ref
    friend bool operator==(const OwnPlace&, const OwnPlace&) = default;
};

struct FoundOwn {
    OwnPlace place;
    Match match = Match::Contains;
    double metresOff = -1;
    double cost = 0; ///< as FoundPlace's: the two can be sorted together
};

/// Finds a desk's own places as Gazetteer finds a package's: Chinese, English, pinyin in full or initials,
/// whole, begun or in part, heard or mistyped. Held in memory and compared one by one (10,000 in some
/// milliseconds), since they change while the desk works. Lives on one thread.
class OwnPlaces {
public:
    void put(const OwnPlace& place); ///< anew, or in place of the one of that id
    void take(const QString& id);
    [[nodiscard]] qsizetype size() const { return m_at.size(); }

    /// The best, best first; mistyped text is looked at only where nothing fits as typed. Bounds as
    /// Gazetteer::find().
    [[nodiscard]] QList<FoundOwn> find(const QString& text, const QGeoCoordinate& near, int limit);

private:
    struct Entry {
        OwnPlace place;
        NameKeys keys;
    };
    [[nodiscard]] QStringList syllables(const QString& foldedText);
    struct Hit {
        const Entry* entry;
        Answer answer;
        double metresOff = -1;
        double cost = 0;
    };
    [[nodiscard]] std::vector<Hit> fitting(const Wanted& wanted) const;
    [[nodiscard]] std::vector<Hit> similar(const Wanted& wanted);

    std::unique_ptr<Pinyin> m_pinyin; ///< made when it is first needed
    std::vector<Entry> m_entries;
    QHash<QString, std::size_t> m_at; ///< by id
};

} // namespace tridesk::maps
