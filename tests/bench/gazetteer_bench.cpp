// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Ten thousand questions as they are typed, to a gazetteer of more than a million names: whole, begun, in
// part, in pinyin and initials, with a slip, addresses, intersections and nonsense. Beside it what plain FTS5
// takes in the same file to give the first rows that begin so, without a look at them. The file is made once
// and kept in the build folder (or where TRIDESK_BENCH_DATA says); a line for each shape goes to stderr.

#include "maps/gazetteer/database.h"
#include "maps/gazetteer/gazetteer.h"
#include "maps/gazetteer/text.h"
#include "maps/gazetteer/tokens.h"
#include "tests/bench/figure.h"
#include "tests/bench/gazetteer_names.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <ctime>

namespace {

using namespace Qt::StringLiterals;
using namespace tridesk;
using namespace tridesk::maps;

constexpr int Queries = 10'000;

// Of this thread: other programs on the machine do not count.
double busyMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1e3 + double(now.tv_nsec) / 1e6;
}

QString preparedFile(bench::GazetteerNames& names) {
    const QString folder = qEnvironmentVariable("TRIDESK_BENCH_DATA", QCoreApplication::applicationDirPath());
    const QString path = QDir(folder).filePath(u"bench-names.sqlite"_s);
    // The names have to be drawn in any case, as the questions are about them.
    if (Gazetteer::open(path)) {
        names.fill(nullptr);
        return path;
    }
    GazetteerBuilder builder;
    if (const auto opened = builder.open(path); !opened)
        qFatal("%s", qPrintable(opened.error()));
    const double began = busyMs();
    names.fill(&builder);
    const auto counts = builder.finish();
    if (!counts)
        qFatal("%s", qPrintable(counts.error()));
    std::fprintf(stderr,
                 "made %lld places, %lld streets, %lld intersections, %lld left out: %.0f s, %.0f MB\n",
                 qlonglong(counts->places), qlonglong(counts->streets), qlonglong(counts->intersections),
                 qlonglong(counts->leftOut), (busyMs() - began) / 1e3, double(QFileInfo(path).size()) / 1e6);
    return path;
}

double rawMedianMs(const QString& path, const QList<bench::GazetteerQuery>& queries) {
    const auto database = Database::open(path, Database::Mode::ReadOnly);
    if (!database)
        return -1;
    QSqlQuery rows = database->prepare(u"SELECT rowid FROM name_text WHERE name_text MATCH ? LIMIT 20"_s);
    QList<double> times;
    for (const bench::GazetteerQuery& query : queries) {
        if (QLatin1StringView(query.shape) != "prefix"_L1)
            continue;
        const QString token = tokens::beginning(keyOf(folded(query.text)));
        QElapsedTimer clock;
        clock.start();
        if (!Database::run(rows, {u'"' + token + u"\"*"_s}).isEmpty())
            return -1;
        while (rows.next())
            (void)rows.value(0);
        times.append(double(clock.nsecsElapsed()) / 1e6);
    }
    return bench::percentile(times, 0.5);
}

} // namespace

int main(int argc, char** argv) {
    QCoreApplication app(argc, argv);
    const bench::Filter filter(argc, argv);
    if (!filter.wants("gazetteer.p99_ms"))
        return 0;
    bench::GazetteerNames names;
    const QString path = preparedFile(names);
    const auto gazetteer = Gazetteer::open(path);
    if (!gazetteer)
        qFatal("%s", qPrintable(gazetteer.error()));
    const QList<bench::GazetteerQuery> queries = names.queries(Queries);
    QList<double> times;
    QList<double> busy;
    QMap<QString, QList<std::pair<double, QString>>> byShape;
    qsizetype answered = 0;
    for (const bench::GazetteerQuery& query : queries) {
        QElapsedTimer clock;
        clock.start();
        const double began = busyMs();
        answered += !gazetteer->find(query.text, query.near).isEmpty();
        busy.append(busyMs() - began);
        times.append(double(clock.nsecsElapsed()) / 1e6);
        byShape[QString::fromLatin1(query.shape)].append({busy.last(), query.text});
    }
    for (auto shape = byShape.begin(); shape != byShape.end(); ++shape) {
        std::ranges::sort(*shape);
        const qsizetype count = shape->size();
        std::fprintf(stderr, "%-16s busy: median %6.2f ms, p99 %6.2f ms, slowest %6.2f ms \"%s\"\n",
                     qPrintable(shape.key()), shape->at(count / 2).first, shape->at(count * 99 / 100).first,
                     shape->last().first, qPrintable(shape->last().second));
    }
    const QByteArray beside = QByteArray::number(gazetteer->placeCount()) + " places, median " +
                              QByteArray::number(bench::percentile(times, 0.5), 'g', 3) +
                              " ms; processor alone p99 " +
                              QByteArray::number(bench::percentile(busy, 0.99), 'g', 3) + " ms; " +
                              QByteArray::number(100.0 * double(answered) / double(queries.size()), 'g', 3) +
                              " % answered; raw FTS5 prefix median " +
                              QByteArray::number(rawMedianMs(path, queries), 'g', 3) + " ms";
    bench::printFigure("gazetteer.p99_ms", bench::percentile(times, 0.99), "ms", bench::Hold::AtMost, 10,
                       beside);
    return 0;
}
