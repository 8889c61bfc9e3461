// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"

#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace tridesk {

class MessageModel;
struct Message;

/// A seat's messages, narrowed to a group and to one incident. What is to be acknowledged is never narrowed
/// away by an incident: nothing scrolls out of sight unread.
class MessageFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Group { All, Unread, Bulletins, Notes, Sent };
    static constexpr int groupCount = int(Group::Sent) + 1;

    explicit MessageFilter(MessageModel& model, QObject* parent = nullptr);

    void setGroup(Group group);
    void setIncident(const std::optional<IncidentId>& incident);
    [[nodiscard]] const std::optional<IncidentId>& incident() const { return m_incident; }

    /// By Group, whatever the incident; of bulletins and notes those that stand.
    [[nodiscard]] std::array<int, groupCount> counts() const;
    [[nodiscard]] int sourceRow(int row) const { return mapToSource(index(row, 0)).row(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    [[nodiscard]] bool inGroup(Group group, int row, bool standingOnly) const;

    MessageModel& m_model;
    Group m_group = Group::All;
    std::optional<IncidentId> m_incident;
};

} // namespace tridesk
