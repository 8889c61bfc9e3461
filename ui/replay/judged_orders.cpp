// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/replay/judged_orders.h"

#include "app/replay/replay.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/advisor.h"
#include "ui/text/names.h"
#include "ui/text/recommendation.h"
#include "ui/text/times.h"

#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

enum Column { When, Sent, Stood, ColumnCount };

/// A code as the record keeps it (codeText()): what its words need besides was not kept.
QString kept(const QString& code, const Situation& situation) {
    const QStringList parts = code.split(u':');
    PickReason reason;
    const auto known = enumFrom<PickReasonCode>(parts.constFirst());
    if (!known)
        return code;
    reason.code = *known;
    reason.post = PostId::parse(parts.value(1)).value_or(PostId());
    reason.ring = parts.value(2).toInt();
    switch (reason.code) {
    case PickReasonCode::RoadTime:
    case PickReasonCode::EstimatedTime:
        return {}; // the time stands beside it
    case PickReasonCode::StaleFix:
        return JudgedOrders::tr("old position");
    case PickReasonCode::Qualified:
        return JudgedOrders::tr("qualified");
    case PickReasonCode::NotQualified:
        return JudgedOrders::tr("not qualified");
    case PickReasonCode::Jobs:
        return JudgedOrders::tr("jobs this shift");
    case PickReasonCode::NoRest:
        return JudgedOrders::tr("no rest");
    case PickReasonCode::OtherLane:
        return JudgedOrders::tr("other lane");
    case PickReasonCode::AtStation:
    case PickReasonCode::Diverts:
    case PickReasonCode::StillReporting:
    case PickReasonCode::WrongKind:
    case PickReasonCode::LastOfRing:
    case PickReasonCode::SecondLastOfRing:
        break;
    }
    return text::reason(reason, situation);
}

QString reasonsOf(const ShownPick& pick, const Situation& situation) {
    QStringList words;
    for (const QString& code : pick.reasons)
        words.append(kept(code, situation));
    words.removeAll(QString());
    return words.join(u" · "_s);
}

} // namespace

JudgedOrders::JudgedOrders(Replay& replay, const PaneContext& context, QWidget* parent)
    : QWidget(parent)
    , m_replay(replay)
    , m_context(context)
    , m_tree(new QTreeWidget(this))
    , m_now(new QLabel(this))
    , m_go(new QPushButton(tr("To the moment before, as that seat knew it"), this)) {
    setObjectName(u"judgedOrders"_s);
    setAccessibleName(tr("Decisions"));
    build();
    join();
    ask();
}

void JudgedOrders::build() {
    m_tree->setObjectName(u"judged.tree"_s);
    m_tree->setAccessibleName(tr("Orders of the incident, with what was proposed then"));
    m_tree->setColumnCount(ColumnCount);
    m_tree->setHeaderLabels({tr("When"), tr("Sent"), tr("Proposed then")});
    m_tree->header()->setStretchLastSection(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_now->setObjectName(u"judged.now"_s);
    m_now->setAccessibleName(tr("Whom the recommendation names at the instant shown"));
    m_now->setWordWrap(true);
    m_now->setMargin(6);
    m_go->setObjectName(u"judged.go"_s);
    m_go->setAccessibleName(m_go->text());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tree, 1);
    column->addWidget(m_now);
    column->addWidget(m_go);
}

void JudgedOrders::join() {
    connect(&m_context.selection, &Selection::incidentChanged, this, &JudgedOrders::ask);
    connect(&m_replay, &Replay::grown, this, &JudgedOrders::ask);
    connect(&m_replay, &Replay::orders, this, &JudgedOrders::take);
    connect(m_context.advisor, &Advisor::advised, this, &JudgedOrders::tellNow);
    connect(&m_context.desk, &SeatDesk::changed, this, &JudgedOrders::tellNow);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &JudgedOrders::judge);
    connect(m_tree, &QTreeWidget::itemActivated, this, &JudgedOrders::go);
    connect(m_go, &QPushButton::clicked, this, &JudgedOrders::go);
}

void JudgedOrders::ask() {
    const IncidentId incident = m_context.selection.incident();
    if (incident.isNull())
        return take(incident, {});
    m_replay.askOrders(incident);
}

void JudgedOrders::take(const IncidentId& incident, const QList<OrderStory>& stories) {
    if (incident != m_context.selection.incident())
        return;
    const Incident* known = m_replay.end().incidents().find(incident);
    m_stories = known && m_context.desk.sight(*known) >= Sight::Brief ? stories : QList<OrderStory>();
    m_tree->clear();
    const Situation& end = m_replay.end();
    for (const OrderStory& story : std::as_const(m_stories)) {
        auto* row = new QTreeWidgetItem(m_tree);
        row->setText(When, text::clock(story.at) + u"  "_s + text::seatName(end, story.seat));
        row->setText(Sent, text::addressee(end, story.order.to));
        const auto shown = int(story.order.shown.size());
        row->setText(Stood, shown == 0           ? tr("nothing was on the screen")
                            : story.place() == 0 ? tr("not among the %n shown", nullptr, shown)
                                                 : tr("%1 of %2 shown").arg(story.place()).arg(shown));
        row->setToolTip(Stood, story.order.overrideReason);
        for (int i = 0; i < shown; ++i) {
            const ShownPick& pick = story.order.shown[i];
            auto* line = new QTreeWidgetItem(row);
            line->setText(When, QString::number(i + 1));
            line->setText(Sent, text::callsign(end, pick.unit));
            line->setText(Stood, QStringList{pick.travel ? text::duration(*pick.travel) : tr("way not known"),
                                             reasonsOf(pick, end)}
                                     .join(u"   "_s));
            line->setToolTip(Stood, line->text(Stood));
        }
    }
    m_tree->resizeColumnToContents(When);
    m_tree->resizeColumnToContents(Sent);
    judge();
    tellNow();
}

void JudgedOrders::tellNow() {
    const Advice* advice = m_context.advisor->advice(m_context.selection.incident());
    if (!advice)
        return m_now->setText(
            tr("Nobody is proposed at this instant: the incident is not open then, or not known."));
    QStringList picks;
    for (const Pick& pick : advice->answer.picks)
        if (pick.role)
            picks.append(text::callsign(m_context.desk.situation(), pick.unit) + u' ' + text::travel(pick));
    const QString named = picks.isEmpty() ? tr("nobody") : picks.join(u", "_s);
    m_now->setText(m_replay.knownBy().isEmpty()
                       ? tr("On all that was recorded by %1: %2").arg(text::clock(advice->answer.at), named)
                       : tr("On what %1 knew at %2: %3")
                             .arg(text::seatName(m_replay.end(), m_replay.knownBy()),
                                  text::clock(advice->answer.at), named));
}

const OrderStory* JudgedOrders::chosen() const {
    QTreeWidgetItem* item = m_tree->currentItem();
    if (item && item->parent())
        item = item->parent();
    const int row = item ? m_tree->indexOfTopLevelItem(item) : -1;
    return row < 0 || row >= m_stories.size() ? nullptr : &m_stories[row];
}

void JudgedOrders::judge() {
    m_go->setEnabled(chosen() != nullptr);
}

void JudgedOrders::go() {
    const OrderStory* story = chosen();
    if (!story)
        return;
    const QString seat = story->seat;
    const Instant before = story->at - Milliseconds(1);
    m_replay.pause();
    Q_EMIT seatAsked(seat);
    m_replay.seek(before);
}

} // namespace tridesk
