// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/drop_preview.h"

#include "ui/panes/common/advisor.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/text/names.h"
#include "ui/text/recommendation.h"
#include "ui/text/refusals.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype mostTold = 6;

struct DropPreviewWords {
    Q_DECLARE_TR_FUNCTIONS(tridesk::DropPreview)
};

/// Of one unit, below its verdict; empty while it is not known.
QString costOf(const PaneContext& context, const Advice* advice, const UnitId& unit) {
    const auto appraisal = advice ? appraise(advice->question, unit) : std::nullopt;
    return appraisal ? text::preview(*appraisal, context.desk.situation()) : QString();
}

} // namespace

DropPreview referPreview(const PaneContext& context, const IncidentId& id, const PostId& post) {
    const Situation& situation = context.desk.situation();
    const Incident* incident = situation.incidents().find(id);
    const QString name = text::postName(situation, post);
    if (const auto may =
            context.desk.may(IssueOrder{.incident = id, .to = post, .text = {}, .overrideReason = {}});
        !may)
        return {false, u"✕ %1: %2"_s.arg(name, refusalText(may.error(), situation))};
    QStringList lines{DropPreviewWords::tr("✓ refer to %1").arg(name)};
    if (incident && !incident->post.isNull() && incident->post != post)
        lines << DropPreviewWords::tr("the place is in the area of %1")
                     .arg(text::postName(situation, incident->post));
    int free = 0;
    int crewed = 0;
    for (const Unit& unit : situation.units())
        if (unit.definition.post == post && unit.status != UnitStatus::Off) {
            ++crewed;
            free += isAvailable(unit.status);
        }
    lines << DropPreviewWords::tr("%1 of %2 units free there").arg(free).arg(crewed);
    return {true, lines.join(u'\n')};
}

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
        QString said = verdictText(found, context.desk.situation());
        if (found.isBusy() && units.size() == 1 && mayStack(context.desk, incident, unit))
            said += u'\n' + DropPreviewWords::tr("or it can wait for %1").arg(found.callsign);
        lines << (cost.isEmpty() ? said : said + u'\n' + cost);
    }
    if (!rest.isEmpty())
        lines << verdictText(rest, context.desk.situation(), 0);
    preview.text = lines.join(u'\n');
    return preview;
}

} // namespace tridesk
