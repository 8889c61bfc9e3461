// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/access/token_store.h"
#include "app/desk/worker_thread.h"

#include <QObject>

namespace tridesk {

class TokenReader;

/// The tokens of a data folder in memory, for the thread that answers requests: that is a window's thread
/// where the console listens, and may wait for no file. A thread of its own opens access.db and looks twice a
/// second whether it has changed, so that what another process adds or revokes is known here within a second.
class TokenWatch : public QObject {
    Q_OBJECT

public:
    explicit TokenWatch(const QString& dataFolder, QObject* parent = nullptr);
    ~TokenWatch() override;

    void start();
    /// Whether the file has been read; until then nobody has a token.
    [[nodiscard]] bool isReady() const { return m_isReady; }
    [[nodiscard]] std::optional<Grant> find(const QByteArray& token) const { return m_tokens.find(token); }

Q_SIGNALS:
    /// The file has been read, again after a change.
    void read();
    /// It cannot be read now; one line. What was read before goes on to hold, and it is tried again.
    void trouble(const QString& why);

private:
    TokenReader* m_reader; ///< the thread's
    WorkerThread m_thread;
    TokenList m_tokens;
    bool m_isReady = false;
};

} // namespace tridesk
