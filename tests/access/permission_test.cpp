// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

/// Who may ask for what, by tier and post.
class PermissionTest : public QObject {
    Q_OBJECT

private:
    Scene m_scene;
    IncidentId m_west; ///< in ST01's area
    OrderId m_order;   ///< of the bureau, to 1A12 of ST01
    PlotId m_plot;     ///< drawn by ST02, as is
    NamedPlaceId m_place;
    BookmarkId m_bookmark;

    bool may(QStringView seat, const Command& command) const {
        const auto allowed = permitted(m_scene.situation, actor(seat), command);
        return allowed || allowed.error().code != RefusalCode::NotPermitted;
    }

private Q_SLOTS:
    void initTestCase() {
        m_scene.furnish();
        m_west = m_scene.report(u"x"_s, 118.5);
        m_order = m_scene.issue(m_west, u"1A12");
        m_scene.clock.advance(recallWindow);
        const GeoPoint at = must(GeoPoint::from(31.5, 118.6));
        const auto drawn =
            m_scene.ask(u"station:ST02", DrawPlot{{}, {PlotShape::Point, {at}, u"gate"_s, {}, {}, {}}});
        m_plot = std::get<PlotDrawn>(decode(drawn->first().fact).value()).plot;
        QVERIFY(m_scene.ask(u"station:ST02", NamePlace{{}, {u"gate"_s, at, {}, {}}}));
        const auto set = m_scene.ask(u"station:ST02", SetBookmark{{}, {m_scene.clock.now(), u"x"_s}});
        m_bookmark = std::get<BookmarkSet>(decode(set->first().fact).value()).bookmark;
        m_place = m_scene.situation.placeNamed(u"gate"_s, at)->id;
    }

    void isByTierAndPost_data() {
        QTest::addColumn<Command>("command");
        QTest::addColumn<QStringList>("allowed");
        const auto row = [](const char* name, const Command& command, const QStringList& allowed) {
            QTest::newRow(name) << command << (allowed + QStringList{u"bureau"_s});
        };
        const UnitId unit = code<UnitId>(u"1A12");
        row("define a post", DefinePost{}, {});
        row("define a unit", DefineUnit{}, {});
        row("define the catalogue", DefineCatalogue{}, {});
        row("log on", LogOn{unit, {u"a"_s}}, {u"station:ST01"_s, u"field:1A12"_s});
        row("status", SetUnitStatus{unit, UnitStatus::Transport, {}}, {u"station:ST01"_s, u"field:1A12"_s});
        row("report", ReportIncident{},
            {u"station:ST01"_s, u"station:ST02"_s, u"field:1A12"_s, u"field:2A01"_s, u"machine:feed"_s});
        row("note", AddNote{m_west, u"x"_s}, {u"station:ST01"_s, u"field:1A12"_s});
        row("close the incident", CloseIncident{m_west, {}, {}}, {u"station:ST01"_s});
        row("own unit", IssueOrder{m_west, code<UnitId>(u"1A14"), {}, {}, {}}, {u"station:ST01"_s});
        row("other's unit", IssueOrder{m_west, code<UnitId>(u"2A01"), {}, {}, {}}, {});
        row("refer to a post", IssueOrder{m_west, code<PostId>(u"ST02"), {}, {}, {}}, {});
        row("sign", AdvanceOrder{m_order, OrderStage::Signed, {}, {}}, {u"station:ST01"_s, u"field:1A12"_s});
        row("cancel", AdvanceOrder{m_order, OrderStage::Cancelled, u"x"_s, {}}, {u"station:ST01"_s});
        row("recall", RecallOrder{m_order}, {});
        row("message", SendMessage{},
            {u"station:ST01"_s, u"station:ST02"_s, u"field:1A12"_s, u"field:2A01"_s});
        row("draw for the desk", DrawPlot{}, {u"station:ST01"_s, u"station:ST02"_s});
        row("draw for an incident", DrawPlot{{}, {{}, {}, {}, {}, m_west, {}}}, {u"station:ST01"_s});
        row("change another's drawing", DrawPlot{m_plot, {}}, {u"station:ST02"_s});
        row("erase another's drawing", ErasePlot{m_plot}, {u"station:ST02"_s});
        row("name a place", NamePlace{}, {u"station:ST01"_s, u"station:ST02"_s});
        row("forget another's place", ForgetPlace{m_place}, {u"station:ST02"_s});
        row("set a bookmark", SetBookmark{}, {u"station:ST01"_s, u"station:ST02"_s});
        row("set one of an incident", SetBookmark{{}, {{}, {}, m_west}}, {u"station:ST01"_s});
        row("remove another's bookmark", RemoveBookmark{m_bookmark}, {u"station:ST02"_s});
        row("define a camera", DefineCamera{}, {});
        row("retire a camera", RetireCamera{}, {});
        row("a body camera's sign", NoteCameraSign{unit},
            {u"station:ST01"_s, u"field:1A12"_s, u"machine:feed"_s});
        row("a body camera's alarm", RaiseEmergency{unit, EmergencySource::Shot, {}, {}},
            {u"station:ST01"_s, u"field:1A12"_s, u"machine:feed"_s});
        row("define a feed", DefineFeed{}, {});
        row("retire a feed", RetireFeed{}, {});
        row("bounds of video", SetVideoPolicy{}, {});
    }

    void isByTierAndPost() {
        QFETCH(Command, command);
        QFETCH(QStringList, allowed);
        for (const QString& seat : {u"bureau"_s, u"station:ST01"_s, u"station:ST02"_s, u"field:1A12"_s,
                                    u"field:2A01"_s, u"machine:feed"_s})
            QVERIFY2(may(seat, command) == allowed.contains(seat), qPrintable(seat));
    }

    void seesWhatConcernsIt() {
        const Incident& incident = m_scene.incident(m_west);
        const auto sees = [&](QStringView seat, Instant now) {
            return maySee(m_scene.situation, actor(seat), incident, now);
        };
        const Instant now = m_scene.clock.now();
        QVERIFY(sees(u"bureau", now));
        QVERIFY(sees(u"station:ST01", now));
        QVERIFY(!sees(u"station:ST02", now));
        QVERIFY(sees(u"field:1A12", now));
        QVERIFY(!sees(u"field:1A14", now));
        QVERIFY2(!sees(u"field:1A12", now - Milliseconds(1)), "before the order is released");
    }

    void seesDrawingsOfWhatItSees() {
        Plot plot;
        const auto sees = [&](QStringView seat, Instant now) {
            return maySee(m_scene.situation, actor(seat), plot, now);
        };
        const Instant now = m_scene.clock.now();
        QVERIFY(sees(u"station:ST02", now) && sees(u"field:1A14", now));
        plot.details.incident = m_west;
        QVERIFY(sees(u"station:ST01", now) && sees(u"field:1A12", now));
        QVERIFY(!sees(u"station:ST02", now) && !sees(u"field:1A14", now));
        plot.details.expiresAt = now;
        QVERIFY(sees(u"bureau", now - Milliseconds(1)));
        QVERIFY2(!sees(u"bureau", now), "expired");
    }
};

QTEST_GUILESS_MAIN(PermissionTest)
#include "permission_test.moc"
