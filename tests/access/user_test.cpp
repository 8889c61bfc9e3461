// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/user_request.h"
#include "app/access/user_store.h"
#include "tests/support/must.h"
#include "tests/support/mutate.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = SignInFault::Kind;

namespace {

const Instant noon = instantFromMs(1795262400000);
const QString rightWords = u"correct horse 电台"_s;

User someone(const QString& login, Role role = Role::Dispatcher) {
    return {.login = must(Login::parse(login)),
            .name = u"王 Wang"_s,
            .role = role,
            .seats = {must(SeatRule::parse(u"bureau"))},
            .addedAt = noon};
}

std::unique_ptr<UserStore> opened(const QTemporaryDir& folder, HashCost cost = HashCost::least()) {
    return std::move(*UserStore::open(folder.path(), 3s, cost));
}

Kind faultOf(const std::expected<User, SignInFault>& signedIn) {
    return signedIn ? Kind(-1) : signedIn.error().kind;
}

} // namespace

class UserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsItsUsersAndNobodyElse() {
        const QTemporaryDir folder;
        const auto store = opened(folder);
        QVERIFY(store->list()->isEmpty());
        QVERIFY(store->add(someone(u"wang"_s), rightWords));
        QVERIFY(store->add(someone(u"李四"_s, Role::Supervisor), u"another one"_s));
        const auto wang = store->signIn(u"wang"_s, rightWords, noon);
        QVERIFY(wang);
        QCOMPARE(*wang, someone(u"wang"_s));
        QCOMPARE(store->signIn(u"李四"_s, u"another one"_s, noon)->role, Role::Supervisor);
        for (const auto& [login, password] : {std::pair(u"wang"_s, u"another one"_s),
                                              {u"nobody"_s, rightWords},
                                              {u"wang"_s, QString()},
                                              {u"' OR 1=1 --"_s, rightWords},
                                              {QString(10'000, u'w'), rightWords},
                                              {u"Wang"_s, QString(100'000, u'x')}})
            QCOMPARE(faultOf(store->signIn(login, password, noon)), Kind::Wrong);
    }

    void takesOnePasswordHoweverItsLettersWereTyped() {
        const QTemporaryDir folder;
        const auto store = opened(folder);
        QVERIFY(store->add(someone(u"a"_s), u"caf\u00e9 caf\u00e9"_s));
        QVERIFY(store->signIn(u"a"_s, u"cafe\u0301 cafe\u0301"_s, noon));
    }

    void saysNothingOfAUserToWhoHasNotThePassword() {
        const QTemporaryDir folder;
        const auto store = opened(folder);
        QVERIFY(store->add(someone(u"gone"_s), rightWords));
        QVERIFY(store->setDisabled(someone(u"gone"_s).login, true));
        QCOMPARE(faultOf(store->signIn(u"gone"_s, u"a guess at it"_s, noon)), Kind::Wrong);
        QCOMPARE(faultOf(store->signIn(u"gone"_s, rightWords, noon)), Kind::Disabled);
        QVERIFY(store->setDisabled(someone(u"gone"_s).login, false));
        QVERIFY(store->signIn(u"gone"_s, rightWords, noon));
    }

    void waitsLongerAfterEachWrongPassword() {
        const QTemporaryDir folder;
        auto store = opened(folder);
        QVERIFY(store->add(someone(u"wang"_s), rightWords));
        Instant now = noon;
        for (const QString& login : {u"wang"_s, u"nobody"_s}) { // told apart by nothing
            for (int attempt = 0; attempt < 3; ++attempt)
                QCOMPARE(faultOf(store->signIn(login, u"wrong words"_s, now)), Kind::Wrong);
            for (const Milliseconds pause : {5s, 10s, 20s, 40s, 60s, 60s}) {
                const auto early = store->signIn(login, rightWords, now + pause - 1ms);
                QCOMPARE(faultOf(early), Kind::Wait);
                QCOMPARE(early.error().wait, 1ms);
                now += pause;
                QCOMPARE(faultOf(store->signIn(login, u"wrong words"_s, now)), Kind::Wrong);
            }
        }
        store = opened(folder); // counted in the file
        QCOMPARE(faultOf(store->signIn(u"nobody"_s, rightWords, now)), Kind::Wait);
        const auto back = store->signIn(u"nobody"_s, rightWords, now - 24h);
        QCOMPARE(back.error().wait, 60s); // a clock that was set back
        QVERIFY(store->signIn(u"wang"_s, rightWords, now + 60s));
        QCOMPARE(faultOf(store->signIn(u"wang"_s, u"wrong words"_s, now + 60s)),
                 Kind::Wrong); // from the start
        QVERIFY(store->signIn(u"wang"_s, rightWords, now + 60s));
    }

    /// At a station over a link: whom the gateway has let in.
    void keepsWhomItHeardOfForSomeDays() {
        const QTemporaryDir folder;
        const auto store = opened(folder);
        QVERIFY(store->add(someone(u"own"_s), rightWords));
        QVERIFY(store->keepHeard(someone(u"li"_s), u"old words of li"_s, noon));
        QVERIFY(store->keepHeard(someone(u"li"_s, Role::Supervisor), rightWords, noon));
        QCOMPARE(faultOf(store->signIn(u"li"_s, u"old words of li"_s, noon)), Kind::Wrong);
        QCOMPARE(store->signIn(u"li"_s, rightWords, noon + UserStore::heardHolds)->role, Role::Supervisor);
        QCOMPARE(faultOf(store->signIn(u"li"_s, rightWords, noon + UserStore::heardHolds + 1ms)),
                 Kind::Unheard);
        QVERIFY(store->keepHeard(someone(u"li"_s), rightWords, noon + UserStore::heardHolds));
        QVERIFY(store->signIn(u"li"_s, rightWords, noon + UserStore::heardHolds + 1ms));
        QVERIFY(store->signIn(u"own"_s, rightWords, noon + 1000h)); // its own users need no gateway
        QVERIFY(store->forgetHeard(someone(u"li"_s).login));
        QCOMPARE(faultOf(store->signIn(u"li"_s, rightWords, noon)), Kind::Wrong);
        QVERIFY(store->forgetHeard(someone(u"own"_s).login)); // is not of those
        QVERIFY(store->signIn(u"own"_s, rightWords, noon));
    }

    void keepsNoPasswordOnTheDisk() {
        const QTemporaryDir folder;
        const auto store = opened(folder, HashCost::usual());
        QVERIFY(store->add(someone(u"wang"_s), rightWords));
        QVERIFY(store->signIn(u"wang"_s, rightWords, noon));
        bool hashed = false;
        for (const QString& name : QDir(folder.path()).entryList({u"access.db*"_s}, QDir::Files)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            QVERIFY(!bytes.contains(rightWords.toUtf8()));
            hashed = hashed || bytes.contains("$argon2id$");
            QVERIFY(!(file.permissions() & (QFile::ReadOther | QFile::ReadGroup)));
        }
        QVERIFY(hashed);
    }

    void hashesAnewWhenTheCostHasChanged() {
        const QTemporaryDir folder;
        QVERIFY(opened(folder)->add(someone(u"wang"_s), rightWords));
        const auto hashIn = [&] {
            QByteArray all;
            for (const QString& name : QDir(folder.path()).entryList({u"access.db*"_s}, QDir::Files)) {
                QFile file(folder.filePath(name));
                all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            }
            return all;
        };
        QVERIFY(!hashIn().contains("m=65536,t=2"));
        QVERIFY(opened(folder, HashCost::usual())->signIn(u"wang"_s, rightWords, noon));
        QVERIFY(hashIn().contains("m=65536,t=2"));
        QVERIFY(opened(folder, HashCost::usual())->signIn(u"wang"_s, rightWords, noon));
    }

    void anotherOpenStoreFollows() {
        const QTemporaryDir folder;
        const auto seeing = opened(folder);
        const auto admin = opened(folder);
        QVERIFY(must(seeing->changes().value()).isEmpty());
        QVERIFY(!seeing->changes().value()); // nothing new
        QVERIFY(admin->add(someone(u"wang"_s), rightWords));
        QCOMPARE(must(seeing->changes().value()).size(), 1);
        QVERIFY(!admin->signIn(u"wang"_s, u"wrong words"_s, noon));
        QVERIFY(!seeing->changes().value()); // an attempt changes nobody
        const User before = someone(u"wang"_s);
        QVERIFY(admin->setRole(before.login, Role::DutyOfficer, {must(SeatRule::parse(u"station:ST03"))}));
        const User after = must(seeing->changes().value()).constFirst();
        QCOMPARE(after.role, Role::DutyOfficer);
        QVERIFY(after.mayTake(must(Seat::parse(u"station:ST03"))) &&
                !after.mayTake(must(Seat::parse(u"bureau"))));
        QVERIFY(admin->setPassword(before.login, u"new words of it"_s));
        QVERIFY(seeing->signIn(u"wang"_s, u"new words of it"_s, noon)); // which ends the count too
    }

    void saysWhatIsWrong() {
        const QTemporaryDir folder;
        const auto store = opened(folder);
        const auto whyNot = [&](const User& user, const QString& password = rightWords) {
            const auto added = store->add(user, password);
            return added ? QString() : added.error();
        };
        User user = someone(u"wang"_s);
        QVERIFY(whyNot(user, u"short"_s).startsWith(u"password: must have 8"));
        QVERIFY(whyNot(user, QString(200, u'x')).startsWith(u"password"));
        QVERIFY(whyNot(user, u"with\ta tab"_s).startsWith(u"password"));
        user.seats.clear();
        QVERIFY(whyNot(user).startsWith(u"seats"));
        user = someone(u"wang"_s);
        user.role = Role::Anybody;
        QVERIFY(whyNot(user).startsWith(u"role"));
        user = someone(u"wang"_s);
        user.name = QString(200, u'n');
        QVERIFY(whyNot(user).startsWith(u"name"));
        QCOMPARE(whyNot(someone(u"wang"_s)), QString());
        QVERIFY(whyNot(someone(u"wang"_s)).contains(u"'wang'"));
        QVERIFY(store->setPassword(must(Login::parse(u"nobody")), rightWords).error().contains(u"'nobody'"));
        QVERIFY(store->setDisabled(must(Login::parse(u"nobody")), true).error().contains(u"'nobody'"));
        const QTemporaryDir other;
        QFile bad(other.filePath(u"access.db"_s));
        QVERIFY(bad.open(QIODevice::WriteOnly) && bad.write(QByteArray(5000, 'x')) == 5000);
        bad.close();
        QVERIFY(UserStore::open(other.path()).error().contains(u"access.db"));
    }

    void seatsAreRules_data() {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QStringList>("allowed");
        QTest::newRow("bureau") << u"bureau"_s << QStringList{u"bureau"_s, u"bureau:2"_s};
        QTest::newRow("station") << u"station:ST01"_s << QStringList{u"station:ST01"_s};
        QTest::newRow("stations") << u"station:*"_s << QStringList{u"station:ST01"_s, u"station:ST02"_s};
        QTest::newRow("crew") << u"field:1A12"_s << QStringList{u"field:1A12"_s};
        QTest::newRow("crews") << u"field:*"_s << QStringList{u"field:1A12"_s};
        for (const char* none : {"", "*", "bureau:*", "bureau:2", "machine:*", "machine:cad",
                                 "station:", "field:*:*", "station:ST01 ", "Station:*"})
            QTest::newRow(none) << QString::fromLatin1(none) << QStringList();
    }
    void seatsAreRules() {
        QFETCH(QString, rule);
        QFETCH(QStringList, allowed);
        const auto parsed = SeatRule::parse(rule);
        QCOMPARE(parsed.has_value(), !allowed.isEmpty());
        if (!parsed)
            return;
        QCOMPARE(parsed->toString(), rule);
        for (const QString& seat : {u"bureau"_s, u"bureau:2"_s, u"station:ST01"_s, u"station:ST02"_s,
                                    u"field:1A12"_s, u"machine:cad"_s})
            QCOMPARE(parsed->allows(must(Seat::parse(seat))), allowed.contains(seat));
    }

    void survivesWhateverIsTyped();
};

/// The words of the `user` command, spoilt: an answer or one line, and the store holds what it takes.
void UserTest::survivesWhateverIsTyped() {
    const QTemporaryDir folder;
    const auto store = opened(folder);
    std::mt19937 random(20261121);
    const QList<QByteArrayList> good{
        {"add", "add", "list", "role", "password", "disable"},
        {"wang", "李四", "li.wei-2", "", "two words"},
        {"王 Wang", "", "a name of many words"},
        {"dispatcher", "supervisor", "duty_officer", "crew", "anybody", ""},
        {"bureau", "field:1A12", "station:*", "station:ST03,field:*", "", "machine:cad"}};
    int taken = 0;
    const auto word = [&](int slot) {
        const QByteArrayList& words = good[slot];
        const QByteArray& picked = words[qsizetype(random() % size_t(words.size()))];
        return QString::fromUtf8(random() % 3 ? picked : mutated(picked, random));
    };
    for (int i = 0; i < 20'000; ++i) {
        const UserWords words{word(0), word(1), word(2), word(3), word(4)};
        const auto request = readUserRequest(words, noon);
        QVERIFY(request || (!request.error().isEmpty() && !request.error().contains(u'\n') &&
                            request.error().size() < 400));
        const auto password = passwordFromLine(mutated(rightWords.toUtf8(), random));
        if (!request || !password || request->what != UserRequest::What::Add || taken > 50)
            continue;
        const auto added = store->add(request->user, *password);
        QVERIFY(added || !added.error().isEmpty());
        if (!added)
            continue;
        ++taken;
        QVERIFY(store->signIn(request->user.login.toString(), *password, noon));
        QVERIFY(store->list()->contains(request->user));
    }
    QVERIFY2(taken > 20, "most were nonsense: the test tries too little");
}

QTEST_GUILESS_MAIN(UserTest)

#include "user_test.moc"
