# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Devices of ours that verify each other."""

from typing import Any

from .cli import Cli
from .peercase import PeerCase


class OurDevices(PeerCase):
    def status(self, cli: Cli) -> dict[str, Any]:
        return dict(cli.call("crypto.status"))

    def flow(self, cli: Cli, *states: str, incoming: bool | None = None) -> dict[str, Any]:
        def found() -> Any:
            for view in cli.call("verification.list"):
                if view["state"] in states and incoming in (None, view["incoming"]):
                    return view
            return None
        return dict(self.until(found))

    def compare(self, one: Cli, two: Cli) -> None:
        """Emoji on both sides, up to the end."""
        self.flow(one, "ready")
        self.flow(two, "ready")
        one.call("verification.startSas")
        first, second = self.flow(one, "sas"), self.flow(two, "sas")
        self.assertEqual(len(first["emoji"]), 7)
        self.assertEqual(first["emoji"], second["emoji"])
        self.assertEqual(first["decimals"], second["decimals"])
        one.call("verification.confirm")
        two.call("verification.confirm")
        self.flow(one, "done")
        self.flow(two, "done")

    def is_backed_up(self, cli: Cli, at_least: int = 1) -> bool:
        backup = self.status(cli)["backup"]
        return bool(backup["uploaded"] == backup["total"] >= at_least)
