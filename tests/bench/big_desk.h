// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/codec.h"
#include "app/journal/journal.h"
#include "tests/support/must.h"
#include "tests/support/scene.h"

/// A data folder of the size that architecture.md asks the console to start with.
namespace tridesk::bench {

struct BigDesk {
    int units = 10'000;
    int incidents = 100'000;
    int open = 500; ///< of the incidents, the newest
};

/// Writes it straight into a journal: stations with areas, units on duty, incidents reported and, but for the
/// newest, closed. Nothing where the journal refuses.
[[nodiscard]] inline bool fill(Journal& journal, const BigDesk& size) {
    using namespace Qt::StringLiterals;
    test::ManualClock clock;
    test::CountedIds ids;
    auto step = journal.begin();
    if (!step)
        return false;
    QList<Draft> drafts;
    const auto flush = [&] {
        const bool done = step->get()->append(drafts, clock.now()).has_value();
        drafts.clear();
        return done;
    };
    const auto add = [&](const Fact& fact) {
        drafts.append(encode(fact, Request{RequestId(ids.next()), test::actor(u"bureau"), {}, OpenSeat{}},
                             clock.now()));
    };
    constexpr int stations = 12;
    const auto station = [](int number) {
        return test::code<PostId>(u"ST%1"_s.arg(number, 2, 10, QChar(u'0')));
    };
    for (int i = 0; i < stations; ++i) {
        const auto corner = [i](double y, double x) {
            return test::must(GeoPoint::from(31 + y, 118 + i + x));
        };
        add(PostDefined{{station(i),
                         Tier::Station,
                         {u"派出所"_s, u"Station"_s},
                         corner(.5, .5),
                         {{corner(0, 0), corner(0, 1), corner(1, 1), corner(1, 0)}}}});
    }
    for (int i = 0; i < size.units; ++i) {
        const QString name = u"%1A%2"_s.arg(i % stations).arg(i);
        add(UnitDefined{{test::code<UnitId>(name),
                         test::code<Callsign>(name),
                         UnitKind(i % 3),
                         station(i % stations),
                         {u"trk-"_s + name}}});
        add(UnitLoggedOn{test::code<UnitId>(name), {u"P1"_s, u"P2"_s}});
    }
    for (int i = 0; i < size.incidents; ++i) {
        IncidentDetails details;
        details.text = u"两车追尾，没有人受伤，车已经挪到路边。 %1"_s.arg(i);
        details.type = test::code<TypeCode>(u"traffic.accident.damage.clear");
        details.level = Level(i % 4);
        details.place = {GeoPoint::from(31.0 + (i % 997) / 1000.0, 118.0 + (i % 11'987) / 1000.0),
                         u"解放路 %1 号"_s.arg(i % 900)};
        details.callers = {{{}, u"10000000000"_s}};
        const IncidentId id(ids.next());
        add(IncidentReported{id,
                             20261121000001 + i,
                             {u"feed"_s, u"key-%1"_s.arg(i)},
                             QByteArray(8, 'd'),
                             details,
                             station(i % stations)});
        if (i < size.incidents - size.open)
            add(IncidentClosed{id, test::code<TypeCode>(u"handled"), {}});
        clock.advance(Milliseconds(500));
        if (drafts.size() > 5000 && !flush())
            return false;
    }
    return flush() && step->get()->commit().has_value();
}

} // namespace tridesk::bench
