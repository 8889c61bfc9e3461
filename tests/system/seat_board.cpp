// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/seat_board.h"

#include "app/domain/codec.h"
#include "app/domain/command_codec.h"
#include "app/domain/enum_names.h"

#include <QJsonDocument>

#include <algorithm>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

template <class Id>
QString named(const QList<Id>& ids) {
    QStringList names;
    for (const Id& id : ids)
        names.append(id.toString());
    return names.join(u',');
}

QString line(const Incident& incident) {
    QStringList notes;
    for (const Note& note : incident.notes)
        notes.append(note.text);
    const auto at = incident.details.place.at;
    return u"incident %1 %2 %3 of %4 '%5' at %6 orders %7 notes %8 with %9"_s.arg(
        incident.id.toString(), QString::number(incident.number), enumName(incident.stage),
        incident.post.toString(), incident.details.text,
        at ? u"%1 %2"_s.arg(at->latitude()).arg(at->longitude()) : QString(), named(incident.orders),
        notes.join(u','), incident.transfer ? incident.transfer->agency : QString());
}

QString line(const Order& order) {
    const auto unit = order.unit();
    return u"order %1 %2 to %3 on %4 by %5 '%6' '%7'"_s.arg(
        order.id.toString(), enumName(order.stage),
        unit ? unit->toString() : order.post().value_or(PostId()).toString(), order.incident.toString(),
        order.issuedBy, order.text, order.report);
}

QString line(const Unit& unit) {
    return u"unit %1 %2 on %3 with %4"_s.arg(unit.definition.id.toString(), enumName(unit.status),
                                             unit.order.value_or(OrderId()).toString(), unit.crew.join(u','));
}

QString line(const Message& message) {
    return u"message %1 of %2 '%3'"_s.arg(message.id.toString(), message.from, message.text);
}

template <class Rows>
void append(QStringList& lines, const Rows& rows) {
    for (const auto& row : rows)
        lines.append(line(row));
}

} // namespace

QStringList boardOf(const Situation& situation) {
    QStringList lines;
    append(lines, situation.incidents());
    append(lines, situation.orders());
    append(lines, situation.units());
    append(lines, situation.messages());
    lines.sort();
    lines.prepend(u"entry %1"_s.arg(situation.seq()));
    return lines;
}

QStringList boardOf(const QList<Entry>& entries) {
    Situation situation;
    for (const Entry& entry : entries)
        if (const auto fact = decode(entry.fact))
            situation.fold(entry, *fact);
        else
            situation.skip(entry);
    return boardOf(situation);
}

QString lateText(const LateRefusal& late) {
    return QString::fromUtf8(QJsonDocument(commandJson(late.request.command)).toJson(QJsonDocument::Compact));
}

QString differenceOf(const QStringList& shown, const QStringList& kept) {
    const auto [here, there] = std::ranges::mismatch(shown, kept);
    if (here == shown.end() && there == kept.end())
        return {};
    return u"shows %1 where what it keeps is %2"_s.arg(here == shown.end() ? u"no more"_s : *here,
                                                       there == kept.end() ? u"no more"_s : *there);
}

} // namespace tridesk::test
