// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/footage_query.h"

#include <QWidget>

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;

namespace tridesk {

class SeatDesk;

/// What is looked for: a unit, an incident, a stretch of time.
class FootageSearch : public QWidget {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit FootageSearch(SeatDesk& desk, QWidget* parent = nullptr);

    [[nodiscard]] FootageFilter filter() const;
    /// What was typed and names nothing, as a whole sentence; empty: all of it does.
    [[nodiscard]] QString trouble() const;
    void setUnit(const QString& callsign);
    void setIncident(const QString& number);
    void focus();

Q_SIGNALS:
    void changed();

private:
    [[nodiscard]] QLineEdit* line(const QString& name, const QString& words);
    [[nodiscard]] QDateTimeEdit* time(const QString& name, const QString& words, Instant at);

    SeatDesk& m_desk;
    QLineEdit* m_unit;
    QLineEdit* m_incident;
    QCheckBox* m_within;
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
};

} // namespace tridesk
