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

    /// That desk, not yet started.
    [[nodiscard]] std::expected<OpenDesk, QString> desk() const {
        const QString data = value(QStringLiteral("data"));
        if (value(QStringLiteral("journal")).isEmpty())
            return openDesk(data);
        return serverAt(value(QStringLiteral("journal")), value(QStringLiteral("password-file")))
            .and_then([&](const PostgresAddress& server) { return openServerDesk(data, server); });
    }

    [[nodiscard]] QString value(const QString& name) const { return m_values.value(name).value(0); }
    [[nodiscard]] QStringList values(const QString& name) const { return m_values.value(name); }
    [[nodiscard]] QString word(int at) const { return m_words.value(at); }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_words;
};

} // namespace tridesk::gateway
