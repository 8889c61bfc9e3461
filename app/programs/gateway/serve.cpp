// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/commands.h"
#include "app/programs/gateway/duty.h"
#include "app/programs/gateway/event_log.h"
#include "app/programs/gateway/options.h"
#include "app/programs/gateway/service_manager.h"
#include "app/programs/gateway/stop_signal.h"
#include "app/programs/gateway/work.h"
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

void tellOf(WaysIn& ways) {
    HttpService& http = ways.http();
    QObject::connect(&http, &HttpService::trouble, qApp, [](const QString& why) { complain(why); });
    QObject::connect(&http, &HttpService::listening, qApp,
                     [](const QUrl& url) { say(u"listening at "_s + url.toString()); });
    QObject::connect(&http, &HttpService::waiting, qApp, [] {
        say(u"waiting: another process of this desk takes what comes in; this one follows when it ends"_s);
    });
}

void join(Duty& duty, GatewayWork& work, ServiceManager& manager) {
    QObject::connect(&duty, &Duty::begun, &work, [&work, &manager] {
        work.begin();
        manager.tellStatus(u"active"_s);
        say(u"active: this gateway does the work"_s);
    });
    QObject::connect(&duty, &Duty::ended, &work, [&work, &manager] {
        work.end();
        manager.tellStatus(u"standby"_s);
        say(u"standby: another gateway does the work, or the server cannot be asked"_s);
    });
    QObject::connect(&duty, &Duty::trouble, qApp, [](const QString& why) { complain(u"duty: "_s + why); });
    QObject::connect(&work, &GatewayWork::said, qApp, [](const QString& line) { say(line); });
    QObject::connect(&work, &GatewayWork::trouble, qApp, [](const QString& why) { complain(why); });
}

} // namespace

int serve(const QStringList& arguments) {
    const auto options = Options::read(
        arguments, Options::ofDesk({u"listen"_s, u"log"_s, u"broker"_s, u"broker-password-file"_s,
                                    u"broker-ca"_s, u"broker-certificate"_s, u"broker-key"_s}));
    if (!options)
        return fail(options.error());
    const auto http = listenAt(options->value(u"listen"_s));
    if (!http)
        return fail(http.error());
    const auto broker = brokerOf(*options);
    if (!broker)
        return fail(broker.error());
    const auto server = options->server(); // where the duty is asked for
    if (!server)
        return fail(server.error());
    const auto log = logForm(options->value(u"log"_s));
    if (!log)
        return fail(u"--log: '%1' must be text or json"_s.arg(options->value(u"log"_s).left(80)));
    beginLog(*log);
    const StopSignal stop; // before any thread
    const auto open = options->desk();
    if (!open)
        return fail(open.error());

    ServiceManager manager;
    WaysIn ways(options->value(u"data"_s), *http, *open->desk, *open->board);
    GatewayWork work(*open->desk, *open->board, ways, *broker);
    Duty duty(*server);
    QObject::connect(&stop, &StopSignal::stopped, qApp, &QCoreApplication::quit);
    QString failure;
    QObject::connect(open->desk.get(), &Desk::failed, qApp, [&](const QString& why) {
        failure = why;
        QCoreApplication::exit(2);
    });
    QObject::connect(open->board.get(), &FixBoard::failed, qApp,
                     [](const QString& why) { complain(u"positions: "_s + why); });
    QObject::connect(open->desk.get(), &Desk::ready, &manager, &ServiceManager::tellReady);
    tellOf(ways);
    join(duty, work, manager);
    open->desk->start();
    open->board->start();
    // Who finds it listening finds it at work, or in standby for a reason.
    QObject::connect(&duty, &Duty::decided, &ways, &WaysIn::start);
    duty.start();
    const int code = QCoreApplication::exec();
    manager.tellStopping();
    return code == 0 ? 0 : fail(failure);
}

} // namespace tridesk::gateway
