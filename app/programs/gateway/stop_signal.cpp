// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/programs/gateway/stop_signal.h"

#include <QSocketNotifier>

#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace tridesk {

StopSignal::StopSignal(QObject* parent)
    : QObject(parent) {
    // Blocked before any thread is started, so that every thread inherits it and only the descriptor tells.
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    m_read = signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
    auto* notifier = new QSocketNotifier(m_read, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info;
        while (::read(m_read, &info, sizeof info) == sizeof info)
            Q_EMIT stopped();
    });
}

StopSignal::~StopSignal() {
    ::close(m_read);
}

} // namespace tridesk
