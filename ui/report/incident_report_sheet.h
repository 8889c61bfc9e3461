// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/report_jobs.h"
#include "ui/report/report_ground.h"

#include <QDialog>
#include <QFutureWatcher>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace tridesk {

/// One incident as a file: asks in which form and whether with names, reads the record on another thread, has
/// the map painted, writes. Deletes itself.
class IncidentReportSheet : public QDialog {
    Q_OBJECT

public:
    IncidentReportSheet(const ReportSheetGround& ground, const IncidentId& incident,
                        QWidget* parent = nullptr);
    ~IncidentReportSheet() override;

    [[nodiscard]] ReportRecord record() const;
    void save(const QString& path);

Q_SIGNALS:
    void saved(const QString& path);
    void failed(const QString& why);

private:
    using Answer = std::expected<IncidentReport, NoReportReason>;

    void build();
    void judge();
    void askForFile();
    void read();
    void take(const Answer& answer);
    void makePdf(const IncidentReport& report);
    void makeTracks(const IncidentReport& report);
    void deliver(const QFuture<QByteArray>& bytes);
    void end(const QString& words, bool isTrouble);
    [[nodiscard]] ReportFormat format() const;

    ReportSheetGround m_ground;
    IncidentId m_incident;
    QComboBox* m_format;
    QCheckBox* m_named;
    QCheckBox* m_withMap;
    QProgressBar* m_progress;
    QLabel* m_said;
    QPushButton* m_save;
    QFutureWatcher<Answer> m_reading;
    QString m_path; ///< that is being written; empty: none
};

} // namespace tridesk
