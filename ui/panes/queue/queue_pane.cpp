// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/queue_pane.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/drop_preview.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/queue/incident_menu.h"
#include "ui/panes/queue/queue_delegate.h"
#include "ui/panes/queue/queue_filter.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/text/names.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QTabBar>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

// widths in average characters of the font
constexpr int placeCharacters = 24;
constexpr int leastPlace = 14;
constexpr int withStage = 125;
constexpr int withStation = 108;

IncidentId idOf(const QModelIndex& row) {
    return IncidentId::parse(row.data(QueueModel::IdRole).toString()).value_or(IncidentId());
}

} // namespace

QueuePane::QueuePane(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new QueueModel(context.desk, this))
    , m_filter(new QueueFilter(*m_model, this))
    , m_groups(new QTabBar(this))
    , m_search(new QLineEdit(this))
    , m_stations(new QComboBox(this))
    , m_table(new RowTable(context.look, this))
    , m_prompts(new PromptBar(this))
    , m_dispatcher(new Dispatcher(context.desk, *m_prompts, this))
    , m_recall(new RecallStrip(context.desk, this))
    , m_menu(std::make_unique<IncidentMenu>(context.desk, *m_prompts, *m_dispatcher, *this)) {
    setObjectName(u"queuePane"_s);
    buildFilters();
    buildTable();
    joinDrops();
    joinSelection();

    auto* filters = new QHBoxLayout;
    filters->setContentsMargins(4, 2, 4, 2);
    filters->addWidget(m_groups);
    filters->addStretch(1);
    filters->addWidget(m_stations);
    filters->addWidget(m_search, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(filters);
    all->addWidget(m_table, 1);
    all->addWidget(m_recall);
    all->addWidget(m_prompts);

    auto* second = new QTimer(this);
    second->setInterval(1s);
    connect(second, &QTimer::timeout, this, &QueuePane::tick);
    second->start();
}

QueuePane::~QueuePane() = default;

void QueuePane::askHold(const IncidentId& incident) {
    m_menu->askHold(incident);
}

void QueuePane::openMenu(const QPoint& at) {
    const Incident* incident = m_context.desk.situation().incidents().find(idOf(m_table->indexAt(at)));
    if (!incident)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"incidentMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_menu->fill(*menu, *incident);
    menu->addSeparator();
    menu->addAction(tr("Message to those assigned…"), this,
                    [this, id = incident->id] { Q_EMIT messageAsked(id); });
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void QueuePane::buildFilters() {
    m_groups->setObjectName(u"queueGroups"_s);
    m_groups->setAccessibleName(tr("Groups of the queue"));
    m_groups->setDrawBase(false);
    m_groups->setExpanding(false);
    for (int i = 0; i < 4; ++i)
        m_groups->addTab({});
    countTabs();
    connect(m_groups, &QTabBar::currentChanged, this,
            [this](int tab) { m_filter->setGroup(QueueFilter::Group(tab)); });
    connect(&m_context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        countTabs();
        if (!changes.posts.isEmpty())
            fillStations();
    });

    m_search->setObjectName(u"queueSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Number, place, type, unit, words"));
    m_search->setAccessibleName(tr("Search the queue"));
    m_search->setMinimumWidth(120);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QueueFilter::setWords);

    m_stations->setObjectName(u"queueStation"_s);
    m_stations->setAccessibleName(tr("Station"));
    fillStations();
    connect(m_stations, &QComboBox::currentIndexChanged, this, [this] {
        m_filter->setStation(PostId::parse(m_stations->currentData().toString()).value_or(PostId()));
    });
}

void QueuePane::buildTable() {
    m_table->setObjectName(u"queueTable"_s);
    m_table->setAccessibleName(tr("Queue of incidents"));
    m_table->setModel(m_filter);
    m_table->setItemDelegate(new QueueDelegate(m_context.look, m_table));
    // widths in characters, by column
    m_table->fitColumns({11, 8, 7, 12, 13, placeCharacters, 11, 10, 14});
    m_table->horizontalHeader()->setMinimumSectionSize(40);
    m_table->pulse(QueueModel::Countdown,
                   [](const QModelIndex& row) { return row.data(QueueModel::OverdueRole).toBool(); });
    m_table->setDragText([](const QModelIndexList& rows) {
        return rows.first().siblingAtColumn(QueueModel::Number).data().toString().right(4);
    });
    connect(m_table, &RowTable::rowKey, this, [this](Qt::Key key) { Q_EMIT rowKey(selected(), key); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &RowTable::customContextMenuRequested, this, &QueuePane::openMenu);
    connect(m_table, &RowTable::doubleClicked, this, [this] { Q_EMIT rowKey(selected(), Qt::Key_V); });
}

/// The place takes what the others leave, as long as an address can be read in it; a pane with little room
/// leaves out the stage, which the groups above tell as well, then the station, which the incident tells, so
/// that the deadline is in sight.
void QueuePane::fitColumns() {
    QHeaderView& header = *m_table->horizontalHeader();
    const int unit = m_table->fontMetrics().averageCharWidth();
    m_table->setColumnHidden(QueueModel::Stage, width() < withStage * unit);
    m_table->setColumnHidden(QueueModel::Station, width() < withStation * unit);
    const int others = header.length() - header.sectionSize(QueueModel::PlaceColumn);
    const bool fits = width() - others >= leastPlace * unit;
    header.setSectionResizeMode(QueueModel::PlaceColumn,
                                fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    if (!fits)
        header.resizeSection(QueueModel::PlaceColumn, placeCharacters * unit);
}

void QueuePane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitColumns();
}

void QueuePane::joinDrops() {
    m_table->takeDrops(
        ui::drag::unitsMime,
        [this](const QMimeData& mime, const QModelIndex& row) -> RowTable::Answer {
            const DropPreview preview =
                dropPreview(m_context, idOf(row), parseUnits(ui::drag::unitIds(&mime)));
            return {preview.accept, preview.text};
        },
        [this](const QMimeData& mime, const QModelIndex& row) {
            m_dispatcher->send(idOf(row), parseUnits(ui::drag::unitIds(&mime)));
        });
    m_dispatcher->setAdvisor(m_context.advisor);
    if (m_context.advisor)
        connect(m_context.advisor, &Advisor::advised, m_table, &RowTable::refreshHint);
    connect(m_dispatcher, &Dispatcher::echoed, this, &QueuePane::echoed);
    connect(m_dispatcher, &Dispatcher::issued, m_recall, &RecallStrip::offer);
    connect(m_recall, &RecallStrip::recallAsked, m_dispatcher, &Dispatcher::submit);
}

void QueuePane::joinSelection() {
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) {
                if (row.isValid())
                    m_context.selection.setIncident(idOf(row));
            });
    connect(&m_context.selection, &Selection::incidentChanged, this, &QueuePane::select);
    connect(&m_context.selection, &Selection::revealRequested, this, [this] {
        if (const QModelIndex row = m_table->currentIndex(); row.isValid())
            m_table->scrollTo(row);
    });
    select(m_context.selection.incident());
}

void QueuePane::select(const IncidentId& incident) {
    const int row = m_filter->rowOf(incident);
    if (row < 0 || idOf(m_table->currentIndex()) == incident)
        return;
    m_table->setCurrentIndex(m_filter->index(row, 0));
}

void QueuePane::fillStations() {
    const QString before = m_stations->currentData().toString();
    const QSignalBlocker quiet(m_stations);
    m_stations->clear();
    m_stations->addItem(tr("All stations"), QString());
    QMap<QString, QString> names; // by code, in its order
    for (const Post& post : m_context.desk.situation().posts())
        if (post.tier == Tier::Station)
            names.insert(post.id.toString(), text::postName(m_context.desk.situation(), post.id));
    for (const auto& [code, name] : names.asKeyValueRange())
        m_stations->addItem(name, code);
    m_stations->setCurrentIndex(std::max(0, m_stations->findData(before)));
}

void QueuePane::setStation(const PostId& station) {
    m_stations->setCurrentIndex(std::max(0, m_stations->findData(station.toString())));
}

void QueuePane::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
}

void QueuePane::countTabs() {
    using Group = QueueFilter::Group;
    const auto counts = m_filter->counts();
    const auto label = [&](Group group, const QString& name) {
        const QString text =
            tr("%1 %2", "a group of the queue and how many are in it").arg(name).arg(counts[size_t(group)]);
        if (m_groups->tabText(int(group)) != text)
            m_groups->setTabText(int(group), text);
    };
    label(Group::Open, tr("Open"));
    label(Group::Pending, tr("Pending"));
    label(Group::Active, tr("Active"));
    label(Group::Closed, tr("Recently closed"));
}

void QueuePane::tick() {
    QList<int> rows;
    for (const int row : m_table->visibleRows())
        rows << m_filter->sourceRow(row);
    m_model->tick(rows);
    countTabs();
}

QList<IncidentId> QueuePane::selected() const {
    QList<IncidentId> ids;
    for (const QModelIndex& row : m_table->selectedRows())
        ids << idOf(row);
    return ids;
}

void QueuePane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    countTabs();
    fillStations();
    m_search->setPlaceholderText(tr("Number, place, type, unit, words"));
    m_table->viewport()->update();
}

} // namespace tridesk
