// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/addressees.h"

#include "app/desk/desk.h"
#include "app/line/lookup.h"
#include "ui/actions/echo.h"
#include "ui/text/names.h"

#include <QCoreApplication>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

struct Addressees {
    Q_DECLARE_TR_FUNCTIONS(tridesk::Addressees)
};

const QRegularExpression& separator() {
    static const QRegularExpression comma(u"[,，、;；]"_s);
    return comma;
}

bool isCrewed(const Unit& unit) {
    return unit.status != UnitStatus::Off;
}

/// Units by callsign, posts by code.
QList<Addressee> ordered(QList<Addressee> all) {
    std::sort(all.begin(), all.end());
    return all;
}

template <class Fits>
QList<Addressee> crews(const Situation& situation, const Fits& fits) {
    QList<Addressee> all;
    for (const Unit& unit : situation.units())
        if (isCrewed(unit) && fits(unit))
            all.append(unit.definition.id);
    return ordered(all);
}

QList<Addressee> posts(const SeatDesk& desk, Tier tier) {
    QList<Addressee> all;
    for (const Post& post : desk.situation().posts())
        if (post.tier == tier && desk.actor().seat.post() != post.id)
            all.append(post.id);
    return ordered(all);
}

void addStations(QList<AddresseeGroup>& groups, const Situation& situation) {
    QMap<PostId, QString> names;
    for (const Post& post : situation.posts())
        names.insert(post.id, text::name(post.name));
    for (const auto& [id, name] : names.asKeyValueRange())
        groups.append({Addressees::tr("Units of %1").arg(name),
                       crews(situation, [&](const Unit& unit) { return unit.definition.post == id; })});
}

/// "Every crew qualified: negotiator".
void addQualified(QList<AddresseeGroup>& groups, const Situation& situation) {
    QStringList words;
    for (const Unit& unit : situation.units())
        words += unit.definition.qualifications;
    words.sort();
    words.removeDuplicates();
    for (const QString& word : std::as_const(words))
        groups.append({Addressees::tr("Every crew qualified: %1").arg(text::qualification(word)),
                       crews(situation, [&](const Unit& unit) {
                           return unit.definition.qualifications.contains(word);
                       })});
}

/// Stations that were moved to a desk under a name, and their crews.
void addSectors(QList<AddresseeGroup>& groups, const Situation& situation) {
    QMap<QString, QSet<PostId>> sectors;
    for (const SectorCover& cover : situation.sectors())
        if (!cover.name.isEmpty() && !cover.desk.isEmpty())
            sectors[cover.name].insert(cover.post);
    for (const auto& [name, stations] : sectors.asKeyValueRange()) {
        QList<Addressee> to;
        for (const PostId& post : stations)
            to.append(post);
        groups.append(
            {Addressees::tr("Sector %1").arg(name), ordered(to) + crews(situation, [&](const Unit& unit) {
                                                        return stations.contains(unit.definition.post);
                                                    })});
    }
}

QString refusal(const QString& word, const QStringList& candidates) {
    if (candidates.isEmpty())
        return Addressees::tr("To: nobody is called “%1”.").arg(word);
    return Addressees::tr("To: “%1” may be %2.")
        .arg(word, candidates.join(Addressees::tr(", ", "between words of a list")));
}

using Read = std::expected<QList<Addressee>, QString>;

Read readName(const QString& name, const QList<AddresseeGroup>& groups, const line::Context& context) {
    const auto group = std::ranges::find_if(groups, [&](const AddresseeGroup& each) {
        return each.name.compare(name, Qt::CaseInsensitive) == 0;
    });
    if (group != groups.end())
        return group->to;
    const auto one = line::addresseeNamed(context, name);
    if (one.value)
        return QList<Addressee>{*one.value};
    QList<Addressee> several; // "1A12 1A14", as the line has them
    const QStringList words = name.split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words)
        if (const auto each = line::addresseeNamed(context, word); words.size() > 1 && each.value)
            several.append(*each.value);
    if (!several.isEmpty() && several.size() == words.size())
        return several;
    return std::unexpected(refusal(name, one.candidates));
}

} // namespace

QList<Addressee> assignedTo(const Situation& situation, const IncidentId& id) {
    QList<Addressee> all;
    const Incident* incident = situation.incidents().find(id);
    if (!incident)
        return all;
    for (const OrderId& each : incident->orders)
        if (const Order* order = situation.orders().find(each);
            order && !isOver(order->stage) && !all.contains(order->to))
            all.append(order->to);
    return all;
}

QList<AddresseeGroup> addresseeGroups(const SeatDesk& desk, const IncidentId& inHand) {
    const Situation& situation = desk.situation();
    QList<AddresseeGroup> groups;
    if (const Incident* incident = situation.incidents().find(inHand);
        incident && desk.sight(*incident) > Sight::Outline)
        groups.append({Addressees::tr("Assigned to %1").arg(text::shortNumber(incident->number)),
                       assignedTo(situation, inHand)});
    groups.append({Addressees::tr("Everyone"), line::everybody(lineContext(desk))});
    groups.append({Addressees::tr("All stations"), posts(desk, Tier::Station)});
    groups.append({Addressees::tr("The bureau"), posts(desk, Tier::Bureau)});
    addStations(groups, situation);
    for (const UnitKind kind : {UnitKind::Car, UnitKind::Motorcycle, UnitKind::Foot, UnitKind::Van,
                                UnitKind::Boat, UnitKind::Auxiliary})
        groups.append({Addressees::tr("Every unit of the kind %1").arg(text::name(kind)),
                       crews(situation, [&](const Unit& unit) { return unit.definition.kind == kind; })});
    addQualified(groups, situation);
    addSectors(groups, situation);
    groups.removeIf([](const AddresseeGroup& group) { return group.to.isEmpty(); });
    return groups;
}

Read readAddressees(const QString& text, const QList<AddresseeGroup>& groups, const SeatDesk& desk) {
    const line::Context context = lineContext(desk);
    QList<Addressee> to;
    for (const QString& part : text.split(separator(), Qt::SkipEmptyParts)) {
        const QString name = part.trimmed();
        if (name.isEmpty())
            continue;
        const Read named = readName(name, groups, context);
        if (!named)
            return named;
        for (const Addressee& each : *named)
            if (!to.contains(each))
                to.append(each);
    }
    if (to.isEmpty())
        return std::unexpected(Addressees::tr("To: say who shall read it."));
    return to;
}

QString writeAddressees(const QList<Addressee>& to, const Situation& situation) {
    QStringList names;
    names.reserve(to.size());
    for (const Addressee& each : to)
        names.append(text::addressee(situation, each));
    return names.join(u", "_s);
}

QString addresseesText(const QList<Addressee>& to, const Situation& situation, qsizetype most) {
    if (to.size() <= most)
        return writeAddressees(to, situation);
    return Addressees::tr("%1 and %n more", nullptr, int(to.size() - most))
        .arg(writeAddressees(to.first(most), situation));
}

qsizetype lastNameAt(const QString& text) {
    qsizetype at = text.lastIndexOf(separator()) + 1;
    while (at < text.size() && text[at].isSpace())
        ++at;
    return at;
}

QStringList namesFor(const QString& beginning, const QList<AddresseeGroup>& groups,
                     const Situation& situation, qsizetype most) {
    QStringList found;
    for (const AddresseeGroup& group : groups)
        if (group.name.contains(beginning, Qt::CaseInsensitive))
            found.append(group.name);
    if (beginning.isEmpty())
        return found.mid(0, most);
    QStringList names;
    for (const Post& post : situation.posts())
        if (const QString name = text::name(post.name);
            name.contains(beginning, Qt::CaseInsensitive) ||
            post.id.toString().startsWith(beginning, Qt::CaseInsensitive))
            names.append(name);
    names.sort();
    found += names;
    names.clear();
    for (const Unit& unit : situation.units())
        if (const QString callsign = unit.definition.callsign.toString();
            isCrewed(unit) && callsign.startsWith(beginning, Qt::CaseInsensitive))
            names.append(callsign);
    names.sort();
    return (found + names).mid(0, most);
}

} // namespace tridesk
