// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/alarms/alarm_pane.h"

#include "app/desk/alarm_board.h"
#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/panes/alarms/alarm_model.h"
#include "ui/text/refusals.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

AlarmPane::AlarmPane(const PaneContext& context, AlarmBoard& board, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_board(board)
    , m_model(new AlarmModel(context.desk, board, context.look, this))
    , m_table(new QTableView(this))
    , m_nothing(new QLabel(this))
    , m_acknowledge(new QPushButton(this))
    , m_over(new QPushButton(this))
    , m_length(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_shelve(new QPushButton(this))
    , m_refusal(new QLabel(this)) {
    setObjectName(u"alarmPane"_s);
    build();
    retranslate();
    connect(&board, &AlarmBoard::changed, this, &AlarmPane::judge);
    auto* second = new QTimer(this);
    connect(second, &QTimer::timeout, this, [this] {
        const int below = m_table->rowAt(m_table->viewport()->height() - 1);
        if (isVisible())
            m_model->tick(m_table->rowAt(0), below < 0 ? m_model->rowCount() - 1 : below);
    });
    second->start(1s);
    judge();
    if (context.desk.isReplay()) // nothing is done to what was
        for (QWidget* hand :
             std::initializer_list<QWidget*>{m_acknowledge, m_over, m_length, m_reason, m_shelve})
            hand->hide();
}

void AlarmPane::build() {
    m_table->setObjectName(u"alarm.table"_s);
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    m_table->verticalHeader()->hide();
    QHeaderView& header = *m_table->horizontalHeader();
    header.setSectionResizeMode(QHeaderView::ResizeToContents);
    header.setResizeContentsPrecision(0); // by what is in sight, not by a thousand rows every second
    header.setSectionResizeMode(AlarmModel::What, QHeaderView::Stretch);
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_nothing->setObjectName(u"alarm.nothing"_s);
    m_nothing->setProperty("dim", true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_acknowledge->setObjectName(u"alarm.acknowledge"_s);
    m_acknowledge->setProperty("main", true);
    m_over->setObjectName(u"alarm.acknowledgeOver"_s);
    m_length->setObjectName(u"alarm.length"_s);
    for (const int minutes : {5, 15, 30, 60, 240})
        m_length->addItem(QString(), minutes);
    m_length->setCurrentIndex(1);
    m_reason->setObjectName(u"alarm.reason"_s);
    m_shelve->setObjectName(u"alarm.shelve"_s);
    m_refusal->setObjectName(u"alarm.refusal"_s);
    m_refusal->setProperty("warning", true);
    m_refusal->setWordWrap(true);
    connect(m_table, &QTableView::doubleClicked, this, &AlarmPane::view);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AlarmPane::judge);
    connect(m_acknowledge, &QPushButton::clicked, this, &AlarmPane::acknowledge);
    connect(m_over, &QPushButton::clicked, this, &AlarmPane::acknowledgeOver);
    connect(m_shelve, &QPushButton::clicked, this, &AlarmPane::shelve);
    connect(m_reason, &QLineEdit::returnPressed, this, &AlarmPane::shelve);
    auto* notice = new QHBoxLayout;
    notice->setContentsMargins(8, 4, 8, 2);
    notice->addWidget(m_acknowledge);
    notice->addWidget(m_over);
    notice->addStretch(1);
    auto* aside = new QHBoxLayout;
    aside->setContentsMargins(8, 2, 8, 4);
    aside->addWidget(m_shelve);
    aside->addWidget(m_length);
    aside->addWidget(m_reason, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_table, 1);
    column->addWidget(m_refusal);
    column->addLayout(notice);
    column->addLayout(aside);
}

void AlarmPane::retranslate() {
    m_table->setAccessibleName(tr("Alarms that wait"));
    m_nothing->setText(tr("No alarm waits."));
    m_acknowledge->setText(tr("Acknowledge"));
    m_acknowledge->setToolTip(tr("The chosen alarms (Enter)"));
    m_acknowledge->setAccessibleName(tr("Acknowledge the chosen alarms"));
    m_over->setText(tr("Acknowledge what is over"));
    m_over->setAccessibleName(m_over->text());
    m_length->setAccessibleName(tr("For how long"));
    for (int at = 0; at < m_length->count(); ++at)
        m_length->setItemText(at, tr("for %1 min").arg(m_length->itemData(at).toInt()));
    m_reason->setPlaceholderText(tr("Why it can wait"));
    m_reason->setAccessibleName(tr("Why it can wait"));
    judge();
}

QList<Alarm> AlarmPane::chosen() const {
    QList<Alarm> alarms;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    alarms.reserve(rows.size());
    for (const QModelIndex& row : rows)
        alarms.append(m_model->alarmAt(row.row()));
    return alarms;
}

/// A button asks what its command will ask.
void AlarmPane::judge() {
    const QList<Alarm> alarms = chosen();
    const Instant now = m_context.desk.now();
    const bool oneShelved = alarms.size() == 1 && isShelved(alarms.constFirst(), now);
    m_nothing->setVisible(m_board.alarms().isEmpty());
    m_table->setVisible(!m_board.alarms().isEmpty());
    m_acknowledge->setEnabled(!alarms.isEmpty());
    m_over->setEnabled(
        std::ranges::any_of(m_board.alarms(), [](const Alarm& alarm) { return !alarm.stands; }));
    m_shelve->setText(oneShelved ? tr("Take up again") : tr("Shelve"));
    m_shelve->setAccessibleName(m_shelve->text());
    m_shelve->setEnabled(alarms.size() == 1 && alarms.constFirst().kind != AlarmKind::Emergency);
    m_length->setEnabled(m_shelve->isEnabled() && !oneShelved);
    m_reason->setEnabled(m_shelve->isEnabled() && !oneShelved);
    m_refusal->setVisible(!m_refusal->text().isEmpty());
}

void AlarmPane::acknowledge() {
    QStringList keys;
    for (const Alarm& alarm : chosen())
        if (alarm.kind == AlarmKind::Emergency)
            submit(AcknowledgeEmergency{alarm.unit});
        else
            keys << alarm.key;
    if (!keys.isEmpty())
        submit(AcknowledgeAlarms{keys});
}

void AlarmPane::acknowledgeOver() {
    QStringList keys;
    for (const Alarm& alarm : m_board.alarms())
        if (!alarm.stands)
            keys << alarm.key;
    if (!keys.isEmpty())
        submit(AcknowledgeAlarms{keys});
}

void AlarmPane::shelve() {
    const QList<Alarm> alarms = chosen();
    if (alarms.size() != 1)
        return;
    const Instant now = m_context.desk.now();
    const Alarm& alarm = alarms.constFirst();
    const Instant until =
        isShelved(alarm, now) ? now : now + std::chrono::minutes(m_length->currentData().toInt());
    submit(ShelveAlarm{alarm.key, until, m_reason->text().trimmed()});
}

void AlarmPane::submit(const Command& command) {
    m_context.desk.submit(command).then(this, [this](const Outcome& outcome) {
        m_refusal->setText(outcome ? QString() : refusalText(outcome.error(), m_context.desk.situation()));
        m_refusal->setVisible(!outcome);
        if (outcome)
            m_reason->clear();
    });
}

void AlarmPane::view() {
    const QModelIndex row = m_table->currentIndex();
    if (!row.isValid())
        return;
    const Alarm& alarm = m_model->alarmAt(row.row());
    if (!alarm.incident.isNull())
        Q_EMIT incidentAsked(alarm.incident);
    else if (!alarm.unit.isNull())
        Q_EMIT unitAsked(alarm.unit);
}

void AlarmPane::focusList() {
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
        m_table->selectRow(0);
    m_board.alarms().isEmpty() ? setFocus(Qt::ShortcutFocusReason)
                               : m_table->setFocus(Qt::ShortcutFocusReason);
}

/// Row keys: the table would take letters for a search.
bool AlarmPane::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto& key = *static_cast<QKeyEvent*>(event);
    if (key.modifiers() & ~Qt::KeypadModifier)
        return false;
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter)
        acknowledge();
    else if (key.key() == Qt::Key_V)
        view();
    else
        return false;
    return true;
}

void AlarmPane::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tridesk
