// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace tridesk {

/// A figure for a monitoring system. What goes out says how much and how many; never who, where or what.
struct Metric {
    enum class Kind { Counter, Gauge };

    QByteArray name; ///< of Prometheus: letters, digits and '_'; a counter's ends in "_total"
    QByteArray help; ///< one line
    Kind kind = Kind::Gauge;
    double value = 0;
    QByteArray labels = {}; ///< without braces: version="0.1.0"
};

/// Prometheus' text format, 0.0.4; figures of one name stand together, as they come.
[[nodiscard]] QByteArray prometheusText(const QList<Metric>& metrics);
inline constexpr auto prometheusType = "text/plain; version=0.0.4; charset=utf-8";

/// Of this process: memory, processor time, open files, when it began. Reads /proc.
[[nodiscard]] QList<Metric> processMetrics();

} // namespace tridesk
