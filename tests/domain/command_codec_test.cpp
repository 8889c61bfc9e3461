// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/command_codec.h"
#include "app/domain/derived_ids.h"
#include "tests/line/same_command.h"
#include "tests/support/mutate.h"
#include "tests/support/scene.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;

namespace {

template <size_t... I>
QList<Command> emptyOnes(std::index_sequence<I...>) {
    return {Command(std::variant_alternative_t<I, AnyCommand>{})...};
}

/// One of every kind, empty, and those that a crew sends, filled.
QList<Command> commands() {
    QList<Command> all = emptyOnes(std::make_index_sequence<std::variant_size_v<AnyCommand>>());
    for (Command& each : all)
        if (auto* order = std::get_if<IssueOrder>(&each))
            order->to = code<PostId>(u"ST01"); // to nobody is no order
    CountedIds ids;
    const auto unit = code<UnitId>(u"1A12");
    const OrderId order(ids.next());
    const IncidentId incident(ids.next());
    const GeoPoint at = must(GeoPoint::from(32.05, 118.55));
    const IncidentDetails details{.text = u"两车相撞 \"x\"\n"_s,
                                  .type = code<TypeCode>(u"traffic"),
                                  .level = Level::Critical,
                                  .place = {.at = at, .address = u"Linjiang Road"_s},
                                  .callers = {{.name = u"Li"_s, .phone = u"138"_s}},
                                  .hazards = {.weapon = true, .injured = true}};
    all << LogOn{.unit = unit,
                 .crew = {u"Chen"_s, u"Wu"_s},
                 .kit = {.vehicle = u"V1"_s, .radio = u"R1"_s, .camera = u"C1"_s, .weapon = u"W1"_s}}
        << SetUnitStatus{.unit = unit,
                         .status = UnitStatus::OutOfService,
                         .reason = u"lunch"_s,
                         .custom = code<TypeCode>(u"lunch")}
        << AdvanceOrder{.order = order,
                        .to = OrderStage::Reported,
                        .text = u"done"_s,
                        .disposition = code<TypeCode>(u"handled"),
                        .onBehalf = OnBehalf{.channel = u"radio"_s, .words = u"arrived"_s}}
        << AskReinforcement{.order = order, .text = u"two"_s}
        << SendMessage{.to = {unit, code<PostId>(u"ST01")},
                       .text = u"on my way"_s,
                       .incident = incident,
                       .kind = MessageKind::Bulletin,
                       .expiresAt = instantFromMs(1'795'262'400'000),
                       .area = {{at, at, at}}}
        << AdvanceMessage{MessageId(ids.next()), MessageStage::Acknowledged}
        << InitiateIncident{.unit = unit, .details = details}
        << RaiseEmergency{.unit = unit, .source = EmergencySource::Device, .text = u"help"_s, .at = at}
        << ResetTimers{.units = {unit}} << SetTimer{.unit = unit, .every = std::chrono::minutes(10)}
        << IssueOrder{.incident = incident,
                      .to = unit,
                      .role = OrderRole::Backup,
                      .text = u"go"_s,
                      .overrideReason = u"worse"_s,
                      .shown = {},
                      .reached = OrderStage::Arrived}
        << HoldIncident{incident, instantFromMs(1'795'262'400'000), u"later"_s, unit, {}, 2}
        << HoldIncident{incident, {}, {}, {}, code<BeatId>(u"B07")}
        << CloseIncident{incident, code<TypeCode>(u"handled"), u"done"_s, u"he hung up"_s}
        << DefineBeat{{code<BeatId>(u"B07"), code<PostId>(u"ST01"), {u"一"_s, {}}, {{at, at, at}}}}
        << RetireBeat{code<BeatId>(u"B07")}
        << FlagIncident{.incident = incident, .flag = IncidentFlag::Sensitive, .on = false}
        << AmendIncident{.incident = incident,
                         .text = QString(),
                         .type = {},
                         .level = Level::Urgent,
                         .place = {},
                         .callers = QList<Caller>(),
                         .hazards = {},
                         .reason = u"heard more"_s};
    return all;
}

} // namespace

/// Commands as they go over a line and wait in an outbox.
class CommandCodecTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCommandComesBackAsItWent() {
        QSet<QString> words;
        const QList<Command> all = commands();
        for (const Command& command : all) {
            const QByteArray json = QJsonDocument(commandJson(command)).toJson(QJsonDocument::Compact);
            const auto read = commandFrom(QJsonDocument::fromJson(json).object());
            QVERIFY2(read.has_value(), json.constData());
            QVERIFY2(same(command, *read), json.constData());
            words.insert(commandWord(command));
        }
        QCOMPARE(words.size(), qsizetype(std::variant_size_v<AnyCommand>)); // none twice
    }

    void namesWhatCannotBeRead() {
        QCOMPARE(commandFrom({}).error(), u"command"_s);
        QCOMPARE(commandFrom({{u"command"_s, u"dance"_s}}).error(), u"command"_s);
        QCOMPARE(commandFrom({{u"command"_s, u"log_off"_s}, {u"unit"_s, u"a b"_s}}).error(), u"unit"_s);
        QCOMPARE(commandFrom({{u"command"_s, u"advance_order"_s}, {u"to"_s, u"somewhere"_s}}).error(),
                 u"to"_s);
    }

    void survivesAnything() {
        std::mt19937 random(20261121);
        const QList<Command> all = commands();
        for (int i = 0; i < 20'000; ++i) {
            const QByteArray json = QJsonDocument(commandJson(all[int(random() % size_t(all.size()))]))
                                        .toJson(QJsonDocument::Compact);
            const auto read = commandFrom(QJsonDocument::fromJson(mutated(json, random)).object());
            QVERIFY(read || !read.error().isEmpty());
        }
    }

    void whoeverDecidesARequestMakesTheSameIds() {
        CountedIds ids;
        const RequestId request(ids.next());
        DerivedIds here(request);
        DerivedIds there(request);
        const QUuid first = here.next();
        QCOMPARE(there.next(), first);
        const QUuid second = here.next();
        QVERIFY(second != first);
        QCOMPARE(there.next(), second);
        QVERIFY(DerivedIds(RequestId(ids.next())).next() != first);
    }
};

QTEST_GUILESS_MAIN(CommandCodecTest)
#include "command_codec_test.moc"
