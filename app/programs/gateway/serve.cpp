// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/clockwork.h"
#include "app/field/broker_endpoint.h"
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

/// Nothing where no broker is named.
std::expected<std::optional<BrokerOptions>, QString> brokerOf(const Options& options) {
    const QString address = options.value(u"broker"_s);
    if (address.isEmpty())
        return std::nullopt;
    auto broker = BrokerOptions::parse(address);
    if (!broker)
        return std::unexpected(broker.error());
    broker->passwordFile = options.value(u"broker-password-file"_s);
    broker->authorities = options.value(u"broker-ca"_s);
    broker->certificate = options.value(u"broker-certificate"_s);
    broker->key = options.value(u"broker-key"_s);
    if (const QString fault = broker->fault(); !fault.isEmpty())
        return std::unexpected(fault);
    if (broker->isPlain())
        complain(broker->shown() + u" is spoken to unencrypted, passwords too: use mqtts://"_s);
    return *broker;
}

} // namespace

int serve(const QStringList& arguments) {
    const auto options =
        Options::read(arguments, Options::ofDesk({u"listen"_s, u"broker"_s, u"broker-password-file"_s,
                                                  u"broker-ca"_s, u"broker-certificate"_s, u"broker-key"_s}));
    if (!options)
        return fail(options.error());
    const auto http = listenAt(options->value(u"listen"_s));
    if (!http)
        return fail(http.error());
    const auto broker = brokerOf(*options);
    if (!broker)
        return fail(broker.error());
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
    std::optional<BrokerEndpoint> overBroker;
    if (*broker) {
        overBroker.emplace(**broker, *open->desk, *open->board);
        QObject::connect(&*overBroker, &BrokerEndpoint::trouble, qApp,
                         [](const QString& why) { complain(why); });
        QObject::connect(&*overBroker, &BrokerEndpoint::up, qApp,
                         [at = (*broker)->shown()] { say(u"signed in at "_s + at); });
    }
    Clockwork clockwork(*open->desk);
    clockwork.start();
    open->desk->start();
    open->board->start();
    ways.start();
    if (overBroker)
        overBroker->start();
    const int code = QCoreApplication::exec();
    return code == 0 ? 0 : fail(failure);
}

} // namespace tridesk::gateway
