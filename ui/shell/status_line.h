// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace tridesk {

/// The foot of a window: the line that the last gesture stands for, why the last one was refused beside it,
/// and at the right what the window rests on.
class StatusLine : public QWidget {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void echo(const QString& line);
    void complain(const QString& why); ///< empty: nothing was refused
    void setGround(const QString& text, const QString& tip);

private:
    QLabel* add(const QString& name, const QString& accessible);

    QLabel* m_echo;
    QLabel* m_refusal;
    QLabel* m_ground;
};

} // namespace tridesk
