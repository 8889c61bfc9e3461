// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sign_in_sheet.h"

#include "app/access/user_store.h"

#include <QComboBox>
#include <QCompleter>
#include <QFocusEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace tridesk {

SignInSheet::SignInSheet(QWidget* parent)
    : QFrame(parent)
    , m_form(new QFormLayout(this))
    , m_user(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_seat(new QComboBox(this))
    , m_complaint(new QLabel(this))
    , m_enter(new QPushButton(this)) {
    setObjectName(u"signIn"_s);
    setProperty("overlay", true);
    setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    m_user->setObjectName(u"signIn.user"_s);
    m_user->setAccessibleName(tr("User"));
    m_user->setMaxLength(Login::maxLength);
    m_password->setObjectName(u"signIn.password"_s);
    m_password->setAccessibleName(tr("Password"));
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setMaxLength(longestPassword);
    m_seat->setObjectName(u"signIn.seat"_s);
    m_seat->setAccessibleName(tr("Seat"));
    m_seat->setEditable(true); // a crew finds its unit among thousands by typing
    m_seat->setInsertPolicy(QComboBox::NoInsert);
    m_seat->completer()->setFilterMode(Qt::MatchContains);
    m_seat->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_complaint->setObjectName(u"signIn.complaint"_s);
    m_complaint->setProperty("refusal", true);
    m_complaint->setTextFormat(Qt::PlainText);
    m_complaint->setWordWrap(true);
    m_enter->setObjectName(u"signIn.enter"_s);
    m_enter->setProperty("main", true);
    m_enter->setAutoDefault(true); // Enter presses it, as in a dialog
    m_form->setContentsMargins(22, 20, 22, 20);
    m_form->setHorizontalSpacing(12);
    m_form->setVerticalSpacing(10);
    m_form->addRow(tr("User"), m_user);
    m_form->addRow(tr("Password"), m_password);
    m_form->addRow(tr("Seat"), m_seat);
    m_form->addRow(m_complaint);
    m_form->addRow(m_enter);
    for (QLineEdit* edit : {m_user, m_password}) {
        connect(edit, &QLineEdit::textChanged, this, &SignInSheet::allow);
        connect(edit, &QLineEdit::returnPressed, this, &SignInSheet::answer);
    }
    connect(m_seat->lineEdit(), &QLineEdit::returnPressed, this, &SignInSheet::answer);
    connect(m_seat, &QComboBox::editTextChanged, this, &SignInSheet::allow);
    connect(m_enter, &QPushButton::clicked, this, &SignInSheet::answer);
    complain({});
    ask(Question::Who);
}

void SignInSheet::ask(Question question) {
    m_question = question;
    m_waiting = false;
    for (QWidget* field : std::initializer_list<QWidget*>{m_user, m_password})
        m_form->setRowVisible(field, question == Question::Who);
    m_form->setRowVisible(m_seat, question == Question::Where);
    m_enter->setText(question == Question::GoOn  ? tr("Go on")
                     : question == Question::Who ? tr("Sign in")
                                                 : tr("Take this seat"));
    m_enter->setAccessibleName(m_enter->text());
    m_password->clear();
    allow();
    firstField().setFocus(Qt::OtherFocusReason);
}

void SignInSheet::askToGoOn() {
    ask(Question::GoOn);
}

void SignInSheet::askWho(const QString& login) {
    m_user->setText(login);
    ask(Question::Who);
}

void SignInSheet::askWhere(const QList<Choice>& choices, const Seat& proposed) {
    m_choices = choices;
    m_seat->clear();
    int at = 0;
    for (const Choice& choice : choices) {
        if (choice.seat == proposed)
            at = m_seat->count();
        m_seat->addItem(choice.name);
    }
    m_seat->setCurrentIndex(at);
    complain({});
    ask(Question::Where);
    m_seat->lineEdit()->selectAll();
}

void SignInSheet::resume(const SignInSheet& before) {
    if (before.m_question == Question::Where)
        askWhere(before.m_choices, before.m_choices.value(before.m_seat->currentIndex()).seat);
    else if (before.m_question == Question::Who)
        askWho(before.m_user->text());
}

void SignInSheet::setWaiting(bool waiting) {
    m_waiting = waiting;
    allow();
}

void SignInSheet::complain(const QString& why) {
    m_complaint->setText(why);
    m_complaint->setAccessibleName(why);
    m_form->setRowVisible(m_complaint, !why.isEmpty());
    if (why.isEmpty())
        return;
    m_password->clear();
    firstField().setFocus(Qt::OtherFocusReason);
}

QWidget& SignInSheet::firstField() const {
    switch (m_question) {
    case Question::GoOn:
        return *m_enter;
    case Question::Who:
        return m_user->text().isEmpty() ? *m_user : *m_password;
    case Question::Where:
        return *m_seat;
    }
    return *m_enter;
}

void SignInSheet::allow() {
    const bool known =
        m_question != Question::Who || !(m_user->text().isEmpty() || m_password->text().isEmpty());
    const bool there = m_question != Question::Where || m_seat->findText(m_seat->currentText()) >= 0;
    m_enter->setEnabled(!m_waiting && known && there);
}

void SignInSheet::answer() {
    if (!m_enter->isEnabled()) {
        if (!m_waiting && m_question == Question::Who)
            firstField().setFocus(Qt::OtherFocusReason);
        return;
    }
    switch (m_question) {
    case Question::GoOn:
        Q_EMIT wentOn();
        return;
    case Question::Who:
        Q_EMIT asked(m_user->text(), m_password->text());
        return;
    case Question::Where:
        Q_EMIT seatChosen(m_choices.at(m_seat->findText(m_seat->currentText())).seat);
        return;
    }
}

void SignInSheet::focusInEvent(QFocusEvent* event) {
    QFrame::focusInEvent(event);
    firstField().setFocus(event->reason());
}

} // namespace tridesk
