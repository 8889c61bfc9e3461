// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/situation.h"

#include <QWidget>

class QLabel;
class QScrollArea;

namespace tridesk {

class Look;

/// What an incident is, at one glance: level, number, stage and age, type, place, hazards, callers, the
/// words.
class IncidentHeader : public QWidget {
    Q_OBJECT

public:
    /// `look` outlives it.
    explicit IncidentHeader(const Look& look, QWidget* parent = nullptr);

    void showIncident(const Situation& situation, const Incident& incident, Instant now);
    /// There are callers, and they may not be known here.
    void hideCallers();
    /// The other reports of it (mergedReports()).
    void showMerged(const QStringList& reports);
    /// The fields that the catalogue requires and nobody knows yet (checks.h).
    void showLacking(const QStringList& fields);
    void showAge(const Incident& incident, Instant now);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitWords();
    void fitMerged();
    void showLevel(const Incident& incident);
    void showCallers(const QList<Caller>& callers);

    const Look& m_look;
    QLabel* m_level;
    QLabel* m_number;
    QLabel* m_stage;
    QLabel* m_age;
    QLabel* m_type;
    QLabel* m_place;
    QLabel* m_hazards;
    QLabel* m_tags;
    QLabel* m_reinforcement; ///< asked for from the scene, until somebody is sent
    QLabel* m_hold;          ///< until when it is parked, and for whom
    QLabel* m_lacking;       ///< what must be known before it is closed
    QLabel* m_callers;
    QLabel* m_merged;
    QString m_reports; ///< as m_merged says where there is room
    QLabel* m_text;
    QScrollArea* m_words; ///< as high as the words need, up to a few lines
};

} // namespace tridesk
