// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outage/card_sheet.h"

#include "ui/outage/card_model.h"
#include "ui/panes/common/named.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

namespace tridesk {

using namespace Qt::StringLiterals;

namespace {

/// The cell to be mended has a sign, a ground and a frame of its own, selected or not; what is in the record
/// is dim.
class CardDelegate : public QStyledItemDelegate {
public:
    CardDelegate(const Look& look, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_look(look) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        QStyledItemDelegate::paint(painter, option, index);
        if (!isFault(index))
            return;
        const int width = option.state.testFlag(QStyle::State_Selected) ? 2 : 1;
        painter->save();
        painter->setPen(QPen(m_look.theme().warning, width, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
        painter->drawRect(QRectF(option.rect).adjusted(width / 2.0, width / 2.0, -width / 2.0, -width / 2.0));
        painter->restore();
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const Theme& theme = m_look.theme();
        if (isFault(index)) {
            const bool selected = option->state.testFlag(QStyle::State_Selected);
            option->state.setFlag(QStyle::State_Selected, false); // its ground would cover this one
            option->backgroundBrush = mix(selected ? theme.selection : theme.panel, theme.warning, 0.3);
            option->text = (u"▲ "_s + option->text).trimmed();
        }
        if (index.column() == CardModel::StateColumn && index.data(CardModel::WrongRole).toBool())
            option->palette.setColor(QPalette::Text, theme.warning);
        if (index.data(CardModel::EnteredRole).toBool())
            option->palette.setColor(QPalette::Text, theme.dim);
    }

private:
    static bool isFault(const QModelIndex& index) { return index.data(CardModel::FaultRole).toBool(); }

    const Look& m_look;
};

QPushButton* button(const QString& name, const QString& words, QWidget* parent) {
    auto* made = named(new QPushButton(words, parent), name, words);
    made->setAutoDefault(false);
    return made;
}

} // namespace

CardSheet::CardSheet(const CardGround& ground, QWidget* parent)
    : QDialog(parent)
    , m_ground(ground)
    , m_table(makeTable())
    , m_told(new QLabel(this))
    , m_enter(button(u"cards.enter"_s, tr("Enter into the record"), this))
    , m_remove(button(u"cards.remove"_s, tr("Clear away what is entered"), this)) {
    setObjectName(u"cardSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Paper cards of an outage"));
    resize(1320, 540);
    build();
    connect(m_enter, &QPushButton::clicked, this, &CardSheet::enter);
    connect(m_remove, &QPushButton::clicked, this, [this] { m_ground.cards.removeEntered(); });
    connect(&m_ground.cards, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex& from, const QModelIndex& to) {
                for (int row = from.row(); row <= to.row(); ++row)
                    check(row);
                tellCounts();
                showRow();
            });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &CardSheet::showRow);
    for (const int row : m_ground.cards.openRows())
        check(row);
    tellCounts();
    showRow();
    m_table->setCurrentIndex(m_ground.cards.index(m_ground.cards.rowCount() - 1, 0));
    m_table->setFocus();
}

CardSheet::~CardSheet() = default;

QTableView* CardSheet::makeTable() {
    auto* table = new QTableView(this);
    table->setObjectName(u"cards.table"_s);
    table->setAccessibleName(tr("Cards, a row each"));
    table->setModel(&m_ground.cards);
    table->setItemDelegate(new CardDelegate(m_ground.look, table));
    table->setEditTriggers(QAbstractItemView::AnyKeyPressed | QAbstractItemView::DoubleClicked |
                           QAbstractItemView::EditKeyPressed);
    table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    table->setTabKeyNavigation(true);
    table->setWordWrap(false);
    const int letter = fontMetrics().averageCharWidth();
    const std::array<int, CardModel::ColumnCount> letters{14, 11, 18, 23, 14, 7, 11, 9, 9, 12, 25};
    for (int column = 0; column < CardModel::ColumnCount; ++column)
        table->setColumnWidth(column, letter * letters[size_t(column)]);
    table->horizontalHeader()->setStretchLastSection(true);
    auto* paste = new QAction(tr("Paste"), table);
    paste->setShortcut(QKeySequence::Paste);
    paste->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    table->addAction(paste);
    connect(paste, &QAction::triggered, this, &CardSheet::paste);
    return table;
}

void CardSheet::build() {
    auto* how = new QLabel(
        tr("One row a card, with the times that stand on it: 0105, 01:05, or 11-26 01:05; a further unit in "
           "a "
           "row below, with the card's number, the unit and its times alone. Rows can be pasted "
           "from a spreadsheet. What has happened goes into the record in the order of its time, marked as "
           "entered afterwards; a card goes in whole or not at all."),
        this);
    how->setWordWrap(true);
    how->setTextFormat(Qt::PlainText);
    m_told->setObjectName(u"cards.told"_s);
    m_told->setTextFormat(Qt::PlainText);
    m_told->setWordWrap(true);
    m_told->setMinimumHeight(fontMetrics().lineSpacing() * 2);
    auto* erase = button(u"cards.erase"_s, tr("Delete the row"), this);
    connect(erase, &QPushButton::clicked, this,
            [this] { m_ground.cards.removeRow(m_table->currentIndex().row()); });
    auto* closing = button(u"cards.close"_s, tr("Close"), this);
    closing->setToolTip(tr("What is not entered stays here until the program ends"));
    connect(closing, &QPushButton::clicked, this, &QDialog::close);
    m_enter->setProperty("main", true);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_enter);
    buttons->addWidget(m_remove);
    buttons->addWidget(erase);
    buttons->addStretch(1);
    buttons->addWidget(closing);
    auto* column = new QVBoxLayout(this);
    column->addWidget(how);
    column->addWidget(m_table, 1);
    column->addWidget(m_told);
    column->addLayout(buttons);
}

QString CardSheet::faultWords(const CardFault& fault) const {
    const QString words = refusalText(fault.refusal, m_ground.seat.situation());
    const QString field = CardModel::title(fault.field);
    return u"▲ "_s +
           (words.startsWith(field) ? words : tr("%1: %2", "a field, what is wrong").arg(field, words));
}

/// The nearest row above with the same number says what card it is of.
std::expected<PaperCard, CardFault> CardSheet::read(int row) const {
    const Situation& situation = m_ground.seat.situation();
    const Instant now = m_ground.seat.now();
    const auto numberOf = [this](int at) {
        return m_ground.cards.words(at)[size_t(CardField::Number)].trimmed();
    };
    for (int above = row - 1; above >= 0; --above)
        if (numberOf(above) == numberOf(row) && !numberOf(row).isEmpty())
            if (const auto card = readCard(m_ground.cards.words(above), situation, now))
                return readCard(m_ground.cards.words(row), situation, now, &*card);
    return readCard(m_ground.cards.words(row), situation, now);
}

/// As far as the row alone tells; whether the desk can take it is decided when it is entered.
void CardSheet::check(int row) {
    CardModel& cards = m_ground.cards;
    if (m_isEntering || row >= cards.rowCount() ||
        cards.data(cards.index(row, 0), CardModel::EnteredRole).toBool() ||
        !cards.data(cards.index(row, CardModel::StateColumn)).toString().isEmpty() ||
        !cards.openRows().contains(row))
        return;
    const auto card = read(row);
    if (card)
        cards.setState(row, tr("ready"));
    else
        cards.setFault(row, card.error(), faultWords(card.error()));
}

CardPhrases CardSheet::phrases() const {
    return {.entered = tr("Entered afterwards from paper card %1"),
            .times =
                [](const PaperCard& card, const QString& callsign) {
                    QStringList times;
                    for (const auto& [what, at] : {std::pair(tr("dispatched %1"), card.dispatched),
                                                   {tr("arrived %1"), card.arrived},
                                                   {tr("clear %1"), card.clear}})
                        if (at)
                            times << what.arg(text::clock(*at));
                    return tr("Paper card: %1 %2", "a unit, its times").arg(callsign, times.join(u", "_s));
                },
            .channel = u"paper"_s,
            .reason = tr("entered from a paper card")};
}

void CardSheet::enter() {
    CardModel& cards = m_ground.cards;
    if (const QModelIndex current = m_table->currentIndex(); current.isValid()) {
        m_table->setCurrentIndex({}); // what is being typed counts
        m_table->setCurrentIndex(current);
    }
    QList<PaperCard> meant;
    QList<int> rows;
    m_isEntering = true;
    for (const int row : cards.openRows()) {
        const auto card = read(row);
        if (!card) {
            cards.setFault(row, card.error(), faultWords(card.error()));
            continue;
        }
        meant.append(*card);
        rows.append(row);
    }
    const CardPlan plan =
        planCards(m_ground.seat.situation(), m_ground.seat.actor(), meant, phrases(), m_ground.seat.now());
    submit(plan, rows);
    m_isEntering = false;
    tellCounts();
    showRow();
}

/// All at once: nothing comes between a card's steps, so that no deadline that passed long ago is raised.
void CardSheet::submit(const CardPlan& plan, const QList<int>& rows) {
    CardModel& cards = m_ground.cards;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const CardVerdict& verdict = plan.cards[i];
        if (verdict.kind == CardVerdict::Kind::Refused && verdict.fault)
            cards.setFault(rows[i], verdict.fault, faultWords(*verdict.fault));
        else if (verdict.kind == CardVerdict::Kind::Known)
            cards.setEntered(rows[i], tr("✓ was entered before"));
        else
            cards.setState(rows[i], tr("is being entered…"));
    }
    QHash<qsizetype, QList<QFuture<Outcome>>> outcomes;
    for (qsizetype i = 0; i < plan.requests.size(); ++i) {
        const Request& request = plan.requests[i];
        outcomes[plan.cardOf[i]].append(
            m_ground.desk.submit(request.actor, request.command, request.happenedAt, request.id));
    }
    for (auto each = outcomes.begin(); each != outcomes.end(); ++each) {
        const CardVerdict verdict = plan.cards[each.key()];
        const QPersistentModelIndex row(cards.index(rows[each.key()], 0));
        QtFuture::whenAll(each->begin(), each->end())
            .then(this, [this, verdict, row](const QList<QFuture<Outcome>>& done) {
                if (!row.isValid())
                    return;
                for (const QFuture<Outcome>& outcome : done)
                    if (const Outcome result = outcome.result(); !result)
                        return m_ground.cards.setFault(
                            row.row(), CardFault{CardField::Number, result.error()},
                            u"▲ "_s + refusalText(result.error(), m_ground.seat.situation()));
                const Incident* incident = m_ground.seat.situation().incidents().find(verdict.incident);
                const QString number = incident ? text::shortNumber(incident->number) : QString();
                m_ground.cards.setEntered(
                    row.row(), verdict.kind == CardVerdict::Kind::EntersAsNote
                                   ? tr("✓ %1; the unit has gone on: its times stand as a note").arg(number)
                                   : tr("✓ %1").arg(number));
                tellCounts();
            });
    }
}

void CardSheet::paste() {
    const int written = m_ground.cards.paste(QApplication::clipboard()->text(), m_table->currentIndex());
    for (const int row : m_ground.cards.openRows())
        check(row);
    if (written == 0)
        m_told->setText(tr("There are no cells on the clipboard."));
}

void CardSheet::showRow() {
    const QModelIndex at = m_table->currentIndex();
    const QString state =
        at.isValid() ? m_ground.cards.index(at.row(), CardModel::StateColumn).data().toString() : QString();
    m_told->setText(state.isEmpty() ? QString() : tr("Row %1: %2").arg(at.row() + 1).arg(state));
}

void CardSheet::tellCounts() {
    const auto open = m_ground.cards.openRows();
    m_enter->setEnabled(!open.isEmpty());
    m_remove->setEnabled(m_ground.cards.rowCount() > open.size() + 1);
}

} // namespace tridesk
