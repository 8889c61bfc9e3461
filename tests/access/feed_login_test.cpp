// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/feed_login_store.h"
#include "app/access/token_store.h"
#include "app/domain/video_feed.h"
#include "tests/support/must.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

FeedId feed(const QString& code) {
    return must(FeedId::parse(code));
}

const FeedLogins logins{.main = {u"10.0.0.7"_s, {u"admin"_s, u"pa:ss@wörd"_s, {}}},
                        .sub = {u"gw.local"_s, {{}, {}, u"token=s3cret"_s}}};

} // namespace

/// What opens the cameras, and is nowhere but in a file of its owner's.
class FeedLoginTest : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::unique_ptr<FeedLoginStore> opened() { return FeedLoginStore::open(m_folder.path()).value(); }

private Q_SLOTS:
    void keepsReplacesAndForgets() {
        const auto store = opened();
        QVERIFY(store->all()->isEmpty());
        QVERIFY(store->set({{feed(u"F1"_s), logins}, {feed(u"F2"_s), {.main = logins.main}}}));
        QCOMPARE(opened()->all()->size(), 2);
        QVERIFY(opened()->all()->value(feed(u"F1"_s)) == logins);
        FeedLogins other = logins;
        other.main.login.password = u"new"_s;
        QVERIFY(store->set({{feed(u"F1"_s), other}, {feed(u"F2"_s), {}}}));
        const LoginsByFeed now = opened()->all().value();
        QVERIFY(now.value(feed(u"F1"_s)) == other);
        QCOMPARE(now.size(), 1);
    }

    void tellsOfChangesOnce() {
        const auto store = opened(), other = opened();
        QVERIFY(store->changes().value());
        QVERIFY(!store->changes().value());
        QVERIFY(other->set({{feed(u"F9"_s), logins}}));
        QVERIFY(must(store->changes().value()).contains(feed(u"F9"_s)));
        QVERIFY(!store->changes().value());
        QVERIFY(store->set({{feed(u"F9"_s), {}}})); // its own, too
        QVERIFY(!must(store->changes().value()).contains(feed(u"F9"_s)));
    }

    void isReadByItsOwnerOnly() {
        const auto store = opened();
        QVERIFY(store->set({{feed(u"F1"_s), logins}}));
        const QFileInfoList files = QDir(m_folder.path()).entryInfoList({u"access.db*"_s}, QDir::Files);
        QVERIFY(!files.isEmpty());
        for (const QFileInfo& file : files)
            QVERIFY2(!(file.permissions() &
                       (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)),
                     qPrintable(file.fileName()));
    }

    /// A password that was changed stays nowhere in the file.
    void whatIsReplacedIsGone() {
        QTemporaryDir folder;
        FeedLogins secret = logins;
        secret.main.login.password = u"verysecretword"_s;
        {
            const auto store = FeedLoginStore::open(folder.path()).value();
            QVERIFY(store->set({{feed(u"F1"_s), secret}}));
            QVERIFY(store->set({{feed(u"F1"_s), logins}}));
        }
        const QFileInfoList files = QDir(folder.path()).entryInfoList(QDir::Files);
        for (const QFileInfo& info : files) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("verysecretword"), qPrintable(info.fileName()));
        }
    }

    void refusesWhatIsTooLong() {
        const auto store = opened();
        QVERIFY(store->set({{feed(u"F1"_s), logins}}));
        FeedLogins large = logins;
        large.sub.login.query = QString(limits::feedAddress + 1, u'x');
        const auto kept = store->set({{feed(u"F1"_s), {}}, {feed(u"F5"_s), large}});
        QVERIFY(!kept);
        QVERIFY(kept.error().contains(u"F5"_s));
        QVERIFY(!kept.error().contains(u"xxx"_s));
        QVERIFY2(opened()->all()->contains(feed(u"F1"_s)), "all or none");
    }

    void livesBesideTheTokens() {
        auto tokens = TokenStore::open(m_folder.path()).value();
        QVERIFY(tokens->add(u"cad"_s, {u"fixes"_s}, instantFromMs(1)));
        QVERIFY(opened()->set({{feed(u"F1"_s), logins}}));
        QCOMPARE(tokens->list()->size(), 1);
    }

    void saysWhyItCannotBeOpened() {
        const auto store = FeedLoginStore::open(u"/dev/null"_s);
        QVERIFY(!store);
        QVERIFY(store.error().contains(u"/dev/null"_s));
    }
};

QTEST_GUILESS_MAIN(FeedLoginTest)
#include "feed_login_test.moc"
