// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace tridesk {

class CoverCrew;
class FigureLabel;
class Look;
class SeatDesk;
class SignInSheet;

/// What stands on the screen in the place of a seat's window while nobody is signed in: the clock, the seat,
/// its figures and every emergency, and the sheet that asks who is there. Nothing of an incident can be read
/// and nothing commanded, but for what a crew may do on a locked terminal (cover_crew.h). A
/// window of its own, so that what lies beneath is out of sight and reach with all its docks and sheets. It
/// is not closed by its user.
class Cover : public QWidget {
    Q_OBJECT

public:
    /// `desk` may be null: no seat is taken yet. What is given outlives the cover.
    Cover(SeatDesk* desk, const Look& look, const QString& place, QWidget* parent = nullptr);

    [[nodiscard]] SignInSheet& sheet() { return *m_sheet; }

Q_SIGNALS:
    void nightToggled();
    void languageToggled();

protected:
    void closeEvent(QCloseEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void build(const QString& place);
    void addSeat(QVBoxLayout& column);
    void addFigures(QVBoxLayout& column);
    QHBoxLayout* buildFoot(const QString& place);
    void dress();
    void tick();

    SeatDesk* m_desk;
    const Look& m_look;
    QLabel* m_title;
    QLabel* m_seat;
    QLabel* m_clock;
    QLabel* m_date;
    FigureLabel* m_open = nullptr; ///< null, as the others, where no seat is taken yet
    FigureLabel* m_unassigned = nullptr;
    FigureLabel* m_overdue = nullptr;
    CoverCrew* m_crew = nullptr; ///< of a crew's seat
    SignInSheet* m_sheet;
};

} // namespace tridesk
