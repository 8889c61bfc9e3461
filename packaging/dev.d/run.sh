# SPDX-FileCopyrightText: The Tridesk contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# The demo shift.

run_command() {
    build_command
    fail 'run: the console is not built yet'
}
