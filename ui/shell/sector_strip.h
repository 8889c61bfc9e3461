// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace tridesk {

class Look;
class SeatDesk;

/// Under the head of a desk's window: which stations were moved to it, and which away, until it has noted it.
class SectorStrip : public QFrame {
    Q_OBJECT

public:
    /// Both outlive it.
    SectorStrip(SeatDesk& desk, const Look& look, QWidget* parent = nullptr);

private:
    void refresh();
    void dress();
    void note();

    SeatDesk& m_desk;
    const Look& m_look;
    QList<PostId> m_posts; ///< to be noted
    QLabel* m_text;
    QPushButton* m_note;
};

} // namespace tridesk
