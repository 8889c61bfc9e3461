// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/layouts.h"

#include "app/domain/seat.h"

#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tridesk {

const QString Layouts::last = u"*last"_s;

Layouts::Layouts(QSettings& settings, const Actor& actor)
    : m_settings(settings)
    , m_group(u"layouts/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(actor.user)),
                                     actor.seat.tier == Tier::Bureau ? u"bureau"_s : u"station"_s)) {}

QString Layouts::key(const QString& name, const QString& part) const {
    return u"%1/%2/%3"_s.arg(m_group, QString::fromLatin1(QUrl::toPercentEncoding(name)), part);
}

QStringList Layouts::names() const {
    m_settings.beginGroup(m_group);
    const QStringList groups = m_settings.childGroups();
    m_settings.endGroup();
    QStringList names;
    for (const QString& group : groups)
        if (const QString name = QUrl::fromPercentEncoding(group.toLatin1()); name != last)
            names << name;
    return names;
}

void Layouts::save(const QString& name, const QByteArray& geometry, const QByteArray& state) {
    m_settings.setValue(key(name, u"geometry"_s), geometry);
    m_settings.setValue(key(name, u"state"_s), state);
}

QByteArray Layouts::geometry(const QString& name) const {
    return m_settings.value(key(name, u"geometry"_s)).toByteArray();
}

QByteArray Layouts::state(const QString& name) const {
    return m_settings.value(key(name, u"state"_s)).toByteArray();
}

} // namespace tridesk
