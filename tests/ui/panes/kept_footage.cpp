// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/panes/kept_footage.h"

#include "tests/video/camera_server.h"

#include <QTest>

extern "C" {
#include <libavcodec/packet.h>
}

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk::test {

namespace {
constexpr int patience = 20'000;
} // namespace

void addFeeds(Scene& scene) {
    const auto define = [&](QStringView id, const Name& name, const FeedOwner& owner) {
        if (!scene.ask(u"bureau", DefineFeed{{.id = code<FeedId>(id),
                                              .name = name,
                                              .owner = owner,
                                              .mainAddress = u"rtsp://127.0.0.1/%1"_s.arg(id),
                                              .subAddress = {}}}))
            qFatal("no feed");
    };
    define(u"BWC-1A12", {.zh = u"执法记录仪"_s, .en = u"Body camera"_s}, {.unit = code<UnitId>(u"1A12")});
    define(u"GATE", {.zh = u"东门"_s, .en = u"East gate"_s},
           {.kind = FeedOwnerKind::Place, .at = GeoPoint::from(31.5, 118.9)});
}

KeptFootage::KeptFootage(PaneDesk& desk)
    : m_desk(desk)
    , m_keeper(std::make_unique<FootageKeeper>(desk.desk(), m_folder.path()))
    , m_clerk(std::make_unique<FootageClerk>(desk.seat(), *m_keeper)) {
    if (!CameraServer::record(m_recordings.filePath(u"pictures.ts"_s), {.frames = 30}))
        qFatal("no recording");
}

PaneContext KeptFootage::context() {
    PaneContext context = m_desk.context();
    context.footage = m_clerk.get();
    return context;
}

PacketSpan KeptFootage::pictures() const {
    const auto source = replayOf(m_recordings.filePath(u"pictures.ts"_s))();
    PacketSpan span;
    while (auto held = (*source)->next().value_or(std::nullopt))
        span.push_back(*std::move(held));
    for (std::size_t i = 0; i < span.size(); ++i)
        span[i].at = videoNow() - (span.size() - i) * 66ms;
    return span;
}

template <class Keep>
FootageId KeptFootage::kept(Keep keep) {
    QSet<FootageId> before;
    for (const Footage& footage : m_desk.situation().footage())
        before.insert(footage.id);
    keep();
    FootageId made;
    const bool came = QTest::qWaitFor(
        [&] {
            for (const Footage& footage : m_desk.situation().footage())
                made = before.contains(footage.id) ? made : footage.id;
            return !made.isNull();
        },
        patience);
    if (!came)
        qFatal("nothing was kept");
    return made;
}

FootageId KeptFootage::clip(QStringView feed, const std::optional<IncidentId>& incident) {
    return kept([&] {
        const auto rewind = Rewind::make();
        RewindHold hold = rewind->hold();
        for (const HeldPacket& held : pictures())
            rewind->keep(*held.packet, held.coding, held.at);
        m_clerk->beginClip({code<FeedId>(feed), incident}, std::move(hold), 10s);
        m_clerk->endClip(code<FeedId>(feed));
    });
}

FootageId KeptFootage::still(QStringView feed, const std::optional<IncidentId>& incident) {
    return kept([&] {
        m_clerk->takePicture({code<FeedId>(feed), incident}, replayOf(pictures()), videoNow(),
                             m_desk.clock->now(), {});
    });
}

FootageId KeptFootage::mark(QStringView feed, const QString& words) {
    return kept([&] { m_clerk->mark({code<FeedId>(feed)}, m_desk.clock->now() - 1s, words); });
}

} // namespace tridesk::test
