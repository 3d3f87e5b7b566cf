# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A display of its own for a window: Xvfb, a session bus, the accessibility bus, a window manager."""

import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

from .rpcprocess import die_with_parent


class Display:
    """Everything a window needs where no person looks; `env` is given to the programs on it."""

    def __init__(self, size: str = "1280x800") -> None:
        self._children: list[subprocess.Popen[bytes]] = []
        self._runtime = Path(tempfile.mkdtemp(prefix="tchap-run-"))
        self.env = os.environ | {"XDG_RUNTIME_DIR": str(self._runtime), "QT_QPA_PLATFORM": "xcb",
                                 "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0",
                                 "QT_QUICK_BACKEND": "software", "LC_CTYPE": "C.UTF-8"}
        self.env.pop("WAYLAND_DISPLAY", None)
        reading, writing = os.pipe()
        os.set_inheritable(writing, True)
        self._spawn(["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
                    pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as answer:
            self.env["DISPLAY"] = f":{answer.readline().strip()}"
        # xdotool types reliably only what the keyboard has.
        subprocess.run(["setxkbmap", "fr"], env=self.env, check=False)
        self._bus()
        self._spawn(["openbox"])

    def _bus(self) -> None:
        bus = self._runtime / "bus"
        self.env["DBUS_SESSION_BUS_ADDRESS"] = f"unix:path={bus}"
        self._spawn(["dbus-daemon", "--session", "--nofork", f"--address=unix:path={bus}"])
        self._until(bus.exists)
        launcher = next(filter(os.path.exists, ("/usr/libexec/at-spi-bus-launcher",
                                                "/usr/lib/at-spi2-core/at-spi-bus-launcher")), "")
        if launcher:
            self._spawn([launcher, "--launch-immediately"])

    def _until(self, done: object, seconds: float = 15) -> None:
        deadline = time.monotonic() + seconds
        while not done() and time.monotonic() < deadline:  # type: ignore[operator]
            time.sleep(0.05)

    def _spawn(self, command: list[str], pass_fds: tuple[int, ...] = ()) -> None:
        self._children.append(subprocess.Popen(
            command, env=self.env, pass_fds=pass_fds, preexec_fn=die_with_parent,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))

    def picture(self, path: Path) -> None:
        """What is on the screen."""
        subprocess.run(["import", "-window", "root", str(path)], env=self.env, check=True)

    def ended(self) -> list[str]:
        """What runs no more: without a window manager no window gets the keyboard."""
        return [f"{child.args[0]} ended with {child.returncode}"  # type: ignore[index]
                for child in self._children if child.poll() is not None]

    def stop(self) -> None:
        for child in reversed(self._children):
            child.terminate()
        for child in self._children:
            try:
                child.wait(5)
            except subprocess.TimeoutExpired:
                child.kill()
        shutil.rmtree(self._runtime, ignore_errors=True)

    def __enter__(self) -> "Display":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
