// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/place_box.h"

#include "ui/panes/common/place_rows.h"
#include "ui/panes/common/place_search.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int pauseMs = 120;
constexpr int offered = 12;
constexpr int rowWidth = 440;

} // namespace

PlaceBox::PlaceBox(PlaceSearch* search, const Look& look, QWidget* parent)
    : PickerEdit(parent)
    , m_search(search)
    , m_pause(new QTimer(this)) {
    setObjectName(u"map.search"_s);
    setAccessibleName(tr("Find a place"));
    setClearButtonEnabled(true);
    setMaxLength(200);
    setFixedWidth(260);
    setRows(new PlaceRowDelegate(look, this), rowWidth);
    const bool knowsMap = search && search->knowsMap();
    setPlaceholderText(knowsMap ? tr("Place, street, unit, incident, coordinates")
                                : tr("Station, camera, unit, incident, coordinates"));
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(this, &QLineEdit::textEdited, this, [this] {
        m_entered = false;
        m_pause->start();
    });
    connect(m_pause, &QTimer::timeout, this, &PlaceBox::ask);
    connect(this, &QLineEdit::returnPressed, this, &PlaceBox::enter);
    connect(this, &PickerEdit::chosen, this, [this](const QVariant& value, const QString& label) {
        const auto place = value.value<maps::RankedPlace>();
        m_search->notePick(place);
        Q_EMIT placeChosen(place.at, label);
    });
}

void PlaceBox::setDirect(std::function<bool(const QString&)> direct) {
    m_direct = std::move(direct);
}

// Pressed before the list has come, Enter waits for it.
void PlaceBox::enter() {
    if (isRowCurrent())
        return; // the list takes that Enter itself
    if (m_direct && m_direct(text())) {
        m_pause->stop();
        closeList();
        return;
    }
    if (m_answered == text().trimmed() && choose(0))
        return;
    m_entered = true;
    m_pause->stop();
    ask();
}

void PlaceBox::ask() {
    const QString typed = text().trimmed();
    if (!m_search || typed.isEmpty()) {
        m_entered = false;
        offer({});
        return;
    }
    m_search->find(typed, offered, this, [this, typed](const QList<maps::RankedPlace>& places) {
        if (text().trimmed() != typed)
            return;
        m_answered = typed;
        offer(placeChoices(places));
        if (std::exchange(m_entered, false))
            choose(0);
    });
}

} // namespace tridesk
