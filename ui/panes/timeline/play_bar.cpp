// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/timeline/play_bar.h"

#include "app/replay/replay.h"
#include "ui/actions/selection.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// What the step buttons go to.
enum class What { Any, Incident, Unit, Emergency, Order, Deadline, Message, Desk, Map };

constexpr QLatin1StringView seatWord("seat"); ///< before a seat, in what a choice holds
constexpr QLatin1StringView userWord("user");
constexpr int mostLetters = 15; ///< of a choice; the whole of it is in its list

QString speedText(double speed) {
    return u"%1×"_s.arg(speed);
}

} // namespace

PlayBar::PlayBar(Replay& replay, const Look& look, Selection& selection, QWidget* parent)
    : QFrame(parent)
    , m_replay(replay)
    , m_look(look)
    , m_selection(selection)
    , m_clock(new QLabel(this))
    , m_backwards(button(u"replay.backwards"_s, u"play-back"_s, tr("Play backwards")))
    , m_play(button(u"replay.play"_s, u"play"_s, tr("Play")))
    , m_before(button(u"replay.before"_s, u"step-before"_s, tr("To the entry before")))
    , m_after(button(u"replay.after"_s, u"step-next"_s, tr("To the next entry")))
    , m_speed(new QComboBox(this))
    , m_what(new QComboBox(this))
    , m_who(new QComboBox(this))
    , m_only(button(u"replay.only"_s, u"lasso"_s, tr("Only these on the timeline")))
    , m_bookmark(button(u"replay.bookmark"_s, u"bookmark"_s, tr("Bookmark this instant (Ctrl+B)")))
    , m_drill(button(u"replay.drill"_s, u"escape"_s, tr("Begin a drill from this instant…")))
    , m_knownBy(new QComboBox(this))
    , m_note(new QLabel(this)) {
    setObjectName(u"playBar"_s);
    setAccessibleName(tr("Replay controls"));
    build();
    join();
    tellPlaying();
    tell();
}

QToolButton* PlayBar::button(const QString& name, const QString& icon, const QString& words) {
    auto* made = new QToolButton(this);
    made->setObjectName(name);
    made->setAccessibleName(words);
    made->setToolTip(words);
    made->setIcon(m_look.icon(icon));
    made->setAutoRaise(true);
    made->setFocusPolicy(Qt::StrongFocus);
    return made;
}

void PlayBar::build() {
    m_clock->setObjectName(u"replay.clock"_s);
    m_clock->setAccessibleName(tr("Time shown"));
    QFont large = m_clock->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    large.setFeature("tnum", 1);
    m_clock->setFont(large);
    m_speed->setObjectName(u"replay.speed"_s);
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("Speed"));
    for (const double speed : playSpeeds)
        m_speed->addItem(speedText(speed), speed);
    m_speed->setCurrentIndex(m_speed->findData(1.0));
    buildQuery();
    m_knownBy->setObjectName(u"replay.knownBy"_s);
    m_knownBy->setAccessibleName(tr("Whose knowledge is shown"));
    m_knownBy->setToolTip(tr("Hides what had not reached that seat by then"));
    m_knownBy->addItem(tr("All that was recorded"));
    m_note->setObjectName(u"replay.note"_s);
    m_note->setAccessibleName(tr("What to know of what is shown"));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 3, 8, 3);
    row->setSpacing(4);
    row->addWidget(m_clock);
    row->addSpacing(10);
    for (QWidget* each : std::initializer_list<QWidget*>{m_before, m_backwards, m_play, m_after})
        row->addWidget(each);
    row->addSpacing(6);
    row->addWidget(m_speed);
    row->addSpacing(6);
    for (QWidget* each : std::initializer_list<QWidget*>{m_what, m_who, m_only})
        row->addWidget(each);
    row->addSpacing(6);
    row->addWidget(m_knownBy);
    row->addWidget(m_note, 1);
    row->addWidget(m_bookmark);
    row->addWidget(m_drill);
    for (QComboBox* each : {m_what, m_who, m_knownBy}) {
        each->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        each->setMinimumContentsLength(mostLetters);
    }
}

void PlayBar::buildQuery() {
    m_what->setObjectName(u"replay.what"_s);
    m_what->setAccessibleName(tr("What the step buttons go to"));
    m_what->setToolTip(m_what->accessibleName());
    for (const auto& [what, words] : {std::pair(What::Any, tr("Every entry")),
                                      {What::Incident, tr("Incident in hand")},
                                      {What::Unit, tr("Unit in hand")},
                                      {What::Emergency, tr("Emergencies and missed checks")},
                                      {What::Deadline, tr("Missed deadlines")},
                                      {What::Order, tr("Orders")},
                                      {What::Message, tr("Messages")},
                                      {What::Desk, tr("Seats, shifts and settings")},
                                      {What::Map, tr("Drawings and places")}})
        m_what->addItem(words, int(what));
    m_who->setObjectName(u"replay.who"_s);
    m_who->setAccessibleName(tr("Whose entries the step buttons go to"));
    m_who->setToolTip(m_who->accessibleName());
    m_who->addItem(tr("Anybody"));
    m_only->setCheckable(true);
}

void PlayBar::join() {
    connect(m_play, &QToolButton::clicked, this, &PlayBar::togglePlay);
    connect(m_backwards, &QToolButton::clicked, this, [this] {
        const bool plays = m_replay.clock().plays() && m_replay.clock().isBackwards();
        plays ? m_replay.pause() : m_replay.play(true);
    });
    connect(m_before, &QToolButton::clicked, this, [this] { step(false); });
    connect(m_after, &QToolButton::clicked, this, [this] { step(true); });
    connect(m_speed, &QComboBox::currentIndexChanged, this,
            [this] { m_replay.setSpeed(m_speed->currentData().toDouble()); });
    connect(m_knownBy, &QComboBox::currentIndexChanged, this,
            [this] { m_replay.setKnownBy(m_knownBy->currentData().toString()); });
    connect(m_what, &QComboBox::currentIndexChanged, this, &PlayBar::tellOnly);
    connect(m_who, &QComboBox::currentIndexChanged, this, &PlayBar::tellOnly);
    connect(m_only, &QToolButton::toggled, this, &PlayBar::tellOnly);
    connect(&m_selection, &Selection::incidentChanged, this, &PlayBar::tellOnly);
    connect(&m_selection, &Selection::unitsChanged, this, &PlayBar::tellOnly);
    connect(m_bookmark, &QToolButton::clicked, this, &PlayBar::bookmarkAsked);
    connect(m_drill, &QToolButton::clicked, this, &PlayBar::drillAsked);
    connect(&m_replay, &Replay::moved, this, &PlayBar::tell);
    connect(&m_replay, &Replay::spanChanged, this, &PlayBar::tellSpan);
    connect(&m_replay, &Replay::playingChanged, this, &PlayBar::tellPlaying);
    connect(&m_replay, &Replay::foundNone, this, [this] { m_note->setText(tr("There is no further one.")); });
    connect(&m_look, &Look::changed, this, &PlayBar::tellPlaying);
}

void PlayBar::togglePlay() {
    const bool plays = m_replay.clock().plays() && !m_replay.clock().isBackwards();
    plays ? m_replay.pause() : m_replay.play();
}

void PlayBar::faster(bool more) {
    m_speed->setCurrentIndex(std::clamp(m_speed->currentIndex() + (more ? 1 : -1), 0, m_speed->count() - 1));
}

void PlayBar::setKnownBy(const QString& seat) {
    const int found = m_knownBy->findData(seat);
    m_knownBy->setCurrentIndex(std::max(0, found));
}

void PlayBar::setMayDrill(bool may) {
    m_drill->setEnabled(may);
}

FilmQuery PlayBar::query() const {
    const QSet<UnitId>& units = m_selection.units();
    FilmQuery query;
    switch (What(m_what->currentData().toInt())) {
    case What::Any:
        break;
    case What::Incident:
        query.incident = m_selection.incident();
        break;
    case What::Unit:
        query.unit = units.isEmpty() ? UnitId() : *units.begin();
        break;
    case What::Emergency:
        query.kind = FilmKind::Emergency;
        break;
    case What::Order:
        query.kind = FilmKind::Order;
        break;
    case What::Deadline:
        query.kind = FilmKind::Deadline;
        break;
    case What::Message:
        query.kind = FilmKind::Message;
        break;
    case What::Desk:
        query.kind = FilmKind::Desk;
        break;
    case What::Map:
        query.kind = FilmKind::Map;
        break;
    }
    const QStringList who = m_who->currentData().toStringList();
    if (who.size() == 2)
        (who[0] == seatWord ? query.seat : query.user) = who[1];
    return query;
}

/// Nothing is left out as long as there is nothing in hand that it would be about.
void PlayBar::tellOnly() {
    FilmQuery only = m_only->isChecked() ? query() : FilmQuery();
    if ((only.incident && only.incident->isNull()) || (only.unit && only.unit->isNull()))
        only = {};
    Q_EMIT onlyAsked(only);
}

void PlayBar::step(bool forward) {
    const FilmQuery asked = query();
    if (asked.incident && asked.incident->isNull())
        return m_note->setText(tr("Take an incident in hand first."));
    if (asked.unit && asked.unit->isNull())
        return m_note->setText(tr("Take a unit in hand first."));
    m_replay.jump(forward, asked);
}

void PlayBar::tell() {
    m_clock->setText(text::dateTime(m_replay.clock().at()));
    QStringList notes;
    if (!m_replay.knownBy().isEmpty())
        notes.append(tr("recorded, but not known there yet: %1").arg(m_replay.unknownThen()));
    if (m_replay.between() > 0)
        notes.append(tr("places worked out: %1, %2 by road", "between two reports of a unit")
                         .arg(m_replay.between())
                         .arg(m_replay.byRoad()));
    m_note->setText(notes.join(u" · "_s));
    m_note->setToolTip(m_note->text());
}

void PlayBar::tellSpan() {
    const QSignalBlocker quiet(m_knownBy);
    for (const QString& seat : m_replay.seats())
        if (m_knownBy->findData(seat) < 0)
            m_knownBy->addItem(tr("As known: %1", "a seat").arg(text::seatName(m_replay.end(), seat)), seat);
    const auto add = [this](QLatin1StringView word, const QString& who, const QString& name) {
        const QStringList choice{word, who};
        if (m_who->findData(choice) < 0)
            m_who->addItem(name, choice);
    };
    const QSignalBlocker still(m_who);
    for (const QString& seat : m_replay.seats())
        add(seatWord, seat, text::seatName(m_replay.end(), seat));
    for (const QString& user : m_replay.users())
        add(userWord, user, tr("Person: %1").arg(user));
}

void PlayBar::tellPlaying() {
    const PlayClock& clock = m_replay.clock();
    const bool forth = clock.plays() && !clock.isBackwards();
    const bool back = clock.plays() && clock.isBackwards();
    m_play->setIcon(m_look.icon(forth ? u"pause"_s : u"play"_s));
    m_play->setAccessibleName(forth ? tr("Pause") : tr("Play"));
    m_play->setToolTip(m_play->accessibleName());
    m_backwards->setIcon(m_look.icon(back ? u"pause"_s : u"play-back"_s));
    m_backwards->setAccessibleName(back ? tr("Pause") : tr("Play backwards"));
    m_backwards->setToolTip(m_backwards->accessibleName());
    m_before->setIcon(m_look.icon(u"step-before"_s));
    m_after->setIcon(m_look.icon(u"step-next"_s));
    m_only->setIcon(m_look.icon(u"lasso"_s));
    m_bookmark->setIcon(m_look.icon(u"bookmark"_s));
    m_drill->setIcon(m_look.icon(u"escape"_s));
}

} // namespace tridesk
