// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/pane_context.h"

#include <QToolButton>

namespace tridesk {

/// "Narrowed to 0123 ✕": stands wherever a pane leaves something out for the sake of the incident in hand;
/// one touch shows everything again. Hidden while nothing is left out.
class NarrowChip : public QToolButton {
    Q_OBJECT

public:
    NarrowChip(const PaneContext& context, const QString& objectName, QWidget* parent);

    /// Whether its pane leaves something out just now.
    void setLeavingOut(bool leavingOut);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    PaneContext m_context;
    bool m_leavingOut = false;
};

} // namespace tridesk
