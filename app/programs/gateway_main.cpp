// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/event_log.h"

#include <QCoreApplication>

#include <cstdio>

using namespace tridesk;
using namespace Qt::StringLiterals;

namespace {

constexpr auto usage = R"(tridesk-gateway serve --data DIR [--listen ADDRESS:PORT]
    Takes in incidents, fixes and field terminals over HTTP for the desk in DIR, until SIGINT or SIGTERM.
    It listens at 127.0.0.1 and a free port unless told otherwise; where, it prints and writes to DIR/http.json.

    Several gateways may stand on one such journal: one works, the next takes over within seconds. Each answers GET /health
    ("ok", "standby" or "trouble") and GET /metrics. --log json writes each event as a line of JSON, to stderr.

    --broker mqtts://USER@HOST[:PORT] [--broker-password-file FILE] [--broker-ca FILE]
             [--broker-certificate FILE --broker-key FILE]
    Positions, and crews' orders and their steps, also over an MQTT broker (packaging/site). FILEs are PEM, but for the
    password's, whose first line it is. Without --broker-ca the system's authorities are asked; mqtt:// is unencrypted.

    serve, import, export, feed and script also take --journal postgresql://USER@HOST/DATABASE [--password-file FILE]: the
    desk's journal and positions are on that server (packaging/site says how it is set up), and DIR keeps what is this
    machine's.

tridesk-gateway import --data DIR [--catalogue FILE] [--posts FILE] [--units FILE]
                       [--incidents FILE... --source NAME [--map COLUMN=FIELD,...] [--zone ZONE] [--type CODE]]
    Loads files into the desk in DIR, also while it is in use. FIELD is one of id, time, lat, lon, x, y, address, type,
    text, level, phone, name, or - to leave a column out; COLUMN is a header or a number from 1.

tridesk-gateway import --data DIR [--areas FILE] [--cameras FILE] [--places FILE] [--notes FILE] [--plots FILE]
                       [--map COLUMN=FIELD,...] [--datum wgs84|gcj02|bd09]
    Loads geographic lists: .csv, .geojson, .kml or .gpx. Columns are guessed, and what they were taken for is said; FIELD
    is one of ref, name, name_en, kind, address, lat, lon, position, wkt, heading, or -.

tridesk-gateway import --data DIR --tracks FILE.gpx --unit CALLSIGN [--datum wgs84|gcj02|bd09]
    Loads recorded tracks as positions of a unit. Moments that it has a position of already stay as they are.

tridesk-gateway import --data DIR --feeds FILE
    Loads video feeds: .csv or .json with the columns code, name, name_en, kind, owner, lat, lon, main, sub, user, password.
    kind is unit, body_camera, officer, camera or place. Logins, also those that stand in an address, go into DIR/access.db
    and nowhere else.

tridesk-gateway feed list --data DIR
tridesk-gateway feed try CODE --data DIR
tridesk-gateway feed retire CODE --data DIR
    The video feeds: what is known of them, without their logins; whether one plays, at what size and rate; takes one away.

tridesk-gateway export --data DIR [--areas FILE] [--cameras FILE] [--places FILE] [--notes FILE] [--plots FILE]
    Writes what the desk in DIR has on its map: .csv, .geojson, .kml or .gpx (which has no areas), as import reads it.

tridesk-gateway export --data DIR --track FILE.gpx --unit CALLSIGN --from TIME --to TIME
    Writes where a unit was. TIME is local and like 2026-11-25T20:00:00, or ends in Z or +08:00.

tridesk-gateway script FILE --data DIR [--begin TIME] [--catalogue FILE] [--posts FILE] [--units FILE]
    Plays lines as they are typed at a desk's command line, as fast as the journal takes them and at the script's own time:
    what is late meanwhile is marked, chased and raised as in life. The lists are loaded first. Best into a folder of its own,
    or a database for training: a journal that holds something newer than the script's beginning is left as it is. What a
    script holds:
        # a comment
        begin 2026-11-21 20:00:00               once, first; left out: so that the script has just ended
        seat bureau as Chen                     who types from here on: bureau, station:ST03, field:1A12
        20:00:05 I traffic two cars @Main Road  a time of day, or how much later: +6, +1.5, +10m, +1h
        +6 D 1A12 0001
        +7 field:1A12 S                         a seat may stand in the line too
        bureau !unit_busy D 1A12 0002           must be refused, and for that; "!line.unknown": cannot be read
        21:00:00                                only time passes
    It stops at the first line that does not go as written, and names it.

tridesk-gateway token add NAME --scope incidents,fixes,alarms,field,field:CALLSIGN,seat:SEAT --data DIR
tridesk-gateway token list --data DIR
tridesk-gateway token revoke NAME --data DIR
    The sources that may send, and their tokens. A token is printed once and kept nowhere. seat:field:UNIT is a crew's
    terminal on another machine, seat:station:CODE a station's: tridesk --link http://HOST:PORT --token-file FILE --seat SEAT

tridesk-gateway user add LOGIN --role ROLE [--seats SEAT,...] [--name NAME] --data DIR
tridesk-gateway user list --data DIR
tridesk-gateway user role LOGIN --role ROLE [--seats SEAT,...] --data DIR
tridesk-gateway user password LOGIN --data DIR
tridesk-gateway user disable LOGIN --data DIR
tridesk-gateway user enable LOGIN --data DIR
    Who may sign in at the console. As long as there is nobody, nobody needs to; from the first user on, every seat
    needs one. ROLE is dispatcher, supervisor, duty_officer, crew, reviewer or administrator; SEAT is bureau,
    station:CODE, station:*, field:CODE or field:*. The password is asked for, or read from the first line of stdin.

Exit codes: 0 done, 1 done but for rows that were refused or left out, or up to a line of a script, 2 not done.
)";

} // namespace

namespace tridesk::gateway {

int fail(const QString& why) {
    complain(u"tridesk-gateway: "_s + why);
    return 2;
}

void say(const QString& line) {
    if (logsJson())
        return logEvent("info", line);
    std::fprintf(stdout, "%s\n", line.toUtf8().constData());
    std::fflush(stdout);
}

void complain(const QString& line) {
    if (logsJson())
        return logEvent("warning", line);
    std::fprintf(stderr, "%s\n", line.toUtf8().constData());
}

} // namespace tridesk::gateway

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"tridesk-gateway"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(TRIDESK_VERSION));
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    const QString command = arguments.isEmpty() ? QString() : arguments.takeFirst();
    if (command == u"serve")
        return gateway::serve(arguments);
    if (command == u"import")
        return gateway::import(arguments);
    if (command == u"export")
        return gateway::exportLayers(arguments);
    if (command == u"script")
        return gateway::script(arguments);
    if (command == u"feed")
        return gateway::feed(arguments);
    if (command == u"token")
        return gateway::token(arguments);
    if (command == u"user")
        return gateway::user(arguments);
    if (command == u"--version") {
        gateway::say(u"tridesk-gateway "_s + QCoreApplication::applicationVersion());
        return 0;
    }
    if (command == u"--help" || command == u"help") {
        std::fputs(usage, stdout);
        return 0;
    }
    return gateway::fail(
        command.isEmpty()
            ? u"say what to do: serve, import, export, script, feed, token or user (see --help)"_s
            : u"%1: no such command (serve, import, export, script, feed, token or user)"_s.arg(command));
}
