// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

#include <utility>

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPoints = 5'000; ///< of one drawing; a freehand line has a few hundred

std::pair<qsizetype, qsizetype> pointsAllowed(PlotShape shape) {
    switch (shape) {
    case PlotShape::Point:
        return {1, 1};
    case PlotShape::Line:
    case PlotShape::Arrow:
        return {2, mostPoints};
    case PlotShape::Zone:
    case PlotShape::Cordon:
        return {3, mostPoints};
    }
    return {1, mostPoints};
}

Result<void> checkPlot(const Situation& situation, const PlotDetails& plot, Instant now) {
    const auto [fewest, most] = pointsAllowed(plot.shape);
    if (plot.points.size() < fewest)
        return refuse(RefusalCode::Invalid, u"points"_s, QString::number(plot.points.size()),
                      u"at least %1"_s.arg(fewest));
    if (plot.points.size() > most)
        return refuse(RefusalCode::TooMany, u"points"_s, QString::number(plot.points.size()),
                      QString::number(most));
    if (plot.expiresAt && *plot.expiresAt <= now)
        return refuse(RefusalCode::Invalid, u"expires_at"_s, toIso(*plot.expiresAt));
    if (plot.incident)
        if (const auto incident = checks::incident(situation, *plot.incident); !incident)
            return std::unexpected(incident.error());
    return plot.shape == PlotShape::Point ? checks::given(plot.label, limits::line, u"label"_s)
                                          : checks::length(plot.label, limits::line, u"label"_s);
}

Result<const Plot*> knownPlot(const Situation& situation, const PlotId& id) {
    const Plot* found = situation.plots().find(id);
    return found ? Result<const Plot*>(found) : refuse(RefusalCode::UnknownPlot, u"plot"_s, id.toString());
}

Result<const NamedPlace*> knownPlace(const Situation& situation, const NamedPlaceId& id) {
    const NamedPlace* found = situation.places().find(id);
    return found ? Result<const NamedPlace*>(found)
                 : refuse(RefusalCode::UnknownPlace, u"place"_s, id.toString());
}

} // namespace

Decision decide(const Asking& asking, const DrawPlot& command) {
    if (const auto checked = checkPlot(asking.situation, command.details, asking.context.now); !checked)
        return std::unexpected(checked.error());
    if (!command.plot)
        return QList<Fact>{PlotDrawn{PlotId(asking.context.ids.next()), command.details}};
    const auto known = knownPlot(asking.situation, *command.plot);
    if (!known)
        return std::unexpected(known.error());
    return (*known)->details == command.details ? QList<Fact>()
                                                : QList<Fact>{PlotDrawn{*command.plot, command.details}};
}

Decision decide(const Asking& asking, const ErasePlot& command) {
    const auto known = knownPlot(asking.situation, command.plot);
    return known ? Decision(QList<Fact>{PlotErased{command.plot}}) : std::unexpected(known.error());
}

Decision decide(const Asking& asking, const NamePlace& command) {
    const NamedPlaceDetails& details = command.details;
    const auto checked =
        checks::all([&] { return checks::given(details.name, limits::line, u"name"_s); },
                    [&] { return checks::length(details.kind, limits::line, u"kind"_s); },
                    [&] { return checks::length(details.address, limits::line, u"address"_s); });
    if (!checked)
        return std::unexpected(checked.error());
    if (command.place) {
        const auto known = knownPlace(asking.situation, *command.place);
        if (!known)
            return std::unexpected(known.error());
        return (*known)->details == details ? QList<Fact>()
                                            : QList<Fact>{PlaceNamed{*command.place, details}};
    }
    const NamedPlace* same = asking.situation.placeNamed(details.name, details.at);
    if (same && same->details == details)
        return QList<Fact>();
    return QList<Fact>{PlaceNamed{same ? same->id : NamedPlaceId(asking.context.ids.next()), details}};
}

Decision decide(const Asking& asking, const ForgetPlace& command) {
    const auto known = knownPlace(asking.situation, command.place);
    return known ? Decision(QList<Fact>{PlaceForgotten{command.place}}) : std::unexpected(known.error());
}

Decision decide(const Asking& asking, const DefineCamera& command) {
    const Camera& camera = command.camera;
    if (camera.id.isNull())
        return refuse(RefusalCode::Missing, u"camera"_s);
    if (camera.heading && (*camera.heading < 0 || *camera.heading >= 360))
        return refuse(RefusalCode::Invalid, u"heading"_s, QString::number(*camera.heading));
    if (const auto checked = checks::name(camera.name); !checked)
        return std::unexpected(checked.error());
    const Camera* known = asking.situation.cameras().find(camera.id);
    return known && *known == camera ? QList<Fact>() : QList<Fact>{CameraDefined{camera}};
}

Decision decide(const Asking& asking, const RetireCamera& command) {
    if (!asking.situation.cameras().find(command.camera))
        return refuse(RefusalCode::UnknownCamera, u"camera"_s, command.camera.toString());
    return QList<Fact>{CameraRetired{command.camera}};
}

} // namespace tridesk::decisions
