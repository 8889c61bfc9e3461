// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/journal/journal_watch.h"
#include "app/journal/postgres_connection.h"

#include <QTimer>

#include <optional>

class QSocketNotifier;

namespace tridesk {

/// What a server rings with LISTEN and NOTIFY, as the text that stands where a file's bell would.
struct PostgresBell {
    enum class Channel { Journal, Fixes };

    PostgresAddress address;
    Channel channel = Channel::Journal;

    [[nodiscard]] static std::optional<PostgresBell> parse(const QString& text);
    [[nodiscard]] QString toString() const;
};

/// Of a store on a server: a line of its own that listens. The server forgets no notice while that line
/// stands; that it still stands is asked every two seconds. Lost, it is made again at once, then after
/// growing pauses, and rings once it stands.
class PostgresWatch final : public JournalWatch {
    Q_OBJECT

public:
    explicit PostgresWatch(PostgresBell bell, QObject* parent = nullptr);
    ~PostgresWatch() override;

private:
    void listen();
    void hear();
    void look();
    void lose(const JournalFault& fault);

    PostgresBell m_bell;
    std::unique_ptr<PostgresConnection> m_connection;
    std::unique_ptr<QSocketNotifier> m_notifier;
    QTimer m_look;
    QTimer m_again;
    std::chrono::milliseconds m_pause{0};
    int m_unanswered = 0; ///< looks since the server was asked
    bool m_isAway = false;
};

} // namespace tridesk
