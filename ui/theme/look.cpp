// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/look.h"

#include "ui/theme/house_style.h"

#include <QApplication>
#include <QFile>
#include <QFont>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

Look::Look(QApplication& application, QObject* parent)
    : QObject(parent)
    , m_application(application)
    , m_theme(Theme::day()) {
    QApplication::setStyle(new HouseStyle); // the application's own from now on
    m_beats.setInterval(500ms);
    connect(&m_beats, &QTimer::timeout, this, [this] {
        m_dimmed = !m_dimmed;
        Q_EMIT beat();
    });
    apply();
}

QColor Look::alarmNow() const {
    // away from the ink on it, which is light by day and dark by night
    return m_dimmed ? mix(m_theme.alarm, m_theme.night ? Qt::white : Qt::black, 0.4) : m_theme.alarm;
}

void Look::set(const Theme& theme) {
    Theme wanted = theme;
    wanted.fontPoint = qBound(smallestFont, theme.fontPoint, largestFont);
    if (wanted == m_theme)
        return;
    m_theme = wanted;
    apply();
    Q_EMIT changed(m_theme);
}

void Look::apply() {
    QFont font;
    font.setFamilies({u"Noto Sans"_s, u"Noto Sans CJK SC"_s, u"sans-serif"_s});
    font.setPointSize(m_theme.fontPoint);
    QApplication::setFont(font);
    QApplication::setPalette(palette(m_theme));
    m_application.setStyleSheet(styleSheet(m_theme));
    m_dimmed = m_dimmed && !m_theme.still;
    if (m_theme.still)
        m_beats.stop();
    else if (!m_beats.isActive())
        m_beats.start();
}

QIcon Look::icon(const QString& name, const QColor& colour) const {
    QFile file(u":/icons/"_s + name + u".svg"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QColor ink = colour.isValid() ? colour : m_theme.text;
    QByteArray svg = file.readAll();
    svg.replace("currentColor", ink.name().toLatin1());
    QSvgRenderer renderer(svg);
    QIcon icon;
    for (const int size : {16, 24, 32, 48}) {
        QPixmap picture(size, size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        renderer.render(&painter);
        icon.addPixmap(picture);
    }
    return icon;
}

} // namespace tridesk
