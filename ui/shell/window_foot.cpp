// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_foot.h"

#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/shell/map_offer.h"
#include "ui/shell/status_line.h"

#include <QVBoxLayout>

namespace tridesk {

WindowFoot::WindowFoot(SeatDesk& desk, QWidget* parent)
    : QWidget(parent)
    , m_offer(new MapOffer(this))
    , m_prompts(new PromptBar(this))
    , m_recall(new RecallStrip(desk, this))
    , m_line(new StatusLine(this))
    , m_dispatcher(new Dispatcher(desk, *m_prompts, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_offer);
    column->addWidget(m_recall);
    column->addWidget(m_prompts);
    column->addWidget(m_line);
    connect(m_dispatcher, &Dispatcher::echoed, m_line, &StatusLine::echo);
    connect(m_dispatcher, &Dispatcher::issued, m_recall, &RecallStrip::offer);
    connect(m_recall, &RecallStrip::recallAsked, m_dispatcher, &Dispatcher::submit);
}

Prompts& WindowFoot::prompts() {
    return *m_prompts;
}

} // namespace tridesk
