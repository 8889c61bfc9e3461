// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <memory>

namespace tridesk {

/// Tells that a store may have grown, whoever wrote: reads on from where you were. Lives in a thread with an
/// event loop; the store's own writes wake it too.
class JournalWatch : public QObject {
    Q_OBJECT

public:
    /// `bell`: DataFolder::journalBell(), fixesBell(), bellOf() a store's file or of a server's channel.
    [[nodiscard]] static std::unique_ptr<JournalWatch> on(const QString& bell);

Q_SIGNALS:
    void rang();
    /// The store cannot be reached (why), or can again (empty): only where it is on another machine.
    void away(const QString& why);

protected:
    using QObject::QObject;
};

} // namespace tridesk
