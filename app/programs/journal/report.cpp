// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/journal/report.h"

#include "app/journal/data_folder.h"
#include "app/journal/fix_store.h"
#include "app/journal/sqlite_journal.h"
#include "app/report/report_csv.h"
#include "app/report/report_file.h"
#include "app/report/report_json.h"
#include "app/report/report_tracks.h"
#include "app/report/statistics_collector.h"

#include <QCommandLineParser>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

namespace tridesk::journal_tool {

using namespace Qt::StringLiterals;

namespace {

constexpr int Wrong = 2;

int fail(const QString& line) {
    QTextStream(stderr) << u"tridesk-journal: report: "_s << line.simplified() << Qt::endl;
    return Wrong;
}

struct Wanted {
    ReportFormat format = ReportFormat::Csv;
    StatisticsQuery query = {};
    QString incident; ///< its number; empty: the span
    bool asList = false;
    bool named = false;
    CsvForm csv = {};
    QString out = {}; ///< empty: standard output
};

template <class T>
using Read = std::expected<T, QString>;

Read<Instant> timeOf(const QCommandLineParser& options, const QString& name, const QTimeZone& zone) {
    const QString text = options.value(name);
    if (text.isEmpty())
        return std::unexpected(u"--%1 is missing: a span has both ends, such as --from 2026-11-21T18:00 --to "
                               "2026-11-22T02:00"_s.arg(name));
    QDateTime at = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!at.isValid())
        return std::unexpected(u"--%1 \"%2\" is no ISO 8601 time"_s.arg(name, text.left(80)));
    if (at.timeSpec() == Qt::LocalTime)
        at.setTimeZone(zone);
    return instantFromMs(at.toMSecsSinceEpoch());
}

template <class C>
Read<C> codeOf(const QCommandLineParser& options, const QString& name) {
    const QString text = options.value(name);
    const auto code = C::parse(text);
    if (!text.isEmpty() && !code)
        return std::unexpected(u"--%1 \"%2\" is no code"_s.arg(name, text.left(80)));
    return code.value_or(C());
}

Read<ReportFormat> formatOf(const QCommandLineParser& options) {
    const QString text = options.value(u"format"_s);
    const auto format = enumFrom<ReportFormat>(text);
    if (format == ReportFormat::Pdf)
        return std::unexpected(u"--format pdf needs the console's letters and map: make it in tridesk, "
                               "Incident menu, Report… or Statistics…"_s);
    if (!format)
        return std::unexpected(u"--format \"%1\" is none of csv, json, gpx, geojson"_s.arg(text.left(80)));
    return *format;
}

Read<StatisticsQuery> queryOf(const QCommandLineParser& options) {
    const QString name = options.value(u"zone"_s);
    const QTimeZone zone = name.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(name.toLatin1());
    if (!zone.isValid())
        return std::unexpected(u"--zone \"%1\" is no time zone"_s.arg(name.left(80)));
    const auto from = timeOf(options, u"from"_s, zone);
    const auto to = timeOf(options, u"to"_s, zone);
    if (!from || !to)
        return std::unexpected(from ? to.error() : from.error());
    if (*to <= *from)
        return std::unexpected(u"--to %1 is not after --from %2"_s.arg(toIso(*to), toIso(*from)));
    const auto post = codeOf<PostId>(options, u"post"_s);
    const auto type = codeOf<TypeCode>(options, u"type"_s);
    const auto unit = codeOf<UnitId>(options, u"unit"_s);
    if (!post || !type || !unit)
        return std::unexpected(!post ? post.error() : !type ? type.error() : unit.error());
    return StatisticsQuery{*from, *to, *post, *type, *unit, zone};
}

Read<Wanted> wantedOf(const QCommandLineParser& options) {
    Wanted wanted{.incident = options.value(u"incident"_s),
                  .asList = options.isSet(u"list"_s),
                  .named = options.isSet(u"names"_s),
                  .csv = {.withMark = !options.isSet(u"no-mark"_s)},
                  .out = options.value(u"out"_s)};
    const auto format = formatOf(options);
    if (!format)
        return std::unexpected(format.error());
    wanted.format = *format;
    if (!wanted.incident.isEmpty())
        return wanted;
    const auto query = queryOf(options);
    if (!query)
        return std::unexpected(query.error());
    wanted.query = *query;
    return wanted;
}

/// The record read through once: the board as it stands at its end, and the figures.
struct ReadRecord {
    Situation situation;
    Statistics statistics;
};

Read<ReadRecord> readRecord(Journal& journal, const StatisticsQuery& query) {
    ReadRecord read;
    StatisticsCollector collector(query);
    const auto walked = walkRecord(journal, nullptr, [&](const FoldedEntry& each) {
        collector.take(each.entry, each.fact ? &*each.fact : nullptr);
        if (each.fact)
            read.situation.fold(each.entry, *each.fact);
        else
            read.situation.skip(each.entry);
    });
    if (!walked)
        return std::unexpected(walked.error().toString());
    read.statistics = collector.finish();
    return read;
}

QString stateOf(const RecordState& record) {
    QStringList parts;
    if (record.missing)
        parts << u"%1 entries are missing: the journal was cut"_s.arg(record.missing);
    if (record.unreadable)
        parts << u"%1 entries cannot be read: a newer program wrote them"_s.arg(record.unreadable);
    if (record.clockSetBack)
        parts << u"the clock was set back %1 times"_s.arg(record.clockSetBack);
    return parts.join(u"; "_s);
}

/// No fix store is no fault: there are no tracks then.
Read<ReportTracks> tracksOf(const QString& fixes, const QList<WantedTrack>& wanted,
                            const Situation& situation) {
    if (!QFileInfo::exists(fixes))
        return ReportTracks{};
    auto store = FixStore::open(fixes);
    if (!store)
        return std::unexpected(store.error().toString());
    return readTracks(**store, wanted, situation);
}

class Run {
public:
    Run(const Wanted& wanted, Journal& journal, QString fixes)
        : m_wanted(wanted)
        , m_journal(journal)
        , m_fixes(std::move(fixes)) {}

    Read<QByteArray> make() {
        auto record = readRecord(m_journal, m_wanted.query);
        if (!record)
            return std::unexpected(record.error());
        if (const QString state = stateOf(record->statistics.record); !state.isEmpty())
            QTextStream(stderr) << u"tridesk-journal: report: "_s << state << Qt::endl;
        return m_wanted.incident.isEmpty() ? ofSpan(*record) : ofIncident(*record);
    }

private:
    [[nodiscard]] Eyes eyes(const IncidentId& opened = {}) const {
        return {.actor = {.seat = Seat{Tier::Bureau, {}}, .user = {}}, .opened = {opened}};
    }
    [[nodiscard]] JsonHead head(const QString& kind) const {
        return {.kind = kind, .madeAt = SystemClock().now(), .named = m_wanted.named};
    }

    Read<QByteArray> ofSpan(const ReadRecord& record) const {
        const SpanList list =
            spanList(record.situation, eyes(), m_wanted.query, m_wanted.named, SystemClock().now());
        switch (m_wanted.format) {
        case ReportFormat::Pdf:
            break;
        case ReportFormat::Csv:
            return m_wanted.asList ? spanListCsv(list, record.situation, m_wanted.csv)
                                   : statisticsCsv(record.statistics, m_wanted.csv);
        case ReportFormat::Json: {
            QJsonObject parts = statisticsJson(record.statistics);
            if (m_wanted.asList)
                parts[u"incidents"] = spanListJson(list, record.situation);
            return reportJson(head(u"statistics"_s), record.statistics.record, parts);
        }
        case ReportFormat::Gpx:
        case ReportFormat::GeoJson:
            return geographic(list.incidents, wantedTracks(list, record.situation, m_wanted.query),
                              record.situation);
        }
        return QByteArray();
    }

    Read<QByteArray> ofIncident(const ReadRecord& record) {
        bool isNumber = false;
        const qint64 number = QString(m_wanted.incident).remove(u'-').toLongLong(&isNumber);
        // "20261121-0123" stands for 20261121000123
        const QStringList parts = m_wanted.incident.split(u'-');
        const qint64 whole =
            parts.size() == 2 ? parts[0].toLongLong() * 1'000'000 + parts[1].toLongLong() : number;
        const Incident* incident = isNumber ? record.situation.incidentByNumber(whole) : nullptr;
        if (!incident)
            return std::unexpected(
                u"--incident \"%1\": there is no incident of that number, such as 20261121-0123"_s.arg(
                    m_wanted.incident.left(80)));
        const auto made = incidentReport({.situation = record.situation,
                                          .eyes = eyes(incident->id),
                                          .incident = incident->id,
                                          .named = m_wanted.named,
                                          .now = SystemClock().now()},
                                         m_journal, nullptr);
        if (!made)
            return std::unexpected(made.error().detail);
        switch (m_wanted.format) {
        case ReportFormat::Pdf:
            break;
        case ReportFormat::Csv:
            return incidentCsv(*made, m_wanted.csv);
        case ReportFormat::Json:
            return reportJson(head(u"incident"_s), made->record, incidentJson(*made));
        case ReportFormat::Gpx:
        case ReportFormat::GeoJson:
            return geographic({{.incident = made->incident}}, wantedTracks(made->orders, SystemClock().now()),
                              record.situation);
        }
        return QByteArray();
    }

    Read<QByteArray> geographic(const QList<ListedIncident>& incidents, const QList<WantedTrack>& wanted,
                                const Situation& situation) const {
        const auto tracks = tracksOf(m_fixes, wanted, situation);
        if (!tracks)
            return std::unexpected(tracks.error());
        for (const ReportTracks::Track& track : tracks->tracks)
            if (track.fixes.isEmpty())
                QTextStream(stderr) << u"tridesk-journal: report: no positions of %1 in that time"_s.arg(
                                           track.callsign)
                                    << Qt::endl;
        return m_wanted.format == ReportFormat::Gpx ? reportGpx(incidents, *tracks)
                                                    : reportGeoJson(incidents, *tracks);
    }

    const Wanted& m_wanted;
    Journal& m_journal;
    QString m_fixes;
};

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(
        u"Figures of a span (by type, area, hour, post and unit), or all of one incident.\n"
        "Leaves no trace in the record: whoever reads the folder is its owner."_s);
    parser.addPositionalArgument(u"dir"_s, u"a data folder, or a journal's file"_s);
    parser.addOptions(
        {{u"from"_s, u"the span's first moment, ISO 8601"_s, u"TIME"_s},
         {u"to"_s, u"its end, which is not in it"_s, u"TIME"_s},
         {u"incident"_s, u"instead of a span: one incident, by its number"_s, u"YYYYMMDD-NNNN"_s},
         {u"format"_s, u"csv (the default), json, gpx or geojson"_s, u"FORMAT"_s, u"csv"_s},
         {u"post"_s, u"only incidents of that station's area"_s, u"CODE"_s},
         {u"type"_s, u"only incidents of that type and those below it"_s, u"CODE"_s},
         {u"unit"_s, u"only what that unit was ordered to"_s, u"CODE"_s},
         {u"zone"_s, u"of the hours, and of times without one; the machine's where none is named"_s,
          u"ZONE"_s},
         {u"list"_s, u"the incidents (json: beside the figures)"_s},
         {u"names"_s, u"callers and users by name; without it they are left out"_s},
         {u"no-mark"_s, u"csv: without the byte order mark that spreadsheets want"_s},
         {u"out"_s, u"a file instead of standard output; it is there whole, or as it was"_s, u"FILE"_s}});
    parser.addHelpOption();
}

int write(const QString& path, const QByteArray& bytes) {
    if (!path.isEmpty()) {
        const auto saved = saveReport(path, bytes);
        return saved ? 0 : fail(saved.error());
    }
    QFile out;
    const bool written =
        out.open(stdout, QIODevice::WriteOnly) && out.write(bytes) == bytes.size() && out.flush();
    return written ? 0 : fail(u"cannot write: "_s + out.errorString());
}

} // namespace

int report(const QStringList& arguments) {
    QCommandLineParser options;
    describe(options);
    if (!options.parse(QStringList{u"tridesk-journal report"_s} + arguments))
        return fail(options.errorText());
    if (options.isSet(u"help"_s))
        options.showHelp(0);
    const QStringList words = options.positionalArguments();
    if (words.size() != 1)
        return fail(u"wants a data folder: tridesk-journal report DIR --from TIME --to TIME"_s);
    const auto wanted = wantedOf(options);
    if (!wanted)
        return fail(wanted.error());
    const QString& dir = words.first();
    QString path = dir;
    QString fixes = QFileInfo(dir).dir().filePath(u"fixes.db"_s);
    if (!QFileInfo(dir).isFile()) {
        const auto folder = DataFolder::open(dir, DataFolder::Use::Read);
        if (!folder)
            return fail(folder.error().toString());
        path = folder->journal();
        fixes = folder->fixes();
    }
    const auto journal = SqliteJournal::open(path, {.readOnly = true});
    if (!journal)
        return fail(journal.error().toString());
    const auto made = Run(*wanted, **journal, fixes).make();
    return made ? write(wanted->out, *made) : fail(made.error());
}

} // namespace tridesk::journal_tool
