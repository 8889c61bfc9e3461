// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/instant.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace tridesk {

/// Says when no key, pointer or finger has touched any window of the program for a while.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    explicit IdleWatch(QObject* parent = nullptr);

    void setAfter(Milliseconds after); ///< 0: never
    void restart();                    ///< as if touched now

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    Milliseconds m_after{0};
    QElapsedTimer m_untouched;
    QTimer m_again;
};

} // namespace tridesk
