# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run: the demo shift with the console in front, or, without a screen, a minute of it as pictures.

run_command() {
    local pictures=$checkout/build/screenshots
    build_command tridesk tridesk-map tridesk-sim tridesk-gateway
    cd "$checkout"
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        inside "$here/dev.d/demo" play build/demo "$@"
    else
        say 'no display: playing a minute of the demo shift on a virtual screen'
        rm -rf "$pictures"
        inside "$with_screen" 1920x1080x24 "$here/dev.d/demo" picture build/demo "$pictures" "$@"
        say "pictures:"
        printf '%s\n' "$pictures"/*.png
    fi
}
