// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Reading the house's own sources, so that its walls can be proved.
namespace tridesk::walls {

struct SourceFile {
    QString path; ///< from the repository's root, with '/'
    QStringList lines;
};

/// A target of one of our rooms links another target.
struct Link {
    QString room; ///< the linking target's folder from the root
    QString target;
    QString linked;
    QString linkedRoom; ///< empty where the linked target is not ours
};

/// One place where a wall is broken: where, and what the rule is.
struct Breach {
    QString where;
    QString what;

    [[nodiscard]] QString told() const { return where + QLatin1String(": ") + what; }
};

/// All sources, CMake files and scripts under app, maps, ui, tests and packaging, and the top CMakeLists.txt.
[[nodiscard]] QList<SourceFile> readHouse(const QString& root);

/// The table that CMake wrote while configuring; empty if it cannot be read.
[[nodiscard]] QList<Link> readLinks(const QString& path);

/// The code of a C++ line: without its comment. A block comment that starts or goes on at this line sets
/// `inComment`.
[[nodiscard]] QString withoutComment(const QString& line, bool& inComment);

} // namespace tridesk::walls
