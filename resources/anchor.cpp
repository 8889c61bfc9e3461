// SPDX-FileCopyrightText: The Tridesk contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A static library wants one object of its own; what it is for are the resources that it carries.
