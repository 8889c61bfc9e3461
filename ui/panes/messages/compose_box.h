// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"
#include "ui/panes/common/pane_context.h"
#include "ui/panes/messages/areas.h"

#include <QFrame>

#include <expected>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tridesk {

class AddresseeEdit;

/// Where a message, a bulletin or a status note is written: what it is, for whom, until when and where it
/// matters, about which incident, its words. Enter in the words sends. Nothing that was typed goes before the
/// desk has taken it; why it was not taken stands beside it.
///
/// objectNames: compose; compose.kind, compose.to, compose.until, compose.area, compose.incident,
/// compose.words, compose.send, compose.refusal.
class ComposeBox : public QFrame {
    Q_OBJECT

public:
    explicit ComposeBox(const PaneContext& context, QWidget* parent = nullptr);

    /// Begins one to these, about an incident (null: none), and takes the focus. Words that stand are kept.
    void begin(const QList<Addressee>& to, const IncidentId& incident);
    void setKind(MessageKind kind);
    /// What is written, as it stands: whom it is for goes with it into another window of the same seat.
    void resume(const ComposeBox& before);

Q_SIGNALS:
    void echoed(const QString& line);
    void sent();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build();
    void addStanding(QHBoxLayout& row);
    void fillAreas();
    void addressInside();
    void followKind();
    void followIncident();
    void aboutIncident(const IncidentId& incident);
    [[nodiscard]] MessageKind kind() const;
    /// The error is a whole phrase.
    [[nodiscard]] std::expected<SendMessage, QString> message() const;
    [[nodiscard]] std::expected<SendMessage, QString> inRoom() const;
    void send();
    void complain(const QString& why);

    PaneContext m_context;
    QComboBox* m_kind;
    AddresseeEdit* m_to;
    QComboBox* m_until;
    QComboBox* m_area;
    QPushButton* m_inside;
    QCheckBox* m_incident;
    QLineEdit* m_words;
    QPushButton* m_send;
    QLabel* m_refusal;
    QList<AreaChoice> m_areas; ///< by row of m_area
    IncidentId m_about;        ///< what m_incident names
    bool m_sending = false;
};

} // namespace tridesk
