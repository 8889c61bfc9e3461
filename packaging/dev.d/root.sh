# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The private Debian 13, in $cache:
#   root/          the system
#   root.ready     the packages it holds, one a line; written last, so without it root/ is unfinished and made anew
#   root.lock      held while any of this changes
#   root.new.*     one being made, renamed when it is done
#   setup.log      what mmdebstrap and apt said
#   ccache/ home/  kept when root/ is made anew

readonly root=$cache/root ready=$cache/root.ready setup_log=$cache/setup.log

wanted_packages() { sed 's/#.*//' "$here/packages.txt" | awk 'NF { print $1 }' | sort -u; }

missing_packages() { comm -23 <(wanted_packages) <(sort -u "$ready"); }

root_is_complete() { [ -e "$ready" ] && [ -z "$(missing_packages)" ]; }

# Qt with Location is what hosts lack; the rest is asked for by name so that a half-equipped host gets the private
# Debian and not a build that stops in the middle.
host_is_equipped() {
    pkg-config --atleast-version=6.8 Qt6Location 2>/dev/null &&
        pkg-config --exists Qt6Svg Qt6Multimedia Qt6TextToSpeech libsodium libavformat libswscale sqlite3 libpq libmosquitto expat zlib 2>/dev/null &&
        [ -e /usr/include/osmium/version.hpp ] &&
        have clang++ g++ cmake ninja ccache Xvfb tilemaker osmium
}

have() {
    local tool
    for tool; do
        command -v "$tool" >/dev/null || return 1
    done
}

is_native() {
    case ${TRIDESK_NATIVE:-} in
        1) return 0 ;;
        0) return 1 ;;
    esac
    [ -n "${TRIDESK_INSIDE:-}" ] || host_is_equipped
}

setup_command() {
    if is_native; then
        say 'this host has Qt 6.8 with Location and the rest: builds are native, nothing to set up'
    elif [ "${1:-}" = --again ]; then
        locked make_root
    else
        ensure_root
        say "the private Debian 13 is in $root"
    fi
}

ensure_root() { root_is_complete || locked complete_root; }

# The lock is inherited by all that we start, so it outlives a killed set-up until its last child is gone.
locked() {
    need_tools
    mkdir -p "$cache"
    exec 9>>"$cache/root.lock"
    if ! flock -n 9; then
        say 'another set-up is at work; waiting for it'
        flock 9
    fi
    sweep
    "$@"
    exec 9>&-
}

# What a killed set-up left.
sweep() {
    local left
    for left in "$cache"/root.new.* "$cache"/root.old.*; do
        [ -e "$left" ] || continue
        say 'clearing away what an interrupted set-up left'
        remove_tree "$left"
    done
}

complete_root() {
    if root_is_complete; then
        return # the other set-up that we waited for has done it
    elif [ ! -e "$ready" ]; then
        make_root
    else
        add_packages
    fi
}

make_root() {
    local new=$cache/root.new.$$
    : >"$setup_log"
    phase "making a private Debian 13 in $root, once: about three minutes and 2 GB (log: $setup_log)"
    rm -f "$ready"
    follow "$setup_log" describe_bootstrap "$here/dev.d/as-root" \
        mmdebstrap --mode=root --variant=minbase --verbose --include="$(wanted_packages | paste -sd,)" \
        --aptopt='APT::Install-Recommends "false"' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt=force-unsafe-io trixie "$new" ${TRIDESK_MIRROR:+"$TRIDESK_MIRROR"} || # unsafe: not synced file by file
        fail 'the private Debian could not be made; the next run starts again'
    [ ! -e "$root" ] || mv "$root" "$cache/root.old.$$"
    mv "$new" "$root"
    wanted_packages >"$ready.part"
    mv "$ready.part" "$ready"
    phase 'the private Debian is ready'
    remove_tree "$cache/root.old.$$"
}

# What apt is doing now, and how far it has come in the step that it announced last.
describe_bootstrap() {
    awk '
        / newly installed/ { total = $3; doing = ""; split("", count) }
        /^Get:/            { doing = "fetching"; count[doing]++ }
        /^Unpacking /      { doing = "unpacking"; count[doing]++ }
        /^Setting up /     { doing = "setting up"; count[doing]++ }
        END {
            if (!total) print "fetching the lists of packages"
            else if (doing) printf "%s packages: %d of %d\n", doing, count[doing], total
        }' "$1"
}

# Without its stamp, a root in which apt was interrupted is made anew by the next run.
add_packages() {
    local missing
    mapfile -t missing < <(missing_packages)
    : >"$setup_log"
    phase "adding ${missing[*]}"
    mv "$ready" "$ready.before"
    follow "$setup_log" describe_bootstrap "$here/dev.d/as-root" "$here/dev.d/apt-inside" "$root" "${missing[@]}" || {
        say 'could not add them; making the whole anew'
        make_root
        return
    }
    sort -u "$ready.before" <(wanted_packages) >"$ready.part"
    mv "$ready.part" "$ready"
    rm "$ready.before"
    phase 'added'
}

# In a user's cache it holds files of mapped owners, which only as-root may remove. Never across file systems: a set-up
# at work has the host's folders mounted.
remove_tree() {
    [ ! -e "$1" ] || rm -rf --one-file-system -- "$1" 2>/dev/null || "$here/dev.d/as-root" rm -rf --one-file-system -- "$1"
}

# mmdebstrap and bwrap, and the key that signs Debian 13's archive: as root they are installed, else named.
need_tools() {
    local want=()
    have mmdebstrap || want+=(mmdebstrap)
    have bwrap || want+=(bubblewrap)
    [ "$(id -u)" = 0 ] || have newuidmap || want+=(uidmap)
    knows_trixie || want+=(debian-archive-keyring)
    [ ${#want[@]} -gt 0 ] || return 0
    if [ "$(id -u)" = 0 ] && have apt-get; then
        phase "installing ${want[*]}"
        mkdir -p "$cache"
        { apt-get update; DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${want[@]}"; } \
            >"$setup_log" 2>&1 </dev/null || {
            tail -n 15 "$setup_log" >&2
            fail "apt-get could not install ${want[*]} (log: $setup_log)"
        }
    else
        fail "this host needs: ${want[*]}.  As root:  apt-get install ${want[*]}"
    fi
}

# Debian's keyring carries the next release's keys for some time before it comes; older copies lack Debian 13's.
knows_trixie() { compgen -G '/usr/share/keyrings/debian-archive-trixie-stable.*' >/dev/null; }
