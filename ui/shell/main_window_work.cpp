// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/queue/queue_pane.h"
#include "ui/shell/header_bar.h"
#include "ui/shell/main_window.h"
#include "ui/shell/narrowing.h"

// What keeps a hand from drowning on a bad night: the panes narrowed to what is in hand, the queue arranged.

namespace tridesk {

void MainWindow::joinWork() {
    new Narrowing(paneContext(), m_actions->action(ActionId::NarrowPanes), *this);
    m_header->addChip(paneContext());
    on(ActionId::AttachToLikely, [this] { m_form->attachToLikeliest(); });
    on(ActionId::ArrangeQueue, [this] { m_queue->openArrangement(); });
}

} // namespace tridesk
