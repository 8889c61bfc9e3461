// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/token_store.h"

#include <QObject>
#include <QTimer>

namespace tridesk {

/// The token watch's other half, on the thread of the file.
class TokenReader : public QObject {
    Q_OBJECT

public:
    explicit TokenReader(QString dataFolder);

    void look(); ///< now, and from then on twice a second

Q_SIGNALS:
    void changed(const tridesk::TokenList& tokens);
    void trouble(const QString& why);

private:
    [[nodiscard]] std::expected<std::optional<TokenList>, QString> readOn();

    QString m_folder;
    std::unique_ptr<TokenStore> m_store;
    QTimer m_again;
};

} // namespace tridesk
