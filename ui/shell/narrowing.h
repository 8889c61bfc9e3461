// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/pane_context.h"

#include <QObject>

class QAction;
class QWidget;

namespace tridesk {

/// Joins a window's switch for narrowing to its selection: the action in the menu, kept for each user and on
/// until somebody turns it off, and Escape, which shows everything until another incident is taken in hand.
class Narrowing : public QObject {
    Q_OBJECT

public:
    /// `window` is its parent; needs settings in the context.
    Narrowing(const PaneContext& context, QAction& action, QWidget& window);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] QString key() const;
    void toggle();

    PaneContext m_context;
    QAction& m_action;
};

} // namespace tridesk
