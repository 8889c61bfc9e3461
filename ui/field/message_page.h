// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/order.h"

#include <QHash>
#include <QWidget>

class QBoxLayout;
class QButtonGroup;
class QLabel;
class QLineEdit;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace tridesk {

class CrewWork;
class Inbox;
class Look;
class MessageCard;

/// What was written to the crew and by it, the newest first; short answers at one touch and free words, to
/// its station or to the bureau. What was typed stays until it was taken.
class MessagePage : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    MessagePage(CrewWork& work, Inbox& inbox, const Look& look, QWidget* parent = nullptr);

    void refresh();
    void setWide(bool wide);

Q_SIGNALS:
    void done();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildCards();
    QWidget* buildAnswers();
    void addTarget(const QString& name, const QString& text, int id);
    void showTargets();
    void showRoom();
    void send(const QString& words);
    void tellShown();
    [[nodiscard]] QList<Addressee> target() const;

    CrewWork& m_work;
    Inbox& m_inbox;
    const Look& m_look;
    QBoxLayout* m_halves;
    QScrollArea* m_scroll;
    QVBoxLayout* m_cards;
    QLabel* m_none;
    QHash<MessageId, MessageCard*> m_shown;
    QButtonGroup* m_targets;
    QBoxLayout* m_targetRow;
    QList<QPushButton*> m_canned;
    QLineEdit* m_words;
    QPushButton* m_send;
    bool m_typedSent = false; ///< what stands in m_words is under way
};

} // namespace tridesk
