// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/refusal.h"

#include <QDialog>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTextEdit;

namespace tridesk {

class SeatDesk;

/// One shift hands a seat to the next: the one who goes reads what is in hand, adds notes and offers; the one
/// who comes reads the same and signs. Which of the two it is depends on whether an offer stands. Beside the
/// work, and deletes itself. Not for the eyes of visitors: on a wall it shows nothing and takes nothing.
///
/// objectNames: handoverSheet; handover.head, handover.brief, handover.said, handover.notes,
/// handover.refusal, handover.renew, handover.do, handover.close.
class HandoverSheet : public QDialog {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit HandoverSheet(SeatDesk& desk, QWidget* parent = nullptr);

Q_SIGNALS:
    void echoed(const QString& line);

private:
    void build();
    void present(bool standing);
    void renew();
    void check();
    [[nodiscard]] Result<void> may() const;
    void act();
    void complain(const QString& why);
    [[nodiscard]] const struct Handover* offered() const;

    SeatDesk& m_desk;
    QLabel* m_head;
    QTextEdit* m_brief;
    QLabel* m_said;
    QLabel* m_caption;
    QPlainTextEdit* m_notes;
    QLabel* m_refusal;
    QPushButton* m_renew = nullptr;
    QPushButton* m_do = nullptr;
    HandoverId m_offered;  ///< that is shown; null: a new one is written
    bool m_isWall = false; ///< visitors stand before it: nothing of it is shown
};

} // namespace tridesk
