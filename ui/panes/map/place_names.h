// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/domain/geo_point.h"
#include "app/domain/id.h"
#include "ui/panes/common/pane_context.h"

#include <QObject>

class QWidget;

namespace tridesk {

namespace maps {
class GeoService;
}
class Dispatcher;
class NamesPanel;
class Prompts;
struct Changes;

/// What people here call places: asks for a name, keeps the list in step with the desk, and sends what is
/// named, renamed and forgotten. Whether a seat may is the desk's to say.
class PlaceNames : public QObject {
    Q_OBJECT

public:
    struct Ground {
        Dispatcher& dispatcher;
        Prompts& prompts;
        maps::GeoService* places = nullptr; ///< null: an address is not proposed
    };
    /// All outlive it. The panel is a child of `parent`, hidden.
    PlaceNames(const PaneContext& context, const Ground& ground, QWidget* parent);

    [[nodiscard]] NamesPanel& panel() { return *m_panel; }
    [[nodiscard]] bool mayName() const;
    /// Asks what the place is called, and names it so.
    void name(GeoPoint at);

Q_SIGNALS:
    void goAsked(tridesk::GeoPoint at);
    void pickAsked(); ///< a place to name is to be clicked on the map

private:
    void take(const Changes& changes);
    void show(const NamedPlaceId& id);
    void showWhatMay();
    void ask(GeoPoint at, const QString& address);
    void rename();

    PaneContext m_context;
    Ground m_ground;
    NamesPanel* m_panel;
    int m_asked = 0; ///< counts the places asked about: a late address of an earlier one is dropped
};

} // namespace tridesk
