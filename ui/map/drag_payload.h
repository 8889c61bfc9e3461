// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMimeData>
#include <QString>
#include <QStringList>

// What is dragged between lists, panes and the map. Units travel as their ids, an incident as its id: UTF-8,
// one a line. The receiver bounds and checks them: any window of any program may drop something here.
namespace tridesk::ui::drag {

inline const QString unitsMime = QStringLiteral("application/x-tridesk-units");
inline const QString incidentMime = QStringLiteral("application/x-tridesk-incident");
inline const QString camerasMime = QStringLiteral("application/x-tridesk-cameras"); // by their codes

// More than any selection that a person makes; beyond it the drop is not ours.
inline constexpr qsizetype maxBytes = 256 * 1024;

[[nodiscard]] inline QByteArray encodeIds(const QStringList& ids) {
    return ids.join(QLatin1Char('\n')).toUtf8();
}

// Blank lines are left out; more than maxBytes gives an empty list.
[[nodiscard]] inline QStringList decodeIds(const QByteArray& payload) {
    if (payload.size() > maxBytes)
        return {};
    return QString::fromUtf8(payload).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

// The caller (or the QDrag it is given to) owns the result.
[[nodiscard]] inline QMimeData* unitsData(const QStringList& unitIds) {
    auto* data = new QMimeData;
    data->setData(unitsMime, encodeIds(unitIds));
    return data;
}

[[nodiscard]] inline QMimeData* incidentData(const QString& incidentId) {
    auto* data = new QMimeData;
    data->setData(incidentMime, encodeIds({incidentId}));
    return data;
}

[[nodiscard]] inline bool isOurs(const QMimeData* data) {
    return data != nullptr && (data->hasFormat(unitsMime) || data->hasFormat(incidentMime));
}

[[nodiscard]] inline QStringList unitIds(const QMimeData* data) {
    return data == nullptr ? QStringList() : decodeIds(data->data(unitsMime));
}

[[nodiscard]] inline QString incidentId(const QMimeData* data) {
    return data == nullptr ? QString() : decodeIds(data->data(incidentMime)).value(0);
}

} // namespace tridesk::ui::drag
