# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What ./dev says goes to standard error, so that a command's own output stays clean.

say() {
    printf '%s\n' "$*" >&2
}

# One clear sentence, and the end.
give_up() {
    say "./dev: $*"
    exit 1
}

time_since() {
    local seconds=$((SECONDS - $1))
    if ((seconds >= 60)); then
        printf '%d min %02d s' $((seconds / 60)) $((seconds % 60))
    else
        printf '%d s' "$seconds"
    fi
}

# step LABEL COMMAND...: runs quietly, prints a dot every three seconds and then the time it took.
# The output is in $step_log; the exit status is the command's.
step() {
    local label=$1 start=$SECONDS status=0 child
    shift
    step_log=$cache/step.log
    printf '%s ' "$label" >&2
    "$@" >"$step_log" 2>&1 </dev/null &
    child=$!
    trap 'stop_step '"$child" INT TERM HUP
    while kill -0 "$child" 2>/dev/null; do
        sleep 0.2
        if (((SECONDS - start) / 3 > ${dots:=0})); then
            printf '.' >&2
            dots=$(((SECONDS - start) / 3))
        fi
    done
    dots=0
    wait "$child" || status=$?
    trap - INT TERM HUP
    if ((status == 0)); then
        printf ' %s\n' "$(time_since "$start")" >&2
    else
        printf ' failed after %s\n' "$(time_since "$start")" >&2
    fi
    return "$status"
}

# A child in the background does not hear Ctrl-C by itself.
stop_step() {
    kill -TERM "$1" 2>/dev/null || true
    wait "$1" 2>/dev/null || true
    say ""
    give_up "Interrupted; the same command goes on from here."
}

# Why a step failed, as far as its output tells, in one sentence.
explain_failure() {
    local what=$1
    if grep -qiE 'could not resolve|temporary failure|network is unreachable|could not connect|unable to connect|connection timed out|name resolution' "$step_log"; then
        give_up "$what failed because there is no network: the Debian package server was not reached."
    elif grep -qi 'no space left' "$step_log"; then
        give_up "$what failed because the disk is full; $cache needs 8 GB."
    elif grep -qiE 'operation not permitted|unshare|newuidmap|subuid|clone failed|uid_map' "$step_log"; then
        give_up "$what failed because this account may not use user namespaces; run ./dev as root or allow them."
    fi
    tail -n 12 "$step_log" >&2
    give_up "$what failed; the whole output is in $step_log."
}
