# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# chroot.sh ROOT CACHE refresh: run as root of a mount namespace of its own; adds to ROOT the
# packages named in CACHE/wanted. Downloads are kept in CACHE/debs, so a stopped run goes on.

set -euo pipefail
root=$1 cache=$2

mount_inside() {
    mount --rbind /proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mkdir -p "$root/var/cache/apt/archives"
    mount --bind "$cache/debs" "$root/var/cache/apt/archives"
    mkdir -p "$cache/debs/partial"
    [[ -e $root/etc/resolv.conf ]] || touch "$root/etc/resolv.conf"
    mount --bind "$(readlink -f /etc/resolv.conf)" "$root/etc/resolv.conf"
}

refresh() {
    printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
    chmod +x "$root/usr/sbin/policy-rc.d"
    local wanted
    wanted=$(cat "$cache/wanted")
    # shellcheck disable=SC2086
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive http_proxy="${http_proxy:-}" https_proxy="${https_proxy:-}" \
        chroot "$root" /bin/sh -ec '
            dpkg --configure -a
            apt-get -o APT::Sandbox::User=root update
            apt-get -o APT::Sandbox::User=root -o APT::Keep-Downloaded-Packages=true \
                -o Acquire::Retries=3 --fix-broken --no-install-recommends --yes install '"$wanted"
    rm -f "$cache"/debs/*.deb
}

mount_inside
"$3"
