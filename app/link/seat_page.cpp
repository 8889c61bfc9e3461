// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/link/seat_page.h"

#include "app/access/permission.h"
#include "app/access/redaction.h"
#include "app/domain/message_rules.h"
#include "app/domain/premise_rules.h"
#include "app/domain/room_rules.h"
#include "app/journal/chain.h"
#include "app/journal/entry_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostInStream = 5'000;  ///< of one incident; more than any has
constexpr int mostEntries = 200'000; ///< in a page from outside

Actor crewAt(const Seat& seat) {
    return {.seat = seat, .user = {}, .role = Role::Crew};
}

/// Sent to it at any time, a recalled order among them, or brought by it.
bool isAbout(const Situation& situation, const Seat& seat, const Incident& incident) {
    return incident.source.name == seat.toString() ||
           std::ranges::any_of(incident.orders, [&](const OrderId& id) {
               const Order* order = situation.orders().find(id);
               return order && order->unit() && order->unit() == seat.unit();
           });
}

/// Gathers a page; the journal's thread.
class Gathering {
public:
    Gathering(Journal& journal, const Situation& situation, const Seat& seat)
        : m_journal(journal)
        , m_situation(situation)
        , m_seat(seat) {}

    /// False once the page is full; the entry is left for the next one then.
    std::expected<bool, JournalFault> take(const Entry& entry) {
        if (m_bytes >= bytesInPage)
            return false;
        const QString& stream = entry.fact.stream;
        const qsizetype slash = stream.indexOf(u'/');
        const QStringView kind = QStringView(stream).first(std::max<qsizetype>(slash, 0));
        const QString name = stream.sliced(slash + 1);
        if (kind == u"incident")
            return takeIncident(stream, name);
        if (isOpen(kind, name, entry.fact.kind))
            add(entry);
        return true;
    }

    std::expected<SeatPage, JournalFault> finish(SeatPage page) {
        for (const QString& stream : std::as_const(m_streams)) {
            const auto entries = m_journal.ofStream(stream, mostInStream);
            if (!entries)
                return std::unexpected(entries.error());
            page.streams.append(stream);
            const auto id = IncidentId::parse(QStringView(stream).sliced(9));
            const Incident* incident = id ? m_situation.incidents().find(*id) : nullptr;
            if (!incident || !maySee(m_situation, crewAt(m_seat), *incident, Instant::max()))
                continue; // taken back
            for (const Entry& entry : *entries)
                if (entry.seq <= page.upTo)
                    addOf(*incident, entry, page);
            for (const auto& known : {addPremises(*incident, page), addRoom(*incident, page)})
                if (!known)
                    return std::unexpected(known.error());
        }
        page.entries = std::move(m_entries);
        std::ranges::sort(page.entries, {}, &Entry::seq);
        // What came with its incident may have come by itself as well.
        const auto twice = std::ranges::unique(page.entries, {}, &Entry::seq);
        page.entries.erase(twice.begin(), twice.end());
        return page;
    }

private:
    std::expected<bool, JournalFault> takeIncident(const QString& stream, const QString& name) {
        const auto id = IncidentId::parse(name);
        const Incident* incident = id ? m_situation.incidents().find(*id) : nullptr;
        if (!incident || m_streams.contains(stream) || !isAbout(m_situation, m_seat, *incident))
            return true;
        m_streams.append(stream);
        m_bytes += 4'096; // about what an incident takes
        return true;
    }

    /// What stands in other streams than incidents': the desk's own words and posts, callsigns, the crew's
    /// own unit, what was written to it or by it.
    [[nodiscard]] bool isOpen(QStringView kind, const QString& name, const QString& fact) {
        if (kind == u"unit")
            return fact == u"unit.defined" || m_seat.unit() == UnitId::parse(name);
        if (kind == u"message") {
            const auto id = MessageId::parse(name);
            const Message* message = id ? m_situation.messages().find(*id) : nullptr;
            return message && message_rules::concerns(m_situation, *message, m_seat);
        }
        if (kind == u"premise") { // of a place that it is at already; else it comes with the incident
            const auto id = PremiseNoteId::parse(name);
            return fact == u"premise.withdrawn" || (id && isAtPlaceOfIts(*id));
        }
        return kind == u"post" || kind == u"beat" || fact == u"catalogue.defined" ||
               fact == u"practice.began";
    }

    /// Whether it stands on the place of an open incident of the crew's; gathered once for a page.
    [[nodiscard]] bool isAtPlaceOfIts(const PremiseNoteId& id) {
        if (!m_near) {
            m_near.emplace();
            for (const IncidentId& open : m_situation.openIncidents())
                if (const Incident* incident = m_situation.incidents().find(open);
                    incident && isAbout(m_situation, m_seat, *incident))
                    for (const PremiseNote* note : notesOf(*incident))
                        m_near->insert(note->id);
        }
        return m_near->contains(id);
    }

    [[nodiscard]] QList<const PremiseNote*> notesOf(const Incident& incident) const {
        return premise_rules::notesAt(m_situation, incident.details.place, incident.reportedAt);
    }

    /// What is known of the incident's place, which the crew is to read before it goes in.
    std::expected<void, JournalFault> addPremises(const Incident& incident, SeatPage& page) {
        for (const PremiseNote* note : notesOf(incident))
            if (const auto added = addStream(u"premise/"_s + note->id.toString(), page); !added)
                return added;
        return {};
    }

    /// What was said in its room, also before the crew was sent there.
    std::expected<void, JournalFault> addRoom(const Incident& incident, SeatPage& page) {
        for (const Message* said : room_rules::thread(m_situation, incident.id))
            if (message_rules::concerns(m_situation, *said, m_seat))
                if (const auto added = addStream(u"message/"_s + said->id.toString(), page); !added)
                    return added;
        return {};
    }

    /// Whole, once.
    std::expected<void, JournalFault> addStream(const QString& stream, SeatPage& page) {
        if (page.streams.contains(stream))
            return {};
        const auto entries = m_journal.ofStream(stream, mostInStream);
        if (!entries)
            return std::unexpected(entries.error());
        page.streams.append(stream);
        for (const Entry& entry : *entries)
            if (entry.seq <= page.upTo)
                add(entry);
        return {};
    }

    void add(const Entry& entry) {
        m_bytes += entry.fact.payload.size() + 512;
        m_entries.append(entry);
    }

    void addOf(const Incident& incident, const Entry& entry, SeatPage& page) {
        if (entry.fact.kind.startsWith(u"feed.") || entry.fact.kind.startsWith(u"footage."))
            return; // who watched, and what was kept of it, is the bureau's
        QJsonObject payload = QJsonDocument::fromJson(entry.fact.payload).object();
        const bool hides = !knowsCallers({.actor = crewAt(m_seat)}, incident);
        if (!hides || !payload.contains(u"callers"))
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
    QStringList m_streams;
    std::optional<QSet<PremiseNoteId>> m_near; ///< notes on places that the crew is at
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
    if (seat.tier != Tier::Field || after < 0 || after > page.head)
        return page;
    const auto entries = journal.read(after + 1, entriesInPage);
    if (!entries)
        return std::unexpected(entries.error());
    Gathering gathering(journal, situation, seat);
    for (const Entry& entry : *entries) {
        if (entry.seq > situation.seq())
            break;
        const auto taken = gathering.take(entry);
        if (!taken)
            return std::unexpected(taken.error());
        if (!*taken)
            break;
        page.upTo = entry.seq;
    }
    return gathering.finish(std::move(page));
}

bool bringsNews(const Situation& situation, const Seat& seat, const Changes& changes) {
    // Of other units a crew gets the callsign alone: a new one may come with the next page.
    const auto own = seat.unit();
    if (changes.catalogue || !changes.posts.isEmpty() || !changes.beats.isEmpty() ||
        (own && changes.units.contains(*own)))
        return true;
    const auto about = [&](const IncidentId& id) {
        const Incident* incident = situation.incidents().find(id);
        return incident && isAbout(situation, seat, *incident);
    };
    const auto read = [&](const MessageId& id) {
        const Message* message = situation.messages().find(id);
        return message && message_rules::concerns(situation, *message, seat);
    };
    return std::ranges::any_of(changes.incidents, about) || std::ranges::any_of(changes.messages, read);
}

QByteArray toJson(const SeatPage& page) {
    QJsonArray redacted;
    for (const qint64 seq : page.redacted)
        redacted.append(seq);
    const QJsonObject head{{u"up_to"_s, page.upTo},
                           {u"head"_s, page.head},
                           {u"origin"_s, QString::fromLatin1(page.origin.toHex())},
                           {u"now"_s, toMs(page.now)},
                           {u"streams"_s, QJsonArray::fromStringList(page.streams)},
                           {u"redacted"_s, redacted}};
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
                  .redacted = {}};
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
