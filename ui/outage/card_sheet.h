// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/card_plan.h"
#include "app/desk/desk.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableView;

namespace tridesk {

class CardModel;
class Look;

/// What a sheet of cards stands on; all of it outlives the sheet.
struct CardGround {
    Desk& desk;
    const SeatDesk& seat; ///< as whom they are entered
    CardModel& cards;     ///< which stay when the sheet is closed
    const Look& look;
};

/// The catch-up grid: after an outage, what was written on paper is entered with its original times, one row
/// a card, checked as it is typed and decided as a whole before anything of a card goes into the record.
class CardSheet : public QDialog {
    Q_OBJECT

public:
    CardSheet(const CardGround& ground, QWidget* parent);
    ~CardSheet() override;

private:
    void build();
    QTableView* makeTable();
    void check(int row);
    [[nodiscard]] std::expected<PaperCard, CardFault> read(int row) const;
    void enter();
    void submit(const CardPlan& plan, const QList<int>& rows);
    void paste();
    void showRow();
    void tellCounts();
    [[nodiscard]] CardPhrases phrases() const;
    [[nodiscard]] QString faultWords(const CardFault& fault) const;

    CardGround m_ground;
    QTableView* m_table;
    QLabel* m_told;
    QPushButton* m_enter;
    QPushButton* m_remove;
    bool m_isEntering = false;
};

} // namespace tridesk
