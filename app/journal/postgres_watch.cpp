// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/journal/postgres_watch.h"

#include <QSocketNotifier>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds lookEvery(2'000), firstPause(250), longestPause(10'000);
constexpr int mostUnanswered = 3;
constexpr milliseconds lockWait(1'000); // it takes no locks

constexpr auto journalWord = "journal@"_L1, fixesWord = "fixes@"_L1;

} // namespace

std::optional<PostgresBell> PostgresBell::parse(const QString& text) {
    for (const auto& [word, channel] :
         {std::pair(journalWord, Channel::Journal), std::pair(fixesWord, Channel::Fixes)}) {
        if (!text.startsWith(word))
            continue;
        const auto address = PostgresAddress::parse(text.sliced(word.size()));
        return address ? std::optional(PostgresBell{*address, channel}) : std::nullopt;
    }
    return std::nullopt;
}

QString PostgresBell::toString() const {
    return (channel == Channel::Journal ? journalWord : fixesWord) + address.text();
}

PostgresWatch::PostgresWatch(PostgresBell bell, QObject* parent)
    : JournalWatch(parent)
    , m_bell(std::move(bell))
    , m_look(this)
    , m_again(this) {
    m_again.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &PostgresWatch::look);
    connect(&m_again, &QTimer::timeout, this, &PostgresWatch::listen);
    listen();
}

PostgresWatch::~PostgresWatch() {
    m_notifier.reset(); // before the line whose socket it watches
}

void PostgresWatch::listen() {
    auto connection = PostgresConnection::open(m_bell.address, lockWait);
    if (!connection)
        return lose(connection.error());
    const char* const listen =
        m_bell.channel == PostgresBell::Channel::Journal ? "LISTEN tridesk_journal" : "LISTEN tridesk_fixes";
    if (const auto heard = (*connection)->run(listen); !heard)
        return lose(heard.error());
    m_connection = std::move(*connection);
    m_notifier = std::make_unique<QSocketNotifier>(m_connection->socket(), QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &PostgresWatch::hear);
    m_pause = milliseconds(0);
    m_unanswered = 0;
    m_look.start(lookEvery);
    if (std::exchange(m_isAway, false)) {
        Q_EMIT away({});
        Q_EMIT rang(); // what came meanwhile
    }
}

void PostgresWatch::hear() {
    if (!m_connection)
        return;
    const auto heard = m_connection->takeNotices();
    if (!heard)
        return lose(heard.error());
    if (*heard)
        Q_EMIT rang();
}

void PostgresWatch::look() {
    if (!m_connection)
        return;
    if (m_connection->isNudged()) {
        if (++m_unanswered >= mostUnanswered)
            lose(m_connection->fault(JournalFault::Code::Io, u"listen: no answer in time"_s));
        return;
    }
    m_unanswered = 0;
    if (!m_connection->nudge("SELECT 1"))
        lose(m_connection->fault(JournalFault::Code::Io, u"listen: the line is lost"_s));
}

void PostgresWatch::lose(const JournalFault& fault) {
    if (m_notifier) {
        m_notifier->setEnabled(false);
        m_notifier.release()->deleteLater(); // it may be what called
    }
    m_connection.reset();
    m_look.stop();
    m_again.start(m_pause);
    m_pause = std::clamp(m_pause * 2, firstPause, longestPause);
    if (!std::exchange(m_isAway, true))
        Q_EMIT away(fault.toString());
}

} // namespace tridesk
