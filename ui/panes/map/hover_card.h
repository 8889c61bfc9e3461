// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/symbols.h"
#include "ui/panes/map/card_text.h"

#include <QFrame>

#include <functional>

class QLabel;
class QTimer;

namespace tridesk {

namespace ui {
class MapCanvas;
}

/// The card of what the pointer rests on, beside it and never under it; gone as soon as the pointer or the
/// map moves on. By keyboard, with the map in focus: I steps through what is in sight, Shift+I back, Enter
/// chooses it as a click does; a screen reader hears each card.
class HoverCard : public QFrame {
    Q_OBJECT

public:
    using Ask = std::function<Card(ui::SymbolKind kind, quint64 key)>;
    /// One of what is in sight, for the keyboard's round.
    struct Thing {
        ui::SymbolKind kind = ui::SymbolKind::None;
        quint64 key = 0;
        QPointF at; ///< on Mercator's unit square
    };
    using InSight = std::function<QList<Thing>()>;

    HoverCard(ui::MapCanvas& canvas, Ask ask, InSight inSight);

    [[nodiscard]] QString text() const; ///< as a screen reader says it; empty while hidden

Q_SIGNALS:
    void chosen(tridesk::ui::SymbolKind kind, quint64 key);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rest(ui::SymbolKind kind, quint64 key, const QPoint& global);
    void showNow();
    void place(QPoint at);
    void vanish();
    bool step(int by);
    [[nodiscard]] bool key(const class QKeyEvent& event);

    ui::MapCanvas& m_canvas;
    Ask m_ask;
    InSight m_inSight;
    QLabel* m_title;
    QLabel* m_lines;
    QTimer* m_rest;
    Thing m_thing;
    QPoint m_at; ///< of the map
    QString m_spoken;
};

} // namespace tridesk
