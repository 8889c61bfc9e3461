// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/action_table.h"

#include "ui/theme/look.h"

#include <QAction>
#include <QCoreApplication>

#include <array>

namespace tridesk {

namespace {

constexpr auto specs = std::to_array<ActionSpec>({
    {ActionId::NewIncident, "action.newIncident", QT_TRANSLATE_NOOP("tridesk::Actions", "New incident"),
     "Ctrl+N", ActionMenu::Incident, "plus"},
    {ActionId::DispatchSelected, "action.dispatchSelected",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Dispatch the selected units"), "Ctrl+D", ActionMenu::Incident,
     "send", false, true},
    {ActionId::AssignProposed, "action.assignProposed",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Assign the proposed units"), "Ctrl+Shift+A", ActionMenu::Incident,
     ""},
    {ActionId::RecallLast, "action.recallLast",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Recall the last order"), "Ctrl+Z", ActionMenu::Incident, "undo"},
    {ActionId::ChaseLate, "action.chaseLate", QT_TRANSLATE_NOOP("tridesk::Actions", "Chase what is late"),
     "Ctrl+U", ActionMenu::Incident, ""},
    {ActionId::LetLead, "action.letLead",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Let the unit of the chosen order lead"), "Ctrl+P",
     ActionMenu::Incident, ""},
    {ActionId::SendNext, "action.sendNext",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Send the unit that came free to what waits for it"),
     "Ctrl+Shift+Z", ActionMenu::Incident, ""},
    {ActionId::SpeakInRoom, "action.speakInRoom",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Speak to all who work on the incident in hand"), "Ctrl+Shift+W",
     ActionMenu::Incident, ""},
    {ActionId::ResetChecks, "action.resetChecks",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Reset the safety checks of the incident in hand"), "Ctrl+R",
     ActionMenu::Incident, ""},
    {ActionId::AttachToLikely, "action.attachToLikely",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Attach what is typed to the likeliest incident"), "Ctrl+J",
     ActionMenu::Incident, ""},
    {ActionId::EarlierHere, "action.earlierHere",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Earlier here and of this caller"), "Ctrl+Shift+H",
     ActionMenu::Incident, ""},
    {ActionId::PlanSteps, "action.planSteps", QT_TRANSLATE_NOOP("tridesk::Actions", "Steps of the plan"),
     "Ctrl+Shift+J", ActionMenu::Incident, ""},
    {ActionId::NotesOnPlaces, "action.notesOnPlaces",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Notes on places…"), "Ctrl+Shift+K", ActionMenu::Incident, ""},
    {ActionId::ReportIncident, "action.reportIncident",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Report of the incident in hand…"), "Ctrl+B", ActionMenu::Incident,
     ""},
    {ActionId::SignIncoming, "action.signIncoming",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Sign the incoming orders"), "Ctrl+Shift+S", ActionMenu::Incident,
     "check"},
    {ActionId::WriteMessage, "action.writeMessage", QT_TRANSLATE_NOOP("tridesk::Actions", "Write a message…"),
     "Ctrl+E", ActionMenu::Incident, "mail", false, true},
    {ActionId::AcknowledgeMessages, "action.acknowledgeMessages",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Acknowledge the messages"), "Ctrl+K", ActionMenu::Incident, ""},
    {ActionId::ReadLate, "action.readLate",
     QT_TRANSLATE_NOOP("tridesk::Actions", "What was not taken has been read"), "Ctrl+Alt+R",
     ActionMenu::Incident, ""},
    {ActionId::AdjustPolicy, "action.adjustPolicy",
     QT_TRANSLATE_NOOP("tridesk::Actions", "What recommendations weigh…"), "", ActionMenu::Incident, "",
     false, true},
    {ActionId::ImportIncidents, "action.importIncidents",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Import incidents…"), "Ctrl+O", ActionMenu::File, "download"},
    {ActionId::ImportPosts, "action.importPosts", QT_TRANSLATE_NOOP("tridesk::Actions", "Import posts…"), "",
     ActionMenu::File, ""},
    {ActionId::ImportUnits, "action.importUnits", QT_TRANSLATE_NOOP("tridesk::Actions", "Import units…"), "",
     ActionMenu::File, ""},
    {ActionId::ImportFeeds, "action.importFeeds",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Import video feeds…"), "", ActionMenu::File, ""},
    {ActionId::ImportLayer, "action.importLayer",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Import a list or layer…"), "Ctrl+Shift+O", ActionMenu::File,
     "layers"},
    {ActionId::ExportLayer, "action.exportLayer",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Export a layer or track…"), "", ActionMenu::File, "", false,
     true},
    {ActionId::VideoFeeds, "action.videoFeeds", QT_TRANSLATE_NOOP("tridesk::Actions", "Video feeds…"), "",
     ActionMenu::File, ""},
    {ActionId::EnterCards, "action.enterCards", QT_TRANSLATE_NOOP("tridesk::Actions", "Enter paper cards…"),
     "Ctrl+Alt+K", ActionMenu::File, "", false, true},
    {ActionId::DowntimePack, "action.downtimePack", QT_TRANSLATE_NOOP("tridesk::Actions", "Downtime pack…"),
     "Ctrl+Alt+P", ActionMenu::File, ""},
    {ActionId::HandOver, "action.handOver", QT_TRANSLATE_NOOP("tridesk::Actions", "Hand over this seat…"),
     "Ctrl+H", ActionMenu::File, "", false, true},
    {ActionId::Replay, "action.replay", QT_TRANSLATE_NOOP("tridesk::Actions", "Replay the record…"), "Ctrl+T",
     ActionMenu::File, "trail"},
    {ActionId::Statistics, "action.statistics", QT_TRANSLATE_NOOP("tridesk::Actions", "Statistics…"),
     "Ctrl+Shift+X", ActionMenu::File, ""},
    {ActionId::LockDesk, "action.lockDesk", QT_TRANSLATE_NOOP("tridesk::Actions", "Lock"), "F12",
     ActionMenu::File, "lock", false, true},
    {ActionId::LockAfter, "action.lockAfter", QT_TRANSLATE_NOOP("tridesk::Actions", "Lock by itself…"), "",
     ActionMenu::File, ""},
    {ActionId::CloseWindow, "action.closeWindow", QT_TRANSLATE_NOOP("tridesk::Actions", "Close this window"),
     "Ctrl+W", ActionMenu::File, "", false, true},
    {ActionId::Quit, "action.quit", QT_TRANSLATE_NOOP("tridesk::Actions", "Quit"), "Ctrl+Q", ActionMenu::File,
     ""},
    {ActionId::FocusQueue, "action.focusQueue", QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the queue"),
     "F2", ActionMenu::View, ""},
    {ActionId::FocusUnits, "action.focusUnits", QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the units"),
     "F3", ActionMenu::View, ""},
    {ActionId::FocusIncident, "action.focusIncident",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the incident"), "F4", ActionMenu::View, ""},
    {ActionId::FocusMap, "action.focusMap", QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the map"), "F5",
     ActionMenu::View, ""},
    {ActionId::FocusMessages, "action.focusMessages",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the messages"), "F6", ActionMenu::View, ""},
    {ActionId::FocusLine, "action.focusLine", QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the command line"),
     "/", ActionMenu::View, ""},
    {ActionId::FocusAlarms, "action.focusAlarms", QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the alarms"),
     "F8", ActionMenu::View, ""},
    {ActionId::DeskLoads, "action.deskLoads", QT_TRANSLATE_NOOP("tridesk::Actions", "Desks and their load…"),
     "Ctrl+Shift+U", ActionMenu::View, ""},
    {ActionId::NarrowPanes, "action.narrowPanes",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Narrow the panes to the incident in hand"), "F7",
     ActionMenu::View, "", true, true},
    {ActionId::ArrangeQueue, "action.arrangeQueue",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Sort and group the queue…"), "Ctrl+G", ActionMenu::View, ""},
    {ActionId::ToggleNight, "action.toggleNight", QT_TRANSLATE_NOOP("tridesk::Actions", "Night colours"),
     "F9", ActionMenu::View, "moon", true, true},
    {ActionId::HoldStill, "action.holdStill", QT_TRANSLATE_NOOP("tridesk::Actions", "Nothing flashes"), "",
     ActionMenu::View, "", true},
    {ActionId::Sounds, "action.sounds", QT_TRANSLATE_NOOP("tridesk::Actions", "Sounds…"), "",
     ActionMenu::View, ""},
    {ActionId::Wall, "action.wall", QT_TRANSLATE_NOOP("tridesk::Actions", "Visitors can see this screen"), "",
     ActionMenu::View, "eye", true},
    {ActionId::ToggleLanguage, "action.toggleLanguage", QT_TRANSLATE_NOOP("tridesk::Actions", "中文"), "F10",
     ActionMenu::View, "language"},
    {ActionId::LargerText, "action.largerText", QT_TRANSLATE_NOOP("tridesk::Actions", "Larger text"),
     "Ctrl+Shift+=", ActionMenu::View, ""},
    {ActionId::SmallerText, "action.smallerText", QT_TRANSLATE_NOOP("tridesk::Actions", "Smaller text"),
     "Ctrl+Shift+-", ActionMenu::View, ""},
    {ActionId::SaveLayout, "action.saveLayout", QT_TRANSLATE_NOOP("tridesk::Actions", "Save the layout as…"),
     "", ActionMenu::View, "", false, true},
    {ActionId::DefaultLayout, "action.defaultLayout",
     QT_TRANSLATE_NOOP("tridesk::Actions", "The layout as it came"), "", ActionMenu::View, ""},
    {ActionId::FindPlace, "action.findPlace", QT_TRANSLATE_NOOP("tridesk::Actions", "Find a place"), "Ctrl+F",
     ActionMenu::Map, "search"},
    {ActionId::ShowOnMap, "action.showOnMap", QT_TRANSLATE_NOOP("tridesk::Actions", "Show what is selected"),
     "Ctrl+M", ActionMenu::Map, "pin"},
    {ActionId::ShowWholeMap, "action.showWholeMap", QT_TRANSLATE_NOOP("tridesk::Actions", "Show everything"),
     "Ctrl+0", ActionMenu::Map, ""},
    {ActionId::ZoomIn, "action.zoomIn", QT_TRANSLATE_NOOP("tridesk::Actions", "Closer"),
     "Ctrl+=", ActionMenu::Map, ""},
    {ActionId::ZoomOut, "action.zoomOut", QT_TRANSLATE_NOOP("tridesk::Actions", "Farther"), "Ctrl+-",
     ActionMenu::Map, ""},
    {ActionId::TurnLeft, "action.turnLeft", QT_TRANSLATE_NOOP("tridesk::Actions", "Turn the map to the left"),
     "Ctrl+[", ActionMenu::Map, ""},
    {ActionId::TurnRight, "action.turnRight",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Turn the map to the right"), "Ctrl+]", ActionMenu::Map, ""},
    {ActionId::NorthUp, "action.northUp", QT_TRANSLATE_NOOP("tridesk::Actions", "North up"), "Ctrl+\\",
     ActionMenu::Map, ""},
    {ActionId::CatchByCircle, "action.catchByCircle",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Catch with a circle"), "Ctrl+Shift+C", ActionMenu::Map, "circle",
     true, true},
    {ActionId::CatchByPolygon, "action.catchByPolygon",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Catch with a polygon"), "Ctrl+Shift+P", ActionMenu::Map,
     "polygon", true, false},
    {ActionId::CatchByLasso, "action.catchByLasso",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Catch with a lasso"), "Ctrl+Shift+L", ActionMenu::Map, "lasso",
     true, false},
    {ActionId::DrawOnMap, "action.drawOnMap", QT_TRANSLATE_NOOP("tridesk::Actions", "Draw on the map"),
     "Ctrl+Shift+D", ActionMenu::Map, "pencil", true, true},
    {ActionId::MeasureOnMap, "action.measureOnMap", QT_TRANSLATE_NOOP("tridesk::Actions", "Measure"),
     "Ctrl+Shift+M", ActionMenu::Map, "ruler", true, false},
    {ActionId::FollowUnit, "action.followUnit",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Follow the selected unit"), "Ctrl+Shift+F", ActionMenu::Map,
     "follow", true, true},
    {ActionId::ShowTrails, "action.showTrails",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Trails of the selected units"), "Ctrl+Shift+T", ActionMenu::Map,
     "trail", true, false},
    {ActionId::SavedViews, "action.savedViews", QT_TRANSLATE_NOOP("tridesk::Actions", "Saved views"),
     "Ctrl+Shift+V", ActionMenu::Map, "bookmark", false, true},
    {ActionId::NamePlace, "action.namePlace", QT_TRANSLATE_NOOP("tridesk::Actions", "Name a place…"),
     "Ctrl+Shift+N", ActionMenu::Map, "place-named", false, false},
    {ActionId::NamedPlaces, "action.namedPlaces", QT_TRANSLATE_NOOP("tridesk::Actions", "Named places"),
     "Ctrl+Shift+B", ActionMenu::Map, "", true, false},
    {ActionId::MapLayers, "action.mapLayers", QT_TRANSLATE_NOOP("tridesk::Actions", "Layers"), "Ctrl+L",
     ActionMenu::Map, "layers", true, false},
    {ActionId::ToggleAreas, "action.toggleAreas", QT_TRANSLATE_NOOP("tridesk::Actions", "Station areas"), "",
     ActionMenu::Map, "", true, true},
    {ActionId::ToggleCameras, "action.toggleCameras", QT_TRANSLATE_NOOP("tridesk::Actions", "Fixed cameras"),
     "", ActionMenu::Map, "", true},
    {ActionId::ToggleOrderLines, "action.toggleOrderLines",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Lines of orders"), "", ActionMenu::Map, "", true},
    {ActionId::ToggleRings, "action.toggleRings",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Rings of 1, 3 and 5 minutes"), "Ctrl+Shift+R", ActionMenu::Map,
     "rings", true, true},
    {ActionId::EscapeRing, "action.escapeRing", QT_TRANSLATE_NOOP("tridesk::Actions", "Escape ring…"),
     "Ctrl+Shift+E", ActionMenu::Map, "escape"},
    {ActionId::ImportMap, "action.importMap", QT_TRANSLATE_NOOP("tridesk::Actions", "Import a map…"), "",
     ActionMenu::Map, "", false, true},
    {ActionId::MapSource, "action.mapSource", QT_TRANSLATE_NOOP("tridesk::Actions", "Map source…"), "",
     ActionMenu::Map, ""},
    {ActionId::FocusPictures, "action.focusPictures",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Go to the pictures"), "F11", ActionMenu::Video, ""},
    {ActionId::OpenPicture, "action.openPicture",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Open the pictures of the selected units"), "Ctrl+I",
     ActionMenu::Video, "camera"},
    {ActionId::OpenPicturesOfIncident, "action.openPicturesOfIncident",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Open the pictures of the incident in hand"), "Ctrl+Shift+I",
     ActionMenu::Video, ""},
    {ActionId::PictureAtMarker, "action.pictureAtMarker",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Picture beside the unit's marker"), "Ctrl+Shift+Y",
     ActionMenu::Video, "", true, true},
    {ActionId::FollowWithPicture, "action.followWithPicture",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Follow the selected unit with its picture"), "Ctrl+Shift+G",
     ActionMenu::Video, ""},
    {ActionId::VideoWall, "action.videoWall",
     QT_TRANSLATE_NOOP("tridesk::Actions", "Pictures over a whole screen"), "Shift+F11", ActionMenu::Video,
     "expand", false, true},
    {ActionId::PictureOfEmergency, "action.pictureOfEmergency",
     QT_TRANSLATE_NOOP("tridesk::Actions", "An emergency opens its picture"), "", ActionMenu::Video, "",
     true},
    {ActionId::FindFootage, "action.findFootage", QT_TRANSLATE_NOOP("tridesk::Actions", "Find footage"),
     "Shift+F8", ActionMenu::Video, "search", false, true},
    {ActionId::Shortcuts, "action.shortcuts", QT_TRANSLATE_NOOP("tridesk::Actions", "Keys"), "F1",
     ActionMenu::Help, ""},
    {ActionId::About, "action.about", QT_TRANSLATE_NOOP("tridesk::Actions", "About Tridesk"), "",
     ActionMenu::Help, ""},
});

} // namespace

std::span<const ActionSpec> actionSpecs() {
    return specs;
}

const ActionSpec& actionSpec(ActionId id) {
    return *std::ranges::find(specs, id, &ActionSpec::id);
}

QString actionText(const ActionSpec& spec) {
    return QCoreApplication::translate("tridesk::Actions", spec.text);
}

QString menuTitle(ActionMenu menu) {
    switch (menu) {
    case ActionMenu::File:
        return QCoreApplication::translate("tridesk::Actions", "&File");
    case ActionMenu::Incident:
        return QCoreApplication::translate("tridesk::Actions", "&Incident");
    case ActionMenu::View:
        return QCoreApplication::translate("tridesk::Actions", "&View");
    case ActionMenu::Map:
        return QCoreApplication::translate("tridesk::Actions", "&Map");
    case ActionMenu::Video:
        return QCoreApplication::translate("tridesk::Actions", "Vi&deo");
    case ActionMenu::Help:
        return QCoreApplication::translate("tridesk::Actions", "&Help");
    }
    return {};
}

ActionTable::ActionTable(const Look& look, QObject* parent)
    : QObject(parent) {
    for (const ActionSpec& spec : specs) {
        auto* action = new QAction(actionText(spec), this);
        action->setObjectName(QLatin1StringView(spec.name));
        action->setShortcut(QKeySequence(QLatin1StringView(spec.shortcut), QKeySequence::PortableText));
        action->setCheckable(spec.checkable);
        m_actions.emplace(spec.id, action);
    }
    dress(look);
    connect(&look, &Look::changed, this, [this, &look] { dress(look); });
}

void ActionTable::dress(const Look& look) {
    for (const ActionSpec& spec : specs)
        if (*spec.icon)
            m_actions.at(spec.id)->setIcon(look.icon(QLatin1StringView(spec.icon)));
}

} // namespace tridesk
