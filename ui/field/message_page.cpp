// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/field/message_page.h"

#include "app/desk/inbox.h"
#include "app/domain/message_rules.h"
#include "ui/field/crew_work.h"
#include "ui/field/message_card.h"
#include "ui/field/touch.h"
#include "ui/text/names.h"
#include "ui/theme/look.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <array>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype mostCards = 40; // a shift's worth; older ones stand in the journal
enum Target { Station, Bureau, Room };

struct Canned {
    const char* name; ///< the objectName's end
    const char* text;
};

constexpr auto cannedAnswers = std::to_array<Canned>({
    {"received", QT_TRANSLATE_NOOP("tridesk::MessagePage", "Received")},
    {"onTheWay", QT_TRANSLATE_NOOP("tridesk::MessagePage", "On the way")},
    {"delayed", QT_TRANSLATE_NOOP("tridesk::MessagePage", "Delayed")},
    {"backup", QT_TRANSLATE_NOOP("tridesk::MessagePage", "Send one more unit")},
    {"nothing", QT_TRANSLATE_NOOP("tridesk::MessagePage", "Nothing found")},
    {"callMe", QT_TRANSLATE_NOOP("tridesk::MessagePage", "Call me")},
});

} // namespace

MessagePage::MessagePage(CrewWork& work, Inbox& inbox, const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_work(work)
    , m_inbox(inbox)
    , m_look(look)
    , m_halves(new QBoxLayout(QBoxLayout::TopToBottom, this))
    , m_targets(new QButtonGroup(this)) {
    m_halves->setContentsMargins(12, 8, 12, 12);
    m_halves->setSpacing(8);
    m_halves->addWidget(buildCards(), 1);
    m_halves->addWidget(buildAnswers());
    connect(&work, &CrewWork::accepted, this, [this] {
        if (std::exchange(m_typedSent, false))
            m_words->clear();
    });
    connect(&work, &CrewWork::refused, this, [this] { m_typedSent = false; });
}

QWidget* MessagePage::buildCards() {
    auto* paper = new QWidget(this);
    m_cards = new QVBoxLayout(paper);
    m_cards->setContentsMargins(0, 0, 0, 0);
    m_cards->setSpacing(6);
    m_none = touch::label(u"messages.none"_s, tr("State of the messages"), paper);
    m_none->setText(tr("Nothing was written yet."));
    m_none->setProperty("dim", true);
    m_none->setAlignment(Qt::AlignCenter);
    m_cards->addWidget(m_none);
    m_cards->addStretch(1);
    m_scroll = new QScrollArea(this);
    m_scroll->setObjectName(u"messages.scroll"_s);
    m_scroll->setAccessibleName(tr("Messages"));
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setWidget(paper);
    connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &MessagePage::tellShown);
    return m_scroll;
}

QWidget* MessagePage::buildAnswers() {
    auto* answers = new QWidget(this);
    auto* column = new QVBoxLayout(answers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_targetRow = new QHBoxLayout;
    addTarget(u"messages.toStation"_s, tr("To the station"), Station);
    addTarget(u"messages.toBureau"_s, tr("To the bureau"), Bureau);
    addTarget(u"messages.toRoom"_s, tr("To all on the incident"), Room);
    column->addLayout(m_targetRow);
    auto* grid = new QGridLayout;
    grid->setSpacing(6);
    for (int i = 0; i < int(cannedAnswers.size()); ++i) {
        const QString text = tr(cannedAnswers[size_t(i)].text);
        QPushButton* button =
            touch::button(u"messages."_s + QLatin1StringView(cannedAnswers[size_t(i)].name), text, answers);
        grid->addWidget(button, i / 2, i % 2);
        connect(button, &QPushButton::clicked, this, [this, text] { send(text); });
        m_canned << button;
    }
    column->addLayout(grid);
    m_words = new QLineEdit(answers);
    m_words->setObjectName(u"messages.words"_s);
    m_words->setAccessibleName(tr("Words to send"));
    m_words->setPlaceholderText(tr("Other words"));
    m_words->setMinimumHeight(touch::target);
    m_words->setMaxLength(limits::text);
    m_send = touch::button(u"messages.send"_s, tr("Send"), answers);
    auto* own = new QHBoxLayout;
    own->addWidget(m_words, 1);
    own->addWidget(m_send);
    column->addLayout(own);
    column->addStretch(1);
    auto* back = touch::button(u"messages.back"_s, tr("Back"), answers);
    column->addWidget(back);
    const auto sendTyped = [this] {
        if (m_words->text().trimmed().isEmpty())
            return;
        m_typedSent = true;
        send(m_words->text().trimmed());
    };
    connect(m_send, &QPushButton::clicked, this, sendTyped);
    connect(m_words, &QLineEdit::returnPressed, this, sendTyped);
    connect(back, &QPushButton::clicked, this, &MessagePage::done);
    return answers;
}

void MessagePage::addTarget(const QString& name, const QString& text, int id) {
    QPushButton* button = touch::button(name, text, this);
    button->setCheckable(true);
    m_targets->addButton(button, id);
    m_targetRow->addWidget(button, 1);
    connect(button, &QPushButton::toggled, this, &MessagePage::showTargets);
}

QList<Addressee> MessagePage::target() const {
    const Unit* unit = m_work.unit();
    if (m_targets->checkedId() == Station && unit)
        return {unit->definition.post};
    const auto bureau = message_rules::addresseeOf(m_work.desk().situation(), u"bureau"_s);
    return bureau && m_targets->checkedId() == Bureau ? QList<Addressee>{*bureau} : QList<Addressee>();
}

/// Until the crew chooses, an answer is for the one who wrote last.
void MessagePage::showTargets() {
    const Situation& situation = m_work.desk().situation();
    const bool bureau = message_rules::addresseeOf(situation, u"bureau"_s).has_value();
    m_targets->button(Bureau)->setVisible(bureau);
    if (const Unit* unit = m_work.unit())
        m_targets->button(Station)->setText(text::postName(situation, unit->definition.post));
    showRoom();
    if (m_targets->checkedId() < 0) {
        std::optional<Seat> from;
        bool inRoom = false;
        for (const MessageId& id : m_inbox.all())
            if (const Message* each = situation.messages().find(id);
                each && each->from != m_work.desk().actor().seat.toString()) {
                from = Seat::parse(each->from);
                inRoom = each->kind == MessageKind::Room && m_work.incident() &&
                         each->incident == m_work.incident()->id;
                break;
            }
        const bool toBureau = bureau && from && from->tier == Tier::Bureau;
        m_targets->button(inRoom ? Room : toBureau ? Bureau : Station)->setChecked(true);
    }
    const QList<QAbstractButton*> buttons = m_targets->buttons();
    for (QAbstractButton* button : buttons)
        touch::setMain(*button, button->isChecked());
}

/// There while the crew works on something; what was for all of it then goes to the station again.
void MessagePage::showRoom() {
    const Incident* incident = m_work.incident();
    QAbstractButton* room = m_targets->button(Room);
    room->setVisible(incident != nullptr);
    if (incident)
        room->setText(tr("All on %1").arg(text::shortNumber(incident->number)));
    else if (room->isChecked())
        m_targets->button(Station)->setChecked(true);
}

void MessagePage::send(const QString& words) {
    if (m_targets->checkedId() == Room)
        m_work.speak(words);
    else
        m_work.write(target(), words);
}

void MessagePage::refresh() {
    const Situation& situation = m_work.desk().situation();
    const QList<MessageId> now = m_inbox.all().first(std::min(mostCards, m_inbox.all().size()));
    m_none->setVisible(now.isEmpty());
    for (auto at = m_shown.begin(); at != m_shown.end();) {
        if (now.contains(at.key())) {
            ++at;
            continue;
        }
        at.value()->hide();
        at.value()->deleteLater();
        at = m_shown.erase(at);
    }
    for (int row = 0; row < now.size(); ++row) {
        const Message* message = situation.messages().find(now[row]);
        if (!message)
            continue;
        MessageCard*& card = m_shown[now[row]];
        if (!card) {
            card = new MessageCard(now[row], m_none->parentWidget());
            connect(card, &MessageCard::acknowledged, &m_work, &CrewWork::acknowledge);
        }
        if (m_cards->indexOf(card) != row)
            m_cards->insertWidget(row, card);
        card->show();
        card->tell(*message, m_work.desk(), m_look, m_work.unsent().messages.contains(message->id));
    }
    showTargets();
    tellShown();
}

void MessagePage::tellShown() {
    if (!isVisible())
        return;
    QList<MessageId> seen;
    for (const MessageCard* card : std::as_const(m_shown))
        if (!card->visibleRegion().isEmpty())
            seen << card->message();
    m_inbox.noteShown(seen);
}

void MessagePage::setWide(bool wide) {
    m_halves->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_halves->setStretch(0, wide ? 3 : 1);
    m_halves->setStretch(1, wide ? 2 : 0);
}

void MessagePage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    QMetaObject::invokeMethod(this, &MessagePage::tellShown, Qt::QueuedConnection); // once it is laid out
}

} // namespace tridesk
