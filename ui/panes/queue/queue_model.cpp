// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/queue/queue_model.h"

#include "app/desk/desk.h"
#include "app/desk/link.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/ageing.h"
#include "ui/text/hazard_signs.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// An order that can still be recalled will show the incident to its addressee by nothing but time passing.
bool willBeSeen(const Situation& situation, const Incident& incident, Instant now) {
    return incident.isOpen() && std::ranges::any_of(incident.orders, [&](const OrderId& id) {
               const Order* order = situation.orders().find(id);
               return order && !isOver(order->stage) && order->releaseAt > now;
           });
}

/// Figures that run stand on the right, the words on the left.
QVariant cellAlignment(int column) {
    const bool figures = column == QueueModel::Age || column == QueueModel::Countdown;
    return QVariant::fromValue((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

QueueModel::QueueModel(SeatDesk& desk, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk) {
    fill();
    connect(&desk, &SeatDesk::changed, this, &QueueModel::take);
}

bool QueueModel::belongs(const Incident& incident) const {
    return (incident.isOpen() || incident.stageSince + closedFor > m_now) && m_desk.maySee(incident);
}

QueueRow QueueModel::makeRow(const Incident& incident) const {
    QueueRow row = queueRow(m_desk.situation(), m_desk.shown(incident), m_now);
    row.veiled = m_desk.sight(incident) == Sight::Outline;
    if (row.veiled)
        row.deadline.reset();
    return row;
}

void QueueModel::fill() {
    beginResetModel();
    m_now = m_desk.now();
    m_rows.clear();
    m_index.clear();
    m_awaited.clear();
    for (const Incident& incident : m_desk.situation().incidents())
        if (belongs(incident)) {
            m_index.insert(incident.id, int(m_rows.size()));
            m_rows.append(makeRow(incident));
        } else if (willBeSeen(m_desk.situation(), incident, m_now)) {
            m_awaited.insert(incident.id);
        }
    endResetModel();
}

void QueueModel::take(const Changes& changes) {
    m_now = m_desk.now();
    QSet<IncidentId> touched = changes.incidents;
    for (const OrderId& id : changes.orders)
        if (const Order* order = m_desk.situation().orders().find(id))
            touched.insert(order->incident);
    for (const IncidentId& id : touched)
        update(id);
    // Names of types and stations are made when painted; the deadlines hang on the catalogue.
    if ((changes.catalogue || !changes.posts.isEmpty() || !changes.beats.isEmpty()) && !m_rows.isEmpty()) {
        for (QueueRow& row : m_rows)
            if (const Incident* incident = m_desk.situation().incidents().find(row.id))
                row = makeRow(*incident);
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
    }
}

void QueueModel::update(const IncidentId& id) {
    const Incident* incident = m_desk.situation().incidents().find(id);
    const int row = rowOf(id);
    if (!incident || !belongs(*incident)) {
        if (row >= 0)
            remove(row);
        if (incident && willBeSeen(m_desk.situation(), *incident, m_now))
            m_awaited.insert(id);
        return;
    }
    m_awaited.remove(id);
    QueueRow fresh = makeRow(*incident);
    if (row < 0) {
        append(std::move(fresh));
        return;
    }
    // What the row shows, and what is searched in and not shown, may both have changed.
    m_rows[row] = std::move(fresh);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void QueueModel::append(QueueRow row) {
    const int at = int(m_rows.size());
    const IncidentId id = row.id;
    beginInsertRows({}, at, at);
    m_index.insert(id, at);
    m_rows.append(std::move(row));
    endInsertRows();
    Q_EMIT arrived(id);
}

void QueueModel::remove(int row) {
    beginRemoveRows({}, row, row);
    m_index.remove(m_rows[row].id);
    m_rows.removeAt(row);
    for (int i = row; i < m_rows.size(); ++i)
        m_index[m_rows[i].id] = i;
    endRemoveRows();
}

void QueueModel::dropLongClosed() {
    for (int row = int(m_rows.size()) - 1; row >= 0; --row)
        if (!m_rows[row].isOpen() && m_rows[row].stageSince + closedFor <= m_now)
            remove(row);
}

/// What was parked is to be taken up again, and moves up.
void QueueModel::endHolds() {
    QList<IncidentId> over;
    for (const QueueRow& row : std::as_const(m_rows))
        if (row.heldUntil && *row.heldUntil <= m_now)
            over << row.id;
    for (const IncidentId& id : std::as_const(over))
        update(id);
}

void QueueModel::tick(const QList<int>& rows) {
    m_now = m_desk.now();
    for (const int row : rows)
        for (const int column : {int(Age), int(Countdown)})
            Q_EMIT dataChanged(index(row, column), index(row, column),
                               {Qt::DisplayRole, OverdueRole, AgeingRole});
    dropLongClosed();
    endHolds();
    for (const IncidentId& id : std::exchange(m_awaited, {}))
        update(id);
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int QueueModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

/// The day goes without saying while it is today's.
QString QueueModel::numberText(const QueueRow& row) const {
    const bool today =
        row.number / 1'000'000 == toDateTime(m_now).toLocalTime().date().toString(u"yyyyMMdd").toLongLong();
    return today ? text::shortNumber(row.number) : incidentNumberText(row.number);
}

/// With the tags that it was given: "Fight #bridge #derby".
QString QueueModel::typeText(const QueueRow& row) const {
    QStringList words{text::typeName(m_desk.situation().catalogue(), row.type)};
    for (const QString& tag : row.tags)
        words << u'#' + tag;
    words.removeAll(QString());
    return words.join(u' ');
}

/// With the beat, where it has one: "Linjiang · North".
QString QueueModel::stationText(const QueueRow& row) const {
    const QString station = row.post.isNull() ? QString() : text::postName(m_desk.situation(), row.post);
    return row.beat.isNull() ? station : station + u" · "_s + text::beatName(m_desk.situation(), row.beat);
}

QString QueueModel::text(const QueueRow& row, int column) const {
    if (row.veiled)
        return {};
    switch (Column(column)) {
    case LevelColumn:
        return text::name(row.level);
    case Number:
        return numberText(row);
    case Age:
        return text::duration(m_now - row.reportedAt);
    case Stage:
        return text::name(row.stage);
    case Type:
        return typeText(row);
    case PlaceColumn:
        return text::place({row.at, row.address});
    case Station:
        return stationText(row);
    case Assigned:
        return row.assigned.join(u' ');
    case Countdown:
        if (row.heldUntil)
            return row.waitsFor.isEmpty() ? tr("Held %1").arg(text::countdown(*row.heldUntil - m_now))
                                          : tr("%1: waits %2", "unit or beat, time")
                                                .arg(row.waitsFor, text::countdown(*row.heldUntil - m_now));
        if (!row.agency.isEmpty())
            return tr("With %1", "an agency").arg(row.agency);
        return row.deadline
                   ? text::name(row.deadline->kind) + u' ' + text::countdown(row.deadline->due - m_now)
                   : QString();
    case ColumnCount:
        break;
    }
    return {};
}

/// Over a line that is lost: something about it that nobody else knows of yet.
bool QueueModel::isUnsent(const QueueRow& row) const {
    const Link* link = m_desk.link();
    return link && (link->marks().touched.contains(row.id) || link->marks().incidents.contains(row.id));
}

/// Beside the number: what somebody marked the incident with, and how many reports it has.
QString QueueModel::marks(const QueueRow& row) const {
    QString marks;
    for (const auto& [flag, sign] : {std::pair(IncidentFlag::Pinned, u'↑'),
                                     {IncidentFlag::Major, u'★'},
                                     {IncidentFlag::Watch, u'◎'},
                                     {IncidentFlag::Sensitive, u'▧'}})
        if (row.flags.contains(flag))
            marks += sign;
    if (row.reinforcement)
        marks += u'⊕';
    if (row.reports > 1)
        marks += u'×' + QString::number(row.reports);
    if (isUnsent(row))
        marks += u'⇡';
    return marks;
}

QString QueueModel::reinforcementText(const IncidentId& id) const {
    const Incident* incident = m_desk.situation().incidents().find(id);
    return incident ? text::reinforcement(m_desk.situation(), m_desk.shown(*incident)) : QString();
}

QString QueueModel::toolTip(const QueueRow& row, int column) const {
    if (row.veiled)
        return {};
    if (column == Number &&
        (!row.flags.isEmpty() || row.reports != 1 || row.reinforcement || isUnsent(row))) {
        QStringList names;
        if (isUnsent(row))
            names << tr("not sent yet");
        for (const IncidentFlag flag : row.flags)
            names << text::name(flag);
        if (row.reinforcement)
            names << reinforcementText(row.id);
        if (row.reports > 1)
            names << tr("%n reports of it", nullptr, row.reports);
        return names.join(tr(", "));
    }
    if (column == Age)
        return tr("Reported %1").arg(text::dateTime(row.reportedAt));
    if (column == Type) {
        QStringList lines{text::signedHazards(row.hazards),
                          text::typePath(m_desk.situation().catalogue(), row.type),
                          row.tags.isEmpty() ? QString() : u'#' + row.tags.join(u" #"_s)};
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    if (column == Station)
        return stationText(row);
    if (column == Countdown && row.deadline)
        return tr("Due %1").arg(text::dateTime(row.deadline->due));
    const Incident* incident = m_desk.situation().incidents().find(row.id);
    return incident ? m_desk.shown(*incident).details.text : QString();
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const QueueRow& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return cellAlignment(index.column());
    case IdRole:
        return row.id.toString();
    case LevelRole:
        return int(row.level);
    case StageRole:
        return int(row.stage);
    case OverdueRole:
        return row.isOverdue(m_now);
    case MarksRole:
        return marks(row);
    case HazardsRole:
        return row.veiled ? QString() : text::hazardSigns(row.hazards);
    case OpenRole:
        return row.isOpen();
    case AgeingRole:
        return row.stage == IncidentStage::OnScene && !row.veiled ? ageingStep(m_now - row.stageSince) : 0;
    case VeiledRole:
        return row.veiled;
    default:
        return {};
    }
}

QVariant QueueModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return cellAlignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case LevelColumn:
        return tr("Level");
    case Number:
        return tr("Number");
    case Age:
        return tr("Age");
    case Stage:
        return tr("Stage");
    case Type:
        return tr("Type");
    case PlaceColumn:
        return tr("Place");
    case Station:
        return tr("Station");
    case Assigned:
        return tr("Units");
    case Countdown:
        return tr("Deadline");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags QueueModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags row = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    return m_rows[index.row()].isOpen() ? row | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled : row;
}

QStringList QueueModel::mimeTypes() const {
    return {ui::drag::incidentMime};
}

QMimeData* QueueModel::mimeData(const QModelIndexList& indexes) const {
    return indexes.isEmpty() ? nullptr : ui::drag::incidentData(indexes.first().data(IdRole).toString());
}

QString QueueModel::searchText(int row) const {
    const QueueRow& r = m_rows[row];
    if (r.veiled)
        return {};
    QStringList parts = {incidentNumberText(r.number),
                         r.address,
                         r.assigned.join(u' '),
                         r.type.toString(),
                         text(r, Type),
                         text(r, Station),
                         r.post.toString(),
                         r.beat.toString(),
                         r.waitsFor,
                         text(r, LevelColumn)};
    if (const Incident* incident = m_desk.situation().incidents().find(r.id))
        parts << m_desk.shown(*incident).details.text;
    return parts.join(u'\n').toLower();
}

} // namespace tridesk
