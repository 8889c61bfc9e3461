// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/clockwork.h"
#include "app/field/ways_in.h"
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/options.h"
#include "app/programs/gateway/stop_signal.h"
#include "app/programs/open_desk.h"

#include <QCoreApplication>

namespace tridesk::gateway {

using namespace Qt::StringLiterals;

namespace {

/// "127.0.0.1:8080", "[::1]:0", ":8080".
std::expected<HttpOptions, QString> listenAt(const QString& text) {
    HttpOptions http;
    if (text.isEmpty())
        return http;
    const qsizetype colon = text.lastIndexOf(u':');
    bool isPort = false;
    http.port = text.sliced(colon + 1).toUShort(&isPort);
    QString host = text.first(qMax<qsizetype>(0, colon));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    if (!host.isEmpty())
        http.address = QHostAddress(host);
    if (colon < 0 || !isPort || http.address.isNull())
        return std::unexpected(u"--listen: '%1' must be ADDRESS:PORT"_s.arg(text.left(80)));
    return http;
}

} // namespace

int serve(const QStringList& arguments) {
    const auto options = Options::read(arguments, Options::ofDesk({u"listen"_s}));
    if (!options)
        return fail(options.error());
    const auto http = listenAt(options->value(u"listen"_s));
    if (!http)
        return fail(http.error());
    const StopSignal stop; // before any thread
    const auto open = options->desk();
    if (!open)
        return fail(open.error());

    WaysIn ways(options->value(u"data"_s), *http, *open->desk, *open->board);
    QObject::connect(&stop, &StopSignal::stopped, qApp, &QCoreApplication::quit);
    QString failure;
    QObject::connect(open->desk.get(), &Desk::failed, qApp, [&](const QString& why) {
        failure = why;
        QCoreApplication::exit(2);
    });
    QObject::connect(open->board.get(), &FixBoard::failed, qApp,
                     [](const QString& why) { complain(u"positions: "_s + why); });
    QObject::connect(&ways.http(), &HttpService::trouble, qApp, [](const QString& why) { complain(why); });
    QObject::connect(&ways.http(), &HttpService::listening, qApp,
                     [](const QUrl& url) { say(u"listening at "_s + url.toString()); });
    QObject::connect(&ways.http(), &HttpService::waiting, qApp, [] {
        say(u"waiting: another process of this desk takes what comes in; this one follows when it ends"_s);
    });
    Clockwork clockwork(*open->desk);
    clockwork.start();
    open->desk->start();
    open->board->start();
    ways.start();
    const int code = QCoreApplication::exec();
    return code == 0 ? 0 : fail(failure);
}

} // namespace tridesk::gateway
