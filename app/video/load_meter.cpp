// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/video/load_meter.h"

#include <QFile>

#include <unistd.h>

#include <ctime>

using namespace Qt::StringLiterals;

namespace tridesk {

std::optional<LoadMeter::Count> LoadMeter::read() {
    QFile file(u"/proc/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // "cpu  user nice system idle iowait irq softirq steal …"
    const QList<QByteArray> words = file.readLine(1024).simplified().split(' ');
    constexpr int fields = 8;
    if (words.size() <= fields || words.constFirst() != "cpu")
        return {};
    Count count;
    for (int i = 1; i <= fields; ++i) {
        const qint64 ticks = words[i].toLongLong();
        count.all += ticks;
        if (i != 4 && i != 5)
            count.busy += ticks;
    }
    timespec own{};
    if (clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &own) != 0)
        return {};
    const qint64 ticksPerSecond = sysconf(_SC_CLK_TCK);
    count.ours = own.tv_sec * ticksPerSecond + own.tv_nsec * ticksPerSecond / 1'000'000'000;
    return count;
}

std::optional<DecoderBudget::Load> LoadMeter::measure() {
    constexpr qint64 leastTicks = 20;
    const auto now = read();
    if (!now || !m_before) {
        m_before = now;
        return {};
    }
    const qint64 all = now->all - m_before->all;
    if (all < leastTicks)
        return {};
    const DecoderBudget::Load load{.machine = double(now->busy - m_before->busy) / double(all),
                                   .ours = double(now->ours - m_before->ours) / double(all)};
    m_before = now;
    return load;
}

} // namespace tridesk
