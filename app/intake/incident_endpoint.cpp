// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/intake/incident_endpoint.h"

#include <QJsonArray>
#include <QtConcurrentRun>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// Records that may wait for the disk before sources are told to come back.
constexpr int mostWaiting = 20000;
/// Bytes of a body that are read where they come in.
constexpr qsizetype readAtOnce = 16 * 1024;

enum class Verdict { Created, Known, Refused };

struct RecordAnswer {
    Verdict verdict = Verdict::Refused;
    Source source;
    std::optional<Refusal> refusal;
};

QString word(Verdict verdict) {
    switch (verdict) {
    case Verdict::Created:
        return u"created"_s;
    case Verdict::Known:
        return u"known"_s;
    case Verdict::Refused:
        return u"refused"_s;
    }
    return {};
}

/// A desk that ends leaves its askers without an outcome.
Outcome settled(const QFuture<Outcome>& outcome) {
    return outcome.resultCount() > 0
               ? outcome.result()
               : Outcome(refuse(RefusalCode::Storage, {}, {}, u"the desk has closed"_s));
}

RecordAnswer judged(const Source& source, const Outcome& outcome) {
    if (!outcome)
        return {Verdict::Refused, source, outcome.error()};
    return {outcome->isEmpty() ? Verdict::Known : Verdict::Created, source, std::nullopt};
}

QJsonObject toJson(const RecordAnswer& answer, const Situation& situation, qsizetype index) {
    QJsonObject json{{u"id"_s, answer.source.key}, {u"status"_s, word(answer.verdict)}};
    if (const Incident* incident =
            answer.source.key.isEmpty() ? nullptr : situation.incidentBySource(answer.source);
        incident && answer.verdict != Verdict::Refused) {
        json.insert(u"number"_s, incidentNumberText(incident->number));
        json.insert(u"incident"_s, incident->id.toString());
    }
    if (answer.refusal) {
        QJsonObject error = refusalJson(*answer.refusal);
        error.insert(u"index"_s, index);
        json.insert(u"error"_s, error);
    }
    return json;
}

int statusOf(const QList<RecordAnswer>& answers) {
    const auto all = [&](Verdict verdict) {
        return std::ranges::all_of(answers, [&](const RecordAnswer& a) { return a.verdict == verdict; });
    };
    const bool storage = std::ranges::any_of(
        answers, [](const RecordAnswer& a) { return a.refusal && a.refusal->code == RefusalCode::Storage; });
    if (storage)
        return 503;
    if (const auto& refusal = answers.constFirst().refusal; answers.size() == 1 && refusal)
        return httpStatusOf(*refusal);
    return all(Verdict::Created) ? 201 : all(Verdict::Known) ? 200 : 207;
}

HttpAnswer answerOf(const QList<RecordAnswer>& answers, bool single, const Situation& situation) {
    QJsonArray list;
    for (qsizetype i = 0; i < answers.size(); ++i)
        list.append(toJson(answers[i], situation, i));
    QJsonObject body{{u"incidents"_s, list}};
    if (single && answers.first().refusal)
        body.insert(u"error"_s, list.first()[u"error"]);
    HttpAnswer answer = HttpAnswer::json(statusOf(answers), body);
    if (answer.status == 503)
        answer.headers.append({"Retry-After"_ba, "5"_ba});
    return answer;
}

} // namespace

IncidentEndpoint::IncidentEndpoint(HttpService& service, Desk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    service.route("POST"_ba, u"/v1/incidents"_s, Scope::Incidents,
                  [this](const HttpCall& call) { return post(call); });
}

QFuture<HttpAnswer> IncidentEndpoint::post(const HttpCall& call) {
    if (!m_desk.isReady() || m_waiting > mostWaiting)
        return answered(HttpAnswer::error(503, u"busy"_s, u"the desk is not ready for more"_s));
    // Read off this thread, which draws the console: a full batch takes tens of milliseconds.
    const auto read = [body = call.request.body, source = call.grant.source,
                       catalogue = m_desk.situation().catalogue(), now = m_desk.clock().now()] {
        return readIncidents(body, {.source = source, .catalogue = catalogue, .now = now});
    };
    if (call.request.body.size() <= readAtOnce)
        return take(call.grant.source, read());
    return QtConcurrent::run(read)
        .then(this, [this, source = call.grant.source](
                        const Result<IncidentBatch>& batch) { return take(source, batch); })
        .unwrap();
}

QFuture<HttpAnswer> IncidentEndpoint::take(const QString& source, const Result<IncidentBatch>& batch) {
    if (!batch)
        return answered(HttpAnswer::refused(batch.error()));
    const Actor actor{.seat = {.tier = Tier::Machine, .place = source}, .user = source};
    QList<RecordAnswer> answers;
    QList<QFuture<Outcome>> outcomes;
    for (const Result<IncidentRecord>& record : batch->records) {
        answers.append({Verdict::Refused,
                        {source, record ? record->report.source.key : QString()},
                        record ? std::nullopt : std::optional(record.error())});
        outcomes.append(record ? m_desk.submit(actor, record->report, record->happenedAt)
                               : QtFuture::makeReadyValueFuture<Outcome>(std::unexpected(record.error())));
    }
    m_waiting += int(outcomes.size());
    return QtFuture::whenAll(outcomes.begin(), outcomes.end())
        .then(this, [this, answers, single = batch->single](const QList<QFuture<Outcome>>& done) mutable {
            m_waiting -= int(done.size());
            for (qsizetype i = 0; i < done.size(); ++i)
                answers[i] = judged(answers[i].source, settled(done[i]));
            return answerOf(answers, single, m_desk.situation());
        });
}

} // namespace tridesk
