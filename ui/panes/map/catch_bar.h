// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace tridesk {

/// What was caught, and what can be done with it.
///
/// objectNames: catchBar; catch.text, catch.select, catch.dispatch, catch.message, catch.list, catch.close,
/// catch.things (the list).
class CatchBar : public QFrame {
    Q_OBJECT

public:
    explicit CatchBar(QWidget* parent = nullptr);

    struct Row {
        QString text;
        quint64 id; ///< the caller's own
    };
    /// `cannotSend` and `cannotTell` say why the units cannot be dispatched or written to; empty: they can.
    void showCaught(const QString& text, bool anyUnits, const QString& cannotSend, const QString& cannotTell);
    void showRows(const QList<Row>& rows);
    [[nodiscard]] bool isListing() const;

Q_SIGNALS:
    void selectAsked();
    void dispatchAsked();
    void messageAsked();
    void listToggled(bool on);
    void rowChosen(quint64 id);
    void closed();

private:
    QPushButton* add(class QHBoxLayout& row, const QString& name, const QString& text);

    QLabel* m_text;
    QPushButton* m_select;
    QPushButton* m_dispatch;
    QPushButton* m_message;
    QPushButton* m_listing;
    QListWidget* m_things;
};

} // namespace tridesk
