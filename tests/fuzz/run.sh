#!/bin/sh
# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# run.sh PROGRAM CORPUS SECONDS: the committed inputs, then new ones made of them. New inputs that
# reach new code stay beside the program; an input that breaks something is kept there, too.
set -eu
program=$1 corpus=$2 seconds=$3
found=$(dirname "$program")/found/$(basename "$corpus")
mkdir -p "$found"
export ASAN_OPTIONS="detect_leaks=0:allocator_may_return_null=1:${ASAN_OPTIONS:-}"
export UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=1"
"$program" -runs=0 "$corpus"
"$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=3000 -max_len=16384 \
    -artifact_prefix="$found/broken-" "$found" "$corpus"
