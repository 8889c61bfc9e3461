// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/seat.h"

#include <QFrame>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

/// Asks who is there: user and password, then, of whom it is known, which seat, where there is a choice. At a
/// desk without users it only asks to go on. What was typed stays until it was right, but for the password.
class SignInSheet : public QFrame {
    Q_OBJECT

public:
    struct Choice {
        Seat seat;
        QString name;
    };

    explicit SignInSheet(QWidget* parent = nullptr);

    /// There are no users: a key press is enough.
    void askToGoOn();
    void askWho(const QString& login); ///< `login` is proposed, may be empty
    void askWhere(const QList<Choice>& choices, const Seat& proposed);
    void resume(const SignInSheet& before); ///< asks as that one did; a password is typed anew
    void setWaiting(bool waiting);          ///< the password is being looked at
    void complain(const QString& why);

Q_SIGNALS:
    void wentOn();
    void asked(const QString& login, const QString& password);
    void seatChosen(const tridesk::Seat& seat);

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    enum class Question { GoOn, Who, Where };

    void ask(Question question);
    void answer();
    void allow();
    [[nodiscard]] QWidget& firstField() const;

    Question m_question = Question::Who;
    QList<Choice> m_choices;
    QFormLayout* m_form;
    QLineEdit* m_user;
    QLineEdit* m_password;
    QComboBox* m_seat;
    QLabel* m_complaint;
    QPushButton* m_enter;
    bool m_waiting = false;
};

} // namespace tridesk
