// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/incident_report.h"

#include "app/access/watching.h"
#include "app/domain/codec.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// Callers stand in a payload by their own field (app/domain/value_fields.h).
void dropCallers(Entry& entry) {
    QJsonObject payload = QJsonDocument::fromJson(entry.fact.payload).object();
    if (!payload.contains("callers"_L1))
        return;
    payload.remove("callers"_L1);
    entry.fact.payload = QJsonDocument(payload).toJson(QJsonDocument::Compact);
}

void takeViews(IncidentReport& report) {
    QHash<ViewId, qsizetype> open;
    for (const Entry& entry : std::as_const(report.timeline)) {
        const auto fact = decode(entry.fact);
        if (!fact)
            continue;
        if (const auto* began = std::get_if<ViewBegan>(&*fact)) {
            open.insert(began->view, report.views.size());
            report.views.append({.feed = began->feed,
                                 .unit = began->unit,
                                 .seat = entry.fact.seat,
                                 .user = entry.fact.user,
                                 .reason = began->reason,
                                 .began = entry.fact.happenedAt});
        } else if (const auto* ended = std::get_if<ViewEnded>(&*fact)) {
            if (const auto at = open.constFind(ended->view); at != open.cend())
                report.views[*at].ended = entry.fact.happenedAt;
        }
    }
}

/// Each seat's first, of the entry by which the incident came in.
QList<ReportedSighting> sightingsOf(const QList<Receipt>& receipts) {
    QHash<QString, ReportedSighting> first;
    for (const Receipt& receipt : receipts) {
        const auto known = first.constFind(receipt.seat);
        if (known == first.cend() || receipt.at < known->at)
            first.insert(receipt.seat, {receipt.seat, receipt.user, receipt.at});
    }
    QList<ReportedSighting> all = first.values();
    std::ranges::sort(all, {}, [](const ReportedSighting& each) { return std::pair(each.at, each.seat); });
    return all;
}

void dropNames(IncidentReport& report) {
    for (Entry& entry : report.timeline)
        entry.fact.user.clear();
    for (ReportedView& view : report.views)
        view.user.clear();
    for (ReportedLook& look : report.looks)
        look.user.clear();
    for (ReportedSighting& sighting : report.sightings)
        sighting.user.clear();
    for (Footage& footage : report.footage)
        footage.by.clear();
}

void takeOfSituation(IncidentReport& report, const IncidentQuestion& question) {
    const Situation& situation = question.situation;
    for (const OrderId& id : std::as_const(report.incident.orders))
        if (const Order* order = situation.orders().find(id))
            report.orders.append(*order);
    for (const Message& message : situation.messages())
        if (message.incident == question.incident && mayRead(situation, question.eyes, message, question.now))
            report.messages.append(message);
    std::ranges::sort(report.messages, {}, &Message::sentAt);
    for (const Footage& footage : situation.footage())
        if (footage.incident == question.incident && mayShow(situation, question.eyes, footage, question.now))
            report.footage.append(footage);
    std::ranges::sort(report.footage, {}, &Footage::from);
}

std::expected<void, JournalFault> takeOfJournal(IncidentReport& report, Journal& journal) {
    const auto entries =
        journal.ofStream(u"incident/"_s + report.incident.id.toString(), IncidentReport::mostEntries + 1);
    if (!entries)
        return std::unexpected(entries.error());
    report.timeline = *entries;
    report.isCut = report.timeline.size() > IncidentReport::mostEntries;
    report.timeline.resize(std::min<qsizetype>(report.timeline.size(), IncidentReport::mostEntries));
    if (report.timeline.isEmpty())
        return {};
    const qint64 first = report.timeline.constFirst().seq;
    const auto receipts =
        journal.receipts({.seat = {}, .stage = ReceiptStage::Shown, .fromSeq = first, .toSeq = first});
    if (!receipts)
        return std::unexpected(receipts.error());
    report.sightings = sightingsOf(*receipts);
    return {};
}

/// Whether a look was at this incident, or at what was before at its place or of its callers.
bool isOf(const Incident& incident, const LookRecorded& look, Instant at) {
    switch (look.kind) {
    case LookKind::SensitiveIncident:
        return look.subject == incidentNumberText(incident.number);
    case LookKind::AddressHistory:
        return at >= incident.reportedAt && !incident.details.place.address.isEmpty() &&
               look.subject == incident.details.place.address;
    case LookKind::CallerHistory:
        return at >= incident.reportedAt &&
               std::ranges::any_of(incident.details.callers, [&](const Caller& caller) {
                   return !caller.phone.isEmpty() && look.subject.split(u", "_s).contains(caller.phone);
               });
    }
    return false;
}

/// Looks at it, and the state of the record.
std::expected<bool, JournalFault> takeOfRecord(IncidentReport& report, const Incident& incident,
                                               Journal& journal, const FactReel* reel,
                                               const RecordProgress& progress) {
    bool stopped = false;
    const auto walked = walkRecord(
        journal, reel,
        [&](const FoldedEntry& each) {
            report.record.take(each.entry, each.fact.has_value());
            const auto* look = each.fact ? std::get_if<LookRecorded>(&*each.fact) : nullptr;
            if (look && isOf(incident, *look, each.entry.fact.happenedAt))
                report.looks.append({.kind = look->kind,
                                     .seat = each.entry.fact.seat,
                                     .user = each.entry.fact.user,
                                     .reason = look->reason,
                                     .at = each.entry.fact.happenedAt});
        },
        [&](qint64 done, qint64 of) {
            stopped = progress && !progress(done, of);
            return !stopped;
        });
    if (!walked)
        return std::unexpected(walked.error());
    return !stopped;
}

} // namespace

std::expected<IncidentReport, NoReportReason> incidentReport(const IncidentQuestion& question,
                                                             Journal& journal, const FactReel* reel,
                                                             const RecordProgress& progress) {
    const Incident* incident = question.situation.incidents().find(question.incident);
    const Sight sight =
        incident ? sightOf(question.situation, question.eyes, *incident, question.now) : Sight::Nothing;
    if (sight == Sight::Nothing)
        return std::unexpected(NoReportReason{NoReport::Unknown});
    if (sight != Sight::Whole)
        return std::unexpected(NoReportReason{NoReport::Unopened});
    IncidentReport report{.situation = question.situation,
                          .incident = redacted(question.situation, question.eyes, *incident, question.now),
                          .callers = incident->details.callers.size(),
                          .named = question.named};
    takeOfSituation(report, question);
    if (const auto taken = takeOfJournal(report, journal); !taken)
        return std::unexpected(NoReportReason{NoReport::Storage, taken.error().toString()});
    takeViews(report);
    const auto read = takeOfRecord(report, *incident, journal, reel, progress);
    if (!read)
        return std::unexpected(NoReportReason{NoReport::Storage, read.error().toString()});
    if (!*read)
        return std::unexpected(NoReportReason{NoReport::Stopped});
    if (!question.named || !knowsCallers(question.eyes, *incident)) {
        report.incident.details.callers.clear();
        std::ranges::for_each(report.timeline, dropCallers);
    }
    if (!question.named)
        dropNames(report);
    return report;
}

DeadlineOutcome outcomeOf(const Order& order, DeadlineKind kind) {
    const auto reached = [&](OrderStage stage) {
        return order.reached(stage) ? DeadlineOutcome::Kept : DeadlineOutcome::Open;
    };
    if (order.missed(kind))
        return DeadlineOutcome::Missed;
    switch (kind) {
    case DeadlineKind::Dispatch:
        return DeadlineOutcome::Kept;
    case DeadlineKind::Sign:
        return reached(OrderStage::Signed);
    case DeadlineKind::Arrive:
        return reached(OrderStage::Arrived);
    case DeadlineKind::Report:
        return reached(OrderStage::Reported);
    }
    return DeadlineOutcome::Open;
}

} // namespace tridesk
