// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/live_desk.h"

#include <QFile>

// Lists, layers and tracks as other programs hand them over, for the sheets that take them in.

namespace tridesk::test {

using namespace Qt::StringLiterals;

inline QString written(const LiveDesk& live, const QString& name, const QByteArray& bytes) {
    QFile file(live.file(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

/// `count` cameras in Chinese headers that say GCJ-02, and behind them three that cannot be taken.
inline QByteArray cameraCsv(int count) {
    QString text = u"设备编号,点位名称,经度_gcj02,纬度_gcj02,朝向,安装位置,厂商\n"_s;
    for (int i = 1; i <= count; ++i)
        text += u"CAM-%1,人民路%1号路口,%2,%3,%4,人民路%1号,海视\n"_s.arg(i)
                    .arg(118.5 + i * 0.0001, 0, 'f', 6)
                    .arg(32.02, 0, 'f', 6)
                    .arg(i % 360);
    text += u"CAM-X,学校门口,abc,32.02,,,\nCAM-Y,车站,118.51,95,,,\nCAM-Z,公园,118.52,32.03,西,,\n"_s;
    return text.toUtf8();
}

/// A track of `count` seconds that ends now, a route without times, and a point of the day after tomorrow.
inline QByteArray trackGpx(LiveDesk& live, int count) {
    QString text = u"<gpx version='1.1' xmlns='http://www.topografix.com/GPX/1/1'>"
                   "<rte><name>route</name><rtept lat='32' lon='118'/><rtept lat='32.1' lon='118'/></rte>"
                   "<trk><name>night patrol</name><trkseg>"_s;
    const Instant now = live.desk().clock().now();
    const auto point = [&](int i, Instant at) {
        text += u"<trkpt lat='%1' lon='118.55'><time>%2</time></trkpt>"_s.arg(32.03 + i * 0.0001, 0, 'f', 6)
                    .arg(toIso(at));
    };
    for (int i = 0; i < count; ++i)
        point(i, now - std::chrono::seconds(count - i));
    point(count, now + std::chrono::hours(48));
    return (text + u"</trkseg></trk></gpx>"_s).toUtf8();
}

} // namespace tridesk::test
