// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/unit_pane.h"

#include "app/desk/desk.h"
#include "app/domain/safety_check.h"
#include "ui/actions/selection.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/drop_preview.h"
#include "ui/panes/common/narrow_chip.h"
#include "ui/panes/common/narrowed_units.h"
#include "ui/panes/common/post_picker.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/units/next_strip.h"
#include "ui/panes/units/unit_delegate.h"
#include "ui/panes/units/unit_filter.h"
#include "ui/panes/units/unit_menu.h"
#include "ui/panes/units/unit_model.h"
#include "ui/text/names.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTabBar>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

// The board is sorted by distance anew only so often: rows must not run away under the pointer.
constexpr int secondsBetweenSorts = 15;

UnitId idOf(const QModelIndex& row) {
    return UnitId::parse(row.data(UnitModel::IdRole).toString()).value_or(UnitId());
}

// Widths in characters, by column; the tight ones where a list stands beside the map of a small screen.
const QList<int> columns{7, 13, 6, 13, 6, 9, 7, 12, 13, 20, 30};
const QList<int> tightColumns{6, 10, 7, 11, 6, 8, 7, 12, 13, 20, 30};
constexpr int charactersForAll = 70; ///< from the callsign to the age of the fix

} // namespace

UnitPane::UnitPane(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new UnitModel(context.desk, context.fixes, this))
    , m_filter(new UnitFilter(*m_model, this))
    , m_groups(new QTabBar(this))
    , m_narrowed(new NarrowedUnits(context, this))
    , m_chip(new NarrowChip(context, u"unitNarrowed"_s, this))
    , m_kinds(new QComboBox(this))
    , m_posts(new PostPicker(context, u"unitPost"_s, {}, this))
    , m_search(new QLineEdit(this))
    , m_table(new RowTable(context.look, this))
    , m_prompts(new PromptBar(this))
    , m_dispatcher(new Dispatcher(context.desk, *m_prompts, this))
    , m_recall(new RecallStrip(context.desk, this))
    , m_next(new NextStrip(context, this))
    , m_menu(std::make_unique<UnitMenu>(context, *m_dispatcher, *m_prompts, *this,
                                        [this](const QList<UnitId>& units) { Q_EMIT messageAsked(units); })) {
    setObjectName(u"unitPane"_s);
    buildFilters();
    buildTable();
    joinDrops();
    joinSelection();
    joinNarrowing();

    auto* filters = new QHBoxLayout;
    filters->setContentsMargins(4, 2, 4, 2);
    filters->addWidget(m_kinds);
    filters->addWidget(m_posts);
    filters->addWidget(m_search, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 4, 0);
    head->addWidget(m_groups, 1);
    head->addWidget(m_chip, 0, Qt::AlignVCenter);
    all->addLayout(head);
    all->addLayout(filters);
    all->addWidget(m_next);
    all->addWidget(m_table, 1);
    all->addWidget(m_recall);
    all->addWidget(m_prompts);

    auto* second = new QTimer(this);
    second->setInterval(1s);
    connect(second, &QTimer::timeout, this, &UnitPane::tick);
    second->start();
}

UnitPane::~UnitPane() = default;

void UnitPane::buildFilters() {
    m_groups->setObjectName(u"unitGroups"_s);
    m_groups->setAccessibleName(tr("Groups of units"));
    m_groups->setDrawBase(false);
    m_groups->setExpanding(false);
    for (int i = 0; i < 4; ++i)
        m_groups->addTab({});
    connect(m_groups, &QTabBar::currentChanged, this,
            [this](int tab) { m_filter->setGroup(UnitFilter::Group(tab)); });
    connect(&m_context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.units.isEmpty() || !changes.orders.isEmpty())
            countTabs();
        if (!changes.units.isEmpty())
            showColumns();
    });

    m_search->setObjectName(u"unitSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(90);
    connect(m_search, &QLineEdit::textChanged, m_filter, &UnitFilter::setWords);

    connect(m_posts, &PostPicker::picked, m_filter, &UnitFilter::setPosts);
    m_filter->setPosts(m_posts->posts());
    m_kinds->setObjectName(u"unitKind"_s);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, [this] {
        const int kind = m_kinds->currentData().toInt();
        m_filter->setKind(kind < 0 ? std::nullopt : std::optional(UnitKind(kind)));
    });
    retranslate();
}

void UnitPane::retranslate() {
    m_search->setPlaceholderText(tr("Callsign, crew, qualification"));
    m_search->setAccessibleName(tr("Search the units"));
    m_posts->setAccessibleName(tr("Post or dispatch group"));
    m_kinds->setAccessibleName(tr("Kind of unit"));
    buildKinds();
    countTabs();
}

void UnitPane::buildKinds() {
    const int before = std::max(0, m_kinds->currentIndex());
    const QSignalBlocker quiet(m_kinds);
    m_kinds->clear();
    m_kinds->addItem(tr("All kinds"), -1);
    for (const UnitKind kind : {UnitKind::Car, UnitKind::Motorcycle, UnitKind::Foot, UnitKind::Van,
                                UnitKind::Boat, UnitKind::Auxiliary})
        m_kinds->addItem(text::name(kind), int(kind));
    m_kinds->setCurrentIndex(before);
}

void UnitPane::buildTable() {
    m_table->setObjectName(u"unitTable"_s);
    m_table->setAccessibleName(tr("Status of units"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new UnitDelegate(m_context.look, m_table));
    m_table->fitColumns(columns);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->pulse(UnitModel::Status, [](const QModelIndex& row) {
        return row.data(UnitModel::StatusRole).toInt() == int(UnitStatus::Emergency);
    });
    m_table->pulse(UnitModel::Check, [](const QModelIndex& row) {
        return row.data(UnitModel::CheckRole) == QVariant(int(CheckState::Missed));
    });
    m_table->setDragText([](const QModelIndexList& rows) {
        const QString first = rows.first().siblingAtColumn(UnitModel::CallsignColumn).data().toString();
        return rows.size() == 1 ? first : u"%1 +%2"_s.arg(first).arg(rows.size() - 1);
    });
    connect(m_table, &RowTable::rowKey, this, [this](Qt::Key key) {
        if (key == Qt::Key_L)
            m_menu->openShift(selected());
        else if (key == Qt::Key_W)
            m_menu->stackInHand(selected());
        else
            Q_EMIT rowKey(selected(), key);
    });
    connect(m_table, &RowTable::customContextMenuRequested, this, &UnitPane::openMenu);
    if (m_context.video)
        connect(m_table, &RowTable::doubleClicked, this,
                [this](const QModelIndex& row) { Q_EMIT picturesAsked({idOf(row)}); });
    showColumns();
}

/// A check takes room only while one runs anywhere. In a tight list the age of the fix stays in sight: there
/// is no distance to tell while no incident is in hand; what a unit works on and its time in status make
/// room, which the tips tell as well.
void UnitPane::showColumns() {
    const bool isChecked = m_model->areAnyChecked();
    const bool isMeasured = !m_context.selection.incident().isNull();
    const bool isTight = width() < charactersForAll * m_table->fontMetrics().averageCharWidth();
    for (const auto& [column, hidden] : {std::pair(UnitModel::Check, !isChecked),
                                         {UnitModel::IncidentColumn, isTight && (isChecked || isMeasured)},
                                         {UnitModel::Distance, isTight && !isMeasured},
                                         {UnitModel::Since, isTight && isChecked && isMeasured}})
        if (m_table->isColumnHidden(column) != hidden)
            m_table->setColumnHidden(column, hidden);
    if (std::exchange(m_isTight, isTight) != isTight)
        m_table->fitColumns(isTight ? tightColumns : columns);
}

void UnitPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    showColumns();
}

void UnitPane::joinDrops() {
    const auto dropped = [](const QMimeData& mime) {
        return IncidentId::parse(ui::drag::incidentId(&mime)).value_or(IncidentId());
    };
    m_table->takeDrops(
        ui::drag::incidentMime,
        [this, dropped](const QMimeData& mime, const QModelIndex& row) -> RowTable::Answer {
            const DropPreview preview = dropPreview(m_context, dropped(mime), {idOf(row)});
            return {preview.accept, preview.text};
        },
        [this, dropped](const QMimeData& mime, const QModelIndex& row) {
            m_dispatcher->send(dropped(mime), {idOf(row)});
        });
    m_dispatcher->setAdvisor(m_context.advisor);
    if (m_context.advisor)
        connect(m_context.advisor, &Advisor::advised, m_table, &RowTable::refreshHint);
    connect(m_dispatcher, &Dispatcher::echoed, this, &UnitPane::echoed);
    connect(m_dispatcher, &Dispatcher::issued, m_recall, &RecallStrip::offer);
    connect(m_recall, &RecallStrip::recallAsked, m_dispatcher, &Dispatcher::submit);
    connect(m_next, &NextStrip::sendAsked, m_dispatcher,
            [this](const IncidentId& incident, const UnitId& unit) { m_dispatcher->send(incident, {unit}); });
    connect(m_next, &NextStrip::takeUpAsked, m_dispatcher, [this](const IncidentId& incident) {
        m_dispatcher->submit(HoldIncident{.incident = incident, .until = {}, .reason = {}});
    });
}

void UnitPane::sendNext() {
    if (m_next->isOffering())
        m_next->send();
    else
        m_prompts->complain(tr("Nothing waits for a unit that came free."));
}

void UnitPane::joinSelection() {
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_isNarrowing)
            return;
        const QList<UnitId> units = selected();
        m_context.selection.setUnits(QSet<UnitId>(units.begin(), units.end()));
    });
    connect(&m_context.selection, &Selection::unitsChanged, this, &UnitPane::showChosen);
    const auto follow = [this](const IncidentId& incident) {
        m_model->setInHand(incident);
        m_table->scrollToTop();
        showColumns();
    };
    connect(&m_context.selection, &Selection::incidentChanged, this, follow);
    follow(m_context.selection.incident());
}

/// Selects the rows of the units in hand, those that are shown.
void UnitPane::showChosen() {
    const QSet<UnitId>& units = m_context.selection.units();
    const QList<UnitId> own = selected();
    if (units == QSet<UnitId>(own.begin(), own.end()))
        return;
    QItemSelection rows;
    for (const UnitId& unit : units)
        if (const int row = m_filter->rowOf(unit); row >= 0)
            rows.select(m_filter->index(row, 0), m_filter->index(row, 0));
    const QSignalBlocker quiet(m_table->selectionModel());
    m_table->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (!rows.isEmpty())
        m_table->scrollTo(rows.indexes().constFirst());
    m_table->viewport()->update();
}

void UnitPane::joinNarrowing() {
    connect(m_narrowed, &NarrowedUnits::changed, this, &UnitPane::narrow);
    connect(m_search, &QLineEdit::textChanged, this,
            [this] { m_chip->setLeavingOut(m_filter->leavesOut()); });
    narrow();
}

/// Rows that come and go by it put nothing in hand and take nothing out of it.
void UnitPane::narrow() {
    m_isNarrowing = true;
    m_filter->narrowTo(m_narrowed->units());
    m_isNarrowing = false;
    showChosen();
    m_chip->setLeavingOut(m_filter->leavesOut());
}

void UnitPane::setPost(const PostId& post) {
    m_posts->setPost(post);
}

void UnitPane::resetChecks() {
    m_menu->resetChecksOf(m_context.selection.incident());
}

void UnitPane::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void UnitPane::countTabs() {
    const auto counts = m_filter->counts();
    const std::array<QString, 4> names = {tr("On duty"), tr("Available"), tr("Busy"), tr("All")};
    for (int tab = 0; tab < 4; ++tab) {
        const QString text = tr("%1 %2", "a group of units and how many are in it")
                                 .arg(names[size_t(tab)])
                                 .arg(counts[size_t(tab)]);
        if (m_groups->tabText(tab) != text)
            m_groups->setTabText(tab, text);
    }
}

void UnitPane::tick() {
    QList<int> rows;
    for (const int row : m_table->visibleRows())
        rows << m_filter->sourceRow(row);
    m_model->tick(rows);
    if (++m_seconds % secondsBetweenSorts == 0 && !m_model->inHand().isNull() && !m_table->underMouse())
        m_model->measure();
}

QList<UnitId> UnitPane::selected() const {
    QList<UnitId> ids;
    for (const QModelIndex& row : m_table->selectedRows())
        ids << idOf(row);
    return ids;
}

void UnitPane::openMenu(const QPoint& at) {
    const QList<UnitId> units = selected();
    if (units.isEmpty())
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"unitMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->fill(*menu, units);
    if (m_context.video) {
        auto* pictures = new QAction(tr("Picture"), menu);
        pictures->setObjectName(u"unitMenu.picture"_s);
        connect(pictures, &QAction::triggered, this, [this, units] { Q_EMIT picturesAsked(units); });
        menu->insertAction(menu->actions().constFirst(), pictures);
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void UnitPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        m_table->viewport()->update();
    }
}

} // namespace tridesk
