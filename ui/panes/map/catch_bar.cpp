// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/catch_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int listHeight = 150;

} // namespace

CatchBar::CatchBar(QWidget* parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_things(new QListWidget(this)) {
    setObjectName(u"catchBar"_s);
    setProperty("overlay", true);
    m_text->setObjectName(u"catch.text"_s);
    auto* close = new QToolButton(this);
    close->setObjectName(u"catch.close"_s);
    close->setText(u"✕"_s);
    close->setAccessibleName(tr("Let go of what was caught"));
    close->setToolTip(close->accessibleName());
    auto* head = new QHBoxLayout;
    head->addWidget(m_text, 1);
    head->addWidget(close);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_select = add(*row, u"catch.select"_s, tr("Select"));
    m_select->setToolTip(tr("Make the units the selection of this window"));
    m_dispatch = add(*row, u"catch.dispatch"_s, tr("Dispatch the available"));
    m_message = add(*row, u"catch.message"_s, tr("Message…"));
    m_listing = add(*row, u"catch.list"_s, tr("List"));
    m_listing->setCheckable(true);
    row->addStretch(1);
    m_things->setObjectName(u"catch.things"_s);
    m_things->setAccessibleName(tr("What was caught"));
    m_things->setFixedHeight(listHeight);
    m_things->hide();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 4, 6, 6);
    all->setSpacing(4);
    all->addLayout(head);
    all->addLayout(row);
    all->addWidget(m_things);
    connect(close, &QToolButton::clicked, this, &CatchBar::closed);
    connect(m_select, &QPushButton::clicked, this, &CatchBar::selectAsked);
    connect(m_dispatch, &QPushButton::clicked, this, &CatchBar::dispatchAsked);
    connect(m_message, &QPushButton::clicked, this, &CatchBar::messageAsked);
    connect(m_listing, &QPushButton::toggled, m_things, &QWidget::setVisible);
    connect(m_listing, &QPushButton::toggled, this, &CatchBar::listToggled);
    const auto choose = [this](const QListWidgetItem* item) {
        Q_EMIT rowChosen(item->data(idRole).toULongLong());
    };
    connect(m_things, &QListWidget::itemClicked, this, choose);
    connect(m_things, &QListWidget::itemActivated, this, choose);
}

QPushButton* CatchBar::add(QHBoxLayout& row, const QString& name, const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    row.addWidget(button);
    return button;
}

void CatchBar::showCaught(const QString& text, bool anyUnits, const QString& cannotSend,
                          const QString& cannotTell) {
    m_text->setText(text);
    m_select->setEnabled(anyUnits);
    m_dispatch->setEnabled(cannotSend.isEmpty());
    m_dispatch->setToolTip(cannotSend);
    m_message->setEnabled(cannotTell.isEmpty());
    m_message->setToolTip(cannotTell);
}

void CatchBar::showRows(const QList<Row>& rows) {
    m_things->clear();
    for (const Row& row : rows) {
        auto* item = new QListWidgetItem(row.text, m_things);
        item->setData(idRole, row.id);
    }
}

bool CatchBar::isListing() const {
    return m_listing->isChecked();
}

} // namespace tridesk
