// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/domain/fold.h"

namespace tridesk {

void Fold::operator()(const PlotDrawn& f) {
    Plot& plot = m_s.m_plots.edit(f.plot);
    if (plot.id.isNull()) {
        plot.id = f.plot;
        plot.by = m_entry.fact.seat;
        plot.drawnAt = m_at;
    }
    plot.details = f.details;
    plot.changedAt = m_at;
    m_changes.plots.insert(f.plot);
}

void Fold::operator()(const PlotErased& f) {
    m_s.m_plots.remove(f.plot);
    m_changes.plots.insert(f.plot);
}

void Fold::operator()(const PlaceNamed& f) {
    NamedPlace& place = m_s.m_places.edit(f.place);
    m_s.m_placeNames.remove(place.details.name, f.place);
    if (place.id.isNull())
        place.by = m_entry.fact.seat;
    place.id = f.place;
    place.details = f.details;
    m_s.m_placeNames.insert(f.details.name, f.place);
    m_changes.places.insert(f.place);
}

void Fold::operator()(const PlaceForgotten& f) {
    if (const NamedPlace* place = m_s.m_places.find(f.place))
        m_s.m_placeNames.remove(place->details.name, f.place);
    m_s.m_places.remove(f.place);
    m_changes.places.insert(f.place);
}

void Fold::operator()(const CameraDefined& f) {
    m_s.m_cameras.edit(f.camera.id) = f.camera;
    m_changes.cameras.insert(f.camera.id);
}

void Fold::operator()(const CameraRetired& f) {
    m_s.m_cameras.remove(f.camera);
    m_changes.cameras.insert(f.camera);
}

void Fold::operator()(const PremiseNoted& f) {
    PremiseNote& note = m_s.m_premises.edit(f.note);
    if (note.id.isNull()) {
        note.id = f.note;
        note.notedAt = m_at;
    }
    note.details = f.details;
    note.by = m_entry.fact.seat;
    note.user = m_entry.fact.user;
    note.changedAt = m_at;
    m_changes.premises.insert(f.note);
}

void Fold::operator()(const PremiseNoteWithdrawn& f) {
    m_s.m_premises.remove(f.note);
    m_changes.premises.insert(f.note);
}

} // namespace tridesk
