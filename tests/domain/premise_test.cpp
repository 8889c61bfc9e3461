// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/access/permission.h"
#include "app/domain/premise_rules.h"
#include "tests/support/scene.h"

#include <QTest>

using namespace tridesk;
using namespace tridesk::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Notes on places.
class PremiseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        m_scene = std::make_unique<Scene>();
        m_scene->furnish();
    }

    void standsInItsCircle() {
        QVERIFY(note({.kind = PremiseKind::Hazard,
                      .words = u"dog in the yard"_s,
                      .at = at(118.3),
                      .radius = 60,
                      .area = {},
                      .address = {},
                      .expiresAt = {}}));
        QCOMPARE(words(Place{at(118.3005), {}}), QStringList{u"dog in the yard"_s}); // 47 m
        QVERIFY(words(Place{at(118.301), {}}).isEmpty());                            // 95 m
    }

    void standsInItsArea() {
        const Area area{{corner(31.4, 118.2), corner(31.6, 118.2), corner(31.6, 118.4), corner(31.4, 118.4)}};
        QVERIFY(note({.kind = PremiseKind::KeySite,
                      .words = u"refinery"_s,
                      .at = {},
                      .area = area,
                      .address = {},
                      .expiresAt = {}}));
        QCOMPARE(words(Place{at(118.3), {}}), QStringList{u"refinery"_s});
        QVERIFY(words(Place{at(118.5), {}}).isEmpty());
        const PremiseNoteDetails zone{.words = {}, .at = {}, .area = area, .address = {}, .expiresAt = {}};
        QVERIFY(must(premise_rules::middleOf(zone)).metresTo(corner(31.5, 118.3)) < 1);
    }

    void standsAtItsAddressHoweverItIsTyped() {
        QVERIFY(note({.words = u"door code 12"_s,
                      .at = {},
                      .area = {},
                      .address = u"解放路 1 号"_s,
                      .expiresAt = {}}));
        QCOMPARE(words(Place{{}, u"解放路１号"_s}), QStringList{u"door code 12"_s});
        QVERIFY(words(Place{{}, u"解放路 11 号"_s}).isEmpty());
        QVERIFY(words(Place{}).isEmpty());
    }

    void putsDangerFirst() {
        QVERIFY(note({.kind = PremiseKind::Premise,
                      .words = u"lift"_s,
                      .at = at(118.3),
                      .radius = 60,
                      .area = {},
                      .address = {},
                      .expiresAt = {}}));
        QVERIFY(note({.kind = PremiseKind::Hazard,
                      .words = u"gas"_s,
                      .at = at(118.3),
                      .radius = 60,
                      .area = {},
                      .address = {},
                      .expiresAt = {}}));
        QVERIFY(note({.kind = PremiseKind::KeySite,
                      .words = u"bank"_s,
                      .at = at(118.3),
                      .radius = 60,
                      .area = {},
                      .address = {},
                      .expiresAt = {}}));
        QCOMPARE(words(Place{at(118.3), {}}), QStringList({u"gas"_s, u"bank"_s, u"lift"_s}));
    }

    void expires() {
        QVERIFY(note({.words = u"x"_s,
                      .at = at(118.3),
                      .radius = 60,
                      .area = {},
                      .address = {},
                      .expiresAt = m_scene->clock.now() + 1h}));
        QCOMPARE(words(Place{at(118.3), {}}).size(), 1);
        m_scene->clock.advance(2h);
        QVERIFY(words(Place{at(118.3), {}}).isEmpty());
    }

    void isWrittenAnewAndWithdrawn() {
        const PremiseNoteId id = must(note(
            {.words = u"x"_s, .at = at(118.3), .radius = 60, .area = {}, .address = {}, .expiresAt = {}}));
        QVERIFY(m_scene->ask(u"bureau", NotePremise{id,
                                                    {.words = u"y"_s,
                                                     .at = at(118.3),
                                                     .radius = 60,
                                                     .area = {},
                                                     .address = {},
                                                     .expiresAt = {}}}));
        QCOMPARE(words(Place{at(118.3), {}}), QStringList{u"y"_s});
        QCOMPARE(m_scene->situation.premises().find(id)->by, u"bureau"_s);
        QVERIFY(m_scene->ask(u"bureau", WithdrawPremiseNote{id, u"gone"_s}));
        QVERIFY(words(Place{at(118.3), {}}).isEmpty());
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", WithdrawPremiseNote{id, {}})).code,
                 RefusalCode::UnknownPremiseNote);
        QCOMPARE(refusalOf(m_scene->ask(u"bureau", NotePremise{id,
                                                               {.words = u"y"_s,
                                                                .at = {},
                                                                .area = {},
                                                                .address = u"somewhere"_s,
                                                                .expiresAt = {}}}))
                     .code,
                 RefusalCode::UnknownPremiseNote);
    }

    void theSameTwiceChangesNothing() {
        const PremiseNoteDetails details{
            .words = u"x"_s, .at = at(118.3), .radius = 60, .area = {}, .address = {}, .expiresAt = {}};
        QVERIFY(note(details));
        QVERIFY(m_scene->ask(u"bureau", NotePremise{{}, details}).value().isEmpty());
    }

    void refusesWhatCannotBe() {
        const auto refused = [this](const PremiseNoteDetails& details) {
            return refusalOf(m_scene->ask(u"bureau", NotePremise{{}, details}));
        };
        QCOMPARE(
            refused(
                {.words = u" "_s, .at = at(118.3), .radius = 60, .area = {}, .address = {}, .expiresAt = {}})
                .field,
            u"words"_s);
        QCOMPARE(refused({.words = u"x"_s, .at = {}, .area = {}, .address = {}, .expiresAt = {}}).field,
                 u"place"_s);
        QCOMPARE(
            refused(
                {.words = u"x"_s, .at = at(118.3), .radius = 0, .area = {}, .address = {}, .expiresAt = {}})
                .field,
            u"radius"_s);
        QCOMPARE(refused({.words = u"x"_s,
                          .at = at(118.3),
                          .radius = 5'001,
                          .area = {},
                          .address = {},
                          .expiresAt = {}})
                     .code,
                 RefusalCode::Invalid);
        QCOMPARE(refused({.words = u"x"_s,
                          .at = {},
                          .radius = 5,
                          .area = {},
                          .address = u"somewhere"_s,
                          .expiresAt = {}})
                     .field,
                 u"radius"_s);
        QCOMPARE(
            refused({.words = u"x"_s, .at = {}, .area = {{at(118.3)}}, .address = {}, .expiresAt = {}}).field,
            u"area"_s);
        QCOMPARE(refused({.words = QString(9'000, u'x'),
                          .at = {},
                          .area = {},
                          .address = u"somewhere"_s,
                          .expiresAt = {}})
                     .code,
                 RefusalCode::TooLong);
        QCOMPARE(refused({.words = u"x"_s,
                          .at = {},
                          .area = {},
                          .address = u"somewhere"_s,
                          .expiresAt = m_scene->clock.now()})
                     .field,
                 u"expires_at"_s);
    }

    void aStationKeepsItsOwnAndACrewReads() {
        const NotePremise fresh{
            {}, {.words = u"x"_s, .at = at(118.3), .radius = 60, .area = {}, .address = {}, .expiresAt = {}}};
        QVERIFY(permitted(m_scene->situation, actor(u"station:ST01"), fresh));
        QVERIFY(!permitted(m_scene->situation, actor(u"field:1A12"), fresh));
        const auto made = m_scene->ask(u"station:ST01", fresh);
        const auto id = std::get<PremiseNoted>(decode(made.value().constFirst().fact).value()).note;
        QVERIFY(permitted(m_scene->situation, actor(u"station:ST01"), WithdrawPremiseNote{id, {}}));
        QVERIFY(!permitted(m_scene->situation, actor(u"station:ST02"), WithdrawPremiseNote{id, {}}));
        QVERIFY(!permitted(m_scene->situation, actor(u"station:ST02"), NotePremise{id, fresh.details}));
        QVERIFY(permitted(m_scene->situation, actor(u"bureau"), WithdrawPremiseNote{id, {}}));
    }

private:
    static GeoPoint corner(double latitude, double longitude) {
        return must(GeoPoint::from(latitude, longitude));
    }
    static GeoPoint at(double longitude) { return corner(31.5, longitude); }

    std::optional<PremiseNoteId> note(const PremiseNoteDetails& details) {
        const auto made = m_scene->ask(u"bureau", NotePremise{{}, details});
        if (!made || made->isEmpty())
            return std::nullopt;
        return std::get<PremiseNoted>(decode(made->constFirst().fact).value()).note;
    }
    [[nodiscard]] QStringList words(const Place& place) const {
        QStringList found;
        for (const PremiseNote* note :
             premise_rules::notesAt(m_scene->situation, place, m_scene->clock.now()))
            found.append(note->details.words);
        return found;
    }

    std::unique_ptr<Scene> m_scene;
};

QTEST_GUILESS_MAIN(PremiseTest)
#include "premise_test.moc"
