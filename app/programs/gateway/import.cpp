// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/refusal_words.h"
#include "app/field/track_file.h"
#include "app/field/track_import.h"
#include "app/intake/incident_import.h"
#include "app/intake/layer_commands.h"
#include "app/intake/roster_file.h"
#include "app/intake/row_import.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/lists.h"
#include "app/programs/gateway/options.h"
#include "app/programs/open_desk.h"
#include "app/video/feed_import.h"
#include "maps/layers/readers.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>

#include <algorithm>
#include <deque>

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostFaultLines = 50;

/// One file after another, each by the desk's own commands.
class ImportRun : public QObject {
public:
    ImportRun(Desk& desk, FixBoard& board, const QString& dataFolder)
        : m_desk(desk)
        , m_board(board)
        , m_logins(dataFolder) {
        m_clock.start();
    }

    void addRoster(const QString& what, Roster roster) {
        m_steps.push_back([this, what, roster = std::move(roster)] { runRoster(what, roster); });
    }
    void addLayer(const QString& path, maps::LayerTarget target, maps::MappedLayer layer) {
        m_steps.push_back([this, path, target, layer = std::move(layer)] {
            const LayerCommands commands = layerCommands(layer, target, m_desk.situation());
            ImportReport before{.known = commands.known, .faults = {}, .stopped = {}};
            for (const FileFault& fault : commands.faults)
                before.count(fault);
            before.refused = commands.faultCount;
            runRows(path, commands.rows, before);
        });
    }
    void addFeeds(const QString& path, const FeedList& list) {
        m_steps.push_back([this, path, list] {
            m_logins.start();
            const Actor actor{.seat = {.tier = Tier::Bureau, .place = {}}, .user = u"import"_s};
            auto* import = new FeedImport(m_desk, m_logins, list, actor, this);
            connect(import, &FeedImport::finished, this, [this, path, import](const ImportReport& report) {
                import->deleteLater();
                tell(path, report);
            });
            import->start();
        });
    }
    void addTrack(const QString& path, const QString& unit, const maps::Layer& layer, maps::Datum datum) {
        m_steps.push_back([this, path, unit, layer, datum] { runTrack(path, unit, layer, datum); });
    }
    void addIncidents(const QString& path, const IncidentFileOptions& options) {
        m_steps.push_back([this, path, options] { runIncidents(path, options); });
    }

    void next() {
        if (m_steps.empty())
            return QCoreApplication::exit(m_refused > 0 ? 1 : 0);
        const auto step = std::move(m_steps.front());
        m_steps.pop_front();
        m_clock.restart();
        step();
    }

    [[nodiscard]] const QString& failure() const { return m_failure; }

private:
    void fail(const QString& why) {
        m_failure = why;
        QCoreApplication::exit(2);
    }

    void runRoster(const QString& what, const Roster& roster) {
        ImportReport unread;
        for (const FileFault& fault : roster.faults)
            unread.count(fault);
        runRows(what, roster.rows, unread);
    }

    void runRows(const QString& what, const QList<RosterRow>& commands, const ImportReport& unread) {
        const Actor actor{.seat = {.tier = Tier::Bureau, .place = {}}, .user = u"import"_s};
        auto* import = new RowImport(m_desk, commands, actor, unread, this);
        connect(import, &RowImport::finished, this, [this, what, import](const ImportReport& report) {
            import->deleteLater();
            tell(what, report);
        });
        import->start();
    }

    void runTrack(const QString& path, const QString& name, const maps::Layer& layer, maps::Datum datum) {
        const auto callsign = Callsign::parse(name);
        const Unit* unit = callsign ? m_desk.situation().unitByCallsign(*callsign) : nullptr;
        if (!unit)
            return fail(u"--unit: there is no unit '%1'"_s.arg(name.left(80)));
        const TrackFixes track = trackFixes(layer, datum,
                                            {.unit = unit->definition.id,
                                             .receivedAt = m_desk.clock().now(),
                                             .source = QFileInfo(path).fileName()});
        ImportReport unread;
        for (const FileFault& fault : track.faults)
            unread.count(fault);
        unread.refused = track.faultCount;
        auto* import = new TrackImport(m_board, track.fixes, unread, this);
        connect(import, &TrackImport::finished, this, [this, path, import](const ImportReport& report) {
            import->deleteLater();
            tell(path, report);
        });
        import->start();
    }

    void runIncidents(const QString& path, const IncidentFileOptions& options) {
        auto file = IncidentFile::open(path, options, m_desk.situation().catalogue(), m_desk.clock().now());
        if (!file)
            return fail(file.error());
        if (const QStringList left = (*file)->columnsLeftOut(); !left.isEmpty())
            complain(u"%1: columns left out: %2"_s.arg(path, left.join(u", ")));
        const Actor actor{.seat = {.tier = Tier::Machine, .place = options.source}, .user = options.source};
        auto* import = new IncidentImport(m_desk, std::move(*file), actor, this);
        connect(import, &IncidentImport::finished, this, [this, path, import](const ImportReport& report) {
            import->deleteLater();
            tell(path, report);
        });
        import->start();
    }

    void tell(const QString& what, const ImportReport& report) {
        for (const FileFault& fault :
             report.faults.first(qMin<qsizetype>(report.faults.size(), mostFaultLines)))
            complain(u"%1: row %2: %3"_s.arg(what).arg(fault.row).arg(inWords(fault.refusal)));
        if (const qint64 more = report.refused + report.changed - mostFaultLines; more > 0)
            complain(u"%1: and %2 more"_s.arg(what).arg(more));
        const double seconds = double(m_clock.elapsed()) / 1000;
        say(u"%1: %2 taken, %3 known, %4 known with other content, %5 refused (%6 s)"_s.arg(what)
                .arg(report.taken)
                .arg(report.known)
                .arg(report.changed)
                .arg(report.refused)
                .arg(seconds, 0, 'f', 1));
        m_refused += report.refused;
        if (!report.stopped.isEmpty())
            return fail(u"%1: %2"_s.arg(what, report.stopped));
        next();
    }

    Desk& m_desk;
    FixBoard& m_board;
    FeedLoginWatch m_logins;
    std::deque<std::function<void()>> m_steps;
    QElapsedTimer m_clock;
    QString m_failure;
    qint64 m_refused = 0;
};

/// What --datum says, else `guessed`.
std::expected<maps::Datum, QString> datumOf(const Options& options, maps::Datum guessed) {
    const QString said = options.value(u"datum"_s);
    if (said.isEmpty())
        return guessed;
    const auto named = maps::datumFromKey(said);
    if (!named)
        return std::unexpected(u"--datum: '%1' is none of wgs84, gcj02, bd09"_s.arg(said.left(80)));
    return *named;
}

struct TrackFile {
    QString path;
    maps::Layer layer;
    maps::Datum datum;
};

std::expected<QList<TrackFile>, QString> tracks(const Options& options) {
    QList<TrackFile> all;
    for (const QString& path : options.values(u"tracks"_s)) {
        auto layer = maps::readLayer(path);
        if (!layer)
            return std::unexpected(layer.error());
        if (!hasTrack(*layer))
            return std::unexpected(u"%1: holds no track with times"_s.arg(path));
        const auto datum = datumOf(options, maps::Datum::Wgs84);
        if (!datum)
            return std::unexpected(datum.error());
        all.append({path, *std::move(layer), *datum});
    }
    if (!all.isEmpty() && options.value(u"unit"_s).isEmpty())
        return std::unexpected(u"--tracks needs --unit CALLSIGN: whose are they?"_s);
    return all;
}

std::expected<QList<std::pair<QString, FeedList>>, QString> feedLists(const Options& options) {
    QList<std::pair<QString, FeedList>> all;
    for (const QString& path : options.values(u"feeds"_s)) {
        auto list = readFeeds(path);
        if (!list)
            return std::unexpected(list.error());
        all.append({path, std::move(*list)});
    }
    return all;
}

struct LayerFile {
    QString path;
    maps::LayerTarget target;
    maps::MappedLayer layer;
};

/// Read before the desk is opened, like the roster. Says what each column was taken for.
std::expected<QList<LayerFile>, QString> layers(const Options& options) {
    QList<LayerFile> all;
    for (const maps::LayerTarget target :
         {maps::LayerTarget::Areas, maps::LayerTarget::Plots, maps::LayerTarget::Cameras,
          maps::LayerTarget::Places, maps::LayerTarget::Notes})
        for (const QString& path : options.values(maps::targetKey(target))) {
            const auto layer = maps::readLayer(path);
            if (!layer)
                return std::unexpected(layer.error());
            maps::LayerMapping mapping = maps::guessMapping(*layer, QFileInfo(path).fileName());
            mapping.target = target;
            for (const QString& list : options.values(u"map"_s))
                for (const QString& change : list.split(u',', Qt::SkipEmptyParts))
                    if (const auto changed = maps::changeMapping(mapping, *layer, change); !changed)
                        return std::unexpected(changed.error());
            const auto datum = datumOf(options, mapping.datum);
            if (!datum)
                return std::unexpected(datum.error());
            mapping.datum = *datum;
            complain(u"%1: %2, %3 features; %4"_s.arg(path, layer->format)
                         .arg(layer->features.size())
                         .arg(maps::mappingInWords(mapping, *layer)));
            if (layer->isCut)
                complain(u"%1: only the first %2 features are taken"_s.arg(path).arg(
                    maps::layer_limits::Features));
            all.append({path, target, maps::mapLayer(*layer, mapping)});
        }
    return all;
}

std::expected<IncidentFileOptions, QString> incidentOptions(const Options& options) {
    IncidentFileOptions file;
    file.source = options.value(u"source"_s);
    if (!options.values(u"incidents"_s).isEmpty() && !Code<struct SourceTag>::parse(file.source))
        return std::unexpected(
            u"--source: '%1' must be a name of letters, digits, '-', '_' or '.'"_s.arg(file.source.left(80)));
    for (const QString& list : options.values(u"map"_s))
        file.map += list.split(u',', Qt::SkipEmptyParts);
    if (const QString zone = options.value(u"zone"_s); !zone.isEmpty())
        file.zone = QTimeZone(zone.toUtf8());
    if (!file.zone.isValid())
        return std::unexpected(u"--zone: '%1' is no time zone"_s.arg(options.value(u"zone"_s).left(80)));
    if (const QString type = options.value(u"type"_s); !type.isEmpty()) {
        const std::optional<TypeCode> code = TypeCode::parse(type);
        if (!code)
            return std::unexpected(u"--type: '%1' is no type"_s.arg(type.left(80)));
        file.otherType = *code;
    }
    return file;
}

} // namespace

int import(const QStringList& arguments) {
    const auto options =
        Options::read(arguments, Options::ofDesk({u"catalogue"_s, u"posts"_s, u"units"_s, u"incidents"_s,
                                                  u"source"_s, u"map"_s, u"zone"_s, u"type"_s, u"areas"_s,
                                                  u"plots"_s, u"cameras"_s, u"places"_s, u"notes"_s,
                                                  u"datum"_s, u"tracks"_s, u"unit"_s, u"feeds"_s}));
    if (!options)
        return fail(options.error());
    const auto file = incidentOptions(*options);
    if (!file)
        return fail(file.error());
    auto roster = rosters(*options);
    if (!roster)
        return fail(roster.error());
    auto geographic = layers(*options);
    if (!geographic)
        return fail(geographic.error());
    const auto recorded = tracks(*options);
    if (!recorded)
        return fail(recorded.error());
    const auto feeds = feedLists(*options);
    if (!feeds)
        return fail(feeds.error());
    const QStringList incidents = options->values(u"incidents"_s);
    if (roster->isEmpty() && geographic->isEmpty() && recorded->isEmpty() && incidents.isEmpty() &&
        feeds->isEmpty())
        return fail(u"nothing to import: name --catalogue, --posts, --units, --areas, --cameras, --places, "
                    "--notes, --plots, --feeds, --tracks or --incidents"_s);
    const auto open = options->desk();
    if (!open)
        return fail(open.error());

    ImportRun run(*open->desk, *open->board, options->value(u"data"_s));
    for (auto& [path, read] : *roster)
        run.addRoster(path, std::move(read));
    for (LayerFile& each : *geographic)
        run.addLayer(each.path, each.target, std::move(each.layer));
    for (const auto& [path, list] : *feeds) // after the units and cameras that they may be of
        run.addFeeds(path, list);
    for (const TrackFile& each : *recorded)
        run.addTrack(each.path, options->value(u"unit"_s), each.layer, each.datum);
    for (const QString& path : incidents)
        run.addIncidents(path, *file);
    QString failure;
    QObject::connect(open->desk.get(), &Desk::ready, &run, &ImportRun::next);
    QObject::connect(open->desk.get(), &Desk::failed, &run, [&](const QString& why) {
        failure = why;
        QCoreApplication::exit(2);
    });
    if (!recorded->isEmpty())
        open->board->start();
    open->desk->start();
    const int code = QCoreApplication::exec();
    return code == 2 ? fail(failure.isEmpty() ? run.failure() : failure) : code;
}

} // namespace tridesk::gateway
