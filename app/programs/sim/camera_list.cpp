// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/sim/camera_list.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>

namespace tridesk::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFixed = 60;

CameraView bodyView(const UnitDefinition& unit) {
    return {bodyCameraOf(unit).toLower(), unit.callsign.toString(), false};
}

CameraView fixedView(const maps::FixedCamera& camera) {
    return {camera.ref.toLower(), camera.ref, true};
}

/// As CSV has it: a quote within is doubled.
QString quoted(QString text) {
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QString bodyCameraOf(const UnitDefinition& unit) {
    return u"BWC-"_s + unit.callsign.toString();
}

QList<CameraView> viewsOf(const QList<UnitDefinition>& units, const QList<maps::FixedCamera>& fixed) {
    QList<CameraView> views;
    views.reserve(units.size() + mostFixed);
    for (const UnitDefinition& unit : units)
        views.append(bodyView(unit));
    for (const maps::FixedCamera& camera : fixed.first(std::min(fixed.size(), mostFixed)))
        views.append(fixedView(camera));
    return views;
}

std::expected<void, QString> writeFeeds(const QString& path, const CameraHouse& house,
                                        const QList<UnitDefinition>& units,
                                        const QList<maps::FixedCamera>& fixed) {
    QString text = u"code,name,name_en,kind,owner,lat,lon,main,user,password\n"_s;
    const QString login = CameraHouse::user() + u',' + house.password() + u'\n';
    for (const UnitDefinition& unit : units) {
        const QString callsign = unit.callsign.toString(), code = bodyCameraOf(unit);
        text += u"%1,%2,%3,body_camera,%1,,,%4,"_s.arg(code, callsign + u" 执法记录仪"_s,
                                                       u"Body camera of "_s + callsign,
                                                       house.address(bodyView(unit))) +
                login;
    }
    for (const maps::FixedCamera& camera : fixed.first(std::min(fixed.size(), mostFixed)))
        text += u"%1,%2,,camera,%1,%3,%4,%5,"_s.arg(camera.ref, quoted(camera.name))
                    .arg(camera.at.latitude(), 0, 'f', 6)
                    .arg(camera.at.longitude(), 0, 'f', 6)
                    .arg(house.address(fixedView(camera))) +
                login;
    QSaveFile file(path);
    const QByteArray bytes = text.toUtf8();
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    if (file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    return {};
}

} // namespace tridesk::sim
