# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# build, test and bench.

readonly with_screen=$here/dev.d/with-screen

# A build folder made elsewhere (natively before, or in a checkout that has moved) or by other presets cannot be used
# again.
configure() {
    local made_in now
    now="$(is_native && echo native || echo private) $checkout $(cksum <"$checkout/CMakePresets.json")"
    made_in=$(cat "$build/made-in" 2>/dev/null || echo "$now")
    if [ "$made_in" != "$now" ]; then
        say "build/$preset was made elsewhere ($made_in); starting it anew"
        rm -rf "$build"
    fi
    if [ ! -e "$build/build.ninja" ]; then
        (cd "$checkout" && inside cmake --preset "$preset" --log-level=NOTICE)
        printf '%s\n' "$now" >"$build/made-in"
    fi
}

build_command() {
    configure
    inside ninja -C "$build" -j "$jobs" "$@"
}

test_command() {
    build_command
    inside "$with_screen" 1920x1080x24 ctest --test-dir "$build" --output-on-failure --no-tests=error -j 2 "$@"
}

# The figures go to standard output; it fails only when something could not be measured at all.
bench_command() {
    local filter=${1:-} program failed=0
    build_command benches >&2
    printf 'id\tvalue\tunit\tbound\tverdict\tbeside\n'
    for program in "$build"/bench/*; do
        [ -f "$program" ] && [ -x "$program" ] || continue
        inside "$with_screen" 1920x1080x24 "$program" ${filter:+"$filter"} || {
            say "$(basename "$program") ended badly"
            failed=1
        }
    done
    return $failed
}
