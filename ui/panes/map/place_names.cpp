// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/map/place_names.h"

#include "app/desk/desk.h"
#include "maps/geoservice/geo_service.h"
#include "ui/actions/prompts.h"
#include "ui/panes/common/dispatcher.h"
#include "ui/panes/map/names_panel.h"
#include "ui/text/names.h"

using namespace Qt::StringLiterals;

namespace tridesk {

namespace {

const QString& aliasKind() {
    static const QString kind = u"alias"_s;
    return kind;
}

} // namespace

PlaceNames::PlaceNames(const PaneContext& context, const Ground& ground, QWidget* parent)
    : QObject(parent)
    , m_context(context)
    , m_ground(ground)
    , m_panel(new NamesPanel(parent)) {
    m_panel->hide();
    for (const NamedPlace& place : context.desk.situation().places())
        show(place.id);
    showWhatMay();
    connect(&context.desk, &SeatDesk::changed, this, &PlaceNames::take);
    connect(m_panel, &NamesPanel::currentChanged, this, &PlaceNames::showWhatMay);
    connect(m_panel, &NamesPanel::addAsked, this, &PlaceNames::pickAsked);
    connect(m_panel, &NamesPanel::renameAsked, this, &PlaceNames::rename);
    connect(m_panel, &NamesPanel::forgetAsked, this,
            [this] { m_ground.dispatcher.submit(ForgetPlace{m_panel->current()}); });
    connect(m_panel, &NamesPanel::goAsked, this, [this] {
        if (const NamedPlace* place = m_context.desk.situation().places().find(m_panel->current()))
            Q_EMIT goAsked(place->details.at);
    });
}

void PlaceNames::take(const Changes& changes) {
    for (const NamedPlaceId& id : changes.places)
        show(id);
    if (!changes.places.isEmpty())
        showWhatMay();
}

void PlaceNames::show(const NamedPlaceId& id) {
    const Situation& situation = m_context.desk.situation();
    if (const NamedPlace* place = situation.places().find(id))
        m_panel->put(*place, text::seatName(situation, place->by));
    else
        m_panel->take(id);
}

void PlaceNames::showWhatMay() {
    const NamedPlace* place = m_context.desk.situation().places().find(m_panel->current());
    m_panel->allow(place && m_context.desk.may(NamePlace{.place = place->id, .details = place->details}),
                   place && m_context.desk.may(ForgetPlace{place->id}));
}

bool PlaceNames::mayName() const {
    const NamedPlaceDetails anywhere{.name = u"?"_s, .at = {}, .kind = aliasKind(), .address = {}};
    return m_context.desk.may(NamePlace{.place = {}, .details = anywhere}).has_value();
}

void PlaceNames::name(GeoPoint at) {
    const int asked = ++m_asked;
    if (!m_ground.places || !m_ground.places->placesError().isEmpty())
        return ask(at, {});
    m_ground.places->reverse(at.coordinate())
        .then(this, [this, at, asked](const maps::GeoService::Places& found) {
            if (asked == m_asked)
                ask(at, found && !found->isEmpty() ? found->first().label : QString());
        });
}

void PlaceNames::ask(GeoPoint at, const QString& address) {
    const Question question{
        .name = u"place.name"_s,
        .text = address.isEmpty() ? tr("What is the place at %1 called here?").arg(text::place({at, {}}))
                                  : tr("What is the place at %1 called here?").arg(address),
        .answer = {},
        .accept = tr("Name it")};
    m_ground.prompts.ask(question, this, [this, at, address](const QString& name) {
        m_ground.dispatcher.submit(NamePlace{
            .place = {}, .details = {.name = name, .at = at, .kind = aliasKind(), .address = address}});
    });
}

void PlaceNames::rename() {
    const NamedPlace* place = m_context.desk.situation().places().find(m_panel->current());
    if (!place)
        return;
    const Question question{.name = u"place.rename"_s,
                            .text = tr("What shall %1 be called?").arg(place->details.name),
                            .answer = place->details.name,
                            .accept = tr("Rename")};
    m_ground.prompts.ask(question, this, [this, id = place->id](const QString& name) {
        const NamedPlace* now = m_context.desk.situation().places().find(id);
        NamePlace change{.place = id, .details = now ? now->details : NamedPlaceDetails()};
        change.details.name = name;
        m_ground.dispatcher.submit(change);
    });
}

} // namespace tridesk
