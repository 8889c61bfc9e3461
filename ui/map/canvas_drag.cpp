// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/canvas.h"
#include "ui/map/canvas_parts.h"
#include "ui/map/drag_payload.h"
#include "ui/map/symbol_art.h"

#include <QDrag>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QPointer>

namespace tridesk::ui {
namespace {

// Whichever of ours it carries; units win over an incident, which no source gives together.
QString mimeOf(const QMimeData* data) {
    return data->hasFormat(drag::unitsMime) ? drag::unitsMime : drag::incidentMime;
}

QString mimeOf(const MapHit& hit) {
    return hit.kind == SymbolKind::Unit     ? drag::unitsMime
           : hit.kind == SymbolKind::Camera ? drag::camerasMime
                                            : drag::incidentMime;
}

QPixmap dragPicture(const QString& text, const MapStyle& style, double dpr) {
    const QRectF extent = plateExtent(text).adjusted(-1, -1, 1, 1);
    QPixmap picture((extent.size() * dpr).toSize());
    picture.setDevicePixelRatio(dpr);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(-extent.topLeft());
    drawPlate(painter, text, style, style.selection);
    return picture;
}

} // namespace

// A selected unit takes all the selected ones with it.
QByteArray MapCanvas::dragPayload(const MapHit& hit) const {
    if (hit.kind == SymbolKind::Incident) {
        const IncidentSymbol* s = m->incidents->store().find(hit.key);
        return s == nullptr || s->id.isEmpty() ? QByteArray() : drag::encodeIds({s->id});
    }
    if (hit.kind == SymbolKind::Camera) {
        const CameraSymbol* s = m->cameras->store().find(hit.key);
        return s == nullptr || s->id.isEmpty() ? QByteArray() : drag::encodeIds({s->id});
    }
    const UnitSymbol* grabbed = m->units->store().find(hit.key);
    if (grabbed == nullptr || grabbed->id.isEmpty())
        return {};
    QStringList ids = {grabbed->id};
    for (const UnitSymbol& s : m->units->store().all()) {
        if (grabbed->selected && s.selected && s.key != hit.key && !s.id.isEmpty())
            ids << s.id;
    }
    return drag::encodeIds(ids);
}

void MapCanvas::startDrag(const MapHit& hit) {
    const QByteArray payload = dragPayload(hit);
    if (payload.isEmpty())
        return;
    auto* content = new QMimeData;
    content->setData(mimeOf(hit), payload);
    const qsizetype n = drag::decodeIds(payload).size();
    const QString label = hit.kind == SymbolKind::Unit     ? m->units->store().find(hit.key)->label
                          : hit.kind == SymbolKind::Camera ? m->cameras->store().find(hit.key)->label
                                                           : m->incidents->store().find(hit.key)->label;
    auto* drag = new QDrag(this); // Qt deletes it when it is over
    drag->setMimeData(content);
    drag->setPixmap(dragPicture(n > 1             ? tr("%1 units").arg(n)
                                : label.isEmpty() ? drag::decodeIds(payload).value(0)
                                                  : label,
                                m->style, devicePixelRatioF()));
    drag->setHotSpot({-8, -8});
    m->dragged = hit;
    Q_EMIT dragStarted(hit.kind, hit.key);
    const QPointer<MapCanvas> alive(this);
    drag->exec(Qt::CopyAction); // returns when it is let go; the window may be gone by then
    if (!alive)
        return;
    m->dragged = {};
    if (m->drop->hide())
        refresh();
}

MapHit MapCanvas::dropTarget(QPointF pixel) const {
    const MapHit hit = hitAt(pixel);
    return hit == m->dragged ? MapHit{} : hit;
}

void MapCanvas::dragEnterEvent(QDragEnterEvent* event) {
    if (drag::isOurs(event->mimeData()))
        event->acceptProposedAction();
}

void MapCanvas::dragMoveEvent(QDragMoveEvent* event) {
    if (!drag::isOurs(event->mimeData()))
        return;
    const MapHit target = dropTarget(event->position());
    const QPointF at = m->placeOf(target).value_or(m->view.toMercatorPoint(event->position()));
    m->drop->show(target, at);
    refresh();
    event->acceptProposedAction();
    const QString mime = mimeOf(event->mimeData());
    Q_EMIT dragHovered(mime, event->mimeData()->data(mime), target.kind, target.key);
}

void MapCanvas::dragLeaveEvent(QDragLeaveEvent*) {
    if (m->drop->hide())
        refresh();
}

void MapCanvas::dropEvent(QDropEvent* event) {
    if (!drag::isOurs(event->mimeData()))
        return;
    m->drop->hide();
    refresh();
    event->acceptProposedAction();
    const MapHit target = dropTarget(event->position());
    const QString mime = mimeOf(event->mimeData());
    Q_EMIT dropped(mime, event->mimeData()->data(mime), target.kind, target.key,
                   m->view.toCoordinate(event->position()));
}

} // namespace tridesk::ui
