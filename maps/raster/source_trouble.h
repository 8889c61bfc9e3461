// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <cstdint>

namespace tridesk::maps {

/// Why a source gives no pictures, or not all of them. Words are made where they are read.
struct SourceTrouble {
    enum class Code : std::uint8_t {
        None,
        FileUnreadable,    ///< detail: what SQLite says
        NotPictures,       ///< it answers, but with something else
        PictureTooLarge,   ///< more than 8 MB, or 4096 pixels
        Unreachable,       ///< no connection; detail: the system's words
        Silent,            ///< connected, and no answer in time
        Refused,           ///< an HTTP status; detail: the number
        RedirectsAstray,   ///< in a circle, too many, or to where tiles cannot come from
        CapabilitiesWrong, ///< of a WMTS; detail: the field, or what was found
        NoMercatorLayer,   ///< of a WMTS; detail: the matrix sets that it has
        LayerUnknown,      ///< of a WMTS; detail: the layers that it has
        MatrixSetUnknown,  ///< of a WMTS, or not in Web Mercator; detail: those of the layer that are
    };
    Code code = Code::None;
    QString detail = {};
    bool showsOld = false; ///< what is seen was kept from before and may be out of date

    [[nodiscard]] explicit operator bool() const { return code != Code::None; }
    [[nodiscard]] bool operator==(const SourceTrouble&) const = default;
};

} // namespace tridesk::maps

Q_DECLARE_METATYPE(tridesk::maps::SourceTrouble)
