// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/fix.h"
#include "app/domain/incident.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace tridesk {

class CrewWork;
class FixBoard;

/// What a crew came upon, or whom it stops (product.md, capability 40): what it is, where, a few words. What
/// was typed stays until it was taken.
class OwnPage : public QWidget {
    Q_OBJECT

public:
    explicit OwnPage(CrewWork& work, QWidget* parent = nullptr);

    /// Where units are; it outlives the page. Without it a place is only what is typed.
    void useFixes(const FixBoard& fixes);
    /// Which types are listed and whether the position counts, as in another window of the same crew.
    void resume(const OwnPage& before);
    void tick(); ///< a second has passed
    void setWide(bool wide);

Q_SIGNALS:
    void done(); ///< taken, or put off

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildWhat();
    QWidget* buildWhere();
    void join();
    void fill();
    void check();
    void clear();
    [[nodiscard]] TypeCode type() const;
    [[nodiscard]] const Fix* fix() const;
    [[nodiscard]] IncidentDetails details() const;

    CrewWork& m_work;
    const FixBoard* m_fixes = nullptr;
    QBoxLayout* m_halves;
    QListWidget* m_types;
    QPushButton* m_all;
    QPushButton* m_here;
    QLineEdit* m_place;
    QPlainTextEdit* m_text;
    QPushButton* m_back;
    QPushButton* m_send;
    bool m_sent = false;
};

} // namespace tridesk
