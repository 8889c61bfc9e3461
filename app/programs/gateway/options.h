// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/programs/open_desk.h"

#include <QCommandLineParser>
#include <QStringList>

#include <expected>

namespace tridesk::gateway {

/// Reads a command's options, all of which take a value; what is left over are its words. Errors are one
/// line.
class Options {
public:
    [[nodiscard]] static std::expected<Options, QString> read(const QStringList& arguments,
                                                              const QStringList& names, int words = 0) {
        Options options;
        QCommandLineParser parser;
        for (const QString& name : names)
            parser.addOption(QCommandLineOption(name, {}, QStringLiteral("value")));
        if (!parser.parse(QStringList{QString()} + arguments))
            return std::unexpected(parser.errorText());
        for (const QString& name : names)
            options.m_values.insert(name, parser.values(name));
        options.m_words = parser.positionalArguments();
        if (options.m_words.size() > words)
            return std::unexpected(QStringLiteral("%1: not expected here").arg(options.m_words.at(words)));
        if (options.value(QStringLiteral("data")).isEmpty())
            return std::unexpected(QStringLiteral("--data DIR: which desk?"));
        return options;
    }

    /// The names of a command that works on a desk, which may be on a server.
    [[nodiscard]] static QStringList ofDesk(const QStringList& names) {
        return QStringList{QStringLiteral("data"), QStringLiteral("journal"),
                           QStringLiteral("password-file")} +
               names;
    }

    /// Where its journal is, if it is on a server.
    [[nodiscard]] std::expected<std::optional<PostgresAddress>, QString> server() const {
        const QString address = value(QStringLiteral("journal"));
        if (address.isEmpty())
            return std::nullopt;
        return serverAt(address, value(QStringLiteral("password-file")))
            .transform([](const PostgresAddress& server) { return std::optional(server); });
    }

    /// That desk, not yet started. By `clock`; without one by the machine's, or the server's.
    [[nodiscard]] std::expected<OpenDesk, QString>
    desk(const std::shared_ptr<const Clock>& clock = {}) const {
        return server().and_then([&](const std::optional<PostgresAddress>& server) {
            const QString data = value(QStringLiteral("data"));
            if (server)
                return openServerDesk(data, *server, clock);
            return openDesk(data, clock ? clock : std::make_shared<SystemClock>());
        });
    }

    [[nodiscard]] QString value(const QString& name) const { return m_values.value(name).value(0); }
    [[nodiscard]] QStringList values(const QString& name) const { return m_values.value(name); }
    [[nodiscard]] QString word(int at) const { return m_words.value(at); }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_words;
};

} // namespace tridesk::gateway
