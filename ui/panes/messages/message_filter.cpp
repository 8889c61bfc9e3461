// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/message_filter.h"

#include "app/domain/message.h"
#include "ui/panes/messages/message_model.h"

namespace tridesk {

MessageFilter::MessageFilter(MessageModel& model, QObject* parent)
    : QSortFilterProxyModel(parent)
    , m_model(model) {
    setSourceModel(&model);
    setDynamicSortFilter(true); // the model has its order; a row that was read may leave its group
}

void MessageFilter::setGroup(Group group) {
    m_group = group;
    invalidateFilter();
}

void MessageFilter::setIncident(const std::optional<IncidentId>& incident, Instant since) {
    if (m_incident == incident)
        return;
    m_incident = incident;
    m_since = since;
    invalidateFilter();
}

bool MessageFilter::isNarrowedAway(const Message& message) const {
    return m_incident && message.incident != m_incident && message.sentAt < m_since &&
           !m_model.isUnread(message);
}

bool MessageFilter::leavesOut() const {
    for (int row = 0; row < m_model.rowCount(); ++row)
        if (const Message* message = m_model.message(row);
            message && isNarrowedAway(*message) && inGroup(m_group, row, false))
            return true;
    return false;
}

bool MessageFilter::inGroup(Group group, int row, bool standingOnly) const {
    const QModelIndex at = m_model.index(row, 0);
    const auto isKind = [&](MessageKind kind) {
        return at.data(MessageModel::KindRole).toInt() == int(kind) &&
               (!standingOnly || at.data(MessageModel::StandsRole).toBool());
    };
    switch (group) {
    case Group::All:
        return true;
    case Group::Unread:
        return at.data(MessageModel::UnreadRole).toBool();
    case Group::Bulletins:
        return isKind(MessageKind::Bulletin);
    case Group::Notes:
        return isKind(MessageKind::StatusNote);
    case Group::Rooms:
        return isKind(MessageKind::Room);
    case Group::Sent:
        return at.data(MessageModel::SentRole).toBool();
    }
    return false;
}

std::array<int, MessageFilter::groupCount> MessageFilter::counts() const {
    std::array<int, groupCount> counts{};
    for (int row = 0; row < m_model.rowCount(); ++row)
        for (int group = 0; group < groupCount; ++group)
            counts[size_t(group)] += inGroup(Group(group), row, true);
    return counts;
}

bool MessageFilter::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const Message* message = parent.isValid() ? nullptr : m_model.message(row);
    return message && inGroup(m_group, row, false) && !isNarrowedAway(*message);
}

} // namespace tridesk
