// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_jobs.h"

#include "app/desk/fact_reel.h"
#include "app/journal/fix_store.h"
#include "app/report/statistics_collector.h"

#include <QtConcurrentRun>

namespace tridesk {

namespace {

constexpr int wholeProgress = 1'000;

template <class T>
using Answer = std::expected<T, NoReportReason>;

NoReportReason storage(const QString& detail) {
    return {NoReport::Storage, detail};
}

/// A journal opened for one job, and the reel beside it, where it can be had.
struct OpenRecord {
    std::unique_ptr<Journal> journal;
    std::unique_ptr<FactReel> reel;
};

std::expected<OpenRecord, NoReportReason> openRecord(const ReplayGround& record,
                                                     const RecordProgress& progress) {
    auto journal = record.journal();
    if (!journal)
        return std::unexpected(storage(journal.error()));
    OpenRecord open{.journal = std::move(*journal), .reel = nullptr};
    if (auto reel = FactReel::open(record.reel, *open.journal)) {
        // Where it cannot grow the journal itself is read.
        if ((*reel)->follow(*open.journal, [&](qint64 done, qint64 of) { return progress(done / 2, of); }))
            open.reel = std::move(*reel);
    }
    return open;
}

template <class T>
RecordProgress progressOf(QPromise<Answer<T>>& promise) {
    promise.setProgressRange(0, wholeProgress);
    return [&promise](qint64 done, qint64 of) {
        promise.setProgressValue(of > 0 ? int(done * wholeProgress / of) : wholeProgress);
        return !promise.isCanceled();
    };
}

} // namespace

ReportFuture<SpanReport> readSpan(const ReplayGround& record, const SpanQuestion& question) {
    return QtConcurrent::run([record, question](QPromise<Answer<SpanReport>>& promise) {
        const RecordProgress progress = progressOf(promise);
        const auto open = openRecord(record, progress);
        if (!open) {
            promise.addResult(std::unexpected(open.error()));
            return;
        }
        StatisticsCollector collector(question.query);
        const auto walked = walkRecord(
            *open->journal, open->reel.get(),
            [&](const FoldedEntry& each) { collector.take(each.entry, each.fact ? &*each.fact : nullptr); },
            progress);
        if (promise.isCanceled())
            return;
        if (!walked) {
            promise.addResult(std::unexpected(storage(walked.error().toString())));
            return;
        }
        promise.addResult(SpanReport{.statistics = collector.finish(),
                                     .list = spanList(question.situation, question.eyes, question.query,
                                                      question.named, question.now)});
    });
}

ReportFuture<IncidentReport> readIncident(const ReplayGround& record, const IncidentQuestion& question) {
    return QtConcurrent::run([record, question](QPromise<Answer<IncidentReport>>& promise) {
        const RecordProgress progress = progressOf(promise);
        const auto open = openRecord(record, progress);
        if (!open)
            promise.addResult(std::unexpected(open.error()));
        else if (auto made = incidentReport(question, *open->journal, open->reel.get(), progress);
                 !promise.isCanceled())
            promise.addResult(std::move(made));
    });
}

ReportFuture<ReportTracks> readTracks(const ReplayGround& record, const QList<WantedTrack>& wanted,
                                      const Situation& situation) {
    return QtConcurrent::run([record, wanted, situation](QPromise<Answer<ReportTracks>>& promise) {
        const RecordProgress progress = progressOf(promise);
        const auto store = record.fixes();
        if (!store) {
            promise.addResult(std::unexpected(storage(store.error())));
            return;
        }
        ReportTracks tracks =
            readTracks(**store, wanted, situation, [&](int done) { return progress(done, wanted.size()); });
        if (!promise.isCanceled())
            promise.addResult(std::move(tracks));
    });
}

} // namespace tridesk
