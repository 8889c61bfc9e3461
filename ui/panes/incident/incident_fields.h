// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"
#include "ui/panes/common/pane_context.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTimer;

namespace tridesk {

class PickerEdit;

/// The inputs for what is known of an incident: type and place with what they may mean below them, level, the
/// caller's words, the safety questions, the caller. Holds no rule and saves nothing; a refusal is shown
/// beside its field.
class IncidentFields : public QWidget {
    Q_OBJECT

public:
    explicit IncidentFields(const PaneContext& context, QWidget* parent = nullptr);

    /// `levelChosen`: somebody has set the level by hand before; the type no longer does.
    void fill(const IncidentDetails& details, bool levelChosen);
    /// Goes on where another left off: words half typed, and what was chosen with them.
    void resume(const IncidentFields& before);
    /// What stands in the inputs. Of the callers only the first is shown; the others come from `known`.
    [[nodiscard]] IncidentDetails typed(const IncidentDetails& known) const;
    [[nodiscard]] QString reason() const;
    void clearReason();
    void showReason(bool wanted);

    void setPlace(GeoPoint at, const QString& address);
    void setType(const TypeCode& type) { takeType(type); }
    /// Takes the best match for words in the type's line that were not chosen from its list.
    void settleType();
    /// Words in the type's line that are no type; empty where there are none.
    [[nodiscard]] QString strayType() const;
    [[nodiscard]] bool isTypingType() const;

    /// Who called is for the bureau alone.
    [[nodiscard]] bool isConfidential() const;
    void setConfidential(bool on);

    void start(); ///< the cursor where one begins
    /// False where the refusal is about none of the fields.
    [[nodiscard]] bool tell(const Refusal& refusal);
    void clearRefusals();

Q_SIGNALS:
    void touched();
    void pickOnMapAsked();
    void confidentialChosen(bool on); ///< by hand

private:
    void nameFields();
    void joinType();
    void joinPlace();
    void joinRest();
    void lay();
    void addRow(QFormLayout& form, const QString& label, QWidget* field, const QString& refusalField,
                QWidget* marked = nullptr);
    void offerTypes();
    void takeType(const TypeCode& type);
    void offerPlaces();
    void showLocated();
    [[nodiscard]] QList<Caller> typedCallers(QList<Caller> known) const;

    PaneContext m_context;
    TypeCode m_type;
    std::optional<GeoPoint> m_at;
    QString m_pinned;           ///< the words that came with m_at; while the line holds them the point stays
    bool m_levelChosen = false; ///< by hand: the type no longer sets it
    int m_searches = 0; ///< counts the words that were looked for: a late answer to earlier ones is dropped

    PickerEdit* m_typeEdit;
    QComboBox* m_level;
    QLineEdit* m_reason;
    PickerEdit* m_place;
    QPushButton* m_pick;
    QLabel* m_located;
    QPlainTextEdit* m_text;
    QLineEdit* m_callerName;
    QLineEdit* m_callerPhone;
    QCheckBox* m_anonymous;
    QCheckBox* m_confidential;
    QCheckBox* m_weapon;
    QCheckBox* m_injured;
    QCheckBox* m_trapped;
    QCheckBox* m_hazmat;
    QHash<QString, std::pair<QWidget*, QLabel*>> m_refusals; ///< by field of a Refusal
    QTimer* m_searchPause;
};

} // namespace tridesk
