// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/order_actions.h"

#include "app/desk/desk.h"
#include "ui/actions/prompts.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/text/names.h"
#include "ui/text/recommendation.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Step {
    Q_DECLARE_TR_FUNCTIONS(tridesk::OrderActions)
};

/// What the button says: an act, where the stage's own name is a state.
QString act(OrderStage stage) {
    switch (stage) {
    case OrderStage::Signed:
        return Step::tr("Sign");
    case OrderStage::UnderWay:
        return Step::tr("Set out");
    case OrderStage::Arrived:
        return Step::tr("Arrive");
    case OrderStage::Reported:
        return Step::tr("Report…");
    case OrderStage::Closed:
        return Step::tr("Close order");
    case OrderStage::Refused:
        return Step::tr("Refuse…");
    case OrderStage::Cancelled:
        return Step::tr("Cancel…");
    case OrderStage::Issued:
    case OrderStage::Delivered:
    case OrderStage::Shown:
    case OrderStage::Recalled:
        break;
    }
    return text::name(stage);
}

bool takesWords(OrderStage stage) {
    return stage == OrderStage::Reported || stage == OrderStage::Refused || stage == OrderStage::Cancelled;
}

/// What a crew, or a duty room, does itself where it can.
bool isAddresseesStep(OrderStage stage) {
    return stage == OrderStage::Signed || stage == OrderStage::UnderWay || stage == OrderStage::Arrived ||
           stage == OrderStage::Reported || stage == OrderStage::Refused;
}

Question question(OrderStage stage, const QString& who) {
    if (stage == OrderStage::Cancelled)
        return {.name = u"reason.cancel"_s,
                .text = Step::tr("Why is the order to %1 cancelled?").arg(who),
                .answer = {},
                .accept = Step::tr("Cancel the order")};
    if (stage == OrderStage::Refused)
        return {.name = u"reason.refuse"_s,
                .text = Step::tr("Why does %1 refuse the order?").arg(who),
                .answer = {},
                .accept = Step::tr("Refuse")};
    return {.name = u"report"_s,
            .text = Step::tr("What does %1 report back?").arg(who),
            .answer = {},
            .accept = Step::tr("Report"),
            .required = false};
}

constexpr std::array<const char*, 4> channels = {"radio", "telephone", "message", "person"};

} // namespace

OrderActions::OrderActions(const PaneContext& context, Prompts& prompts, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_desk(context.desk)
    , m_prompts(prompts)
    , m_recall(new QPushButton(tr("Recall"), this))
    , m_told(new QWidget(this))
    , m_channel(new QComboBox(m_told))
    , m_words(new QLineEdit(m_told))
    , m_chase(new QPushButton(m_told))
    , m_lead(new QPushButton(m_told))
    , m_replace(new QPushButton(m_told))
    , m_known(new QLabel(this)) {
    setObjectName(u"orderActions"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 2, 8, 2);
    column->setSpacing(3);
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    m_recall->setObjectName(u"orderRecall"_s);
    connect(m_recall, &QPushButton::clicked, this, [this] { Q_EMIT asked(RecallOrder{m_order}); });
    addStep(OrderStage::Signed, u"orderSign"_s);
    addStep(OrderStage::UnderWay, u"orderSetOut"_s);
    addStep(OrderStage::Arrived, u"orderArrive"_s);
    addStep(OrderStage::Reported, u"orderReport"_s);
    addStep(OrderStage::Closed, u"orderClose"_s);
    addStep(OrderStage::Refused, u"orderRefuse"_s);
    addStep(OrderStage::Cancelled, u"orderCancel"_s);
    for (const auto& [stage, button] : std::as_const(m_steps))
        row->addWidget(button);
    row->addWidget(m_recall);
    row->addStretch(1);
    column->addLayout(row);
    column->addWidget(buildTold());
    m_known->setObjectName(u"orderKnown"_s);
    m_known->setWordWrap(true);
    column->addWidget(m_known);
    retranslate();
    refresh();
}

QWidget* OrderActions::buildTold() {
    m_channel->setObjectName(u"orderChannel"_s);
    m_words->setObjectName(u"orderWords"_s);
    m_chase->setObjectName(u"orderChase"_s);
    m_lead->setObjectName(u"orderLead"_s);
    m_replace->setObjectName(u"orderReplace"_s);
    connect(m_chase, &QPushButton::clicked, this,
            [this] { Q_EMIT asked(ChaseOrder{.order = m_order, .text = {}}); });
    connect(m_lead, &QPushButton::clicked, this, [this] { Q_EMIT asked(SetPrimary{m_order}); });
    connect(m_replace, &QPushButton::clicked, this, &OrderActions::openReplacements);
    auto* row = new QHBoxLayout(m_told);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_channel);
    row->addWidget(m_words, 1);
    row->addWidget(m_chase);
    row->addWidget(m_lead);
    row->addWidget(m_replace);
    return m_told;
}

void OrderActions::retranslate() {
    const int before = std::max(0, m_channel->currentIndex());
    m_channel->clear();
    for (const char* channel : channels)
        m_channel->addItem(
            tr("Told by %1", "radio, telephone").arg(text::channelName(QLatin1StringView(channel))),
            QString(QLatin1StringView(channel)));
    m_channel->addItem(tr("Not told by anybody"), QString());
    m_channel->setCurrentIndex(before);
    m_channel->setAccessibleName(tr("How the step was told"));
    m_words->setPlaceholderText(tr("In what words, may be empty"));
    m_words->setAccessibleName(tr("The words in which it was told"));
    m_chase->setText(tr("Chase"));
    m_lead->setText(tr("Let lead"));
    m_replace->setText(tr("Replace…"));
}

void OrderActions::addStep(OrderStage stage, const QString& objectName) {
    auto* button = new QPushButton(act(stage), this);
    button->setObjectName(objectName);
    connect(button, &QPushButton::clicked, this, [this, stage] { ask(stage); });
    m_steps.append({stage, button});
}

void OrderActions::showOrder(const OrderId& order) {
    if (order != m_order)
        m_words->clear();
    m_order = order;
    refresh();
}

void OrderActions::setMay(QPushButton* button, const Command& command) {
    const auto may = m_desk.may(command);
    // A reason that is missing is asked for on the click.
    const bool enabled = may || may.error().code == RefusalCode::ReasonNeeded;
    button->setEnabled(enabled);
    button->setToolTip(enabled ? QString() : refusalText(may.error(), m_desk.situation()));
}

void OrderActions::refresh() {
    const bool any = m_desk.situation().orders().find(m_order) != nullptr;
    setVisible(any && !m_desk.isReplay());
    if (!any)
        return;
    setMay(m_recall, RecallOrder{m_order});
    m_recall->setVisible(m_recall->isEnabled());
    for (const auto& [stage, button] : std::as_const(m_steps))
        setMay(button, AdvanceOrder{.order = m_order, .to = stage, .text = {}, .disposition = {}});
    const Order& order = *m_desk.situation().orders().find(m_order);
    for (const auto& [stage, button] : std::as_const(m_steps)) // there is no room for what is far off
        button->setVisible(stage == OrderStage::Closed    ? order.stage >= OrderStage::Reported
                           : stage == OrderStage::Refused ? button->isEnabled()
                                                          : true);
    if (std::exchange(m_stage, order.stage) != order.stage)
        m_words->clear(); // they were about the step that is taken now
    const bool waits = isAnothers() && order.stage < OrderStage::Reported;
    m_channel->setVisible(waits);
    m_words->setVisible(waits);
    setMay(m_chase, ChaseOrder{.order = m_order, .text = {}});
    m_lead->setVisible(order.unit() && order.role != OrderRole::Primary);
    setMay(m_lead, SetPrimary{m_order});
    m_replace->setVisible(order.unit().has_value());
    m_told->setVisible(!isOver(order.stage) && (waits || order.unit()));
    if (const auto unit = order.unit())
        setMay(m_replace, ReplaceUnit{.order = m_order, .unit = *unit, .reason = {}});
    showKnown(order);
}

void OrderActions::setRoomy(bool roomy) {
    if (std::exchange(m_roomy, roomy) != roomy)
        refresh();
}

void OrderActions::showKnown(const Order& order) {
    QStringList known;
    if (order.chasedAt)
        known << u"↻ "_s + tr("Chased ×%1, last at %2")
                               .arg(order.chases)
                               .arg(text::time(*order.chasedAt, m_desk.now()));
    for (const OrderNotice& notice : order.notices) {
        const QString post = text::postName(m_desk.situation(), notice.post);
        known << u"⚑ "_s +
                     (notice.acknowledgedAt
                          ? tr("%1 took note, %2").arg(post, text::time(*notice.acknowledgedAt, m_desk.now()))
                          : tr("%1 has not taken note").arg(post));
    }
    m_known->setVisible(m_roomy && !known.isEmpty());
    m_known->setText(known.join(u"  ·  "_s));
}

bool OrderActions::isAnothers() const {
    const Order* order = m_desk.situation().orders().find(m_order);
    const Seat& seat = m_desk.actor().seat;
    return order && (order->unit() ? seat.unit() != order->unit() : seat.post() != order->post());
}

std::optional<OnBehalf> OrderActions::onBehalf(OrderStage stage) const {
    const QString channel = m_channel->currentData().toString();
    if (!isAddresseesStep(stage) || !isAnothers() || channel.isEmpty())
        return {};
    return OnBehalf{.channel = channel, .words = m_words->text().trimmed()};
}

/// Those that are proposed, best first, then those in hand.
void OrderActions::openReplacements() {
    const Order* order = m_desk.situation().orders().find(m_order);
    if (!order)
        return;
    auto* menu = new QMenu(this);
    menu->setObjectName(u"replaceMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    QSet<UnitId> offered;
    if (const Advice* advice = m_context.advisor ? m_context.advisor->advice(order->incident) : nullptr)
        for (const Pick& pick : advice->answer.picks) {
            offered.insert(pick.unit);
            addReplacement(*menu, pick.unit,
                           u"%1  ·  %2"_s.arg(text::travel(pick), text::reasons(pick, m_desk.situation())));
        }
    for (const UnitId& unit : m_context.selection.units())
        if (!offered.contains(unit) && unit != order->unit())
            addReplacement(*menu, unit, tr("selected"));
    if (menu->isEmpty())
        menu->addAction(tr("Nobody is proposed; select a unit in the list"))->setEnabled(false);
    menu->popup(m_replace->mapToGlobal(QPoint(0, m_replace->height())));
}

void OrderActions::addReplacement(QMenu& menu, const UnitId& unit, const QString& said) {
    const Order* order = m_desk.situation().orders().find(m_order);
    const UnitVerdict found = verdict(m_desk, order ? order->incident : IncidentId(), unit);
    QAction* action = menu.addAction(verdictText(found, m_desk.situation()) + u"  ·  "_s + said);
    action->setObjectName(u"replace."_s + unit.toString());
    action->setEnabled(found.isFree() || found.isBusy());
    connect(action, &QAction::triggered, this,
            [this, unit, busy = found.isBusy()] { askReplacement(unit, busy); });
}

/// One reason is enough: why another goes is why it is taken off its work, too.
void OrderActions::askReplacement(const UnitId& unit, bool busy) {
    const Order* order = m_desk.situation().orders().find(m_order);
    if (!order)
        return;
    m_prompts.ask(
        {.name = u"reason.replace"_s,
         .text = tr("Why does %1 go instead of %2?")
                     .arg(text::callsign(m_desk.situation(), unit),
                          text::addressee(m_desk.situation(), order->to)),
         .answer = {},
         .accept = tr("Replace")},
        this, [this, unit, busy, id = order->id](const QString& reason) {
            Q_EMIT asked(ReplaceUnit{
                .order = id, .unit = unit, .reason = reason, .overrideReason = busy ? reason : QString()});
        });
}

void OrderActions::ask(OrderStage stage) {
    const Order* order = m_desk.situation().orders().find(m_order);
    if (!order)
        return;
    const auto advance = [this, stage, id = m_order, told = onBehalf(stage)](const QString& words) {
        Q_EMIT asked(
            AdvanceOrder{.order = id, .to = stage, .text = words, .disposition = {}, .onBehalf = told});
    };
    if (!takesWords(stage)) {
        advance({});
        return;
    }
    const QString who = text::addressee(m_desk.situation(), order->to);
    m_prompts.ask(question(stage, who), this, advance);
}

} // namespace tridesk
