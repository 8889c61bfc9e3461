// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_pane.h"

#include "app/access/rights.h"
#include "app/desk/desk.h"
#include "app/domain/checks.h"
#include "ui/actions/echo.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/cell_delegate.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/prompt_bar.h"
#include "ui/panes/common/recall_strip.h"
#include "ui/panes/incident/advice_panel.h"
#include "ui/panes/incident/fit_scroll.h"
#include "ui/panes/incident/history_strip.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_header.h"
#include "ui/panes/incident/incident_veil.h"
#include "ui/panes/incident/journal_model.h"
#include "ui/panes/incident/known_area.h"
#include "ui/panes/incident/merged_reports.h"
#include "ui/panes/incident/order_actions.h"
#include "ui/panes/incident/order_delegate.h"
#include "ui/panes/incident/order_model.h"
#include "ui/panes/incident/plan_panel.h"
#include "ui/panes/incident/premise_strip.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

#include <numeric>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

constexpr int fewestLines = 38;    // below that the journal has no room beside everything else
constexpr int mostOrdersShown = 4; // more are scrolled to

void dressTable(QTableView& table, const QString& objectName) {
    table.setObjectName(objectName);
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setEditTriggers(QAbstractItemView::NoEditTriggers);
    table.setShowGrid(false);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.verticalHeader()->hide();
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table.horizontalHeader()->setHighlightSections(false);
}

} // namespace

IncidentPane::IncidentPane(const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_orders(new OrderModel(context.desk, this))
    , m_journal(new JournalModel(context.desk, this))
    , m_prompts(new PromptBar(this))
    , m_dispatcher(new Dispatcher(context.desk, *m_prompts, this))
    , m_recall(new RecallStrip(context.desk, this))
    , m_pages(new QStackedWidget(this))
    , m_nothing(new QLabel(this))
    , m_veil(new IncidentVeil(context.desk, *m_prompts, this))
    , m_page(new QWidget(this))
    , m_header(new IncidentHeader(context.look, m_page))
    , m_form(new IncidentForm(context, m_page))
    , m_edit(new QPushButton(m_page))
    , m_premises(new PremiseStrip(context, m_page))
    , m_history(new HistoryStrip(context, m_page))
    , m_plan(new PlanPanel(context, m_page))
    , m_advice(context.advisor ? new AdvicePanel(context, *m_dispatcher, m_page) : nullptr)
    , m_orderTable(new QTableView(m_page))
    , m_orderActions(new OrderActions(context, *m_prompts, m_page))
    , m_journalTable(new QTableView(m_page))
    , m_note(new QLineEdit(m_page))
    , m_addNote(new QPushButton(m_page))
    , m_disposition(new QComboBox(m_page))
    , m_closing(new QLineEdit(m_page))
    , m_close(new QPushButton(m_page)) {
    setObjectName(u"incidentPane"_s);
    buildOrders();
    buildJournal();
    buildActions();
    buildKnown();
    lay();
    retranslate();
    connect(&context.selection, &Selection::incidentChanged, this, &IncidentPane::showIncident);
    connect(&context.desk, &SeatDesk::changed, this, &IncidentPane::take);
    connect(&context.look, &Look::changed, this, &IncidentPane::refresh);
    auto* second = new QTimer(this);
    second->setInterval(1s);
    connect(second, &QTimer::timeout, this, &IncidentPane::tick);
    second->start();
    if (context.desk.isReplay()) // nothing is done to what was
        for (QWidget* hand : std::initializer_list<QWidget*>{m_orderActions, m_note, m_addNote, m_disposition,
                                                             m_closing, m_close})
            hand->hide();
    showIncident(context.selection.incident());
}

void IncidentPane::buildOrders() {
    dressTable(*m_orderTable, u"orderTable"_s);
    m_orderTable->setModel(m_orders);
    m_orderTable->setItemDelegate(new OrderDelegate(m_context.look, m_orderTable));
    connect(m_orderTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& row) {
                m_orderActions->showOrder(row.isValid() ? m_orders->orderAt(row.row()) : OrderId());
            });
    connect(m_orders, &OrderModel::rowsInserted, this, [this] {
        if (!m_orderTable->currentIndex().isValid())
            m_orderTable->setCurrentIndex(m_orders->index(0, 0));
        fitOrders();
    });
    connect(m_orders, &OrderModel::rowsRemoved, this, [this] {
        m_orderActions->showOrder({});
        fitOrders();
    });
    connect(m_orders, &OrderModel::dataChanged, this, &IncidentPane::fitChain);
    connect(m_orderActions, &OrderActions::asked, m_dispatcher, &Dispatcher::submit);
    connect(m_recall, &RecallStrip::recallAsked, m_dispatcher, &Dispatcher::submit);
    m_dispatcher->setAdvisor(m_context.advisor);
    connect(m_dispatcher, &Dispatcher::echoed, this, &IncidentPane::echoed);
    connect(m_dispatcher, &Dispatcher::issued, m_recall, &RecallStrip::offer);
}

/// As high as its rows, up to the most; the journal takes the rest.
void IncidentPane::fitOrders() {
    const int rows = std::clamp(m_orders->rowCount(), 1, mostOrdersShown);
    const QHeaderView& header = *m_orderTable->horizontalHeader();
    const int bar = m_orderTable->horizontalScrollBar()->sizeHint().height();
    m_orderTable->setFixedHeight(header.sizeHint().height() +
                                 rows * m_orderTable->verticalHeader()->defaultSectionSize() + bar);
    fitChain();
}

/// Where the pane is narrow the chain is shown as far as it matters now: once all are signed without what the
/// screens told before that, until then without the steps that are still far off. The rest is in the tip of
/// whom the order goes to.
void IncidentPane::fitChain() {
    const auto column = [](OrderStage stage) { return int(OrderModel::FirstHop) + int(stage); };
    const QList<OrderStage> gone{OrderStage::Delivered, OrderStage::Shown, OrderStage::UnderWay};
    const QList<OrderStage> far{OrderStage::Closed, OrderStage::Reported, OrderStage::Delivered};
    int first = m_firstWidth; // with what stands below the addressee's name
    for (int row = 0; row < m_orders->rowCount(); ++row)
        first = std::max(first,
                         fontMetrics().horizontalAdvance(
                             m_orders->index(row, OrderModel::To).data(OrderModel::LengthRole).toString()) +
                             14);
    m_chainWidths[OrderModel::To] = first;
    m_orderTable->setColumnWidth(OrderModel::To, first);
    int length = std::accumulate(m_chainWidths.cbegin(), m_chainWidths.cend(), 0);
    QSet<int> hidden;
    for (const OrderStage stage : m_orders->areAllSigned() ? gone : far)
        if (length > width()) {
            hidden.insert(column(stage));
            length -= m_chainWidths.value(column(stage));
        }
    for (int hop = OrderModel::FirstHop; hop < OrderModel::ColumnCount; ++hop)
        if (m_orderTable->isColumnHidden(hop) != hidden.contains(hop))
            m_orderTable->setColumnHidden(hop, hidden.contains(hop));
}

void IncidentPane::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitChain();
    m_orderActions->setRoomy(height() >= fontMetrics().lineSpacing() * fewestLines);
}

void IncidentPane::buildJournal() {
    dressTable(*m_journalTable, u"journalTable"_s);
    m_journalTable->setModel(m_journal);
    m_journalTable->setItemDelegate(new CellDelegate(m_context.look, m_journalTable));
    m_journalTable->setAlternatingRowColors(true);
    connect(m_journal, &JournalModel::added, this, &IncidentPane::noteShown);
    m_journalTable->horizontalHeader()->setSectionResizeMode(JournalModel::What, QHeaderView::Stretch);
    m_note->setObjectName(u"noteText"_s);
    m_addNote->setObjectName(u"noteAdd"_s);
    connect(m_note, &QLineEdit::returnPressed, this, &IncidentPane::addNote);
    connect(m_addNote, &QPushButton::clicked, this, &IncidentPane::addNote);
}

void IncidentPane::buildActions() {
    m_edit->setObjectName(u"incidentEdit"_s);
    connect(m_edit, &QPushButton::clicked, this, &IncidentPane::edit);
    connect(m_form, &IncidentForm::finished, this, &IncidentPane::stopEditing);
    connect(m_form, &IncidentForm::left, this, &IncidentPane::stopEditing);
    connect(m_form, &IncidentForm::pickOnMapAsked, this, &IncidentPane::pickOnMapAsked);
    m_disposition->setObjectName(u"closeDisposition"_s);
    m_closing->setObjectName(u"closeText"_s);
    m_close->setObjectName(u"closeIncident"_s);
    connect(m_close, &QPushButton::clicked, this, &IncidentPane::close);
    connect(m_closing, &QLineEdit::returnPressed, this, &IncidentPane::close);
}

void IncidentPane::lay() {
    auto* above = new QHBoxLayout;
    above->setContentsMargins(0, 0, 0, 0);
    above->addWidget(m_header, 1);
    auto* buttons = new QVBoxLayout;
    buttons->setContentsMargins(0, 6, 8, 0);
    buttons->addWidget(m_edit);
    buttons->addStretch(1);
    above->addLayout(buttons);
    auto* note = new QHBoxLayout;
    note->setContentsMargins(8, 4, 8, 2);
    note->addWidget(m_note, 1);
    note->addWidget(m_addNote);
    auto* closing = new QHBoxLayout;
    closing->setContentsMargins(8, 2, 8, 4);
    closing->addWidget(m_disposition, 1);
    closing->addWidget(m_closing, 2);
    closing->addWidget(m_close);
    // On a low screen what is known is scrolled in; the note and the closing stay in sight.
    auto* body = new QWidget(m_page);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(above);
    column->addWidget(m_form);
    auto* known = new KnownArea(m_page);
    for (QWidget* part : std::initializer_list<QWidget*>{m_premises, m_plan, m_history})
        known->add(part);
    column->addWidget(known);
    if (m_advice)
        column->addWidget(m_advice);
    column->addWidget(m_orderTable);
    column->addWidget(m_orderActions);
    column->addWidget(m_journalTable, 1);
    auto* scroll = new FitScroll(m_page);
    scroll->setObjectName(u"incident.scroll"_s);
    scroll->setBody(body);
    auto* page = new QVBoxLayout(m_page);
    page->setContentsMargins(0, 0, 0, 0);
    page->setSpacing(0);
    page->addWidget(scroll, 1);
    page->addLayout(note);
    page->addLayout(closing);
    m_form->hide();
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setProperty("dim", true);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(m_veil);
    m_pages->addWidget(m_page);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addWidget(m_pages, 1);
    all->addWidget(m_recall);
    all->addWidget(m_prompts);
}

void IncidentPane::retranslate() {
    m_nothing->setText(tr("Select an incident in the queue or on the map."));
    m_veil->retranslate();
    m_edit->setText(tr("Edit"));
    m_edit->setToolTip(tr("Change type, level, place, text and callers"));
    m_orderTable->setAccessibleName(tr("Orders"));
    m_journalTable->setAccessibleName(tr("Journal of the incident"));
    m_note->setPlaceholderText(tr("Note for the journal"));
    m_note->setAccessibleName(tr("Note for the journal"));
    m_addNote->setText(tr("Add note"));
    m_closing->setPlaceholderText(tr("Closing words, may be empty"));
    m_closing->setAccessibleName(tr("Closing words"));
    m_disposition->setAccessibleName(tr("Outcome"));
    m_close->setText(tr("Close incident"));
    const QFontMetrics metrics = fontMetrics();
    m_orderTable->verticalHeader()->setDefaultSectionSize(metrics.lineSpacing() * 2 + 6);
    m_journalTable->verticalHeader()->setDefaultSectionSize(metrics.lineSpacing() + 5);
    const int hop = metrics.horizontalAdvance(u"! +00:00"_s) + 18;
    m_chainWidths.clear();
    for (int column = 0; column < OrderModel::ColumnCount; ++column) {
        m_orderTable->setColumnHidden(column, false); // a hidden one takes no width
        m_chainWidths.append(std::max(hop, m_orderTable->horizontalHeader()->sectionSizeHint(column) + 4));
        m_orderTable->setColumnWidth(column, m_chainWidths.constLast());
    }
    m_firstWidth = m_chainWidths.constFirst();
    fitOrders();
    m_journalTable->setColumnWidth(JournalModel::When, hop + 8);
    m_journalTable->setColumnWidth(JournalModel::Who, metrics.averageCharWidth() * 22);
    fillDispositions();
    m_orderActions->retranslate();
    if (m_advice)
        m_advice->retranslate();
}

void IncidentPane::showIncident(const IncidentId& incident) {
    if (incident != m_incident) {
        stopEditing();
        m_prompts->complain({});
    }
    m_incident = incident;
    m_isRead = sight() == Sight::Whole;
    showParts();
    refresh();
}

Sight IncidentPane::sight() const {
    const Incident* incident = m_context.desk.situation().incidents().find(m_incident);
    return incident ? m_context.desk.sight(*incident) : Sight::Nothing;
}

/// Orders and journal of what may not be read are not even asked for.
void IncidentPane::showParts() {
    m_orders->show(m_isRead ? m_incident : IncidentId());
    m_journal->show(m_isRead ? m_incident : IncidentId());
}

void IncidentPane::take(const Changes& changes) {
    if (changes.catalogue)
        fillDispositions();
    const Incident* shown = m_context.desk.situation().incidents().find(m_incident);
    bool touched = changes.incidents.contains(m_incident) ||
                   (shown && std::ranges::any_of(shown->merged, [&](const IncidentId& report) {
                        return changes.incidents.contains(report);
                    }));
    for (const OrderId& id : changes.orders)
        if (const Order* order = m_context.desk.situation().orders().find(id))
            touched = touched || order->incident == m_incident;
    if (!touched)
        return;
    const bool wasRead = std::exchange(m_isRead, sight() == Sight::Whole);
    if (wasRead && sight() == Sight::Brief && isInSight() &&
        hasRight(m_context.desk.actor().role,
                 Right::ReadSensitive)) // marked while it was read: a look as well
        m_veil->noteLook(m_incident);
    if (wasRead != m_isRead)
        showParts();
    m_journal->refresh();
    refresh();
}

/// Not behind another pane's tab, nor beneath a cover: nobody has read it there.
bool IncidentPane::isInSight() const {
    return isVisible() && !window()->isMinimized() && !visibleRegion().isEmpty();
}

void IncidentPane::refresh() {
    const Incident* incident = m_context.desk.situation().incidents().find(m_incident);
    m_pages->setCurrentWidget(m_isRead                  ? m_page
                              : sight() == Sight::Brief ? m_veil
                                                        : static_cast<QWidget*>(m_nothing));
    m_veil->showIncident(m_incident);
    if (!incident || !m_isRead) {
        m_header->showIncident(m_context.desk.situation(), Incident(), m_context.desk.now());
        m_header->showMerged({});
        m_header->showLacking({});
        m_premises->showPlace({});
        m_history->forget();
        m_plan->showIncident({});
        if (m_advice)
            m_advice->showIncident({});
        return;
    }
    if (m_context.desk.isWall())
        stopEditing();
    const bool hidesCallers = !incident->details.callers.isEmpty() && !m_context.desk.knowsCallers(*incident);
    const Incident shown = m_context.desk.shown(*incident);
    m_header->showIncident(m_context.desk.situation(), shown, m_context.desk.now());
    m_premises->showPlace(shown.details.place);
    m_context.desk.isWall() ? m_history->forget() : m_history->look(shown.details, m_incident);
    m_plan->showIncident(m_incident);
    if (hidesCallers)
        m_header->hideCallers();
    m_header->showMerged(mergedReports(m_context.desk, *incident));
    m_header->showLacking(incident->isOpen()
                              ? checks::lacking(m_context.desk.situation().catalogue(), incident->details)
                              : QStringList());
    if (m_advice)
        m_advice->showIncident(m_incident);
    m_orderTable->setVisible(!incident->orders.isEmpty());
    m_orderActions->refresh();
    for (QWidget* part : std::initializer_list<QWidget*>{m_disposition, m_closing, m_close})
        part->setVisible(incident->isOpen() && !m_context.desk.isReplay());
    m_edit->setVisible(incident->isOpen() && m_form->isHidden() && !m_context.desk.isReplay());
}

void IncidentPane::tick() {
    const Incident* incident = m_context.desk.situation().incidents().find(m_incident);
    if (!incident || !m_isRead || !isVisible())
        return;
    m_header->showAge(*incident, m_context.desk.now());
    m_orders->tick();
    m_plan->tick();
    m_orderActions->refresh(); // what may be done changes with the recall window
}

void IncidentPane::submit(const Command& command, QLineEdit* input) {
    m_prompts->complain({});
    Q_EMIT echoed(echoLine(command, m_context.desk));
    m_context.desk.submit(command).then(this, [this, input](const Outcome& outcome) {
        if (outcome)
            input->clear();
        else
            m_prompts->complain(refusalText(outcome.error(), m_context.desk.situation()));
    });
}

/// What has stood on this seat's screen is on record ("as known then"): one receipt for each run of entries.
void IncidentPane::noteShown(const QList<qint64>& seqs) {
    if (!isVisible())
        return;
    for (auto from = seqs.begin(); from != seqs.end();) {
        auto to = from;
        while (to + 1 != seqs.end() && *(to + 1) == *to + 1)
            ++to;
        m_context.desk.noteShown(*from, *to);
        from = to + 1;
    }
}

void IncidentPane::addNote() {
    submit(AddNote{.incident = m_incident, .text = m_note->text().trimmed()}, m_note);
}

void IncidentPane::focusNote() {
    m_note->setFocus(Qt::ShortcutFocusReason);
}

void IncidentPane::resume(const IncidentPane& before) {
    if (before.m_incident != m_incident)
        return;
    m_form->resume(*before.m_form);
    if (!before.m_form->isHidden() && m_isRead && m_form->incident() == m_incident &&
        !m_context.desk.isWall())
        showForm();
}

bool IncidentPane::isSaving() const {
    return m_form->isSaving();
}

void IncidentPane::edit() {
    if (!m_isRead || m_context.desk.isWall()) // a form shows callers
        return;
    if (m_form->incident() != m_incident || m_form->isUntouched())
        m_form->open(m_incident);
    showForm();
}

void IncidentPane::showForm() {
    m_form->show();
    m_header->hide();
    m_edit->hide();
}

void IncidentPane::stopEditing() {
    m_form->hide();
    m_header->show();
    const Incident* incident = m_context.desk.situation().incidents().find(m_incident);
    m_edit->setVisible(incident && incident->isOpen() && !m_context.desk.isReplay());
}

void IncidentPane::setPlace(GeoPoint at, const QString& address) {
    m_form->setPlace(at, address);
}

void IncidentPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange) {
        retranslate();
        refresh();
    }
}

} // namespace tridesk
