// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/seat_endpoint.h"

#include "app/access/rights.h"
#include "app/desk/fix_board.h"
#include "app/domain/command_codec.h"
#include "app/intake/json_fields.h"
#include "app/link/fix_page.h"
#include "app/link/seat_call.h"

#include <QJsonDocument>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int longestWait = 30; ///< seconds; a line that says nothing for longer might as well be cut
constexpr qint64 latestMs = 4'102'444'800'000; ///< 2100
constexpr qsizetype mostSeats = 4'096;         ///< that are kept in mind

QFuture<HttpAnswer> refused(const Refusal& refusal) {
    return answered(HttpAnswer::refused(refusal));
}

void fulfil(const std::shared_ptr<QPromise<HttpAnswer>>& answer, HttpAnswer with) {
    answer->addResult(std::move(with));
    answer->finish();
}

/// A number of the query, 0 where it is not given.
Result<qint64> numberOf(const QUrlQuery& query, const QString& name, qint64 most) {
    if (!query.hasQueryItem(name))
        return 0;
    const QString text = query.queryItemValue(name);
    bool isNumber = false;
    const qint64 number = text.toLongLong(&isNumber);
    if (!isNumber || number < 0 || number > most)
        return refuse(RefusalCode::Invalid, name, text, u"must be a number from 0 to %1"_s.arg(most));
    return number;
}

/// The first text in a command that may not go into the record, under its name.
QString uncleanIn(const QJsonValue& value, const QString& name) {
    if (value.isString())
        return isClean(value.toString()) ? QString() : name;
    QString found;
    if (value.isArray())
        for (const auto& each : value.toArray())
            found = found.isEmpty() ? uncleanIn(each, name) : found;
    const QJsonObject object = value.toObject();
    for (auto at = object.begin(); at != object.end() && found.isEmpty(); ++at)
        found = uncleanIn(at.value(), at.key());
    return found;
}

/// What a terminal asks for, and whom it says it is from; `now` bounds its clock, which may be fast.
Result<Request> requestFrom(const QByteArray& body, Instant now) {
    const QJsonObject json = QJsonDocument::fromJson(body).object();
    const auto id = RequestId::parse(json[u"request"].toString());
    if (!id)
        return refuse(RefusalCode::Invalid, u"request"_s, json[u"request"].toString(), u"must be a UUID"_s);
    const QJsonValue at = json[u"happened_at"];
    if (!at.isUndefined() && !instantFromIso(at.toString()))
        return refuse(RefusalCode::Invalid, u"happened_at"_s, shown(at), u"ISO 8601 with a zone"_s);
    auto command = commandFrom(json[u"command"].toObject());
    if (!command)
        return refuse(RefusalCode::Invalid, u"command"_s, command.error(), u"cannot be read"_s);
    if (const QString unclean = uncleanIn(json[u"command"], u"command"_s); !unclean.isEmpty())
        return refuse(RefusalCode::Invalid, unclean, {}, u"holds control characters or broken text"_s);
    const Instant happened = at.isUndefined() ? now : instantFromIso(at.toString()).value_or(now);
    return Request{.id = *id,
                   .actor = {.seat = {}, .user = json[u"user"].toString()},
                   .happenedAt = std::min(happened, now),
                   .command = *std::move(command)};
}

} // namespace

SeatEndpoint::SeatEndpoint(HttpService& service, Desk& desk, const FixBoard& board, SeatSessions& sessions,
                           QObject* parent)
    : QObject(parent)
    , m_desk(desk)
    , m_board(board)
    , m_sessions(sessions) {
    const auto route = [&](const char* method, const QString& pattern, auto handler) {
        service.route(method, pattern, Scope::Seat, [this, handler](const HttpCall& call) {
            if (!m_desk.isReady() || !m_sessions.isReady())
                return answered(HttpAnswer::error(503, u"busy"_s, u"the desk is not ready"_s));
            return (this->*handler)(call);
        });
    };
    route("GET", u"/v1/seats/*/entries"_s, &SeatEndpoint::entries);
    route("GET", u"/v1/seats/*/fixes"_s, &SeatEndpoint::fixes);
    route("POST", u"/v1/seats/*/commands"_s, &SeatEndpoint::command);
    connect(&desk, &Desk::changed, this, &SeatEndpoint::wake);
    connect(&sessions, &SeatSessions::changed, this, &SeatEndpoint::tellOfSignIns);
    connect(&m_late, &QTimer::timeout, this, &SeatEndpoint::wakeLate);
    m_late.start(250ms);
}

SeatEndpoint::~SeatEndpoint() = default;

SeatSessions::Standing SeatEndpoint::standingOf(const Seat& seat, const Grant& machine,
                                                const QByteArray& session) const {
    return m_sessions.standingOf(session, seat, machine, m_desk.clock().now());
}

SeatSignIn SeatEndpoint::signInOf(const Seat& seat, const Grant& machine, const QByteArray& session) const {
    SeatSignIn signIn{.isNeeded = m_sessions.isNeeded(seat, machine)};
    if (!session.isEmpty())
        signIn.stand = standingOf(seat, machine, session).stand;
    return signIn;
}

/// Who acts; a refusal's value says what is wrong with the session.
Result<Actor> SeatEndpoint::actorOf(const HttpCall& call, const Seat& seat, bool isEmergency) const {
    const QByteArray session = call.request.header(sessionHeader);
    if (session.isEmpty()) {
        if (m_sessions.isNeeded(seat, call.grant) && !isEmergency)
            return refuse(RefusalCode::NotPermitted, u"session"_s, u"needed"_s,
                          u"somebody must have signed in at this seat"_s);
        return Actor{.seat = seat, .user = call.grant.source, .role = roleByToken(seat)};
    }
    const auto standing = standingOf(seat, call.grant, session);
    if (!standing.user)
        return refuse(RefusalCode::NotPermitted, u"session"_s, enumName(standing.stand),
                      u"the sign-in holds no more"_s);
    return standing.user->actorAt(seat);
}

QFuture<HttpAnswer> SeatEndpoint::entries(const HttpCall& call) {
    const auto seat = seatOf(call);
    if (!seat)
        return refused(seat.error());
    const QUrlQuery query = HttpRequest::form(call.request.query);
    const auto after = numberOf(query, u"after"_s, std::numeric_limits<qint64>::max() - 1);
    const auto wait = numberOf(query, u"wait"_s, longestWait);
    const auto seen = numberOf(query, u"shown"_s, std::numeric_limits<qint64>::max() - 1);
    for (const auto* number : {&after, &wait, &seen})
        if (!*number)
            return refused(number->error());
    const QByteArray session = call.request.header(sessionHeader);
    const auto standing = standingOf(*seat, call.grant, session);
    noteKnown({.seat = *seat,
               .user = standing.user ? standing.user->login.toString() : call.grant.source,
               .role = standing.user ? standing.user->role : roleByToken(*seat)},
              *after, *seen);
    const Waiter waiter{.answer = std::make_shared<QPromise<HttpAnswer>>(),
                        .after = *after,
                        .until = std::chrono::steady_clock::now() + std::chrono::seconds(*wait),
                        .machine = call.grant,
                        .session = session,
                        .signIn = signInOf(*seat, call.grant, session)};
    waiter.answer->start();
    look(*seat, waiter);
    return waiter.answer->future();
}

/// On the journal's thread, and back: what is there is given at once, else the seat waits.
void SeatEndpoint::look(const Seat& seat, const Waiter& waiter) {
    const auto looked = std::make_shared<QPromise<Page>>();
    looked->start();
    // A continuation, because it is silent once this endpoint is gone.
    looked->future().then(this, [this, seat, waiter](const Page& page) { take(seat, waiter, page); });
    m_desk.look([looked, seat, after = waiter.after, clock = &m_desk.clock()](Journal* journal,
                                                                              const Situation& situation) {
        Page page = std::unexpected(u"no journal is open on this machine"_s);
        if (journal)
            page = seatPage(*journal, situation, seat, after).transform_error([](const JournalFault& fault) {
                return fault.toString();
            });
        if (page)
            page->now = clock->now();
        looked->addResult(std::move(page));
        looked->finish();
    });
}

void SeatEndpoint::take(const Seat& seat, Waiter waiter, const Page& page) {
    if (!page)
        return fulfil(waiter.answer, HttpAnswer::error(503, u"storage"_s, page.error()));
    if (!waiter.beginsAt)
        waiter.beginsAt = page->after;
    const bool moved = page->upTo - waiter.after >= entriesInPage; // and there is more to look at
    const bool isOther = waiter.after > page->head;                // another journal than the seat knew
    if (page->hasNews() || moved || isOther || std::chrono::steady_clock::now() >= waiter.until) {
        SeatPage told = *page;
        told.after = *waiter.beginsAt; // however far it was looked for it meanwhile
        told.signIn = signInOf(seat, waiter.machine, waiter.session);
        return fulfil(waiter.answer, {.status = 200, .body = toJson(told), .headers = {}});
    }
    waiter.after = page->upTo;
    if (m_desk.situation().seq() > page->head)
        return look(seat, waiter); // something came while it was looked
    const QString name = seat.toString();
    if (const auto before = m_waiting.constFind(name); before != m_waiting.constEnd())
        fulfil(before->answer,
               HttpAnswer::error(409, u"replaced"_s, u"the same seat follows from elsewhere too"_s));
    m_waiting.insert(name, waiter);
}

void SeatEndpoint::wake(const Changes& changes) {
    const QStringList seats = m_waiting.keys();
    for (const QString& name : seats)
        if (const auto seat = Seat::parse(name); seat && bringsNews(m_desk.situation(), *seat, changes))
            look(*seat, m_waiting.take(name));
}

void SeatEndpoint::wakeLate() {
    const auto now = std::chrono::steady_clock::now();
    const QStringList seats = m_waiting.keys();
    for (const QString& name : seats)
        if (const auto seat = Seat::parse(name); seat && m_waiting.value(name).until <= now)
            look(*seat, m_waiting.take(name));
}

/// Who waits hears at once where another must sign in there, or who sits there may no more.
void SeatEndpoint::tellOfSignIns() {
    const QStringList seats = m_waiting.keys();
    for (const QString& name : seats) {
        const auto seat = Seat::parse(name);
        Waiter& waiter = m_waiting[name];
        if (!seat || signInOf(*seat, waiter.machine, waiter.session) == waiter.signIn)
            continue;
        waiter.until = {};
        look(*seat, m_waiting.take(name));
    }
}

/// A terminal says with each question how far it has come, which is what a seat received and was shown. Of
/// what it had before this gateway began, it is on record already.
void SeatEndpoint::noteKnown(const Actor& actor, qint64 received, qint64 shown) {
    if (m_known.size() >= mostSeats)
        m_known.clear();
    const QString name = actor.seat.toString();
    const bool isNew = !m_known.contains(name);
    Known& known = m_known[name];
    const qint64 newest = m_desk.situation().seq();
    received = std::min(received, newest);
    shown = std::min(shown, newest);
    if (!isNew && received > known.received)
        m_desk.noteShown(actor, known.received + 1, received, ReceiptStage::Received);
    if (!isNew && shown > known.shown)
        m_desk.noteShown(actor, known.shown + 1, shown, ReceiptStage::Shown);
    known = {.received = received, .shown = std::max(known.shown, shown)};
}

QFuture<HttpAnswer> SeatEndpoint::fixes(const HttpCall& call) {
    const auto seat = seatOf(call);
    if (!seat)
        return refused(seat.error());
    const auto after = numberOf(HttpRequest::form(call.request.query), u"after"_s, latestMs);
    if (!after)
        return refused(after.error());
    const FixPage page = fixPage(m_board.all(), SeatScope(m_desk.situation(), *seat),
                                 std::min(instantFromMs(*after), m_desk.clock().now()));
    return answered({.status = 200, .body = toJson(page), .headers = {}});
}

QFuture<HttpAnswer> SeatEndpoint::command(const HttpCall& call) {
    const auto seat = seatOf(call);
    if (!seat)
        return refused(seat.error());
    auto request = requestFrom(call.request.body, m_desk.clock().now());
    if (!request)
        return refused(request.error());
    const auto actor = actorOf(call, *seat, std::holds_alternative<RaiseEmergency>(request->command));
    if (!actor)
        return refused(actor.error());
    if (!request->actor.user.isEmpty() && request->actor.user != actor->user)
        return refused({RefusalCode::NotPermitted, u"user"_s, request->actor.user.left(80),
                        u"the session is another user's"_s});
    return m_desk.submit(*actor, std::move(request->command), request->happenedAt, request->id)
        .then(this, [clock = &m_desk.clock(), place = seat->toString()](const Outcome& outcome) {
            if (!outcome)
                return HttpAnswer::refused(outcome.error());
            const bool isOthers = !outcome->isEmpty() && outcome->constFirst().fact.seat != place;
            if (isOthers)
                return HttpAnswer::refused({RefusalCode::DuplicateWithOtherContent, u"request"_s, {}, {}});
            return HttpAnswer::json(200,
                                    QJsonObject{{u"status"_s, outcome->isEmpty() ? u"known"_s : u"done"_s},
                                                {u"seq"_s, outcome->isEmpty() ? 0 : outcome->constLast().seq},
                                                {u"now"_s, toMs(clock->now())}});
        });
}

} // namespace tridesk
