# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""./dev run: the window on a home server of its own, with people who answer.

Without a display it works the window itself: writes a message, waits for the answer, saves
build/demo.png."""

import argparse
import fcntl
import hashlib
import os
import shutil
import socket
import subprocess
import sys
import time
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

CHECKOUT = Path(__file__).resolve().parents[3]
ANSWERING = ("sophie", "karim", "thomas", "claire")
MESSAGE = "Bonjour Sophie, le message de démonstration part à l'instant."
ANSWER = "chiffré de bout en bout."


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./dev run", description=__doc__)
    parser.add_argument("--build", type=Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--signed-out", action="store_true", help="open on the Login page")
    parser.add_argument("--fresh", action="store_true", help="forget what was written in the demo")
    parser.add_argument("--headless", action="store_true", help="as where there is no display")
    parser.add_argument("--copy", action="store_true", help="on a copy that is thrown away")
    parser.add_argument("program", nargs="*", help="after --: arguments for the program")
    return parser.parse_args()


def seed_key() -> str:
    """Another script, server or store makes another seed."""
    digest = hashlib.sha256()
    sources = [*sorted(Path(__file__).parent.glob("*.txt")), Path(__file__).parent / "seed.py",
               Path(__file__).parent / "people.py", Path(__file__).parent.parent / "requirements.txt",
               Path(__file__).parent.parent / "harness" / "homeserver.py",
               *sorted((CHECKOUT / "libclient/store/migrations").glob("*"))]
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


def port_is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def seeded() -> Path:
    """The pristine state, made when there is none or when its port is another's now."""
    from demo.seed import seed
    from harness.tools import CACHE
    place = CACHE / f"demo-{seed_key()}"
    if not (place / "port").exists() or not port_is_free(int((place / "port").read_text())):
        for old in CACHE.glob("demo-*"):
            shutil.rmtree(old, ignore_errors=True)
        seed(place)
    return place


def at_home(place: Path) -> Path:
    """The program notices that a profile was copied; in the demo that is as it should be."""
    from harness.cli import Cli
    cli = Cli(place / "people" / "camille")
    cli.call("session.restore")
    cli.call("crypto.restoredSeen")
    cli.close()
    return place


@contextmanager
def state(fresh: bool, throw_away: bool) -> Iterator[Path]:
    """The state to run on: kept from run to run, or a copy for one run."""
    from harness.tools import CACHE
    CACHE.mkdir(parents=True, exist_ok=True)
    with open(CACHE / "demo.lock", "w", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not throw_away:
                sys.exit("./dev run: another ./dev run is open; close it first.")
            fcntl.flock(handle, fcntl.LOCK_EX)
        place = seeded()
        if throw_away:
            with tempfile.TemporaryDirectory(prefix="tchap-demo-") as folder:
                copy = Path(folder) / "state"
                shutil.copytree(place, copy)
                yield at_home(copy)
            return
        lived = place / "lived"
        if fresh or not (lived / "port").exists():
            shutil.rmtree(lived, ignore_errors=True)
            shutil.copytree(place, lived, ignore=shutil.ignore_patterns("lived"))
            at_home(lived)
        yield lived


def window_arguments(place: Path, url: str, signed_out: bool, extra: list[str]) -> list[str]:
    if signed_out:
        from demo.people import ME
        folder = place / "signed-out"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / "passphrase").write_text("demo\n", encoding="utf-8")
        print(f"Sign in as {ME.user} with the password {ME.password}", file=sys.stderr)
        return ["--data-dir", str(folder / "data"), "--passphrase-file", str(folder / "passphrase"),
                "--allow-loopback-http", "--homeserver", url, *extra]
    folder = place / "people" / "camille"
    return ["--data-dir", str(folder / "data"), "--passphrase-file", str(folder / "passphrase"),
            "--allow-loopback-http", *extra]


def show(program: list[str]) -> int:
    """On the person's own display, until they close it."""
    return subprocess.run(program, check=False).returncode


def show_by_itself(command: list[str], log: Path, signed_out: bool) -> int:
    """On a display of its own, worked by its accessibility tree."""
    from harness.display import Display
    from harness.window import Window
    picture = Path(os.environ["TCHAP_BUILD"]) / ("demo-signed-out.png" if signed_out else "demo.png")
    with Display() as display:
        window = Window(display, log, *command)
        try:
            if signed_out:
                window.wait("Se connecter", "Sign in")
            else:
                converse(window)
            display.picture(picture)
        finally:
            window.stop()
    print(f"Saved {picture}")
    return 0


def converse(window: "Window") -> None:  # noqa: F821
    from demo.people import PEOPLE
    print("Opening the conversation", file=sys.stderr)
    window.press(window.wait_text(PEOPLE["sophie"].name, 60))
    field = window.wait("Message", "Votre message", "Your message", seconds=30)
    window.type_into(field, MESSAGE)
    print("Sending a message", file=sys.stderr)
    window.press(window.wait("Envoyer", "Send"))
    window.wait_text(MESSAGE)
    print("Waiting for the answer", file=sys.stderr)
    window.wait_text(ANSWER, 60)
    time.sleep(2)  # it is read by then


def main() -> int:
    wanted = arguments()
    os.environ["TCHAP_BUILD"] = str(wanted.build)
    from demo.bot import Answerer
    from harness.homeserver import Homeserver
    from harness.tools import ToolsMissing
    if not (wanted.build / "bin" / "tchap").exists():
        sys.exit("./dev run: build/bin/tchap was not built.")
    by_itself = wanted.headless or not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
    bots: list[Answerer] = []
    try:
        with state(wanted.fresh, wanted.copy) as place:
            port = int((place / "port").read_text(encoding="utf-8"))
            os.environ["XDG_STATE_HOME"] = str(place / "people" / "camille" / "state")
            print("Starting the home server", file=sys.stderr)
            with Homeserver(place / "homeserver", port=port) as server:
                bots += [Answerer(key, place / "people" / key) for key in ANSWERING]
                command = window_arguments(place, server.url, wanted.signed_out, wanted.program)
                try:
                    if by_itself:
                        return show_by_itself(command, place / "window.log", wanted.signed_out)
                    return show([str(wanted.build / "bin" / "tchap"), *command])
                finally:
                    for bot in bots:
                        bot.stop()
    except ToolsMissing as missing:
        sys.exit(f"./dev run: {missing}")


if __name__ == "__main__":
    sys.exit(main())
