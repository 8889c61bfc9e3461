// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

    [[nodiscard]] QString value(const QString& name) const { return m_values.value(name).value(0); }
    [[nodiscard]] QStringList values(const QString& name) const { return m_values.value(name); }
    [[nodiscard]] QString word(int at) const { return m_words.value(at); }

private:
    QHash<QString, QStringList> m_values;
    QStringList m_words;
};

} // namespace tridesk::gateway
