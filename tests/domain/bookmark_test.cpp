// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What reviewers note of an instant.
class BookmarkTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void isSetChangedAndRemoved() {
        const IncidentId incident = m_scene->report();
        const Instant then = m_scene->clock.now() - 10min;
        const BookmarkId id = must(set({}, {then, u"no answer for 40 s"_s, incident}));
        const Bookmark* bookmark = m_scene->situation.bookmarks().find(id);
        QVERIFY(bookmark);
        QCOMPARE(bookmark->details, (BookmarkDetails{then, u"no answer for 40 s"_s, incident}));
        QCOMPARE(bookmark->by, u"bureau"_s);
        QCOMPARE(bookmark->user, u"test"_s);
        QCOMPARE(bookmark->setAt, m_scene->clock.now());

        QVERIFY(set(id, {then + 5s, u"answered"_s}));
        QCOMPARE(m_scene->situation.bookmarks().find(id)->details,
                 (BookmarkDetails{then + 5s, u"answered"_s}));
        QCOMPARE(m_scene->ask(u"bureau", SetBookmark{id, {then + 5s, u"answered"_s}})->size(), 0);

        QVERIFY(m_scene->ask(u"bureau", RemoveBookmark{id}));
        QVERIFY(m_scene->situation.bookmarks().isEmpty());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", RemoveBookmark{id})).code, RefusalCode::UnknownBookmark);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", SetBookmark{id, {then, u"x"_s}})).code,
                 RefusalCode::UnknownBookmark);
    }

    void isRefusedWithTheField_data() {
        QTest::addColumn<BookmarkDetails>("details");
        QTest::addColumn<RefusalCode>("code");
        QTest::addColumn<QString>("field");
        const Instant now = m_scene ? m_scene->clock.now() : ManualClock().now();
        QTest::newRow("no words") << BookmarkDetails{now, u"  "_s} << RefusalCode::Missing << u"words"_s;
        QTest::newRow("too many") << BookmarkDetails{now, QString(2'001, u'x')} << RefusalCode::TooLong
                                  << u"words"_s;
        QTest::newRow("what is to come")
            << BookmarkDetails{now + 1h, u"x"_s} << RefusalCode::Invalid << u"at"_s;
        QTest::newRow("no such incident")
            << BookmarkDetails{now, u"x"_s, IncidentId(QUuid(u"{00000001-0000-7000-8000-000000000001}"_s))}
            << RefusalCode::UnknownIncident << u"incident"_s;
    }

    void isRefusedWithTheField() {
        QFETCH(BookmarkDetails, details);
        QFETCH(RefusalCode, code);
        QFETCH(QString, field);
        const Refusal refusal = refusalOf(m_scene->ask(u"bureau", SetBookmark{{}, details}));
        QCOMPARE(refusal.code, code);
        QCOMPARE(refusal.field, field);
        QVERIFY(m_scene->situation.bookmarks().isEmpty());
    }

    void aJournalSaysThatItIsPractice() {
        QVERIFY(!m_scene->situation.practice());
        const Practice practice{u"desk"_s, 12, QByteArray(32, '\7'), m_scene->clock.now(), 5min};
        Situation situation;
        situation.fold(m_scene->entries.constFirst(), PracticeBegan{practice});
        QCOMPARE(must(situation.practice()), practice);
        situation = m_scene->situation; // a live one never becomes that
        situation.fold(m_scene->entries.constLast(), PracticeBegan{practice});
        QVERIFY(!situation.practice());
    }

private:
    std::optional<BookmarkId> set(const std::optional<BookmarkId>& id, const BookmarkDetails& details) {
        const auto made = m_scene->ask(u"bureau", SetBookmark{id, details});
        if (!made || made->isEmpty())
            return std::nullopt;
        return std::get<BookmarkSet>(decode(made->first().fact).value()).bookmark;
    }

    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(BookmarkTest)
#include "bookmark_test.moc"
