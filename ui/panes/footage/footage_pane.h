// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/video_feed.h"
#include "app/video/footage_store.h"
#include "ui/panes/common/pane_context.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QSplitter;

namespace tridesk {

class Dispatcher;
class FootageExportSheet;
class FootageLook;
class FootageModel;
class FootageSearch;
class FootageView;
class NarrowChip;
class PromptBar;
class RowTable;

/// What was kept of pictures: found by unit, incident and time, replayed beside the list, checked against the
/// record, given out, deleted before its time. Narrowed to the incident in hand it shows what is of that
/// incident, for whatever it was kept. PaneContext::footage is not null.
class FootagePane : public QWidget {
    Q_OBJECT

public:
    explicit FootagePane(const PaneContext& context, QWidget* parent = nullptr);

    void focusSearch();
    [[nodiscard]] FootageView& view() { return *m_view; }

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void joinClerk();
    void filter();
    void check();
    void playChosen();
    void play(const Footage& footage);
    void look(const Footage& footage, std::optional<Instant> at);
    void showWished();
    void endLook();
    void makeRoom();
    void askExport();
    void askDelete();
    void tell(const FootageId& footage, FootageStore::Check check);
    [[nodiscard]] const Footage* chosen() const;
    [[nodiscard]] const Footage* clipAround(const Footage& mark) const;
    /// What playing it shows: of a mark the clip around it; null where there is nothing.
    [[nodiscard]] const Footage* playable(const Footage& footage) const;
    [[nodiscard]] QString titleOf(const Footage& footage) const;

    PaneContext m_context;
    FootageModel* m_model;
    FootageSearch* m_search;
    RowTable* m_table;
    FootageView* m_view;
    FootageLook* m_look;
    FootageId m_wished; ///< to be shown once it is on record
    std::optional<Instant> m_wishedAt;
    QSplitter* m_split;
    NarrowChip* m_chip;
    QLabel* m_count;
    QPushButton* m_play;
    QPushButton* m_verify;
    QPushButton* m_export;
    QPushButton* m_delete;
    PromptBar* m_prompts;
    Dispatcher* m_dispatcher;
    QPointer<FootageExportSheet> m_sheet;
};

} // namespace tridesk
