// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/commands.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace tridesk {

class SeatDesk;
struct Changes;

/// The notes on places: all that stand, one to be read whole, changed or withdrawn, and new ones. Stands
/// beside the work; what was typed stays where the desk refuses it.
class PremiseSheet : public QDialog {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit PremiseSheet(SeatDesk& desk, QWidget* parent = nullptr);

    void begin(const Place& place); ///< a new one there
    void showNote(const PremiseNoteId& note);
    /// Goes on with what is typed in another window of the same seat.
    void resume(const PremiseSheet& before);
    /// What was picked on the map; an empty address keeps what was typed.
    void setPlace(GeoPoint at, const QString& address);

Q_SIGNALS:
    void pickOnMapAsked();
    void showAsked(tridesk::GeoPoint at);
    void echoed(const QString& line);

private:
    void build();
    void buildFields();
    void fillList();
    void fill(const PremiseNoteDetails& details);
    void take(const Changes& changes);
    void judge();
    void showWhere();
    void save();
    void withdraw();
    void submit(const Command& command);
    [[nodiscard]] PremiseNoteDetails entered() const;
    [[nodiscard]] Command wanted() const;

    SeatDesk& m_desk;
    std::optional<PremiseNoteId> m_note; ///< being changed; not set: a new one
    std::optional<GeoPoint> m_at;
    Area m_area;
    QLineEdit* m_search;
    QListWidget* m_list;
    QLabel* m_head;
    QComboBox* m_kind;
    QPlainTextEdit* m_words;
    QLineEdit* m_address;
    QLabel* m_where;
    QSpinBox* m_radius;
    QPushButton* m_pick;
    QPushButton* m_show;
    QCheckBox* m_ends;
    QDateTimeEdit* m_until;
    QLabel* m_refusal;
    QLineEdit* m_reason;
    QPushButton* m_withdraw;
    QPushButton* m_save;
    QPushButton* m_new;
};

} // namespace tridesk
