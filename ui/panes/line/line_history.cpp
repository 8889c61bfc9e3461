// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/line/line_history.h"

#include <QSettings>
#include <QUrl>

namespace tridesk {

using namespace Qt::StringLiterals;

LineHistory::LineHistory(QSettings* settings, const QString& seat, const QString& user)
    : m_settings(settings)
    , m_key(u"line/typed/%1/%2"_s.arg(seat, QString::fromLatin1(QUrl::toPercentEncoding(user)))) {
    if (m_settings)
        m_settings->remove(u"line/history"_s); // of a seat, whoever sat there, with callers in it
    if (m_settings)
        m_lines = m_settings->value(m_key).toStringList();
    m_lines = m_lines.mid(std::max<qsizetype>(0, m_lines.size() - mostLines));
    m_at = m_lines.size();
}

void LineHistory::add(const QString& line) {
    const bool again = !m_lines.isEmpty() && m_lines.last() == line;
    if (!line.isEmpty() && line.size() <= longestKept && !again) {
        m_lines.append(line);
        if (m_lines.size() > mostLines)
            m_lines.removeFirst();
        if (m_settings)
            m_settings->setValue(m_key, m_lines);
    }
    m_at = m_lines.size();
}

std::optional<QString> LineHistory::back(const QString& now) {
    if (m_at == 0)
        return std::nullopt;
    if (m_at == m_lines.size())
        m_typed = now;
    return m_lines[--m_at];
}

std::optional<QString> LineHistory::forth() {
    if (m_at >= m_lines.size())
        return std::nullopt;
    return ++m_at == m_lines.size() ? m_typed : m_lines[m_at];
}

} // namespace tridesk
