// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace tridesk {

/// What a window rests on, at the right of its foot: data folder and map. Gives way to the command line where
/// there is little room.
class StatusLine : public QLabel {
    Q_OBJECT

public:
    explicit StatusLine(QWidget* parent = nullptr);

    void setGround(const QString& text, const QString& tip);
};

} // namespace tridesk
