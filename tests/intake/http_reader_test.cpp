// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/http_reader.h"
#include "tests/support/mutate.h"

#include <QTest>

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

/// Feeds all, in pieces of `piece` bytes, saying "go on" at each head.
HttpReader::State feedAll(HttpReader& reader, const QByteArray& bytes, qsizetype piece) {
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype used =
            reader.feed(QByteArrayView(bytes).sliced(at).first(qMin(piece, bytes.size() - at)));
        at += used;
        if (reader.state() == HttpReader::State::Headed)
            reader.proceed();
        if (reader.state() == HttpReader::State::Faulty || reader.state() == HttpReader::State::Whole)
            break;
    }
    return reader.state();
}

} // namespace

class HttpReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsARequestInAnyPieces_data() {
        QTest::addColumn<int>("piece");
        for (const int piece : {1, 2, 3, 7, 64, 4096})
            QTest::addRow("%d", piece) << piece;
    }
    void readsARequestInAnyPieces() {
        QFETCH(int, piece);
        const QByteArray head = "POST /v1/fix%20es?a=b HTTP/1.1\r\nHost: x\r\nX-A: 1\r\nx-a: 2\r\n";
        for (const QByteArray& rest :
             {"Content-Length: 5\r\n\r\nhello"_ba,
              "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nhel\r\n2\r\nlo\r\n0\r\nTrailer: t\r\n\r\n"_ba}) {
            HttpReader reader;
            QCOMPARE(feedAll(reader, head + rest, piece), HttpReader::State::Whole);
            const HttpRequest request = reader.take();
            QCOMPARE(request.method, "POST");
            QCOMPARE(request.path, u"/v1/fix es");
            QCOMPARE(request.query, "a=b");
            QCOMPARE(request.header("x-a"), "1, 2");
            QCOMPARE(request.body, "hello");
            QVERIFY(request.keepAlive);
            QVERIFY(reader.isFresh());
        }
    }

    void leavesTheNextRequestInTheStream() {
        HttpReader reader;
        const QByteArray two = "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.0\r\n\r\n";
        const qsizetype used = reader.feed(two);
        QCOMPARE(used, two.size() / 2);
        reader.proceed();
        QCOMPARE(reader.take().path, u"/a");
        QCOMPARE(reader.feed(QByteArrayView(two).sliced(used)), used);
        reader.proceed();
        QVERIFY(!reader.take().keepAlive);
    }

    void refusesWhatIsNotPlain_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char* name, const QByteArray& bytes, int status) {
            QTest::newRow(name) << bytes << status;
        };
        row("no request line", "hello\r\n\r\n", 400);
        row("TLS", "\x16\x03\x01\x02\r\n\r\n", 400);
        row("version", "GET / HTTP/2.0\r\n\r\n", 505);
        row("absolute address", "GET http://x/ HTTP/1.1\r\n\r\n", 400);
        row("bare LF", "GET / HTTP/1.1\nHost:x\r\n\r\n", 505);
        row("LF inside a field", "GET / HTTP/1.1\r\nA: b\nContent-Length: 3\r\n\r\n", 400);
        row("folded line", "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400);
        row("blank before colon", "GET / HTTP/1.1\r\nContent-Length : 3\r\n\r\n", 400);
        row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n", 400);
        row("length and chunked",
            "POST / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", 400);
        row("negative length", "POST / HTTP/1.1\r\nContent-Length: -3\r\n\r\n", 400);
        row("length in words", "POST / HTTP/1.1\r\nContent-Length: +3\r\n\r\n", 400);
        row("gzip", "POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", 501);
        row("100 MB", "POST / HTTP/1.1\r\nContent-Length: 104857600\r\n\r\n", 413);
        row("more than a number holds", "POST / HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
            400);
        row("big chunk", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nffffffff\r\n", 413);
        row("negative chunk", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\n", 400);
        row("chunk without end", "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nab\r\n", 400);
        row("long head", "GET / HTTP/1.1\r\nA: " + QByteArray(20000, 'a') + "\r\n\r\n", 431);
        row("many fields", "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(100) + "\r\n", 431);
        row("long address", "GET /" + QByteArray(5000, 'a') + " HTTP/1.1\r\n\r\n", 414);
        row("other expectation", "POST / HTTP/1.1\r\nExpect: tea\r\n\r\n", 417);
    }
    void refusesWhatIsNotPlain() {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        for (const qsizetype piece : {1, 100000}) {
            HttpReader reader;
            QCOMPARE(feedAll(reader, bytes, piece), HttpReader::State::Faulty);
            QCOMPARE(reader.fault().status, status);
            QVERIFY(!reader.fault().detail.isEmpty());
        }
    }

    void holdsNoMoreOfAChunkedBodyThanItMay() {
        HttpReader reader(HttpLimits{.head = 1024, .target = 100, .fields = 10, .body = 1000});
        QByteArray bytes = "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
        bytes += QByteArray("10\r\n0123456789abcdef\r\n").repeated(1000);
        QCOMPARE(feedAll(reader, bytes, 50), HttpReader::State::Faulty);
        QCOMPARE(reader.fault().status, 413);
        QVERIFY(reader.request().body.size() <= 1000);
    }

    void survivesAnything() {
        std::mt19937 random(20261121);
        const QByteArray seeds[] = {
            "POST /v1/incidents HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello",
            "POST /a?b=%20 HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n",
            "GET / HTTP/1.0\r\nConnection: keep-alive\r\nExpect: 100-continue\r\n\r\n"};
        for (int i = 0; i < 20000; ++i) {
            HttpReader reader(HttpLimits{.head = 200, .target = 60, .fields = 8, .body = 100});
            (void)feedAll(reader, mutated(seeds[random() % 3], random), 1 + qsizetype(random() % 40));
            QVERIFY(reader.request().body.size() <= 100);
            if (reader.state() == HttpReader::State::Faulty)
                QVERIFY(reader.fault().status >= 400 && reader.fault().status < 600);
        }
    }
};

QTEST_GUILESS_MAIN(HttpReaderTest)
#include "http_reader_test.moc"
