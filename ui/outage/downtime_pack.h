// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/outage/downtime_document.h"

#include <QObject>
#include <QTimer>

class QSettings;

namespace tridesk {

class SeatDesk;

/// How the downtime pack of a desk is made; kept in its settings (console.ini, `downtime/…`).
struct DowntimeSettings {
    QString folder;       ///< where it lies; empty: none is made by itself
    int everyMinutes = 0; ///< 0: by hand only
    DowntimeOptions options = {};

    [[nodiscard]] static DowntimeSettings from(const QSettings& settings);
    void save(QSettings& settings) const;
};
constexpr int mostMinutes = 24 * 60;

/// Makes the pack of one seat, by hand or by itself, so that it lies there when everything is down: always
/// the same file, `downtime-station-ST03.pdf`, which is whole at every moment. Drawn on another thread.
class DowntimePack : public QObject {
    Q_OBJECT

public:
    /// `desk` and `settings` outlive it.
    DowntimePack(const SeatDesk& desk, QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] QString fileName() const;
    void make(const QString& folder, const DowntimeOptions& options);
    /// Follows the settings, which were changed.
    void renew();
    [[nodiscard]] bool isMaking() const { return m_isMaking; }

Q_SIGNALS:
    void made(const QString& path);
    void failed(const QString& why); ///< in words

private:
    void makeByItself();

    const SeatDesk& m_desk;
    QSettings& m_settings;
    QTimer m_due;
    bool m_isMaking = false;
};

} // namespace tridesk
