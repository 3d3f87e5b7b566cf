# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Synapse on loopback: SQLite, a free port, no limits on rates."""

import hashlib
import hmac
import json
import os
import secrets
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from . import tools
from .rpcprocess import die_with_parent

NAME = "localhost"
_FAST = {"per_second": 100000, "burst_count": 100000}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def request(method: str, url: str, body: Any = None, token: str = "") -> Any:
    data = None if body is None else json.dumps(body).encode()
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    wanted = urllib.request.Request(url, data=data, headers=headers, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(wanted, timeout=30) as answer:
        return json.load(answer)


class Homeserver:
    """Starts on the state in `folder`, which is made when it is empty; stop() keeps the state."""

    def __init__(self, folder: Path, overrides: dict[str, Any] | None = None, port: int = 0) -> None:
        self.folder = folder
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._overrides = overrides or {}
        self._process: subprocess.Popen[bytes] | None = None
        folder.mkdir(parents=True, exist_ok=True)
        secret = folder / "registration.secret"
        if not secret.exists():
            secret.write_text(secrets.token_hex(32), encoding="utf-8")
        self._secret = secret.read_text(encoding="utf-8")

    def start(self, env: dict[str, str] | None = None) -> "Homeserver":
        config = self.folder / "homeserver.yaml"
        config.write_text(json.dumps(self._config() | self._overrides), encoding="utf-8")
        (self.folder / "log.yaml").write_text(json.dumps(self._log_config()), encoding="utf-8")
        command = [str(tools.python()), "-m", "synapse.app.homeserver", "-c", str(config)]
        if not (self.folder / "signing.key").exists():
            subprocess.run([*command, "--generate-keys"], check=True, capture_output=True)
        with open(self.folder / "output.log", "ab") as output:
            self._process = subprocess.Popen(command, cwd=self.folder, stdout=output,
                                             stderr=output, preexec_fn=die_with_parent,
                                             env=os.environ | (env or {}))
        self._wait_ready()
        return self

    def _wait_ready(self) -> None:
        assert self._process
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            if self._process.poll() is not None:
                tail = (self.folder / "output.log").read_text(errors="replace")[-2000:]
                raise RuntimeError(f"Synapse ended at once:\n{tail}")
            try:
                request("GET", f"{self.url}/_matrix/client/versions")
                return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                time.sleep(0.1)
        raise RuntimeError(f"Synapse did not answer in 90 s; see {self.folder}/output.log")

    def stop(self) -> None:
        if self._process and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._process = None

    def __enter__(self) -> "Homeserver":
        return self.start()

    def __exit__(self, *_: object) -> None:
        self.stop()

    def register(self, user: str, password: str, name: str = "", admin: bool = False) -> str:
        """By the shared secret; gives the full user id."""
        url = f"{self.url}/_synapse/admin/v1/register"
        nonce = request("GET", url)["nonce"]
        role = "admin" if admin else "notadmin"
        mac = hmac.new(self._secret.encode(),
                       "\0".join([nonce, user, password, role]).encode(), hashlib.sha1)
        body = {"nonce": nonce, "username": user, "password": password, "admin": admin,
                "mac": mac.hexdigest(), "displayname": name or user,
                "inhibit_login": True}  # no device that nobody uses
        return str(request("POST", url, body)["user_id"])

    def _config(self) -> dict[str, Any]:
        folder = self.folder
        limits = {name: _FAST for name in (
            "rc_message", "rc_registration", "rc_admin_redaction", "rc_key_requests",
            "rc_3pid_validation", "rc_media_create", "rc_presence", "rc_room_creation",
            "rc_reports", "rc_registration_token_validity", "rc_delayed_event_mgmt")}
        limits |= {
            "rc_login": {name: _FAST for name in ("address", "account", "failed_attempts")},
            "rc_joins": {"local": _FAST, "remote": _FAST},
            "rc_joins_per_room": _FAST,
            "rc_invites": {name: _FAST for name in ("per_room", "per_user", "per_issuer")},
        }
        return limits | {
            "server_name": NAME,
            "public_baseurl": f"{self.url}/",
            "pid_file": str(folder / "synapse.pid"),
            "listeners": [{
                "port": self.port, "tls": False, "type": "http", "bind_addresses": ["127.0.0.1"],
                "resources": [{"names": ["client"], "compress": False}]}],
            "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
            "log_config": str(folder / "log.yaml"),
            "media_store_path": str(folder / "media"),
            "signing_key_path": str(folder / "signing.key"),
            "registration_shared_secret": self._secret,
            "macaroon_secret_key": self._secret,
            "form_secret": self._secret,
            "report_stats": False,
            "trusted_key_servers": [],
            "bcrypt_rounds": 4,
            "enable_authenticated_media": True,
            "user_directory": {"enabled": True, "search_all_users": True},
            "allow_public_rooms_without_auth": True,
            "max_upload_size": "50M",
            # The demo's people come back after weeks; an access token still ends after minutes.
            "refresh_token_lifetime": "520w",
            "federation_domain_whitelist": [],
        }

    def _log_config(self) -> dict[str, Any]:
        return {
            "version": 1,
            "formatters": {"line": {"format": "%(asctime)s %(name)s %(levelname)s %(message)s"}},
            "handlers": {"file": {"class": "logging.FileHandler", "formatter": "line",
                                  "filename": str(self.folder / "synapse.log")}},
            "root": {"level": "INFO", "handlers": ["file"]},
            "disable_existing_loggers": False,
        }
