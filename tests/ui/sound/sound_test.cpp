// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/feed_hearing.h"
#include "tests/support/live_desk.h"
#include "ui/sound/feed_sound.h"
#include "ui/sound/rhythm.h"
#include "ui/sound/sound_sheet.h"
#include "ui/sound/sounder.h"
#include "ui/sound/spoken_words.h"

#include <QAudioDevice>
#include <QCheckBox>
#include <QElapsedTimer>
#include <QMediaDevices>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<AlertFamily> families() {
    QList<AlertFamily> all;
    for (int i = 0; i < alertFamilyCount; ++i)
        all.append(AlertFamily(i));
    return all;
}

/// The strokes without their pitch: 's' a short one, 'l' a long one, '-' a pause that parts groups.
QString pattern(AlertFamily family) {
    QString pattern;
    for (const sound::Stroke& stroke : sound::rhythm(family)) {
        pattern += stroke.on >= 250ms ? u'l' : u's';
        if (stroke.off >= 250ms)
            pattern += u'-';
    }
    return pattern;
}

qint16 loudest(const QByteArray& samples) {
    qint16 most = 0;
    for (qsizetype i = 0; i + 1 < samples.size(); i += 2) {
        qint16 value = 0;
        std::memcpy(&value, samples.constData() + i, sizeof value);
        most = std::max(most, qint16(std::abs(int(value))));
    }
    return most;
}

} // namespace

class SoundTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<QSettings> m_settings;

    QSettings& settings() { return *m_settings; }

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English));
        qRegisterMetaType<AlertFamily>();
    }
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_settings = std::make_unique<QSettings>(m_live->file(u"sound.ini"_s), QSettings::IniFormat);
    }

    void familiesDifferInRhythmAndNotOnlyInPitch() {
        QSet<QString> patterns;
        for (const AlertFamily family : families()) {
            const auto strokes = sound::rhythm(family);
            for (const sound::Stroke& stroke : strokes)
                QVERIFY(stroke.hertz > 300 &&
                        stroke.hertz < 2000); // what a worn speaker and an old ear still carry
            QVERIFY(sound::length(strokes) > 0ms && sound::length(strokes) <= 2s);
            patterns.insert(pattern(family));
        }
        QCOMPARE(patterns.size(), alertFamilyCount);
    }

    void samplesAreAsLongAndAsLoudAsAsked() {
        const auto strokes = sound::rhythm(AlertFamily::Overdue);
        const QByteArray full = sound::samples(strokes, 1);
        QCOMPARE(full.size(), qsizetype(2 * sound::sampleRate * 1170 / 1000));
        QVERIFY(loudest(full) > 28'000);
        const int half = loudest(sound::samples(strokes, 0.5));
        QVERIFY(std::abs(half * 2 - loudest(full)) < 200);
        QCOMPARE(loudest(sound::samples(strokes, 0)), 0);
        QVERIFY(std::abs(full.at(0)) == 0 && full.at(1) == 0); // begins from nothing: no click
    }

    void whatIsMutedIsNotHeardButAnEmergencyIs() {
        sound::Sounder sounder(settings());
        QSignalSpy sounded(&sounder, &sound::Sounder::sounded);
        SeatDesk bureau(m_live->desk(), actor(u"bureau"));
        sounder.watch(bureau);
        for (const AlertFamily family : families())
            sounder.setOn(family, false);
        sounder.setVolume(0);
        QSignalSpy played(&sounder.speaker(), &sound::Speaker::played);
        m_live->report(u"crash"_s, 32.05, 118.55);
        QVERIFY(
            m_live->ask(u"field:1A12", RaiseEmergency{.unit = code<UnitId>(u"1A12"), .text = {}, .at = {}}));
        QTRY_VERIFY(!sounded.isEmpty());
        for (const QList<QVariant>& one : std::as_const(sounded))
            QCOMPARE(one.constFirst().value<AlertFamily>(), AlertFamily::Emergency);
        QVERIFY(loudest(played.constFirst().constFirst().toByteArray()) > 8'000);
        QTRY_VERIFY(sounded.size() >= 2); // again, until somebody has taken it
        QVERIFY(m_live->ask(u"bureau", AcknowledgeEmergency{code<UnitId>(u"1A12")}));
        QVERIFY(m_live->ask(u"bureau", EndEmergency{.unit = code<UnitId>(u"1A12"), .reason = u"all well"_s}));
        QTRY_VERIFY(!sounder.isRinging());
    }

    void aFeedIsSilentWhileAnEmergencyRings() {
        sound::Sounder sounder(settings());
        FeedHearing hearing;
        const sound::FeedSound feedSound(hearing, sounder);
        const FeedId feed = code<FeedId>(u"CAR");
        hearing.choose(feed);
        const bool hasDevice = !QMediaDevices::defaultAudioOutput().isNull();
        QCOMPARE(hearing.state(feed), hasDevice ? FeedHearing::State::Heard : FeedHearing::State::NoDevice);
        QCOMPARE(feedSound.isPlaying(), hasDevice);
        SeatDesk bureau(m_live->desk(), actor(u"bureau"));
        sounder.watch(bureau);
        QVERIFY(!hearing.isHushed());
        QVERIFY(
            m_live->ask(u"field:1A12", RaiseEmergency{.unit = code<UnitId>(u"1A12"), .text = {}, .at = {}}));
        QTRY_VERIFY(sounder.isRinging());
        QVERIFY(hearing.isHushed());
        QVERIFY(!feedSound.isPlaying());
        QVERIFY(m_live->ask(u"bureau", AcknowledgeEmergency{code<UnitId>(u"1A12")}));
        QTRY_VERIFY(!hearing.isHushed());
        QCOMPARE(feedSound.isPlaying(), hasDevice);
        hearing.choose({});
        QVERIFY(!feedSound.isPlaying());
    }

    void nothingCutsAnEmergencyOff() {
        sound::Sounder sounder(settings());
        QElapsedTimer since;
        QList<std::pair<AlertFamily, qint64>> heard;
        connect(&sounder, &sound::Sounder::sounded, this,
                [&](AlertFamily family) { heard.append({family, since.isValid() ? since.elapsed() : 0}); });
        since.start();
        sounder.test(AlertFamily::Emergency);
        sounder.test(AlertFamily::Status);
        sounder.test(AlertFamily::Overdue); // more pressing: this one is heard in the gap
        sounder.test(AlertFamily::Message);
        QCOMPARE(heard.size(), 1);
        QTRY_COMPARE(heard.size(), 2);
        QCOMPARE(heard.constLast().first, AlertFamily::Overdue);
        QVERIFY(heard.constLast().second >=
                sound::length(sound::rhythm(AlertFamily::Emergency)).count() - 20);
    }

    void callsThatComeTogetherSoundOnce() {
        sound::Sounder sounder(settings());
        QSignalSpy sounded(&sounder, &sound::Sounder::sounded);
        SeatDesk bureau(m_live->desk(), actor(u"bureau"));
        SeatDesk second(m_live->desk(), actor(u"bureau:2")); // two windows of one process
        sounder.watch(bureau);
        sounder.watch(second);
        const auto report = [&](const QString& key) {
            IncidentDetails details;
            details.text = key;
            details.level = Level::Critical;
            details.place.at = GeoPoint::from(32.05, 118.55);
            return bureau.submit(ReportIncident{{u"radio"_s, key}, details});
        };
        const QFuture<Outcome> a = report(u"one"_s);
        const QFuture<Outcome> b = report(u"two"_s);
        QTRY_VERIFY(a.isFinished() && b.isFinished());
        QTRY_COMPARE(m_live->situation().incidents().size(), 2);
        QCOMPARE(sounded.size(), 1);
        QCOMPARE(sounded.constFirst().constFirst().value<AlertFamily>(), AlertFamily::UrgentIncident);
    }

    void aSeatThatIsGoneCallsNoMore() {
        sound::Sounder sounder(settings());
        auto bureau = std::make_unique<SeatDesk>(m_live->desk(), actor(u"bureau"));
        sounder.watch(*bureau);
        QVERIFY(
            m_live->ask(u"field:1A12", RaiseEmergency{.unit = code<UnitId>(u"1A12"), .text = {}, .at = {}}));
        QTRY_VERIFY(sounder.isRinging());
        bureau.reset();
        QVERIFY(!sounder.isRinging());
    }

    void theSheetSetsWhatItSays() {
        {
            sound::Sounder sounder(settings());
            QSignalSpy sounded(&sounder, &sound::Sounder::sounded);
            sound::SoundSheet sheet(sounder);
            sheet.setAttribute(Qt::WA_DeleteOnClose, false);
            sheet.show();
            QVERIFY(!sheet.findChild<QCheckBox*>(u"sound.on.emergency"_s)->isEnabled());
            QTest::mouseClick(sheet.findChild<QPushButton*>(u"sound.test.message"_s), Qt::LeftButton);
            QCOMPARE(sounded.size(), 1);
            sheet.findChild<QCheckBox*>(u"sound.on.message"_s)->click();
            sheet.findChild<QSlider*>(u"sound.volume"_s)->setValue(35);
            sheet.findChild<QCheckBox*>(u"sound.speaks"_s)->click();
            QVERIFY(!sounder.isOn(AlertFamily::Message));
        }
        const sound::Sounder again(settings());
        QVERIFY(!again.isOn(AlertFamily::Message));
        QVERIFY(again.isOn(AlertFamily::Overdue));
        QCOMPARE(again.volume(), 35);
        QVERIFY(again.speaks());
    }

    void saysShortlyWhatHappened() {
        const IncidentId incident = m_live->report(u"crash"_s, 32.05, 118.55);
        const Situation& now = m_live->situation();
        QCOMPARE(sound::spokenWords(now, {.family = AlertFamily::UrgentIncident, .incident = incident}),
                 u"New Urgent incident: Accident, Linjiang Road 5"_s);
        QCOMPARE(sound::spokenWords(now, {.family = AlertFamily::Overdue,
                                          .incident = incident,
                                          .unit = code<UnitId>(u"1A12"),
                                          .deadline = DeadlineKind::Sign}),
                 u"Not signed in time: 1A12, incident 0001"_s);
        QCOMPARE(sound::spokenWords(now, {.family = AlertFamily::Emergency, .unit = code<UnitId>(u"1A12")}),
                 u"Emergency: 1A12"_s);
        Alert silent{.family = AlertFamily::Overdue, .unit = code<UnitId>(u"1A12")};
        silent.check = true;
        QCOMPARE(sound::spokenWords(now, silent), u"1A12 has not answered the safety check"_s);
        Alert past{.family = AlertFamily::Assigned, .incident = incident, .unit = code<UnitId>(u"1A12")};
        past.notice = NoticeKind::Bypassed;
        QCOMPARE(sound::spokenWords(now, past), u"Your unit 1A12 was ordered to incident 0001"_s);
        past.notice = NoticeKind::Overridden;
        QCOMPARE(sound::spokenWords(now, past), u"Your order to 1A12 was dropped for incident 0001"_s);
        QVERIFY(m_live->ask(u"bureau", FlagIncident{incident, IncidentFlag::Sensitive, true}));
        QCOMPARE(sound::spokenWords(m_live->situation(),
                                    {.family = AlertFamily::UrgentIncident, .incident = incident}),
                 u"New Urgent incident"_s); // who stands in the room hears it too
    }

    void saysWhatACrewAsksButNotItsWords() {
        const IncidentId incident = m_live->report(u"crash"_s, 32.05, 118.55);
        QVERIFY(m_live->ask(
            u"bureau",
            IssueOrder{.incident = incident, .to = code<UnitId>(u"1A12"), .text = {}, .overrideReason = {}}));
        const OrderId order = m_live->ordersOf(incident).constLast();
        m_live->pass(7s);
        const auto step = [&](OrderStage to, const QString& text) {
            return m_live->ask(u"field:1A12",
                               AdvanceOrder{.order = order, .to = to, .text = text, .disposition = {}});
        };
        QVERIFY(step(OrderStage::Signed, {}));
        Alert alert{.family = AlertFamily::Status, .incident = incident, .order = order};
        alert.reinforcement = true;
        QCOMPARE(sound::spokenWords(m_live->situation(), alert),
                 u"1A12 asks for reinforcement, incident 0001"_s);
        QVERIFY(step(OrderStage::Refused, u"flat tyre"_s));
        alert.reinforcement = false;
        QCOMPARE(sound::spokenWords(m_live->situation(), alert), u"1A12 refused the order, incident 0001"_s);
    }
};

QTEST_MAIN(SoundTest)
#include "sound_test.moc"
