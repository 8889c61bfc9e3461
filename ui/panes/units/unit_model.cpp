// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/units/unit_model.h"

#include "app/desk/desk.h"
#include "app/desk/fix_board.h"
#include "app/desk/link.h"
#include "app/domain/fix_age.h"
#include "app/domain/safety_check.h"
#include "ui/map/drag_payload.h"
#include "ui/panes/common/ageing.h"
#include "ui/text/names.h"
#include "ui/text/times.h"

#include <QMimeData>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

/// Figures that run stand on the right, the words on the left.
QVariant cellAlignment(int column) {
    const bool figures =
        column == UnitModel::Since || column == UnitModel::Distance || column == UnitModel::FixAge;
    return QVariant::fromValue((figures ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

} // namespace

UnitModel::UnitModel(SeatDesk& desk, const FixBoard* fixes, QObject* parent)
    : QAbstractTableModel(parent)
    , m_desk(desk)
    , m_fixes(fixes) {
    fill();
    connect(&desk, &SeatDesk::changed, this, &UnitModel::take);
}

/// What it is sent to is named only where that may be read.
UnitRow UnitModel::makeRow(const Unit& unit) const {
    UnitRow row = unitRow(m_desk.situation(), unit);
    const Incident* incident = row.incident ? m_desk.situation().incidents().find(*row.incident) : nullptr;
    if (incident && m_desk.sight(*incident) == Sight::Outline)
        row.incidentNumber = 0;
    return row;
}

void UnitModel::fill() {
    beginResetModel();
    m_now = m_desk.now();
    m_rows.clear();
    m_index.clear();
    for (const Unit& unit : m_desk.situation().units())
        if (m_desk.maySee(unit)) {
            m_index.insert(unit.definition.id, int(m_rows.size()));
            m_rows.append(makeRow(unit));
            measure(m_rows.last());
        }
    endResetModel();
}

void UnitModel::take(const Changes& changes) {
    m_now = m_desk.now();
    QSet<UnitId> touched = changes.units;
    for (const OrderId& id : changes.orders)
        if (const Order* order = m_desk.situation().orders().find(id))
            if (const auto unit = order->unit())
                touched.insert(*unit);
    for (const UnitId& id : touched)
        update(id);
    if (changes.incidents.contains(m_inHand))
        setInHand(m_inHand); // its place may be another
    if (!changes.posts.isEmpty() && !m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, PostColumn), index(int(m_rows.size()) - 1, PostColumn));
}

void UnitModel::update(const UnitId& id) {
    const Unit* unit = m_desk.situation().units().find(id);
    const int row = rowOf(id);
    if (!unit || !m_desk.maySee(*unit)) {
        if (row >= 0)
            remove(row);
        return;
    }
    UnitRow fresh = makeRow(*unit);
    measure(fresh);
    if (row >= 0) {
        m_rows[row] = std::move(fresh);
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        return;
    }
    const int at = int(m_rows.size());
    beginInsertRows({}, at, at);
    m_index.insert(id, at);
    m_rows.append(std::move(fresh));
    endInsertRows();
}

void UnitModel::remove(int row) {
    beginRemoveRows({}, row, row);
    m_index.remove(m_rows[row].id);
    m_rows.removeAt(row);
    for (int i = row; i < m_rows.size(); ++i)
        m_index[m_rows[i].id] = i;
    endRemoveRows();
}

void UnitModel::setInHand(const IncidentId& incident) {
    const Incident* known = m_desk.situation().incidents().find(incident);
    const auto target = known ? known->details.place.at : std::nullopt;
    const IncidentId wanted = known ? incident : IncidentId();
    if (wanted == m_inHand && target == m_target)
        return;
    m_inHand = wanted;
    m_target = target;
    measure();
}

void UnitModel::measure() {
    for (UnitRow& row : m_rows)
        measure(row);
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

void UnitModel::measure(UnitRow& row) const {
    const Fix* fix = m_fixes ? m_fixes->latest(row.id) : nullptr;
    row.metres = fix && m_target ? std::optional(fix->at.metresTo(*m_target)) : std::nullopt;
}

void UnitModel::tick(const QList<int>& rows) {
    m_now = m_desk.now();
    for (const int row : rows) {
        measure(m_rows[row]);
        for (const auto& [from, to] :
             {std::pair(int(Since), int(Check)), std::pair(int(Distance), int(FixAge))})
            Q_EMIT dataChanged(index(row, from), index(row, to),
                               {Qt::DisplayRole, StaleRole, CheckRole, AgeingRole});
    }
}

std::optional<Milliseconds> UnitModel::fixAge(const UnitRow& row) const {
    const Fix* fix = m_fixes ? m_fixes->latest(row.id) : nullptr;
    return fix ? std::optional(std::max(Milliseconds(0), m_now - knownAt(*fix))) : std::nullopt;
}

bool UnitModel::isStale(const UnitRow& row) const {
    const auto age = fixAge(row);
    return !age || *age > staleAfter;
}

int UnitModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

int UnitModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(ColumnCount);
}

bool UnitModel::areAnyChecked() const {
    return std::ranges::any_of(m_rows, [](const UnitRow& row) { return row.timer.has_value(); });
}

QString UnitModel::checkText(const UnitRow& row) const {
    if (!row.timer)
        return {};
    const QString left = text::countdown(row.timer->due - m_now);
    switch (checkState(*row.timer, m_now)) {
    case CheckState::Running:
        return left;
    case CheckState::Soon:
        return tr("due %1", "a safety check").arg(left);
    case CheckState::Missed:
        return tr("missed %1", "a safety check").arg(left);
    }
    return {};
}

QString UnitModel::distanceText(const UnitRow& row) const {
    if (!row.metres)
        return {};
    return *row.metres < 1000 ? tr("%1 m").arg(qRound(*row.metres / 10) * 10)
                              : tr("%1 km").arg(*row.metres / 1000, 0, 'f', 1);
}

QString UnitModel::kitText(const UnitRow& row) {
    QStringList parts;
    for (const QString& word : row.qualifications)
        parts << text::qualification(word);
    const std::pair<QString, QString> kit[] = {{tr("car %1"), row.kit.vehicle},
                                               {tr("radio %1"), row.kit.radio},
                                               {tr("camera %1"), row.kit.camera},
                                               {tr("weapon %1"), row.kit.weapon}};
    for (const auto& [what, which] : kit)
        if (!which.isEmpty())
            parts << what.arg(which);
    return parts.join(u" · "_s);
}

// What its camera tells stands before the status, where a narrow column shows it.
QString UnitModel::statusText(const UnitRow& row) const {
    const QString status = text::statusName(m_desk.situation().catalogue(), row.status, row.custom);
    const QString told = row.drawn ? tr("weapon drawn · %1", "a unit's status").arg(status) : status;
    const Link* link = m_desk.link();
    const bool unsent =
        link && (link->marks().units.contains(row.id) || link->marks().emergencies.contains(row.id));
    return (row.recording ? u"⏺ "_s : QString()) + told + (unsent ? u" ⇡"_s : QString());
}

/// What it works on, and how much waits for it: "0123 +2".
QString UnitModel::incidentText(const UnitRow& row) {
    const QString now = row.incidentNumber != 0 ? text::shortNumber(row.incidentNumber) : QString();
    return row.stack.isEmpty() ? now : (now + u" +"_s + QString::number(row.stack.size())).trimmed();
}

/// In its order, each with when it is to be looked at again.
QString UnitModel::stackText(const UnitRow& row) const {
    QStringList lines{tr("Waiting for %1:").arg(row.callsign)};
    for (const IncidentId& id : row.stack) {
        const Incident* incident = m_desk.situation().incidents().find(id);
        if (!incident || !incident->hold || m_desk.sight(*incident) == Sight::Outline)
            continue;
        lines << tr("%1. %2 %3, until %4", "place, number, type or place, time")
                     .arg(lines.size())
                     .arg(text::shortNumber(incident->number),
                          incident->details.type.isNull()
                              ? text::place(incident->details.place)
                              : text::typeName(m_desk.situation().catalogue(), incident->details.type),
                          text::clock(incident->hold->until));
    }
    return lines.join(u'\n');
}

QString UnitModel::text(const UnitRow& row, int column) const {
    switch (Column(column)) {
    case CallsignColumn:
        return row.callsign;
    case Status:
        return statusText(row);
    case Since:
        return text::duration(m_now - row.statusSince);
    case Check:
        return checkText(row);
    case IncidentColumn:
        return incidentText(row);
    case Distance:
        return distanceText(row);
    case FixAge: {
        const auto age = fixAge(row);
        return age ? text::age(*age) : tr("no fix");
    }
    case Kind:
        return text::name(row.kind);
    case PostColumn:
        return text::postName(m_desk.situation(), row.post);
    case Crew:
        return row.crew.isEmpty() ? QString()
                                  : u"%1 · %2"_s.arg(row.crew.size()).arg(row.crew.join(tr(", ")));
    case Kit:
        return kitText(row);
    case ColumnCount:
        break;
    }
    return {};
}

QString UnitModel::toolTip(const UnitRow& row, int column) const {
    if (column == Since || column == Status) {
        QStringList lines{tr("%1 since %2")
                              .arg(text::statusName(m_desk.situation().catalogue(), row.status, row.custom),
                                   text::dateTime(row.statusSince))};
        if (column == Status && row.drawn)
            lines.prepend(tr("A weapon has been drawn."));
        if (column == Status && row.recording)
            lines.append(tr("The body camera is recording."));
        return lines.join(u'\n');
    }
    if (column == Check && row.timer)
        return tr("Safety check every %1: answer due %2")
            .arg(text::duration(row.timer->every), text::dateTime(row.timer->due));
    if (column == IncidentColumn && !row.stack.isEmpty())
        return stackText(row);
    if (column == Distance && row.metres)
        return isStale(row) ? tr("Straight line, from a position that is old") : tr("Straight line");
    if (column == CallsignColumn && row.incidentNumber != 0)
        return tr("%1, incident %2", "callsign").arg(row.callsign, text::shortNumber(row.incidentNumber));
    if (column == Crew)
        return row.crew.join(u'\n');
    if (column == Kit)
        return kitText(row).replace(u" · "_s, u"\n"_s);
    const Fix* fix = column == FixAge && m_fixes ? m_fixes->latest(row.id) : nullptr;
    return fix ? tr("Measured %1 by %2").arg(text::dateTime(fix->measuredAt), fix->source) : QString();
}

QVariant UnitModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const UnitRow& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return toolTip(row, index.column());
    case Qt::TextAlignmentRole:
        return cellAlignment(index.column());
    case IdRole:
        return row.id.toString();
    case StatusRole:
        return int(row.status);
    case KindRole:
        return int(row.kind);
    case StaleRole:
        return isStale(row);
    case CheckRole:
        return row.timer ? QVariant(int(checkState(*row.timer, m_now))) : QVariant();
    case AgeingRole:
        return row.status == UnitStatus::OnScene ? ageingStep(m_now - row.statusSince) : 0;
    case OwnRole:
        return row.incident && row.incident == m_inHand;
    default:
        return {};
    }
}

QVariant UnitModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return cellAlignment(section);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case CallsignColumn:
        return tr("Callsign");
    case Status:
        return tr("Status");
    case Since:
        return tr("For");
    case Check:
        return tr("Check");
    case IncidentColumn:
        return tr("Incident");
    case Distance:
        return tr("Distance");
    case FixAge:
        return tr("Fix age");
    case Kind:
        return tr("Kind");
    case PostColumn:
        return tr("Post");
    case Crew:
        return tr("Crew");
    case Kit:
        return tr("Qualified, kit");
    case ColumnCount:
        break;
    }
    return {};
}

Qt::ItemFlags UnitModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren | Qt::ItemIsDragEnabled |
           Qt::ItemIsDropEnabled;
}

QStringList UnitModel::mimeTypes() const {
    return {ui::drag::unitsMime};
}

QMimeData* UnitModel::mimeData(const QModelIndexList& indexes) const {
    QStringList ids;
    for (const QModelIndex& index : indexes)
        if (const QString id = index.data(IdRole).toString(); !ids.contains(id))
            ids << id;
    return ids.isEmpty() ? nullptr : ui::drag::unitsData(ids);
}

QString UnitModel::searchText(int row) const {
    const UnitRow& r = m_rows[row];
    return QStringList{r.callsign,    r.crew.join(u' '), text(r, PostColumn), r.post.toString(),
                       text(r, Kind), text(r, Status),   kitText(r)}
        .join(u'\n')
        .toLower();
}

} // namespace tridesk
