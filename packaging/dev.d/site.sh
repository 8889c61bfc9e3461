# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# site: a whole site on this machine, for trial, out of the programs of the build. trial-site does the work where they
# were built.

site_command() {
    local folder=$checkout/build/site pictures=$checkout/build/site/pictures trial=$here/dev.d/trial-site lang=en
    case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in zh*) lang=zh ;; esac
    build_command tridesk tridesk-map tridesk-sim tridesk-gateway tridesk-journal
    cd "$checkout"
    if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        inside "$trial" play "$lang" "$folder" "$pictures" "$@"
    else
        say 'no display: the site stands for a minute, its consoles on a virtual screen'
        inside "$with_screen" 1920x1080x24 "$trial" picture "$lang" "$folder" "$pictures" "$@"
        say "the pictures are in $pictures"
    fi
}
