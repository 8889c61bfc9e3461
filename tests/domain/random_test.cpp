// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/domain/deadlines.h"
#include "app/domain/feed_rules.h"
#include "app/domain/order_rules.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int sequences = 100'000;
constexpr int steps = 30;

/// One random evening: commands of all tiers at whatever is there, most of them out of place.
class Evening {
public:
    Evening(const Scene& furnished, quint32 seed)
        : situation(furnished.situation)
        , m_random(seed) {
        for (const Unit& unit : situation.units())
            m_units << unit.definition.id;
        std::sort(m_units.begin(), m_units.end());
    }

    Situation situation;
    QList<Entry> entries;
    QString broken; ///< the first invariant that did not hold

    void step() {
        m_now += Milliseconds(m_random.bounded(40'000));
        const bool clockwork = m_random.bounded(6) == 0;
        if (clockwork) {
            for (const Command& command : dueCommands(situation, m_now))
                ask(u"machine:clockwork", command);
            for (const Command& command : dueCommands(situation, m_now))
                ask(u"machine:clockwork", command, true);
            return;
        }
        static const QStringList seats = {u"bureau"_s, u"station:ST01"_s, u"station:ST02"_s, u"field:1A12"_s,
                                          u"field:2A01"_s};
        ask(seats[m_random.bounded(seats.size())], command());
    }

private:
    void ask(QStringView seat, const Command& command, bool mustDecideNothing = false) {
        const Request request{RequestId(m_ids.next()), actor(seat), {}, command};
        if (!permitted(situation, request.actor, command))
            return;
        DecisionContext context{m_now, QDate(2026, 11, 21), m_ids};
        const Decision decision = decide(situation, request, context);
        if (!decision)
            return;
        // Two programs that are up ask the same; a chase may have raised nothing more than itself.
        if (mustDecideNothing && !decision->isEmpty() && !std::holds_alternative<ChaseOrder>(command) &&
            !std::holds_alternative<RaiseEmergency>(command) && broken.isEmpty())
            broken = u"raised twice"_s;
        for (const Fact& fact : *decision) {
            const Entry entry{situation.seq() + 1, m_now, encode(fact, request, m_now), {}, {}};
            count(fact, request.actor.seat.toString());
            situation.fold(entry, fact);
            entries << entry;
        }
        check();
    }

    Command command() {
        switch (m_random.bounded(40)) {
        case 37:
            return HoldIncident{incident(), m_now + 1min, {}, unit(), {}, m_random.bounded(3)};
        case 38:
            return m_random.bounded(2) == 0 ? Command(HoldIncident{incident(), m_now + 1min, {}, {}, beat()})
                   : m_random.bounded(8) == 0
                       ? Command(RetireBeat{beat()})
                       : Command(DefineBeat{{beat(),
                                             must(PostId::parse(u"ST01")),
                                             {{}, u"b"_s},
                                             situation.posts().find(must(PostId::parse(u"ST01")))->area}});
        case 39:
            return SendMessage{{}, u"who is there?"_s, incident(), MessageKind::Room};
        case 34:
            return video();
        case 0:
        case 1: {
            IncidentDetails details{u"x"_s, {}, Level(m_random.bounded(4)), {}, {}, {}};
            details.place.at = GeoPoint::from(31.5, 118.1 + m_random.bounded(18) / 10.0);
            return ReportIncident{{u"phone"_s, {}}, details};
        }
        case 2:
        case 3:
        case 4:
            return IssueOrder{incident(),
                              unit(),
                              OrderRole(m_random.bounded(2)),
                              {},
                              m_random.bounded(3) == 0 ? u"why"_s : QString()};
        case 5:
            return IssueOrder{incident(), must(PostId::parse(u"ST01")), OrderRole::Primary, {}, {}};
        case 6:
        case 7:
        case 8:
        case 9:
            return AdvanceOrder{order(), OrderStage(m_random.bounded(orderStageCount)), u"t"_s, {}};
        case 10:
            return RecallOrder{order()};
        case 11:
            return ReplaceUnit{order(), unit(), u"why"_s, u"why"_s};
        case 12:
            return SetPrimary{order()};
        case 13:
            return CloseIncident{incident(), must(TypeCode::parse(u"handled")), {}};
        case 14:
            return MergeIncident{incident(), incident()};
        case 15:
            return SplitIncident{incident(), u"why"_s};
        case 16:
            return ReopenIncident{incident(), u"why"_s};
        case 17:
            return m_random.bounded(2) == 0 ? Command(LogOff{unit()}) : Command(LogOn{unit(), {u"a"_s}});
        case 18:
            return RaiseEmergency{unit(), EmergencySource::Crew, {}, {}};
        case 19:
            return EndEmergency{unit(), EmergencyOutcome::Resolved, u"why"_s};
        case 20:
            return SetTimer{unit(), Milliseconds(m_random.bounded(2) * 60'000)};
        case 21:
            return HoldIncident{incident(), m_now + 1min, {}};
        case 22: {
            AmendIncident amend;
            amend.incident = incident();
            amend.level = Level(m_random.bounded(4));
            amend.reason = u"why"_s;
            return amend;
        }
        case 23:
            return m_random.bounded(2) == 0 ? Command(TransferIncident{incident(), u"12345"_s, u"theirs"_s})
                                            : Command(ReturnTransfer{incident(), u"ours after all"_s});
        case 24:
            return FlagIncident{incident(), IncidentFlag(m_random.bounded(5)), m_random.bounded(2) == 0};
        case 25:
            return m_random.bounded(2) == 0 ? Command(AskReinforcement{order(), u"two more"_s})
                                            : Command(ChaseOrder{order(), u"where?"_s});
        case 26:
            return InitiateIncident{unit(), {u"stop"_s, {}, Level::Routine, {}, {}, {}}};
        case 27:
            return SetUnitStatus{unit(), UnitStatus(m_random.bounded(int(UnitStatus::Emergency) + 1)),
                                 u"why"_s};
        case 28:
            return m_random.bounded(2) == 0
                       ? Command(AcknowledgeEmergency{unit()})
                       : Command(AcknowledgeNotice{order(), must(PostId::parse(u"ST01"))});
        case 29:
            return TickStep{incident(), must(TypeCode::parse(u"call")), m_random.bounded(3) != 0};
        case 30:
            return m_random.bounded(2) == 0
                       ? Command(NotePremise{{},
                                             {.words = u"dog"_s,
                                              .at = GeoPoint::from(31.5, 118.2),
                                              .radius = 50,
                                              .area = {},
                                              .address = {},
                                              .expiresAt = {}}})
                       : Command(WithdrawPremiseNote{
                             m_notes.isEmpty() ? PremiseNoteId() : m_notes.constLast(), {}});
        case 31:
            return m_random.bounded(2) == 0
                       ? Command(MoveSector{{must(PostId::parse(u"ST01"))},
                                            {},
                                            m_random.bounded(2) == 0 ? u"bureau"_s : QString()})
                       : Command(NoteSectorMove{{must(PostId::parse(u"ST01"))}});
        case 36:
            return m_random.bounded(3) != 0
                       ? Command(SetBookmark{{}, {m_now, u"look here"_s, incident()}})
                       : Command(
                             RemoveBookmark{m_bookmarks.isEmpty() ? BookmarkId() : m_bookmarks.constLast()});
        case 33:
            return ExchangeUnits{unit(), unit(), u"nearer"_s};
        case 32:
            return m_random.bounded(2) == 0
                       ? Command(AcknowledgeAlarms{{u"order_late/"_s + order().toString()}})
                       : Command(ShelveAlarm{u"emergency/1A12"_s, m_now + 1min, u"why"_s});
        default:
            return m_messages.isEmpty() || m_random.bounded(2) == 0
                       ? Command(SendMessage{{unit()}, u"where are you?"_s, {}})
                       : Command(AdvanceMessage{
                             m_messages[m_random.bounded(m_messages.size())],
                             MessageStage(m_random.bounded(int(MessageStage::Acknowledged) + 1))});
        }
    }

    Command video() {
        const auto feed = must(FeedId::parse(QString(u'F' + QString::number(m_random.bounded(3)))));
        const auto at = GeoPoint::from(31.5, 118.1 + m_random.bounded(18) / 10.0);
        switch (m_random.bounded(9)) {
        case 8:
            return NoteCameraSign{unit(), CameraSign(m_random.bounded(4))};
        case 0:
            return DefineFeed{{feed, {{}, u"f"_s}, {.unit = unit()}, u"rtsp://h/m"_s, {}}};
        case 1:
            return DefineFeed{
                {feed, {{}, u"f"_s}, {.kind = FeedOwnerKind::Place, .at = at}, u"rtsp://h/m"_s, {}}};
        case 2:
            return RetireFeed{feed};
        case 3:
        case 4:
            return BeginView{feed, m_random.bounded(2) == 0 ? std::optional(incident()) : std::nullopt,
                             m_random.bounded(2) == 0 ? u"why"_s : QString()};
        case 5:
            return m_views.isEmpty() ? Command(CloseSeat{})
                                     : Command(EndView{m_views[m_random.bounded(m_views.size())]});
        case 6:
            return m_random.bounded(2) == 0 ? Command(OpenSeat{}) : Command(CloseSeat{});
        default:
            return SaveFootage{.feed = feed, .from = m_now, .to = m_now, .words = u"there"_s};
        }
    }

    static BeatId beat() { return must(BeatId::parse(u"B1")); }
    UnitId unit() { return m_units[m_random.bounded(m_units.size())]; }
    IncidentId incident() {
        return m_incidents.isEmpty() ? IncidentId() : m_incidents[m_random.bounded(m_incidents.size())];
    }
    OrderId order() { return m_orders.isEmpty() ? OrderId() : m_orders[m_random.bounded(m_orders.size())]; }

    void count(const Fact& fact, const QString& seat) {
        if (const auto* reported = std::get_if<IncidentReported>(&fact))
            m_incidents << reported->incident;
        if (const auto* issued = std::get_if<OrderIssued>(&fact))
            m_orders << issued->order;
        if (const auto* began = std::get_if<ViewBegan>(&fact))
            m_views << began->view;
        if (std::holds_alternative<SeatClosed>(fact) && !feed_rules::viewsOf(situation, seat).isEmpty() &&
            broken.isEmpty())
            broken = u"a closed seat watches"_s;
        if (const auto* ended = std::get_if<ViewEnded>(&fact);
            ended && !situation.views().find(ended->view) && broken.isEmpty())
            broken = u"a view ended twice"_s;
        if (const auto* sent = std::get_if<MessageSent>(&fact))
            m_messages << sent->message;
        if (const auto* noted = std::get_if<PremiseNoted>(&fact))
            m_notes << noted->note;
        if (const auto* set = std::get_if<BookmarkSet>(&fact))
            m_bookmarks << set->bookmark;
        if (std::holds_alternative<AlarmShelved>(fact) && broken.isEmpty())
            broken = u"an emergency was shelved"_s;
        if (const auto* late = std::get_if<StepMissed>(&fact)) {
            const auto key = std::pair(late->incident, late->due);
            if (m_lateSteps.contains(key) && broken.isEmpty())
                broken = u"a step was late twice"_s;
            m_lateSteps << key;
        }
        if (const auto* missed = std::get_if<DeadlineMissed>(&fact)) {
            // Once for each running of a clock: a reopened or returned incident begins another.
            const auto key =
                std::tuple(missed->incident, missed->order.value_or(OrderId()), missed->kind, missed->due);
            if (m_missed.contains(key) && broken.isEmpty())
                broken = u"overdue raised twice"_s;
            m_missed << key;
        }
        if (const auto* advanced = std::get_if<OrderAdvanced>(&fact)) {
            const Order* before = situation.orders().find(advanced->order);
            if (isOver(before->stage) && broken.isEmpty())
                broken = u"an order went on after its end"_s;
            if (advanced->stage <= before->stage && broken.isEmpty())
                broken = u"a chain went back"_s;
        }
    }

    void check() {
        if (!broken.isEmpty())
            return;
        for (const FeedView& view : situation.views()) {
            if (!situation.feeds().find(view.feed))
                broken = u"a feed that is gone is watched"_s;
        }
        QHash<UnitId, int> held;
        for (const OrderId& id : std::as_const(m_orders)) {
            const Order& order = *situation.orders().find(id);
            Instant last = Instant::min();
            for (const auto& reached : order.reachedAt) {
                if (reached && *reached < last && !isOver(order.stage))
                    broken = u"hop times go back"_s;
                if (reached && !isOver(order.stage))
                    last = *reached;
            }
            if (order.unit() && order.stage < OrderStage::Reported && ++held[must(order.unit())] > 1)
                broken = u"a unit holds two orders"_s;
        }
        for (const IncidentId& id : std::as_const(m_incidents)) {
            const Incident& incident = *situation.incidents().find(id);
            const auto waitsFor = incident.hold ? incident.hold->unit : std::nullopt;
            for (const UnitId& each : std::as_const(m_units))
                if (situation.units().find(each)->stack.count(id) != (waitsFor == each ? 1 : 0))
                    broken = u"a unit's order and what waits for it differ"_s;
            if (waitsFor && incident.stage != IncidentStage::Pending &&
                incident.stage != IncidentStage::Reported)
                broken = u"what waits for a unit is being worked on"_s;
            const auto leads = std::ranges::count_if(incident.orders, [&](const OrderId& each) {
                const Order& order = *situation.orders().find(each);
                return order.unit() && order.role == OrderRole::Primary && !isOver(order.stage);
            });
            if (leads > 1)
                broken = u"two lead"_s;
            if (incident.isOpen() != situation.openIncidents().contains(id))
                broken = u"open, and not in the queue"_s;
        }
        for (const UnitId& id : std::as_const(m_units)) {
            const Unit& unit = *situation.units().find(id);
            if (unit.emergency.has_value() != (unit.status == UnitStatus::Emergency))
                broken = u"an emergency does not show"_s;
            if (unit.status == UnitStatus::Off && !unit.stack.isEmpty())
                broken = u"something waits for nobody"_s;
            if (unit.status == UnitStatus::Off && (unit.recordingSince || unit.drawnSince))
                broken = u"nobody's camera records"_s;
            if (unit.status == UnitStatus::Off && held.value(id) > 0)
                broken = u"nobody crews an order"_s;
        }
    }

    QRandomGenerator m_random;
    CountedIds m_ids;
    Instant m_now = instantFromMs(1'795'262'400'000);
    QList<UnitId> m_units;
    QList<IncidentId> m_incidents;
    QList<OrderId> m_orders;
    QList<MessageId> m_messages;
    QList<ViewId> m_views;
    QList<PremiseNoteId> m_notes;
    QList<BookmarkId> m_bookmarks;
    QList<std::pair<IncidentId, Instant>> m_lateSteps;
    QList<std::tuple<IncidentId, OrderId, DeadlineKind, Instant>> m_missed;
};

} // namespace

/// Random sequences of commands keep what must always hold.
class RandomTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void invariantsHold() {
        Scene scene;
        scene.furnish();
        Catalogue catalogue = scene.situation.catalogue();
        const TypeCode step = must(TypeCode::parse(u"call"));
        catalogue.plans = {{must(TypeCode::parse(u"grave")),
                            {{}, u"Grave"_s},
                            {},
                            Level::Urgent,
                            {{step, {{}, u"Call"_s}, 2min}}}};
        QVERIFY(scene.ask(u"bureau", DefineCatalogue{catalogue}));
        QVERIFY(scene.ask(u"bureau", OpenSeat{}));
        const quint32 first = qEnvironmentVariableIntValue("TRIDESK_SEED");
        qint64 facts = 0;
        for (quint32 seed = first; seed < first + sequences; ++seed) {
            Evening evening(scene, seed);
            for (int i = 0; i < steps; ++i)
                evening.step();
            QVERIFY2(evening.broken.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(evening.broken)));
            facts += evening.entries.size();
            if (seed % 4 != 0)
                continue;
            Situation again = scene.situation;
            for (const Entry& entry : std::as_const(evening.entries))
                again.fold(entry, decode(entry.fact).value());
            QVERIFY2(again == evening.situation, qPrintable(u"seed %1: the fold differs"_s.arg(seed)));
        }
        qInfo("%d sequences from seed %u, %lld facts", sequences, first, (long long)facts);
        QVERIFY(facts > sequences); // most of what was asked for was not refused
    }
};

QTEST_GUILESS_MAIN(RandomTest)
#include "random_test.moc"
