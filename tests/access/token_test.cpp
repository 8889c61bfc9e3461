// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/token_store.h"
#include "tests/support/must.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

const Instant noon = instantFromMs(1795262400000);

/// Whom a store says a token belongs to, asking it anew each time as far as it has something new to say.
struct Door {
    std::unique_ptr<TokenStore> store;
    TokenList tokens;

    std::optional<Grant> verify(const QByteArray& token) {
        if (auto changes = store->changes().value())
            tokens = *changes;
        return tokens.find(token);
    }
};

} // namespace

class TokenTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsTokensAndNoOther() {
        QTemporaryDir folder;
        auto store = TokenStore::open(folder.path());
        QVERIFY(store);
        const auto cad = (*store)->add(u"cad"_s, {u"incidents"_s, u"fixes"_s}, noon);
        const auto car = (*store)->add(u"car"_s, {u"field:1A12"_s}, noon);
        QVERIFY(cad && car);
        QVERIFY(*cad != *car);
        const TokenList tokens = must((*store)->changes().value());
        QVERIFY(!(*store)->changes().value()); // nothing new
        const auto grant = tokens.find(cad->toLatin1());
        QVERIFY(grant);
        QCOMPARE(must(grant).source, u"cad");
        QVERIFY(must(grant).allows(Scope::Incidents) && must(grant).allows(Scope::Fixes) &&
                !must(grant).allows(Scope::Field));
        const auto carGrant = tokens.find(car->toLatin1());
        QVERIFY(must(carGrant).allows(Scope::Field) &&
                must(carGrant).allowsUnit(must(Callsign::parse(u"1A12"))));
        QVERIFY(!must(carGrant).allowsUnit(must(Callsign::parse(u"1A13"))));
        QVERIFY(!tokens.find({}));
        QVERIFY(!tokens.find(cad->toLatin1().chopped(1)));
        QVERIFY(!tokens.find(QByteArray(100000, 'x')));
    }

    void saysWhereNobodyNeedsToSignIn() {
        const QTemporaryDir folder;
        const auto store = std::move(*TokenStore::open(folder.path()));
        const auto plain = store->add(u"room"_s, {u"seat:station:ST01"_s}, noon);
        const auto open = store->add(u"kiosk"_s, {u"seat:station:ST01"_s, u"unsigned"_s}, noon);
        QVERIFY(plain && open);
        QVERIFY(store->add(u"feed"_s, {u"incidents"_s, u"unsigned"_s}, noon).error().contains(u"seat"_s));
        const TokenList tokens = must(store->changes().value());
        QVERIFY(!must(tokens.find(plain->toLatin1())).actsUnsigned());
        QVERIFY(must(tokens.find(open->toLatin1())).actsUnsigned());
    }

    void keepsNoTokenOnTheDisk() {
        QTemporaryDir folder;
        const QString token = *(*TokenStore::open(folder.path()))->add(u"cad"_s, {u"incidents"_s}, noon);
        for (const QString& name : QDir(folder.path()).entryList({u"access.db*"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(!file.readAll().contains(token.toLatin1()));
            QVERIFY(!(file.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
        }
    }

    void anotherOpenStoreFollows() {
        QTemporaryDir folder;
        Door serving{.store = *TokenStore::open(folder.path()), .tokens = {}};
        auto admin = *TokenStore::open(folder.path());
        QVERIFY(!serving.verify("x"));
        const QByteArray token = admin->add(u"cad"_s, {u"fixes"_s}, noon)->toLatin1();
        QTRY_VERIFY(serving.verify(token));
        QVERIFY(admin->revoke(u"cad"_s, noon));
        QTRY_VERIFY(!serving.verify(token));
        QCOMPARE(admin->list()->first().revokedAt, noon);
        const QByteArray next = admin->add(u"cad"_s, {u"fixes"_s}, noon)->toLatin1();
        QTRY_VERIFY(serving.verify(next));
        QVERIFY(!serving.verify(token));
    }

    void saysWhatIsWrong() {
        QTemporaryDir folder;
        auto store = *TokenStore::open(folder.path());
        QVERIFY(store->add(u"a b"_s, {u"fixes"_s}, noon).error().contains(u"'a b'"));
        QVERIFY(store->add(u"a"_s, {}, noon).error().startsWith(u"scope"));
        QVERIFY(store->add(u"a"_s, {u"all"_s}, noon).error().contains(u"'all'"));
        QVERIFY(store->add(u"a"_s, {u"fixes"_s}, noon));
        QVERIFY(store->add(u"a"_s, {u"fixes"_s}, noon).error().contains(u"already"));
        QVERIFY(store->revoke(u"b"_s, noon).error().contains(u"'b'"));
        QFile::remove(folder.filePath(u"other"_s));
        QVERIFY(QDir(folder.path()).mkdir(u"other"_s));
        QFile damaged(folder.filePath(u"other/access.db"_s));
        QVERIFY(damaged.open(QIODevice::WriteOnly));
        damaged.write(QByteArray(5000, 'x'));
        damaged.close();
        QVERIFY(TokenStore::open(folder.filePath(u"other"_s)).error().contains(u"access.db"));
    }
};

QTEST_GUILESS_MAIN(TokenTest)

#include "token_test.moc"
