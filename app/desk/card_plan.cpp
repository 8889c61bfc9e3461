// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/card_plan.h"

#include "app/access/permission.h"
#include "app/access/rights.h"
#include "app/domain/checks.h"
#include "app/domain/codec.h"
#include "app/domain/decide.h"
#include "app/domain/derived_ids.h"

#include <QSet>

#include <algorithm>
#include <tuple>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

enum class Step { Report, Dispatch, Arrive, Note, Clear, Close, Mark };

struct Planned {
    Instant at;
    qsizetype card = 0;
    Step step = Step::Report;
};

/// The same card gives the same ids, whenever and wherever it is entered.
RequestId requestOf(const PaperCard& card, const QString& step) {
    static const QUuid cards(u"6f1f3c1e-4a77-5d0c-9c5e-7d1f6a2b9c30"_s);
    QString key = card.number + u'\n' + QString::number(toMs(card.at)) + u'\n' + step;
    if (card.isFurther && card.unit)
        key += u'\n' + card.unit->toString();
    return RequestId(QUuid::createUuidV5(cards, key.toUtf8()));
}

QString nameOf(Step step) {
    static const std::array names{u"report"_s, u"dispatch"_s, u"arrive"_s, u"note"_s,
                                  u"clear"_s,  u"close"_s,    u"mark"_s};
    return names[size_t(step)];
}

CardField fieldOf(Step step, const Refusal& refusal) {
    if (step == Step::Report) {
        if (refusal.field == u"type")
            return CardField::Type;
        if (refusal.field.startsWith(u"place"))
            return CardField::Place;
        return refusal.field == u"id" ? CardField::Number : CardField::Text;
    }
    switch (step) {
    case Step::Dispatch:
        return CardField::Unit;
    case Step::Arrive:
        return CardField::Arrived;
    case Step::Clear:
        return CardField::Clear;
    case Step::Close:
        return CardField::Disposition;
    case Step::Report:
    case Step::Note:
    case Step::Mark:
        break;
    }
    return CardField::Text;
}

class Planning {
public:
    Planning(const Situation& situation, const Actor& actor, const QList<PaperCard>& cards,
             const CardPhrases& phrases, Instant now)
        : m_before(situation)
        , m_actor(actor)
        , m_cards(cards)
        , m_phrases(phrases)
        , m_now(now) {}

    CardPlan plan() {
        m_plan.cards.resize(m_cards.size());
        for (qsizetype card = 0; card < m_cards.size(); ++card)
            judge(card);
        // A card that is refused takes its steps with it, and what they made possible for others.
        while (!run())
            continue;
        return std::move(m_plan);
    }

private:
    [[nodiscard]] Source sourceOf(const PaperCard& card) const {
        return {.name = m_actor.seat.toString(),
                .key = u"card %1 %2"_s.arg(card.number, toIso(card.at)).left(limits::key)};
    }

    void judge(qsizetype index) {
        const PaperCard& card = m_cards[index];
        CardVerdict& verdict = m_plan.cards[index];
        verdict.incident = incidentOf(card);
        const QString key = requestOf(card, {}).toString();
        if (m_keys.contains(key))
            return refuseCard(
                index, CardField::Number,
                {RefusalCode::DuplicateWithOtherContent, fieldName(CardField::Number), card.number, {}});
        m_keys.insert(key);
        const bool isKnown = card.isFurther ? m_before.orders().find(orderOf(card)) != nullptr
                                            : m_before.incidents().find(verdict.incident) != nullptr;
        if (isKnown)
            verdict.kind = CardVerdict::Kind::Known;
        else if (card.unit && card.clear && card.dispatched && hasGoneOn(*card.unit, *card.dispatched))
            verdict.kind = CardVerdict::Kind::EntersAsNote;
    }

    [[nodiscard]] bool hasGoneOn(const UnitId& id, Instant since) const {
        const Unit* unit = m_before.units().find(id);
        return unit && (unit->status == UnitStatus::Off || unit->status == UnitStatus::OutOfService ||
                        unit->emergency || unit->statusSince > since || checks::holding(m_before, *unit));
    }

    [[nodiscard]] QList<Planned> steps() const {
        QList<Planned> steps;
        for (qsizetype i = 0; i < m_cards.size(); ++i) {
            const auto kind = m_plan.cards[i].kind;
            if (kind == CardVerdict::Kind::Known || kind == CardVerdict::Kind::Refused)
                continue;
            const PaperCard& card = m_cards[i];
            const auto add = [&](const std::optional<Instant>& at, Step step) {
                if (at)
                    steps.append({*at, i, step});
            };
            if (!card.isFurther)
                add(card.at, Step::Report);
            if (kind == CardVerdict::Kind::EntersAsNote) {
                add(card.clear, Step::Note);
            } else if (card.unit) {
                add(card.dispatched, Step::Dispatch);
                add(card.arrived, Step::Arrive);
                add(card.clear, Step::Clear);
            }
            if (!card.disposition.isNull())
                add(endOf(i), Step::Close);
            if (!card.isFurther)
                add(m_now, Step::Mark);
        }
        // At one moment an incident is closed last: another of its units may have come clear just then.
        std::ranges::stable_sort(steps, [](const Planned& a, const Planned& b) {
            const auto key = [](const Planned& each) {
                return std::tuple(each.at, each.step >= Step::Close, each.card);
            };
            return key(a) < key(b);
        });
        return steps;
    }

    [[nodiscard]] static IncidentId incidentOf(PaperCard card) {
        card.isFurther = false; // all rows of a card are about one
        return IncidentId(DerivedIds(requestOf(card, nameOf(Step::Report))).next());
    }
    [[nodiscard]] static OrderId orderOf(const PaperCard& card) {
        return OrderId(DerivedIds(requestOf(card, nameOf(Step::Dispatch))).next());
    }
    /// When the last of its units was clear.
    [[nodiscard]] Instant endOf(qsizetype index) const {
        Instant end = m_cards[index].clear.value_or(m_cards[index].at);
        for (qsizetype i = 0; i < m_cards.size(); ++i)
            if (m_cards[i].isFurther && m_plan.cards[i].incident == m_plan.cards[index].incident &&
                m_plan.cards[i].kind != CardVerdict::Kind::Refused)
                end = std::max(end, m_cards[i].clear.value_or(end));
        return end;
    }

    /// False where a card was refused on the way: then it is left out, and all is tried once more.
    bool run() {
        m_situation = m_before;
        m_plan.requests.clear();
        m_plan.cardOf.clear();
        const QList<Planned> all = steps();
        for (const Planned& planned : all) {
            const QList<Command> commands = commandsFor(planned);
            for (qsizetype i = 0; i < commands.size(); ++i) {
                const QString name = nameOf(planned.step) + (i ? QString::number(i) : QString());
                const Request request{requestOf(m_cards[planned.card], name), m_actor, planned.at,
                                      commands[i]};
                if (const auto done = decideOn(request); !done) {
                    refuseCard(planned.card, fieldOf(planned.step, done.error()), done.error());
                    return false;
                }
                m_plan.requests.append(request);
                m_plan.cardOf.append(planned.card);
            }
        }
        return true;
    }

    void refuseCard(qsizetype card, CardField field, const Refusal& refusal) {
        m_plan.cards[card].kind = CardVerdict::Kind::Refused;
        m_plan.cards[card].fault = CardFault{field, refusal};
    }

    Result<void> decideOn(const Request& request) {
        if (const auto may = permitted(m_situation, request.actor, request.command); !may)
            return may;
        DerivedIds ids(request.id);
        DecisionContext context{m_now, toDateTime(m_now).toLocalTime().date(), ids};
        const Decision decision = decide(m_situation, request, context);
        if (!decision)
            return std::unexpected(decision.error());
        for (const Fact& fact : *decision) {
            Entry entry;
            entry.seq = m_situation.seq() + 1;
            entry.recordedAt = m_now;
            entry.fact = encode(fact, request, request.happenedAt.value_or(m_now));
            m_situation.fold(entry, fact);
        }
        return {};
    }

    [[nodiscard]] QList<Command> commandsFor(const Planned& planned) const {
        const PaperCard& card = m_cards[planned.card];
        const IncidentId incident = m_plan.cards[planned.card].incident;
        const OrderId order = orderOf(card);
        const OnBehalf onBehalf{.channel = m_phrases.channel, .words = {}};
        switch (planned.step) {
        case Step::Report:
            return {ReportIncident{.source = sourceOf(card), .details = detailsOf(card)}};
        case Step::Dispatch:
            return {IssueOrder{.incident = incident,
                               .to = card.unit.value_or(UnitId()),
                               .role = OrderRole::Primary,
                               .text = {},
                               .overrideReason = {},
                               .shown = {},
                               .reached = OrderStage::UnderWay}};
        case Step::Arrive:
            return {AdvanceOrder{order, OrderStage::Arrived, {}, {}, onBehalf}};
        case Step::Clear:
            return {AdvanceOrder{order, OrderStage::Reported, {}, card.disposition, onBehalf}};
        case Step::Note:
            return {AddNote{incident, m_phrases.times(card, callsignOf(card))}};
        case Step::Close:
            return closing(card, incident, onBehalf);
        case Step::Mark:
            return {AddNote{incident, m_phrases.entered.arg(card.number)}};
        }
        return {};
    }

    /// What the catalogue sent on to a station by itself was done with the card as well.
    [[nodiscard]] QList<Command> closing(const PaperCard& card, const IncidentId& id,
                                         const OnBehalf& onBehalf) const {
        QList<Command> commands;
        if (const Incident* incident = m_situation.incidents().find(id))
            for (const OrderId& each : incident->orders)
                if (const Order* open = m_situation.orders().find(each);
                    open && open->post() && open->stage < OrderStage::Reported)
                    commands.append(AdvanceOrder{each, OrderStage::Reported, {}, {}, onBehalf});
        commands.append(CloseIncident{id, card.disposition, {}, m_phrases.reason});
        return commands;
    }

    [[nodiscard]] IncidentDetails detailsOf(const PaperCard& card) const {
        const IncidentType* type = m_before.catalogue().type(card.type);
        return {.text = card.text,
                .type = card.type,
                .level = type ? type->level : Level::Routine,
                .place = card.place,
                .callers = {},
                .hazards = {}};
    }

    [[nodiscard]] QString callsignOf(const PaperCard& card) const {
        const Unit* unit = card.unit ? m_before.units().find(*card.unit) : nullptr;
        return unit ? unit->definition.callsign.toString() : QString();
    }

    const Situation& m_before;
    const Actor& m_actor;
    const QList<PaperCard>& m_cards;
    const CardPhrases& m_phrases;
    Instant m_now;
    QSet<QString> m_keys;
    Situation m_situation;
    CardPlan m_plan;
};

} // namespace

bool mayEnterCards(const Actor& actor) {
    return hasRight(actor.role, Right::Work) &&
           (actor.seat.tier == Tier::Bureau || actor.seat.tier == Tier::Station);
}

CardPlan planCards(const Situation& situation, const Actor& actor, const QList<PaperCard>& cards,
                   const CardPhrases& phrases, Instant now) {
    return Planning(situation, actor, cards, phrases, now).plan();
}

} // namespace tridesk
