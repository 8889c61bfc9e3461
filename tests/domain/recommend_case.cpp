// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/domain/recommend_case.h"

#include "tests/support/must.h"
#include "tests/support/scene.h"

#include <QHash>

#include <algorithm>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

const Instant now = instantFromMs(1'795'262'400'000);
const IncidentId thisOne(QUuid(1, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
const IncidentId otherOne(QUuid(2, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
constexpr double metresPerDegree = 111'195;

Milliseconds timeFrom(const QString& text) {
    const QStringList parts = text.split(u':');
    return std::chrono::seconds(parts.value(0).toInt() * 60 + parts.value(1).toInt());
}

QString timeText(Milliseconds time) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time).count();
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QStringList words(const QString& line) {
    return line.split(u' ', Qt::SkipEmptyParts);
}

/// The rest of a "name=value" word.
struct Word {
    explicit Word(const QString& word)
        : name(word.section(u'=', 0, 0))
        , value(word.section(u'=', 1)) {}
    QString name;
    QString value;
};

GeoPoint away(double metres) {
    return must(GeoPoint::from(31 + metres / metresPerDegree, 118));
}

void read(RecommendQuestion& question, const Word& word) {
    Wants& wants = question.wants;
    if (const auto level = enumFrom<Level>(word.name))
        wants.level = *level;
    else if (word.name == u"units"_s)
        wants.units = word.value.toInt();
    else if (word.name == u"kind"_s)
        wants.kinds.append(must(enumFrom<UnitKind>(word.value)));
    else if (word.name == u"needs"_s)
        wants.qualifications.append(word.value);
    else if (word.name == u"sent"_s)
        question.sent = word.value.toInt();
    else if (word.name == u"led"_s)
        question.led = true;
    else if (word.name == u"qualified"_s)
        question.sentQualified = true;
    else if (word.name == u"station"_s)
        question.tier = Tier::Station;
    else if (word.name == u"nowhere"_s)
        question.at.reset();
    else
        qFatal("a case has a word that means nothing: %s", qPrintable(word.name));
}

/// What a word speaks of; a case that says it of nothing is wrong.
template <class T>
T& given(std::optional<T>& part) {
    if (!part)
        qFatal("a case says something of what it does not have");
    return *part;
}

void read(Candidate& candidate, const Word& word) {
    if (word.name.contains(u':'))
        candidate.travel = TravelTime::known(timeFrom(word.name));
    else if (word.name == u"off"_s)
        given(candidate.place).at = away(word.value.toDouble());
    else if (word.name == u"beyond"_s)
        candidate.travel.kind = TravelTime::Kind::Beyond;
    else if (word.name == u"nowhere"_s)
        candidate.place.reset();
    else if (word.name == u"home"_s)
        given(candidate.place).atStation = true;
    else if (word.name == u"age"_s)
        given(candidate.place).age = std::chrono::minutes(word.value.toInt());
    else if (word.name == u"status"_s)
        candidate.status = must(enumFrom<UnitStatus>(word.value));
    else if (word.name == u"kind"_s)
        candidate.kind = must(enumFrom<UnitKind>(word.value));
    else if (word.name == u"work"_s)
        candidate.work = UnitWork{otherOne, must(enumFrom<Level>(word.value)), false};
    else if (word.name == u"bureau"_s)
        given(candidate.work).byBureau = true;
    else if (word.name == u"jobs"_s)
        candidate.jobs = word.value.toInt();
    else if (word.name == u"rested"_s)
        candidate.lastJobEnded = now - std::chrono::minutes(word.value.toInt());
    else if (word.name == u"q"_s)
        candidate.qualifications.append(word.value);
    else if (word.name == u"nocrew"_s)
        candidate.crewed = false;
    else if (word.name == u"sent"_s)
        candidate.sent = true;
    else
        qFatal("a case has a word that means nothing: %s", qPrintable(word.name));
}

Candidate candidateFrom(const QString& line) {
    Candidate candidate;
    const QStringList parts = words(line);
    candidate.unit = code<UnitId>(parts.first());
    candidate.status = UnitStatus::Available;
    candidate.crewed = true;
    candidate.place = UnitPlace{away(1000), Milliseconds(0), false};
    for (const QString& word : parts.sliced(1))
        read(candidate, Word(word));
    if (candidate.work && candidate.status == UnitStatus::Available)
        candidate.status = UnitStatus::EnRoute;
    return candidate;
}

CoverPlace coverFrom(const QString& line, const RecommendQuestion& question) {
    const QStringList parts = words(line);
    CoverPlace place{code<PostId>(parts.first()), {}};
    for (qsizetype i = 1; i + 1 < parts.size(); i += 2) {
        const auto unit = std::ranges::find(question.candidates, code<UnitId>(parts[i]), &Candidate::unit);
        place.near.push_back({unit - question.candidates.begin(), timeFrom(parts[i + 1])});
    }
    return place;
}

QString codeOf(ShortfallCode code) {
    switch (code) {
    case ShortfallCode::IncidentNotLocated:
        return u"not_located"_s;
    case ShortfallCode::NobodyQualified:
        return u"nobody_qualified"_s;
    case ShortfallCode::TooFew:
        return u"too_few"_s;
    }
    return {};
}

} // namespace

RecommendQuestion questionFrom(const QString& incident, const QString& units, const QString& cover,
                               const RecommendPolicy& policy) {
    RecommendQuestion question;
    question.incident = thisOne;
    question.at = away(0);
    question.now = now;
    question.policy = policy;
    for (const QString& word : words(incident))
        read(question, Word(word));
    for (const QString& line : units.split(u'|', Qt::SkipEmptyParts))
        question.candidates.push_back(candidateFrom(line));
    if (!cover.isEmpty()) {
        auto& places = question.cover.emplace();
        for (const QString& line : cover.split(u'|', Qt::SkipEmptyParts))
            places.push_back(coverFrom(line, question));
    }
    return question;
}

QString picksText(const Recommendation& recommendation) {
    QStringList texts;
    for (const Pick& pick : recommendation.picks) {
        const QString role = !pick.role ? QString() : pick.role == OrderRole::Primary ? u"*"_s : u"+"_s;
        texts << pick.unit.toString() + role + u' ' + QString::number(pick.cost);
    }
    return texts.join(u", "_s);
}

QString reasonsText(const Recommendation& recommendation, const QString& unit) {
    const auto pick = std::ranges::find(recommendation.picks, code<UnitId>(unit), &Pick::unit);
    if (pick == recommendation.picks.end())
        return u"not picked"_s;
    QStringList texts;
    for (const PickReason& reason : pick->reasons)
        texts << codeText(reason);
    return unit + u' ' + texts.join(u", "_s);
}

QString shortfallText(const Recommendation& recommendation) {
    QStringList texts;
    for (const Shortfall& shortfall : recommendation.shortfalls) {
        QString text = u"%1 %2"_s.arg(codeOf(shortfall.code)).arg(shortfall.missing);
        if (const auto& nearest = shortfall.nearest) {
            text += u", nearest "_s + nearest->unit.toString();
            if (nearest->travel)
                text += u' ' + timeText(*nearest->travel);
            text += u' ' + barrierText(nearest->barrier);
            if (nearest->work)
                text += u" with "_s + QString(enumName(nearest->work->level));
        }
        texts << text;
    }
    return texts.join(u"; "_s);
}

QString barrierText(Barrier barrier) {
    switch (barrier) {
    case Barrier::AlreadySent:
        return u"already_sent"_s;
    case Barrier::Off:
        return u"off"_s;
    case Barrier::NoCrew:
        return u"no_crew"_s;
    case Barrier::OutOfService:
        return u"out_of_service"_s;
    case Barrier::Emergency:
        return u"emergency"_s;
    case Barrier::Reserved:
        return u"reserved"_s;
    case Barrier::Busy:
        return u"busy"_s;
    case Barrier::HeldByHigherTier:
        return u"held_by_higher_tier"_s;
    case Barrier::NoPlace:
        return u"no_place"_s;
    case Barrier::TooFar:
        return u"too_far"_s;
    }
    return {};
}

} // namespace tridesk::test
