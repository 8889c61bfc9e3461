// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <cstdio>

/// How a bench program prints what it measured; architecture.md, "Speed and size to hold".
namespace tridesk::bench {

enum class Hold { AtLeast, AtMost };

/// Prints one line: `id value unit bound ok|short beside`, tab-separated. `beside` names a peer or the raw
/// limit, measured in the same run.
inline void printFigure(const char* id, double value, const char* unit, Hold hold, double bound,
                        const QByteArray& beside = {}) {
    const bool holds = hold == Hold::AtLeast ? value >= bound : value <= bound;
    std::printf("%s\t%.4g\t%s\t%s%g\t%s\t%s\n", id, value, unit, hold == Hold::AtLeast ? "≥" : "≤", bound,
                holds ? "ok" : "short", beside.constData());
    std::fflush(stdout);
}

/// Which figures were asked for: the program's one argument is a regular expression over ids; without it,
/// all.
class Filter {
public:
    Filter(int argc, char** argv)
        : m_ids(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QString()) {}
    [[nodiscard]] bool wants(const char* id) const { return m_ids.match(QString::fromLatin1(id)).hasMatch(); }

private:
    QRegularExpression m_ids;
};

/// The smallest sample that at least `share` (0…1) of all samples do not exceed; 0 without samples.
template <class T>
[[nodiscard]] T percentile(QList<T> samples, double share) {
    if (samples.isEmpty())
        return {};
    const auto index = std::min<qsizetype>(qsizetype(double(samples.size()) * share), samples.size() - 1);
    std::nth_element(samples.begin(), samples.begin() + index, samples.end());
    return samples[index];
}

} // namespace tridesk::bench
