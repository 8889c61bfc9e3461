// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/drop_preview.h"

#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/text/recommendation.h"

namespace tridesk {

namespace {

constexpr qsizetype mostTold = 6;

/// Of one unit, below its verdict; empty while it is not known.
QString costOf(const PaneContext& context, const Advice* advice, const UnitId& unit) {
    const auto appraisal = advice ? appraise(advice->question, unit) : std::nullopt;
    return appraisal ? text::preview(*appraisal, context.desk.situation()) : QString();
}

} // namespace

DropPreview dropPreview(const PaneContext& context, const IncidentId& incident, const QList<UnitId>& units) {
    DropPreview preview;
    if (context.advisor)
        context.advisor->want(incident);
    const Advice* advice = context.advisor ? context.advisor->advice(incident) : nullptr;
    QList<UnitVerdict> rest;
    QStringList lines;
    for (const UnitId& unit : units) {
        const UnitVerdict found = verdict(context.desk, incident, unit);
        preview.accept = preview.accept || found.isFree() || found.isBusy();
        if (lines.size() >= mostTold) {
            rest << found;
            continue;
        }
        const QString cost = costOf(context, advice, unit);
        const QString said = verdictText(found, context.desk.situation());
        lines << (cost.isEmpty() ? said : said + u'\n' + cost);
    }
    if (!rest.isEmpty())
        lines << verdictText(rest, context.desk.situation(), 0);
    preview.text = lines.join(u'\n');
    return preview;
}

} // namespace tridesk
