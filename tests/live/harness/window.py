# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window, driven by its accessibility tree, as an assistive technology does."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from .cli import BUILD
from .display import Display
from .rpcprocess import die_with_parent


class Window:
    """build/bin/tchap on a display; found and worked by names and roles."""

    def __init__(self, display: Display, log: Path, *arguments: str,
                 env: dict[str, str] | None = None) -> None:
        self._display = display
        self.log = log
        with open(log, "ab") as output:
            self.process = subprocess.Popen(
                [str(BUILD / "bin" / "tchap"), *arguments], env=display.env | (env or {}),
                stdout=output, stderr=output, preexec_fn=die_with_parent)
        # The library connects when it is first used, and to the bus of the environment.
        os.environ.update({name: display.env[name] for name in
                           ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")})
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi
        self._atspi: Any = Atspi

    def _application(self) -> Any | None:
        desktop = self._atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def walk(self) -> Iterator[Any]:
        """Every accessible object; what vanishes on the way is passed over."""
        application = self._application()
        waiting = [application] if application else []
        while waiting:
            each = waiting.pop()
            yield each
            try:
                children = [each.get_child_at_index(i) for i in range(each.get_child_count())]
            except Exception:  # noqa: BLE001 - GLib.Error: the object is gone
                continue
            waiting += [child for child in reversed(children) if child]

    def _matching(self, matches: Callable[[Any], bool]) -> Any | None:
        for each in self.walk():
            try:
                if matches(each):
                    return each
            except Exception:  # noqa: BLE001 - GLib.Error: the object is gone
                continue
        return None

    def wait(self, *names: str, role: str = "", seconds: float = 30, showing: bool = True) -> Any:
        """The first object with one of the names (each language has its own)."""
        def matches(each: Any) -> bool:
            shown = not showing or each.get_state_set().contains(self._atspi.StateType.SHOWING)
            return shown and each.get_name() in names and role in ("", each.get_role_name())
        return self._until(matches, f"{' or '.join(names)} {role}", seconds)

    def wait_text(self, text: str, seconds: float = 30) -> Any:
        """The first object whose name or text contains the words."""
        return self._until(lambda each: text in each.get_name() or text in self.text(each), text, seconds)

    def _until(self, matches: Callable[[Any], bool], what: str, seconds: float) -> Any:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise AssertionError(f"the window ended with {self.process.returncode}; see {self.log}")
            found = self._matching(matches)
            if found:
                return found
            time.sleep(0.2)
        raise AssertionError(f"{what} is not in the window; see {self.log}\n{self.outline()}")

    def text(self, each: Any) -> str:
        if "Text" not in each.get_interfaces():
            return ""
        return str(self._atspi.Text.get_text(each, 0, -1) or "")

    def press(self, each: Any) -> None:
        """By its action of that name; Qt lists taking the focus among the actions, too."""
        if "Action" in each.get_interfaces():
            for index in range(each.get_n_actions()):
                if each.get_action_name(index).lower() in ("press", "toggle"):
                    each.do_action(index)
                    return
        self.click(each)

    def click(self, each: Any) -> None:
        box = each.get_extents(self._atspi.CoordType.SCREEN)
        self._xdotool("mousemove", str(box.x + box.width // 2), str(box.y + box.height // 2),
                      "click", "1")

    def top(self, each: Any) -> int:
        return int(each.get_extents(self._atspi.CoordType.SCREEN).y)

    def type_into(self, each: Any, text: str) -> None:
        """By the keyboard, as a person does."""
        each.grab_focus()
        time.sleep(0.2)
        self.click(each)
        time.sleep(0.2)
        self._xdotool("type", "--delay", "60", text)

    def key(self, *names: str) -> None:
        self._xdotool("key", "--delay", "60", *names)

    def focused(self) -> str:
        """The name of what has the keyboard; the innermost, where several say so."""
        names = [each.get_name() for each in self.walk() if self._has(each, "FOCUSED", "SHOWING")]
        return names[-1] if names else ""

    def wait_focus(self, *names: str, seconds: float = 5) -> None:
        deadline = time.monotonic() + seconds
        while self.focused() not in names:
            if time.monotonic() > deadline:
                hidden = [each.get_name() for each in self.walk() if self._has(each, "FOCUSED")]
                raise AssertionError(f"the keyboard is on {self.focused()!r} {hidden}, not on {names}")
            time.sleep(0.1)

    def tab_to(self, *names: str, back: bool = False, most: int = 60) -> None:
        """By Tab alone, as without a pointer."""
        seen = []
        for _ in range(most):
            if self.focused() in names:
                return
            self.key("shift+Tab" if back else "Tab")
            time.sleep(0.12)
            seen.append(self.focused())
        raise AssertionError(f"Tab does not lead to {names}, but to {seen}")

    def write(self, text: str) -> None:
        """Where the keyboard is."""
        self._xdotool("type", "--delay", "40", text)

    def _has(self, each: Any, *states: str) -> bool:
        try:
            found = each.get_state_set()
            return all(found.contains(getattr(self._atspi.StateType, state)) for state in states)
        except Exception:  # noqa: BLE001 - GLib.Error: the object is gone
            return False

    def gone(self, *names: str, seconds: float = 15) -> None:
        """Until nothing that is shown has one of the names."""
        deadline = time.monotonic() + seconds
        while self._matching(lambda each: each.get_name() in names and self._has(each, "SHOWING")):
            if time.monotonic() > deadline:
                raise AssertionError(f"{names} is still shown\n{self.outline()}")
            time.sleep(0.2)

    def shown(self, each: Any) -> bool:
        return self._has(each, "SHOWING")

    def is_shown(self, name: str) -> bool:
        """Now; in a scrolled list only what is in its view."""
        return bool(self._matching(lambda each: each.get_name() == name and self.shown(each)))

    def choose(self, name: str) -> None:
        """An entry of the menu that is open, by keyboard."""
        for _ in range(20):
            if self.focused() == name:
                self.key("Return")
                return
            self.key("Down")
            time.sleep(0.15)
        raise AssertionError(f"{name} is not in the menu, at the end is {self.focused()}")

    def enabled(self, each: Any) -> bool:
        return self._has(each, "ENABLED") and self._has(each, "SENSITIVE")

    def identify(self) -> str:
        """The number that the display gives the window."""
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
                               env=self._display.env, capture_output=True, text=True, check=True)
        return found.stdout.split()[0]

    def resize(self, width: int, height: int) -> None:
        self._xdotool("windowsize", "--sync", self.identify(), str(width), str(height))
        time.sleep(0.6)

    def picture(self, path: Path) -> None:
        """Of this window only."""
        subprocess.run(["import", "-window", self.identify(), str(path)], env=self._display.env,
                       check=True)

    def nameless(self) -> list[str]:
        """What can have the keyboard and does not say what it is."""
        found = []
        for each in self.walk():
            if self._has(each, "FOCUSABLE", "SHOWING", "ENABLED"):
                role = each.get_role_name()
                if not each.get_name().strip() and role not in ("application", "frame", "window"):
                    found.append(f"{role} in {each.get_parent().get_name()!r}")
        return found

    def cut(self) -> list[str]:
        """Buttons that reach over the edge of the window, or of the dialog that they are in."""
        found = []
        for each in self.walk():
            if not self._has(each, "SHOWING") or "button" not in each.get_role_name():
                continue
            box = each.get_extents(self._atspi.CoordType.SCREEN)
            place = each.get_parent()
            while place and place.get_role_name() not in ("dialog", "frame", "window"):
                place = place.get_parent()
            around = place.get_extents(self._atspi.CoordType.SCREEN) if place else box
            if box.x < around.x - 1 or box.x + box.width > around.x + around.width + 1:
                found.append(f"{each.get_name()}: {box.x}+{box.width} in {around.x}+{around.width}")
        return found

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(["xdotool", *arguments], env=self._display.env, check=True)

    def outline(self) -> str:
        """The tree in words, for the one who reads a failure."""
        lines = []
        for each in self.walk():
            try:
                if each.get_name():
                    lines.append(f"{each.get_role_name()}: {each.get_name()[:80]}")
            except Exception:  # noqa: BLE001 - GLib.Error: the object is gone
                continue
        return "\n".join(lines[:200])

    def stop(self) -> int:
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()
