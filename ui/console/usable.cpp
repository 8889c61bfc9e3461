// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/usable.h"

#include <QEvent>
#include <QLoggingCategory>
#include <QTimer>
#include <QWidget>

namespace tridesk {

namespace {

Q_LOGGING_CATEGORY(start, "tridesk.start", QtWarningMsg)

/// Looks for the first painting of a window, then goes.
class FirstPainting final : public QObject {
public:
    explicit FirstPainting(QWidget* window)
        : QObject(window) {
        window->installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // A timer of nothing comes when no event is left: the painting is done and input would be taken.
            QTimer::singleShot(0, this, [this] {
                qCInfo(start) << "usable";
                deleteLater();
            });
        }
        return false;
    }
};

} // namespace

void logWhenUsable(QWidget* window) {
    new FirstPainting(window); // the window's child
}

} // namespace tridesk
