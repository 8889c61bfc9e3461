// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/metrics.h"

#include <QDir>
#include <QFile>

#include <sys/resource.h>
#include <unistd.h>

#include <cmath>
#include <ctime>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

QByteArray number(double value) {
    const bool isWhole = std::abs(value) < 1e15 && value == std::floor(value);
    return isWhole ? QByteArray::number(qint64(value)) : QByteArray::number(value, 'g', 12);
}

double residentBytes() {
    QFile file(u"/proc/self/statm"_s);
    const QByteArrayList fields =
        file.open(QIODevice::ReadOnly) ? file.read(256).split(' ') : QByteArrayList();
    return fields.value(1).toDouble() * double(::sysconf(_SC_PAGESIZE));
}

double processorSeconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const timeval& time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

} // namespace

QByteArray prometheusText(const QList<Metric>& metrics) {
    QByteArray text;
    QByteArray last;
    for (const Metric& metric : metrics) {
        if (metric.name != last) {
            text += "# HELP " + metric.name + ' ' + metric.help + "\n# TYPE " + metric.name +
                    (metric.kind == Metric::Kind::Counter ? " counter\n" : " gauge\n");
            last = metric.name;
        }
        text += metric.name + (metric.labels.isEmpty() ? QByteArray() : '{' + metric.labels + '}') + ' ' +
                number(metric.value) + '\n';
    }
    return text;
}

QList<Metric> processMetrics() {
    const qsizetype files =
        QDir(u"/proc/self/fd"_s).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size();
    return {{"process_resident_memory_bytes", "Memory in use.", Metric::Kind::Gauge, residentBytes()},
            {"process_cpu_seconds_total", "Processor time used.", Metric::Kind::Counter, processorSeconds()},
            {"process_open_fds", "Open files and connections.", Metric::Kind::Gauge, double(files)}};
}

} // namespace tridesk
