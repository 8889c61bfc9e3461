// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// tridesk-map: makes map packages and tells what is in them.

#include "app/programs/map/import_teller.h"
#include "app/programs/map/stop_request.h"
#include "maps/city/city.h"
#include "maps/extract/importer.h"
#include "maps/gazetteer/gazetteer.h"
#include "maps/package/package.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

namespace {

using namespace Qt::StringLiterals;
using namespace tridesk;
using namespace tridesk::maps;

constexpr int Wrong = 2;
constexpr int Stopped = 3;

int fail(const QString& line) {
    QTextStream(stderr) << u"tridesk-map: "_s << line << Qt::endl;
    return Wrong;
}

void tellCounts(QTextStream& out, const QString& title, const QMap<QString, qint64>& counts) {
    if (counts.isEmpty())
        return;
    out << title << u":\n"_s;
    for (auto it = counts.begin(); it != counts.end(); ++it)
        out << u"  "_s << QString::number(it.value()).rightJustified(10) << u"  "_s << it.key() << u'\n';
}

void tell(const Manifest& manifest) {
    QTextStream out(stdout);
    const auto at = [](const QGeoCoordinate& c) {
        return u"%1,%2"_s.arg(c.longitude(), 0, 'f', 5).arg(c.latitude(), 0, 'f', 5);
    };
    out << u"name:    "_s << manifest.name << u'\n';
    out << u"format:  "_s << manifest.format << u'\n';
    out << u"bounds:  "_s << at(manifest.bounds.bottomLeft()) << u' ' << at(manifest.bounds.topRight())
        << u'\n';
    out << u"centre:  "_s << at(manifest.centre) << u'\n';
    out << u"source:  "_s << manifest.sourceFile << u" sha256 "_s << manifest.sourceSha256 << u'\n';
    out << u"made:    "_s << manifest.made.toString(Qt::ISODate) << u'\n';
    tellCounts(out, u"read"_s, manifest.read);
    tellCounts(out, u"left out"_s, manifest.leftOut);
}

int import(const ImportOptions& options, bool forPrograms = false) {
    const auto teller = ImportTeller::make(forPrograms);
    StopRequest stop;
    const auto manifest =
        importExtract(options, {.progress = [&](const ImportProgress& progress) { teller->tell(progress); },
                                .isStopped = [] { return StopRequest::isMade(); }});
    teller->end();
    if (!manifest) {
        fail(manifest.error());
        return StopRequest::isMade() ? Stopped : Wrong;
    }
    if (!forPrograms)
        tell(*manifest);
    return 0;
}

int importCommand(const QCommandLineParser& parser, const QStringList& words) {
    if (words.size() != 2)
        return fail(u"import takes one file: tridesk-map import FILE.osm.pbf --out NAME"_s);
    if (!parser.isSet(u"out"_s))
        return fail(u"import needs --out NAME, the folder of the package"_s);
    return import({.sourceFile = words.at(1),
                   .packageFolder = parser.value(u"out"_s),
                   .name = parser.value(u"name"_s),
                   .basemap = !parser.isSet(u"no-basemap"_s),
                   .fresh = parser.isSet(u"fresh"_s)},
                  parser.isSet(u"progress-lines"_s));
}

/// A number option; the parser knows only text.
template <typename Number>
bool number(const QCommandLineParser& parser, const QString& name, Number& value) {
    bool fine = true;
    if (!parser.isSet(name))
        return fine;
    if constexpr (std::is_floating_point_v<Number>)
        value = parser.value(name).toDouble(&fine);
    else
        value = parser.value(name).toULongLong(&fine);
    return fine;
}

int cityCommand(const QCommandLineParser& parser) {
    if (!parser.isSet(u"out"_s))
        return fail(u"city needs --out NAME, the folder of the package"_s);
    CitySpec spec{.buildings = !parser.isSet(u"no-buildings"_s)};
    for (const QString& name : {u"seed"_s, u"size"_s})
        if (!(name == u"seed" ? number(parser, name, spec.seed) : number(parser, name, spec.size)))
            return fail(u"--%1: %2 is no number"_s.arg(name, parser.value(name)));
    const QFileInfo target(parser.value(u"out"_s));
    const QString pbf = target.absoluteFilePath() + u".osm.pbf"_s;
    QDir().mkpath(target.absolutePath());
    if (const auto written = writeCity(spec, pbf); !written)
        return fail(written.error());
    const int result = import({.sourceFile = pbf,
                               .packageFolder = parser.value(u"out"_s),
                               .name = parser.isSet(u"name"_s) ? parser.value(u"name"_s) : cityName(),
                               .attribution = {},
                               .basemap = !parser.isSet(u"no-basemap"_s)});
    if (!parser.isSet(u"keep-pbf"_s))
        QFile::remove(pbf);
    return result;
}

int infoCommand(const QStringList& words) {
    if (words.size() != 2)
        return fail(u"info takes one package: tridesk-map info NAME"_s);
    const auto package = Package::open(words.at(1));
    if (!package)
        return fail(package.error());
    // The manifest may be of an older program's package, whose places this one does not read.
    if (const auto places = Gazetteer::open(package->gazetteerFile()); !places)
        return fail(places.error());
    tell(package->manifest());
    return 0;
}

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        u"Makes map packages.\n\n"
        "  tridesk-map import FILE.osm.pbf --out NAME   from OpenStreetMap data (.osm, .osm.gz, .osm.bz2 "
        "too)\n"
        "  tridesk-map city --seed 1 --size 1 --out NAME  a made-up city (--keep-pbf keeps NAME.osm.pbf)\n"
        "  tridesk-map info NAME                        tells what is in a package\n\n"
        "NAME is a folder; an older package there is replaced in one step when all is done. Ctrl+C stops: "
        "what\n"
        "is finished is kept beside NAME, and the same command goes on from there.\n"
        "Exits 0, 3 if it was stopped, or 2 with one line that says what is wrong."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(u"command"_s, u"import, city or info"_s);
    parser.addOption({u"out"_s, u"Folder of the package to write."_s, u"NAME"_s});
    parser.addOption({u"name"_s, u"What users read as the map's name."_s, u"TEXT"_s});
    parser.addOption({u"fresh"_s, u"Begin anew, whatever an import that was stopped has done."_s});
    parser.addOption(
        {u"progress-lines"_s, u"Print progress for another program: a line each, to the output."_s});
    parser.addOption({u"seed"_s, u"Which city (1)."_s, u"N"_s});
    parser.addOption({u"size"_s, u"How large: 1 is about 12 by 9 km with 12 stations (1)."_s, u"S"_s});
    parser.addOption({u"keep-pbf"_s, u"Keep the city's OpenStreetMap data as NAME.osm.pbf."_s});
    parser.addOption({u"no-buildings"_s, u"Leave buildings out of the city (for benchmarks)."_s});
    parser.addOption(
        {u"no-basemap"_s, u"Leave the vector tiles out (for benchmarks of roads and places)."_s});
}

} // namespace

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tridesk-map"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(TRIDESK_VERSION));
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(QCoreApplication::arguments()))
        return fail(parser.errorText());
    if (parser.isSet(u"help"_s))
        parser.showHelp(0);
    if (parser.isSet(u"version"_s))
        parser.showVersion();
    const QStringList words = parser.positionalArguments();
    const QString command = words.value(0);
    if (command == u"import")
        return importCommand(parser, words);
    if (command == u"city")
        return cityCommand(parser);
    if (command == u"info")
        return infoCommand(words);
    return fail(command.isEmpty() ? u"say what to do: import, city or info (see --help)"_s
                                  : u"%1: no such command (import, city or info)"_s.arg(command));
}
