// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/prompts.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace tridesk {

/// Questions and complaints as a strip at the foot of a pane: hidden while there is none, takes the focus for
/// a question, and gives it back; Enter answers, Escape lets the question go. What was typed stays until
/// then.
class PromptBar : public QFrame, public Prompts {
    Q_OBJECT

public:
    explicit PromptBar(QWidget* parent = nullptr);

    void ask(const Question& question, QObject* owner, std::function<void(const QString&)> answered) override;
    void complain(const QString& text) override;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void answer();
    void takeOther();
    void letGo();
    void showWhatStands();

    QLabel* m_complaint;
    QToolButton* m_dismiss;
    QLabel* m_question;
    QLineEdit* m_input;
    QPushButton* m_accept;
    QPushButton* m_other; ///< another way out than answering
    QPushButton* m_cancel;
    QPointer<QObject> m_owner;
    QPointer<QWidget> m_focusBefore;
    std::function<void(const QString&)> m_answered;
    std::function<void()> m_otherwise;
    bool m_required = true;
};

} // namespace tridesk
