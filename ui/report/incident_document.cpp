// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/incident_document.h"

#include "ui/panes/incident/entry_words.h"
#include "ui/report/report_words.h"
#include "ui/text/footage_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

class IncidentWriter {
    Q_DECLARE_TR_FUNCTIONS(tridesk::IncidentDocument)

public:
    IncidentWriter(const IncidentReport& report, const ReportMaking& making)
        : m_report(report)
        , m_situation(report.situation)
        , m_document(tr("Incident %1").arg(incidentNumberText(report.incident.number)),
                     footWords(report.record, making)) {}

    ReportDocument write(const QImage& map) {
        head();
        m_document.picture(map);
        orders();
        plan();
        messages();
        seen();
        footage();
        timeline();
        return m_document;
    }

private:
    void head() {
        const Incident& i = m_report.incident;
        QStringList flags;
        for (const IncidentFlag flag : {IncidentFlag::Major, IncidentFlag::Watch, IncidentFlag::Pinned,
                                        IncidentFlag::Sensitive, IncidentFlag::ConfidentialCaller})
            if (i.has(flag))
                flags << text::name(flag);
        const bool isClosed = !i.isOpen();
        const Incident* into = m_situation.incidents().find(i.mergedInto);
        m_document.facts(
            {{tr("Type"),
              i.details.type.isNull() ? tr("none") : text::typePath(m_situation.catalogue(), i.details.type)},
             {tr("Level"), text::name(i.details.level)},
             {tr("Place"), text::place(i.details.place)},
             {tr("Area"), i.post.isNull() ? QString() : text::postName(m_situation, i.post)},
             {tr("Reported"), text::dateTime(i.reportedAt)},
             {tr("Stage"),
              isClosed ? tr("%1, %2", "closed, when").arg(text::name(i.stage), text::dateTime(i.stageSince))
                       : text::name(i.stage)},
             {tr("Outcome"), i.disposition.isNull()
                                 ? QString()
                                 : text::dispositionName(m_situation.catalogue(), i.disposition)},
             {tr("Merged into"), into ? incidentNumberText(into->number) : QString()},
             {tr("Marks"), flags.join(u" · "_s)},
             {tr("Tags"), i.tags.join(u" · "_s)},
             {tr("Safety"), i.details.hazards.any() ? text::hazards(i.details.hazards) : QString()},
             {tr("What was said"), i.details.text},
             {tr("Callers"), callers()}});
        for (const QString& trouble : text::recordTroubles(m_report.record))
            m_document.warning(trouble);
    }

    QString callers() const {
        QStringList all;
        for (const Caller& caller : m_report.incident.details.callers)
            all << (caller.name + u' ' + caller.phone).trimmed();
        if (!all.isEmpty())
            return all.join(u"; "_s);
        return m_report.callers > 0 ? tr("%n, not named here", nullptr, int(m_report.callers)) : QString();
    }

    QString who(const QString& seat, const QString& user) const {
        const QString place = text::seatName(m_situation, seat);
        return user.isEmpty() ? place : tr("%1, %2", "seat, user").arg(place, user);
    }

    static QString clock(const std::optional<Instant>& at) { return at ? text::clock(*at) : u"–"_s; }

    void orders() {
        if (m_report.orders.isEmpty())
            return;
        m_document.heading(tr("Orders"));
        QList<QStringList> hops;
        QList<QStringList> kept;
        for (const Order& order : m_report.orders) {
            const QString to = text::addressee(m_situation, order.to);
            hops.append({to, order.role == OrderRole::Primary ? tr("primary") : tr("backup"),
                         clock(order.reached(OrderStage::Issued)),
                         clock(order.reached(OrderStage::Delivered)), clock(order.reached(OrderStage::Shown)),
                         clock(order.reached(OrderStage::Signed)), clock(order.reached(OrderStage::UnderWay)),
                         clock(order.reached(OrderStage::Arrived)),
                         clock(order.reached(OrderStage::Reported)), text::name(order.stage)});
            kept.append({to, text::seatName(m_situation, order.issuedBy),
                         text::name(outcomeOf(order, DeadlineKind::Sign)),
                         text::name(outcomeOf(order, DeadlineKind::Arrive)),
                         text::name(outcomeOf(order, DeadlineKind::Report)), QString::number(order.chases),
                         order.text, order.report});
        }
        m_document.table({tr("To"), tr("As"), text::name(OrderStage::Issued),
                          text::name(OrderStage::Delivered), text::name(OrderStage::Shown),
                          text::name(OrderStage::Signed), text::name(OrderStage::UnderWay),
                          text::name(OrderStage::Arrived), text::name(OrderStage::Reported), tr("Stands at")},
                         hops);
        m_document.section(tr("Deadlines and words"));
        m_document.table({tr("To"), tr("Given by"), text::name(DeadlineKind::Sign),
                          text::name(DeadlineKind::Arrive), text::name(DeadlineKind::Report), tr("Chased"),
                          tr("Words of the order"), tr("Words of the report")},
                         kept);
    }

    void plan() {
        const Checklist* list = m_situation.checklist(m_report.incident.id);
        if (!list || list->plan.code.isNull())
            return;
        m_document.heading(tr("Plan: %1").arg(text::name(list->plan.name)));
        QList<QStringList> rows;
        for (const PlanStep& step : list->plan.steps) {
            const auto tick = list->ticks.constFind(step.code);
            const bool isDone = tick != list->ticks.cend();
            rows.append({text::name(step.name), isDone ? text::clock(tick->at) : tr("not done"),
                         isDone ? text::seatName(m_situation, tick->by) : QString(),
                         list->missed.contains(step.code) ? tr("late") : QString()});
        }
        m_document.table({tr("Step"), tr("Done"), tr("By"), QString()}, rows);
    }

    void messages() {
        if (m_report.messages.isEmpty())
            return;
        m_document.heading(tr("Messages"));
        QList<QStringList> rows;
        for (const Message& message : m_report.messages) {
            QStringList to;
            for (const Addressee& each : message.to)
                to << text::addressee(m_situation, each);
            qsizetype read = 0;
            for (const MessageStage stage : message.stages)
                read += stage >= MessageStage::Shown;
            rows.append({text::clock(message.sentAt), text::seatName(m_situation, message.from),
                         to.join(u", "_s), message.text,
                         tr("%1 of %2", "seats that read it, that received it")
                             .arg(read)
                             .arg(message.stages.size())});
        }
        m_document.table({tr("Time"), tr("From"), tr("To"), tr("Words"), tr("Read by")}, rows);
    }

    void seen() {
        m_document.heading(tr("Who saw what"));
        QList<QStringList> rows;
        for (const ReportedSighting& each : m_report.sightings)
            rows.append({text::dateTime(each.at), who(each.seat, each.user),
                         tr("that the incident was there"), QString()});
        for (const ReportedLook& each : m_report.looks)
            rows.append({text::dateTime(each.at), who(each.seat, each.user), looked(each.kind), each.reason});
        for (const ReportedView& each : m_report.views) {
            const QString feed = each.unit
                                     ? tr("video %1, carried by %2")
                                           .arg(each.feed.toString(), text::callsign(m_situation, *each.unit))
                                     : tr("video %1").arg(each.feed.toString());
            rows.append({text::dateTime(each.began), who(each.seat, each.user),
                         each.ended ? tr("%1, until %2").arg(feed, text::clock(*each.ended)) : feed,
                         each.reason});
        }
        std::ranges::stable_sort(rows, {}, [](const QStringList& row) { return row.first(); });
        if (rows.isEmpty())
            return m_document.paragraph(tr("Nothing is on record."));
        m_document.table({tr("Time"), tr("Who"), tr("What"), tr("Reason")}, rows);
    }

    static QString looked(LookKind kind) {
        switch (kind) {
        case LookKind::SensitiveIncident:
            return tr("its words, which are sensitive");
        case LookKind::AddressHistory:
            return tr("what was at its place before");
        case LookKind::CallerHistory:
            return tr("what its caller reported before");
        }
        return {};
    }

    void footage() {
        if (m_report.footage.isEmpty())
            return;
        m_document.heading(tr("Kept video"));
        QList<QStringList> rows;
        for (const Footage& each : m_report.footage)
            rows.append({text::dateTime(each.from), text::name(each.kind), each.feed.toString(),
                         each.removed ? tr("%1 (deleted since)").arg(each.words) : each.words,
                         each.sha256.isEmpty() ? u"–"_s : QString::fromLatin1(each.sha256.toHex(' '))});
        m_document.table({tr("From"), tr("Kind"), tr("Feed"), tr("Words"), tr("SHA-256 of the file")}, rows);
    }

    void timeline() {
        m_document.heading(tr("Timeline"));
        QList<QStringList> rows;
        for (const Entry& entry : m_report.timeline) {
            const bool isLater = entry.recordedAt - entry.fact.happenedAt >= std::chrono::seconds(1);
            rows.append({QString::number(entry.seq), text::dateTime(entry.fact.happenedAt),
                         isLater ? text::clock(entry.recordedAt) : QString(),
                         who(entry.fact.seat, entry.fact.user), entryWords(entry, m_situation)});
        }
        m_document.table({tr("Entry"), tr("Happened"), tr("Received, where later"), tr("Who"), tr("What")},
                         rows);
        if (m_report.isCut)
            m_document.paragraph(tr("There are more entries than a report holds: the first stand here."));
    }

    const IncidentReport& m_report;
    const Situation& m_situation;
    ReportDocument m_document;
};

} // namespace

ReportDocument incidentDocument(const IncidentReport& report, const QImage& map, const ReportMaking& making) {
    return IncidentWriter(report, making).write(map);
}

} // namespace tridesk
