// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/camera_feed.h"

#include "app/desk/desk.h"
#include "maps/package/package.h"
#include "ui/map/canvas.h"
#include "ui/text/names.h"

namespace tridesk {

CameraFeed::CameraFeed(const PaneContext& context, ui::MapCanvas& canvas, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_canvas(canvas) {
    for (const Camera& camera : context.desk.situation().cameras())
        showDefined(camera);
    connect(&context.desk, &SeatDesk::changed, this, [this](const Changes& changes) {
        for (const CameraId& id : changes.cameras) {
            const QString& ref = id.toString();
            if (const Camera* camera = m_context.desk.situation().cameras().find(id)) {
                showDefined(*camera);
            } else if (m_package.contains(ref)) {
                show(m_package.value(ref));
            } else {
                m_shown.remove(m_keys.known(ref));
                m_canvas.remove(ui::SymbolKind::Camera, m_keys.known(ref));
            }
        }
    });
}

void CameraFeed::setPackage(const QList<maps::FixedCamera>& cameras) {
    for (const maps::FixedCamera& camera : cameras) {
        const ShownCamera shown{camera.ref, camera.name, ui::toMercator(camera.at), float(camera.heading)};
        m_package.insert(camera.ref, shown);
        if (!m_shown.contains(m_keys.of(camera.ref)))
            show(shown);
    }
}

void CameraFeed::showDefined(const Camera& camera) {
    show({camera.id.toString(), text::name(camera.name), ui::toMercator(camera.at.coordinate()),
          camera.heading ? float(*camera.heading) : -1});
}

void CameraFeed::show(const ShownCamera& camera) {
    ui::CameraSymbol symbol;
    symbol.key = m_keys.of(camera.ref);
    symbol.at = camera.at;
    symbol.heading = camera.heading;
    symbol.label = camera.name;
    symbol.id = camera.ref;
    m_shown.insert(symbol.key, camera);
    m_canvas.upsert(symbol);
}

} // namespace tridesk
