# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# What the user sees: phases with the time that has passed, and the end of a log when something went wrong.

say() { printf 'tridesk: %s\n' "$*" >&2; }

fail() {
    say "$*"
    exit 2
}

clock() { printf '%d:%02d' $((SECONDS / 60)) $((SECONDS % 60)); }

phase() { printf 'tridesk: [%s] %s\n' "$(clock)" "$*" >&2; }

# follow LOG DESCRIBE CMD...: runs CMD with its output in LOG, and meanwhile shows what the function DESCRIBE makes of
# the log: rewritten in place on a terminal, a line when it changes (at most every ten seconds) elsewhere. CMD dies
# with us.
follow() {
    local log=$1 describe=$2 pause=10 state='' shown='' child
    shift 2
    [ ! -t 2 ] || pause=1
    setpriv --pdeathsig KILL "$@" >>"$log" 2>&1 </dev/null &
    child=$!
    while wait_at_most "$pause" "$child"; do
        state=$("$describe" "$log")
        if [ -t 2 ]; then
            printf '\r\033[Ktridesk: [%s] %s' "$(clock)" "$state" >&2
        elif [ "$state" != "$shown" ]; then
            phase "$state"
            shown=$state
        fi
    done
    [ ! -t 2 ] || printf '\r\033[K' >&2
    wait "$child" || {
        say "failed; the end of $log:"
        tail -n 25 "$log" | sed 's/^/    /' >&2
        return 1
    }
}

# True while the process still runs after so many seconds; returns early when it ends.
wait_at_most() {
    local tick
    for ((tick = 0; tick < $1 * 4; tick++)); do
        kill -0 "$2" 2>/dev/null || return 1
        sleep 0.25
    done
}
