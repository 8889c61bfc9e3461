// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/panes/common/picker_edit.h"
#include "ui/panes/messages/addressees.h"

namespace tridesk {

class Selection;

/// Whom a message is for, as one line of names with commas between them: groups, posts and callsigns are
/// offered for the last of them.
class AddresseeEdit : public PickerEdit {
    Q_OBJECT

public:
    /// Both outlive it.
    AddresseeEdit(const SeatDesk& desk, const Selection& selection, QWidget* parent = nullptr);

    /// Writes them; many stand under one name, "[43]".
    void setAddressees(const QList<Addressee>& to);
    /// What stands in the line; the error is a whole phrase.
    [[nodiscard]] std::expected<QList<Addressee>, QString> addressees() const;

protected:
    void focusInEvent(QFocusEvent* event) override;

private:
    void offerNames();
    [[nodiscard]] QList<AddresseeGroup> groups() const;

    const SeatDesk& m_desk;
    const Selection& m_selection;
    QList<AddresseeGroup> m_given; ///< at most one
};

} // namespace tridesk
