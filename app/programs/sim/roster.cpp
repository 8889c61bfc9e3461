// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/roster.h"

#include "app/domain/enum_names.h"

#include <QSaveFile>

#include <algorithm>

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

struct Complement {
    UnitKind kind;
    char16_t letter;
    int count;
};

/// Not every crew can do everything: of a station's cars two carry firearms, one can talk people down, one
/// and the motorcycles have first aid; the van has what saves from water.
QStringList qualificationsOf(UnitKind kind, int index) {
    switch (kind) {
    case UnitKind::Car:
        return index < 2    ? QStringList{u"firearm"_s}
               : index == 2 ? QStringList{u"first_aid"_s}
               : index == 3 ? QStringList{u"negotiator"_s}
                            : QStringList();
    case UnitKind::Motorcycle:
        return {u"first_aid"_s};
    case UnitKind::Van:
        return {u"water"_s, u"first_aid"_s};
    case UnitKind::Foot:
    case UnitKind::Boat:
    case UnitKind::Auxiliary:
        break;
    }
    return {};
}

constexpr Complement complement[] = {{UnitKind::Car, u'A', 5},
                                     {UnitKind::Motorcycle, u'M', 2},
                                     {UnitKind::Foot, u'F', 2},
                                     {UnitKind::Van, u'V', 1},
                                     {UnitKind::Auxiliary, u'X', 1}};

UnitDefinition unitOf(const maps::PostArea& station, int number, const Complement& kind, int index) {
    const QString callsign = u"%1%2%3"_s.arg(number).arg(QChar(kind.letter)).arg(11 + index);
    return {.id = UnitId::parse(callsign).value_or(UnitId()), // letters and digits: always one
            .callsign = Callsign::parse(callsign).value_or(Callsign()),
            .kind = kind.kind,
            .post = PostId::parse(station.ref).value_or(PostId()),
            // one device, by its two names: as Traccar Client sends it, and as OwnTracks does, with its user
            .devices = {u"trk-"_s + callsign, u"sim/trk-"_s + callsign},
            .qualifications = qualificationsOf(kind.kind, index)};
}

} // namespace

QList<UnitDefinition> rosterFor(const QList<maps::PostArea>& stations) {
    QList<UnitDefinition> units;
    for (qsizetype i = 0; i < stations.size(); ++i)
        for (const Complement& kind : complement)
            for (int index = 0; index < kind.count; ++index)
                units.append(unitOf(stations[i], int(i) + 1, kind, index));
    return units;
}

QStringList crewFor(const UnitDefinition& unit) {
    const size_t badge = qHash(unit.id.toString(), 7) % 90'000 + 10'000;
    return {u"P%1"_s.arg(badge), u"P%1"_s.arg(badge + 1)};
}

std::expected<void, QString> writeUnits(const QString& path, const QList<UnitDefinition>& units) {
    QSaveFile file(path);
    QByteArray text = "unit,callsign,kind,post,devices,qualifications\n";
    for (const UnitDefinition& unit : units)
        text += u"%1,%2,%3,%4,%5,%6\n"_s
                    .arg(unit.id.toString(), unit.callsign.toString(), enumName(unit.kind),
                         unit.post.toString(), unit.devices.join(u' '), unit.qualifications.join(u' '))
                    .toUtf8();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace tridesk::sim
