// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desk/desk.h"

#include <QObject>

namespace tridesk {

/// That kept footage is looked at, on record from when it is shown until it is not: one at a time. Nothing is
/// to be shown before the record is durable.
class FootageLook : public QObject {
    Q_OBJECT

public:
    /// `desk` outlives it.
    explicit FootageLook(SeatDesk& desk, QObject* parent = nullptr);
    ~FootageLook() override; ///< ends it

    /// In the place of what was looked at before.
    void begin(const FootageId& footage, const QString& reason);
    void end();
    /// It is on record as looked at.
    [[nodiscard]] bool isOpen(const FootageId& footage) const {
        return m_footage == footage && !m_view.isNull();
    }

Q_SIGNALS:
    void opened(const tridesk::FootageId& footage);
    void refused(const tridesk::Refusal& refusal);

private:
    void ask();
    void take(quint64 ask, const Outcome& outcome);
    void follow(const Changes& changes);

    SeatDesk& m_desk;
    FootageId m_footage; ///< null: none
    QString m_reason;
    ViewId m_view;       ///< null: not on record yet
    bool m_told = false; ///< that it is
    quint64 m_asks = 0;
};

} // namespace tridesk
