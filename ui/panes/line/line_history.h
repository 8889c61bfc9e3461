// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

class QSettings;

namespace tridesk {

/// The lines of one user at one seat, typed and echoed, the oldest first; kept from one day to the next.
/// Bounded in number, and each in length.
class LineHistory {
public:
    static constexpr qsizetype mostLines = 200;
    static constexpr qsizetype longestKept = 500;

    /// Null settings: nothing is kept. They outlive it.
    LineHistory(QSettings* settings, const QString& seat, const QString& user);

    void add(const QString& line);
    /// One line back from what stands there; what was being typed is kept for the way forth. Nothing at the
    /// end.
    [[nodiscard]] std::optional<QString> back(const QString& now);
    [[nodiscard]] std::optional<QString> forth();
    /// Whether what back() or forth() gave last is what was being typed.
    [[nodiscard]] bool isTyped() const { return m_at == m_lines.size(); }
    [[nodiscard]] const QStringList& lines() const { return m_lines; }

private:
    QSettings* m_settings;
    QString m_key;
    QStringList m_lines;
    qsizetype m_at = 0; ///< lines().size(): what is being typed
    QString m_typed;
};

} // namespace tridesk
