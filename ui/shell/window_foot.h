// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/actions/prompts.h"

#include <QWidget>

namespace tridesk {

class Dispatcher;
class MapOffer;
class PromptBar;
class RecallStrip;
class SeatDesk;
class StatusLine;

/// The foot of a main window: questions and orders of gestures that belong to no pane (keys, menus), over the
/// line that each gesture stands for.
class WindowFoot : public QWidget {
    Q_OBJECT

public:
    WindowFoot(SeatDesk& desk, QWidget* parent = nullptr);

    [[nodiscard]] Dispatcher& dispatcher() { return *m_dispatcher; }
    [[nodiscard]] Prompts& prompts();
    [[nodiscard]] MapOffer& mapOffer() { return *m_offer; }
    [[nodiscard]] StatusLine& line() { return *m_line; }

private:
    MapOffer* m_offer;
    PromptBar* m_prompts;
    RecallStrip* m_recall;
    StatusLine* m_line;
    Dispatcher* m_dispatcher;
};

} // namespace tridesk
