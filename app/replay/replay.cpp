// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/replay/replay.h"

#include "app/replay/replay_engine.h"

#include <atomic>

namespace tridesk {

using namespace std::chrono_literals;

namespace {

constexpr auto frame = 16ms; ///< at most; the next waits until the one before is there
/// How often the end of the record is looked for while a live desk goes on beside.
constexpr auto followEvery = 5s;

} // namespace

/// What the replayed desk takes for now. Asked from any thread.
class ReplayTime final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return instantFromMs(m_now); }
    void set(Instant at) { m_now = toMs(at); }

private:
    std::atomic<qint64> m_now = 0;
};

Replay::Replay(ReplayGround ground, QObject* parent)
    : QObject(parent)
    , m_time(std::make_shared<ReplayTime>())
    , m_fixes(std::make_unique<FixBoard>(ground.fixes, QString())) {
    auto engine = std::make_unique<ReplayEngine>(std::move(ground));
    m_engine = engine.get();
    m_desk = std::make_unique<Desk>(std::move(engine), m_time);
    m_frames.setInterval(frame);
    m_frames.setTimerType(Qt::PreciseTimer);
    m_follow.setInterval(followEvery);
    connect(&m_frames, &QTimer::timeout, this, &Replay::tick);
    connect(&m_follow, &QTimer::timeout, m_engine, &ReplayEngine::follow);
    join();
}

Replay::~Replay() {
    m_engine->stop();
}

void Replay::join() {
    connect(m_engine, &ReplayEngine::reading, this, &Replay::reading);
    connect(m_engine, &ReplayEngine::spanned, this,
            [this](Instant first, Instant last, const QStringList& seats, const QStringList& users) {
                m_clock.setSpan(first, last);
                m_seats = seats;
                m_users = users;
                if (!std::exchange(m_spanned, true))
                    m_clock.seek(last);
                Q_EMIT spanChanged();
            });
    connect(m_engine, &ReplayEngine::grown, this, [this](const Situation& end) {
        m_end = end;
        Q_EMIT grown();
    });
    connect(m_engine, &ReplayEngine::standing, this, [this](Instant at, qint64 shown, qint64 recorded) {
        m_isAwaited = false;
        m_time->set(at);
        m_shown = shown;
        m_recorded = recorded;
    });
    connect(m_engine, &ReplayEngine::placed, this, [this](const QHash<UnitId, ReplayedFix>& fixes) {
        QHash<UnitId, Fix> shown;
        shown.reserve(fixes.size());
        QSet<UnitId> between;
        m_byRoad = 0;
        for (auto each = fixes.cbegin(); each != fixes.cend(); ++each) {
            shown.insert(each.key(), each->fix);
            if (each->between)
                between.insert(each.key());
            m_byRoad += each->byRoad ? 1 : 0;
        }
        m_between = between.size();
        m_fixes->show(shown, between);
        Q_EMIT moved();
    });
    connect(m_engine, &ReplayEngine::found, this, &Replay::seek);
    connect(m_engine, &ReplayEngine::foundNone, this, &Replay::foundNone);
    connect(m_engine, &ReplayEngine::orders, this, &Replay::orders);
    connect(m_engine, &ReplayEngine::pictured, this, [this](const StripPicture& picture) {
        --m_pictures;
        if (const auto next = std::exchange(m_nextPicture, {}))
            askPicture(*next);
        Q_EMIT pictured(picture);
    });
    connect(m_desk.get(), &Desk::ready, this, [this] {
        m_follow.start();
        Q_EMIT ready();
        Q_EMIT moved();
    });
    connect(m_desk.get(), &Desk::failed, this, &Replay::failed);
    connect(m_desk.get(), &Desk::storageTrouble, this, &Replay::trouble);
    connect(m_fixes.get(), &FixBoard::failed, this, &Replay::trouble);
}

void Replay::start() {
    m_fixes->startShown();
    m_desk->start();
}

void Replay::seek(Instant at) {
    m_clock.seek(at);
    send();
}

void Replay::follow() {
    QMetaObject::invokeMethod(m_engine, &ReplayEngine::follow, Qt::QueuedConnection);
}

void Replay::send() {
    m_isAwaited = true;
    m_engine->seek(m_clock.at());
    Q_EMIT moved();
}

void Replay::play(bool backwards) {
    m_clock.play(backwards);
    m_sinceFrame.start();
    m_frames.start();
    Q_EMIT playingChanged();
}

void Replay::pause() {
    m_clock.pause();
    m_frames.stop();
    Q_EMIT playingChanged();
}

void Replay::setSpeed(double speed) {
    m_clock.setSpeed(speed);
    Q_EMIT playingChanged();
}

void Replay::tick() {
    m_clock.pass(Milliseconds(m_sinceFrame.restart()));
    if (!m_isAwaited || !m_clock.plays())
        send();
    if (!m_clock.plays())
        pause();
}

void Replay::jump(bool forward, const FilmQuery& query) {
    pause();
    QMetaObject::invokeMethod(
        m_engine,
        [engine = m_engine, at = m_clock.at(), forward, query] { engine->find(at, forward, query); },
        Qt::QueuedConnection);
}

void Replay::setKnownBy(const QString& seat) {
    if (std::exchange(m_knownBy, seat) != seat)
        Q_EMIT knownByChanged(seat);
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, seat] { engine->knownBy(seat); }, Qt::QueuedConnection);
    send();
}

void Replay::askOrders(const IncidentId& incident) {
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, incident] { engine->tellOrders(incident); }, Qt::QueuedConnection);
}

void Replay::askPicture(const StripQuestion& question) {
    if (m_pictures > 0) {
        m_nextPicture = question;
        return;
    }
    ++m_pictures;
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, question] { engine->picture(question); }, Qt::QueuedConnection);
}

} // namespace tridesk
