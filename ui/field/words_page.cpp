// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/words_page.h"

#include "ui/field/crew_work.h"
#include "ui/field/touch.h"

#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

WordsPage::WordsPage(CrewWork& work, const WordsAsked& asked, QWidget* parent)
    : QWidget(parent)
    , m_needed(asked.needed) {
    setObjectName(asked.name);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(10);
    auto* title = new QLabel(asked.title, this);
    title->setWordWrap(true);
    touch::enlarge(*title, 1.25, true);
    column->addWidget(title);
    m_ready = new QListWidget(this);
    m_ready->setObjectName(asked.name + u".ready"_s);
    m_ready->setAccessibleName(tr("Ready words"));
    m_ready->setAlternatingRowColors(true);
    for (const QString& words : asked.ready)
        (new QListWidgetItem(words, m_ready))->setSizeHint({0, touch::target});
    m_text = new QPlainTextEdit(this);
    m_text->setObjectName(asked.name + u".text"_s);
    m_text->setAccessibleName(asked.hint);
    m_text->setPlaceholderText(asked.hint);
    m_text->setTabChangesFocus(true);
    m_halves = new QBoxLayout(QBoxLayout::TopToBottom);
    m_halves->addWidget(m_ready, 3);
    m_halves->addWidget(m_text, 1);
    column->addLayout(m_halves, 1);
    auto* buttons = new QHBoxLayout;
    auto* back = touch::button(asked.name + u".back"_s, tr("Back"), this);
    m_send = touch::button(asked.name + u".send"_s, asked.send, this);
    touch::setMain(*m_send, true);
    buttons->addWidget(back, 1);
    buttons->addWidget(m_send, 2);
    column->addLayout(buttons);
    connect(back, &QPushButton::clicked, this, &WordsPage::done);
    const auto take = [this](const QListWidgetItem* item) { m_text->setPlainText(item->text()); };
    connect(m_ready, &QListWidget::itemClicked, this, take);
    connect(m_ready, &QListWidget::itemActivated, this, take); // Enter, for who has no finger on it
    connect(m_text, &QPlainTextEdit::textChanged, this, &WordsPage::check);
    connect(m_send, &QPushButton::clicked, this, [this] {
        m_sent = true;
        Q_EMIT this->asked(m_text->toPlainText().trimmed());
    });
    connect(&work, &CrewWork::accepted, this, [this] {
        if (!std::exchange(m_sent, false))
            return;
        m_text->clear();
        m_ready->clearSelection();
        Q_EMIT done();
    });
    connect(&work, &CrewWork::refused, this, [this] { m_sent = false; });
    check();
}

void WordsPage::setWide(bool wide) {
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void WordsPage::check() {
    m_send->setEnabled(!m_needed || !m_text->toPlainText().trimmed().isEmpty());
}

} // namespace tridesk
