// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/place_box.h"

#include "maps/geoservice/geo_service.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFuture>
#include <QStandardItemModel>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

constexpr int pauseMs = 120;
constexpr int offered = 12;
constexpr int placeRole = Qt::UserRole + 1;

} // namespace

PlaceBox::PlaceBox(maps::GeoService* places, QWidget* parent)
    : QLineEdit(parent)
    , m_places(places)
    , m_found(new QStandardItemModel(this))
    , m_offer(new QCompleter(m_found, this))
    , m_pause(new QTimer(this)) {
    setObjectName(u"map.search"_s);
    setAccessibleName(tr("Find a place"));
    setClearButtonEnabled(true);
    setMaxLength(200);
    setFixedWidth(260);
    const bool works = places && places->placesError().isEmpty();
    setEnabled(works);
    setPlaceholderText(works ? tr("Place, street, unit, incident, coordinates")
                             : tr("Unit, incident, coordinates"));
    m_offer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_offer->setWidget(this);
    m_pause->setSingleShot(true);
    m_pause->setInterval(pauseMs);
    connect(this, &QLineEdit::textEdited, m_pause, qOverload<>(&QTimer::start));
    connect(m_pause, &QTimer::timeout, this, &PlaceBox::ask);
    connect(this, &QLineEdit::returnPressed, this, &PlaceBox::enter);
    connect(m_offer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { choose(index.row()); });
}

void PlaceBox::setDirect(std::function<bool(const QString&)> direct) {
    m_direct = std::move(direct);
    setEnabled(true); // coordinates and callsigns need no map package
}

void PlaceBox::enter() {
    if (!m_direct || !m_direct(text()))
        return choose(0);
    m_pause->stop();
    m_offer->popup()->hide();
}

void PlaceBox::ask() {
    if (!m_places || !m_places->placesError().isEmpty())
        return;
    if (text().trimmed().isEmpty())
        return;
    m_places->find(text().trimmed(), m_near, offered)
        .then(this, [this](const maps::GeoService::Places& places) {
            m_found->clear();
            if (!places)
                return;
            for (const maps::ServicePlace& place : *places) {
                auto* item = new QStandardItem(place.label);
                item->setData(QVariant::fromValue(place.at), placeRole);
                m_found->appendRow(item);
            }
            if (hasFocus() && m_found->rowCount() > 0)
                m_offer->complete();
        });
}

void PlaceBox::choose(int row) {
    const QStandardItem* item = m_found->item(row);
    if (!item)
        return;
    setText(item->text());
    m_offer->popup()->hide();
    Q_EMIT chosen(item->data(placeRole).value<QGeoCoordinate>(), item->text());
}

} // namespace tridesk
