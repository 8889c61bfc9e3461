// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outage/downtime_pack.h"

#include "app/desk/desk.h"
#include "app/report/report_file.h"

#include <QDir>
#include <QSettings>
#include <QtConcurrentRun>

#include <algorithm>
#include <utility>

namespace tridesk {

using namespace Qt::StringLiterals;

DowntimeSettings DowntimeSettings::from(const QSettings& settings) {
    DowntimeSettings read;
    read.folder = settings.value(u"downtime/folder"_s).toString();
    read.everyMinutes = std::clamp(settings.value(u"downtime/everyMinutes"_s, 0).toInt(), 0, mostMinutes);
    read.options.named = settings.value(u"downtime/named"_s, false).toBool();
    read.options.cards =
        std::clamp(settings.value(u"downtime/cards"_s, read.options.cards).toInt(), 0, mostBlankCards);
    return read;
}

void DowntimeSettings::save(QSettings& settings) const {
    settings.setValue(u"downtime/folder"_s, folder);
    settings.setValue(u"downtime/everyMinutes"_s, everyMinutes);
    settings.setValue(u"downtime/named"_s, options.named);
    settings.setValue(u"downtime/cards"_s, options.cards);
}

DowntimePack::DowntimePack(const SeatDesk& desk, QSettings& settings, QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_settings(settings)
    , m_due(this) {
    connect(&m_due, &QTimer::timeout, this, &DowntimePack::makeByItself);
    renew();
}

QString DowntimePack::fileName() const {
    return u"downtime-%1.pdf"_s.arg(m_desk.actor().seat.toString().replace(u':', u'-'));
}

void DowntimePack::renew() {
    const auto settings = DowntimeSettings::from(m_settings);
    m_due.stop();
    if (settings.everyMinutes == 0 || settings.folder.isEmpty())
        return;
    m_due.start(std::chrono::minutes(settings.everyMinutes));
    makeByItself();
}

void DowntimePack::makeByItself() {
    const auto settings = DowntimeSettings::from(m_settings);
    make(settings.folder, settings.options);
}

/// The folder is asked about where the file is written: on another machine that is gone it may take minutes.
void DowntimePack::make(const QString& folder, const DowntimeOptions& options) {
    const QString none = tr("There is no folder %1.").arg(folder);
    if (folder.isEmpty())
        return Q_EMIT failed(none);
    if (std::exchange(m_isMaking, true))
        return;
    const QString path = QDir(folder).filePath(fileName());
    QtConcurrent::run([document = downtimeDocument(m_desk, options), word = downtimePageWord(), folder, none,
                       notWritten = tr("Not written: %1"), path]() -> std::expected<void, QString> {
        if (!QDir(folder).exists())
            return std::unexpected(none);
        return saveReport(path, pdfOf(document, word)).transform_error([&](const QString& why) {
            return notWritten.arg(why);
        });
    }).then(this, [this, path](const std::expected<void, QString>& saved) {
        m_isMaking = false;
        if (saved)
            Q_EMIT made(path);
        else
            Q_EMIT failed(saved.error());
    });
}

} // namespace tridesk
