// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/compose_box.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/line/times.h"
#include "ui/actions/echo.h"
#include "ui/actions/selection.h"
#include "ui/panes/messages/addressee_edit.h"
#include "ui/text/message_words.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

ComposeBox::ComposeBox(const PaneContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_kind(new QComboBox(this))
    , m_to(new AddresseeEdit(context.desk, context.selection, this))
    , m_until(new QComboBox(this))
    , m_area(new QComboBox(this))
    , m_inside(new QPushButton(tr("To crews inside"), this))
    , m_incident(new QCheckBox(this))
    , m_words(new QLineEdit(this))
    , m_send(new QPushButton(tr("Send"), this))
    , m_refusal(new QLabel(this)) {
    setObjectName(u"compose"_s);
    setProperty("panel", true);
    build();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ComposeBox::followKind);
    connect(m_send, &QPushButton::clicked, this, &ComposeBox::send);
    connect(m_words, &QLineEdit::returnPressed, this, &ComposeBox::send);
    connect(m_words, &QLineEdit::textEdited, this, [this] { complain({}); });
    connect(m_to, &QLineEdit::textEdited, this, [this] { complain({}); });
    connect(&context.selection, &Selection::incidentChanged, this, &ComposeBox::followIncident);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        if (!changes.posts.isEmpty() || !changes.plots.isEmpty())
            fillAreas();
    });
    fillAreas();
    followKind();
    followIncident();
}

void ComposeBox::build() {
    m_kind->setObjectName(u"compose.kind"_s);
    m_kind->setAccessibleName(tr("What is written"));
    for (const MessageKind kind :
         {MessageKind::Message, MessageKind::Room, MessageKind::Bulletin, MessageKind::StatusNote})
        m_kind->addItem(text::name(kind), int(kind));
    m_to->setObjectName(u"compose.to"_s);
    m_to->setAccessibleName(tr("To whom: callsigns, posts, groups, with commas between them"));
    m_to->setPlaceholderText(tr("To: callsign, post, group, …"));
    m_words->setObjectName(u"compose.words"_s);
    m_words->setAccessibleName(tr("Words to send"));
    m_words->setPlaceholderText(tr("Words; Enter sends"));
    m_words->setMaxLength(limits::text);
    m_incident->setObjectName(u"compose.incident"_s);
    m_incident->setAccessibleName(tr("About the selected incident"));
    m_send->setObjectName(u"compose.send"_s);
    m_send->setAccessibleName(tr("Send"));
    m_send->setProperty("main", true);
    m_refusal->setObjectName(u"compose.refusal"_s);
    m_refusal->setAccessibleName(tr("Why it was not sent"));
    m_refusal->setProperty("refusal", true);
    m_refusal->setWordWrap(true);
    m_refusal->hide();
    auto* whom = new QHBoxLayout;
    whom->addWidget(m_kind);
    whom->addWidget(m_to, 1);
    auto* standing = new QHBoxLayout;
    addStanding(*standing);
    auto* what = new QHBoxLayout;
    what->addWidget(m_incident);
    what->addWidget(m_words, 1);
    what->addWidget(m_send);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(6, 4, 6, 6);
    column->setSpacing(4);
    column->addLayout(whom);
    column->addLayout(standing);
    column->addLayout(what);
    column->addWidget(m_refusal);
}

void ComposeBox::addStanding(QHBoxLayout& row) {
    m_until->setObjectName(u"compose.until"_s);
    m_until->setAccessibleName(tr("Until when it stands: 18:00, 90 minutes as 90, 2h"));
    m_until->setToolTip(m_until->accessibleName());
    m_until->setEditable(true);
    m_until->setInsertPolicy(QComboBox::NoInsert);
    m_until->lineEdit()->setObjectName(u"compose.untilText"_s);
    m_until->lineEdit()->setAccessibleName(m_until->accessibleName());
    m_until->addItems({u"30m"_s, u"1h"_s, u"2h"_s, u"4h"_s, u"8h"_s, u"24h"_s}); // as a line has them
    m_until->setCurrentText(u"2h"_s);
    m_area->setObjectName(u"compose.area"_s);
    m_area->setAccessibleName(tr("Where it matters"));
    m_area->setToolTip(m_area->accessibleName());
    m_area->setMinimumContentsLength(10);
    m_area->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    row.addWidget(m_until);
    row.addWidget(m_area, 1);
    m_inside->setObjectName(u"compose.inside"_s);
    m_inside->setAccessibleName(tr("Address it to the crews that are inside the area now"));
    m_inside->setToolTip(m_inside->accessibleName());
    row.addWidget(m_inside);
    connect(m_inside, &QPushButton::clicked, this, &ComposeBox::addressInside);
    connect(m_area, &QComboBox::currentIndexChanged, this, &ComposeBox::followKind);
}

/// Crews on duty whose newest position lies in the area that is chosen.
void ComposeBox::addressInside() {
    const Area area = m_areas.value(m_area->currentIndex()).area;
    QList<Addressee> inside;
    for (const Unit& unit : m_context.desk.situation().units()) {
        const Fix* fix = m_context.fixes ? m_context.fixes->latest(unit.definition.id) : nullptr;
        if (fix && unit.status != UnitStatus::Off && contains(area, fix->at))
            inside.append(unit.definition.id);
    }
    if (inside.isEmpty())
        return complain(tr("No crew on duty is inside that area."));
    std::sort(inside.begin(), inside.end());
    m_to->setAddressees(inside);
}

void ComposeBox::fillAreas() {
    const QString before = m_area->currentData().toString();
    const QSignalBlocker quiet(m_area);
    m_area->clear();
    m_areas = areaChoices(m_context.desk);
    for (const AreaChoice& each : std::as_const(m_areas))
        m_area->addItem(each.name, each.key);
    m_area->setCurrentIndex(std::max(0, m_area->findData(before)));
}

MessageKind ComposeBox::kind() const {
    return MessageKind(m_kind->currentData().toInt());
}

void ComposeBox::setKind(MessageKind kind) {
    m_kind->setCurrentIndex(m_kind->findData(int(kind)));
}

void ComposeBox::followKind() {
    const bool stands = isStanding(kind());
    const bool room = kind() == MessageKind::Room; // for all who work on it: its members are found
    m_to->setEnabled(!room);
    m_to->setPlaceholderText(room ? tr("All who work on the incident") : tr("To: callsign, post, group, …"));
    m_incident->setEnabled(!room);
    if (room)
        m_incident->setChecked(!m_about.isNull());
    m_until->setVisible(stands);
    m_area->setVisible(stands);
    m_inside->setVisible(stands && m_context.fixes && !m_areas.value(m_area->currentIndex()).area.isEmpty());
    complain({});
}

/// The incident in hand can be told of; one that was chosen by somebody stays while it is.
void ComposeBox::followIncident() {
    const bool room = kind() == MessageKind::Room;
    if (!m_incident->isChecked() || (room && m_words->text().isEmpty()))
        aboutIncident(m_context.selection.incident());
    if (room)
        m_incident->setChecked(!m_about.isNull());
}

void ComposeBox::aboutIncident(const IncidentId& id) {
    const Incident* incident = m_context.desk.situation().incidents().find(id);
    const bool isNamed = incident && m_context.desk.sight(*incident) > Sight::Outline;
    m_about = isNamed ? id : IncidentId();
    m_incident->setVisible(isNamed);
    if (!isNamed) {
        m_incident->setChecked(false);
        return;
    }
    const QString number = text::shortNumber(incident->number);
    m_incident->setText(number);
    m_incident->setAccessibleName(tr("It is about incident %1").arg(number));
    m_incident->setToolTip(m_incident->accessibleName());
}

void ComposeBox::begin(const QList<Addressee>& to, const IncidentId& incident) {
    complain({});
    if (!to.isEmpty() && kind() == MessageKind::Room)
        setKind(MessageKind::Message); // for these alone
    m_to->setAddressees(to);
    m_incident->setChecked(false);
    aboutIncident(incident.isNull() ? m_context.selection.incident() : incident);
    const bool room = kind() == MessageKind::Room;
    m_incident->setChecked((room || !incident.isNull()) && !m_about.isNull());
    (to.isEmpty() && !room ? static_cast<QWidget*>(m_to) : m_words)->setFocus(Qt::OtherFocusReason);
}

void ComposeBox::resume(const ComposeBox& before) {
    if (const auto to = before.m_to->addressees())
        m_to->setAddressees(*to);
    aboutIncident(before.m_about);
    m_incident->setChecked(before.m_incident->isChecked() && !m_about.isNull());
}

std::expected<SendMessage, QString> ComposeBox::message() const {
    const SeatDesk& desk = m_context.desk;
    if (kind() == MessageKind::Room)
        return inRoom();
    const auto to = m_to->addressees();
    if (!to)
        return std::unexpected(to.error());
    SendMessage message{.to = *to, .text = m_words->text().trimmed(), .incident = {}, .kind = kind()};
    if (m_incident->isChecked())
        message.incident = m_about;
    if (isStanding(message.kind)) {
        const QString until = m_until->currentText().trimmed();
        message.expiresAt = line::readUntil(until, desk.now(), QTimeZone::systemTimeZone());
        if (!message.expiresAt)
            return std::unexpected(
                tr("Until: “%1” is neither a time (18:00) nor a duration (90, 2h).").arg(until));
        message.area = m_areas.value(m_area->currentIndex()).area;
    }
    if (const auto may = desk.may(message); !may)
        return std::unexpected(refusalText(may.error(), desk.situation()));
    return message;
}

std::expected<SendMessage, QString> ComposeBox::inRoom() const {
    if (m_about.isNull())
        return std::unexpected(tr("Select the incident in whose room it is to be said."));
    SendMessage message{
        .to = {}, .text = m_words->text().trimmed(), .incident = m_about, .kind = MessageKind::Room};
    if (const auto may = m_context.desk.may(message); !may)
        return std::unexpected(refusalText(may.error(), m_context.desk.situation()));
    return message;
}

void ComposeBox::send() {
    if (m_sending)
        return;
    const auto written = message();
    if (!written)
        return complain(written.error());
    complain({});
    if (const QString line = echoLine(*written, m_context.desk); !line.isEmpty())
        Q_EMIT echoed(line);
    m_sending = true;
    const QString typed = m_words->text();
    m_context.desk.submit(*written).then(this, [this, typed](const Outcome& outcome) {
        m_sending = false;
        if (!outcome)
            return complain(refusalText(outcome.error(), m_context.desk.situation()));
        if (m_words->text() != typed)
            return; // the next one is being written already
        m_words->clear();
        m_to->clear();
        if (kind() != MessageKind::Room) {
            m_incident->setChecked(false);
            followIncident();
        }
        Q_EMIT sent();
    });
}

void ComposeBox::complain(const QString& why) {
    m_refusal->setText(why.isEmpty() ? QString() : u"✕ "_s + why);
    m_refusal->setVisible(!why.isEmpty());
}

void ComposeBox::keyPressEvent(QKeyEvent* event) {
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && event->modifiers() == Qt::ControlModifier)
        return send();
    QFrame::keyPressEvent(event);
}

} // namespace tridesk
