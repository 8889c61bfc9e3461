// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/feed_login_store.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

namespace tridesk {

/// The login watch's other half, on the thread of the file.
class FeedLoginKeeper : public QObject {
    Q_OBJECT

public:
    explicit FeedLoginKeeper(QString dataFolder);

    void look(); ///< now, and from then on twice a second
    void set(const LoginsByFeed& logins,
             const std::shared_ptr<QPromise<std::expected<void, QString>>>& promise);

Q_SIGNALS:
    void changed(const tridesk::LoginsByFeed& logins);
    void trouble(const QString& why);

private:
    [[nodiscard]] std::expected<void, QString> open();
    [[nodiscard]] std::expected<void, QString> readOn();

    QString m_folder;
    std::unique_ptr<FeedLoginStore> m_store;
    QTimer m_again;
};

} // namespace tridesk
