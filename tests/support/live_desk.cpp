// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_desk.h"

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "tests/support/must.h"
#include "tests/support/told.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tridesk::test {

namespace {

constexpr int patience = 20'000; ///< ms; a loaded machine

DataFolder opened(const QString& path) {
    return DataFolder::open(path).value();
}

JournalFactory journalAt(const QString& path) {
    return [path]() -> std::expected<std::unique_ptr<Journal>, QString> {
        auto journal = SqliteJournal::open(path);
        if (!journal)
            return std::unexpected(journal.error().toString());
        return std::unique_ptr<Journal>(std::move(*journal));
    };
}

FixStoreFactory fixesAt(const QString& path) {
    return [path]() -> std::expected<std::unique_ptr<FixStore>, QString> {
        auto store = FixStore::open(path);
        if (!store)
            return std::unexpected(store.error().toString());
        return std::move(*store);
    };
}

template <class T>
bool finished(const QFuture<T>& future) {
    return QTest::qWaitFor([&] { return future.isFinished(); }, patience);
}

Area square(double west) {
    const auto at = [](double latitude, double longitude) {
        return must(GeoPoint::from(latitude, longitude));
    };
    return {{at(32.0, west), at(32.0, west + 0.1), at(32.1, west + 0.1), at(32.1, west)}};
}

} // namespace

LiveDesk::LiveDesk()
    : m_clock(std::make_shared<ManualClock>()) {
    const DataFolder folder = opened(m_folder.path());
    m_desk = std::make_unique<Desk>(journalAt(folder.journal()), folder.journalBell(), m_clock,
                                    std::make_shared<CountedIds>());
    m_fixes = std::make_unique<FixBoard>(fixesAt(folder.fixes()), folder.fixesBell());
    start();
}

LiveDesk::LiveDesk(std::shared_ptr<ManualClock> clock, std::unique_ptr<Desk> desk,
                   std::unique_ptr<FixBoard> fixes)
    : m_clock(std::move(clock))
    , m_desk(std::move(desk))
    , m_fixes(std::move(fixes)) {
    start();
}

void LiveDesk::start() {
    QSignalSpy ready(m_desk.get(), &Desk::ready);
    m_fixes->start();
    m_desk->start();
    if (ready.isEmpty())
        ready.wait(patience);
    furnish();
}

void LiveDesk::furnish() {
    const auto post = [&](QStringView id, const QString& zh, const QString& en, double west) {
        ask(u"bureau", DefinePost{{.id = code<PostId>(id),
                                   .tier = Tier::Station,
                                   .name = {.zh = zh, .en = en},
                                   .at = GeoPoint::from(32.05, west + 0.05),
                                   .area = square(west)}});
    };
    post(u"ST01", u"江东派出所"_s, u"Jiangdong station"_s, 118.5);
    post(u"ST02", u"江西派出所"_s, u"Jiangxi station"_s, 118.6);
    const auto type = [](QStringView id, const QString& zh, const QString& en, Level level) {
        return IncidentType{.code = code<TypeCode>(id), .name = {.zh = zh, .en = en}, .level = level};
    };
    ask(u"bureau", DefineCatalogue{
                       {.types = {type(u"traffic", u"交通"_s, u"Traffic"_s, Level::Routine),
                                  type(u"traffic.accident", u"交通事故"_s, u"Accident"_s, Level::Urgent)},
                        .dispositions = {{code<TypeCode>(u"handled"), {u"现场处置完毕"_s, u"Handled"_s}},
                                         {code<TypeCode>(u"nothing"), {u"未发现警情"_s, u"Nothing found"_s}}},
                        .deadlines = {}}});
    const auto car = [&](QStringView id, QStringView station, double longitude) {
        defineUnit(id, station);
        ask(u"bureau", LogOn{.unit = code<UnitId>(id), .crew = {u"Chen"_s, u"Wu"_s}});
        placeUnit(id, must(GeoPoint::from(32.05, longitude)));
    };
    car(u"1A12", u"ST01", 118.54);
    car(u"1A14", u"ST01", 118.56);
    car(u"2A01", u"ST02", 118.65);
}

void LiveDesk::defineUnit(QStringView callsign, QStringView post, UnitKind kind) {
    ask(u"bureau", DefineUnit{{.id = code<UnitId>(callsign),
                               .callsign = code<Callsign>(callsign),
                               .kind = kind,
                               .post = code<PostId>(post),
                               .devices = {}}});
}

void LiveDesk::placeUnit(QStringView unit, GeoPoint at) {
    const Fix fix{.unit = code<UnitId>(unit),
                  .at = at,
                  .measuredAt = m_clock->now(),
                  .receivedAt = m_clock->now(),
                  .speed = {},
                  .heading = {},
                  .accuracy = {},
                  .source = u"test"_s};
    QVERIFY(m_fixes->take(std::span(&fix, 1)));
}

bool LiveDesk::ask(QStringView seat, const Command& command) {
    const QFuture<Outcome> outcome = m_desk->submit(actor(seat), command);
    if (!finished(outcome) || !outcome.result()) {
        QTest::qFail(qPrintable(outcome.isFinished() ? outcome.result().error().field : u"not finished"_s),
                     __FILE__, __LINE__);
        return false;
    }
    return true;
}

IncidentId LiveDesk::report(const QString& text, double latitude, double longitude) {
    return report({.text = text,
                   .type = code<TypeCode>(u"traffic.accident"),
                   .level = Level::Urgent,
                   .place = {.at = GeoPoint::from(latitude, longitude), .address = u"Linjiang Road 5"_s},
                   .callers = {{.name = u"Li"_s, .phone = u"13800000000"_s}},
                   .hazards = {.injured = true}});
}

IncidentId LiveDesk::report(const IncidentDetails& details) {
    const Source source{.name = u"test"_s, .key = QString::number(++m_reports)};
    ask(u"bureau", ReportIncident{.source = source, .details = details});
    const Incident* incident = situation().incidentBySource(source);
    return incident ? incident->id : IncidentId();
}

QList<Entry> LiveDesk::history(const IncidentId& incident) {
    const QFuture<QList<Entry>> history = m_desk->history(incident);
    const QList<Entry> entries = finished(history) ? history.result() : QList<Entry>();
    // the journal is ahead of what windows know; who has seen an entry here may count on it there
    const bool isKnown = QTest::qWaitFor(
        [&] { return entries.isEmpty() || situation().seq() >= entries.constLast().seq; }, patience);
    return isKnown ? entries : QList<Entry>();
}

QStringList LiveDesk::kinds(const IncidentId& incident) {
    QStringList kinds;
    const QList<Entry> entries = history(incident);
    for (const Entry& entry : entries)
        kinds << entry.fact.kind;
    return kinds;
}

QStringList LiveDesk::told(const IncidentId& incident) {
    Told told;
    QStringList lines;
    const QList<Entry> entries = history(incident);
    for (const Entry& entry : entries)
        lines << told.line({{u"seat"_s, entry.fact.seat},
                            {u"kind"_s, entry.fact.kind},
                            {u"payload"_s, QJsonDocument::fromJson(entry.fact.payload).object()}});
    return lines;
}

QList<OrderId> LiveDesk::ordersOf(const IncidentId& incident) const {
    const Incident* found = situation().incidents().find(incident);
    return found ? found->orders : QList<OrderId>();
}

} // namespace tridesk::test
