// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/feed_login_watch.h"
#include "tests/support/live_desk.h"
#include "tests/support/must.h"
#include "tests/video/camera_server.h"
#include "ui/shell/feed_sheet.h"
#include "ui/text/language.h"
#include "ui/theme/look.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

// The sheet of video feeds, by hand, before a real camera. With TRIDESK_PICTURES=FOLDER it leaves pictures of
// itself there.

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class FeedsTest : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<FeedLoginWatch> m_logins;
    std::unique_ptr<SeatDesk> m_seat;
    QPointer<FeedSheet> m_sheet;

    void open(Role role = Role::Anybody, const QString& seat = u"bureau"_s) {
        delete m_sheet;
        Actor who = actor(seat);
        who.role = role;
        m_seat = std::make_unique<SeatDesk>(m_live->desk(), who);
        m_sheet =
            new FeedSheet({.desk = *m_seat, .logins = m_logins.get(), .times = {.most = 10s, .measure = 1s}});
        m_sheet->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_sheet));
    }
    template <class W>
    [[nodiscard]] W* find(const QString& name) const {
        auto* found = m_sheet->findChild<W*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
    void click(const QString& name) {
        QTest::mouseClick(find<QPushButton>(u"feeds."_s + name), Qt::LeftButton);
    }
    void type(const QString& field, const QString& text) {
        auto* line = find<QLineEdit>(u"feed."_s + field);
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
    }
    void choose(FeedOwnerKind kind) {
        auto* choice = find<QComboBox>(u"feed.kind"_s);
        choice->setCurrentIndex(choice->findData(int(kind)));
    }
    [[nodiscard]] QString words() const { return find<QLabel>(u"feeds.words"_s)->text(); }
    [[nodiscard]] QString cell(int row, int column) const {
        const auto* model = find<QTableView>(u"feeds.table"_s)->model();
        return model->data(model->index(row, column)).toString();
    }
    [[nodiscard]] int rows() const { return find<QTableView>(u"feeds.table"_s)->model()->rowCount(); }
    [[nodiscard]] const VideoFeed* known(const QString& code) const {
        return m_live->situation().feeds().find(must(FeedId::parse(code)));
    }
    void define(const QString& code, const FeedOwner& owner,
                const QString& address = u"rtsp://10.0.0.1/x"_s) {
        QVERIFY(m_live->ask(
            u"bureau",
            DefineFeed{{must(FeedId::parse(code)), {u"画面"_s, u"picture"_s}, owner, address, {}}}));
    }

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_logins = std::make_unique<FeedLoginWatch>(m_live->file({}));
        m_logins->start();
        QTRY_VERIFY(m_logins->isReady());
    }
    void cleanup() {
        delete m_sheet;
        m_seat.reset();
    }

    void addsOneWithItsLogin() {
        open();
        new QAbstractItemModelTester(find<QTableView>(u"feeds.table"_s)->model(), m_sheet);
        type(u"code"_s, u"BWC-7"_s);
        type(u"nameEn"_s, u"Camera seven"_s);
        choose(FeedOwnerKind::BodyCamera);
        type(u"owner"_s, u"C-07"_s);
        type(u"main"_s, u"rtsp://me:s3cret@10.0.0.7/main?token=t0k&channel=1"_s);
        type(u"sub"_s, u"rtsp://10.0.0.7/sub"_s);
        click(u"save"_s);
        QTRY_COMPARE(words(), u"Saved."_s);
        QCOMPARE(known(u"BWC-7"_s)->mainAddress, u"rtsp://10.0.0.7/main?channel=1"_s);
        const FeedLogins kept = m_logins->of(must(FeedId::parse(u"BWC-7")));
        QCOMPARE(kept.main.login.password, u"s3cret"_s);
        QCOMPARE(kept.sub.login.user, u"me"_s);
        QCOMPARE(rows(), 1);
        QCOMPARE(cell(0, 4), u"kept"_s);
        // what is shown again has no login in it
        QCOMPARE(find<QLineEdit>(u"feed.main"_s)->text(), u"rtsp://10.0.0.7/main?channel=1"_s);
        QVERIFY(find<QLineEdit>(u"feed.password"_s)->text().isEmpty());
        QVERIFY(find<QLineEdit>(u"feed.password"_s)->placeholderText().contains(u"kept"_s));
        // a change of its name leaves it
        type(u"nameEn"_s, u"Seven"_s);
        click(u"save"_s);
        QTRY_COMPARE(known(u"BWC-7"_s)->name.en, u"Seven"_s);
        QTRY_COMPARE(words(), u"Saved."_s);
        QVERIFY(m_logins->of(must(FeedId::parse(u"BWC-7"))) == kept);
        // and a new password takes its place
        type(u"user"_s, u"you"_s);
        type(u"password"_s, u"other"_s);
        QVERIFY(find<QLineEdit>(u"feed.password"_s)->echoMode() == QLineEdit::Password);
        click(u"save"_s);
        QTRY_COMPARE(m_logins->of(must(FeedId::parse(u"BWC-7"))).main.login.password, u"other"_s);
    }

    void saysWhatIsWrongAndLosesNothing() {
        define(u"GATE"_s, {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(32.04, 118.54)});
        open();
        click(u"new"_s);
        const auto refused = [&](const QString& what) {
            click(u"save"_s);
            return words().contains(what, Qt::CaseInsensitive);
        };
        QVERIFY(refused(u"Video feed"_s));
        type(u"code"_s, u"GATE"_s);
        type(u"nameEn"_s, u"Gate"_s);
        type(u"owner"_s, u"C-1"_s);
        type(u"main"_s, u"gopher://host/x"_s);
        QVERIFY2(refused(u"Main stream"_s), qPrintable(words()));
        type(u"main"_s, u"rtsp://host/x"_s);
        QVERIFY2(refused(u"GATE"_s), qPrintable(words())); // a code that another feed has
        QCOMPARE(find<QLineEdit>(u"feed.main"_s)->text(), u"rtsp://host/x"_s);
        type(u"code"_s, u"GATE2"_s);
        choose(FeedOwnerKind::Unit);
        type(u"owner"_s, u"9Z99"_s);
        click(u"save"_s);
        QTRY_VERIFY2(words().contains(u"9Z99"_s), qPrintable(words()));
        choose(FeedOwnerKind::Place);
        QVERIFY(!find<QLineEdit>(u"feed.owner"_s)->isVisible());
        type(u"place"_s, u"95, 118"_s);
        QVERIFY(refused(u"95, 118"_s));
        type(u"place"_s, u"32.01, 118.52"_s);
        click(u"save"_s);
        QTRY_VERIFY(known(u"GATE2"_s));
        QCOMPARE(must(known(u"GATE2"_s)->owner.at), must(GeoPoint::from(32.01, 118.52)));
        QCOMPARE(rows(), 2);
    }

    void showsWhoCarriesWhatAsItChanges() {
        define(u"BWC-7"_s, {.kind = FeedOwnerKind::BodyCamera, .name = u"C-07"_s});
        define(u"CAR"_s, {.unit = code<UnitId>(u"1A12")});
        open();
        QCOMPARE(rows(), 2);
        QVERIFY(cell(0, 2).contains(u"nobody"_s));
        ShiftKit kit;
        kit.camera = u"C-07"_s;
        QVERIFY(m_live->ask(u"bureau", LogOn{code<UnitId>(u"1A14"), {u"王"_s}, kit}));
        QTRY_VERIFY(cell(0, 2).contains(u"1A14"_s));
        QVERIFY(m_live->ask(u"bureau:2", BeginView{must(FeedId::parse(u"CAR")), {}, u"why"_s}));
        QTRY_VERIFY(cell(1, 5).contains(u"1"_s));
        find<QLineEdit>(u"feeds.filter"_s)->setText(u"car"_s);
        QCOMPARE(rows(), 1);
        QVERIFY(m_live->ask(u"bureau", RetireFeed{must(FeedId::parse(u"CAR"))}));
        QTRY_COMPARE(rows(), 0);
    }

    void takesOneAwayOnceItIsMeant() {
        const FeedId car = must(FeedId::parse(u"CAR"));
        define(u"CAR"_s, {.unit = code<UnitId>(u"1A12")});
        const auto kept = m_logins->set({{car, {.main = {u"10.0.0.1"_s, {u"u"_s, u"p"_s, {}}}}}});
        QTRY_VERIFY(kept.isFinished());
        open();
        click(u"retire"_s);
        QVERIFY(find<QLabel>(u"feeds.takingWords"_s)->text().contains(u"CAR"_s));
        click(u"keep"_s);
        QVERIFY(!find<QWidget>(u"feeds.taking"_s)->isVisible());
        QVERIFY(known(u"CAR"_s));
        click(u"retire"_s);
        click(u"takeAway"_s);
        QTRY_VERIFY(!known(u"CAR"_s));
        QTRY_VERIFY(m_logins->of(car).isEmpty());
        QCOMPARE(rows(), 0);
    }

    void whoMayNotChangeThemReadsThem() {
        define(u"CAR"_s, {.unit = code<UnitId>(u"1A12")});
        define(u"FAR"_s, {.unit = code<UnitId>(u"2A01")});
        open(Role::Dispatcher, u"station:ST01"_s);
        QCOMPARE(rows(), 1); // those that it may open
        for (const auto* name : {"save", "retire", "new", "import"})
            QVERIFY(!find<QPushButton>(u"feeds."_s + QLatin1StringView(name))->isEnabled());
        QVERIFY(find<QLineEdit>(u"feed.main"_s)->isReadOnly());
    }

    void triesOneOutOnRecord() {
        if (const QString missing = CameraServer::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        CameraServer camera;
        QVERIFY(camera.start({.login = u"viewer:right"_s}));
        define(u"GATE"_s, {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(32.04, 118.54)},
               camera.address());
        open();
        click(u"try"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(words().contains(u"password"_s, Qt::CaseInsensitive) ||
                                      words().contains(u"login"_s, Qt::CaseInsensitive) ||
                                      words().contains(u"refus"_s, Qt::CaseInsensitive),
                                  qPrintable(words()), 20'000);
        type(u"user"_s, u"viewer"_s);
        type(u"password"_s, u"right"_s);
        click(u"try"_s);
        QTRY_COMPARE_WITH_TIMEOUT(m_live->situation().views().size(), 1, 20'000);
        QVERIFY(!m_live->situation().views().begin()->reason.isEmpty());
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"640 × 360"_s), 20'000);
        QVERIFY(!find<QLabel>(u"feeds.picture"_s)->pixmap().isNull());
        QTRY_VERIFY(m_live->situation().views().isEmpty());
        QVERIFY(cell(0, 5).contains(u"640"_s));
        // one that is not saved tells whether it plays, and shows nothing: nobody could say what was watched
        click(u"new"_s);
        type(u"code"_s, u"NEW"_s);
        type(u"main"_s, camera.address());
        type(u"user"_s, u"viewer"_s);
        type(u"password"_s, u"right"_s);
        click(u"try"_s);
        QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"640 × 360"_s), 20'000);
        QVERIFY(find<QLabel>(u"feeds.picture"_s)->pixmap().isNull());
        QVERIFY(m_live->situation().views().isEmpty());
    }

    void leavesPictures() {
        const QString folder = qEnvironmentVariable("TRIDESK_PICTURES");
        if (folder.isEmpty())
            QSKIP("no TRIDESK_PICTURES");
        QDir().mkpath(folder);
        for (int i = 11; i < 31; ++i)
            define(u"BWC-1A%1"_s.arg(i), {.kind = FeedOwnerKind::BodyCamera, .name = u"C-%1"_s.arg(i)},
                   u"rtsp://10.0.0.%1:8554/main"_s.arg(i));
        CameraServer camera;
        QVERIFY(camera.start({}));
        define(u"CAM0001"_s, {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(32.04, 118.54)},
               camera.address());
        ShiftKit kit;
        kit.camera = u"C-12"_s;
        QVERIFY(m_live->ask(u"bureau", LogOn{code<UnitId>(u"1A12"), {u"王"_s}, kit}));
        Look look(*qApp);
        Translation translation(*qApp);
        for (const Language language : {Language::English, Language::Chinese})
            for (const bool night : {false, true}) {
                translation.set(language);
                look.set(night ? Theme::nightly() : Theme::day());
                open();
                find<QTableView>(u"feeds.table"_s)->selectRow(rows() - 1);
                click(u"try"_s);
                QTRY_VERIFY_WITH_TIMEOUT(words().contains(u"640"_s), 20'000);
                click(u"retire"_s);
                QVERIFY(m_sheet->grab().save(u"%1/feeds-%2-%3.png"_s.arg(folder, languageCode(language),
                                                                         night ? u"night"_s : u"day"_s)));
                delete m_sheet;
            }
        translation.set(Language::English);
    }
};

QTEST_MAIN(FeedsTest)
#include "feeds_test.moc"
