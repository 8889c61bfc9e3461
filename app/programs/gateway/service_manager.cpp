// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/service_manager.h"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstring>

namespace tridesk {

ServiceManager::ServiceManager(QObject* parent)
    : QObject(parent)
    , m_socket(qgetenv("NOTIFY_SOCKET")) {
    qunsetenv("NOTIFY_SOCKET"); // for this process, and none that it may start
    if (m_socket.size() >= qsizetype(sizeof(sockaddr_un::sun_path)))
        m_socket.clear();
    connect(&m_watchdog, &QTimer::timeout, this, [this] { tell("WATCHDOG=1"); });
    const qint64 every = qgetenv("WATCHDOG_USEC").toLongLong() / 2000; // ms; twice as often as it must
    if (!m_socket.isEmpty() && every > 0)
        m_watchdog.start(std::chrono::milliseconds(every));
}

void ServiceManager::tellReady() {
    tell("READY=1");
}

void ServiceManager::tellStatus(const QString& line) {
    tell("STATUS=" + line.toUtf8().replace('\n', ' '));
}

void ServiceManager::tellStopping() {
    tell("STOPPING=1");
}

void ServiceManager::tell(const QByteArray& words) const {
    if (m_socket.isEmpty())
        return;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, m_socket.constData(), size_t(m_socket.size()));
    if (address.sun_path[0] == '@')
        address.sun_path[0] = '\0'; // a name that is no file
    const int line = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (line < 0)
        return;
    ::sendto(line, words.constData(), size_t(words.size()), MSG_NOSIGNAL,
             reinterpret_cast<const sockaddr*>(&address),
             socklen_t(offsetof(sockaddr_un, sun_path) + size_t(m_socket.size())));
    ::close(line);
}

} // namespace tridesk
