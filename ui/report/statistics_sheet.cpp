// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/statistics_sheet.h"

#include "app/access/rights.h"
#include "app/desk/desk.h"
#include "ui/panes/common/named.h"
#include "ui/report/charts.h"
#include "ui/report/statistics_model.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>

#include <algorithm>

namespace tridesk {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Instant instantOf(const QDateTimeEdit& edit) {
    return instantFromMs(edit.dateTime().toMSecsSinceEpoch());
}

/// What the second chart may show.
enum class Charted { Volume, Response, Sign, SetOut, Report };

} // namespace

StatisticsSheet::StatisticsSheet(const ReportSheetGround& ground, QWidget* parent)
    : QDialog(parent)
    , m_ground(ground)
    , m_usual(named(new QComboBox(this), u"statistics.usual"_s, tr("Usual spans")))
    , m_from(named(new QDateTimeEdit(this), u"statistics.from"_s, tr("From")))
    , m_to(named(new QDateTimeEdit(this), u"statistics.to"_s, tr("To")))
    , m_post(named(new QComboBox(this), u"statistics.post"_s, tr("Area")))
    , m_type(named(new QComboBox(this), u"statistics.type"_s, tr("Type")))
    , m_unit(named(new QComboBox(this), u"statistics.unit"_s, tr("Unit")))
    , m_count(named(new QPushButton(tr("Count"), this), u"statistics.count"_s, tr("Count what is on record")))
    , m_stop(named(new QPushButton(tr("Stop"), this), u"statistics.stop"_s, tr("Stop reading")))
    , m_progress(
          named(new QProgressBar(this), u"statistics.progress"_s, tr("How much of the record is read")))
    , m_said(named(new QLabel(this), u"statistics.said"_s, tr("In short")))
    , m_trouble(named(new QLabel(this), u"statistics.trouble"_s, tr("What must be said of it")))
    , m_grouping(named(new QComboBox(this), u"statistics.grouping"_s, tr("Rows")))
    , m_charted(named(new QComboBox(this), u"statistics.charted"_s, tr("What the chart shows")))
    , m_table(named(new QTableView(this), u"statistics.table"_s, tr("Figures")))
    , m_model(new StatisticsModel(this))
    , m_chart(named(new BarChartView(inkOf(ground.look.theme()), this), u"statistics.chart"_s, tr("Chart")))
    , m_format(named(new QComboBox(this), u"statistics.format"_s, tr("Format of the file")))
    , m_named(named(new QCheckBox(tr("With the names of callers and users"), this), u"statistics.named"_s,
                    tr("With the names of callers and users")))
    , m_save(named(new QPushButton(tr("Save as…"), this), u"statistics.save"_s, tr("Save the report"))) {
    setObjectName(u"statisticsSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Statistics"));
    resize(1320, 700);
    build();
    fillChoices();
    m_usual->setCurrentIndex(m_usual->findData(0));
    takeSpan();
    connect(&m_reading, &QFutureWatcherBase::progressValueChanged, m_progress, &QProgressBar::setValue);
    connect(&m_reading, &QFutureWatcherBase::finished, this, &StatisticsSheet::finish);
    connect(&ground.look, &Look::changed, this, [this] {
        m_chart->setInk(inkOf(m_ground.look.theme()));
        showChart();
    });
    judge();
}

StatisticsSheet::~StatisticsSheet() {
    m_reading.cancel(); // it holds nothing of ours
}

void StatisticsSheet::build() {
    for (QDateTimeEdit* edit : {m_from, m_to}) {
        edit->setDisplayFormat(u"yyyy-MM-dd HH:mm"_s);
        edit->setButtonSymbols(QAbstractSpinBox::NoButtons);
    }
    m_progress->setRange(0, 1'000);
    m_said->setProperty("strong", true);
    m_said->setWordWrap(true);
    m_trouble->setProperty("warning", true);
    m_trouble->setWordWrap(true);
    m_count->setProperty("main", true);
    auto* close = named(new QPushButton(tr("Close"), this), u"statistics.close"_s, tr("Close"));
    for (QPushButton* button : {m_count, m_stop, m_save, close})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* foot = new QHBoxLayout;
    foot->addWidget(buildExport(), 1);
    foot->addWidget(close);
    auto* column = new QVBoxLayout(this);
    column->addWidget(buildQuestion());
    column->addWidget(m_said);
    column->addWidget(m_trouble);
    column->addWidget(buildAnswer(), 1);
    column->addLayout(foot);
}

QWidget* StatisticsSheet::buildQuestion() {
    auto* question = new QWidget(this);
    auto* grid = new QGridLayout(question);
    grid->setContentsMargins(0, 0, 0, 0);
    const auto put = [&](int row, int column, const QString& word, QWidget* field) {
        auto* label = new QLabel(word, question);
        label->setBuddy(field);
        grid->addWidget(label, row, 2 * column);
        grid->addWidget(field, row, 2 * column + 1);
    };
    put(0, 0, tr("Span"), m_usual);
    put(0, 1, tr("From"), m_from);
    put(0, 2, tr("To"), m_to);
    put(1, 0, tr("Area"), m_post);
    put(1, 1, tr("Type"), m_type);
    put(1, 2, tr("Unit"), m_unit);
    auto* does = new QHBoxLayout;
    does->addWidget(m_count);
    does->addWidget(m_stop);
    does->addWidget(m_progress, 1);
    grid->addLayout(does, 0, 6, 2, 1);
    for (const int column : {1, 3, 5, 6})
        grid->setColumnStretch(column, 1);
    for (QComboBox* box : {m_post, m_type, m_unit})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(m_usual, &QComboBox::activated, this, &StatisticsSheet::takeSpan);
    for (QDateTimeEdit* edit : {m_from, m_to}) {
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &StatisticsSheet::judge);
        connect(edit, &QDateTimeEdit::dateTimeChanged, m_usual, [this] { m_usual->setCurrentIndex(0); });
    }
    connect(m_count, &QPushButton::clicked, this, &StatisticsSheet::count);
    connect(m_stop, &QPushButton::clicked, &m_reading, &QFutureWatcherBase::cancel);
    return question;
}

QWidget* StatisticsSheet::buildAnswer() {
    for (int i = 0; i < groupingCount; ++i)
        m_grouping->addItem(text::name(Grouping(i)), i);
    m_charted->addItem(tr("Incidents"), int(Charted::Volume));
    m_charted->addItem(tr("Response, median and nine of ten"), int(Charted::Response));
    m_charted->addItem(tr("Signing, by its length"), int(Charted::Sign));
    m_charted->addItem(tr("Setting out, by its length"), int(Charted::SetOut));
    m_charted->addItem(tr("Reporting back, by its length"), int(Charted::Report));
    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(StatisticsModel::What, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    constexpr int longestName = 34; // letters; the figures may be scrolled to, what they are of must be read
    m_table->horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * longestName);
    m_table->horizontalHeader()->setHighlightSections(false);
    connect(m_grouping, &QComboBox::currentIndexChanged, this,
            [this](int index) { showRows(Grouping(index)); });
    connect(m_charted, &QComboBox::currentIndexChanged, this, &StatisticsSheet::showChart);

    auto* left = new QWidget(this);
    auto* rows = new QVBoxLayout(left);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_grouping);
    rows->addWidget(m_table, 1);
    auto* right = new QWidget(this);
    auto* chart = new QVBoxLayout(right);
    chart->setContentsMargins(0, 0, 0, 0);
    chart->addWidget(m_charted);
    chart->addWidget(m_chart, 1);
    auto* both = new QSplitter(Qt::Horizontal, this);
    both->setObjectName(u"statistics.split"_s);
    both->setAccessibleName(tr("Figures and chart"));
    both->addWidget(left);
    both->addWidget(right);
    both->setStretchFactor(0, 2);
    both->setStretchFactor(1, 1);
    both->setSizes({880, 420});
    both->setChildrenCollapsible(false);
    return both;
}

QWidget* StatisticsSheet::buildExport() {
    m_format->addItem(tr("Report (PDF)"), int(ReportFormat::Pdf));
    m_format->addItem(tr("Tables (CSV)"), int(ReportFormat::Csv));
    m_format->addItem(u"JSON"_s, int(ReportFormat::Json));
    m_format->addItem(tr("Tracks (GPX)"), int(ReportFormat::Gpx));
    m_format->addItem(tr("Incidents and tracks (GeoJSON)"), int(ReportFormat::GeoJson));
    auto* part = new QWidget(this);
    auto* row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_format);
    row->addWidget(m_named);
    row->addWidget(m_save);
    row->addStretch(1);
    connect(m_save, &QPushButton::clicked, this, &StatisticsSheet::askForFile);
    connect(m_named, &QCheckBox::toggled, this, &StatisticsSheet::judge);
    return part;
}

void StatisticsSheet::fillChoices() {
    m_usual->addItem(tr("as set"), -1);
    m_usual->addItem(tr("Today"), 0);
    m_usual->addItem(tr("Yesterday"), 1);
    m_usual->addItem(tr("The last 8 hours"), 8);
    m_usual->addItem(tr("The last 24 hours"), 24);
    m_usual->addItem(tr("The last 7 days"), 7 * 24);
    m_usual->addItem(tr("The last 30 days"), 30 * 24);
    const SeatDesk& desk = m_ground.desk;
    const Situation& situation = desk.situation();
    const auto own = desk.actor().seat.post();
    QList<std::pair<QString, QString>> posts;
    QList<std::pair<QString, QString>> units;
    for (const Post& post : situation.posts())
        if (post.tier == Tier::Station && (!own || post.id == *own))
            posts.append({text::name(post.name), post.id.toString()});
    for (const Unit& unit : situation.units())
        if (desk.maySee(unit))
            units.append({unit.definition.callsign.toString(), unit.definition.id.toString()});
    if (!own)
        m_post->addItem(tr("every area"), QString());
    m_type->addItem(tr("every type"), QString());
    m_unit->addItem(tr("every unit"), QString());
    for (const auto& [box, choices] : {std::pair(m_post, &posts), std::pair(m_unit, &units)}) {
        std::ranges::sort(*choices);
        for (const auto& [word, code] : std::as_const(*choices))
            box->addItem(word, code);
    }
    for (const IncidentType& type : situation.catalogue().types)
        m_type->addItem(text::typePath(situation.catalogue(), type.code), type.code.toString());
    m_named->setEnabled(hasRight(desk.actor().role, Right::KnowCallers));
    m_named->setToolTip(m_named->isEnabled() ? QString()
                                             : tr("Names leave the desk with a supervisor alone"));
}

void StatisticsSheet::takeSpan() {
    const int hours = m_usual->currentData().toInt();
    if (hours < 0)
        return;
    const QDateTime now = toDateTime(m_ground.desk.now()).toLocalTime();
    const QDateTime today = now.date().startOfDay();
    if (hours > 1) {
        m_from->setDateTime(now.addSecs(-3600LL * hours));
        m_to->setDateTime(now.addSecs(60));
    } else {
        m_from->setDateTime(hours == 0 ? today : today.addDays(-1));
        m_to->setDateTime(hours == 0 ? now.addSecs(60) : today);
    }
    m_usual->setCurrentIndex(m_usual->findData(hours));
}

void StatisticsSheet::setSpan(Instant from, Instant to) {
    m_from->setDateTime(toDateTime(from).toLocalTime());
    m_to->setDateTime(toDateTime(to).toLocalTime());
}

StatisticsQuery StatisticsSheet::query() const {
    const auto code = []<class C>(const QComboBox& box, const C& none) {
        return C::parse(box.currentData().toString()).value_or(none);
    };
    return {.from = instantOf(*m_from),
            .to = instantOf(*m_to),
            .post = code(*m_post, PostId()),
            .type = code(*m_type, TypeCode()),
            .unit = code(*m_unit, UnitId()),
            .zone = QTimeZone::systemTimeZone()};
}

ReportRecord StatisticsSheet::record() const {
    const StatisticsQuery asked = m_report ? m_report->statistics.query : query();
    return {.from = asked.from,
            .to = asked.to,
            .post = asked.post,
            .type = asked.type,
            .unit = asked.unit,
            .format = format(),
            .named = m_named->isChecked()};
}

ReportFormat StatisticsSheet::format() const {
    return ReportFormat(m_format->currentData().toInt());
}

/// The buttons ask what the command will ask.
void StatisticsSheet::judge() {
    const StatisticsQuery asked = query();
    const auto may = m_ground.desk.may(MakeReport{
        {.from = asked.from, .to = asked.to, .post = asked.post, .type = asked.type, .unit = asked.unit}});
    const bool isReading = m_reading.isRunning();
    m_count->setEnabled(may.has_value() && !isReading);
    m_stop->setEnabled(isReading);
    m_progress->setVisible(isReading);
    m_save->setEnabled(m_report && !isReading && m_ground.desk.may(MakeReport{record()}));
    if (!may)
        tell(refusalText(may.error(), m_ground.desk.situation()), true);
    else if (!m_report)
        tell({}, true);
}

void StatisticsSheet::count() {
    if (m_reading.isRunning())
        return;
    const SeatDesk& desk = m_ground.desk;
    m_situation = desk.situation();
    m_reading.setFuture(readSpan(m_ground.record, {.query = query(),
                                                   .situation = m_situation,
                                                   .eyes = {.actor = desk.actor(), .wall = desk.isWall()},
                                                   .named = hasRight(desk.actor().role, Right::KnowCallers),
                                                   .now = desk.now()}));
    tell(tr("Reading the record…"));
    judge();
}

void StatisticsSheet::finish() {
    if (m_reading.isCanceled() || m_reading.future().resultCount() == 0) {
        tell(tr("Stopped."));
        judge();
        return;
    }
    const auto& read = m_reading.future().result();
    if (!read) {
        tell(text::whyNot(read.error()), true);
        judge();
        Q_EMIT failed(text::whyNot(read.error()));
        return;
    }
    m_report = std::make_shared<SpanReport>(*read);
    const Tally& whole = m_report->statistics.whole;
    const Spread& response = whole.of(Interval::Response);
    QString said = tr("%1 incidents, %2 orders", "counted").arg(whole.incidents).arg(whole.orders);
    if (!response.isEmpty())
        said = tr("%1 · response: median %2, nine of ten within %3")
                   .arg(said, text::duration(std::chrono::seconds(response.median())),
                        text::duration(std::chrono::seconds(response.percentile(90))));
    QStringList troubles = text::recordTroubles(m_report->statistics.record);
    if (whole.incidents == 0)
        troubles.prepend(tr("Nothing was reported in this span."));
    tell(said);
    m_trouble->setText(troubles.join(u' '));
    m_trouble->setVisible(!troubles.isEmpty());
    showRows(Grouping(m_grouping->currentIndex()));
    judge();
    Q_EMIT counted();
}

void StatisticsSheet::showRows(Grouping grouping) {
    if (!m_report)
        return;
    m_model->show(std::shared_ptr<const Statistics>(m_report, &m_report->statistics), grouping);
    showChart();
}

void StatisticsSheet::showChart() {
    if (!m_report)
        return;
    const Statistics& statistics = m_report->statistics;
    const Theme& theme = m_ground.look.theme();
    const auto grouping = Grouping(m_grouping->currentIndex());
    constexpr qsizetype mostBars = 12;
    switch (Charted(m_charted->currentData().toInt())) {
    case Charted::Volume:
        return m_chart->setChart(volumeChart(statistics, grouping, theme, mostBars));
    case Charted::Response:
        return m_chart->setChart(lengthChart(statistics, grouping, Interval::Response, theme, mostBars));
    case Charted::Sign:
        return m_chart->setChart(bucketChart(statistics.whole, Interval::Sign, theme));
    case Charted::SetOut:
        return m_chart->setChart(bucketChart(statistics.whole, Interval::SetOut, theme));
    case Charted::Report:
        return m_chart->setChart(bucketChart(statistics.whole, Interval::OnScene, theme));
    }
}

void StatisticsSheet::tell(const QString& words, bool isTrouble) {
    m_said->setText(isTrouble ? QString() : words);
    m_trouble->setText(isTrouble ? words : QString());
    m_trouble->setVisible(isTrouble && !words.isEmpty());
}

} // namespace tridesk
