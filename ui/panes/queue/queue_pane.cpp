// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/queue_pane.h"

#include "app/desk/desk.h"
#include "app/domain/room_rules.h"
#include "ui/actions/selection.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/drop_preview.h"
#include "ui/panes/common/grouped_rows.h"
#include "ui/panes/common/post_picker.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/queue/arrangement_menu.h"
#include "ui/panes/queue/incident_menu.h"
#include "ui/panes/queue/queue_delegate.h"
#include "ui/panes/queue/queue_filter.h"
#include "ui/panes/queue/queue_model.h"
#include "ui/text/names.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QTabBar>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

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

/// By what a click on a column's head sorts.
QueueOrder orderOf(int column) {
    switch (column) {
    case QueueModel::LevelColumn:
        return QueueOrder::Level;
    case QueueModel::Age:
        return QueueOrder::Age;
    case QueueModel::Station:
        return QueueOrder::Station;
    case QueueModel::Countdown:
        return QueueOrder::Deadline;
    default:
        return QueueOrder::Queue;
    }
}

int columnOf(QueueOrder order) {
    switch (order) {
    case QueueOrder::Queue:
        break;
    case QueueOrder::Level:
        return QueueModel::LevelColumn;
    case QueueOrder::Age:
        return QueueModel::Age;
    case QueueOrder::Deadline:
        return QueueModel::Countdown;
    case QueueOrder::Station:
        return QueueModel::Station;
    }
    return -1;
}

} // namespace

QueuePane::QueuePane(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_model(new QueueModel(context.desk, this))
    , m_filter(new QueueFilter(*m_model, this))
    , m_rows(new GroupedRows(*m_filter, this))
    , m_groups(new QTabBar(this))
    , m_controls(new QWidget(this))
    , m_search(new QLineEdit(this))
    , m_arrange(new QToolButton(this))
    , m_stations(new PostPicker(context, u"queueStation"_s, Tier::Station, this))
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
    joinArrangement();

    auto* controls = new QHBoxLayout(m_controls);
    controls->setContentsMargins(0, 0, 0, 0);
    controls->addWidget(m_arrange);
    controls->addWidget(m_stations);
    controls->addWidget(m_search, 1);
    m_filters = new QBoxLayout(QBoxLayout::LeftToRight);
    m_filters->setContentsMargins(4, 2, 4, 2);
    m_filters->setSpacing(2);
    m_filters->addWidget(m_groups);
    m_filters->addWidget(m_controls, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(m_filters);
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
    menu->addAction(tr("Report…"), this, [this, id = incident->id] { Q_EMIT rowKey({id}, Qt::Key_R); })
        ->setEnabled(m_context.desk.may(MakeReport{{.incident = incident->id}}).has_value());
    QAction* room =
        menu->addAction(tr("Speak in its room…"), this, [this, id = incident->id] { Q_EMIT roomAsked(id); });
    room->setObjectName(u"incidentMenu.room"_s);
    room->setEnabled(incident->isOpen() && room_rules::hasRoom(m_context.desk.situation(), *incident));
    if (m_context.video)
        menu->addAction(tr("Pictures of this incident"), this,
                        [this, id = incident->id] { Q_EMIT rowKey({id}, Qt::Key_O); });
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
    connect(&m_context.desk, &SeatDesk::changed, this, &QueuePane::countTabs);

    m_search->setObjectName(u"queueSearch"_s);
    m_search->setClearButtonEnabled(true);
    m_search->setPlaceholderText(tr("Number, place, type, unit, words"));
    m_search->setAccessibleName(tr("Search the queue"));
    // The groups' names are whole before the search and the stations have room to spare.
    m_search->setMinimumWidth(90);
    m_search->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_stations->setMinimumWidth(70);
    m_stations->setMinimumContentsLength(7);
    m_stations->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_search, &QLineEdit::textChanged, m_filter, &QueueFilter::setWords);

    m_stations->setAccessibleName(tr("Station or dispatch group"));
    connect(m_stations, &PostPicker::picked, m_filter, &QueueFilter::setStations);
    m_filter->setStations(m_stations->posts());
}

void QueuePane::buildTable() {
    m_table->setObjectName(u"queueTable"_s);
    m_table->setAccessibleName(tr("Queue of incidents"));
    m_table->setModel(m_rows);
    m_table->setHeadings(GroupedRows::HeadingRole);
    m_table->setItemDelegate(new QueueDelegate(m_context.look, m_table));
    // widths in characters, by column
    m_table->fitColumns({11, 8, 7, 12, 13, placeCharacters, 15, 10, 14});
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
    foldFilters();
}

/// Below the groups where both do not fit beside each other: no group's name is cut.
void QueuePane::foldFilters() {
    const int wanted = m_groups->sizeHint().width() + m_controls->minimumSizeHint().width() +
                       m_filters->contentsMargins().left() * 2 + m_filters->spacing();
    m_filters->setDirection(width() < wanted ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
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
    const int row = m_rows->rowOf(m_filter->rowOf(incident));
    if (row < 0 || idOf(m_table->currentIndex()) == incident)
        return;
    m_table->setCurrentIndex(m_rows->index(row, 0));
}

void QueuePane::joinArrangement() {
    m_arrange->setObjectName(u"queueArrange"_s);
    m_arrange->setAccessibleName(tr("Sort and group the queue"));
    m_arrange->setText(u"⇅"_s);
    m_arrange->setCheckable(true);
    m_arrange->setFocusPolicy(Qt::TabFocus);
    connect(m_arrange, &QToolButton::clicked, this, &QueuePane::openArrangement);
    QHeaderView& header = *m_table->horizontalHeader();
    header.setSectionsClickable(true);
    connect(&header, &QHeaderView::sectionClicked, this, [this](int column) {
        const QueueOrder wanted = orderOf(column);
        const QueueOrder now = m_filter->arrangement().order;
        arrange({.order = wanted == now ? QueueOrder::Queue : wanted,
                 .grouping = m_filter->arrangement().grouping});
    });
    QueueArrangement kept;
    if (m_context.settings) {
        const int order = m_context.settings->value(arrangementKey() + u"/order"_s).toInt();
        const int grouping = m_context.settings->value(arrangementKey() + u"/grouping"_s).toInt();
        if (order > 0 && order <= int(QueueOrder::Station))
            kept.order = QueueOrder(order);
        if (grouping > 0 && grouping <= int(QueueGrouping::Beat))
            kept.grouping = QueueGrouping(grouping);
    }
    arrange(kept);
}

QString QueuePane::arrangementKey() const {
    return u"queue/"_s + QString::fromLatin1(QUrl::toPercentEncoding(m_context.desk.actor().user));
}

void QueuePane::openArrangement() {
    showArrangement(); // a click has turned the button's light
    auto* menu = new ArrangementMenu(m_filter->arrangement(), this);
    connect(menu, &ArrangementMenu::chosen, this, &QueuePane::arrange);
    menu->popup(m_arrange->mapToGlobal(QPoint(0, m_arrange->height())));
}

void QueuePane::arrange(const QueueArrangement& arrangement) {
    const QueueGrouping grouping = arrangement.grouping;
    if (grouping == QueueGrouping::None)
        m_rows->groupBy({}, {});
    else
        m_rows->groupBy(
            [this, grouping](const QModelIndex& row) {
                return groupOf(m_model->at(m_filter->sourceRow(row.row())), grouping);
            },
            [this](const QString& group, int rows) { return heading(group, rows); });
    m_filter->arrange(arrangement);
    if (m_context.settings) {
        m_context.settings->setValue(arrangementKey() + u"/order"_s, int(arrangement.order));
        m_context.settings->setValue(arrangementKey() + u"/grouping"_s, int(arrangement.grouping));
    }
    showArrangement();
}

/// The button is lit where the queue is not as it came; by what, the heads and headings show.
void QueuePane::showArrangement() {
    const QueueArrangement& now = m_filter->arrangement();
    m_arrange->setChecked(now != QueueArrangement());
    m_arrange->setToolTip(
        tr("Sorted by: %1. Headings: %2. A click on a column's head sorts by it.")
            .arg(ArrangementMenu::plainName(now.order), ArrangementMenu::plainName(now.grouping)));
    QHeaderView& header = *m_table->horizontalHeader();
    header.setSortIndicatorShown(now.order != QueueOrder::Queue);
    header.setSortIndicator(columnOf(now.order), Qt::AscendingOrder);
}

QString QueuePane::heading(const QString& group, int rows) const {
    const auto named = [&]() -> QString {
        switch (m_filter->arrangement().grouping) {
        case QueueGrouping::None:
            break;
        case QueueGrouping::Station:
            if (const auto post = PostId::parse(group))
                return text::postName(m_context.desk.situation(), *post);
            return tr("In no station's area");
        case QueueGrouping::Beat:
            if (const auto beat = BeatId::parse(group))
                return text::beatName(m_context.desk.situation(), *beat);
            return tr("In no beat");
        case QueueGrouping::Level:
            return text::name(Level(group.toInt()));
        case QueueGrouping::Stage:
            return text::name(IncidentStage(group.toInt()));
        }
        return {};
    };
    return u"%1  ·  %2"_s.arg(named()).arg(rows);
}

void QueuePane::setStation(const PostId& station) {
    m_stations->setPost(station);
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
    if (m_filters)
        foldFilters();
}

void QueuePane::tick() {
    QList<int> rows;
    for (const int row : m_table->visibleRows())
        if (const int filtered = m_rows->sourceRow(row); filtered >= 0)
            rows << m_filter->sourceRow(filtered);
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
    showArrangement();
    m_search->setPlaceholderText(tr("Number, place, type, unit, words"));
    m_table->viewport()->update();
}

} // namespace tridesk
