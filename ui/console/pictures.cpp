// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/console/pictures.h"

#include "ui/console/console.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// "shot.png", "shot-2.png", …
QString numbered(const QString& file, int number) {
    const QFileInfo info(file);
    return number == 1 ? file
                       : info.path() + u'/' + info.completeBaseName() + u"-%1."_s.arg(number) + info.suffix();
}

int saveAll(const Console& console, const QString& file) {
    int number = 0;
    for (QWidget* window : console.windows()) {
        const QString name = numbered(file, ++number);
        if (!window->grab().save(name)) {
            QTextStream(stderr) << "tridesk: cannot write " << name << Qt::endl;
            return 2;
        }
    }
    return 0;
}

} // namespace

void takePictures(Console& console, const QString& file, int afterSeconds) {
    QTimer::singleShot(std::chrono::seconds(afterSeconds), &console,
                       [&console, file] { QCoreApplication::exit(saveAll(console, file)); });
}

} // namespace tridesk
