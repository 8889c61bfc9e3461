// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/live_desk.h"
#include "ui/outage/downtime_pack.h"
#include "ui/outage/downtime_sheet.h"

#include <QCheckBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int patience = 60'000;

QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// What a desk has on paper when everything is down.
class DowntimeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_live = std::make_unique<LiveDesk>();
        m_incident = m_live->report(u"two cars, one person hurt"_s, 32.06, 118.55);
        m_live->report(u"a fight elsewhere"_s, 32.06, 118.65);
        m_live->ask(u"bureau", IssueOrder{m_incident, code<UnitId>(u"1A12"), {}, {}, {}});
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(u"console.ini"_s), QSettings::IniFormat);
        QVERIFY(QDir(m_folder->path()).mkdir(u"pack"_s));
    }
    void cleanup() { m_live.reset(); }

    void holdsWhatTheDeskNeeds() {
        const SeatDesk bureau(m_live->desk(), actor(u"bureau"));
        const QString pack = downtimeDocument(bureau, {.named = false, .cards = 2}).html();
        for (const QString& word :
             {u"two cars, one person hurt"_s, u"a fight elsewhere"_s, u"Linjiang Road 5"_s, u"1A12"_s,
              u"2A01"_s, u"Jiangdong station"_s, u"Handled"_s, u"Card "_s})
            QVERIFY2(pack.contains(word), qPrintable(word));
        QCOMPARE(pack.count(u"-01<"), 1);
        QCOMPARE(pack.count(u"-02<"), 1);
        QVERIFY(!pack.contains(u"13800000000"));
        QVERIFY(!pack.contains(u"Chen"));
    }

    void namesOnlyForThoseWhoMayKnow() {
        const DowntimeOptions named{.named = true, .cards = 0};
        const auto packOf = [&](QStringView seat, Role role) {
            Actor who = actor(seat);
            who.role = role;
            const SeatDesk desk(m_live->desk(), who);
            return downtimeDocument(desk, named).html();
        };
        QVERIFY(packOf(u"bureau", Role::Supervisor).contains(u"13800000000"));
        QVERIFY(packOf(u"bureau", Role::Supervisor).contains(u"Chen"));
        QVERIFY(!packOf(u"station:ST01", Role::DutyOfficer).contains(u"13800000000"));
        m_live->ask(u"bureau",
                    FlagIncident{.incident = m_incident, .flag = IncidentFlag::Sensitive, .on = true});
        // What its screen does not show the paper does not either.
        QVERIFY(!packOf(u"bureau", Role::Supervisor).contains(u"one person hurt"));
    }

    void aStationHasItsOwn() {
        const SeatDesk station(m_live->desk(), actor(u"station:ST01"));
        const QString pack = downtimeDocument(station, {}).html();
        QVERIFY(pack.contains(u"two cars"));
        QVERIFY(!pack.contains(u"a fight elsewhere"));
        QVERIFY(!pack.contains(u"2A01"));
    }

    void isMadeByHandAndByItself() {
        const SeatDesk bureau(m_live->desk(), actor(u"bureau"));
        DowntimePack pack(bureau, *m_settings);
        const QString path = m_folder->filePath(u"pack/downtime-bureau.pdf"_s);
        QVERIFY(!QFile::exists(path)); // nobody has asked
        DowntimeSheet sheet(pack, *m_settings, true, nullptr);
        sheet.setAttribute(Qt::WA_DeleteOnClose, false);
        sheet.show();
        part<QLineEdit>(sheet, u"downtime.folder"_s)->setText(m_folder->filePath(u"nowhere"_s));
        QTest::mouseClick(part<QPushButton>(sheet, u"downtime.make"_s), Qt::LeftButton);
        auto* told = part<QLabel>(sheet, u"downtime.told"_s);
        QTRY_VERIFY(told->text().contains(u"nowhere"));
        part<QLineEdit>(sheet, u"downtime.folder"_s)->setText(m_folder->filePath(u"pack"_s));
        QTest::mouseClick(part<QPushButton>(sheet, u"downtime.make"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(told->text().contains(u"downtime-bureau.pdf"), patience);
        QVERIFY(contentOf(path).startsWith("%PDF"));
        QVERIFY(QFile::remove(path));
        part<QSpinBox>(sheet, u"downtime.every"_s)->setValue(30);
        part<QSpinBox>(sheet, u"downtime.cards"_s)->setValue(3);
        QTest::mouseClick(part<QPushButton>(sheet, u"downtime.save"_s), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience); // at once, and then every half hour
        QTRY_VERIFY_WITH_TIMEOUT(!pack.isMaking(), patience);
        // A console that starts again makes it at once as well.
        QVERIFY(QFile::remove(path));
        const DowntimePack next(bureau, *m_settings);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), patience);
        QTRY_VERIFY_WITH_TIMEOUT(!next.isMaking(), patience);
    }

    void boundsWhatIsInTheSettings() {
        m_settings->setValue(u"downtime/everyMinutes"_s, 1'000'000);
        m_settings->setValue(u"downtime/cards"_s, -4);
        const auto read = DowntimeSettings::from(*m_settings);
        QCOMPARE(read.everyMinutes, mostMinutes);
        QCOMPARE(read.options.cards, 0);
    }

private:
    template <class T>
    static T* part(const QWidget& sheet, const QString& name) {
        T* found = sheet.findChild<T*>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }

    std::unique_ptr<LiveDesk> m_live;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    IncidentId m_incident;
};

QTEST_MAIN(DowntimeTest)
#include "downtime_test.moc"
