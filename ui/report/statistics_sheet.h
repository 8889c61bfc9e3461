// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report/report_jobs.h"
#include "ui/report/report_ground.h"
#include "ui/report/report_words.h"

#include <QDialog>
#include <QFutureWatcher>

#include <memory>

class QCheckBox;
class QComboBox;
class QDateTimeEdit;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;

namespace tridesk {

class BarChartView;
class StatisticsModel;

/// Figures of a span: how many, how long, how late, by type, area, hour, post and unit, as a table and as
/// charts; and the report of it as a file. Stands beside the work; reads on another thread, and can be
/// stopped.
class StatisticsSheet : public QDialog {
    Q_OBJECT

public:
    explicit StatisticsSheet(const ReportSheetGround& ground, QWidget* parent = nullptr);
    ~StatisticsSheet() override;

    /// What is asked for now. The end counts as a whole minute.
    [[nodiscard]] StatisticsQuery query() const;
    void setSpan(Instant from, Instant to);
    void count(); ///< reads the record
    /// What the report would be put on record as.
    [[nodiscard]] ReportRecord record() const;
    /// Writes it; where the name ends in ".csv" the incidents of the span go beside it, into
    /// NAME-incidents.csv.
    void save(const QString& path);
    [[nodiscard]] const SpanReport* report() const { return m_report.get(); }

Q_SIGNALS:
    void counted();
    void saved(const QString& path);
    void failed(const QString& why);

private:
    void build();
    QWidget* buildQuestion();
    QWidget* buildAnswer();
    QWidget* buildExport();
    void fillChoices();
    void takeSpan();
    void judge();
    void finish();
    void showRows(Grouping grouping);
    void showChart();
    void tell(const QString& words, bool isTrouble = false);
    void askForFile();
    [[nodiscard]] QFuture<QByteArray> bytes(ReportFormat format);
    [[nodiscard]] QFuture<QByteArray> geographic(ReportFormat format);
    [[nodiscard]] ReportFormat format() const;
    void setBusy(bool busy);
    void saveList(const QString& path);
    void finishSaving(const QString& path, const QString& fault);

    ReportSheetGround m_ground;
    QComboBox* m_usual;
    QDateTimeEdit* m_from;
    QDateTimeEdit* m_to;
    QComboBox* m_post;
    QComboBox* m_type;
    QComboBox* m_unit;
    QPushButton* m_count;
    QPushButton* m_stop;
    QProgressBar* m_progress;
    QLabel* m_said;
    QLabel* m_trouble;
    QComboBox* m_grouping;
    QComboBox* m_charted;
    QTableView* m_table;
    StatisticsModel* m_model;
    BarChartView* m_chart;
    QComboBox* m_format;
    QCheckBox* m_named;
    QPushButton* m_save;
    QFutureWatcher<std::expected<SpanReport, NoReportReason>> m_reading;
    std::shared_ptr<const SpanReport> m_report; ///< null: nothing was counted yet
    Situation m_situation;                      ///< that it was counted in
};

} // namespace tridesk
