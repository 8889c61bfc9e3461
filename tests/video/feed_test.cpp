// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Addresses of feeds: what is taken, what is refused and how, and that no login shows anywhere.
#include "app/video/feed.h"
#include "tests/support/must.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

class FeedTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesSchemes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<FeedScheme>("scheme");
        QTest::newRow("rtsp") << u"rtsp://10.1.2.3:8554/cam/1?channel=2"_s << FeedScheme::Rtsp;
        QTest::newRow("upper case") << u" RTSP://gateway.site/cam "_s << FeedScheme::Rtsp;
        QTest::newRow("flv") << u"http://10.1.2.3/live/1.flv"_s << FeedScheme::Http;
        QTest::newRow("hls") << u"https://gateway/live/1/index.m3u8"_s << FeedScheme::Https;
        QTest::newRow("rtmp") << u"rtmp://gateway/live/1"_s << FeedScheme::Rtmp;
        QTest::newRow("srt") << u"srt://10.1.2.3:9000?streamid=read:cam1"_s << FeedScheme::Srt;
        QTest::newRow("IPv6") << u"rtsp://[fd00::1]/cam"_s << FeedScheme::Rtsp;
    }
    void takesSchemes() {
        QFETCH(QString, text);
        QFETCH(FeedScheme, scheme);
        const auto source = FeedSource::read(u"main"_s, text);
        QVERIFY(source.has_value());
        QCOMPARE(source->address.scheme(), scheme);
        QVERIFY(source->login.isEmpty());
        QCOMPARE(source->address.toString(),
                 text.trimmed().replace("RTSP"_L1, "rtsp"_L1)); // nothing of it is lost
    }

    void refuses_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");
        QTest::newRow("other scheme") << u"ftp://host/x"_s << u"ftp://host/x"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << u"file:///etc/passwd"_s;
        QTest::newRow("ffmpeg's own")
            << u"concat:/etc/passwd|/etc/group"_s << u"concat:/etc/passwd|/etc/group"_s;
        QTest::newRow("no scheme") << u"10.1.2.3/cam"_s << u"10.1.2.3/cam"_s;
        QTest::newRow("no host") << u"rtsp:///cam"_s << u"rtsp:///cam"_s;
        QTest::newRow("port") << u"rtsp://host:99999/"_s << u"rtsp://host:99999/"_s;
        QTest::newRow("port nought") << u"rtsp://host:0/"_s << u"rtsp://host:0/"_s;
        QTest::newRow("line break") << u"rtsp://host/a\r\nX: y"_s << u"rtsp://host/a\r\nX: y"_s;
        QTest::newRow("a password in it") << u"ftp://admin:geheim@host/x"_s << u"ftp://…@host/x"_s;
        QTest::newRow("a slash in the password") << u"rtsp://admin:ge/heim@host/x"_s << u"rtsp://…@host/x"_s;
        QTest::newRow("an at in the password") << u"ftp://admin:ge@heim@host/x"_s << u"ftp://…@host/x"_s;
        QTest::newRow("no scheme, a password") << u"admin:geheim@host"_s << u"…@host"_s;
        QTest::newRow("a secret parameter") << u"ftp://host/x?pwd=geheim"_s << u"ftp://host/x?…"_s;
    }
    void refuses() {
        QFETCH(QString, text);
        QFETCH(QString, value);
        const auto source = FeedSource::read(u"feeds[3].main"_s, text);
        QVERIFY(!source.has_value());
        QCOMPARE(source.error().code, RefusalCode::Invalid);
        QCOMPARE(source.error().field, u"feeds[3].main");
        QCOMPARE(source.error().value, value);
        QVERIFY(!source.error().detail.contains("heim"_L1));
    }

    void refusesNothingAndTooMuch() {
        QCOMPARE(FeedSource::read(u"main"_s, u"  "_s).error().code, RefusalCode::Missing);
        const QString longest = u"rtsp://host/"_s;
        const QString fits = longest + QString(longestFeedAddress - longest.size(), u'a');
        QVERIFY(FeedSource::read(u"main"_s, fits).has_value());
        const Refusal tooLong = FeedSource::read(u"main"_s, fits + u'a').error();
        QCOMPARE(tooLong.code, RefusalCode::TooLong);
        QCOMPARE(tooLong.detail, u"1000");
    }

    void keepsTheLoginApart() {
        const auto source = FeedSource::read(
            u"main"_s, u"rtsp://admin:ge%40heim@host:554/cam?channel=1&Token=abc&subtype=0"_s);
        QVERIFY(source.has_value());
        QCOMPARE(source->address.toString(), u"rtsp://host:554/cam?channel=1&subtype=0");
        QCOMPARE(source->login, (FeedLogin{u"admin"_s, u"ge@heim"_s, u"Token=abc"_s}));
        QCOMPARE(source->address.opened(source->login),
                 "rtsp://admin:ge%40heim@host:554/cam?channel=1&subtype=0&Token=abc");
        QCOMPARE(source->address.opened({}), "rtsp://host:554/cam?channel=1&subtype=0");
    }

    void opensWithAnyPassword() {
        const auto source =
            FeedSource::read(u"main"_s, u"rtsp://host/cam"_s, FeedLogin{u"a:b"_s, u"p@ss:w/o?r#d %密"_s, {}});
        QVERIFY(source.has_value());
        const QUrl opened = QUrl::fromEncoded(source->address.opened(source->login));
        QCOMPARE(opened.userName(QUrl::FullyDecoded), u"a:b");
        QCOMPARE(opened.password(QUrl::FullyDecoded), u"p@ss:w/o?r#d %密");
        QCOMPARE(opened.host(), u"host");
        QVERIFY(!source->address.toString().contains("ss"_L1));
    }

    void refusesLoginsThatWouldBeCut() {
        const Refusal given =
            FeedSource::read(u"main"_s, u"rtsp://host/"_s, FeedLogin{u"admin"_s, QString(130, u'x'), {}})
                .error();
        QCOMPARE(given.code, RefusalCode::TooLong);
        QCOMPARE(given.field, u"login");
        QVERIFY(given.value.isEmpty());
        const Refusal inAddress =
            FeedSource::read(u"main"_s, u"rtsp://admin:"_s + QString(130, u'x') + u"@host/"_s).error();
        QCOMPARE(inAddress, given);
        const Refusal control =
            FeedSource::read(u"main"_s, u"rtsp://host/"_s, FeedLogin{u"admin"_s, u"a\nb"_s, {}}).error();
        QCOMPARE(control.code, RefusalCode::Invalid);
        QVERIFY(control.value.isEmpty());
    }

    void subTakesTheMainLogin() {
        const auto feed = Feed::read(u"rtsp://u:p@host/main"_s, u"rtsp://host/sub"_s);
        QVERIFY(feed.has_value());
        QCOMPARE(must(feed->sub).login, feed->main.login);
        QCOMPARE(feed->forHeight(270).address.toString(), u"rtsp://host/sub");
        QCOMPARE(feed->forHeight(720).address.toString(), u"rtsp://host/main");
        const auto elsewhere = Feed::read(u"rtsp://u:p@host/main"_s, u"rtsp://other/sub"_s);
        QVERIFY(elsewhere.has_value());
        QVERIFY(must(elsewhere->sub).login.isEmpty());
        const auto alone = Feed::read(u"rtsp://host/main"_s, QString());
        QVERIFY(alone.has_value());
        QCOMPARE(alone->forHeight(90).address.toString(), u"rtsp://host/main");
        QCOMPARE(Feed::read(u"rtsp://host/main"_s, u"gopher://x/"_s).error().field, u"sub");
        QCOMPARE(Feed::read(u"gopher://x/"_s, QString()).error().field, u"main");
    }

    /// The record has the addresses, a file of its owner's the logins; together they are what was typed.
    void goesApartAndTogether() {
        const auto typed =
            Feed::read(u"rtsp://me:secret@host/main?channel=1&token=abc"_s, u"http://other/sub?sign=9"_s)
                .value();
        VideoFeed feed;
        feed.mainAddress = typed.main.address.toString();
        feed.subAddress = typed.sub->address.toString();
        QCOMPARE(feed.mainAddress, u"rtsp://host/main?channel=1"_s);
        QCOMPARE(feed.subAddress, u"http://other/sub"_s);
        const FeedLogins logins = typed.logins();
        QVERIFY(Feed::read(feed, logins).value() == typed);
        QVERIFY(Feed::read(feed, {}).value().logins().isEmpty());
    }

    void aLoginGoesToItsOwnHostOnly() {
        const FeedLogins logins = Feed::read(u"rtsp://me:secret@host/main"_s, u"rtsp://host/sub"_s)->logins();
        VideoFeed moved;
        moved.mainAddress = u"rtsp://elsewhere/main"_s;
        moved.subAddress = u"rtsp://host/sub"_s;
        const Feed feed = Feed::read(moved, logins).value();
        QVERIFY(feed.main.login.isEmpty());
        QCOMPARE(feed.sub->login.user, u"me"_s);
        moved.mainAddress = u"rtsp://HOST:8554/other"_s;
        QCOMPARE(Feed::read(moved, logins)->main.login.password, u"secret"_s);
    }

    void playsFilesOnlyWhereAllowed() {
        QVERIFY(FeedSource::read(u"main"_s, u"file:///tmp/a.ts"_s, FeedFiles::Allowed).has_value());
        QVERIFY(!FeedSource::read(u"main"_s, u"file://host/a.ts"_s, FeedFiles::Allowed).has_value());
        QVERIFY(!FeedSource::read(u"main"_s, u"file:///tmp/a.ts"_s).has_value());
    }
};

QTEST_APPLESS_MAIN(FeedTest)
#include "feed_test.moc"
