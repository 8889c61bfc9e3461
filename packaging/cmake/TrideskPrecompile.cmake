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
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF)
endfunction()

if(TRIDESK_PRECOMPILE)
    target_compile_options(tridesk_options INTERFACE -fpch-preprocess) # so that ccache sees what a source was made of
    set(values <QByteArray> <QDateTime> <QGeoCoordinate> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList> <QObject>
        <QRegularExpression> <QSet> <QString> <QStringList> <QUuid> <QVariant>
        <algorithm> <array> <chrono> <cmath> <expected> <functional> <memory> <optional> <span> <utility> <variant> <vector>)
    tridesk_make_precompiled(tridesk_precompiled HEADERS ${values} LINK Qt6::Core Qt6::Positioning)
    tridesk_make_precompiled(tridesk_precompiled_windows
        HEADERS ${values} <QAbstractItemModel> <QApplication> <QLabel> <QPainter> <QPushButton> <QVBoxLayout> <QWidget>
        LINK Qt6::Core Qt6::Positioning Qt6::Widgets)
endif()

# Gives a room, program or test the headers that fit where it stands.
function(tridesk_precompile target)
    if(NOT TRIDESK_PRECOMPILE)
        return()
    endif()
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR} OUTPUT_VARIABLE room)
    if(room MATCHES "^(tests/)?ui(/|$)")
        target_precompile_headers(${target} REUSE_FROM tridesk_precompiled_windows)
    else()
        target_precompile_headers(${target} REUSE_FROM tridesk_precompiled)
    endif()
endfunction()
