// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QToolButton;

namespace tridesk {

/// One line over the map that says which mode is on, or what is being followed, with a way out beside it.
class ModeHint : public QFrame {
    Q_OBJECT

public:
    /// `name` is the objectName; the label is name.text, the button name.leave.
    ModeHint(const QString& name, const QString& wayOut, QWidget* parent = nullptr);

    void say(const QString& text);                 ///< shows it; empty hides it
    [[nodiscard]] QSize sizeHint() const override; ///< as wide as its words, within reason

Q_SIGNALS:
    void left();

private:
    QLabel* m_text;
    QToolButton* m_leave;
};

} // namespace tridesk
