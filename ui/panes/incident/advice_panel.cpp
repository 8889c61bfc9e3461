// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/advice_panel.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/incident/advice_delegate.h"
#include "ui/panes/incident/advice_model.h"
#include "ui/text/recommendation.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int mostRows = 5;  // more are scrolled to
constexpr int fewRows = 2;   // where enough are sent, or the pane is low
constexpr int lowPane = 760; // pixels

} // namespace

AdvicePanel::AdvicePanel(const PaneContext& context, Dispatcher& dispatcher, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_dispatcher(dispatcher)
    , m_model(new AdviceModel(context.desk, this))
    , m_title(new QLabel(this))
    , m_assign(new QPushButton(this))
    , m_table(new RowTable(context.look, this))
    , m_shortfall(new QLabel(this))
    , m_uncovered(new QLabel(this)) {
    setObjectName(u"advicePanel"_s);
    build();
    retranslate();
    connect(context.advisor, &Advisor::advised, this, [this](const IncidentId& incident) {
        if (incident == m_incident)
            refresh();
    });
}

void AdvicePanel::build() {
    m_title->setObjectName(u"adviceTitle"_s);
    m_assign->setObjectName(u"adviceAssign"_s);
    m_assign->setVisible(!m_context.desk.isReplay()); // nobody is sent into what was
    connect(m_assign, &QPushButton::clicked, this, &AdvicePanel::assignProposed);
    m_table->setObjectName(u"adviceTable"_s);
    m_table->setModel(m_model);
    m_table->setItemDelegate(new AdviceDelegate(m_context.look, m_table));
    m_table->setLines(2);
    m_table->fitColumns({12, 8, 30});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setSectionsMovable(false);
    m_table->setDragText([](const QModelIndexList& rows) {
        QStringList units;
        for (const QModelIndex& row : rows)
            units << row.data(AdviceModel::IdRole).toString();
        return units.join(u' ');
    });
    const auto selected = [this] {
        QList<UnitId> units;
        for (const QModelIndex& row : m_table->selectedRows())
            units << m_model->unitAt(row.row());
        return units;
    };
    connect(m_table, &RowTable::rowKey, this, [this, selected](Qt::Key key) {
        if (key == Qt::Key_D || key == Qt::Key_Return || key == Qt::Key_Enter)
            assign(selected());
        else if (key == Qt::Key_M)
            Q_EMIT m_context.selection.revealRequested();
    });
    connect(m_table, &RowTable::doubleClicked, this, [this, selected] { assign(selected()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this, selected] {
        const QList<UnitId> units = selected();
        if (!units.isEmpty() && m_table->hasFocus()) // by hand, not by rows that move
            m_context.selection.setUnits(QSet<UnitId>(units.begin(), units.end()));
    });
    for (QLabel* label : {m_shortfall, m_uncovered})
        label->setWordWrap(true);
    m_shortfall->setObjectName(u"adviceShortfall"_s);
    m_shortfall->setProperty("warning", true);
    m_uncovered->setObjectName(u"adviceUncovered"_s);
    m_uncovered->setProperty("dim", true);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 8, 2);
    head->addWidget(m_title, 1);
    head->addWidget(m_assign);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(8, 2, 8, 2);
    foot->setSpacing(1);
    foot->addWidget(m_shortfall);
    foot->addWidget(m_uncovered);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table);
    column->addLayout(foot);
}

void AdvicePanel::retranslate() {
    m_assign->setText(tr("Assign the proposed"));
    m_assign->setToolTip(tr("Sends the primary and the backups that are proposed"));
    m_table->setAccessibleName(tr("Units proposed for the incident"));
    m_title->setAccessibleName(tr("How many are wanted and proposed"));
    m_shortfall->setAccessibleName(tr("What is missing"));
    m_uncovered->setAccessibleName(tr("Stations without a car near"));
    refresh();
}

void AdvicePanel::showIncident(const IncidentId& incident) {
    const Incident* known = m_context.desk.situation().incidents().find(incident);
    m_incident = known && known->isOpen() ? incident : IncidentId();
    m_context.advisor->follow(m_incident);
    setVisible(!m_incident.isNull());
    refresh();
}

void AdvicePanel::refresh() {
    const Advice* advice = m_incident.isNull() ? nullptr : m_context.advisor->advice(m_incident);
    const Recommendation* answer = advice ? &advice->answer : nullptr;
    m_proposed = answer ? answer->proposed() : QList<UnitId>();
    m_model->show(answer ? answer->picks : QList<Pick>());
    tell(answer);
    if (answer && !answer->coverPriced && !answer->picks.isEmpty())
        m_uncovered->setText(tr("Coverage is not known without roads."));
    else
        m_uncovered->setText(advice ? text::uncovered(coverNow(advice->question), m_context.desk.situation())
                                    : QString());
    m_uncovered->setVisible(!m_uncovered->text().isEmpty());
    m_assign->setEnabled(
        !m_proposed.isEmpty() &&
        m_context.desk.may(IssueOrder{
            .incident = m_incident, .to = m_proposed.first(), .text = {}, .overrideReason = u"-"_s}));
    fit();
    note();
}

void AdvicePanel::tell(const Recommendation* answer) {
    QStringList missing;
    QString title = tr("Looking for who should go…");
    if (answer) {
        title = tr("%1 wanted, %2 sent, %3 proposed")
                    .arg(answer->wanted)
                    .arg(answer->sent)
                    .arg(m_proposed.size());
        for (const Shortfall& shortfall : answer->shortfalls)
            missing << text::shortfall(shortfall, m_context.desk.situation());
    }
    m_title->setText(title);
    m_shortfall->setText(missing.join(u'\n'));
    m_shortfall->setVisible(!missing.isEmpty());
}

/// As high as its rows, so far as the pane has room.
void AdvicePanel::fit() {
    const bool low = parentWidget() && parentWidget()->height() < lowPane;
    const int most = m_proposed.isEmpty() || low ? std::max(fewRows, int(m_proposed.size())) : mostRows;
    const int rows = std::clamp(m_model->rowCount(), 1, std::min(most, mostRows));
    m_table->setVisible(m_model->rowCount() > 0);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            rows * m_table->verticalHeader()->defaultSectionSize() +
                            2 * m_table->frameWidth());
}

void AdvicePanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    fit();
}

/// What the user can read here is what an order that is given now was given upon.
void AdvicePanel::note() {
    const Advice* advice = m_incident.isNull() ? nullptr : m_context.advisor->advice(m_incident);
    m_context.advisor->setShown(m_incident,
                                isVisible() && advice ? shownPicks(advice->answer) : QList<ShownPick>());
}

void AdvicePanel::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    note();
}

void AdvicePanel::hideEvent(QHideEvent* event) {
    QFrame::hideEvent(event);
    note();
}

void AdvicePanel::assignProposed() {
    assign(m_proposed);
}

void AdvicePanel::assign(const QList<UnitId>& units) {
    if (!m_incident.isNull() && !units.isEmpty())
        m_dispatcher.send(m_incident, units);
}

} // namespace tridesk
