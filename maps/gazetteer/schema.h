// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace tridesk::maps::gazetteer_schema {

// gazetteer.sqlite, format 2. Coordinates are WGS-84 degrees.
//
//   name            what can be found by its name: streets, points of interest, areas, stations. Ids rise as
//                   importance falls, so that the first rows of an answer are the ones worth looking at;
//                   streets have the first ids, 1..meta 'streets'
//   key             whole names as they are compared, for what is typed whole or begun; of streets once more
//                   under a mark of their own
//   name_text       FTS5 over the tokens of maps/gazetteer/tokens.h; holds no text of its own
//   meta 'words'    every word, piece of pinyin and pair of Hanzi in the names, sorted, a line each, for
//   mending
//                   mistyped ones (maps/gazetteer/vocabulary.h)
//   street_piece    the ways of a street, with their points (maps/gazetteer/streets.h, packed)
//   crossing        where two streets meet; street_a < street_b
//   address         house numbers of a street
//   hanzi           every sign in the names and its syllable, for what sounds alike
//   *_at            R*Trees of the above
inline constexpr int Format = 2;

[[nodiscard]] inline QStringList tables() {
    using namespace Qt::StringLiterals;
    return {
        u"CREATE TABLE meta(key TEXT PRIMARY KEY, value) WITHOUT ROWID"_s,
        u"CREATE TABLE name(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, zh TEXT NOT NULL, en TEXT NOT "
        u"NULL,"
        " pinyin TEXT NOT NULL, class TEXT NOT NULL, ref TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL)"_s,
        u"CREATE VIRTUAL TABLE name_text USING fts5(tokens, content='', columnsize=0, detail=none,"
        " tokenize='unicode61 remove_diacritics 0', prefix='1 2 3 4 5 6 7')"_s,
        u"CREATE TABLE key(key TEXT NOT NULL, id INTEGER NOT NULL, PRIMARY KEY(key, id)) WITHOUT ROWID"_s,
        u"CREATE VIRTUAL TABLE name_at USING rtree_i32(id, south, north, west, east)"_s,
        u"CREATE TABLE street_piece(id INTEGER PRIMARY KEY, street INTEGER NOT NULL, points BLOB NOT NULL)"_s,
        u"CREATE VIRTUAL TABLE street_piece_at USING rtree_i32(id, south, north, west, east)"_s,
        u"CREATE TABLE crossing(street_a INTEGER NOT NULL, street_b INTEGER NOT NULL, lat REAL NOT NULL,"
        " lon REAL NOT NULL)"_s,
        u"CREATE TABLE address(id INTEGER PRIMARY KEY, street INTEGER NOT NULL, house TEXT NOT NULL,"
        " house_key TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL)"_s,
        u"CREATE VIRTUAL TABLE address_at USING rtree_i32(id, south, north, west, east)"_s,
        u"CREATE TABLE hanzi(sign INTEGER PRIMARY KEY, syllable TEXT NOT NULL)"_s,
    };
}

/// Made after the rows, which is quicker.
[[nodiscard]] inline QStringList indexes() {
    using namespace Qt::StringLiterals;
    return {
        u"CREATE INDEX crossing_a ON crossing(street_a, street_b)"_s,
        u"CREATE INDEX crossing_b ON crossing(street_b, street_a)"_s,
        u"CREATE INDEX address_house ON address(street, house_key)"_s,
    };
}

/// The R*Trees count in whole units, since their 32-bit floats would be a metre off; 1e-7 degrees, as in OSM.
inline constexpr double UnitsPerDegree = 1e7;

} // namespace tridesk::maps::gazetteer_schema
