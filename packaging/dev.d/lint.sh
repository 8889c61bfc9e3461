# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint: what can be said about the code without running it. Every part runs, then it fails if one did.

lint_command() {
    local part broken=()
    cd "$checkout"
    if [ "${1:-}" = tidy ] && [ $# -gt 1 ]; then
        shift
        lint_tidy "$@"
        return
    fi
    [ $# -gt 0 ] || set -- format layers translations tidy
    for part; do
        case $part in
            format | layers | translations | tidy) ;;
            *) fail "lint: no such part: $part (format, layers, translations, tidy)" ;;
        esac
        phase "lint: $part"
        "lint_$part" || broken+=("$part")
    done
    [ ${#broken[@]} -eq 0 ] || fail "lint: not clean: ${broken[*]}"
    say 'lint: clean'
}

lint_format() {
    local files
    mapfile -t files < <(find app maps ui tests resources \( -name '*.cpp' -o -name '*.h' \) -print)
    inside clang-format --dry-run -Werror "${files[@]}"
}

# The walls' own test says it best: tests/walls.
lint_layers() {
    build_command walls_house >/dev/null && inside "$build/tests/walls_house" -silent
}

# Brings a copy of every translation up to date; then nothing in it may be unfinished.
lint_translations() {
    local scratch=$build/translations unfinished
    mkdir -p "$scratch"
    cp resources/translations/*.ts "$scratch/"
    inside lupdate -silent -I . -no-obsolete app maps ui -ts "$scratch"/*.ts
    unfinished=$(awk '
        FNR == 1                   { file = FILENAME; sub(".*/", "", file) }
        /<location /               { split($0, part, "\""); place = part[2] ":" part[4]; sub("^([.][.]/)*", "", place) }
        /<source>/                 { source = $0; gsub(" *</?source>", "", source) }
        /type="unfinished"/        { print "    " file ": " place ": " source }' "$scratch"/*.ts)
    [ -z "$unfinished" ] || {
        say "not translated:"
        printf '%s\n' "$unfinished" >&2
        return 1
    }
}

# clang-tidy and clazy read the headers that the build made, so it comes first.
lint_tidy() {
    build_command >/dev/null && inside "$here/dev.d/tidy" "$build" "$@"
}
