// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/console_options.h"

#include "ui/panes/map/map_source.h"

#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

void describe(QCommandLineParser& parser) {
    parser.setApplicationDescription(u"Command-and-dispatch console for police."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {u"data"_s, u"The desk's data folder; made where it is missing."_s, u"DIR"_s},
        {u"map"_s, u"A map package, as tridesk-map makes it."_s, u"PACKAGE"_s},
        {u"basemap"_s,
         u"Show another map than the package's: an MBTiles file, a server's address with {z}, {x} and {y}, "
         u"the "
         "address of a WMTS's capabilities, or \"package\". For this time only; else as the desk was left."_s,
         u"SOURCE"_s},
        {u"basemap-datum"_s, u"What that map counts in: wgs84, gcj02 or bd09."_s, u"DATUM"_s},
        {u"geo-provider"_s,
         u"Whom to ask for places and routes: tridesk (the map package), or another of Qt Location, as osm."_s,
         u"NAME"_s},
        {u"geo-parameter"_s, u"A parameter of that provider; may be given several times."_s, u"KEY=VALUE"_s},
        {u"seat"_s, u"bureau, bureau:2, station:ST03 or field:1A12; several seats open several windows."_s,
         u"SEAT"_s},
        {u"user"_s, u"Who sits there, at a desk that has no users; else the sign-in says."_s, u"NAME"_s},
        {u"wall"_s, u"Visitors see the windows: what is sensitive stands there without words."_s},
        {u"listen"_s,
         u"Take incidents and positions over HTTP at ADDRESS:PORT; port 0: any. \"none\": do not."_s,
         u"ADDRESS:PORT"_s},
        {u"link"_s,
         u"A station's or a crew's terminal: work over this gateway, http://HOST:PORT or https://HOST:PORT, "
         u"and without it "
         u"while it is out of reach. Needs --token-file and one --seat station:CODE or field:UNIT."_s,
         u"URL"_s},
        {u"token-file"_s,
         u"The file whose first line is the terminal's token (tridesk-gateway token add NAME --scope "
         u"seat:station:CODE or seat:field:UNIT)."_s,
         u"FILE"_s},
        {u"journal"_s,
         u"The journal and the positions are on this server, postgresql://USER@HOST/DATABASE; the data "
         u"folder "
         "keeps what is this machine's. For bureau seats."_s,
         u"ADDRESS"_s},
        {u"password-file"_s,
         u"The file with the password for that server, as HOST:PORT:DATABASE:USER:PASSWORD, which only its "
         "owner may read."_s,
         u"FILE"_s},
        {u"drill"_s,
         u"Open a drill that was made in a replay, in place of --data: a record of its own, marked as "
         u"practice "
         u"in every window. A live folder is refused here, and a drill's by --data."_s,
         u"DIR"_s},
        {u"script"_s,
         u"A script: play these lines on the desk from now on, as if they were typed (tridesk-gateway --help "
         u"says "
         u"what such a file holds). The lines' distances count, not their date."_s,
         u"FILE"_s},
        {u"script-speed"_s, u"How much faster its lines come, 0.1 to 100; 1."_s, u"NUMBER"_s},
        {u"lang"_s, u"en or zh."_s, u"LANG"_s},
        {u"theme"_s, u"day or night."_s, u"THEME"_s},
        {u"surface"_s,
         u"What the map is painted on: raster, opengl, or auto, which asks whether there is a graphics card."_s,
         u"SURFACE"_s},
        {u"size"_s, u"Size of the windows, as 1920x1080."_s, u"WxH"_s},
        {u"screenshot"_s,
         u"Save a picture of each window and end; with several windows a number is put in."_s, u"FILE.png"_s},
        {u"after"_s, u"Seconds before the picture is taken; 5."_s, u"SECONDS"_s},
    });
}

std::optional<QSize> sizeFrom(const QString& text) {
    const QStringList parts = text.split(u'x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
    const bool fits = parts.size() == 2 && size.width() >= 320 && size.height() >= 320 &&
                      size.width() <= 16384 && size.height() <= 16384;
    return fits ? std::optional(size) : std::nullopt;
}

std::optional<std::pair<QHostAddress, quint16>> endpointFrom(const QString& text) {
    const qsizetype colon = text.lastIndexOf(u':');
    QString address = text.left(qMax<qsizetype>(0, colon));
    if (address.startsWith(u'[') && address.endsWith(u']'))
        address = address.sliced(1, address.size() - 2);
    bool isPort = false;
    const ushort port = text.sliced(colon + 1).toUShort(&isPort);
    const QHostAddress host(address);
    if (colon < 1 || !isPort || host.isNull())
        return {};
    return std::pair(host, quint16(port));
}

QString userName() {
    const QString name = qEnvironmentVariable("USER");
    return name.isEmpty() ? u"user"_s : name;
}

class Reader {
public:
    explicit Reader(const QCommandLineParser& parser)
        : m_parser(parser) {}

    /// Takes an option's value where it is given; a value that `read` does not know is complained of.
    template <class T, class Read>
    void take(const QString& name, T& into, Read read) {
        if (!m_parser.isSet(name) || !m_error.isEmpty())
            return;
        auto value = read(m_parser.value(name));
        if (!value)
            m_error = u"--%1: \"%2\" is not understood"_s.arg(name, m_parser.value(name).left(80));
        else if constexpr (std::is_same_v<decltype(value), T>)
            into = std::move(value);
        else
            into = *std::move(value);
    }
    void takeParameters(QVariantMap& parameters) {
        for (const QString& text : m_parser.values(u"geo-parameter"_s)) {
            const qsizetype equals = text.indexOf(u'=');
            if (equals < 1)
                m_error = u"--geo-parameter: \"%1\" is not KEY=VALUE"_s.arg(text.left(80));
            else
                parameters.insert(text.left(equals), text.sliced(equals + 1));
        }
    }
    void takeSeats(QList<Seat>& seats) {
        for (const QString& text : m_parser.values(u"seat"_s)) {
            const auto seat = Seat::parse(text);
            if (!seat || seat->tier == Tier::Machine)
                m_error =
                    u"--seat: \"%1\" is not a seat: bureau, station:CODE or field:CODE"_s.arg(text.left(80));
            else
                seats << *seat;
        }
    }
    [[nodiscard]] const QString& error() const { return m_error; }

private:
    const QCommandLineParser& m_parser;
    QString m_error;
};

std::optional<bool> nightFrom(const QString& text) {
    if (text != u"day" && text != u"night")
        return {};
    return text == u"night";
}

std::optional<ui::MapSurface> surfaceFrom(const QString& text) {
    if (text == u"auto")
        return ui::MapSurface::Auto;
    if (text == u"raster")
        return ui::MapSurface::Raster;
    return text == u"opengl" ? std::optional(ui::MapSurface::OpenGl) : std::nullopt;
}

std::optional<maps::TileSource> basemapFrom(const QString& text) {
    const maps::TileSource source = text == u"package" ? maps::TileSource() : maps::sourceFrom(text);
    return maps::check(source) ? std::optional(source) : std::nullopt;
}

std::optional<int> secondsFrom(const QString& text) {
    bool ok = false;
    const int seconds = text.toInt(&ok);
    return ok && seconds >= 0 && seconds <= 86400 ? std::optional(seconds) : std::nullopt;
}

std::optional<QUrl> gatewayFrom(const QString& text) {
    QUrl url(text, QUrl::StrictMode);
    const bool isPlain = url.path().isEmpty() || url.path() == u"/";
    const bool isHttp = url.scheme() == u"http" || url.scheme() == u"https";
    if (!url.isValid() || !isHttp || url.host().isEmpty() || !isPlain || url.hasQuery() ||
        !url.userInfo().isEmpty())
        return {};
    url.setPath({});
    return url;
}

/// What a terminal needs, and what it cannot have: none of that is on its machine.
QString linkFault(const ConsoleOptions& options, const QCommandLineParser& parser) {
    if (!parser.isSet(u"link"_s))
        return parser.isSet(u"token-file"_s) ? u"--token-file: for which gateway? --link says so"_s
                                             : QString();
    if (options.tokenFile.isEmpty())
        return u"--link: --token-file is missing"_s;
    if (options.seats.size() != 1 || options.seats.constFirst().tier == Tier::Bureau)
        return u"--link: needs one --seat station:CODE or field:UNIT; the bureau's stand on the journal itself"_s;
    for (const QString& name : {u"script"_s, u"listen"_s})
        if (parser.isSet(name))
            return u"--%1: not over a link"_s.arg(name);
    return {};
}

/// What a desk on a server cannot have.
QString journalFault(const ConsoleOptions& options, const QCommandLineParser& parser) {
    if (options.journal.isEmpty())
        return parser.isSet(u"password-file"_s) ? u"--password-file: for which server? --journal says so"_s
                                                : QString();
    for (const QString& name : {u"link"_s, u"script"_s})
        if (parser.isSet(name))
            return u"--%1: not on a server's journal"_s.arg(name);
    const bool isBureaus =
        std::ranges::all_of(options.seats, [](const Seat& seat) { return seat.tier == Tier::Bureau; });
    return isBureaus ? QString() : u"--journal: for bureau seats; others work over the gateway"_s;
}

/// A drill stands by itself.
QString drillFault(const QCommandLineParser& parser) {
    if (!parser.isSet(u"drill"_s))
        return {};
    if (parser.value(u"drill"_s).isEmpty())
        return u"--drill: which folder?"_s;
    for (const QString& name : {u"data"_s, u"link"_s, u"token-file"_s, u"journal"_s})
        if (parser.isSet(name))
            return u"--%1: not with --drill, which has a record of its own"_s.arg(name);
    return {};
}

std::optional<double> speedFrom(const QString& text) {
    bool ok = false;
    const double speed = text.toDouble(&ok);
    return ok && speed >= 0.1 && speed <= 100 ? std::optional(speed) : std::nullopt;
}

} // namespace

std::expected<ConsoleOptions, QString> consoleOptions(const QStringList& arguments) {
    QCommandLineParser parser;
    describe(parser);
    parser.process(arguments);
    ConsoleOptions options;
    options.data = parser.isSet(u"data"_s)
                       ? parser.value(u"data"_s)
                       : QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    options.drill = parser.isSet(u"drill"_s);
    if (options.drill)
        options.data = parser.value(u"drill"_s);
    options.map = parser.value(u"map"_s);
    if (parser.isSet(u"user"_s))
        options.user = parser.value(u"user"_s).left(80);
    else if (!parser.isSet(u"journal"_s)) // there it is the account's name
        options.user = userName();
    options.wall = parser.isSet(u"wall"_s);
    options.screenshot = parser.value(u"screenshot"_s);
    options.script = parser.value(u"script"_s);
    options.journal = parser.value(u"journal"_s);
    options.passwordFile = parser.value(u"password-file"_s);
    options.listen = std::pair(QHostAddress(QHostAddress::LocalHost), quint16(0));
    Reader reader(parser);
    reader.takeSeats(options.seats);
    options.geoProvider = parser.value(u"geo-provider"_s);
    reader.takeParameters(options.geoParameters);
    if (parser.value(u"listen"_s) == u"none")
        options.listen.reset();
    else
        reader.take(u"listen"_s, options.listen, endpointFrom);
    reader.take(u"basemap"_s, options.basemap, basemapFrom);
    if (options.basemap)
        reader.take(u"basemap-datum"_s, options.basemap->datum, maps::datumFrom);
    reader.take(u"lang"_s, options.language, [](const QString& text) { return languageFromCode(text); });
    reader.take(u"theme"_s, options.night, nightFrom);
    reader.take(u"surface"_s, options.surface, surfaceFrom);
    reader.take(u"size"_s, options.size, sizeFrom);
    reader.take(u"after"_s, options.after, secondsFrom);
    reader.take(u"link"_s, options.link, gatewayFrom);
    options.tokenFile = parser.value(u"token-file"_s);
    if (!options.link.isEmpty())
        options.listen.reset();
    reader.take(u"script-speed"_s, options.scriptSpeed, speedFrom);
    if (const QStringList strange = parser.positionalArguments(); !strange.isEmpty())
        return std::unexpected(u"\"%1\" is not understood; see --help"_s.arg(strange.first()));
    if (!reader.error().isEmpty())
        return std::unexpected(reader.error());
    if (parser.isSet(u"basemap-datum"_s) && !options.basemap)
        return std::unexpected(u"--basemap-datum: of which map? --basemap says so"_s);
    if (const QString fault = linkFault(options, parser); !fault.isEmpty())
        return std::unexpected(fault);
    if (const QString fault = journalFault(options, parser); !fault.isEmpty())
        return std::unexpected(fault);
    if (!options.journal.isEmpty() && !parser.isSet(u"data"_s))
        options.data += u"/server"_s;
    if (const QString fault = drillFault(parser); !fault.isEmpty())
        return std::unexpected(fault);
    if (!options.link.isEmpty() && !parser.isSet(u"data"_s)) // never the folder of a desk on this machine
        options.data += u"/terminal-"_s + options.seats.constFirst().place;
    if (parser.isSet(u"script-speed"_s) && options.script.isEmpty())
        return std::unexpected(u"--script-speed: of which script? --script says so"_s);
    if (options.seats.isEmpty())
        options.seats << Seat{.tier = Tier::Bureau, .place = {}};
    return options;
}

Theme startTheme(const ConsoleOptions& options, const QSettings& settings) {
    const bool night = options.night.value_or(settings.value(u"theme"_s).toString() == u"night"_s);
    Theme theme = night ? Theme::nightly() : Theme::day();
    theme.fontPoint = settings.value(u"fontPoint"_s, theme.fontPoint).toInt();
    theme.still = settings.value(u"still"_s, false).toBool();
    return theme;
}

maps::TileSource startBasemap(const ConsoleOptions& options, const QSettings& settings) {
    return options.basemap.value_or(loadMapSource(settings));
}

Language startLanguage(const ConsoleOptions& options, const QSettings& settings) {
    const auto kept = languageFromCode(settings.value(u"language"_s).toString());
    return options.language.value_or(kept.value_or(systemLanguage()));
}

} // namespace tridesk
