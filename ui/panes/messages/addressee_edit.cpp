// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/messages/addressee_edit.h"

#include "app/desk/desk.h"
#include "ui/actions/selection.h"

#include <QFocusEvent>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr qsizetype mostNames = 6; ///< that stand in the line one by one
constexpr qsizetype mostOffered = 40;
constexpr int longest = 4'000;

} // namespace

AddresseeEdit::AddresseeEdit(const SeatDesk& desk, const Selection& selection, QWidget* parent)
    : PickerEdit(parent)
    , m_desk(desk)
    , m_selection(selection) {
    setMaxLength(longest);
    connect(this, &QLineEdit::textEdited, this, &AddresseeEdit::offerNames);
    connect(this, &PickerEdit::chosen, this, [this] { setToolTip(text()); });
}

QList<AddresseeGroup> AddresseeEdit::groups() const {
    return m_given + addresseeGroups(m_desk, m_selection.incident());
}

void AddresseeEdit::setAddressees(const QList<Addressee>& to) {
    m_given.clear();
    const QString names = writeAddressees(to, m_desk.situation());
    if (to.size() <= mostNames) {
        setText(names);
    } else {
        m_given.append({u"[%1]"_s.arg(to.size()), to});
        setText(m_given.constFirst().name);
    }
    setToolTip(names);
    setCursorPosition(0);
}

std::expected<QList<Addressee>, QString> AddresseeEdit::addressees() const {
    return readAddressees(text(), groups(), m_desk);
}

void AddresseeEdit::offerNames() {
    const QString head = text().first(lastNameAt(text()));
    const QString beginning = text().sliced(head.size());
    QList<Choice> choices;
    for (const QString& name : namesFor(beginning, groups(), m_desk.situation(), mostOffered))
        choices.append({.text = head + name + u", "_s, .shown = name, .value = name});
    offer(choices);
}

void AddresseeEdit::focusInEvent(QFocusEvent* event) {
    PickerEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && text().isEmpty())
        offerNames();
}

} // namespace tridesk
