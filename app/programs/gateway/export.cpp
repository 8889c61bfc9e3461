// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/track_file.h"
#include "app/intake/layer_features.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/options.h"
#include "app/programs/open_desk.h"
#include "maps/layers/writers.h"

#include <QCoreApplication>

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

struct Wanted {
    QString path;
    maps::LayerTarget target;
};

/// What is wrong with a name is said before the desk is opened, by writing nothing into it.
std::expected<QList<Wanted>, QString> wanted(const Options& options, bool withTrack) {
    QList<Wanted> all;
    for (const maps::LayerTarget target :
         {maps::LayerTarget::Areas, maps::LayerTarget::Plots, maps::LayerTarget::Cameras,
          maps::LayerTarget::Places, maps::LayerTarget::Notes})
        for (const QString& path : options.values(maps::targetKey(target))) {
            if (const auto none = maps::writeLayer(path, {}); !none)
                return std::unexpected(none.error());
            all.append({path, target});
        }
    if (all.isEmpty() && !withTrack)
        return std::unexpected(
            u"nothing to export: name --areas, --cameras, --places, --notes, --plots or --track"_s);
    return all;
}

/// A unit's track in a stretch of time.
struct WantedTrack {
    QString path;
    QString unit;
    Instant from;
    Instant to;
};

std::expected<std::optional<WantedTrack>, QString> wantedTrack(const Options& options) {
    const QString path = options.value(u"track"_s);
    if (path.isEmpty())
        return std::nullopt;
    if (!path.endsWith(u".gpx"_s, Qt::CaseInsensitive))
        return std::unexpected(u"%1: a track's name must end in .gpx"_s.arg(path.right(200)));
    WantedTrack track{.path = path, .unit = options.value(u"unit"_s), .from = {}, .to = {}};
    if (track.unit.isEmpty())
        return std::unexpected(u"--track needs --unit CALLSIGN: whose track?"_s);
    for (const auto& [name, at] : {std::pair(u"from"_s, &track.from), std::pair(u"to"_s, &track.to)}) {
        const QDateTime time = QDateTime::fromString(options.value(name), Qt::ISODate);
        if (!time.isValid())
            return std::unexpected(u"--%1: '%2' is no time such as 2026-11-25T20:00:00"_s.arg(
                name, options.value(name).left(80)));
        *at = instantFromMs(time.toMSecsSinceEpoch());
    }
    return track;
}

/// Returns how many features could not be written.
std::expected<qint64, QString> write(const QString& path, const QList<maps::MappedFeature>& features) {
    const auto layer = maps::saveLayer(path, features);
    if (!layer)
        return std::unexpected(layer.error());
    say(u"%1: %2 written"_s.arg(path).arg(layer->written));
    if (layer->leftOut > 0)
        complain(u"%1: %2 left out, of a shape or size that the format does not hold"_s.arg(path).arg(
            layer->leftOut));
    return layer->leftOut;
}

/// One export after the other, then the exit code.
class ExportRun : public QObject {
public:
    explicit ExportRun(const OpenDesk& open)
        : m_open(open) {}

    void run(const QList<Wanted>& files, const std::optional<WantedTrack>& track) {
        for (const Wanted& file : files)
            if (!take(write(file.path, layerFeatures(file.target, m_open.desk->situation(),
                                                     m_open.desk->clock().now()))))
                return;
        track ? run(*track) : end();
    }

    [[nodiscard]] const QString& failure() const { return m_failure; }

private:
    void run(const WantedTrack& track) {
        const auto callsign = Callsign::parse(track.unit);
        const Unit* unit = callsign ? m_open.desk->situation().unitByCallsign(*callsign) : nullptr;
        if (!unit) {
            (void)take(std::unexpected(u"--unit: there is no unit '%1'"_s.arg(track.unit.left(80))));
            return;
        }
        m_open.board->track(unit->definition.id, track.from, track.to)
            .then(this, [this, track](const QList<Fix>& fixes) {
                say(u"%1: %2 positions"_s.arg(track.path).arg(fixes.size()));
                if (take(write(track.path, trackFeatures(track.unit, fixes))))
                    end();
            });
    }

    [[nodiscard]] bool take(const std::expected<qint64, QString>& done) {
        m_leftOut += done.value_or(0);
        if (!done) {
            m_failure = done.error();
            QCoreApplication::exit(2);
        }
        return done.has_value();
    }
    void end() const { QCoreApplication::exit(m_leftOut > 0 ? 1 : 0); }

    const OpenDesk& m_open;
    QString m_failure;
    qint64 m_leftOut = 0;
};

} // namespace

int exportLayers(const QStringList& arguments) {
    const auto options =
        Options::read(arguments, Options::ofDesk({u"areas"_s, u"plots"_s, u"cameras"_s, u"places"_s,
                                                  u"notes"_s, u"track"_s, u"unit"_s, u"from"_s, u"to"_s}));
    if (!options)
        return fail(options.error());
    const auto track = wantedTrack(*options);
    if (!track)
        return fail(track.error());
    const auto files = wanted(*options, track->has_value());
    if (!files)
        return fail(files.error());
    const auto open = options->desk();
    if (!open)
        return fail(open.error());

    ExportRun run(*open);
    QString failure;
    QObject::connect(open->desk.get(), &Desk::ready, &run, [&] { run.run(*files, *track); });
    const auto failed = [&](const QString& why) {
        failure = why;
        QCoreApplication::exit(2);
    };
    QObject::connect(open->desk.get(), &Desk::failed, &run, failed);
    QObject::connect(open->board.get(), &FixBoard::failed, &run, failed);
    if (*track)
        open->board->start();
    open->desk->start();
    const int code = QCoreApplication::exec();
    return code == 2 ? fail(failure.isEmpty() ? run.failure() : failure) : code;
}

} // namespace tridesk::gateway
