// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/broker_options.h"

#include <QFile>
#include <QFileInfo>
#include <QHostAddress>
#include <QUrl>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 plainPort = 1883, tlsPort = 8883;
constexpr qint64 longestPassword = 1024; // bytes

} // namespace

std::expected<BrokerOptions, QString> BrokerOptions::parse(const QString& address) {
    const QUrl url(address, QUrl::StrictMode);
    const bool tls = url.scheme() == u"mqtts";
    if (!url.password().isEmpty())
        return std::unexpected(
            u"--broker: the address holds a password; name a file with --broker-password-file"_s);
    if (!url.isValid() || (!tls && url.scheme() != u"mqtt") || url.host().isEmpty() ||
        (!url.path().isEmpty() && url.path() != u"/") || url.hasQuery())
        return std::unexpected(
            u"--broker: '%1' must be mqtt://[USER@]HOST[:PORT] or mqtts://…"_s.arg(address.left(80)));
    return BrokerOptions{.host = url.host(),
                         .port = quint16(url.port(tls ? tlsPort : plainPort)),
                         .tls = tls,
                         .user = url.userName(),
                         .passwordFile = {},
                         .authorities = {},
                         .certificate = {},
                         .key = {}};
}

QString BrokerOptions::fault() const {
    if (!tls && !(authorities.isEmpty() && certificate.isEmpty() && key.isEmpty()))
        return u"--broker: certificates are for mqtts:// addresses"_s;
    if (certificate.isEmpty() != key.isEmpty())
        return u"--broker-certificate and --broker-key go together"_s;
    for (const auto& [option, path] :
         {std::pair(u"--broker-ca"_s, authorities), std::pair(u"--broker-certificate"_s, certificate),
          std::pair(u"--broker-key"_s, key)})
        if (!path.isEmpty() && !QFileInfo(path).isReadable())
            return u"%1: %2 cannot be read"_s.arg(option, path);
    if (passwordFile.isEmpty())
        return {};
    if (user.isEmpty())
        return u"--broker-password-file: whose? Name the user in the address: mqtts://USER@HOST"_s;
    const auto password = passwordIn(passwordFile);
    return password ? QString() : u"--broker-password-file: "_s + password.error();
}

QString BrokerOptions::shown() const {
    return u"%1://%2%3:%4"_s.arg(tls ? u"mqtts"_s : u"mqtt"_s, user.isEmpty() ? QString() : user + u'@', host)
        .arg(port);
}

bool BrokerOptions::isPlain() const {
    return !tls && host != u"localhost" && !QHostAddress(host).isLoopback();
}

std::expected<QByteArray, QString> passwordIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(u"%1 cannot be read"_s.arg(path));
    if (file.permissions() & (QFile::ReadGroup | QFile::ReadOther))
        return std::unexpected(u"%1 may be read by others: chmod 600"_s.arg(path));
    QByteArray line = file.readLine(longestPassword + 2);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty() || line.size() > longestPassword || line.contains('\0'))
        return std::unexpected(
            u"%1 must begin with a line of 1 to %2 bytes"_s.arg(path).arg(longestPassword));
    return line;
}

} // namespace tridesk
