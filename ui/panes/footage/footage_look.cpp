// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/footage/footage_look.h"

#include "ui/panes/common/begun_view.h"

#include <QPointer>

#include <utility>

namespace tridesk {

FootageLook::FootageLook(SeatDesk& desk, QObject* parent)
    : QObject(parent)
    , m_desk(desk) {
    connect(&desk, &SeatDesk::changed, this, &FootageLook::follow);
}

FootageLook::~FootageLook() {
    end();
}

void FootageLook::begin(const FootageId& footage, const QString& reason) {
    end();
    m_footage = footage;
    m_reason = reason;
    m_told = false;
    ask();
}

void FootageLook::end() {
    ++m_asks; // what is being asked for ends when it is answered
    m_footage = {};
    if (const ViewId view = std::exchange(m_view, {}); !view.isNull())
        m_desk.submit(EndView{view});
}

void FootageLook::ask() {
    m_desk.submit(BeginView{.reason = m_reason, .footage = m_footage})
        .then(&m_desk, [&desk = m_desk, self = QPointer(this), ask = ++m_asks](const Outcome& outcome) {
            if (self)
                self->take(ask, outcome);
            else if (const auto begun = begunView(outcome)) // the window is gone
                desk.submit(EndView{*begun});
        });
}

void FootageLook::take(quint64 ask, const Outcome& outcome) {
    const auto begun = begunView(outcome);
    if (ask != m_asks) {
        if (begun)
            m_desk.submit(EndView{*begun});
        return;
    }
    if (!begun) {
        m_footage = {};
        Q_EMIT refused(outcome ? Refusal{} : outcome.error());
        return;
    }
    m_view = *begun;
    if (!std::exchange(m_told, true))
        Q_EMIT opened(m_footage);
}

// Another window of the seat was opened or closed, which ends this one's looks on record too.
void FootageLook::follow(const Changes& changes) {
    if (m_view.isNull() || !changes.views.contains(m_view) || m_desk.situation().views().find(m_view))
        return;
    m_view = {};
    ask();
}

} // namespace tridesk
