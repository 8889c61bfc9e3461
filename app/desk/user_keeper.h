// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/user_store.h"

#include <QObject>
#include <QPromise>
#include <QTimer>

namespace tridesk {

/// The user gate's other half, on the thread of the file.
class UserKeeper : public QObject {
    Q_OBJECT

public:
    UserKeeper(QString dataFolder, std::shared_ptr<const Clock> clock, HashCost cost);

    void look(); ///< now, and from then on twice a second
    void signIn(const QString& login, const QString& password,
                const std::shared_ptr<QPromise<std::expected<User, SignInFault>>>& promise);
    bool keepHeard(const User& user, const QString& password);
    void forgetHeard(const Login& login);

Q_SIGNALS:
    void changed(const QList<tridesk::User>& users);
    void trouble(const QString& why);

private:
    [[nodiscard]] std::expected<void, QString> open();
    [[nodiscard]] std::expected<std::optional<QList<User>>, QString> readOn();
    bool report(const std::expected<void, QString>& done);

    QString m_folder;
    std::shared_ptr<const Clock> m_clock;
    HashCost m_cost;
    std::unique_ptr<UserStore> m_store;
    QTimer m_again;
};

} // namespace tridesk
