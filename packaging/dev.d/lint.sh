# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# lint: what can be said about the code without running it.

lint_command() {
    lint_format
}

lint_format() {
    local files
    mapfile -t files < <(cd "$checkout" && find app maps ui tests -name '*.cpp' -o -name '*.h')
    [ ${#files[@]} -eq 0 ] || (cd "$checkout" && inside clang-format --dry-run -Werror "${files[@]}")
}
