// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/checks.h"
#include "app/domain/decisions.h"

namespace tridesk::decisions {

using namespace Qt::StringLiterals;

namespace {

/// A span has both ends, in their order. A year of a bureau's work is what one report can hold.
Result<void> checkSpan(const ReportRecord& report) {
    constexpr Milliseconds longest = std::chrono::days(366);
    if (!report.from)
        return refuse(RefusalCode::Missing, u"from"_s);
    if (!report.to)
        return refuse(RefusalCode::Missing, u"to"_s);
    if (*report.to <= *report.from)
        return refuse(RefusalCode::Invalid, u"to"_s, toIso(*report.to), u"after "_s + toIso(*report.from));
    if (*report.to - *report.from > longest)
        return refuse(RefusalCode::Invalid, u"to"_s, toIso(*report.to), u"within 366 days"_s);
    return {};
}

Result<void> checkNarrowing(const Situation& situation, const ReportRecord& report) {
    if (!report.post.isNull() && !situation.posts().find(report.post))
        return refuse(RefusalCode::UnknownPost, u"post"_s, report.post.toString());
    if (!report.unit.isNull() && !situation.units().find(report.unit))
        return refuse(RefusalCode::UnknownUnit, u"unit"_s, report.unit.toString());
    return {};
}

} // namespace

Decision decide(const Asking& asking, const MakeReport& command) {
    const ReportRecord& report = command.report;
    const auto checked = checks::all(
        [&] {
            return report.incident
                       ? checks::incident(asking.situation, *report.incident).transform([](const auto&) {})
                       : checkSpan(report);
        },
        [&] { return checkNarrowing(asking.situation, report); });
    if (!checked)
        return std::unexpected(checked.error());
    return QList<Fact>{ReportMade{report}};
}

} // namespace tridesk::decisions
