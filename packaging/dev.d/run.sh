# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# run: the demo shift with the console in front, or, without a screen, a minute of it as pictures.

run_command() {
    local pictures=$checkout/build/screenshots demo=$here/dev.d/demo lang=en
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in zh*) lang=zh ;; esac
    build_command tridesk tridesk-map tridesk-sim tridesk-gateway
    cd "$checkout"
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        inside "$demo" play "$lang" build/demo "$@"
    else
        say 'no display: playing a minute of the demo shift on a virtual screen'
        rm -rf "$pictures"
        inside "$with_screen" 1920x1080x24 "$demo" picture "$lang" build/demo "$pictures" "$@"
        say "the pictures are in $pictures"
    fi
}
