// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/seat_page.h"

#include "app/journal/chain.h"
#include "app/journal/entry_json.h"
#include "app/link/seat_scope.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostInStream = 5'000;  ///< of one incident; more than any has
constexpr int mostEntries = 200'000; ///< in a page from outside

QJsonObject payloadOf(const Entry& entry) {
    return QJsonDocument::fromJson(entry.fact.payload).object();
}

/// The post that an entry of an incident or a unit names as the one it belongs to from now on.
std::optional<QString> postIn(const Entry& entry) {
    const bool mayName = entry.fact.kind == u"incident.reported" || entry.fact.kind == u"incident.amended" ||
                         entry.fact.kind == u"unit.defined";
    if (!mayName || !entry.fact.payload.contains("\"post\""))
        return std::nullopt;
    return payloadOf(entry).value(u"post").toString(); // empty: it lies in nobody's area
}

/// Gathers a page; the journal's thread.
class Gathering {
public:
    using Done = std::expected<void, JournalFault>;

    Gathering(Journal& journal, const Situation& situation, const Seat& seat)
        : m_journal(journal)
        , m_situation(situation)
        , m_seat(seat)
        , m_scope(situation, seat) {}

    /// False once the page is full; the entry is left for the next one then.
    std::expected<bool, JournalFault> take(const Entry& entry) {
        if (m_bytes >= bytesInPage)
            return false;
        const QString& stream = entry.fact.stream;
        Done done;
        if (stream.startsWith(u"incident/"))
            done = takeIncident(entry);
        else if (stream.startsWith(u"plot/"))
            done = takePlot(entry);
        else if (m_scope.isOpen(entry))
            add(entry);
        if (done && m_scope.isStation() && entry.fact.kind == u"unit.defined")
            done = takeMove(entry);
        return done.transform([] { return true; });
    }

    std::expected<SeatPage, JournalFault> finish(SeatPage page) {
        for (const QString& stream : std::as_const(m_whole))
            if (const Done given =
                    stream.startsWith(u"incident/") ? giveIncident(stream, page) : giveStream(stream, page);
                !given)
                return std::unexpected(given.error());
        page.entries = std::move(m_entries);
        std::ranges::sort(page.entries, {}, &Entry::seq);
        // What came with its incident may have come by itself as well.
        const auto twice = std::ranges::unique(page.entries, {}, &Entry::seq);
        page.entries.erase(twice.begin(), twice.end());
        return page;
    }

private:
    [[nodiscard]] const Incident* incidentOf(const QString& stream) const {
        const auto id = IncidentId::parse(QStringView(stream).sliced(9));
        return id ? m_situation.incidents().find(*id) : nullptr;
    }

    void takeWhole(const QString& stream) {
        if (m_taken.contains(stream))
            return;
        m_taken.insert(stream);
        m_whole.append(stream);
        m_bytes += 4'096; // about what an incident takes
    }

    Done takeIncident(const Entry& entry) {
        const QString& stream = entry.fact.stream;
        const Incident* incident = m_taken.contains(stream) ? nullptr : incidentOf(stream);
        if (!incident)
            return {};
        bool takes = m_scope.isAbout(*incident);
        if (!takes && m_scope.isStation() && entry.fact.kind == u"incident.amended" && postIn(entry)) {
            const auto was = wasOfPost(stream); // and has gone to another's area
            if (!was)
                return std::unexpected(was.error());
            takes = *was;
        }
        if (takes)
            takeWhole(stream);
        return {};
    }

    /// Whether an incident or a unit ever belonged to the station.
    std::expected<bool, JournalFault> wasOfPost(const QString& stream) {
        return m_journal.ofStream(stream, mostInStream).transform([&](const QList<Entry>& entries) {
            return std::ranges::any_of(entries,
                                       [&](const Entry& each) { return postIn(each) == m_seat.place; });
        });
    }

    /// A unit that came from another station, or went there, brings or takes with it what it did.
    Done takeMove(const Entry& entry) {
        const QString& stream = entry.fact.stream;
        const auto first = m_journal.ofStream(stream, 1);
        if (!first)
            return std::unexpected(first.error());
        if (first->isEmpty() || first->constFirst().seq == entry.seq || m_taken.contains(stream))
            return {};
        const auto was = wasOfPost(stream);
        if (!was)
            return std::unexpected(was.error());
        if (!*was)
            return {};
        takeWhole(stream);
        const auto unit = UnitId::parse(QStringView(stream).sliced(5));
        for (const Order& order : m_situation.orders())
            if (unit && order.unit() == unit)
                takeWhole(u"incident/"_s + order.incident.toString());
        return {};
    }

    Done takePlot(const Entry& entry) {
        const QString& stream = entry.fact.stream;
        const auto id = PlotId::parse(QStringView(stream).sliced(5));
        if (!m_scope.isStation() || !id)
            return {};
        const auto first = m_journal.ofStream(stream, 1);
        if (!first)
            return std::unexpected(first.error());
        const Plot* plot = m_situation.plots().find(*id);
        if (!first->isEmpty() && first->constFirst().seq < entry.seq)
            takeWhole(stream); // it may have been drawn for something else before, or is erased
        else if (plot && m_scope.sees(*plot))
            add(entry);
        return {};
    }

    Done giveIncident(const QString& stream, SeatPage& page) {
        const auto entries = m_journal.ofStream(stream, mostInStream);
        if (!entries)
            return std::unexpected(entries.error());
        page.streams.append(stream);
        const Incident* incident = incidentOf(stream);
        const bool sees = incident && m_scope.sees(*incident); // else it is taken back
        for (const Entry& entry : *entries)
            if (sees && entry.seq <= page.upTo && m_scope.isOpenOf(entry))
                addOf(*incident, entry, page);
        return incident ? giveAround(*incident, sees, page) : Done();
    }

    /// What is known of the incident's place, which a crew is to read before it goes in; what was said in its
    /// room, also before anybody from here was sent there; what was drawn for it.
    Done giveAround(const Incident& incident, bool sees, SeatPage& page) {
        QStringList streams;
        if (sees && !m_scope.isStation())
            for (const PremiseNote* note : m_scope.notesOf(incident))
                streams.append(u"premise/"_s + note->id.toString());
        for (const Message* said : roomOf(incident.id))
            if (m_scope.isStation() || m_scope.reads(*said))
                streams.append(u"message/"_s + said->id.toString());
        if (m_scope.isStation())
            for (const Plot& plot : m_situation.plots())
                if (plot.details.incident == incident.id)
                    streams.append(u"plot/"_s + plot.id.toString());
        for (const QString& stream : std::as_const(streams))
            if (const Done given = giveStream(stream, page); !given)
                return given;
        return {};
    }

    /// Whole, once; of what may not be seen nothing, so that it goes where it was given before.
    Done giveStream(const QString& stream, SeatPage& page) {
        if (page.streams.contains(stream))
            return {};
        const auto entries = m_journal.ofStream(stream, mostInStream);
        if (!entries)
            return std::unexpected(entries.error());
        page.streams.append(stream);
        for (const Entry& entry : *entries)
            if (entry.seq <= page.upTo && isGiven(entry))
                add(entry);
        return {};
    }

    [[nodiscard]] bool isGiven(const Entry& entry) const {
        if (entry.fact.stream.startsWith(u"premise/"))
            return true; // it came with its incident
        if (!entry.fact.stream.startsWith(u"plot/"))
            return m_scope.isOpen(entry);
        const auto id = PlotId::parse(QStringView(entry.fact.stream).sliced(5));
        const Plot* plot = id ? m_situation.plots().find(*id) : nullptr;
        return plot && m_scope.sees(*plot);
    }

    /// Of all incidents at once: a journal holds many more messages than a page incidents.
    [[nodiscard]] QList<const Message*> roomOf(const IncidentId& incident) {
        if (!m_rooms) {
            m_rooms.emplace();
            for (const Message& message : m_situation.messages())
                if (message.kind == MessageKind::Room && message.incident)
                    (*m_rooms)[*message.incident].append(&message);
        }
        return m_rooms->value(incident);
    }

    void add(const Entry& entry) {
        m_bytes += entry.fact.payload.size() + 512;
        m_entries.append(entry);
    }

    void addOf(const Incident& incident, const Entry& entry, SeatPage& page) {
        QJsonObject payload;
        if (!m_scope.knowsCallers(incident))
            payload = payloadOf(entry);
        if (!payload.contains(u"callers"))
            return add(entry);
        payload.remove(u"callers");
        Entry open = entry;
        open.fact.payload = QJsonDocument(payload).toJson(QJsonDocument::Compact);
        page.redacted.insert(entry.seq);
        add(open);
    }

    Journal& m_journal;
    const Situation& m_situation;
    const Seat& m_seat;
    SeatScope m_scope;
    QStringList m_whole; ///< streams that are given whole
    QSet<QString> m_taken;
    std::optional<QHash<IncidentId, QList<const Message*>>> m_rooms;
    QList<Entry> m_entries;
    qsizetype m_bytes = 0;
};

QString faultOf(const Entry& entry, const SeatPage& page, qint64 before) {
    if (entry.seq <= before || entry.seq > page.upTo)
        return u"entry %1 stands where it cannot"_s.arg(entry.seq);
    if (!page.redacted.contains(entry.seq) && entry.hash != chainHash(entry))
        return u"entry %1 does not match its hash"_s.arg(entry.seq);
    return {};
}

} // namespace

std::expected<SeatPage, JournalFault> seatPage(Journal& journal, const Situation& situation, const Seat& seat,
                                               qint64 after) {
    SeatPage page{.upTo = after,
                  .head = situation.seq(),
                  .origin = {},
                  .now = {},
                  .streams = {},
                  .entries = {},
                  .redacted = {}};
    const auto first = journal.read(1, 1);
    if (!first)
        return std::unexpected(first.error());
    if (!first->isEmpty())
        page.origin = first->constFirst().hash;
    if (!SeatScope(situation, seat).isServed() || after < 0 || after > page.head)
        return page;
    const auto entries = journal.read(std::max<qint64>(after, 1), entriesInPage + 1);
    if (!entries)
        return std::unexpected(entries.error());
    Gathering gathering(journal, situation, seat);
    for (const Entry& entry : *entries) {
        if (entry.seq == after) {
            page.after = page.reached = entry.hash;
            continue;
        }
        if (entry.seq > situation.seq())
            break;
        const auto taken = gathering.take(entry);
        if (!taken)
            return std::unexpected(taken.error());
        if (!*taken)
            break;
        page.upTo = entry.seq;
        page.reached = entry.hash;
    }
    return gathering.finish(std::move(page));
}

bool bringsNews(const Situation& situation, const Seat& seat, const Changes& changes) {
    const SeatScope scope(situation, seat);
    // Of other units only the callsign is given: a new one may come with the next page.
    if (changes.catalogue || !changes.posts.isEmpty() || !changes.beats.isEmpty() ||
        std::ranges::any_of(changes.units, [&](const UnitId& unit) { return scope.isOwn(unit); }))
        return true;
    const auto read = [&](const MessageId& id) {
        const Message* message = situation.messages().find(id);
        return message && scope.reads(*message);
    };
    if (std::ranges::any_of(changes.messages, read))
        return true;
    // What has just gone to another station's area is told as well, and cannot be told from what never came.
    if (scope.isStation())
        return !changes.incidents.isEmpty() || !changes.plots.isEmpty() || !changes.places.isEmpty() ||
               !changes.cameras.isEmpty() || !changes.premises.isEmpty() || changes.policy ||
               changes.seats.contains(seat.toString()) || changes.alarms.contains(seat.toString()) ||
               !changes.handovers.isEmpty();
    return std::ranges::any_of(changes.incidents, [&](const IncidentId& id) {
        const Incident* incident = situation.incidents().find(id);
        return incident && scope.isAbout(*incident);
    });
}

QByteArray toJson(const SeatPage& page) {
    QJsonArray redacted;
    for (const qint64 seq : page.redacted)
        redacted.append(seq);
    const QJsonObject head{{u"up_to"_s, page.upTo},
                           {u"head"_s, page.head},
                           {u"origin"_s, QString::fromLatin1(page.origin.toHex())},
                           {u"now"_s, toMs(page.now)},
                           {u"after"_s, QString::fromLatin1(page.after.toHex())},
                           {u"reached"_s, QString::fromLatin1(page.reached.toHex())},
                           {u"streams"_s, QJsonArray::fromStringList(page.streams)},
                           {u"redacted"_s, redacted},
                           {u"sign_in"_s, toJson(page.signIn)}};
    QByteArray json = QJsonDocument(head).toJson(QJsonDocument::Compact);
    json.chop(1);
    json += ",\"entries\":[";
    for (const Entry& entry : page.entries)
        json += toJsonLine(entry) + ',';
    if (!page.entries.isEmpty())
        json.chop(1);
    return json + "]}\n";
}

std::expected<SeatPage, QString> seatPageFrom(const QByteArray& json) {
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(u"not JSON: %1"_s.arg(error.errorString()));
    SeatPage page{.upTo = object[u"up_to"].toInteger(-1),
                  .head = object[u"head"].toInteger(-1),
                  .origin = QByteArray::fromHex(object[u"origin"].toString().toLatin1()),
                  .now = instantFromMs(object[u"now"].toInteger()),
                  .streams = {},
                  .entries = {},
                  .redacted = {},
                  .signIn = seatSignInFrom(object[u"sign_in"].toObject()),
                  .after = QByteArray::fromHex(object[u"after"].toString().toLatin1()),
                  .reached = QByteArray::fromHex(object[u"reached"].toString().toLatin1())};
    if (page.upTo < 0 || page.head < 0 || !object[u"entries"].isArray() || !object[u"now"].isDouble())
        return std::unexpected(u"not a page: up_to, head, now or entries is missing"_s);
    for (const auto& seq : object[u"redacted"].toArray())
        page.redacted.insert(seq.toInteger());
    for (const auto& stream : object[u"streams"].toArray())
        page.streams.append(stream.toString());
    const QJsonArray lines = object[u"entries"].toArray();
    if (lines.size() > mostEntries)
        return std::unexpected(u"%1 entries in one page"_s.arg(lines.size()));
    page.entries.reserve(lines.size());
    for (const auto& line : lines) {
        const qint64 before = page.entries.isEmpty() ? 0 : page.entries.constLast().seq;
        const auto entry = entryFromJsonLine(QJsonDocument(line.toObject()).toJson(QJsonDocument::Compact));
        if (!entry)
            return std::unexpected(u"an entry after %1 cannot be read: %2"_s.arg(before).arg(entry.error()));
        if (const QString fault = faultOf(*entry, page, before); !fault.isEmpty())
            return std::unexpected(fault);
        page.entries.append(*entry);
    }
    return page;
}

} // namespace tridesk
