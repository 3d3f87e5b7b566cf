# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a real home server, tchap-cli and an independent client for the live tests."""
