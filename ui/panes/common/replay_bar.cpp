// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/common/replay_bar.h"

#include "ui/text/times.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {
constexpr std::array rates{0.5, 1.0, 2.0, 4.0, 8.0};
} // namespace

ReplayBar::ReplayBar(Replayer& replay, bool hasLive, QWidget* parent)
    : QFrame(parent)
    , m_replay(replay)
    , m_back(button(u"replay.back"_s, u"−10 s"_s, tr("Ten seconds back (J)")))
    , m_stepBack(button(u"replay.stepBack"_s, u"◂❙"_s, tr("A picture back (,)")))
    , m_pause(button(u"replay.pause"_s, u"❚❚"_s, tr("Stand still (blank)")))
    , m_step(button(u"replay.step"_s, u"❙▸"_s, tr("A picture on (.)")))
    , m_rate(button(u"replay.rate"_s, u"1×"_s, tr("Faster or slower (L)")))
    , m_live(button(u"replay.live"_s, tr("Live"), tr("Back to the live picture (Esc)")))
    , m_rail(new QSlider(Qt::Horizontal, this))
    , m_place(new QLabel(this)) {
    setObjectName(u"replayBar"_s);
    setAutoFillBackground(true);
    m_rail->setObjectName(u"replay.rail"_s);
    m_rail->setAccessibleName(tr("Place in the replay"));
    m_rail->setFocusPolicy(Qt::NoFocus); // the arrows go from tile to tile
    m_place->setObjectName(u"replay.place"_s);
    m_place->setAccessibleName(tr("Place in the replay"));
    m_live->setVisible(hasLive);
    m_live->setProperty("main", true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(4, 1, 4, 1);
    row->setSpacing(2);
    for (QToolButton* one : {m_back, m_stepBack, m_pause, m_step, m_rate})
        row->addWidget(one);
    row->addWidget(m_rail, 1);
    row->addWidget(m_place);
    row->addWidget(m_live);
    connect(m_back, &QToolButton::clicked, this, [this] { m_replay.seekBy(-jump); });
    connect(m_stepBack, &QToolButton::clicked, this, [this] { m_replay.step(-1); });
    connect(m_step, &QToolButton::clicked, this, [this] { m_replay.step(1); });
    connect(m_pause, &QToolButton::clicked, this, &ReplayBar::togglePause);
    connect(m_rate, &QToolButton::clicked, this, &ReplayBar::nextRate);
    connect(m_live, &QToolButton::clicked, this, &ReplayBar::liveAsked);
    connect(m_rail, &QSlider::valueChanged, this,
            [this](int ms) { m_replay.seek(m_replay.status().begin + Milliseconds(ms)); });
    connect(&replay, &Replayer::pictureChanged, this, &ReplayBar::follow);
    connect(&replay, &Replayer::stateChanged, this, &ReplayBar::follow);
    follow();
}

QToolButton* ReplayBar::button(const QString& name, const QString& sign, const QString& words) {
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setText(sign);
    made->setAccessibleName(words);
    made->setToolTip(words);
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::NoFocus);
    return made;
}

void ReplayBar::follow() {
    const ReplayStatus status = m_replay.status();
    const QSignalBlocker quiet(m_rail);
    m_rail->setRange(0, int((status.end - status.begin).count()));
    if (!m_rail->isSliderDown())
        m_rail->setValue(int((m_replay.position() - status.begin).count()));
    m_rail->setEnabled(status.isOpen);
    m_place->setText(u"%1 / %2"_s.arg(text::duration(m_replay.position() - status.begin),
                                      text::duration(status.end - status.begin)));
    const bool still = status.paused || status.ended;
    m_pause->setText(still ? u"▶"_s : u"❚❚"_s);
    m_pause->setAccessibleName(still ? tr("Go on (blank)") : tr("Stand still (blank)"));
    m_pause->setToolTip(m_pause->accessibleName());
    m_rate->setText(u"%1×"_s.arg(status.rate));
}

// At its end it begins anew.
void ReplayBar::togglePause() {
    const ReplayStatus status = m_replay.status();
    if (status.ended)
        m_replay.seek(status.begin);
    m_replay.setPaused(!status.paused && !status.ended);
}

void ReplayBar::nextRate() {
    const auto* now = std::ranges::find(rates, m_replay.status().rate);
    m_replay.setRate(now == rates.end() || now + 1 == rates.end() ? rates.front() : *(now + 1));
}

bool ReplayBar::takeKey(const QKeyEvent& event) {
    if (event.modifiers() != Qt::NoModifier)
        return false;
    switch (event.key()) {
    case Qt::Key_Space:
        togglePause();
        return true;
    case Qt::Key_Comma:
        m_replay.step(-1);
        return true;
    case Qt::Key_Period:
        m_replay.step(1);
        return true;
    case Qt::Key_J:
        m_replay.seekBy(-jump);
        return true;
    case Qt::Key_L:
        nextRate();
        return true;
    case Qt::Key_Escape:
        if (m_live->isHidden())
            return false;
        Q_EMIT liveAsked();
        return true;
    default:
        return false;
    }
}

// In a small tile what the keys do as well gives way to the rail.
void ReplayBar::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    const int letter = fontMetrics().averageCharWidth();
    m_place->setVisible(width() > letter * 58);
    for (QToolButton* one : {m_stepBack, m_step, m_rate})
        one->setVisible(width() > letter * 44);
}

} // namespace tridesk
