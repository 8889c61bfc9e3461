// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outage/downtime_document.h"

#include "app/access/rights.h"
#include "app/desk/desk.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int cardsOnPage = 3;
constexpr qsizetype mostText = 240;      ///< characters of what was said
constexpr qsizetype mostTypes = 60;      ///< the first two levels fit on a page
constexpr qsizetype mostIncidents = 400; ///< beyond that it is no paper that anybody reads

QString shortened(const QString& words) {
    const QString line = words.simplified();
    return line.size() <= mostText ? line : line.left(mostText) + u'…';
}

class PackWriter {
    Q_DECLARE_TR_FUNCTIONS(tridesk::DowntimePack)

public:
    PackWriter(const SeatDesk& desk, const DowntimeOptions& options)
        : m_desk(desk)
        , m_situation(desk.situation())
        , m_named(options.named && hasRight(desk.actor().role, Right::KnowCallers))
        , m_cards(std::clamp(options.cards, 0, mostBlankCards))
        , m_now(desk.now())
        , m_document(tr("Downtime pack, %1").arg(text::seatName(m_situation, desk.actor().seat.toString())),
                     tr("As it stood %1. For the desk alone; destroy it when a newer one is printed.")
                         .arg(text::dateTime(m_now))) {}

    ReportDocument write() {
        how();
        incidents();
        units();
        posts();
        words();
        cards();
        return m_document;
    }

private:
    void how() {
        m_document.paragraph(
            tr("When nothing works any more: write each call on a card, with its time, before anything else. "
               "Send units by radio or telephone and write down when they were sent, arrived and were clear. "
               "A unit stands on one card at a time. Keep the cards in the order of their numbers."));
        m_document.paragraph(tr(
            "Afterwards: File menu, Enter paper cards. The times on the cards count, in whatever order they "
            "are typed."));
        if (!m_named)
            m_document.paragraph(tr("Names of callers and crews are left out."));
    }

    [[nodiscard]] QList<Incident> open() const {
        QList<Incident> open;
        for (const IncidentId& id : m_situation.openIncidents())
            if (const Incident* incident = m_situation.incidents().find(id);
                incident && m_desk.sight(*incident) > Sight::Outline)
                open.append(m_desk.shown(*incident));
        std::ranges::sort(open, [](const Incident& a, const Incident& b) {
            return std::pair(a.details.level, a.number) < std::pair(b.details.level, b.number);
        });
        return open;
    }

    void incidents() {
        const QList<Incident> all = open();
        m_document.heading(tr("Open incidents (%1)").arg(all.size()));
        if (all.isEmpty())
            return m_document.paragraph(tr("None."));
        if (all.size() > mostIncidents)
            m_document.warning(tr("The %1 most pressing of them.").arg(mostIncidents));
        QList<QStringList> rows;
        for (const Incident& each : all.first(std::min(all.size(), mostIncidents)))
            rows.append({text::shortNumber(each.number) + u'\n' + text::name(each.details.level),
                         text::dateTime(each.reportedAt), whatOf(each), text::place(each.details.place),
                         ordersOf(each)});
        m_document.table({tr("No."), tr("Reported"), tr("What"), tr("Place"), tr("Who is on it")}, rows);
    }

    [[nodiscard]] QString whatOf(const Incident& incident) const {
        QStringList lines;
        if (!incident.details.type.isNull())
            lines << text::typeName(m_situation.catalogue(), incident.details.type);
        if (incident.details.hazards.any())
            lines << u"▲ "_s + text::hazards(incident.details.hazards);
        if (!incident.details.text.isEmpty())
            lines << shortened(incident.details.text);
        if (const QString callers = callersOf(incident); !callers.isEmpty())
            lines << tr("Caller: %1").arg(callers);
        return lines.join(u'\n');
    }

    [[nodiscard]] QString callersOf(const Incident& incident) const {
        if (!m_named || !m_desk.knowsCallers(incident))
            return {};
        QStringList all;
        for (const Caller& caller : incident.details.callers)
            all << (caller.name + u' ' + caller.phone).trimmed();
        return all.join(u"; "_s);
    }

    [[nodiscard]] QString ordersOf(const Incident& incident) const {
        QStringList lines;
        for (const OrderId& id : incident.orders) {
            const Order* order = m_situation.orders().find(id);
            if (!order || isOver(order->stage))
                continue;
            const auto at = order->reached(order->stage);
            lines << text::addressee(m_situation, order->to) + u"  "_s + text::name(order->stage) +
                         (at ? u' ' + text::clock(*at) : QString());
        }
        if (const QString hold = text::hold(m_situation, incident); !hold.isEmpty())
            lines << hold;
        return lines.isEmpty() ? tr("nobody") : lines.join(u'\n');
    }

    void units() {
        QList<const Unit*> on;
        for (const Unit& unit : m_situation.units())
            if (unit.status != UnitStatus::Off && m_desk.maySee(unit))
                on.append(&unit);
        std::ranges::sort(on, [](const Unit* a, const Unit* b) {
            return std::pair(a->definition.post, a->definition.callsign.toString()) <
                   std::pair(b->definition.post, b->definition.callsign.toString());
        });
        m_document.heading(tr("Units on shift (%1)").arg(on.size()));
        QList<QStringList> rows;
        for (const Unit* unit : std::as_const(on))
            rows.append(
                {unit->definition.callsign.toString(), text::name(unit->definition.kind),
                 text::postName(m_situation, unit->definition.post),
                 m_named ? unit->crew.join(u' ') : tr("%n officer(s)", nullptr, int(unit->crew.size())),
                 unit->kit.radio, unit->kit.vehicle, statusOf(*unit), QString()});
        m_document.table({tr("Unit"), tr("Kind"), tr("Post"), tr("Crew"), tr("Radio"), tr("Vehicle"),
                          tr("Status"), tr("Telephone")},
                         rows);
    }

    [[nodiscard]] QString statusOf(const Unit& unit) const {
        const QString status = text::statusName(m_situation.catalogue(), unit.status, unit.customStatus) +
                               u' ' + text::clock(unit.statusSince);
        const Order* order = unit.order ? m_situation.orders().find(*unit.order) : nullptr;
        const Incident* incident = order ? m_situation.incidents().find(order->incident) : nullptr;
        return incident && m_desk.sight(*incident) > Sight::Outline
                   ? status + u'\n' + text::shortNumber(incident->number)
                   : status;
    }

    void posts() {
        QList<const Post*> all;
        for (const Post& post : m_situation.posts())
            all.append(&post);
        std::ranges::sort(all, [](const Post* a, const Post* b) {
            return std::pair(a->tier, a->id) < std::pair(b->tier, b->id);
        });
        m_document.heading(tr("Posts"));
        QList<QStringList> rows;
        for (const Post* post : std::as_const(all))
            rows.append({post->id.toString(), text::name(post->name), text::name(post->tier), QString()});
        m_document.table({tr("Code"), tr("Name"), tr("Tier"), tr("Telephone (write it in)")}, rows);
    }

    void words() {
        const Catalogue& catalogue = m_situation.catalogue();
        m_document.heading(tr("Words for the cards"));
        QStringList types;
        for (const IncidentType& type : catalogue.types)
            if (type.code.toString().count(u'.') < 2 && types.size() < mostTypes)
                types << text::name(type.name);
        QStringList outcomes;
        for (const Disposition& each : catalogue.dispositions)
            outcomes << text::name(each.name);
        m_document.facts({{tr("Types"), types.join(u" · "_s)}, {tr("Outcomes"), outcomes.join(u" · "_s)}});
    }

    /// Numbered by when the pack was made: no two packs have the same card.
    void cards() {
        const QString series = toDateTime(m_now).toLocalTime().toString(u"MMdd-HHmm"_s);
        for (int i = 0; i < m_cards; ++i) {
            if (i % cardsOnPage == 0)
                m_document.newPage();
            m_document.form(
                tr("Card %1").arg(u"%1-%2"_s.arg(series).arg(i + 1, 2, 10, QChar(u'0'))),
                {{.boxes = {{tr("Time"), 16}, {tr("Type"), 24}, {tr("Place"), 60}}, .lines = 1},
                 {.boxes = {{tr("What happened; caller's telephone"), 100}}, .lines = 5},
                 {.boxes = {{tr("Unit"), 16},
                            {tr("Dispatched"), 16},
                            {tr("Arrived"), 16},
                            {tr("Clear"), 16},
                            {tr("Outcome"), 36}},
                  .lines = 1},
                 {.boxes = {{tr("Further units, with their times"), 70}, {tr("Taken by"), 30}}, .lines = 1}});
        }
    }

    const SeatDesk& m_desk;
    const Situation& m_situation;
    bool m_named;
    int m_cards;
    Instant m_now;
    ReportDocument m_document;
};

} // namespace

ReportDocument downtimeDocument(const SeatDesk& desk, const DowntimeOptions& options) {
    return PackWriter(desk, options).write();
}

QString downtimePageWord() {
    return QCoreApplication::translate("tridesk::DowntimePack", "page %1 of %2");
}

} // namespace tridesk
