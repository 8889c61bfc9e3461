// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/desk_load_sheet.h"

#include "app/access/permission.h"
#include "app/access/redaction.h"
#include "app/desk/desk.h"
#include "ui/actions/echo.h"
#include "ui/panes/common/dispatch_groups.h"
#include "ui/text/names.h"
#include "ui/text/refusals.h"
#include "ui/text/times.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tridesk {

namespace {

enum Column {
    DeskColumn,
    User,
    Since,
    Stations,
    InHand,
    Unassigned,
    Overdue,
    Issued,
    Unread,
    Alarms,
    ColumnCount
};

constexpr auto pauseBeforeCounting = 400ms; // a busy desk changes many times a second

} // namespace

DeskLoadSheet::DeskLoadSheet(const PaneContext& context, QWidget* parent)
    : QDialog(parent)
    , m_context(context)
    , m_sum(new QLabel(this))
    , m_loads(new QTableWidget(0, ColumnCount, this))
    , m_stations(new QListWidget(this))
    , m_group(new QComboBox(this))
    , m_desk(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_move(new QPushButton(tr("Move"), this))
    , m_refusal(new QLabel(this))
    , m_pause(new QTimer(this)) {
    setObjectName(u"deskLoadSheet"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Desks and their load"));
    resize(1000, 560);
    buildLoads();
    buildMove();
    build();
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseBeforeCounting);
    connect(m_pause, &QTimer::timeout, this, &DeskLoadSheet::refresh);
    connect(&context.desk, &SeatDesk::changed, this, [this] {
        if (!m_pause->isActive())
            m_pause->start();
    });
    auto* second = new QTimer(this); // what is overdue changes with the clock
    connect(second, &QTimer::timeout, this, &DeskLoadSheet::refresh);
    second->start(2s);
    refresh();
}

void DeskLoadSheet::buildLoads() {
    m_sum->setObjectName(u"load.sum"_s);
    m_sum->setProperty("strong", true);
    m_loads->setObjectName(u"load.table"_s);
    m_loads->setAccessibleName(tr("Desks and their load"));
    m_loads->setHorizontalHeaderLabels({tr("Desk"), tr("User"), tr("Since"), tr("Stations"), tr("In hand"),
                                        tr("Unassigned"), tr("Overdue"), tr("Orders, 15 min"), tr("Unread"),
                                        tr("Alarms")});
    m_loads->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_loads->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_loads->setSelectionMode(QAbstractItemView::SingleSelection);
    m_loads->setTabKeyNavigation(false);
    m_loads->setShowGrid(false);
    m_loads->setWordWrap(false);
    m_loads->verticalHeader()->hide();
    QHeaderView& header = *m_loads->horizontalHeader();
    header.setSectionResizeMode(QHeaderView::ResizeToContents);
    header.setSectionResizeMode(Stations, QHeaderView::Stretch);
    header.setHighlightSections(false);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    // The desk that is chosen here is the one that stations go to.
    connect(m_loads, &QTableWidget::currentCellChanged, this, [this](int row) {
        const QTableWidgetItem* item = m_loads->item(row, DeskColumn);
        const int at = item ? m_desk->findData(item->data(Qt::UserRole)) : -1;
        if (at >= 0)
            m_desk->setCurrentIndex(at);
    });
}

void DeskLoadSheet::buildMove() {
    const auto dress = [](QWidget* widget, const char* name, const QString& accessible) {
        widget->setObjectName(u"load."_s + QLatin1StringView(name));
        widget->setAccessibleName(accessible);
    };
    dress(m_stations, "stations", tr("Stations and the desk that answers for each"));
    m_stations->setProperty("list", true);
    dress(m_group, "group", tr("Stations of a dispatch group"));
    dress(m_desk, "desk", tr("Desk that they go to"));
    dress(m_name, "name", tr("Name of the sector"));
    m_name->setPlaceholderText(tr("Name of the sector, may be empty"));
    m_name->setMaxLength(DispatchGroups::longestName);
    dress(m_move, "move", tr("Move the ticked stations"));
    m_move->setProperty("main", true);
    dress(m_refusal, "refusal", tr("Why they were not moved"));
    m_refusal->setProperty("warning", true);
    m_refusal->setWordWrap(true);
    connect(m_group, &QComboBox::activated, this, &DeskLoadSheet::tickGroup);
    connect(m_desk, &QComboBox::currentIndexChanged, this, &DeskLoadSheet::judge);
    connect(m_stations, &QListWidget::itemChanged, this, &DeskLoadSheet::judge);
    connect(m_move, &QPushButton::clicked, this, &DeskLoadSheet::move);
}

void DeskLoadSheet::build() {
    auto* said =
        new QLabel(tr("Tick stations and give them to a desk: from then on their incidents and alarms "
                      "are that desk's. Both desks are told."),
                   this);
    said->setWordWrap(true);
    said->setProperty("dim", true);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"load.close"_s);
    close->setAccessibleName(close->text());
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    auto* to = new QVBoxLayout;
    to->addWidget(said);
    to->addWidget(m_group);
    to->addWidget(m_desk);
    to->addWidget(m_name);
    to->addWidget(m_move);
    to->addWidget(m_refusal);
    to->addStretch(1);
    to->addWidget(close);
    auto* below = new QHBoxLayout;
    below->setSpacing(12);
    below->addWidget(m_stations, 3);
    below->addLayout(to, 2);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_sum);
    column->addWidget(m_loads, 1);
    column->addLayout(below, 1);
}

QString DeskLoadSheet::deskName(const QString& seat) const {
    return seat.isEmpty() ? tr("every desk") : text::seatName(m_context.desk.situation(), seat);
}

void DeskLoadSheet::refresh() {
    const SeatDesk& desk = m_context.desk;
    const Situation& situation = desk.situation();
    const Instant now = desk.now();
    // Counted as each seat sees it, whoever looks here.
    const auto view = [&situation, now](const Seat& seat) {
        const Actor who{.seat = seat, .user = {}};
        return AlarmView{
            .incident = [&situation, now, who](const Incident& i) { return maySee(situation, who, i, now); },
            .unit = [&situation, who](const Unit& u) { return maySee(situation, who, u); }};
    };
    showLoads(deskLoads(situation, now, view));
    m_sum->setText(tr("Open: %1 · in no desk's hands: %2")
                       .arg(situation.openIncidents().size())
                       .arg(inNobodysHands(situation)));
    showStations();
    fillDesks();
    fillGroups();
    judge();
}

void DeskLoadSheet::showLoads(const QList<DeskLoad>& loads) {
    const Theme& theme = m_context.look.theme();
    const auto set = [&](int row, Column column, const QString& words, bool isAlarm = false) {
        QTableWidgetItem* item = m_loads->item(row, column);
        if (!item) {
            item = new QTableWidgetItem;
            item->setTextAlignment((column >= InHand ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
            m_loads->setItem(row, column, item);
        }
        item->setText(words);
        item->setForeground(isAlarm ? theme.alarm : theme.text);
        item->setToolTip(words);
        return item;
    };
    const QSignalBlocker still(m_loads);
    m_loads->setRowCount(int(loads.size()));
    for (int row = 0; row < loads.size(); ++row) {
        const DeskLoad& load = loads.at(row);
        const QString seat = load.seat.toString();
        set(row, DeskColumn, deskName(seat))->setData(Qt::UserRole, seat);
        set(row, User, load.since ? load.user : tr("nobody"), !load.since);
        set(row, Since, load.since ? text::time(*load.since, m_context.desk.now()) : QString());
        QStringList stations;
        for (const PostId& post : load.sectors)
            stations << post.toString();
        const bool isDesk = load.seat.tier == Tier::Bureau;
        set(row, Stations,
            !stations.isEmpty() ? stations.join(u' ')
            : isDesk            ? tr("those of every desk")
                                : QString());
        set(row, InHand, QString::number(load.open));
        set(row, Unassigned, QString::number(load.unassigned));
        set(row, Overdue, load.overdue > 0 ? u"! %1"_s.arg(load.overdue) : u"0"_s, load.overdue > 0);
        set(row, Issued, QString::number(load.issued));
        set(row, Unread, QString::number(load.unread));
        set(row, Alarms, QString::number(load.alarms));
    }
}

/// Rows stay where they are, with what is ticked.
void DeskLoadSheet::showStations() {
    const Situation& situation = m_context.desk.situation();
    QList<PostId> posts;
    for (const Post& post : situation.posts())
        if (post.tier == Tier::Station)
            posts.append(post.id);
    std::sort(posts.begin(), posts.end());
    const QSignalBlocker still(m_stations);
    if (m_stations->count() != posts.size()) {
        m_stations->clear();
        for (const PostId& post : std::as_const(posts)) {
            auto* item = new QListWidgetItem(m_stations);
            item->setData(Qt::UserRole, post.toString());
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(Qt::Unchecked);
        }
    }
    for (int row = 0; row < m_stations->count(); ++row) {
        const PostId& post = posts.at(row);
        const SectorCover* cover = situation.sectors().find(post);
        const QString name = cover && !cover->name.isEmpty() ? u" ("_s + cover->name + u')' : QString();
        m_stations->item(row)->setData(Qt::UserRole, post.toString());
        m_stations->item(row)->setText(
            u"%1  %2 – %3%4"_s.arg(post.toString(), text::postName(situation, post),
                                   deskName(cover ? cover->desk : QString()), name));
    }
}

void DeskLoadSheet::fillDesks() {
    QStringList seats;
    for (const SeatOnDuty& duty : m_context.desk.situation().duty())
        if (const auto seat = Seat::parse(duty.seat); seat && seat->tier == Tier::Bureau)
            seats << duty.seat;
    seats.sort();
    seats << QString(); // every desk's again
    QStringList before;
    for (int at = 0; at < m_desk->count(); ++at)
        before << m_desk->itemData(at).toString();
    if (seats == before && m_desk->count() > 0)
        return;
    const QSignalBlocker still(m_desk);
    const QString chosen = m_desk->currentData().toString();
    m_desk->clear();
    for (const QString& seat : std::as_const(seats))
        m_desk->addItem(seat.isEmpty() ? tr("To every desk") : tr("To %1").arg(deskName(seat)), seat);
    m_desk->setCurrentIndex(std::max(0, m_desk->findData(chosen)));
}

void DeskLoadSheet::fillGroups() {
    const DispatchGroups groups(m_context.settings, m_context.desk.actor());
    const QStringList names = groups.names();
    if (m_group->count() == names.size() + 1)
        return;
    m_group->clear();
    m_group->addItem(tr("Tick a dispatch group…"), QString());
    for (const QString& name : names)
        m_group->addItem(name, name);
    m_group->setVisible(!names.isEmpty());
}

void DeskLoadSheet::tickGroup() {
    const QString name = m_group->currentData().toString();
    if (name.isEmpty())
        return;
    const QSet<PostId> posts = DispatchGroups(m_context.settings, m_context.desk.actor()).posts(name);
    for (int row = 0; row < m_stations->count(); ++row) {
        const auto post = PostId::parse(m_stations->item(row)->data(Qt::UserRole).toString());
        m_stations->item(row)->setCheckState(post && posts.contains(*post) ? Qt::Checked : Qt::Unchecked);
    }
    m_name->setText(name);
}

QList<PostId> DeskLoadSheet::ticked() const {
    QList<PostId> posts;
    for (int row = 0; row < m_stations->count(); ++row)
        if (const QListWidgetItem* item = m_stations->item(row); item->checkState() == Qt::Checked)
            if (const auto post = PostId::parse(item->data(Qt::UserRole).toString()))
                posts.append(*post);
    return posts;
}

/// A disabled button asks what the command will ask; nothing ticked is no fault yet.
void DeskLoadSheet::judge() {
    const QList<PostId> posts = ticked();
    const MoveSector command{posts, m_name->text().trimmed(), m_desk->currentData().toString()};
    const auto right = m_context.desk.may(command);
    m_move->setEnabled(right.has_value());
    const bool isFault = !right && right.error().code != RefusalCode::Missing;
    m_refusal->setText(isFault ? refusalText(right.error(), m_context.desk.situation()) : QString());
}

void DeskLoadSheet::move() {
    const MoveSector command{ticked(), m_name->text().trimmed(), m_desk->currentData().toString()};
    Q_EMIT echoed(echoLine(command, m_context.desk));
    m_context.desk.submit(command).then(this, [this](const Outcome& outcome) {
        if (!outcome)
            return m_refusal->setText(refusalText(outcome.error(), m_context.desk.situation()));
        for (int row = 0; row < m_stations->count(); ++row)
            m_stations->item(row)->setCheckState(Qt::Unchecked);
        m_name->clear();
        refresh();
    });
}

} // namespace tridesk
