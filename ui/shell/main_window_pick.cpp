// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/incident/incident_form.h"
#include "ui/panes/incident/incident_pane.h"
#include "ui/panes/map/map_pane.h"
#include "ui/shell/main_window.h"
#include "ui/shell/place_lookup.h"
#include "ui/shell/premise_sheet.h"

#include <QDockWidget>

using namespace Qt::StringLiterals;

// A place that is picked on the map, for whoever asked for it.

namespace tridesk {

void MainWindow::pickFor(PickFor what) {
    m_pickFor = what;
    m_map->pick();
}

void MainWindow::takePicked(const QGeoCoordinate& at) {
    const auto point = GeoPoint::from(at);
    if (!point)
        return;
    if (m_pickFor != PickFor::Note)
        m_docks[m_pickFor == PickFor::Amendment ? u"incident"_s : u"form"_s]->raise();
    addressAt(m_ground.places, *point, this,
              [this, point = *point, what = m_pickFor](const QString& address) {
                  switch (what) {
                  case PickFor::Form:
                      m_form->setPlace(point, address);
                      break;
                  case PickFor::Amendment:
                      m_incident->setPlace(point, address);
                      break;
                  case PickFor::Note:
                      premiseSheet().setPlace(point, address);
                      break;
                  }
              });
}

} // namespace tridesk
