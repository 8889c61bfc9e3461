// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What an incident still lacks, shown while it is open and demanded where it is closed; and a pane that shows
// all of it in little room.

#include "tests/ui/panes/pane_desk.h"
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_pane.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class ClosingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
        Catalogue catalogue = m_scene->situation.catalogue();
        catalogue.required = {u"callers.phone"_s};
        catalogue.dispositions.append(
            {.code = code<TypeCode>(u"void"), .name = {{}, u"Void call"_s}, .incomplete = true});
        QVERIFY(m_scene->ask(u"bureau", DefineCatalogue{catalogue}));
        m_incident = m_scene->report();
    }

    void whatIsLackingIsShownUntilItIsKnown() {
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(m_incident);
        auto* lacking = child<QLabel>(pane, u"detailLacking"_s);
        QTRY_VERIFY(lacking->isVisible());
        QVERIFY2(lacking->text().contains(u"Caller's telephone"), qPrintable(lacking->text()));
        AmendIncident known;
        known.incident = m_incident;
        known.callers = QList<Caller>{{{}, u"110"_s}};
        QVERIFY(desk.ask(known));
        QTRY_VERIFY(!lacking->isVisible());
    }

    void closingAsksForAReasonAndKeepsIt() {
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.show();
        QSignalSpy echoed(&pane, &IncidentPane::echoed);
        desk.selection.setIncident(m_incident);
        close(pane, u"handled"_s);
        auto* input = child<QLineEdit>(pane, u"promptInput"_s);
        QTRY_VERIFY(input->isVisible());
        QCOMPARE(input->property("question").toString(), u"reason.incomplete"_s);
        QVERIFY(open(desk));
        QTest::keyClicks(input, u"he hung up"_s);
        QTest::keyClick(input, Qt::Key_Return);
        QTRY_VERIFY(!open(desk));
        QVERIFY2(echoed.constLast().constFirst().toString().contains(u"why=\"he hung up\""),
                 qPrintable(echoed.constLast().constFirst().toString()));
    }

    void theOtherWayOutIsToAddIt() {
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(m_incident);
        close(pane, u"handled"_s);
        auto* edit = child<QPushButton>(pane, u"promptOther"_s);
        QTRY_VERIFY(edit->isVisible());
        edit->click();
        QTRY_VERIFY(pane.findChild<IncidentForm*>()->isVisible());
        QVERIFY(open(desk));
    }

    void aVoidCallNeedsNoReason() {
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.show();
        desk.selection.setIncident(m_incident);
        close(pane, u"void"_s);
        QTRY_VERIFY(!open(desk));
    }

    /// The note and the closing stay in sight; what is known above them is scrolled in.
    void fitsALowScreen() {
        Q_UNUSED(m_scene->issue(m_incident, u"1A12"));
        PaneDesk desk(*m_scene);
        IncidentPane pane(desk.context());
        pane.resize(420, 480);
        pane.show();
        desk.selection.setIncident(m_incident);
        QTRY_VERIFY(child<QPushButton>(pane, u"closeIncident"_s)->isVisible());
        QVERIFY2(pane.minimumSizeHint().height() <= 480,
                 qPrintable(QString::number(pane.minimumSizeHint().height())));
        auto* scroll = child<QScrollArea>(pane, u"incident.scroll"_s);
        for (const QString& name : {u"closeIncident"_s, u"noteAdd"_s}) {
            auto* button = child<QPushButton>(pane, name);
            QVERIFY(pane.rect().contains(QRect(button->mapTo(&pane, QPoint()), button->size())));
            QVERIFY(!scroll->isAncestorOf(button));
        }
        // nothing is cut: what does not fit can be scrolled to
        auto* journal = child<QWidget>(pane, u"journalTable"_s);
        QVERIFY(scroll->isAncestorOf(journal));
        QTRY_VERIFY(scroll->verticalScrollBar()->maximum() > 0);
        scroll->ensureWidgetVisible(journal);
        QVERIFY(!journal->visibleRegion().isEmpty());
        QVERIFY(journal->height() >= journal->minimumSizeHint().height());
        pane.resize(900, 1000); // with room enough nothing scrolls
        QTRY_COMPARE(scroll->verticalScrollBar()->maximum(), 0);
    }

private:
    static void close(IncidentPane& pane, const QString& how) {
        auto* outcome = child<QComboBox>(pane, u"closeDisposition"_s);
        outcome->setCurrentIndex(outcome->findData(how));
        child<QPushButton>(pane, u"closeIncident"_s)->click();
    }
    bool open(const PaneDesk& desk) const { return desk.situation().incidents().find(m_incident)->isOpen(); }

    std::unique_ptr<Scene> m_scene;
    IncidentId m_incident;
};

QTEST_MAIN(ClosingTest)
#include "closing_test.moc"
