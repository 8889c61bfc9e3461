// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/message.h"
#include "app/domain/premise.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/map/symbol_keys.h"

#include <QObject>
#include <QPolygonF>
#include <QSet>

namespace tridesk {

namespace ui {
class MapCanvas;
}
struct Changes;

/// Keeps what was written about places in step with the desk: each note on a place as a quiet sign with its
/// ground, and the area of each bulletin and status note that stands. They lie among the drawings. Nothing of
/// it is shown to visitors.
class NoteFeed : public QObject {
    Q_OBJECT

public:
    NoteFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent = nullptr);

    /// Null where the key is no note's.
    [[nodiscard]] PremiseNoteId note(quint64 key) const;

private:
    void take(const Changes& changes);
    void showAll();
    void show(const PremiseNoteId& id);
    void show(const MessageId& id);
    void tick();

    PaneContext m_context;
    ui::MapCanvas& m_canvas;
    SymbolKeys<PremiseNoteId> m_notes;
    SymbolKeys<MessageId> m_messages;
    QSet<PremiseNoteId> m_shownNotes;
    QSet<MessageId> m_shownMessages;
    bool m_wall = false; ///< as it was shown last
};

} // namespace tridesk
