// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/id.h"
#include "app/domain/instant.h"

#include <QSortFilterProxyModel>

#include <array>
#include <optional>

namespace tridesk {

class MessageModel;
struct Message;

/// A seat's messages, narrowed to a group and to one incident. What is to be acknowledged is never narrowed
/// away by an incident, nor what has come or was written since: nothing goes out of sight unread, or as it
/// is sent.
class MessageFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    enum class Group { All, Unread, Bulletins, Notes, Sent, Rooms };
    static constexpr int groupCount = int(Group::Rooms) + 1;

    explicit MessageFilter(MessageModel& model, QObject* parent = nullptr);

    void setGroup(Group group);
    /// `since`: from when on messages stay in sight whatever they are about.
    void setIncident(const std::optional<IncidentId>& incident, Instant since = {});
    /// Whether the incident leaves out any message of the group.
    [[nodiscard]] bool leavesOut() const;

    /// By Group, whatever the incident; of bulletins and notes those that stand.
    [[nodiscard]] std::array<int, groupCount> counts() const;
    [[nodiscard]] int sourceRow(int row) const { return mapToSource(index(row, 0)).row(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    [[nodiscard]] bool inGroup(Group group, int row, bool standingOnly) const;
    [[nodiscard]] bool isNarrowedAway(const Message& message) const;

    MessageModel& m_model;
    Group m_group = Group::All;
    std::optional<IncidentId> m_incident;
    Instant m_since;
};

} // namespace tridesk
