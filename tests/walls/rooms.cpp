// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walls/rooms.h"

#include <QMap>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tridesk::walls {

namespace {

// From the ground up: a room may use those named before it.
const QStringList& appRooms() {
    static const QStringList rooms{u"domain"_s, u"line"_s,   u"journal"_s, u"access"_s,
                                   u"desk"_s,   u"replay"_s, u"report"_s,  u"intake"_s,
                                   u"link"_s,   u"field"_s,  u"video"_s,   u"programs"_s};
    return rooms;
}

const QStringList& uiRooms() {
    static const QStringList rooms{u"text"_s,    u"theme"_s,  u"sound"_s,  u"map"_s,
                                   u"actions"_s, u"panes"_s,  u"shell"_s,  u"field"_s,
                                   u"replay"_s,  u"report"_s, u"outage"_s, u"console"_s};
    return rooms;
}

// Pure rooms and stores, which need no map to be right.
bool isBelowMaps(const QString& appRoom) {
    return appRoom == "domain"_L1 || appRoom == "line"_L1 || appRoom == "journal"_L1 ||
           appRoom == "access"_L1;
}

// A window sees the desk's service, never what lies behind it or comes in beside it; only the room that joins
// the windows reads the files brought in by menu.
bool isHiddenFromWindows(const QString& appRoom, const QString& uiRoom) {
    return appRoom == "journal"_L1 || appRoom == "programs"_L1 ||
           (appRoom == "intake"_L1 && uiRoom != "console"_L1);
}

// Of all that is no window only the console's main knows one: its file, and its target.
constexpr auto consoleMain = "app/programs/console_main.cpp"_L1;
constexpr auto consoleTarget = "tridesk"_L1;

bool isBefore(const QStringList& order, const QString& lower, const QString& upper) {
    return order.contains(lower) && order.indexOf(lower) < order.indexOf(upper);
}

bool appMayUse(const QString& room, const QString& floor, const QString& other) {
    if (room == "programs"_L1)
        return floor != "ui"_L1; // the mains, where all rooms meet but the windows
    if (floor == "maps"_L1)
        return !isBelowMaps(room);
    return floor == "app"_L1 && isBefore(appRooms(), other, room);
}

bool uiMayUse(const QStringList& from, const QStringList& to) {
    if (to[0] == "app"_L1)
        return !isHiddenFromWindows(to[1], from[1]);
    if (to[0] != "ui"_L1)
        return true;
    if (from[1] == "panes"_L1 &&
        to[1] == "panes"_L1) // panes do not know each other, only what they have in common
        return to.value(2) == "common"_L1;
    return isBefore(uiRooms(), to[1], from[1]);
}

struct Include {
    QString file;
    qsizetype line = 0;
    QString from;
    QString to;
};

QList<Include> includesBetweenRooms(const QList<SourceFile>& house) {
    static const QRegularExpression include(
        u"^\\s*#\\s*include\\s+[\"<]((?:app|maps|ui|tests)/[^\">]+)[\">]"_s);
    QList<Include> found;
    for (const SourceFile& file : house) {
        const QString from = roomOf(file.path);
        for (qsizetype i = 0; !from.isEmpty() && i < file.lines.size(); ++i) {
            const auto match = include.match(file.lines[i]);
            if (match.hasMatch())
                found.append({file.path, i + 1, from, roomOf(match.captured(1))});
        }
    }
    return found;
}

using Uses = QMap<QString, QSet<QString>>;

// Whether `goal` is reached from `room`; `seen` keeps the walk finite.
bool reaches(const Uses& uses, const QString& room, const QString& goal, QSet<QString>& seen) {
    for (const QString& next : uses.value(room)) {
        if (next == goal)
            return true;
        if (!seen.contains(next)) {
            seen.insert(next);
            if (reaches(uses, next, goal, seen))
                return true;
        }
    }
    return false;
}

bool isWidgetLibrary(const QString& target) {
    return target == "Qt6::Widgets"_L1 || target == "Qt6::OpenGLWidgets"_L1;
}

} // namespace

QString roomOf(const QString& path) {
    const QStringList parts = path.split(u'/');
    const QString floor = parts.value(0);
    if (floor == "tests"_L1 || floor == "resources"_L1)
        return floor;
    if ((floor != "app"_L1 && floor != "maps"_L1 && floor != "ui"_L1) || parts.size() < 2)
        return {};
    const bool isPane = floor == "ui"_L1 && parts[1] == "panes"_L1 && parts.size() > 2;
    return parts.first(isPane ? 3 : 2).join(u'/');
}

bool mayUse(const QString& from, const QString& to) {
    if (from == to || from == "tests"_L1)
        return true;
    if (to == "tests"_L1)
        return false;
    const QStringList user = from.split(u'/');
    const QStringList used = to.split(u'/');
    if (to == "resources"_L1)
        return user[0] == "ui"_L1 || from == "app/programs"_L1;
    if (user[0] == "app"_L1)
        return appMayUse(user[1], used[0], used.value(1));
    if (user[0] == "maps"_L1)
        return used[0] == "maps"_L1;
    return user[0] == "ui"_L1 && uiMayUse(user, used);
}

QList<Breach> upwardIncludes(const QList<SourceFile>& house) {
    QList<Breach> breaches;
    for (const Include& include : includesBetweenRooms(house)) {
        const bool isMain = include.file == consoleMain && include.to.startsWith("ui/"_L1);
        if (!isMain && !mayUse(include.from, include.to))
            breaches.append({u"%1:%2"_s.arg(include.file).arg(include.line),
                             u"%1 may not know %2"_s.arg(include.from, include.to)});
    }
    return breaches;
}

QList<Breach> upwardLinks(const QList<Link>& links) {
    QList<Breach> breaches;
    for (const Link& link : links) {
        const QString from = roomOf(link.room);
        const QString to = roomOf(link.linkedRoom);
        const QString what = u"%1 may not link %2"_s.arg(from, link.linked);
        const bool isMain = from == "app/programs"_L1 && link.target == consoleTarget;
        const bool hasNoWindows = !from.startsWith("ui/"_L1) && !isMain;
        if (!to.isEmpty() && !(isMain && to.startsWith("ui/"_L1)) && !mayUse(from, to))
            breaches.append({link.target, what});
        else if (hasNoWindows && isWidgetLibrary(link.linked))
            breaches.append({link.target, what});
        else if (from == "app/domain"_L1 && link.linked.startsWith("Qt6::"_L1) &&
                 link.linked != "Qt6::Core"_L1 && link.linked != "Qt6::Positioning"_L1)
            breaches.append({link.target, what});
    }
    return breaches;
}

QList<Breach> ringsOfRooms(const QList<SourceFile>& house) {
    Uses uses;
    for (const Include& include : includesBetweenRooms(house)) {
        if (include.from != include.to && include.from != "tests"_L1)
            uses[include.from].insert(include.to);
    }
    QList<Breach> breaches;
    const QStringList rooms = uses.keys();
    for (const QString& room : rooms) {
        QSet<QString> seen;
        if (reaches(uses, room, room, seen))
            breaches.append({room, u"reaches itself again through the rooms that it includes"_s});
    }
    return breaches;
}

} // namespace tridesk::walls
