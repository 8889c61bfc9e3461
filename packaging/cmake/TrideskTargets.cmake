# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One interface target carries the warnings and the house's definitions; three functions make its rooms.

add_library(tridesk_options INTERFACE)
target_include_directories(tridesk_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(tridesk_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_URL_CAST_FROM_STRING
    QT_DISABLE_DEPRECATED_UP_TO=0x060800 TRIDESK_VERSION="${PROJECT_VERSION}")
target_compile_options(tridesk_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
    -Wformat=2 -Wimplicit-fallthrough -fno-omit-frame-pointer
    # the same object from any checkout: ccache shares them, and no binary names the machine it was built on
    "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=.")
if(TRIDESK_WERROR)
    target_compile_options(tridesk_options INTERFACE -Werror)
endif()
if(TRIDESK_SANITIZE)
    target_compile_options(tridesk_options INTERFACE -fsanitize=address,undefined -fno-sanitize-recover=undefined)
    target_link_options(tridesk_options INTERFACE -fsanitize=address,undefined)
endif()

include(${CMAKE_CURRENT_LIST_DIR}/TrideskPrecompile.cmake)

# tridesk_library(NAME SOURCES file... LINK target...): a room, a static library, named tridesk_NAME.
function(tridesk_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_library(tridesk_${name} STATIC ${arg_SOURCES})
    target_link_libraries(tridesk_${name} PUBLIC tridesk_options ${arg_LINK})
    tridesk_precompile(tridesk_${name})
endfunction()

# tridesk_program(NAME SOURCES file... LINK target...): a program, put into bin/.
function(tridesk_program name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE tridesk_options ${arg_LINK})
    tridesk_precompile(${name})
endfunction()

# tridesk_test(NAME SOURCES file... LINK target... [LABELS label...] [TIMEOUT seconds]): a QtTest program, run by ctest
# as NAME. Tests of windows need a display: `packaging/dev test` gives them Xvfb.
function(tridesk_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;LINK;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE tridesk_options Qt6::Test ${arg_LINK})
    tridesk_precompile(${name})
    target_compile_definitions(${name} PRIVATE TRIDESK_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data"
                               TRIDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}" TRIDESK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
    target_compile_options(${name} PRIVATE "SHELL:-include ${PROJECT_SOURCE_DIR}/tests/support/patience.h")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    add_test(NAME ${name} COMMAND ${name})
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}")
    # One screen, one pointer: a drag would end in whatever window another test has put on top.
    if(CMAKE_CURRENT_SOURCE_DIR MATCHES "/tests/ui(/|$)")
        set_tests_properties(${name} PROPERTIES RESOURCE_LOCK screen)
    endif()
endfunction()

add_custom_target(benches)

# tridesk_bench(NAME SOURCES file... LINK target...): a program of figures, put into bench/ and run by
# `packaging/dev bench`. It takes a regular expression over ids as its first argument and prints a line a figure:
# id, value, unit, bound, `ok` or `short`, and what stands beside it, tab-separated.
function(tridesk_bench name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK" ${ARGN})
    tridesk_program(${name} SOURCES ${arg_SOURCES} LINK ${arg_LINK})
    add_dependencies(benches ${name})
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bench)
    target_compile_definitions(${name} PRIVATE TRIDESK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                               TRIDESK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
endfunction()

# Adds those of the named subfolders that are there.
function(tridesk_rooms)
    foreach(room IN LISTS ARGN)
        if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${room}/CMakeLists.txt)
            add_subdirectory(${room})
        endif()
    endforeach()
endfunction()
