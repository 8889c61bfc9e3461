# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# More than half of the time to compile a source goes into reading Qt's and the standard library's headers. With
# TRIDESK_PRECOMPILE they are read once for the rooms without windows and once for those with. Off by default, so that a
# source which forgets an include is found by the other presets.

function(tridesk_make_precompiled name)
    cmake_parse_arguments(arg "" "" "HEADERS;LINK" ${ARGN})
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp CONTENT "")
    add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/precompiled/${name}.cpp)
    target_link_libraries(${name} PRIVATE tridesk_options ${arg_LINK})
    target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF
        CXX_COMPILER_LAUNCHER ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/precompile)
endfunction()

if(TRIDESK_PRECOMPILE)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        # the same file from the same headers, whenever it was made: ccache may keep what was compiled with it
        target_compile_options(tridesk_options INTERFACE "SHELL:-Xclang -fno-pch-timestamp")
    else()
        # so that ccache sees what a source was made of
        target_compile_options(tridesk_options INTERFACE -fpch-preprocess)
    endif()
    set(values <QByteArray> <QDateTime> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject>
        <QRegularExpression> <QSet> <QString> <QStringList> <QUuid> <QVariant>
        <algorithm> <array> <chrono> <cmath> <expected> <functional> <memory> <optional> <span> <utility> <variant> <vector>)
    tridesk_make_precompiled(tridesk_precompiled HEADERS ${values} LINK Qt6::Core)
    tridesk_make_precompiled(tridesk_precompiled_windows
        HEADERS ${values} <QAbstractItemModel> <QApplication> <QLabel> <QPainter> <QPushButton> <QVBoxLayout> <QWidget>
        "\"app/desk/desk.h\"" # every pane stands on it, and its variants of all commands and facts take a second to read
        LINK Qt6::Core Qt6::Gui Qt6::Widgets Qt6::Positioning)
    # a target with definitions that do not fit reads the headers themselves, as without all this
    target_compile_options(tridesk_options INTERFACE -Wno-error=invalid-pch)
endif()

# Whether a target is compiled with Qt's windows, by whatever way it comes to link them.
function(tridesk_has_windows target out)
    set(${out} FALSE PARENT_SCOPE)
    get_target_property(links ${target} LINK_LIBRARIES)
    foreach(link IN LISTS links)
        if(link STREQUAL "Qt6::Widgets")
            set(${out} TRUE PARENT_SCOPE)
            return()
        elseif(link MATCHES "^tridesk_" AND NOT link STREQUAL tridesk_options AND TARGET ${link})
            tridesk_has_windows(${link} deeper)
            if(deeper)
                set(${out} TRUE PARENT_SCOPE)
                return()
            endif()
        endif()
    endforeach()
endfunction()

# Gives a room, program or test the headers that fit what it links.
function(tridesk_precompile target)
    if(NOT TRIDESK_PRECOMPILE)
        return()
    endif()
    tridesk_has_windows(${target} windows)
    if(windows)
        target_precompile_headers(${target} REUSE_FROM tridesk_precompiled_windows)
    else()
        target_precompile_headers(${target} REUSE_FROM tridesk_precompiled)
    endif()
endfunction()
