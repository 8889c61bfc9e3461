// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_pane.h"

#include "app/domain/feed_rules.h"
#include "app/video/footage_clerk.h"
#include "app/video/footage_keeper.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/narrow_chip.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/footage/footage_delegate.h"
#include "ui/panes/footage/footage_export_sheet.h"
#include "ui/panes/footage/footage_look.h"
#include "ui/panes/footage/footage_model.h"
#include "ui/panes/footage/footage_search.h"
#include "ui/panes/footage/footage_view.h"
#include "ui/text/footage_words.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QHBoxLayout>
#include <QHideEvent>
#include <QItemSelectionModel>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

QPushButton* button(QWidget* parent, QHBoxLayout& row, const QString& name, const QString& text) {
    auto* made = new QPushButton(text, parent);
    made->setObjectName(name);
    made->setAccessibleName(text);
    made->setEnabled(false);
    row.addWidget(made);
    return made;
}

} // namespace

FootagePane::FootagePane(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new FootageModel(context.desk, this))
    , m_search(new FootageSearch(context.desk, this))
    , m_table(new RowTable(context.look, this))
    , m_view(new FootageView(context.look, this))
    , m_look(new FootageLook(context.desk, this))
    , m_split(new QSplitter(Qt::Horizontal, this))
    , m_chip(new NarrowChip(context, u"footage.narrowed"_s, this))
    , m_count(new QLabel(this))
    , m_prompts(new PromptBar(this))
    , m_dispatcher(new Dispatcher(context.desk, *m_prompts, this)) {
    setObjectName(u"footagePane"_s);
    build();
    joinClerk();
    connect(m_search, &FootageSearch::changed, this, &FootagePane::filter);
    connect(&context.selection, &Selection::narrowed, this, &FootagePane::filter);
    connect(m_table, &QTableView::doubleClicked, this, &FootagePane::playChosen);
    connect(m_table, &RowTable::rowKey, this, [this](Qt::Key key) {
        if (key == Qt::Key_Return || key == Qt::Key_V)
            playChosen();
        else if (key == Qt::Key_X && m_delete->isEnabled())
            askDelete();
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FootagePane::check);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_model, signal, this, &FootagePane::check);
    connect(m_model, &QAbstractItemModel::dataChanged, this, &FootagePane::check);
    connect(m_look, &FootageLook::opened, this, &FootagePane::showWished);
    connect(m_look, &FootageLook::refused, this, [this](const Refusal& refusal) {
        m_view->close();
        m_prompts->complain(refusalText(refusal, m_context.desk.situation()));
    });
    filter();
}

void FootagePane::build() {
    m_table->setObjectName(u"footage.table"_s);
    m_table->setAccessibleName(tr("Footage"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new FootageDelegate(m_context.look, m_table));
    m_table->fitColumns({19, 7, 9, 8, 16, 6, 18, 10, 9});
    m_count->setObjectName(u"footage.count"_s);
    m_count->setAccessibleName(tr("How many were found"));
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(6, 4, 6, 4);
    m_play = button(this, *buttons, u"footage.play"_s, tr("Play"));
    m_play->setProperty("main", true);
    m_verify = button(this, *buttons, u"footage.verify"_s, tr("Check the file"));
    m_export = button(this, *buttons, u"footage.export"_s, tr("Give out…"));
    m_delete = button(this, *buttons, u"footage.delete"_s, tr("Delete…"));
    buttons->addStretch(1);
    buttons->addWidget(m_count);
    buttons->addWidget(m_chip);
    auto* left = new QWidget(this);
    auto* list = new QVBoxLayout(left);
    list->setContentsMargins(0, 0, 0, 0);
    list->setSpacing(0);
    list->addWidget(m_search);
    list->addWidget(m_table, 1);
    list->addLayout(buttons);
    m_split->setObjectName(u"footage.split"_s);
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(left);
    m_split->addWidget(m_view);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_split, 1);
    column->addWidget(m_prompts);
    connect(m_play, &QPushButton::clicked, this, &FootagePane::playChosen);
    connect(m_export, &QPushButton::clicked, this, &FootagePane::askExport);
    connect(m_delete, &QPushButton::clicked, this, &FootagePane::askDelete);
    connect(m_verify, &QPushButton::clicked, this, [this] {
        if (const Footage* footage = chosen())
            m_context.footage->verify(footage->id);
    });
}

void FootagePane::joinClerk() {
    FootageClerk& clerk = *m_context.footage;
    connect(&clerk, &FootageClerk::verified, this, &FootagePane::tell);
    connect(&clerk, &FootageClerk::exported, this, [this](const FootageId&, const QString& path) {
        if (m_sheet)
            m_sheet->finish(tr("Given out: %1").arg(path), true);
    });
    connect(&clerk, &FootageClerk::exportFailed, this, [this](const FootageId&, const WriteFault& fault) {
        const QString why = fault.kind == WriteFault::Kind::NoPicture
                                ? tr("It is not given out: the file is gone, or not what was kept.")
                            : fault.kind == WriteFault::Kind::NoRoom
                                ? tr("It is not given out: there is no room in that folder.")
                                : text::faultText(fault);
        if (m_sheet)
            m_sheet->finish(why, false);
    });
    connect(&clerk, &FootageClerk::exportRefused, this, [this](const FootageId&, const Refusal& refusal) {
        if (m_sheet)
            m_sheet->finish(refusalText(refusal, m_context.desk.situation()), false);
    });
}

void FootagePane::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_model->refresh();
}

void FootagePane::focusSearch() {
    m_search->focus();
}

// What is typed counts before what is in hand.
void FootagePane::filter() {
    FootageFilter now = m_search->filter();
    const IncidentId& inHand = m_context.selection.narrowedTo();
    const bool narrows = !now.incident && !inHand.isNull();
    if (narrows)
        now.incident = inHand;
    m_chip->setLeavingOut(narrows);
    m_model->setFilter(now);
    m_prompts->complain(m_search->trouble());
    check();
}

const Footage* FootagePane::chosen() const {
    const QModelIndexList rows = m_table->selectedRows();
    return rows.isEmpty() ? nullptr : m_model->footage(rows.constFirst().row());
}

void FootagePane::check() {
    const Footage* footage = chosen();
    const bool hasFile = footage && !footage->removed && footage->kind != FootageKind::Mark;
    const auto may = [&](const Command& command) { return m_context.desk.may(command).has_value(); };
    const Footage* plays = footage ? playable(*footage) : nullptr;
    m_play->setEnabled(plays && may(BeginView{.reason = u"?"_s, .footage = plays->id}));
    m_verify->setEnabled(hasFile);
    m_export->setEnabled(hasFile && may(ExportFootage{footage->id, u"?"_s, u"?"_s}));
    m_delete->setEnabled(hasFile && may(RemoveFootage{footage->id, u"?"_s}));
    m_count->setText(tr("%n found", nullptr, m_model->rowCount()));
}

const Footage* FootagePane::clipAround(const Footage& mark) const {
    const Situation& situation = m_context.desk.situation();
    const auto clips =
        footageOf(situation, {.feed = mark.feed, .from = mark.from, .to = mark.from, .removed = false});
    for (const FootageId& id : clips) {
        const Footage* clip = situation.footage().find(id);
        if (clip && clip->kind == FootageKind::Clip && m_context.desk.maySee(*clip))
            return clip;
    }
    return nullptr;
}

void FootagePane::playChosen() {
    if (const Footage* footage = chosen())
        play(*footage);
}

// The list gives way to the first picture; afterwards both are as the user has drawn them.
void FootagePane::makeRoom() {
    if (m_view->isHidden())
        m_split->setSizes({m_split->width() * 11 / 20, m_split->width() * 9 / 20});
}

const Footage* FootagePane::playable(const Footage& footage) const {
    if (footage.kind == FootageKind::Mark)
        return clipAround(footage);
    return footage.removed ? nullptr : &footage;
}

// A mark is played where a clip holds its moment, from a little before.
void FootagePane::play(const Footage& footage) {
    constexpr Milliseconds before{5000};
    m_prompts->complain({});
    const bool isMark = footage.kind == FootageKind::Mark;
    const Footage* shown = playable(footage);
    if (!shown)
        return m_prompts->complain(isMark ? tr("No clip holds that moment.")
                                          : tr("The file was deleted; only its record is left."));
    look(*shown, isMark ? std::optional(footage.from - before) : std::nullopt);
}

void FootagePane::look(const Footage& footage, std::optional<Instant> at) {
    m_wished = footage.id;
    m_wishedAt = at;
    if (m_look->isOpen(footage.id))
        return showWished();
    const SeatDesk& desk = m_context.desk;
    if (!feed_rules::needsReason(desk.situation(), desk.actor(), footage))
        return m_look->begin(footage.id, {});
    m_prompts->ask(
        {.name = u"reason.playFootage"_s,
         .text = tr("%1: neither kept here nor of an incident of yours. Why do you look?", "footage")
                     .arg(titleOf(footage)),
         .answer = {},
         .accept = tr("Look with this reason")},
        this, [this, id = footage.id](const QString& reason) { m_look->begin(id, reason); });
}

void FootagePane::showWished() {
    const Footage* footage = m_context.desk.situation().footage().find(m_wished);
    if (!footage || !m_look->isOpen(m_wished))
        return; // another was asked for meanwhile
    makeRoom();
    m_view->show(*footage, m_context.footage->pathOf(m_wished), titleOf(*footage), m_wishedAt);
    m_context.footage->verify(m_wished);
    m_view->setFocus(Qt::OtherFocusReason);
}

void FootagePane::endLook() {
    m_wished = {};
    m_view->close();
    m_look->end();
}

// Out of sight, or under a lock: nobody looks any more.
void FootagePane::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        endLook();
}

void FootagePane::tell(const FootageId& footage, FootageStore::Check check) {
    const QString words = text::checkText(check);
    const bool whole = check == FootageStore::Check::Whole;
    if (m_view->shown() == footage)
        m_view->setCheck(words, whole);
    else if (const Footage* now = chosen(); now && now->id == footage)
        m_prompts->complain(words);
}

QString FootagePane::titleOf(const Footage& footage) const {
    const QString whose =
        footage.unit ? text::callsign(m_context.desk.situation(), *footage.unit) + u" · "_s : QString();
    return whose + footage.feed.toString();
}

void FootagePane::askExport() {
    const Footage* footage = chosen();
    if (!footage)
        return;
    if (m_sheet)
        m_sheet->close();
    m_sheet = new FootageExportSheet(
        tr("%1 of %2, %3", "a clip, whose it is, when it begins")
            .arg(text::name(footage->kind), titleOf(*footage), text::dateTime(footage->from)),
        window());
    connect(m_sheet, &FootageExportSheet::exportAsked, this,
            [this, id = footage->id](const QString& folder, const QString& whom, const QString& why) {
                m_context.footage->exportTo(id, folder, whom, why);
            });
    m_sheet->show();
}

void FootagePane::askDelete() {
    const Footage* footage = chosen();
    if (!footage)
        return;
    m_prompts->ask({.name = u"reason.deleteFootage"_s,
                    .text = tr("Why is it deleted before its time?"),
                    .answer = {},
                    .accept = tr("Delete")},
                   this, [this, id = footage->id](const QString& reason) {
                       if (m_view->shown() == id)
                           endLook();
                       m_dispatcher->submit(RemoveFootage{.footage = id, .reason = reason});
                   });
}

} // namespace tridesk
