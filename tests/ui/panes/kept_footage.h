// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/video/footage_clerk.h"
#include "app/video/footage_keeper.h"
#include "tests/ui/panes/pane_desk.h"

#include <QTemporaryDir>

namespace tridesk::test {

/// A scene with feeds: BWC-1A12, carried by 1A12, and the fixed GATE.
void addFeeds(Scene& scene);

/// A pane's desk with a store of footage, and a way to fill it with true pictures.
class KeptFootage {
public:
    explicit KeptFootage(PaneDesk& desk);

    [[nodiscard]] PaneContext context();
    [[nodiscard]] FootageClerk& clerk() { return *m_clerk; }
    [[nodiscard]] FootageKeeper& keeper() { return *m_keeper; }
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    /// Waits until it is on record. A clip is of the two seconds before now.
    FootageId clip(QStringView feed, const std::optional<IncidentId>& incident = {});
    FootageId still(QStringView feed, const std::optional<IncidentId>& incident = {});
    FootageId mark(QStringView feed, const QString& words);

private:
    [[nodiscard]] PacketSpan pictures() const; ///< that end now
    template <class Keep>
    FootageId kept(Keep keep);

    PaneDesk& m_desk;
    QTemporaryDir m_folder;
    QTemporaryDir m_recordings;
    std::unique_ptr<FootageKeeper> m_keeper;
    std::unique_ptr<FootageClerk> m_clerk;
};

} // namespace tridesk::test
