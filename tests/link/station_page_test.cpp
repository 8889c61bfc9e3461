// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/domain/message_rules.h"
#include "app/journal/postgres_journal.h"
#include "tests/link/kept_scene.h"
#include "tests/support/postgres_server.h"

#include <QTest>

#include <map>
#include <random>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString st01 = u"station:ST01"_s;
const QString st02 = u"station:ST02"_s;

Caller caller(const QString& name) {
    return {.name = name, .phone = u"13900000000"_s};
}

AmendIncident amendment(const IncidentId& incident) {
    return {.incident = incident,
            .text = {},
            .type = {},
            .level = {},
            .place = {},
            .callers = {},
            .hazards = {},
            .reason = {}};
}

Place placeAt(double longitude) {
    return {.at = GeoPoint::from(31.5, longitude), .address = u"place %1"_s.arg(longitude)};
}

/// A station's terminal: takes pages in, one on the other, as its store does.
class Follower {
public:
    void take(const SeatPage& page) {
        for (const QString& stream : page.streams)
            std::erase_if(m_entries, [&](const auto& each) { return each.second.fact.stream == stream; });
        for (const Entry& entry : page.entries)
            m_entries.insert_or_assign(entry.seq, entry);
        m_upTo = page.upTo;
    }
    [[nodiscard]] qint64 upTo() const { return m_upTo; }
    [[nodiscard]] Situation situation() const {
        Situation folded;
        for (const auto& [seq, entry] : m_entries)
            folded.fold(entry, decode(entry.fact).value());
        return folded;
    }

private:
    std::map<qint64, Entry> m_entries;
    qint64 m_upTo = 0;
};

/// Everything that a station's panes show, against the situation of the whole journal; empty: they agree.
QString difference(const Situation& whole, const Situation& part, const QString& seat) {
    const Actor who{.seat = must(Seat::parse(seat)), .user = {}, .role = Role::DutyOfficer};
    for (const Incident& incident : whole.incidents()) {
        const Incident* here = part.incidents().find(incident.id);
        if (!maySee(whole, who, incident, Instant::max())) {
            if (here)
                return u"incident %1 is none of its own"_s.arg(incident.details.text);
            continue;
        }
        if (!here)
            return u"incident %1 is missing"_s.arg(incident.details.text);
        Incident seen = incident;
        if (incident.has(IncidentFlag::ConfidentialCaller))
            seen.details.callers.clear();
        if (*here != seen)
            return u"incident %1 is another"_s.arg(incident.details.text);
        for (const OrderId& id : incident.orders)
            if (!part.orders().find(id) || *part.orders().find(id) != *whole.orders().find(id))
                return u"an order of incident %1"_s.arg(incident.details.text);
    }
    for (const Unit& unit : whole.units()) {
        const Unit* here = part.units().find(unit.definition.id);
        if (!here || here->definition != unit.definition)
            return u"unit %1"_s.arg(unit.definition.id.toString());
        const bool mine = maySee(whole, who, unit);
        if (mine && (here->crew != unit.crew || here->status != unit.status || here->order != unit.order ||
                     here->emergency.has_value() != unit.emergency.has_value()))
            return u"what unit %1 does"_s.arg(unit.definition.id.toString());
        if (!mine && !here->crew.isEmpty())
            return u"the crew of unit %1"_s.arg(unit.definition.id.toString());
    }
    for (const Message& message : whole.messages()) {
        const bool mine = message_rules::concerns(whole, message, who.seat);
        const Message* here = part.messages().find(message.id);
        if (mine != bool(here) || (here && *here != message))
            return u"message %1"_s.arg(message.text);
    }
    for (const Plot& plot : whole.plots()) {
        const bool mine = maySee(whole, who, plot, Instant());
        const Plot* here = part.plots().find(plot.id);
        const Incident* of = plot.details.incident ? whole.incidents().find(*plot.details.incident) : nullptr;
        const bool released = !of || maySee(whole, who, *of, Instant::max());
        if ((mine && !here) || (here && !released) || (here && *here != plot))
            return u"plot %1"_s.arg(plot.details.label);
    }
    if (part.plots().size() > whole.plots().size())
        return u"a plot that was erased"_s;
    if (part.premises() != whole.premises() || part.places() != whole.places() ||
        part.cameras() != whole.cameras() || part.posts() != whole.posts())
        return u"notes, places, cameras or posts"_s;
    return {};
}

/// An evening of everything that is the one station's, the other's, both's or the bureau's alone.
void play(Scene& scene) {
    scene.furnish();
    const auto ask = [&](const QString& seat, const Command& command) {
        const auto made = scene.ask(seat, command);
        if (!made)
            qFatal("%s", qPrintable(made.error().field + u' ' + made.error().detail));
    };
    const IncidentId mine = scene.report(u"mine"_s, 118.5);
    const IncidentId others = scene.report(u"others"_s, 119.5);
    const IncidentId both = scene.report(u"both"_s, 119.6);
    const IncidentId secret = scene.report(u"sensitive, ours"_s, 118.6);
    const IncidentId sent = scene.report(u"sensitive, sent there"_s, 119.7);
    const IncidentId recalled = scene.report(u"recalled"_s, 119.8);
    const IncidentId gone = scene.report(u"gone to the others"_s, 118.7);
    const IncidentId come = scene.report(u"come from the others"_s, 119.2);
    scene.issue(mine, u"1A12", st01);
    scene.issue(others, u"2A01");
    for (const IncidentId& id : {secret, sent})
        ask(u"bureau"_s, FlagIncident{.incident = id, .flag = IncidentFlag::Sensitive, .on = true});
    const auto amend = [&](const IncidentId& id, auto set) {
        AmendIncident change = amendment(id);
        set(change);
        ask(u"bureau"_s, change);
    };
    amend(both, [](AmendIncident& c) { c.callers = {caller(u"Zhao"_s)}; });
    ask(u"bureau"_s, FlagIncident{.incident = both, .flag = IncidentFlag::ConfidentialCaller, .on = true});
    amend(mine, [](AmendIncident& c) { c.callers = {caller(u"Qian"_s)}; });
    amend(gone, [](AmendIncident& c) { c.place = placeAt(119.3); });
    amend(come, [](AmendIncident& c) { c.place = placeAt(118.3); });
    scene.clock.advance(1min);
    const OrderId taken = scene.issue(recalled, u"1A14");
    ask(u"bureau"_s, RecallOrder{taken});
    scene.issue(sent, u"1A14");
    ask(u"bureau"_s, IssueOrder{both, code<PostId>(u"ST01"), OrderRole::Backup, {}, {}});
    scene.clock.advance(1min);
    ask(u"field:1A14"_s, RaiseEmergency{code<UnitId>(u"1A14"), EmergencySource::Crew, {}, {}});
    ask(u"field:2A01"_s, RaiseEmergency{code<UnitId>(u"2A01"), EmergencySource::Crew, {}, {}});
    ask(u"bureau"_s, SendMessage{{code<PostId>(u"ST01")}, u"to ST01"_s, {}});
    ask(u"bureau"_s, SendMessage{{code<PostId>(u"ST02")}, u"to ST02"_s, {}});
    ask(st01, SendMessage{{code<UnitId>(u"2A01")}, u"of ST01"_s, {}});
    ask(u"bureau"_s, SendMessage{{}, u"room of ours"_s, mine, MessageKind::Room});
    ask(u"bureau"_s, SendMessage{{}, u"room of theirs"_s, others, MessageKind::Room});
    for (const auto& [label, of] :
         {std::pair(u"for all"_s, std::optional<IncidentId>()), {u"ours"_s, mine}, {u"theirs"_s, others}}) {
        PlotDetails details;
        details.shape = PlotShape::Line;
        details.points = {must(GeoPoint::from(31.1, 118.1)), must(GeoPoint::from(31.2, 118.2))};
        details.label = label;
        details.incident = of;
        ask(u"bureau"_s, DrawPlot{{}, details});
    }
    PremiseNoteDetails note;
    note.words = u"a dog"_s;
    note.at = GeoPoint::from(31.5, 119.9);
    note.radius = 50;
    ask(u"bureau"_s, NotePremise{{}, note});
    ask(u"bureau"_s, DefineCamera{{code<CameraId>(u"C1"), {u"桥"_s, u"Bridge"_s}, {}, {}}});
    ask(st02, NamePlace{{}, {.name = u"the bend"_s, .at = {}, .kind = u"alias"_s, .address = {}}});
    ask(u"bureau"_s, DefinePolicy{RecommendPolicy{.picks = 3}});
    for (const QString& seat : {u"bureau"_s, st01, st02}) {
        ask(seat, OpenSeat{});
        ask(seat, RecordLook{LookKind::AddressHistory, u"Linjiang Road"_s, {}});
        ask(seat, OfferHandover{u"brief of "_s + seat, {}});
    }
}

} // namespace

/// What of the journal goes to a station on another machine: all that its panes show, and nothing that the
/// server of a site would hide from it.
class StationPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatItsPanesShow();
    void agreesWithTheServer();
    void followsAsItStands();
};

void StationPageTest::holdsWhatItsPanesShow() {
    Scene scene;
    play(scene);
    const Kept kept(scene);
    for (const QString& seat : {st01, st02}) {
        Follower follower;
        const SeatPage page = kept.page(seat);
        QVERIFY(seatPageFrom(toJson(page)).has_value());
        follower.take(page);
        const QString differs = difference(kept.situation, follower.situation(), seat);
        QVERIFY2(differs.isEmpty(), qPrintable(seat + u": "_s + differs));
        QVERIFY(!toJson(page).contains("Zhao")); // who called is the bureau's to know
        QCOMPARE(toJson(page).contains("Qian"), seat == st01);
        QCOMPARE(follower.situation().policy().picks, 3); // it proposes as the bureau does
        QCOMPARE(follower.situation().handovers().size(), 1);
    }
}

/// The same journal on a real PostgreSQL, read under a station's own account.
void StationPageTest::agreesWithTheServer() {
    PostgresServer server;
    QVERIFY2(server.trouble().isEmpty(), qPrintable(server.trouble()));
    const QString database = server.makeDatabase();
    QVERIFY(PostgresJournal::open(server.at(database, u"tridesk_owner"_s)));
    QVERIFY(server.addUser(database, u"gw"_s, u"gateway"_s));
    QVERIFY(server.addUser(database, u"zhang"_s, u"station"_s, u"ST01"_s));
    Scene scene;
    play(scene);
    {
        const auto gateway = PostgresJournal::open(server.at(database, u"gw"_s));
        QVERIFY(gateway);
        const auto step = (*gateway)->begin();
        QVERIFY(step);
        QList<Draft> facts;
        for (const Entry& entry : scene.entries)
            facts.append(entry.fact);
        QVERIFY((*step)->append(facts, SystemClock().now()));
        QVERIFY((*step)->commit());
    }
    const auto station = PostgresJournal::open(server.at(database, u"zhang"_s));
    QVERIFY(station);
    const auto read = (*station)->read(1, 100'000);
    QVERIFY(read);
    std::map<qint64, QString> there;
    for (const Entry& entry : *read)
        there.emplace(entry.seq, entry.fact.kind);
    const SeatPage page = Kept(scene).page(st01);
    QStringList onlyHere;
    for (const Entry& entry : page.entries)
        if (there.erase(entry.seq) == 0 && !page.redacted.contains(entry.seq))
            onlyHere << entry.fact.kind;
    QCOMPARE(onlyHere, QStringList{u"policy.defined"_s}); // a setting, without which it would propose others
    QVERIFY2(there.empty(), there.empty() ? "" : qPrintable(there.begin()->second)); // and nothing is missing
}

/// Two stations follow a random night page by page, among it what comes and goes: incidents and units that
/// change their station, protection, drawings. At each look each has what it may see, and no more.
void StationPageTest::followsAsItStands() {
    constexpr uint seed = 20261126;
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto upTo = [&](qsizetype end) { return qsizetype(random() % uint(std::max<qsizetype>(end, 1))); };
    Scene scene;
    scene.furnish();
    Follower first;
    Follower second;
    QList<IncidentId> incidents;
    QList<PlotId> plots;
    int done = 0;
    for (int step = 0; step < 600; ++step) {
        scene.clock.advance(20s);
        const QString unit = QStringList{u"1A12"_s, u"1A14"_s, u"2A01"_s}.at(upTo(3));
        const double longitude = random() % 2 ? 118.5 : 119.5;
        const IncidentId incident = incidents.isEmpty() ? IncidentId() : incidents.at(upTo(incidents.size()));
        Command command = AddNote{.incident = incident, .text = u"note %1"_s.arg(step)};
        switch (incidents.isEmpty() ? 0 : random() % 11) {
        case 0:
            incidents.append(scene.report(u"incident %1"_s.arg(step), longitude));
            continue;
        case 1: {
            AmendIncident change = amendment(incident);
            change.place = placeAt(longitude);
            command = change;
            break;
        }
        case 2:
            command = FlagIncident{.incident = incident,
                                   .flag = random() % 3 ? IncidentFlag::Sensitive
                                                        : IncidentFlag::ConfidentialCaller,
                                   .on = random() % 2 == 0};
            break;
        case 3:
            command = IssueOrder{incident, code<UnitId>(unit), OrderRole::Primary, {}, u"worse"_s};
            break;
        case 4:
            if (const auto& orders = scene.incident(incident).orders; !orders.isEmpty())
                command = random() % 3 ? Command(AdvanceOrder{orders.constLast(), OrderStage::Signed, {}, {}})
                                       : Command(RecallOrder{orders.constLast()});
            break;
        case 5: {
            UnitDefinition moved = scene.unit(unit).definition;
            moved.post = code<PostId>(random() % 2 ? u"ST01" : u"ST02");
            command = DefineUnit{moved};
            break;
        }
        case 6: {
            PlotDetails details;
            details.shape = PlotShape::Line;
            details.points = {must(GeoPoint::from(31.1, 118.1)), must(GeoPoint::from(31.2, 118.2))};
            details.label = u"line %1"_s.arg(step);
            if (random() % 3)
                details.incident = incident;
            const bool again = !plots.isEmpty() && random() % 2;
            command = DrawPlot{again ? std::optional(plots.at(upTo(plots.size()))) : std::nullopt, details};
            break;
        }
        case 7:
            if (!plots.isEmpty())
                command = ErasePlot{plots.at(upTo(plots.size()))};
            break;
        case 8:
            command = SendMessage{{}, u"room %1"_s.arg(step), incident, MessageKind::Room};
            break;
        case 9:
            command = IssueOrder{
                incident, code<PostId>(random() % 2 ? u"ST01" : u"ST02"), OrderRole::Backup, {}, {}};
            break;
        default:
            break;
        }
        const auto made = scene.ask(u"bureau", command);
        done += made.has_value();
        if (made && !made->isEmpty())
            if (const auto fact = decode(made->constLast().fact); fact)
                if (const auto* drawn = std::get_if<PlotDrawn>(&*fact))
                    plots.append(drawn->plot);
        if (step % 7)
            continue;
        const Kept kept(scene);
        for (const auto& [follower, seat] : {std::pair(&first, st01), {&second, st02}}) {
            follower->take(kept.page(seat, follower->upTo()));
            const QString differs = difference(kept.situation, follower->situation(), seat);
            QVERIFY2(differs.isEmpty(), qPrintable(u"step %1, %2: %3"_s.arg(step).arg(seat, differs)));
        }
    }
    QVERIFY2(done > 250, qPrintable(QString::number(done))); // the night was not refused
}

QTEST_GUILESS_MAIN(StationPageTest)
#include "station_page_test.moc"
