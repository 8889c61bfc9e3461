// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/pane_context.h"

#include <QToolButton>

namespace tridesk {

/// "0123 ✕": stands wherever a pane leaves something out for the sake of the incident in hand; one touch
/// shows everything again. Hidden while nothing is left out.
class NarrowChip : public QToolButton {
    Q_OBJECT

public:
    enum class Words { Number, Sentence }; ///< "0123 ✕", or "Narrowed to 0123 ✕" where there is room

    NarrowChip(const PaneContext& context, const QString& objectName, QWidget* parent,
               Words words = Words::Number);

    /// Whether its pane leaves something out just now.
    void setLeavingOut(bool leavingOut);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();

    PaneContext m_context;
    Words m_words;
    bool m_leavingOut = false;
};

} // namespace tridesk
