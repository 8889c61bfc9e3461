// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace tridesk {

class CrewWork;

/// What became of it: an outcome by code and a few words. What was typed stays until it was taken.
class ReportPage : public QWidget {
    Q_OBJECT

public:
    explicit ReportPage(CrewWork& work, QWidget* parent = nullptr);

    void setWide(bool wide);

Q_SIGNALS:
    void done(); ///< sent, or put off

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void send();

    CrewWork& m_work;
    QBoxLayout* m_halves;
    QListWidget* m_outcomes;
    QPlainTextEdit* m_text;
    QPushButton* m_send;
    bool m_sent = false;
};

} // namespace tridesk
