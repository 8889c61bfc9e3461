// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/session_store.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

namespace tridesk {

/// The other half of SeatSessions, on the thread of the file.
class SessionKeeper : public QObject {
    Q_OBJECT

public:
    explicit SessionKeeper(QString dataFolder);

    void look(); ///< now, and from then on twice a second
    void begin(const Session& session, Instant now, QPromise<std::expected<QByteArray, QString>>& promise);
    void end(const QByteArray& secret);

Q_SIGNALS:
    void changed(const tridesk::SessionList& sessions);
    void trouble(const QString& why);

private:
    [[nodiscard]] std::expected<void, QString> open();
    void tell();

    QString m_folder;
    std::unique_ptr<SessionStore> m_store;
    QTimer m_again;
};

} // namespace tridesk
