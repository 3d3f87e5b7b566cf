#!/bin/sh
# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# layout.sh CLANG_FORMAT ROOT: fails where ./dev format would change something.
cd "$2" || exit 1
find libclient app tests \( -name '*.h' -o -name '*.cpp' \) -print0 |
    xargs -0 -r "$1" --dry-run -Werror
