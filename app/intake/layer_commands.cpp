// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/layer_commands.h"

#include "app/domain/enum_names.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace tridesk {

using namespace Qt::StringLiterals;
using maps::LayerProblem;
using maps::LayerTarget;
using maps::MappedFeature;
using maps::ShapeKind;

namespace {

GeoPoint pointOf(const QGeoCoordinate& at) {
    return GeoPoint::from(at).value_or(GeoPoint());
}

GeoPoint placeOf(const MappedFeature& feature) {
    return pointOf(feature.shape.parts.first().first());
}

/// A code that says the same each time for the same name at the same place.
QString madeRef(const QString& prefix, const MappedFeature& feature) {
    const QGeoCoordinate at = feature.shape.parts.first().first();
    const QString said =
        u"%1|%2|%3"_s.arg(feature.name).arg(at.latitude(), 0, 'f', 6).arg(at.longitude(), 0, 'f', 6);
    return prefix + QString::fromLatin1(QCryptographicHash::hash(said.toUtf8(), QCryptographicHash::Sha256)
                                            .toHex()
                                            .first(8)
                                            .toUpper());
}

/// Blanks and signs that lists have in their codes and a code has not become '-'.
template <class C>
std::optional<C> codeFrom(const QString& text) {
    QString plain = text;
    for (QChar& c : plain)
        if (!c.isLetterOrNumber() && c != u'-' && c != u'_' && c != u'.')
            c = u'-';
    return C::parse(plain);
}

Name nameOf(const MappedFeature& feature, const QString& otherwise) {
    Name name{.zh = feature.name, .en = feature.nameEn};
    if (name.zh.isEmpty() && name.en.isEmpty())
        name.zh = otherwise;
    return name;
}

class Maker {
public:
    Maker(LayerTarget target, const Situation& situation)
        : m_target(target)
        , m_situation(situation) {}

    void add(const MappedFeature& feature) {
        switch (m_target) {
        case LayerTarget::Areas:
            return area(feature);
        case LayerTarget::Plots:
            return plots(feature);
        case LayerTarget::Cameras:
            return camera(feature);
        case LayerTarget::Places:
            return place(feature);
        case LayerTarget::Notes:
            return note(feature);
        }
    }

    LayerCommands commands;

private:
    void fault(const MappedFeature& feature, RefusalCode code, const QString& field, const QString& value,
               const QString& detail = {}) {
        commands.faults.append({feature.row, refuse(code, field, value, detail).error()});
        ++commands.faultCount;
    }

    void camera(const MappedFeature& feature) {
        const QString ref = feature.ref.isEmpty() ? madeRef(u"CAM-"_s, feature) : feature.ref;
        const auto id = codeFrom<CameraId>(ref);
        if (!id)
            return fault(feature, RefusalCode::TooLong, u"ref"_s, ref, QString::number(CameraId::maxLength));
        Camera camera{.id = *id, .name = nameOf(feature, ref), .at = placeOf(feature), .heading = {}};
        if (feature.heading)
            camera.heading = qint64(std::lround(*feature.heading)) % 360;
        commands.rows.append({feature.row, DefineCamera{camera}});
    }

    void place(const MappedFeature& feature) {
        const QString name = feature.name.isEmpty() ? feature.nameEn : feature.name;
        if (name.isEmpty())
            return fault(feature, RefusalCode::Missing, u"name"_s, {});
        commands.rows.append({feature.row, NamePlace{.place = {},
                                                     .details = {.name = name,
                                                                 .at = placeOf(feature),
                                                                 .kind = feature.kind,
                                                                 .address = feature.address}}});
    }

    /// "hazard", "premise", "key_site" or their Chinese; other words are a premise's.
    static PremiseKind noteKind(const QString& said) {
        if (said.contains(u"险") || said.contains(u"隐患"))
            return PremiseKind::Hazard;
        if (said.contains(u"重点"))
            return PremiseKind::KeySite;
        return enumFrom<PremiseKind>(said.trimmed().toLower()).value_or(PremiseKind::Premise);
    }

    void note(const MappedFeature& feature) {
        PremiseNoteDetails details;
        details.kind = noteKind(feature.kind);
        details.words = feature.name.isEmpty() ? feature.nameEn : feature.name;
        details.address = feature.address;
        if (details.words.isEmpty())
            return fault(feature, RefusalCode::Missing, u"name"_s, {});
        if (feature.shape.kind == ShapeKind::Area) {
            for (const QList<QGeoCoordinate>& part : feature.shape.parts) {
                QList<GeoPoint> ring;
                std::ranges::transform(part, std::back_inserter(ring), pointOf);
                details.area.append(ring);
            }
        } else {
            details.at = placeOf(feature);
            details.radius = limits::usualPremiseRadius;
        }
        commands.rows.append({feature.row, NotePremise{.note = {}, .details = details}});
    }

    [[nodiscard]] const Post* knownPost(const MappedFeature& feature) const {
        if (const auto id = codeFrom<PostId>(feature.ref))
            if (const Post* post = m_situation.posts().find(*id))
                return post;
        if (!feature.ref.isEmpty() || feature.name.isEmpty())
            return nullptr;
        for (const Post& post : m_situation.posts())
            if (post.name.zh == feature.name || post.name.en == feature.name)
                return &post;
        return nullptr;
    }

    void area(const MappedFeature& feature) {
        Post post;
        if (const Post* known = knownPost(feature)) {
            post = *known;
        } else {
            const QString ref = feature.ref.isEmpty() ? madeRef(u"ST-"_s, feature) : feature.ref;
            const auto id = codeFrom<PostId>(ref);
            if (!id)
                return fault(feature, RefusalCode::TooLong, u"ref"_s, ref,
                             QString::number(PostId::maxLength));
            post = {.id = *id, .tier = Tier::Station, .name = nameOf(feature, ref), .at = {}, .area = {}};
        }
        post.area.clear();
        for (const QList<QGeoCoordinate>& part : feature.shape.parts) {
            QList<GeoPoint> ring;
            std::ranges::transform(part, std::back_inserter(ring), pointOf);
            post.area.append(ring);
        }
        commands.rows.append({feature.row, DefinePost{post}});
    }

    [[nodiscard]] bool isDrawn(const PlotDetails& plot) const {
        for (const Plot& known : m_situation.plots())
            if (known.details == plot)
                return true;
        return false;
    }

    /// "orange cordon", as layerFeatures() says it; other words, and shapes that cannot be, change nothing.
    static void drawAsSaid(PlotDetails& plot, const QString& kind) {
        for (const QString& word : kind.split(u' ', Qt::SkipEmptyParts)) {
            plot.colour = enumFrom<PlotColour>(word).value_or(plot.colour);
            if (const auto said = enumFrom<PlotShape>(word);
                (said == PlotShape::Arrow && plot.shape == PlotShape::Line) ||
                (said == PlotShape::Cordon && plot.shape == PlotShape::Zone))
                plot.shape = *said;
        }
    }

    void plots(const MappedFeature& feature) {
        const QString name = feature.name.isEmpty() ? feature.nameEn : feature.name;
        for (const QList<QGeoCoordinate>& part : feature.shape.parts) {
            PlotDetails plot;
            plot.label = name;
            plot.shape = feature.shape.kind == ShapeKind::Point  ? PlotShape::Point
                         : feature.shape.kind == ShapeKind::Line ? PlotShape::Line
                                                                 : PlotShape::Zone;
            drawAsSaid(plot, feature.kind);
            if (plot.shape == PlotShape::Point && name.isEmpty())
                return fault(feature, RefusalCode::Missing, u"name"_s, {});
            std::ranges::transform(part, std::back_inserter(plot.points), pointOf);
            if (isDrawn(plot))
                ++commands.known;
            else
                commands.rows.append({feature.row, DrawPlot{.plot = {}, .details = plot}});
        }
    }

    LayerTarget m_target;
    const Situation& m_situation;
};

} // namespace

Refusal refusalFor(const maps::LayerFault& fault) {
    const auto because = [&](RefusalCode code, const QString& detail = {}) {
        return refuse(code, fault.field, fault.value, detail).error();
    };
    switch (fault.problem) {
    case LayerProblem::Missing:
        return because(RefusalCode::Missing);
    case LayerProblem::TooManyPoints:
        return because(RefusalCode::TooMany, QString::number(maps::layer_limits::Points));
    case LayerProblem::NotANumber:
        return because(RefusalCode::Invalid, u"must be a number"_s);
    case LayerProblem::OutOfRange:
        return because(RefusalCode::Invalid, u"lies outside of the range"_s);
    case LayerProblem::TooFewPoints:
        return because(RefusalCode::Invalid, u"too few points for its shape"_s);
    case LayerProblem::NotAShape:
        return because(RefusalCode::Invalid, u"no geometry that fits"_s);
    case LayerProblem::NotText:
        return because(RefusalCode::Invalid, u"bytes that are no text, or a row that is too long"_s);
    case LayerProblem::TooDeep:
        return because(RefusalCode::Invalid, u"nested too deep"_s);
    }
    return because(RefusalCode::Invalid);
}

LayerCommands layerCommands(const maps::MappedLayer& layer, LayerTarget target, const Situation& situation) {
    Maker maker(target, situation);
    for (const maps::LayerFault& fault : layer.faults)
        maker.commands.faults.append({fault.row, refusalFor(fault)});
    maker.commands.faultCount = layer.faultCount;
    for (const MappedFeature& feature : layer.features)
        maker.add(feature);
    return maker.commands;
}

} // namespace tridesk
