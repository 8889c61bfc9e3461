// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maps/package/place.h"

#include <QGeoCoordinate>
#include <QList>
#include <QString>

#include <expected>
#include <memory>
#include <optional>

namespace tridesk::maps {

/// How well a place answers the text; better ones come first.
enum class Match : quint8 { Exact, Prefix, Words, Contains, Similar };

struct FoundPlace {
    qint64 id = 0; ///< within this gazetteer file
    PlaceKind kind = PlaceKind::Poi;
    Match match = Match::Contains;
    QString nameZh;
    QString nameEn;
    QString street;      ///< of an address
    QString houseNumber; ///< of an address
    QString osmClass;
    QString ref;
    QGeoCoordinate at;     ///< WGS-84
    double metresOff = -1; ///< from the point of view of the search; -1: none was given
    double cost = 0;       ///< what find() sorts by, less is better (maps/gazetteer/match.h)

    /// One line for a list, in the order of the language: "人民路118号" / "118 Renmin Road". Falls back on
    /// the other language.
    [[nodiscard]] QString label(bool chinese) const;
};

/// What lies at a point.
struct WhereIs {
    std::optional<FoundPlace> address; ///< the nearest house number or place, within 60 m
    std::optional<FoundPlace>
        street; ///< the nearest named street, within 200 m; its at is the nearest point of it
    std::optional<FoundPlace> crossing; ///< an intersection within 40 m

    /// "人民路118号" / "人民路与中山路" / "人民路 (35 m)"; empty where nothing is near.
    [[nodiscard]] QString label(bool chinese) const;
};

/// Reads gazetteer.sqlite. Movable; belongs to the thread that opened it (it holds an SQLite connection);
/// open one for each thread. Never writes.
class Gazetteer {
public:
    static constexpr int MaxTextLength = 200;
    static constexpr int MaxResults = 100;

    [[nodiscard]] static std::expected<Gazetteer, QString> open(const QString& path);
    Gazetteer(Gazetteer&&) noexcept;
    Gazetteer& operator=(Gazetteer&&) noexcept;
    ~Gazetteer();

    /// Places for what somebody typed: Chinese, English, pinyin in full or initials, whole, begun or in part,
    /// full- or half-width, with a letter wrong; "人民路118号"; intersections "A路与B路", "A St & B Ave".
    /// Ranked by match, then kind and distance from near (invalid: none). Text beyond MaxTextLength is cut; a
    /// limit outside 1..MaxResults is held there.
    [[nodiscard]] QList<FoundPlace> find(const QString& text, const QGeoCoordinate& near = {},
                                         int limit = 20) const;

    [[nodiscard]] WhereIs reverse(const QGeoCoordinate& at) const;
    /// The street alone, which takes less.
    [[nodiscard]] std::optional<FoundPlace> streetAt(const QGeoCoordinate& at) const;

    [[nodiscard]] qint64 placeCount() const;

private:
    class Store;
    explicit Gazetteer(std::unique_ptr<Store> store);
    std::unique_ptr<Store> m_store;
};

} // namespace tridesk::maps
