// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/post_picker.h"

#include "app/desk/desk.h"
#include "ui/panes/common/dispatch_group_sheet.h"
#include "ui/panes/common/dispatch_groups.h"
#include "ui/text/names.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QMap>
#include <QScrollBar>
#include <QSettings>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

// What a row stands for: nothing for all, a post's code, or a group's name behind a sign that no code has.
const QString groupSign = u"="_s;
const QString askSign = u"…"_s;
const QString mineSign = u"@"_s; // the stations that this desk answers for

} // namespace

PostPicker::PostPicker(const PaneContext& context, const QString& objectName, std::optional<Tier> only,
                       QWidget* parent)
    : QComboBox(parent)
    , m_context(context)
    , m_only(only) {
    setObjectName(objectName);
    if (m_context.settings)
        m_choice = m_context.settings->value(key()).toString();
    refill();
    connect(this, &QComboBox::activated, this, &PostPicker::take);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.posts.isEmpty())
            refill();
        if (!changes.sectors.isEmpty() && m_choice == mineSign) // stations came to this desk, or went
            Q_EMIT picked(posts());
    });
}

QString PostPicker::key() const {
    return u"picked/%1/%2"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(m_context.desk.actor().user)),
                                 objectName());
}

void PostPicker::refill() {
    clear();
    addItem(m_only ? tr("All stations") : tr("All posts"), QString());
    if (m_context.desk.actor().seat.tier == Tier::Bureau)
        addItem(tr("▸ My sector"), mineSign);
    const DispatchGroups groups(m_context.settings, m_context.desk.actor());
    for (const QString& name : groups.names())
        addItem(u"▸ "_s + name, groupSign + name);
    QMap<QString, QString> names; // by code, in its order
    for (const Post& post : m_context.desk.situation().posts())
        if (!m_only || post.tier == *m_only)
            names.insert(post.id.toString(), text::postName(m_context.desk.situation(), post.id));
    for (const auto& [code, name] : names.asKeyValueRange())
        addItem(name, code);
    if (m_context.settings)
        addItem(tr("Dispatch groups…"), askSign);
    select();
}

void PostPicker::select() {
    setCurrentIndex(std::max(0, findData(m_choice)));
}

void PostPicker::showPopup() {
    refill(); // another list's picker may have made a group
    view()->setMinimumWidth(view()->sizeHintForColumn(0) + view()->verticalScrollBar()->sizeHint().width());
    QComboBox::showPopup();
}

void PostPicker::take(int row) {
    const QString choice = itemData(row).toString();
    if (choice == askSign) {
        select(); // what was picked before stands until a group is
        auto* sheet = new DispatchGroupSheet(m_context, window());
        connect(sheet, &DispatchGroupSheet::saved, this, &PostPicker::setGroup);
        return sheet->open();
    }
    m_choice = choice;
    if (m_context.settings)
        m_context.settings->setValue(key(), choice);
    Q_EMIT picked(posts());
}

void PostPicker::setPost(const PostId& post) {
    setCurrentIndex(std::max(0, findData(post.toString())));
    take(currentIndex());
}

void PostPicker::setGroup(const QString& name) {
    refill();
    setCurrentIndex(std::max(0, findData(groupSign + name)));
    take(currentIndex());
}

QSet<PostId> PostPicker::posts() const {
    const QString choice = currentData().toString();
    if (choice == mineSign)
        return ownSector();
    if (choice.startsWith(groupSign))
        return DispatchGroups(m_context.settings, m_context.desk.actor())
            .posts(choice.sliced(groupSign.size()));
    const auto post = PostId::parse(choice);
    return post ? QSet<PostId>{*post} : QSet<PostId>();
}

/// Empty while no station was given to this desk: then all are everybody's.
QSet<PostId> PostPicker::ownSector() const {
    QSet<PostId> own;
    for (const SectorCover& cover : m_context.desk.situation().sectors())
        if (cover.desk == m_context.desk.actor().seat.toString())
            own.insert(cover.post);
    return own;
}

void PostPicker::changeEvent(QEvent* event) {
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refill();
}

} // namespace tridesk
