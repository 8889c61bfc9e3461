// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/message_detail.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"
#include "ui/panes/common/row_table.h"
#include "ui/panes/messages/addressees.h"
#include "ui/panes/messages/areas.h"
#include "ui/panes/messages/message_delegate.h"
#include "ui/panes/messages/receipt_model.h"
#include "ui/text/message_words.h"
#include "ui/text/names.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int linesOfText = 3;
constexpr int leastRows = 1;
constexpr int mostRows = 5;

/// Who has not done it yet stands out by its sign.
class ReceiptDelegate : public CellDelegate {
public:
    using CellDelegate::CellDelegate;

protected:
    [[nodiscard]] Cell cell(const QModelIndex& index) const override {
        Cell cell = CellDelegate::cell(index);
        if (index.column() != ReceiptModel::Stage)
            return cell;
        switch (MessageStage(index.data(ReceiptModel::StageRole).toInt())) {
        case MessageStage::Sent:
            cell.glyph = u"○"_s;
            cell.ink = theme().warning;
            break;
        case MessageStage::Delivered:
            cell.glyph = u"◔"_s;
            break;
        case MessageStage::Shown:
            cell.glyph = u"◑"_s;
            break;
        case MessageStage::Acknowledged:
            cell.glyph = u"✓"_s;
            cell.ink = theme().good;
            break;
        }
        return cell;
    }
};

} // namespace

MessageDetail::MessageDetail(const PaneContext& context, QWidget* parent)
    : QFrame(parent)
    , m_context(context)
    , m_receipts(new ReceiptModel(context.desk, this))
    , m_head(new QLabel(this))
    , m_incident(new QToolButton(this))
    , m_text(new QTextEdit(this))
    , m_summary(new QLabel(this))
    , m_table(new RowTable(context.look, this)) {
    setObjectName(u"messageDetail"_s);
    setProperty("panel", true);
    build();
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        const Message* message = m_context.desk.situation().messages().find(m_message);
        if (changes.messages.contains(m_message) ||
            (message && message->incident && changes.incidents.contains(*message->incident)))
            refresh();
    });
    connect(m_incident, &QToolButton::clicked, this, [this] {
        const Message* message = m_context.desk.situation().messages().find(m_message);
        if (message && message->incident)
            m_context.selection.setIncident(*message->incident);
    });
    hide();
}

void MessageDetail::build() {
    m_head->setObjectName(u"message.head"_s);
    m_head->setWordWrap(true);
    m_head->setTextFormat(Qt::PlainText);
    m_head->setProperty("caption", true);
    m_incident->setObjectName(u"message.incident"_s);
    m_incident->setAccessibleName(tr("Incident of the message"));
    m_text->setObjectName(u"message.text"_s);
    m_text->setAccessibleName(tr("Words of the message"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFixedHeight(fontMetrics().lineSpacing() * linesOfText + 14);
    m_summary->setObjectName(u"message.receiptSummary"_s);
    m_summary->setProperty("caption", true);
    m_table->setObjectName(u"message.receipts"_s);
    m_table->setAccessibleName(tr("Receipts of the readers"));
    m_table->setModel(m_receipts);
    m_table->setItemDelegate(new ReceiptDelegate(m_context.look, m_table));
    m_table->fitColumns({24, 14});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->hide();
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setDragDropMode(QAbstractItemView::NoDragDrop);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 6, 0);
    top->addWidget(m_head, 1);
    top->addWidget(m_incident);
    auto* below = new QHBoxLayout;
    below->setContentsMargins(8, 0, 8, 0);
    below->addWidget(m_summary);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_text);
    column->addLayout(below);
    column->addWidget(m_table);
}

void MessageDetail::showMessage(const MessageId& message) {
    m_message = message;
    m_receipts->show(message);
    refresh();
}

QString MessageDetail::head(const Message& message) const {
    const SeatDesk& desk = m_context.desk;
    const Situation& situation = desk.situation();
    constexpr qsizetype mostNames = 4;
    QStringList parts{
        text::name(message.kind),
        tr("%1 to %2", "who wrote to whom")
            .arg(text::seatName(situation, message.from), addresseesText(message.to, situation, mostNames)),
        text::dateTime(message.sentAt)};
    if (message.withdrawnAt)
        parts << tr("withdrawn %1").arg(text::time(*message.withdrawnAt, desk.now()));
    else if (message.expiresAt)
        parts << (message.stands(desk.now()) ? tr("until %1") : tr("ended %1"))
                     .arg(text::time(*message.expiresAt, desk.now()));
    parts << areaName(message.area, desk);
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

void MessageDetail::refresh() {
    const Message* message = m_context.desk.situation().messages().find(m_message);
    setVisible(message != nullptr);
    if (!message)
        return;
    m_head->setText(head(*message));
    const QString words = m_context.desk.mayRead(*message) ? message->text : text::hiddenWords();
    if (m_text->toPlainText() != words)
        m_text->setPlainText(words);
    const Incident* incident =
        message->incident ? m_context.desk.situation().incidents().find(*message->incident) : nullptr;
    const bool seen = incident && m_context.desk.sight(*incident) > Sight::Outline;
    m_incident->setVisible(seen);
    if (seen) {
        const QString number = text::shortNumber(incident->number);
        m_incident->setText(number);
        m_incident->setAccessibleName(tr("Select incident %1").arg(number));
        m_incident->setToolTip(m_incident->accessibleName());
    }
    m_summary->setText(m_receipts->summary());
    fitRows();
}

/// As tall as there are readers, within bounds.
void MessageDetail::fitRows() {
    const int rows = m_receipts->rowCount();
    m_summary->setVisible(rows > 0);
    m_table->setVisible(rows > 0);
    m_table->setFixedHeight(
        qBound(leastRows, rows, mostRows) * m_table->verticalHeader()->defaultSectionSize() + 2);
}

} // namespace tridesk
