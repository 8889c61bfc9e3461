// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/prompt_bar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

PromptBar::PromptBar(QWidget* parent)
    : QFrame(parent)
    , m_complaint(new QLabel(this))
    , m_dismiss(new QToolButton(this))
    , m_question(new QLabel(this))
    , m_input(new QLineEdit(this))
    , m_accept(new QPushButton(this))
    , m_other(new QPushButton(this))
    , m_cancel(new QPushButton(tr("Leave it"), this)) {
    setObjectName(u"promptBar"_s);
    setFrameShape(QFrame::StyledPanel);
    m_complaint->setObjectName(u"promptComplaint"_s);
    m_complaint->setWordWrap(true);
    m_dismiss->setObjectName(u"promptDismiss"_s);
    m_dismiss->setText(u"✕"_s);
    m_dismiss->setAutoRaise(true);
    m_dismiss->setAccessibleName(tr("Dismiss"));
    m_question->setObjectName(u"promptQuestion"_s);
    m_question->setWordWrap(true);
    m_question->setBuddy(m_input);
    m_input->setObjectName(u"promptInput"_s);
    m_input->setAccessibleName(tr("Answer"));
    m_accept->setObjectName(u"promptAccept"_s);
    m_accept->setAccessibleName(tr("Accept"));
    m_other->setObjectName(u"promptOther"_s);
    m_other->setAccessibleName(tr("Another way out"));
    m_cancel->setObjectName(u"promptCancel"_s);

    auto* told = new QHBoxLayout;
    told->addWidget(m_complaint, 1);
    told->addWidget(m_dismiss);
    auto* asked = new QHBoxLayout;
    asked->addWidget(m_input, 1);
    asked->addWidget(m_accept);
    asked->addWidget(m_other);
    asked->addWidget(m_cancel);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(6, 3, 6, 3);
    all->setSpacing(3);
    all->addLayout(told);
    all->addWidget(m_question);
    all->addLayout(asked);

    connect(m_input, &QLineEdit::textChanged, this,
            [this](const QString& text) { m_accept->setEnabled(!m_required || !text.trimmed().isEmpty()); });
    connect(m_input, &QLineEdit::returnPressed, this, &PromptBar::answer);
    connect(m_accept, &QPushButton::clicked, this, &PromptBar::answer);
    connect(m_other, &QPushButton::clicked, this, &PromptBar::takeOther);
    connect(m_cancel, &QPushButton::clicked, this, &PromptBar::letGo);
    connect(m_dismiss, &QToolButton::clicked, this, [this] { complain({}); });
    showWhatStands();
}

void PromptBar::ask(const Question& question, QObject* owner, std::function<void(const QString&)> answered) {
    m_owner = owner;
    m_answered = std::move(answered);
    m_required = question.required;
    m_question->setText(question.text);
    m_input->setAccessibleName(question.text);
    m_input->setProperty("question", question.name);
    m_input->setText(question.answer);
    m_accept->setText(question.accept);
    m_other->setText(question.other);
    m_other->setAccessibleName(question.other);
    m_otherwise = question.otherwise;
    m_accept->setEnabled(!m_required || !question.answer.trimmed().isEmpty());
    m_focusBefore = QApplication::focusWidget();
    showWhatStands();
    m_input->setFocus(Qt::OtherFocusReason);
    m_input->selectAll();
}

void PromptBar::complain(const QString& text) {
    m_complaint->setText(text.isEmpty() ? QString() : u"✕ "_s + text);
    m_complaint->setAccessibleName(text);
    showWhatStands();
}

void PromptBar::showWhatStands() {
    const bool told = !m_complaint->text().isEmpty();
    const bool asked = bool(m_answered);
    m_complaint->setVisible(told);
    m_dismiss->setVisible(told);
    m_question->setVisible(asked);
    m_input->setVisible(asked);
    m_accept->setVisible(asked);
    m_other->setVisible(asked && m_otherwise);
    m_cancel->setVisible(asked);
    setVisible(told || asked);
}

void PromptBar::answer() {
    const QString given = m_input->text().trimmed();
    if (!m_answered || (m_required && given.isEmpty()))
        return;
    const auto answered = std::move(m_answered);
    const bool wanted = !m_owner.isNull();
    letGo();
    if (wanted)
        answered(given);
}

void PromptBar::takeOther() {
    const auto otherwise = std::move(m_otherwise);
    const bool wanted = m_answered && otherwise && !m_owner.isNull();
    letGo();
    if (wanted)
        otherwise();
}

void PromptBar::letGo() {
    m_answered = nullptr;
    m_otherwise = nullptr;
    m_owner = nullptr;
    showWhatStands();
    if (m_focusBefore)
        m_focusBefore->setFocus(Qt::OtherFocusReason);
}

void PromptBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_answered) {
        letGo();
        return;
    }
    QFrame::keyPressEvent(event);
}

} // namespace tridesk
