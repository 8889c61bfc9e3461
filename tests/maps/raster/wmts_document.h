// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace tridesk::test {

/// A WMTS of zooms 3 to 6 in Web Mercator ("web"), of a part of the world ("part", zoom 5, columns 4 to 11
/// and rows 2 to 9), and in another projection ("local"). Its layers: "relief", which is in that one only,
/// and "streets". `address`: of streets' tiles; empty: they are asked for with parameters.
[[nodiscard]] QByteArray wmtsDocument(const QString& address = {});

} // namespace tridesk::test
