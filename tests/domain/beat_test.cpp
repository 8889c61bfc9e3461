// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/domain/checks.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Parts of a post's area, and what the catalogue requires before an incident is closed.
class BeatTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void anIncidentGetsItsBeatWithItsStation() {
        QVERIFY(define(u"B1", 118.5, 118.6));
        QVERIFY(define(u"B2", 118.6, 118.7));
        const IncidentId id = m_scene->report(u"noise"_s, 118.55);
        QCOMPARE(m_scene->incident(id).post, m_station);
        QCOMPARE(m_scene->incident(id).beat, code<BeatId>(u"B1"));
        QVERIFY(moved(id, 118.65));
        QCOMPARE(m_scene->incident(id).beat, code<BeatId>(u"B2"));
        QVERIFY(moved(id, 118.95)); // in the station's area, in no beat
        QVERIFY(m_scene->incident(id).beat.isNull());
        // A beat that is drawn later changes no record.
        QVERIFY(define(u"B3", 118.9, 119.0));
        QVERIFY(m_scene->incident(id).beat.isNull());
    }

    void isDefinedOnceAndTakenAway() {
        QVERIFY(!define(u"B1", 118.5, 118.6)->isEmpty());
        QVERIFY(define(u"B1", 118.5, 118.6)->isEmpty()); // a list may be imported twice
        QVERIFY(m_scene->ask(u"bureau", RetireBeat{code<BeatId>(u"B1")}));
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", RetireBeat{code<BeatId>(u"B1")})).code,
                 RefusalCode::UnknownBeat);
        QVERIFY(m_scene->incident(m_scene->report(u"noise"_s, 118.55)).beat.isNull());
    }

    void refusesWhatIsNoBeat() {
        const auto why = [&](const Beat& beat) {
            return refusalOf(m_scene->ask(u"bureau", DefineBeat{beat}));
        };
        const Name name{{}, u"North"_s};
        const Area area = square(118.5, 118.6);
        QCOMPARE(why({{}, m_station, name, area}).field, u"id"_s);
        QCOMPARE(why({code<BeatId>(u"B1"), code<PostId>(u"ST99"), name, area}).code,
                 RefusalCode::UnknownPost);
        QCOMPARE(why({code<BeatId>(u"B1"), m_station, {}, area}).field, u"name"_s);
        QCOMPARE(why({code<BeatId>(u"B1"), m_station, name, {}}).field, u"area"_s);
        QCOMPARE(why({code<BeatId>(u"B1"), m_station, name, {{area.first().first()}}}).field, u"area"_s);
        for (const QStringView seat : {u"station:ST01", u"field:1A12"})
            QVERIFY(!permitted(m_scene->situation, actor(seat),
                               DefineBeat{{code<BeatId>(u"B1"), m_station, name, area}}));
        UnitDefinition unit = m_scene->unit(u"1A12").definition;
        unit.beat = code<BeatId>(u"B9");
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", DefineUnit{unit})).code, RefusalCode::UnknownBeat);
    }

    /// However it was reported, nobody is refused for what is missing; closing asks for it.
    void whatIsRequiredIsDemandedWhereAnIncidentIsClosed() {
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.required = {u"callers.phone"_s, u"callers.name"_s, u"place.at"_s};
        catalogue.dispositions.append(
            {.code = code<TypeCode>(u"silent"), .name = {{}, u"Silent call"_s}, .incomplete = true});
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        const IncidentId id = m_scene->report();
        QVERIFY(m_scene->ask(u"machine:feed",
                             ReportIncident{{u"feed"_s, u"1"_s}, {u"alarm"_s, {}, {}, {}, {}, {}}}));
        const IncidentDetails& details = m_scene->incident(id).details;
        QCOMPARE(checks::lacking(catalogue, details), QStringList({u"callers.name"_s, u"callers.phone"_s}));
        const CloseIncident close{id, code<TypeCode>(u"handled"), u"done"_s};
        for (const QStringView seat : {u"bureau", u"station:ST01"}) {
            const Refusal refusal = refusalOf(m_scene->ask(seat, close));
            QCOMPARE(refusal.code, RefusalCode::Incomplete);
            QCOMPARE(refusal.field, u"callers.name"_s);
            QCOMPARE(refusal.detail, u"callers.name, callers.phone"_s);
        }
        QVERIFY(checks::closable(catalogue, details, code<TypeCode>(u"silent"))); // it takes it so
        CloseIncident reasoned = close;
        reasoned.overrideReason = u"he hung up"_s;
        const auto made = m_scene->ask(u"bureau", reasoned);
        QVERIFY(made);
        QCOMPARE(std::get<IncidentClosed>(decode(made->last().fact).value()).overrideReason, u"he hung up"_s);
    }

    void whatIsKnownNeedsNoReason() {
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.required = {u"place.at"_s};
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        CloseIncident close{m_scene->report(), code<TypeCode>(u"handled"), {}, u"not wanted"_s};
        const auto made = m_scene->ask(u"bureau", close);
        QVERIFY(made);
        QVERIFY(std::get<IncidentClosed>(decode(made->last().fact).value()).overrideReason.isEmpty());
    }

private:
    static Area square(double west, double east) {
        QList<GeoPoint> ring;
        for (const auto& [latitude, longitude] :
             {std::pair(31.0, west), std::pair(31.0, east), std::pair(32.0, east), std::pair(32.0, west)})
            ring.append(must(GeoPoint::from(latitude, longitude)));
        return {ring};
    }
    Result<QList<Entry>> define(QStringView id, double west, double east) {
        return m_scene->ask(
            u"bureau", DefineBeat{{code<BeatId>(id), m_station, {{}, id.toString()}, square(west, east)}});
    }
    Result<QList<Entry>> moved(const IncidentId& id, double longitude) {
        AmendIncident change;
        change.incident = id;
        change.place = Place{GeoPoint::from(31.5, longitude), {}};
        return m_scene->ask(u"bureau", change);
    }

    std::unique_ptr<Scene> m_scene;
    const PostId m_station = code<PostId>(u"ST01");
};

QTEST_GUILESS_MAIN(BeatTest)
#include "beat_test.moc"
