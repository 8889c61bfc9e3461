// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QWidget>

class QBoxLayout;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace tridesk {

class CrewWork;

/// What a page of words is for.
struct WordsAsked {
    QString name; ///< of the page; its parts are named after it
    QString title;
    QString hint;      ///< where own words are typed
    QString send;      ///< the button that asks
    QStringList ready; ///< words to tap
    bool needed;       ///< nothing is asked without words
};

/// A few words of a crew's to go with what it asks: ready ones to tap, or its own. What was typed stays until
/// it was taken.
class WordsPage : public QWidget {
    Q_OBJECT

public:
    WordsPage(CrewWork& work, const WordsAsked& asked, QWidget* parent = nullptr);

    void setWide(bool wide);

Q_SIGNALS:
    void asked(const QString& words);
    void done(); ///< taken, or put off

private:
    void check();

    bool m_needed;
    QBoxLayout* m_halves;
    QListWidget* m_ready;
    QPlainTextEdit* m_text;
    QPushButton* m_send;
    bool m_sent = false;
};

} // namespace tridesk
