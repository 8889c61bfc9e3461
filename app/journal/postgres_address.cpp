// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_address.h"

#include <QHash>
#include <QUrl>

#include <libpq-fe.h>

#include <memory>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

/// As libpq itself reads it, so that there are no two opinions of an address.
std::expected<QHash<QString, QString>, QString> read(const QString& text) {
    char* wrong = nullptr;
    const Options options(PQconninfoParse(text.toUtf8().constData(), &wrong), &PQconninfoFree);
    if (!options) {
        const QString why = QString::fromUtf8(wrong ? wrong : "out of memory").simplified();
        PQfreemem(wrong);
        return std::unexpected(why);
    }
    QHash<QString, QString> found;
    for (const PQconninfoOption* option = options.get(); option->keyword; ++option)
        if (option->val)
            found.insert(QString::fromUtf8(option->keyword), QString::fromUtf8(option->val));
    return found;
}

bool isLocal(const QString& host) {
    return host.isEmpty() || host.startsWith(u'/') || host == u"localhost" || host == u"127.0.0.1" ||
           host == u"::1";
}

} // namespace

bool PostgresAddress::isMeant(const QString& text) {
    return text.startsWith(u"postgresql://") || text.startsWith(u"postgres://");
}

std::expected<PostgresAddress, QString> PostgresAddress::parse(const QString& text) {
    if (!isMeant(text))
        return std::unexpected(u"\"%1\" is not like postgresql://USER@HOST/DATABASE"_s.arg(text.left(80)));
    // Before libpq looks: what it finds wrong it quotes, a password too.
    if (!QUrl(text).password().isEmpty())
        return std::unexpected(u"the address holds a password: put it into a file (--password-file)"_s);
    const auto found = read(text);
    if (!found)
        return std::unexpected(u"the journal's address: %1"_s.arg(found.error()));
    if (found->contains(u"password"_s))
        return std::unexpected(u"the address holds a password: put it into a file (--password-file)"_s);
    const QString database = found->value(u"dbname"_s);
    if (database.isEmpty())
        return std::unexpected(u"the journal's address names no database"_s);
    PostgresAddress address;
    address.m_text = text;
    address.m_user = found->value(u"user"_s);
    const QString host = found->value(u"host"_s, found->value(u"hostaddr"_s));
    address.m_shown = u"%1@%2:%3/%4"_s.arg(address.m_user, host.isEmpty() ? u"localhost"_s : host,
                                           found->value(u"port"_s, u"5432"_s), database);
    const QString ssl = found->value(u"sslmode"_s);
    address.m_plain = !isLocal(host) && ssl != u"require" && ssl != u"verify-ca" && ssl != u"verify-full";
    return address;
}

PostgresAddress PostgresAddress::withPasswordFile(const QString& path) const {
    PostgresAddress with = *this;
    with.m_text += with.m_text.contains(u'?') ? u'&' : u'?';
    with.m_text += u"passfile="_s + QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
    return with;
}

} // namespace tridesk
