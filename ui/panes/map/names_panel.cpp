// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/names_panel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int panelWidth = 330;

} // namespace

NamesPanel::NamesPanel(QWidget* parent)
    : QFrame(parent)
    , m_names(new QStandardItemModel(this))
    , m_shown(new QSortFilterProxyModel(this))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_none(new QLabel(tr("No place has a name of this desk yet. Click the map with the right button and "
                           "choose “Name this place…”."),
                        this)) {
    setObjectName(u"namesPanel"_s);
    setAccessibleName(tr("Places named by the desk"));
    setProperty("overlay", true);
    setFixedWidth(panelWidth);
    m_none->setObjectName(u"names.none"_s);
    m_none->setProperty("dim", true);
    m_none->setWordWrap(true);
    buildList();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(10, 6, 6, 8);
    all->setSpacing(4);
    all->addLayout(buildHead());
    all->addWidget(m_filter);
    all->addWidget(m_none);
    all->addWidget(m_list, 1);
    all->addLayout(buildButtons());
    showWhatStands();
}

QLayout* NamesPanel::buildHead() {
    auto* title = new QLabel(tr("Named places"), this);
    title->setProperty("strong", true);
    auto* close = new QToolButton(this);
    close->setObjectName(u"names.close"_s);
    close->setText(u"✕"_s);
    close->setAccessibleName(tr("Close the list of named places"));
    connect(close, &QToolButton::clicked, this, &NamesPanel::closed);
    auto* row = new QHBoxLayout;
    row->addWidget(title, 1);
    row->addWidget(close);
    return row;
}

void NamesPanel::buildList() {
    m_filter->setObjectName(u"names.filter"_s);
    m_filter->setAccessibleName(tr("Narrow the list"));
    m_filter->setPlaceholderText(tr("Name or address"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaxLength(200);
    m_shown->setSourceModel(m_names);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_shown->setSortLocaleAware(true);
    m_shown->setDynamicSortFilter(true);
    m_shown->sort(0);
    m_list->setObjectName(u"names.list"_s);
    m_list->setAccessibleName(tr("Places named by the desk"));
    m_list->setModel(m_shown);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(180);
    connect(m_filter, &QLineEdit::textChanged, m_shown, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_list, &QListView::activated, this, &NamesPanel::goAsked);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        showWhatStands();
        Q_EMIT currentChanged();
    });
}

QLayout* NamesPanel::buildButtons() {
    const auto button = [this](const QString& name, const QString& text, void (NamesPanel::*asked)()) {
        auto* made = new QPushButton(text, this);
        made->setObjectName(name);
        made->setAccessibleName(text);
        connect(made, &QPushButton::clicked, this, asked);
        return made;
    };
    m_go = button(u"names.go"_s, tr("Show"), &NamesPanel::goAsked);
    m_rename = button(u"names.rename"_s, tr("Rename…"), &NamesPanel::renameAsked);
    m_forget = button(u"names.forget"_s, tr("Forget"), &NamesPanel::forgetAsked);
    QPushButton* add = button(u"names.add"_s, tr("New…"), &NamesPanel::addAsked);
    add->setToolTip(tr("Click the place on the map, then say what it is called"));
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    for (QPushButton* each : {m_go, m_rename, m_forget, add})
        row->addWidget(each);
    return row;
}

void NamesPanel::put(const NamedPlace& place, const QString& by) {
    QStandardItem*& row = m_rows[place.id];
    const bool isNew = row == nullptr;
    if (isNew)
        row = new QStandardItem;
    const QString& address = place.details.address;
    row->setText(address.isEmpty() ? place.details.name : place.details.name + u"  ·  "_s + address);
    row->setToolTip(tr("%1, named by %2").arg(place.details.name, by));
    row->setData(place.id.toString(), idRole);
    if (isNew)
        m_names->appendRow(row);
    showWhatStands();
}

void NamesPanel::take(const NamedPlaceId& id) {
    if (QStandardItem* row = m_rows.take(id))
        m_names->removeRow(row->row());
    showWhatStands();
}

NamedPlaceId NamesPanel::current() const {
    return NamedPlaceId::parse(m_list->currentIndex().data(idRole).toString()).value_or(NamedPlaceId());
}

void NamesPanel::allow(bool mayRename, bool mayForget) {
    m_rename->setEnabled(mayRename);
    m_forget->setEnabled(mayForget);
}

void NamesPanel::showWhatStands() {
    const bool none = m_rows.isEmpty();
    m_none->setVisible(none);
    m_filter->setVisible(!none);
    m_list->setVisible(!none);
    m_go->setEnabled(m_list->currentIndex().isValid());
}

void NamesPanel::focusFilter() {
    (m_rows.isEmpty() ? static_cast<QWidget*>(findChild<QPushButton*>(u"names.add"_s)) : m_filter)
        ->setFocus(Qt::ShortcutFocusReason);
}

void NamesPanel::keyPressEvent(QKeyEvent* event) {
    const bool inList = m_list->hasFocus() && m_list->currentIndex().isValid();
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else if (inList && event->key() == Qt::Key_F2 && m_rename->isEnabled())
        Q_EMIT renameAsked();
    else if (inList && event->key() == Qt::Key_Delete && m_forget->isEnabled())
        Q_EMIT forgetAsked();
    else
        QFrame::keyPressEvent(event);
}

} // namespace tridesk
