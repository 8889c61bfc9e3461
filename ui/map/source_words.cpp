// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/source_words.h"

#include <QCoreApplication>

namespace tridesk::ui {

namespace {

struct MapSource {
    Q_DECLARE_TR_FUNCTIONS(MapSource)

public:
    [[nodiscard]] static QString why(const maps::SourceTrouble& trouble);
    [[nodiscard]] static QString what(const maps::SourceProblem& problem);
    [[nodiscard]] static QString whole(const QString& why, bool showsOld) {
        return showsOld ? tr("%1 What is shown was kept from before.").arg(why) : why;
    }
};

QString MapSource::why(const maps::SourceTrouble& trouble) {
    using Code = maps::SourceTrouble::Code;
    const QString detail = trouble.detail.left(160);
    switch (trouble.code) {
    case Code::None:
        return {};
    case Code::FileUnreadable:
        return tr("The map file cannot be read: %1").arg(detail);
    case Code::NotPictures:
        return tr("The map source gives something that is no picture: %1").arg(detail);
    case Code::PictureTooLarge:
        return tr("The map source gives a picture that is too large: %1").arg(detail);
    case Code::Unreachable:
        return tr("The map server cannot be reached: %1").arg(detail);
    case Code::Silent:
        return tr("The map server does not answer.");
    case Code::Refused:
        return tr("The map server refuses, with HTTP status %1.").arg(detail);
    case Code::RedirectsAstray:
        return tr("The map server sends from one address to another and never to a picture.");
    case Code::CapabilitiesWrong:
        return tr("The map server's description of itself cannot be read: %1").arg(detail);
    case Code::NoMercatorLayer:
        return tr("The map server has no layer in Web Mercator; it has: %1").arg(detail);
    case Code::LayerUnknown:
        return tr("The map server has no such layer; it has: %1").arg(detail);
    case Code::MatrixSetUnknown:
        return tr("The map server has no such matrix set for this layer in Web Mercator; it has: %1")
            .arg(detail);
    }
    return {};
}

QString MapSource::what(const maps::SourceProblem& problem) {
    using Code = maps::SourceProblem::Code;
    const QString value = problem.value.left(120);
    switch (problem.code) {
    case Code::AddressMissing:
        return tr("The address is missing.");
    case Code::AddressTooLong:
        return tr("The address has %1 characters; 2000 are the most.").arg(value);
    case Code::AddressNotHttp:
        return tr("The address begins with neither http:// nor https://, or names no server: %1").arg(value);
    case Code::AddressHasUser:
        return tr("The address holds a user's name or password, which do not belong there: %1").arg(value);
    case Code::PlaceholdersMissing:
        return tr("The address says nowhere which picture is wanted: {z}, {x} and {y}, or {q}: %1")
            .arg(value);
    case Code::PlaceholderUnknown:
        return tr("The address holds %1, which is not known: {z} {x} {y} {-y} {q} {s} are.").arg(value);
    case Code::HostsMissing:
        return tr("The address holds {s}, but the names that it stands for are missing.");
    case Code::HostWrong:
        return tr("One of the names that {s} stands for is none: %1").arg(value);
    case Code::TileSizeWrong:
        return tr("A picture's edge is 256 or 512 pixels, not %1.").arg(value);
    case Code::ZoomsWrong:
        return tr("The zooms %1 are not a range between 0 and 22.").arg(value);
    }
    return {};
}

} // namespace

QString sentence(const maps::SourceTrouble& trouble) {
    return MapSource::whole(MapSource::why(trouble), trouble.showsOld);
}

QString sentence(const maps::SourceProblem& problem) {
    return MapSource::what(problem);
}

} // namespace tridesk::ui
