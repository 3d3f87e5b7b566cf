# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# inside.sh COMMAND ARGS: the commands of ./dev, where Qt and the tools are.

set -euo pipefail
parts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
checkout=$(cd "$parts/../.." && pwd)
cache=$TCHAP_DEV_CACHE
build=$checkout/build
export TCHAP_DEV_INSIDE=${TCHAP_DEV_INSIDE:-system}
export CCACHE_DIR=${CCACHE_DIR:-$cache/ccache}
export PATH=/usr/lib/qt6/bin:$PATH
source "$parts/say.sh"

# Two at once wait for each other; the lock ends with the build.
build_program() {
    local start=$SECONDS
    mkdir -p "$build"
    (
        flock 8
        if [[ ! -e $build/build.ninja ]]; then
            step "Configuring" cmake --preset dev -S "$checkout" ||
                { cat "$step_log" >&2 && give_up "Configuring failed."; }
        fi
        cmake --build "$build" "$@" 8>&- >&2
    ) 8>"$build/.lock" || give_up "The build failed."
    ((SECONDS - start < 3)) || say "Building: $(time_since "$start")"
}

# For the command line only what it needs, and silently when there is nothing to do.
build_quietly() {
    if ! (flock 8 && [[ -e $build/build.ninja ]] &&
        cmake --build "$build" --target "$1" 8>&- >"$build/$1.log" 2>&1) 8>"$build/.lock"; then
        build_program --target "$1"
    fi
}

has_target() {
    cmake --build "$build" --target help 2>/dev/null | grep -q "^$1:"
}

# The fuzz targets: clang, in a tree of their own.
build_fuzzers() {
    [[ -e $build/fuzz/build.ninja ]] ||
        step "Configuring the fuzz targets" cmake --preset fuzz -S "$checkout" ||
        { cat "$step_log" >&2 && give_up "Configuring failed."; }
    cmake --build "$build/fuzz" --target fuzzers >&2 || give_up "The build failed."
}

# fuzz [SECONDS [TARGET...]]: each target for so long.
fuzz() {
    local seconds=${1:-600} name names=("${@:2}")
    build_fuzzers
    ((${#names[@]})) || names=($(cd "$checkout/tests/fuzz/corpus" && ls))
    for name in "${names[@]}"; do
        say "fuzz: $name"
        "$checkout/tests/fuzz/run.sh" "$build/fuzz/bin/fuzz_$name" \
            "$checkout/tests/fuzz/corpus/$name" "$seconds" || give_up "An input breaks $name; see $build/fuzz/bin/found."
    done
}

test_all() {
    build_program
    [[ $# -gt 0 && "$*" != *fuzz* ]] || build_fuzzers
    exec ctest --test-dir "$build" --output-on-failure --parallel "$(nproc)" "$@"
}

bench() {
    build_program
    [[ -x $build/bin/tchap-bench ]] || give_up "There is no build/bin/tchap-bench in this checkout."
    exec "$build/bin/tchap-bench" "$@"
}

# Each core runs its share; a run that fails names its seed.
simulate() {
    local runs=${1:-10000} cores share core failed=0 parts_running=()
    build_program --target tchap-simulator
    cores=$(nproc)
    share=$(((runs + cores - 1) / cores))
    for ((core = 0; core < cores; core++)); do
        "$build/bin/tchap-simulator" --from "$((core * share))" --runs "$share" &
        parts_running+=("$!")
    done
    for core in "${parts_running[@]}"; do
        wait "$core" || failed=1
    done
    exit "$failed"
}

# Of the whole program without a window; the table is also in build/coverage/crypto.txt.
coverage() {
    local tree=$build/coverage programs=(unit_crypto integration) program
    cmake --preset coverage -S "$checkout" >/dev/null || give_up "Configuring failed."
    cmake --build "$tree" --target "${programs[@]}" >&2 || give_up "The build failed."
    for program in "${programs[@]}"; do
        LLVM_PROFILE_FILE=$tree/$program.profraw "$tree/bin/$program" >&2
    done
    llvm-profdata merge -o "$tree/all.profdata" "$tree"/*.profraw
    llvm-cov report "$tree/bin/integration" --object "$tree/bin/unit_crypto" \
        --instr-profile "$tree/all.profdata" --show-functions=false --show-region-summary=false \
        "$checkout/libclient/crypto" | tee "$tree/crypto.txt"
}

# Conversations and encryption against a real home server, every race between our threads reported.
threads() {
    local tree=$build/threads name
    cmake --preset threads -S "$checkout" >/dev/null || give_up "Configuring failed."
    cmake --build "$tree" --target tchap-cli >&2 || give_up "The build failed."
    export TCHAP_BUILD=$tree PYTHONDONTWRITEBYTECODE=1
    export TSAN_OPTIONS="exitcode=66:halt_on_error=1:log_path=$tree/race:suppressions=$checkout/tests/threads.supp"
    rm -f "$tree"/race.*
    for name in conversation encryption; do
        python3 "$checkout/tests/live/test_$name.py" || give_up "A test failed; see $tree/race.* for races."
    done
    ! compgen -G "$tree/race.*" >/dev/null || give_up "There are races; see $tree/race.*."
}

sources() {
    git -C "$checkout" ls-files --cached --others --exclude-standard -- "$@"
}

format_all() {
    cd "$checkout"
    sources 'libclient/*.h' 'libclient/*.cpp' 'app/*.h' 'app/*.cpp' 'tests/*.h' 'tests/*.cpp' |
        xargs --no-run-if-empty clang-format -i
    sources '*.qml' | xargs --no-run-if-empty qmlformat -i
}

# What differs from the main branch, or from the commit before.
changed_sources() {
    local base
    base=$(git merge-base HEAD origin/main 2>/dev/null || git rev-parse HEAD~1 2>/dev/null || git rev-parse HEAD)
    [[ $base != $(git rev-parse HEAD) ]] || base=$(git rev-parse HEAD~1 2>/dev/null || echo HEAD)
    git diff --name-only --diff-filter=d "$base" -- '*.cpp'
}

lint() {
    local files failed=0
    cd "$checkout"
    build_program
    if [[ ${1:-} == --all ]]; then files=$(sources '*.cpp'); else files=$(changed_sources); fi
    say "clang-tidy"
    printf '%s\n' $files | xargs --no-run-if-empty --max-procs="$(nproc)" --max-args=1 \
        clang-tidy -p "$build" --quiet || failed=1
    if has_target all_qmllint; then
        say "qmllint"
        cmake --build "$build" --target all_qmllint || failed=1
    fi
    say "licence headers"
    reuse lint --quiet || { reuse lint && failed=1; }
    exit "$failed"
}

mkdir -p "$cache"
command=$1
shift
case $command in
build) build_program "$@" ;;
test) test_all "$@" ;;
cli)
    mkdir -p "$build"
    build_quietly tchap-cli
    exec "$build/bin/tchap-cli" "$@"
    ;;
run)
    build_program
    exec python3 "$checkout/tests/live/demo/rundemo.py" --build "$build" "$@"
    ;;
bench) bench "$@" ;;
simulate) simulate "$@" ;;
fuzz) fuzz "$@" ;;
mutate)
    mkdir -p "$build"
    exec python3 "$checkout/tests/mutation/mutate.py" --checkout "$checkout" "$@"
    ;;
coverage) coverage ;;
threads) threads ;;
format) format_all ;;
lint) lint "$@" ;;
shell) exec "${SHELL_INSIDE:-bash}" "$@" ;;
esac
