// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/system/outage_check.h"

#include "app/domain/codec.h"
#include "app/journal/link_store.h"
#include "app/link/seat_page.h"
#include "tests/support/must.h"
#include "tests/system/seat_board.h"

#include <algorithm>
#include <map>

namespace tridesk::test {

using namespace Qt::StringLiterals;

namespace {

using Seat = OutageScene::Seat;

bool isConsole(Seat seat) {
    return seat <= OutageScene::Li;
}

std::unique_ptr<LinkStore> storeOf(const OutageScene& scene, Seat seat) {
    auto store = LinkStore::open(scene.fileOf(seat), isConsole(seat) ? u"console"_s : scene.seatOf(seat));
    if (!store)
        qFatal("%s: %s", qPrintable(scene.fileOf(seat)), qPrintable(store.error().toString()));
    return std::move(*store);
}

bool isMarked(const Entry& entry, const QString& mark) {
    static const QStringList kinds{u"incident.reported"_s, u"incident.noted"_s,  u"incident.transferred"_s,
                                   u"incident.amended"_s,  u"order.issued"_s,    u"order.signed"_s,
                                   u"order.under_way"_s,   u"order.arrived"_s,   u"order.reported"_s,
                                   u"order.refused"_s,     u"order.cancelled"_s, u"message.sent"_s};
    return kinds.contains(entry.fact.kind) && entry.fact.payload.contains(mark.toUtf8());
}

/// What was put before somebody because it was not taken late.
QStringList told(const OutageScene& scene) {
    QStringList all;
    for (int seat = 0; seat < OutageScene::seats; ++seat)
        all += scene.shownAtEnd(Seat(seat)).late;
    return all;
}

/// Orders of which a crew itself said anything.
qsizetype reachedCrews(const QList<Entry>& entries) {
    QSet<QString> orders;
    for (const Entry& entry : entries)
        if (entry.fact.seat.startsWith(u"field:") && entry.fact.kind.startsWith(u"order."))
            orders.insert(QJsonDocument::fromJson(entry.fact.payload).object()[u"order"].toString());
    return orders.size();
}

QList<Entry> keptOf(const OutageScene& scene, Seat seat) {
    return isConsole(seat) ? scene.replicaOf(seat) : must(storeOf(scene, seat)->entries());
}

QString named(const Entry& entry) {
    return u"%1 %2 %3"_s.arg(entry.seq).arg(entry.fact.kind, QString::fromUtf8(entry.fact.payload));
}

/// As a terminal takes them in, page by page.
QList<Entry> givenUpTo(Journal& journal, const tridesk::Seat& seat, qint64 last) {
    Situation situation;
    for (const Entry& entry : must(journal.read(1, int(last))))
        situation.fold(entry, must(decode(entry.fact)));
    std::map<qint64, Entry> given;
    for (qint64 after = 0; after < last;) {
        const SeatPage page = must(seatPage(journal, situation, seat, after));
        if (page.upTo <= after)
            break;
        for (const QString& stream : page.streams)
            std::erase_if(given, [&](const auto& each) { return each.second.fact.stream == stream; });
        for (const Entry& entry : page.entries)
            given.insert_or_assign(entry.seq, entry);
        after = page.upTo;
    }
    QList<Entry> entries;
    for (const auto& [seq, entry] : given)
        entries.append(entry);
    return entries;
}

} // namespace

QString outage_check::everythingIsInOnce(const OutageScene& scene, const QList<Asked>& asked) {
    const QList<Entry> entries = scene.entries();
    const QStringList conflicts = told(scene);
    qsizetype done = 0;
    for (const Asked& each : asked) {
        const qsizetype in =
            std::ranges::count_if(entries, [&](const Entry& entry) { return isMarked(entry, each.mark); });
        const qsizetype toldOf = std::ranges::count_if(
            conflicts, [&](const QString& conflict) { return conflict.contains(each.mark); });
        const bool isDone = each.word == "done";
        done += isDone ? 1 : 0;
        const bool isOpen = each.word.isEmpty(); // it may have been taken all the same
        if (isDone ? in + toldOf != 1 : in + toldOf > (isOpen ? 1 : 0))
            return u"%1 was answered '%2', is in %3 times, told %4"_s.arg(
                each.mark, QString::fromUtf8(each.word), QString::number(in), QString::number(toldOf));
    }
    qInfo(
        "%lld asked, %lld of them acknowledged, %lld conflicts told, %lld entries, %lld orders reached crews",
        qint64(asked.size()), qint64(done), qint64(conflicts.size()), qint64(entries.size()),
        qint64(reachedCrews(entries)));
    return done > 0 ? QString() : u"nothing was acknowledged"_s;
}

QString outage_check::seatKept(const OutageScene& scene, Seat which) {
    const auto journal = scene.journal();
    if (!journal)
        return u"the journal cannot be opened"_s;
    const QList<Entry> kept = keptOf(scene, which);
    QList<Entry> given;
    if (isConsole(which))
        given = must(journal->read(1, int(kept.size())));
    else
        given = givenUpTo(*journal, must(tridesk::Seat::parse(scene.seatOf(which))),
                          must(storeOf(scene, which)->head()).position);
    const auto [here, there] = std::ranges::mismatch(kept, given);
    if (!kept.isEmpty() && here == kept.end() && there == given.end())
        return {};
    return u"%1 keeps %2 where it is given %3"_s.arg(scene.nameOf(which),
                                                     here == kept.end() ? u"no more"_s : named(*here),
                                                     there == given.end() ? u"no more"_s : named(*there));
}

QString outage_check::seatShowed(const OutageScene& scene, Seat which) {
    const SeatProcess::Shown& shown = scene.shownAtEnd(which);
    if (const QString other = differenceOf(shown.board, boardOf(keptOf(scene, which))); !other.isEmpty())
        return scene.nameOf(which) + u' ' + other;
    QStringList late;
    for (const LateRefusal& each : must(storeOf(scene, which)->refusals()))
        late.append(lateText(each));
    return shown.late == late ? QString()
                              : u"%1 put %2 before somebody and keeps %3"_s.arg(
                                    scene.nameOf(which), shown.late.join(u' '), late.join(u' '));
}

} // namespace tridesk::test
