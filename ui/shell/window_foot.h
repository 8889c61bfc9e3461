// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/prompts.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QLabel;

namespace tridesk {

class Advisor;
class Dispatcher;
class LinePane;
class MapOffer;
class PromptBar;
class RecallStrip;
class ScriptStrip;
class StatusLine;

/// The foot of a main window: questions and orders of gestures that belong to no pane (keys, menus), over the
/// command line, in which the line that each gesture stands for appears.
class WindowFoot : public QWidget {
    Q_OBJECT

public:
    WindowFoot(const PaneContext& context, QWidget* parent = nullptr);

    [[nodiscard]] Dispatcher& dispatcher() { return *m_dispatcher; }
    [[nodiscard]] Prompts& prompts();
    [[nodiscard]] MapOffer& mapOffer() { return *m_offer; }
    [[nodiscard]] ScriptStrip& script() { return *m_script; }
    [[nodiscard]] LinePane& line() { return *m_line; }
    void setGround(const QString& text, const QString& tip);
    void setSilent(bool silent);
    /// What it shows goes on record with the orders that are given here, by key or by line; it outlives them.
    void setAdvisor(const Advisor* advisor);

private:
    MapOffer* m_offer;
    ScriptStrip* m_script;
    PromptBar* m_prompts;
    RecallStrip* m_recall;
    LinePane* m_line;
    QLabel* m_silent;
    StatusLine* m_ground;
    Dispatcher* m_dispatcher;
};

} // namespace tridesk
