// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/enum_names.h"
#include "app/domain/order_rules.h"
#include "app/line/details.h"
#include "app/line/places.h"
#include "app/line/step_verbs.h"
#include "app/line/times.h"

#include <algorithm>

namespace tridesk::line {

using namespace Qt::StringLiterals;

namespace {

QString join(QStringList words) {
    words.removeAll(QString());
    const QString line = words.join(u' ');
    return line.size() <= longestLine ? line : QString();
}

QString codeOf(Verb verb) {
    return QLatin1StringView(verbSpec(verb).code);
}

QStringList onBehalf(const std::optional<OnBehalf>& behalf) {
    if (!behalf)
        return {};
    QStringList words{option(Option::Via, behalf->channel)};
    if (!behalf->words.isEmpty())
        words.append(option(Option::Said, behalf->words));
    return words;
}

/// Whether a text's first word would be taken for something else than text.
bool beginsWithOption(const QString& text) {
    const QList<Word> words = split(QStringView(text).first(std::min<qsizetype>(text.size(), 400)));
    return !words.isEmpty() && !words.first().key.isEmpty() && optionNamed(words.first().key);
}

class Writer {
public:
    explicit Writer(const Context& context)
        : m_context(context) {}

    QString operator()(const IssueOrder& c) const {
        if (const PostId* post = std::get_if<PostId>(&c.to))
            return join({codeOf(Verb::Refer), number(c.incident), post->toString(), text(c.text)});
        return dispatch({c});
    }
    /// Of units to one incident, alike but for the role that follows from their order.
    QString dispatch(const QList<IssueOrder>& orders) const;

    QString operator()(const AdvanceOrder& c) const {
        const auto verb = stepVerb(c.to);
        if (!verb)
            return {};
        const bool ends = *verb == Verb::Clear || *verb == Verb::CloseOrder;
        if (ends == c.disposition.isNull()) // a report without a disposition, a step with one
            return {};
        return order(*verb, c.order,
                     onBehalf(c.onBehalf) << c.disposition.toString() << textAfterNames(c.text));
    }
    QString operator()(const RecallOrder& c) const { return order(Verb::Recall, c.order, {}); }
    QString operator()(const ReplaceUnit& c) const {
        const QString why = c.overrideReason.isEmpty() ? QString() : option(Option::Why, c.overrideReason);
        return order(Verb::Replace, c.order, {callsign(c.unit), why, text(c.reason)});
    }
    QString operator()(const ExchangeUnits& c) const {
        return join(
            {codeOf(Verb::Exchange), callsign(c.first), callsign(c.second), textAfterNames(c.reason)});
    }
    QString operator()(const SetPrimary& c) const { return order(Verb::Primary, c.order, {}); }
    QString operator()(const ChaseOrder& c) const {
        return c.automatic ? QString() : order(Verb::Chase, c.order, {textAfterNames(c.text)});
    }
    QString operator()(const AskReinforcement& c) const {
        return order(Verb::Reinforce, c.order, {textAfterNames(c.text)});
    }
    QString operator()(const AcknowledgeNotice& c) const {
        const QString post =
            m_context.seat.post() == c.post ? QString() : option(Option::Post, c.post.toString());
        return order(Verb::Notice, c.order, {post});
    }

    QString operator()(const SetUnitStatus& c) const {
        if (const auto verb = statusVerb(c))
            return join({codeOf(*verb), callsign(c.unit), textAfterNames(c.reason)});
        QString word = c.custom.toString();
        if (word.isEmpty())
            for (const auto& [status, words] : statusWords())
                word = status == c.status ? words.first() : word;
        return word.isEmpty() ? QString()
                              : join({codeOf(Verb::Status), callsign(c.unit), word, text(c.reason)});
    }
    QString operator()(const LogOn& c) const;
    QString operator()(const LogOff& c) const { return join({codeOf(Verb::LogOff), callsign(c.unit)}); }
    QString operator()(const SetTimer& c) const {
        const QString every = writeDuration(c.every);
        const bool isUnit = unitNamed(m_context, every, Match::Exact).value.has_value();
        return join({codeOf(Verb::Timer), callsign(c.unit), every + (isUnit ? u"m"_s : QString())});
    }
    QString operator()(const ResetTimers& c) const {
        QStringList words{codeOf(Verb::TimerReset)};
        for (const UnitId& unit : c.units)
            words.append(callsign(unit));
        return join(c.units.isEmpty() ? words << u"*"_s : words);
    }
    QString operator()(const RaiseEmergency& c) const {
        const auto usual = m_context.seat.unit() ? EmergencySource::Crew : EmergencySource::Desk;
        const QString from = c.source == usual ? QString() : option(Option::From, enumName(c.source));
        const QString at = c.at ? option(Option::At, writePoint(c.at)) : QString();
        return join({codeOf(Verb::Emergency), callsign(c.unit), from, at, textAfterNames(c.text)});
    }
    QString operator()(const AcknowledgeEmergency& c) const {
        return join({codeOf(Verb::EmergencyAcknowledge), callsign(c.unit)});
    }
    QString operator()(const EndEmergency& c) const {
        const Verb verb =
            c.outcome == EmergencyOutcome::False ? Verb::EmergencyFalse : Verb::EmergencyResolved;
        return join({codeOf(verb), callsign(c.unit), textAfterNames(c.reason)});
    }

    QString operator()(const ReportIncident& c) const {
        QStringList words{codeOf(Verb::NewIncident)};
        if (c.source.name != sourceOf(m_context.seat))
            words.append(option(Option::From, c.source.name));
        if (!c.source.key.isEmpty())
            words.append(option(Option::Key, c.source.key));
        return details(words, c.details);
    }
    QString operator()(const InitiateIncident& c) const {
        return details({codeOf(Verb::Stop), callsign(c.unit)}, c.details);
    }
    QString operator()(const AmendIncident& c) const;
    QString operator()(const AddNote& c) const { return incident(Verb::Note, c.incident, {text(c.text)}); }
    QString operator()(const CloseIncident& c) const {
        const QString why = c.overrideReason.isEmpty() ? QString() : option(Option::Why, c.overrideReason);
        return incident(Verb::Close, c.incident, {c.disposition.toString(), why, text(c.text)});
    }
    QString operator()(const HoldIncident& c) const {
        if (!c.until)
            return incident(Verb::TakeUp, c.incident, {text(c.reason)});
        if (c.unit)
            return stack(c);
        const QString beat = c.beat.isNull() ? QString() : option(Option::Beat, c.beat.toString());
        return incident(Verb::Hold, c.incident, {until(*c.until), beat, text(c.reason)});
    }
    QString operator()(const FlagIncident& c) const {
        return incident(flagVerb(c.flag), c.incident, {c.on ? QString() : u"off"_s});
    }
    QString operator()(const TagIncident& c) const {
        QStringList words;
        for (const QString& tag : c.tags)
            words.append(asWord(tag));
        return incident(Verb::Tag, c.incident, words.isEmpty() ? QStringList{u"-"_s} : words);
    }
    QString operator()(const MergeIncident& c) const {
        return incident(Verb::Merge, c.incident, {number(c.into)});
    }
    QString operator()(const SplitIncident& c) const {
        return incident(Verb::Split, c.incident, {text(c.reason)}, Prefer::Closed);
    }
    QString operator()(const ReopenIncident& c) const {
        return incident(Verb::Reopen, c.incident, {text(c.reason)}, Prefer::Closed);
    }
    QString operator()(const TransferIncident& c) const {
        return incident(Verb::Transfer, c.incident, {asWord(c.agency), text(c.reason)});
    }
    QString operator()(const ReturnTransfer& c) const {
        return incident(Verb::Returned, c.incident, {text(c.answer)});
    }

    QString operator()(const SendMessage& c) const;
    QString operator()(const AdvanceMessage& c) const {
        const QString stage =
            c.to == MessageStage::Acknowledged ? QString() : option(Option::Stage, enumName(c.to));
        return join({codeOf(Verb::ReadMessage), messageWord(m_context, c.message), stage});
    }
    QString operator()(const WithdrawMessage& c) const {
        return join({codeOf(Verb::Withdraw), messageWord(m_context, c.message)});
    }
    QString operator()(const OfferHandover& c) const {
        const bool usual = m_context.brief && c.brief == m_context.brief();
        return join(
            {codeOf(Verb::HandOver), usual ? QString() : option(Option::Brief, c.brief), text(c.notes)});
    }
    QString operator()(const TakeHandover& c) const {
        return offeredHandover(m_context) == c.handover ? join({codeOf(Verb::TakeOver), text(c.answer)})
                                                        : QString();
    }

    QString operator()(const NotePremise& c) const {
        const QStringList words = writePremise(c, m_context);
        return words.isEmpty() ? QString() : join(QStringList{codeOf(Verb::Warn)} + words);
    }
    QString operator()(const WithdrawPremiseNote& c) const {
        const QString note = noteWord(m_context, c.note);
        return note.isEmpty() ? QString()
                              : join({codeOf(Verb::Unwarn), option(Option::Note, note), text(c.reason)});
    }
    QString operator()(const MoveSector& c) const {
        QStringList words{codeOf(Verb::MoveSector)};
        for (const PostId& post : c.posts)
            words.append(nameOf(m_context, post));
        if (!c.desk.isEmpty())
            words.append(option(Option::Desk, c.desk));
        return join(words << asFreeText(c.name, true));
    }
    QString operator()(const TickStep& c) const {
        return incident(Verb::Tick, c.incident, {c.step.toString(), c.done ? QString() : u"off"_s});
    }

    // What no line asks for: settings, drawings and lists have their forms, the rest is said by machines.
    QString operator()(const DefinePost&) const { return {}; }
    QString operator()(const DefineUnit&) const { return {}; }
    QString operator()(const DefineBeat&) const { return {}; }
    QString operator()(const RetireBeat&) const { return {}; }
    QString operator()(const DefineCatalogue&) const { return {}; }
    QString operator()(const DefinePolicy&) const { return {}; }
    QString operator()(const OpenSeat&) const { return {}; }
    QString operator()(const CloseSeat&) const { return {}; }
    QString operator()(const MarkMissed&) const { return {}; }
    QString operator()(const MissCheck&) const { return {}; }
    QString operator()(const RecordLook&) const { return {}; }
    QString operator()(const MakeReport&) const { return {}; }
    QString operator()(const MissStep&) const { return {}; }
    QString operator()(const NoteSectorMove&) const { return {}; }
    QString operator()(const AcknowledgeAlarms&) const { return {}; }
    QString operator()(const ShelveAlarm&) const { return {}; }
    QString operator()(const SetBookmark&) const { return {}; }
    QString operator()(const RemoveBookmark&) const { return {}; }
    QString operator()(const DrawPlot&) const { return {}; }
    QString operator()(const ErasePlot&) const { return {}; }
    QString operator()(const NamePlace&) const { return {}; }
    QString operator()(const ForgetPlace&) const { return {}; }
    QString operator()(const DefineCamera&) const { return {}; }
    QString operator()(const RetireCamera&) const { return {}; }
    QString operator()(const DefineFeed&) const { return {}; }
    QString operator()(const RetireFeed&) const { return {}; }
    QString operator()(const BeginView&) const { return {}; }
    QString operator()(const EndView&) const { return {}; }
    QString operator()(const SaveFootage&) const { return {}; }
    QString operator()(const ExportFootage&) const { return {}; }
    QString operator()(const RemoveFootage&) const { return {}; }
    QString operator()(const SetVideoPolicy&) const { return {}; }
    QString operator()(const NoteCameraSign&) const { return {}; }

private:
    QString callsign(const UnitId& unit) const { return callsignOf(m_context, unit); }
    QString number(const IncidentId& id) const { return numberOf(m_context, id); }
    QString until(Instant at) const { return writeUntil(at, m_context.now, m_context.zone); }
    QString text(const QString& words) const { return asFreeText(words, beginsWithOption(words)); }
    /// After units or posts: a first word that could be another of them, or a number, is kept in quotes.
    QString textAfterNames(const QString& words) const;
    QString stack(const HoldIncident& hold) const;
    QString room(const SendMessage& message) const;
    QString order(Verb verb, const OrderId& id, const QStringList& rest) const;
    QString incident(Verb verb, const IncidentId& id, const QStringList& rest,
                     Prefer prefer = Prefer::Open) const;
    QString details(QStringList words, const IncidentDetails& details) const;

    const Context& m_context;
};

QString Writer::textAfterNames(const QString& words) const {
    const QList<Word> first = split(QStringView(words).first(std::min<qsizetype>(words.size(), 400)));
    if (first.isEmpty())
        return text(words);
    const QString& word = first.first().text;
    const bool misread = word == "."_L1 || isNumber(word) || m_context.seat.unit() ||
                         addresseeNamed(m_context, word, Match::Exact).value;
    return asFreeText(words, misread || beginsWithOption(words));
}

QString Writer::dispatch(const QList<IssueOrder>& orders) const {
    const IssueOrder& first = orders.first();
    const Verb verb = first.reached == OrderStage::UnderWay  ? Verb::DispatchEnRoute
                      : first.reached == OrderStage::Arrived ? Verb::DispatchOnScene
                                                             : Verb::Dispatch;
    QStringList words{codeOf(verb)};
    for (const IssueOrder& each : orders)
        words.append(callsign(std::get<UnitId>(each.to)));
    const Incident* known = m_context.situation.incidents().find(first.incident);
    if (!known)
        return {};
    const bool isUnit = unitNamed(m_context, number(first.incident), Match::Exact).value.has_value();
    words.append(numberOf(m_context, first.incident, isUnit));
    const OrderRole usual =
        order_rules::primary(m_context.situation, *known) ? OrderRole::Backup : OrderRole::Primary;
    if (first.role != usual)
        words.append(option(Option::Role, enumName(first.role)));
    if (!first.overrideReason.isEmpty())
        words.append(option(Option::Why, first.overrideReason));
    return join(words << text(first.text));
}

QString Writer::order(Verb verb, const OrderId& id, const QStringList& rest) const {
    const Order* order = m_context.situation.orders().find(id);
    if (!order || isOver(order->stage))
        return {};
    QStringList words{codeOf(verb), nameOf(m_context, order->to)};
    if (orderTo(m_context, order->to, {}).value != id) {
        const QString plainNumber = number(order->incident);
        const bool misread = dispositionNamed(m_context, plainNumber, Match::Exact).value ||
                             addresseeNamed(m_context, plainNumber, Match::Exact).value;
        words.append(numberOf(m_context, order->incident, misread));
    }
    return join(words + rest);
}

QString Writer::incident(Verb verb, const IncidentId& id, const QStringList& rest, Prefer prefer) const {
    const QString named = numberOf(m_context, id, false, prefer);
    return named.isEmpty() ? QString() : join(QStringList{codeOf(verb), named} + rest);
}

QString Writer::stack(const HoldIncident& hold) const {
    const QString number = numberOf(m_context, hold.incident);
    if (number.isEmpty())
        return {};
    const bool isUnit = unitNamed(m_context, number, Match::Exact).value.has_value();
    const QString place = hold.place > 0 ? option(Option::Place, QString::number(hold.place)) : QString();
    return join({codeOf(Verb::Stack), callsign(*hold.unit), numberOf(m_context, hold.incident, isUnit), place,
                 until(*hold.until), text(hold.reason)});
}

QString Writer::room(const SendMessage& message) const {
    const QString number = message.incident ? numberOf(m_context, *message.incident) : QString();
    if (number.isEmpty())
        return {};
    const bool isNamed = addresseeNamed(m_context, number, Match::Exact).value.has_value();
    return join({codeOf(Verb::Message), numberOf(m_context, *message.incident, isNamed), text(message.text)});
}

QString Writer::operator()(const LogOn& c) const {
    QStringList words{codeOf(Verb::LogOn), callsign(c.unit)};
    for (const QString& name : c.crew)
        words.append(asWord(name));
    const std::pair<Option, QString> kit[] = {{Option::Vehicle, c.kit.vehicle},
                                              {Option::Radio, c.kit.radio},
                                              {Option::Camera, c.kit.camera},
                                              {Option::Weapon, c.kit.weapon}};
    for (const auto& [key, value] : kit)
        if (!value.isEmpty())
            words.append(option(key, value));
    return join(words);
}

QString Writer::details(QStringList words, const IncidentDetails& details) const {
    const QList<Word> first =
        split(QStringView(details.text).first(std::min<qsizetype>(details.text.size(), 400)));
    const bool looksTyped = !first.isEmpty() && !first.first().quoted &&
                            typeNamed(m_context, first.first().text, Match::Exact).value;
    if (!details.type.isNull() || looksTyped)
        words.append(details.type.isNull() ? optionKey(Option::Type) + u"=none"_s
                                           : option(Option::Type, details.type.toString()));
    if (details.level != levelOf(m_context, details.type))
        words.append(option(Option::Level, enumName(details.level)));
    if (details.place.at)
        words.append(option(Option::At, writePoint(details.place.at)));
    words += writeCallers(details.callers);
    if (details.hazards.any())
        words.append(optionKey(Option::Hazards) + u'=' + writeHazards(details.hazards));
    const bool quoted = looksTyped || details.text.contains(u'@') || details.text.contains(u'＠') ||
                        details.text.startsWith(u'"') || m_context.seat.unit();
    words.append(quoted ? asFreeText(details.text, true) : textAfterNames(details.text));
    if (!details.place.address.isEmpty())
        words.append(u'@' + asFreeText(details.place.address));
    return join(words);
}

QString Writer::operator()(const AmendIncident& c) const {
    const bool regrades = c.level && !c.text && !c.type && !c.place && !c.callers && !c.hazards;
    if (regrades && !c.reason.trimmed().isEmpty())
        return incident(Verb::Regrade, c.incident, {enumName(*c.level), text(c.reason)});
    QStringList words;
    if (c.text)
        words.append(option(Option::Text, *c.text));
    if (c.type)
        words.append(c.type->isNull() ? optionKey(Option::Type) + u"=none"_s
                                      : option(Option::Type, c.type->toString()));
    if (c.level)
        words.append(option(Option::Level, enumName(*c.level)));
    if (c.place) {
        words.append(optionKey(Option::At) + u'=' + writePoint(c.place->at));
        words.append(option(Option::Address, c.place->address));
    }
    if (c.callers)
        words += c.callers->isEmpty() ? QStringList{optionKey(Option::Caller) + u"=none"_s}
                                      : writeCallers(*c.callers);
    if (c.hazards)
        words.append(optionKey(Option::Hazards) + u'=' + writeHazards(*c.hazards));
    if (!c.reason.isEmpty())
        words.append(option(Option::Why, c.reason));
    return words.isEmpty() ? QString() : incident(Verb::Edit, c.incident, words);
}

QString Writer::operator()(const SendMessage& c) const {
    if (c.kind == MessageKind::Room)
        return room(c);
    const Verb verb = c.kind == MessageKind::Message    ? Verb::Message
                      : c.kind == MessageKind::Bulletin ? Verb::Bulletin
                                                        : Verb::StatusNote;
    QStringList words{codeOf(verb)};
    if (c.to == everybody(m_context))
        words.append(u"*"_s);
    else
        for (const Addressee& to : c.to)
            words.append(nameOf(m_context, to));
    if (c.incident)
        words.append(option(Option::On, number(*c.incident)));
    if (!c.area.isEmpty())
        words.append(optionKey(Option::Area) + u'=' + quote(writeArea(c.area)));
    if (c.kind == MessageKind::Message) {
        if (c.expiresAt)
            return {};
        const QList<Word> first = split(QStringView(c.text).first(std::min<qsizetype>(c.text.size(), 400)));
        const bool misread =
            !first.isEmpty() && (first.first().quoted || first.first().text.startsWith(u'*') ||
                                 textAfterNames(c.text) != c.text || first.first().text.contains(u':'));
        if (misread)
            words.last() += u':';
        return join(words << text(c.text));
    }
    if (!c.expiresAt)
        return {};
    return join(words << until(*c.expiresAt) << text(c.text));
}

bool goTogether(const IssueOrder& a, const IssueOrder& b) {
    return std::holds_alternative<UnitId>(a.to) && std::holds_alternative<UnitId>(b.to) &&
           a.incident == b.incident && a.text == b.text && a.overrideReason == b.overrideReason &&
           a.reached == b.reached && b.role == OrderRole::Backup;
}

} // namespace

QString write(const Command& command, const Context& context) {
    return std::visit(Writer(context), command);
}

QStringList write(const QList<Command>& commands, const Context& context) {
    const Writer writer(context);
    QStringList lines;
    for (qsizetype i = 0; i < commands.size(); ++i) {
        const auto* first = std::get_if<IssueOrder>(&commands[i]);
        if (!first || !std::holds_alternative<UnitId>(first->to)) {
            lines.append(std::visit(writer, commands[i]));
            continue;
        }
        QList<IssueOrder> together{*first};
        while (i + 1 < commands.size()) {
            const auto* more = std::get_if<IssueOrder>(&commands[i + 1]);
            if (!more || !goTogether(*first, *more))
                break;
            together.append(*more);
            ++i;
        }
        lines.append(writer.dispatch(together));
    }
    lines.removeAll(QString());
    return lines;
}

} // namespace tridesk::line
