// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QObject>
#include <QTimer>

class QApplication;

namespace tridesk {

/// The theme that is set, and its application to every widget (Fusion style, palette, style sheet, fonts).
/// One for each program, given to the windows by reference. Widgets that paint for themselves repaint on
/// changed().
class Look : public QObject {
    Q_OBJECT

public:
    explicit Look(QApplication& application, QObject* parent = nullptr);

    [[nodiscard]] const Theme& theme() const { return m_theme; }
    /// The ground of what is overdue at this moment: it pulses once a second, between Theme::alarm and a
    /// shade of it on which Theme::onAlarm can be read as well.
    [[nodiscard]] QColor alarmNow() const;
    void set(const Theme& theme); ///< fontPoint is kept within its bounds
    /// One of resources/icons by its name, in the theme's text colour, or in `colour`.
    [[nodiscard]] QIcon icon(const QString& name, const QColor& colour = {}) const;

Q_SIGNALS:
    void changed(const tridesk::Theme& theme);
    /// alarmNow() is another; twice a second, and never where the theme is to hold still. One beat for all
    /// windows, so that they pulse together.
    void beat();

private:
    void apply();

    QApplication& m_application;
    Theme m_theme;
    QTimer m_beats;
    bool m_dimmed = false;
};

} // namespace tridesk
