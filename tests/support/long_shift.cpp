// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/long_shift.h"

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

constexpr double west = 118;
constexpr double south = 31;
constexpr double stationWidth = 0.05; ///< degrees

QString stationCode(int number) {
    return u"ST%1"_s.arg(number, 2, 10, QLatin1Char('0'));
}

GeoPoint point(double latitude, double longitude) {
    return must(GeoPoint::from(latitude, longitude));
}

Post station(int number) {
    const double left = west + stationWidth * number;
    return {code<PostId>(stationCode(number)),
            Tier::Station,
            {u"第%1派出所"_s.arg(number), u"Station %1"_s.arg(number)},
            point(south + 0.1, left + stationWidth / 2),
            {{point(south, left), point(south, left + stationWidth), point(south + 0.2, left + stationWidth),
              point(south + 0.2, left)}}};
}

Catalogue catalogue() {
    return {.types = {{code<TypeCode>(u"traffic"), {u"交通"_s, u"Traffic"_s}, Level::Routine},
                      {code<TypeCode>(u"theft"), {u"盗窃"_s, u"Theft"_s}, Level::Urgent}},
            .dispositions = {{code<TypeCode>(u"handled"), {u"已处理"_s, u"Handled"_s}}},
            .deadlines = {}};
}

} // namespace

LongShift::LongShift(const Size& size, quint32 seed)
    : m_size(size)
    , m_random(seed) {
    m_furniture = {
        DefineCatalogue{catalogue()},
        DefinePost{{code<PostId>(u"HQ"), Tier::Bureau, {u"指挥中心"_s, u"Command centre"_s}, {}, {}}}};
    for (int i = 0; i < size.stations; ++i)
        m_furniture.append(DefinePost{station(i)});
    for (int i = 0; i < size.units; ++i) {
        const QString callsign = u"%1A%2"_s.arg(i % size.stations).arg(i / size.stations);
        m_units.append(code<UnitId>(callsign));
        m_furniture.append(DefineUnit{{m_units.last(),
                                       code<Callsign>(callsign),
                                       UnitKind::Car,
                                       code<PostId>(stationCode(i % size.stations)),
                                       {u"tracker-"_s + callsign}}});
        m_furniture.append(LogOn{m_units.last(), {u"王"_s, u"李"_s}});
    }
}

QList<Entry> LongShift::ask(QStringView seat, const Command& command) {
    const Request request{RequestId(m_ids.next()), actor(seat), {}, command};
    DecisionContext context{m_now, toDateTime(m_now).date(), m_ids};
    const Decision decision = decide(m_situation, request, context);
    QList<Entry> made;
    if (!decision)
        return made;
    made.reserve(qsizetype(decision->size()));
    for (const Fact& fact : *decision) {
        made.append(Entry{m_situation.seq() + 1, m_now, encode(fact, request, m_now), {}, {}});
        m_situation.fold(made.last(), fact);
    }
    return made;
}

QList<Entry> LongShift::report() {
    const QString number = QString::number(m_random.bounded(10'000));
    IncidentDetails details{
        u"report "_s + number,
        code<TypeCode>(m_random.bounded(3) ? u"traffic" : u"theft"),
        m_random.bounded(4) ? Level::Routine : Level::Urgent,
        {GeoPoint::from(south + 0.2 * m_random.generateDouble(),
                        west + stationWidth * m_size.stations * m_random.generateDouble()),
         u"解放路%1号"_s.arg(number)},
        {{u"王"_s, u"139%1"_s.arg(number)}},
        {}};
    const QList<Entry> made = ask(u"bureau", ReportIncident{{u"phone"_s, {}}, details});
    for (const Entry& entry : made)
        if (entry.fact.kind == "incident.reported"_L1)
            m_open.append(std::get<IncidentReported>(must(decode(entry.fact))).incident);
    return made;
}

QList<Entry> LongShift::advance(const Order& order, const Incident& incident) {
    const auto to = std::get_if<UnitId>(&order.to);
    const QString seat =
        to ? u"field:"_s + to->toString() : u"station:"_s + std::get<PostId>(order.to).toString();
    if (order.stage >= OrderStage::Reported)
        return ask(u"bureau", CloseIncident{incident.id, code<TypeCode>(u"handled"), u"done"_s});
    const auto next = OrderStage(int(order.stage) + 1);
    return ask(seat, AdvanceOrder{order.id,
                                  next,
                                  u"done"_s,
                                  next == OrderStage::Reported ? code<TypeCode>(u"handled") : TypeCode(),
                                  {}});
}

QList<Entry> LongShift::work(const IncidentId& id) {
    const Incident* incident = m_situation.incidents().find(id);
    for (const OrderId& each : incident->orders)
        if (const Order* order = m_situation.orders().find(each); order && !isOver(order->stage))
            return advance(*order, *incident);
    return ask(u"bureau", IssueOrder{id, unit(), OrderRole::Primary, {}, u"near"_s});
}

QList<Entry> LongShift::step() {
    if (!m_furniture.isEmpty())
        return ask(u"bureau", m_furniture.takeFirst());
    // Recall's six seconds pass, now and then; a machine's clock is set back, seldom.
    m_now += Milliseconds(m_random.bounded(int(m_size.pace.count())));
    if (m_random.bounded(5'000) == 0)
        m_now -= std::chrono::seconds(20);
    if (m_open.size() < m_size.open)
        return report();
    const qsizetype which = m_random.bounded(m_open.size());
    switch (m_random.bounded(12)) {
    case 0:
        return ask(u"bureau", AddNote{m_open[which], u"note "_s + QString::number(m_random.bounded(100))});
    case 1:
        return ask(u"bureau", SendMessage{{unit()}, u"where are you"_s, {}});
    case 2:
        return ask(u"bureau",
                   SetUnitStatus{
                       unit(), m_random.bounded(2) ? UnitStatus::OutOfService : UnitStatus::Available, {}});
    default:
        break;
    }
    const QList<Entry> made = work(m_open[which]);
    if (!m_situation.openIncidents().contains(m_open[which]))
        m_open.removeAt(which);
    return made;
}

void LongShift::runTo(qint64 entries, const Taker& take) {
    while (m_situation.seq() < entries)
        if (const QList<Entry> made = step(); take && !made.isEmpty())
            take(made);
}

bool LongShift::runTo(Journal& journal, qint64 entries, qint64 each) {
    while (m_situation.seq() < entries) {
        const auto transaction = journal.begin();
        bool taken = transaction.has_value();
        if (taken)
            runTo(std::min(entries, m_situation.seq() + each), [&](const QList<Entry>& made) {
                QList<Draft> drafts;
                drafts.reserve(made.size());
                for (const Entry& entry : made)
                    drafts.append(entry.fact);
                taken = taken && (*transaction)->append(drafts, made.constFirst().recordedAt);
            });
        if (!taken || !(*transaction)->commit())
            return false;
    }
    return true;
}

} // namespace tridesk::test
