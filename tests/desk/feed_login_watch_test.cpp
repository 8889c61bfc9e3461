// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/feed_login_watch.h"
#include "tests/support/must.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const FeedId gate = must(FeedId::parse(u"GATE"));
const FeedLogins logins{.main = {u"10.0.0.7"_s, {u"admin"_s, u"secret"_s, {}}}};

} // namespace

/// Logins for the thread of a window.
class FeedLoginWatchTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsWhatIsSetHereAndElsewhere() {
        QTemporaryDir folder;
        FeedLoginWatch watch(folder.path());
        QSignalSpy changed(&watch, &FeedLoginWatch::changed);
        QVERIFY(!watch.isReady());
        watch.start();
        QTRY_VERIFY(watch.isReady());
        QVERIFY(watch.of(gate).isEmpty());
        QFuture<FeedLoginWatch::Kept> kept = watch.set({{gate, logins}});
        bool wasKnown = false;
        kept.then(this,
                  [&](const FeedLoginWatch::Kept& done) { wasKnown = done && watch.of(gate) == logins; });
        QTRY_VERIFY(wasKnown);
        changed.clear();
        QVERIFY(FeedLoginStore::open(folder.path()).value()->set({{gate, {}}})); // another program
        QTRY_VERIFY(watch.of(gate).isEmpty());
        QCOMPARE(changed.constLast().constFirst().value<QSet<FeedId>>(), QSet{gate});
    }

    void saysWhyNothingIsKept() {
        FeedLoginWatch watch(u"/dev/null"_s);
        QSignalSpy trouble(&watch, &FeedLoginWatch::trouble);
        watch.start();
        QTRY_VERIFY(!trouble.isEmpty());
        const auto kept = watch.set({{gate, logins}});
        QTRY_VERIFY(kept.isFinished());
        QVERIFY(!kept.result());
        QVERIFY(!kept.result().error().contains(u"secret"_s));
        QVERIFY(!watch.isReady());
    }
};

QTEST_GUILESS_MAIN(FeedLoginWatchTest)
#include "feed_login_watch_test.moc"
