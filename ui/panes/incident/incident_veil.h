// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tridesk {

class Prompts;
class SeatDesk;

/// Stands before a sensitive incident: what it takes to send somebody, and the way to its words, which asks
/// for a reason and leaves a trace.
class IncidentVeil : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    IncidentVeil(SeatDesk& desk, Prompts& prompts, QWidget* parent = nullptr);

    void showIncident(const IncidentId& incident);
    void retranslate();
    /// The incident stood open here when it was marked: on record as a look, with that as the reason.
    void noteLook(const IncidentId& incident);

private:
    void askReason();
    void record(const IncidentId& incident, const QString& reason);

    SeatDesk& m_desk;
    Prompts& m_prompts;
    IncidentId m_incident;
    QLabel* m_head;
    QLabel* m_place;
    QLabel* m_words;
    QPushButton* m_open;
};

} // namespace tridesk
