# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Running something where Tridesk is built. The private Debian gives the system folders; everything that is the user's
# (the checkout and what lies around it, the current folder, the home folder, /tmp, media) stands at its own path, so that
# a path means the same on both sides. Network, processes and display are the host's. It is a convenience, not a prison.

readonly qt_tools=/usr/lib/qt6/bin # where Debian keeps lupdate and lrelease

# inside CMD...: runs CMD natively or in the private Debian, in the current folder.
inside() {
    if is_native; then
        TRIDESK_INSIDE=1 PATH="$build/bin:$PATH:$qt_tools" "$@"
        return
    fi
    ensure_root
    local options=(--clearenv)
    bind_system
    bind_users_folders
    bind_screen_and_sound
    set_environment
    bwrap "${options[@]}" --die-with-parent --chdir "$(inside_folder)" -- "$@"
}

bind_system() {
    options+=(--bind "$root" / --dev /dev --proc /proc --ro-bind-try /sys /sys
        --ro-bind-try "$(realpath -m /etc/resolv.conf)" /etc/resolv.conf --ro-bind-try /etc/hosts /etc/hosts)
    if [ "$(id -u)" != 0 ]; then # else the user would have no name there, which initdb and others ask for
        { cat "$root/etc/passwd" && getent passwd "$(id -u)"; } >"$cache/passwd.$$"
        mv "$cache/passwd.$$" "$cache/passwd"
        options+=(--ro-bind "$cache/passwd" /etc/passwd)
    fi
}

bind_users_folders() {
    local folder shared
    mkdir -p "$cache/ccache" "$cache/home"
    for folder in /home /media /mnt /srv /tmp "$(top_of "$checkout")" "$(top_of "$PWD")"; do
        is_system_folder "$folder" || options+=(--bind-try "$folder" "$folder")
    done
    for folder in "$HOME" "$cache" "$checkout" "$(inside_folder)"; do
        options+=(--bind "$folder" "$folder")
    done
    # sample data beside the checkout is looked at by tests, and never written
    shared=$(realpath -m "$checkout/../shared")
    if [ -d "$shared" ]; then
        options+=(--ro-bind "$shared" "$shared" --setenv TRIDESK_SHARED "${TRIDESK_SHARED:-$shared/data}")
    fi
}

top_of() { printf '/%s\n' "$(cut -d/ -f2 <<<"$1")"; }

is_system_folder() {
    case $1 in
        / | /bin | /boot | /dev | /etc | /lib* | /lost+found | /opt | /proc | /root | /run | /sbin | /snap | /sys | /usr | /var) return 0 ;;
        *) return 1 ;;
    esac
}

inside_folder() {
    if is_system_folder "$(top_of "$PWD")" && [[ $PWD/ != "$HOME"/* && $PWD/ != "$checkout"/* ]]; then
        printf '%s\n' "$checkout"
    else
        printf '%s\n' "$PWD"
    fi
}

# The X11 socket is in /tmp, which is the host's already.
bind_screen_and_sound() {
    options+=(--dev-bind-try /dev/dri /dev/dri)
    [ -z "${XDG_RUNTIME_DIR:-}" ] || options+=(--bind-try "$XDG_RUNTIME_DIR" "$XDG_RUNTIME_DIR")
    [ -z "${XAUTHORITY:-}" ] || options+=(--ro-bind-try "$XAUTHORITY" "$XAUTHORITY")
}

# Only what is known to be wanted comes through: a host's library paths would break the private Debian's programs.
set_environment() {
    local name
    options+=(--setenv PATH "$build/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin:$qt_tools"
        --setenv HOME "$cache/home" --setenv LANG C.UTF-8 --setenv TRIDESK_INSIDE 1
        --setenv USER "$(id -un)" --setenv SHELL /bin/bash --setenv TERM "${TERM:-dumb}"
        --setenv CCACHE_DIR "$cache/ccache" --setenv CCACHE_BASEDIR "$checkout" --setenv CCACHE_NOHASHDIR 1
        # ninja asks for the list of headers anyhow: with it ccache need not read a new source twice
        --setenv CCACHE_DEPEND 1
        # what ccache asks for where headers are precompiled
        --setenv CCACHE_PCH_EXTSUM 1
        --setenv CCACHE_SLOPPINESS pch_defines,time_macros,include_file_mtime,include_file_ctime)
    for name in $(compgen -e); do
        case $name in
            TRIDESK_INSIDE) ;;
            DISPLAY | XAUTHORITY | WAYLAND_DISPLAY | XDG_RUNTIME_DIR | XDG_SESSION_TYPE | DBUS_SESSION_BUS_ADDRESS | \
                PULSE_SERVER | TZ | *_proxy | TRIDESK_* | QT_* | QTEST_* | CTEST_* | NINJA_* | ASAN_* | UBSAN_*)
                options+=(--setenv "$name" "${!name}")
                ;;
        esac
    done
    if [ -z "${XAUTHORITY:-}" ] && [ -e "$HOME/.Xauthority" ]; then
        options+=(--setenv XAUTHORITY "$HOME/.Xauthority")
    fi
    [ -n "${TZ:-}" ] || options+=(--setenv TZ "$(realpath -m /etc/localtime | sed -n 's,.*/zoneinfo/,,p')")
}
