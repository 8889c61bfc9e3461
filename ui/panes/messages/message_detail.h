// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QFrame>

class QLabel;
class QTextEdit;
class QToolButton;

namespace tridesk {

class ReceiptModel;
class RowTable;
struct Message;

/// One message in full: what it says, who sent it to whom and when, until when and where it matters, and a
/// receipt of each reader. Hidden while none is shown.
///
/// objectNames: messageDetail; message.head, message.text, message.incident, message.receiptSummary,
/// message.receipts.
class MessageDetail : public QFrame {
    Q_OBJECT

public:
    explicit MessageDetail(const PaneContext& context, QWidget* parent = nullptr);

    void showMessage(const MessageId& message); ///< null: none

private:
    void build();
    void refresh();
    void fitRows();
    [[nodiscard]] QString head(const Message& message) const;

    PaneContext m_context;
    MessageId m_message;
    ReceiptModel* m_receipts;
    QLabel* m_head;
    QToolButton* m_incident;
    QTextEdit* m_text;
    QLabel* m_summary;
    RowTable* m_table;
};

} // namespace tridesk
