// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>

namespace tridesk {

class Look;

/// One live figure: the number large, what it counts small beside it; on a ground of its own where it calls
/// for a look.
class FigureLabel : public QWidget {
    Q_OBJECT

public:
    enum class Mood { Calm, Good, Warning, Alarm };

    FigureLabel(const QString& caption, const Look& look, QWidget* parent = nullptr);

    void setFigure(const QString& figure, Mood mood);
    [[nodiscard]] const QString& figure() const { return m_figure; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] QFont figureFont() const;
    [[nodiscard]] QFont captionFont() const;

    const Look& m_look;
    QString m_caption;
    QString m_figure;
    Mood m_mood = Mood::Calm;
};

} // namespace tridesk
