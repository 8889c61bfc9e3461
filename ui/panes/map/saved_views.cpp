// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/saved_views.h"

#include "app/domain/seat.h"

#include <QSettings>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

bool isName(const QString& name) {
    return !name.trimmed().isEmpty() && name.size() <= SavedViews::longestName;
}

} // namespace

SavedViews::SavedViews(QSettings* settings, const Actor& actor)
    : m_settings(settings)
    , m_group(u"map/%1/views"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(actor.user)))) {}

QList<SavedView> SavedViews::list() const {
    QList<SavedView> views;
    if (!m_settings)
        return views;
    const int count = std::clamp(m_settings->beginReadArray(m_group), 0, int(most));
    for (int i = 0; i < count; ++i) {
        m_settings->setArrayIndex(i);
        // whoever edited the file by hand may have left anything in it
        const auto centre = GeoPoint::from(m_settings->value(u"latitude"_s).toDouble(),
                                           m_settings->value(u"longitude"_s).toDouble());
        const QString name = m_settings->value(u"name"_s).toString();
        if (centre && isName(name))
            views << SavedView{name, *centre, std::clamp(m_settings->value(u"zoom"_s).toDouble(), 2.0, 20.0),
                               std::clamp(m_settings->value(u"bearing"_s).toDouble(), 0.0, 360.0)};
    }
    m_settings->endArray();
    return views;
}

void SavedViews::write(const QList<SavedView>& views) {
    if (!m_settings)
        return;
    m_settings->remove(m_group);
    m_settings->beginWriteArray(m_group, int(views.size()));
    for (int i = 0; i < views.size(); ++i) {
        m_settings->setArrayIndex(i);
        m_settings->setValue(u"name"_s, views[i].name);
        m_settings->setValue(u"latitude"_s, views[i].centre.latitude());
        m_settings->setValue(u"longitude"_s, views[i].centre.longitude());
        m_settings->setValue(u"zoom"_s, views[i].zoom);
        m_settings->setValue(u"bearing"_s, views[i].bearing);
    }
    m_settings->endArray();
}

bool SavedViews::save(const SavedView& view) {
    QList<SavedView> views = list();
    const auto same = std::ranges::find(views, view.name, &SavedView::name);
    if (!isName(view.name) || (same == views.end() && views.size() >= most))
        return false;
    if (same == views.end())
        views << view;
    else
        *same = view;
    write(views);
    return true;
}

bool SavedViews::rename(const QString& from, const QString& to) {
    QList<SavedView> views = list();
    const auto known = std::ranges::find(views, from, &SavedView::name);
    const auto taken = std::ranges::find(views, to, &SavedView::name);
    if (known == views.end() || !isName(to) || (taken != views.end() && taken != known))
        return false;
    known->name = to;
    write(views);
    return true;
}

void SavedViews::remove(const QString& name) {
    QList<SavedView> views = list();
    if (views.removeIf([&](const SavedView& view) { return view.name == name; }) > 0)
        write(views);
}

} // namespace tridesk
