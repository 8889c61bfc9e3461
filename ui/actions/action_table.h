// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>

#include <map>
#include <span>

class QAction;

namespace tridesk {

class Look;

enum class ActionId {
    NewIncident,
    ImportIncidents,
    ImportPosts,
    ImportUnits,
    ImportFeeds,
    VideoFeeds,
    ImportLayer,
    ExportLayer,
    ImportMap,
    MapSource,
    EnterCards,
    DowntimePack,
    HandOver,
    Replay,
    Statistics,
    LockDesk,
    LockAfter,
    CloseWindow,
    Quit,
    DispatchSelected,
    AssignProposed,
    AdjustPolicy,
    RecallLast,
    ChaseLate,
    LetLead,
    SendNext,
    SpeakInRoom,
    ResetChecks,
    AttachToLikely,
    EarlierHere,
    PlanSteps,
    NotesOnPlaces,
    ReportIncident,
    SignIncoming,
    WriteMessage,
    AcknowledgeMessages,
    ReadLate,
    FocusQueue,
    FocusUnits,
    FocusIncident,
    FocusMessages,
    FocusMap,
    FocusLine,
    FocusAlarms,
    DeskLoads,
    NarrowPanes,
    ArrangeQueue,
    FindPlace,
    ShowOnMap,
    ZoomIn,
    ZoomOut,
    TurnLeft,
    TurnRight,
    NorthUp,
    ShowWholeMap,
    CatchByCircle,
    CatchByPolygon,
    CatchByLasso,
    DrawOnMap,
    MeasureOnMap,
    FollowUnit,
    ShowTrails,
    SavedViews,
    MapLayers,
    ToggleAreas,
    ToggleCameras,
    ToggleOrderLines,
    NamePlace,
    NamedPlaces,
    ToggleRings,
    EscapeRing,
    FocusPictures,
    OpenPicture,
    OpenPicturesOfIncident,
    PictureAtMarker,
    FollowWithPicture,
    VideoWall,
    PictureOfEmergency,
    FindFootage,
    ToggleNight,
    HoldStill,
    Sounds,
    Wall,
    ToggleLanguage,
    LargerText,
    SmallerText,
    SaveLayout,
    DefaultLayout,
    Shortcuts,
    About,
};

enum class ActionMenu { File, Incident, View, Map, Video, Help };

/// One row of the table that drives menus, the header's buttons and the help sheet.
struct ActionSpec {
    ActionId id;
    const char* name;     ///< the objectName, stable: tests and scripts use it
    const char* text;     ///< English; shown through actionText()
    const char* shortcut; ///< portable, empty for none; no two are the same
    ActionMenu menu;
    const char* icon; ///< of resources/icons, may be empty
    bool checkable = false;
    bool startsGroup = false; ///< a line stands before it in its menu
};

[[nodiscard]] std::span<const ActionSpec> actionSpecs();
[[nodiscard]] const ActionSpec& actionSpec(ActionId id);
[[nodiscard]] QString actionText(const ActionSpec& spec); ///< in the language that is set
[[nodiscard]] QString menuTitle(ActionMenu menu);

/// The actions of one window, one for each row, made in the language that is set.
class ActionTable : public QObject {
    Q_OBJECT

public:
    explicit ActionTable(const Look& look, QObject* parent = nullptr);

    [[nodiscard]] QAction& action(ActionId id) const { return *m_actions.at(id); }

private:
    void dress(const Look& look);

    std::map<ActionId, QAction*> m_actions;
};

} // namespace tridesk
