# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes each defence out of the encryption, one at a time, and expects a test to fail.

A mutant is (row, file, what is there, what takes its place). The sources are copied into
build/mutate, so the checkout stays as it is; every mutant is built and tested there alone.

usage: mutate.py --checkout DIR [--only ROW ...] [--fit]
--fit builds nothing: it only tells which mutants no longer fit the source.
Exit code 1 when a mutant survives or does not fit.
"""

import argparse
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import machine
import primitives
import recovery
import sharing
import verification

ALL = (primitives.MUTANTS + machine.MUTANTS + sharing.MUTANTS + verification.MUTANTS
       + recovery.MUTANTS)
PROGRAMS = ("unit_base", "unit_crypto", "unit_events", "unit_timeline", "integration")
# A mutant may leave something unused; that is no reason not to try it.
LENIENT = "".join(f'#pragma GCC diagnostic ignored "-W{name}"\n' for name in (
    "unused-parameter", "unused-variable", "unused-function", "unused-const-variable",
    "unused-but-set-variable"))
TEST_LIMIT = 300  # seconds: a mutant that never ends is noticed, too


def copy_sources(checkout: Path, copy: Path) -> None:
    files = subprocess.run(["git", "-C", str(checkout), "ls-files", "-z"], check=True,
                           stdout=subprocess.PIPE).stdout.decode().split("\0")
    for name in filter(None, files):
        source, target = checkout / name, copy / name
        if not source.is_file() or (target.exists() and target.read_bytes() == source.read_bytes()):
            continue
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


def configure(copy: Path, build: Path) -> None:
    # As ./dev builds, and at the same depth: what the compiler cache knows is not built again.
    subprocess.run(["cmake", "--preset", "dev", "-S", str(copy), "-B", str(build)],
                   check=True, stdout=subprocess.DEVNULL, cwd=copy)


def programs_of(name: str) -> list[str]:
    """The tests of the file's own room, then those of everything together."""
    own = [program for program in PROGRAMS if f"/{program.removeprefix('unit_')}/" in name]
    return own + [program for program in PROGRAMS if program not in own and
                  (program == "integration" or "/crypto/" not in name)]


def builds(build: Path, programs: list[str]) -> bool:
    done = subprocess.run(["cmake", "--build", str(build), "--target", *programs],
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    (build / "last-build.log").write_bytes(done.stdout)
    return done.returncode == 0


def first_failure(build: Path, programs: list[str], row: str = "") -> str | None:
    """The name of a test that fails, or nothing. Cases that bear the row's name come first."""
    environment = dict(os.environ, TCHAP_SCHEDULES="10", QT_QPA_PLATFORM="offscreen")
    runs = [("integration", f"*{row}:*")] if row else []
    for program, cases in runs + [(program, "") for program in programs]:
        command = [str(build / "bin" / program), "--abort", "--allow-running-no-tests", cases]
        try:
            done = subprocess.run([word for word in command if word], env=environment,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=TEST_LIMIT)
        except subprocess.TimeoutExpired:
            return f"{program}: does not end"
        if done.returncode != 0:
            (build / "last-test.log").write_bytes(done.stdout)
            return f"{program}: {failed_case(done.stdout.decode(errors='replace'))}"
    return None


def failed_case(output: str) -> str:
    lines = output.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("-----") and number + 1 < len(lines):
            return lines[number + 1].strip()
    return "ended by a signal"


def judge(copy: Path, build: Path, mutant: tuple[str, str, str, str]) -> str:
    row, name, there, instead = mutant
    path = copy / name
    text = path.read_text() if path.exists() else ""
    if text.count(there) != 1:
        return f"MISFIT (found {text.count(there)} times)"
    path.write_text(LENIENT + text.replace(there, instead))
    programs = programs_of(name)
    try:
        if not builds(build, programs):
            return "MISFIT (does not compile)"
        failure = first_failure(build, programs, row)
        return f"killed by {failure}" if failure else "SURVIVED"
    finally:
        path.write_text(text)


def fit(checkout: Path, mutants: list[tuple[str, str, str, str]]) -> int:
    misfits = 0
    for row, name, there, _ in mutants:
        path = checkout / name
        count = path.read_text().count(there) if path.exists() else 0
        if count != 1:
            misfits += 1
            print(f"{row} {name}: stands there {count} times: {there.strip().splitlines()[0]}")
    print(f"{len(mutants)} mutants, {misfits} do not fit")
    return 1 if misfits else 0


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--checkout", type=Path, required=True)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--fit", action="store_true")
    options = parser.parse_args()
    mutants = [m for m in ALL if not options.only or m[0] in options.only]
    if options.fit:
        return fit(options.checkout, mutants)
    copy = options.checkout / "build" / "mutate"
    build = copy / "build"
    copy_sources(options.checkout, copy)
    configure(copy, build)
    if not builds(build, list(PROGRAMS)) or first_failure(build, list(PROGRAMS)):
        print(f"The sources fail before anything is changed; see {build}/last-*.log", flush=True)
        return 1
    survivors = misfits = 0
    for number, mutant in enumerate(mutants, 1):
        start = time.monotonic()
        verdict = judge(copy, build, mutant)
        survivors += verdict == "SURVIVED"
        misfits += verdict.startswith("MISFIT")
        print(f"{number:3}/{len(mutants)} {mutant[0]:5} {verdict} "
              f"({time.monotonic() - start:.0f} s) {Path(mutant[1]).name}: "
              f"{mutant[2].strip().splitlines()[0].strip()}", flush=True)
    print(f"{len(mutants)} mutants, {survivors} survived, {misfits} did not fit")
    return 1 if survivors or misfits else 0


if __name__ == "__main__":
    sys.exit(main())
