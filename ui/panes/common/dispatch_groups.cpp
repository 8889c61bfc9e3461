// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/dispatch_groups.h"

#include "app/domain/seat.h"

#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QString encoded(const QString& name) {
    return QString::fromLatin1(QUrl::toPercentEncoding(name));
}

} // namespace

DispatchGroups::DispatchGroups(QSettings* settings, const Actor& actor)
    : m_settings(settings)
    , m_group(u"dispatchGroups/"_s + encoded(actor.user)) {}

QString DispatchGroups::key(const QString& name) const {
    return m_group + u'/' + encoded(name);
}

QStringList DispatchGroups::names() const {
    if (!m_settings)
        return {};
    m_settings->beginGroup(m_group);
    const QStringList keys = m_settings->childKeys();
    m_settings->endGroup();
    QStringList names;
    names.reserve(keys.size());
    for (const QString& key : keys)
        names.append(QUrl::fromPercentEncoding(key.toLatin1()));
    names.sort(Qt::CaseInsensitive);
    return names;
}

QSet<PostId> DispatchGroups::posts(const QString& name) const {
    QSet<PostId> posts;
    if (!m_settings || name.isEmpty())
        return posts;
    for (const QString& code : m_settings->value(key(name)).toStringList())
        if (const auto post = PostId::parse(code))
            posts.insert(*post);
    return posts;
}

void DispatchGroups::save(const QString& name, const QSet<PostId>& posts) {
    QStringList codes;
    codes.reserve(posts.size());
    for (const PostId& post : posts)
        codes.append(post.toString());
    codes.sort();
    if (m_settings)
        m_settings->setValue(key(name), codes);
}

void DispatchGroups::remove(const QString& name) {
    if (m_settings)
        m_settings->remove(key(name));
}

} // namespace tridesk
