// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/window_foot.h"

#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/panes/line/line_pane.h"
#include "ui/shell/map_offer.h"
#include "ui/shell/script_strip.h"
#include "ui/shell/status_line.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tridesk {

WindowFoot::WindowFoot(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_offer(new MapOffer(this))
    , m_script(new ScriptStrip(context.desk, this))
    , m_prompts(new PromptBar(this))
    , m_recall(new RecallStrip(context.desk, this))
    , m_line(new LinePane(context, this))
    , m_silent(new QLabel(tr("No sound"), this))
    , m_ground(new StatusLine(this))
    , m_dispatcher(new Dispatcher(context.desk, *m_prompts, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_offer);
    column->addWidget(m_script);
    column->addWidget(m_recall);
    column->addWidget(m_prompts);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_line, 1);
    row->addWidget(m_silent);
    row->addWidget(m_ground);
    m_silent->setObjectName(u"status.silent"_s);
    m_silent->setAccessibleName(tr("Sound device"));
    m_silent->setToolTip(tr("This computer has no sound device: no alarm will be heard."));
    m_silent->setProperty("refusal", true);
    m_silent->setContentsMargins(8, 2, 4, 2);
    m_silent->hide();
    column->addLayout(row);
    connect(m_dispatcher, &Dispatcher::echoed, m_line, &LinePane::echo);
    for (const Dispatcher* dispatcher : {m_dispatcher, &m_line->dispatcher()})
        connect(dispatcher, &Dispatcher::issued, m_recall, &RecallStrip::offer);
    connect(m_recall, &RecallStrip::recallAsked, m_dispatcher, &Dispatcher::submit);
}

Prompts& WindowFoot::prompts() {
    return *m_prompts;
}

void WindowFoot::setSilent(bool silent) {
    m_silent->setVisible(silent);
}

void WindowFoot::setAdvisor(const Advisor* advisor) {
    for (Dispatcher* dispatcher : {m_dispatcher, &m_line->dispatcher()})
        dispatcher->setAdvisor(advisor);
}

void WindowFoot::setGround(const QString& text, const QString& tip) {
    m_ground->setGround(text, tip);
}

} // namespace tridesk
