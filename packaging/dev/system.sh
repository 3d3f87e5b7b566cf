# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Does this system bring Qt 6.8 and the rest, and what is missing on it?

package_list() {
    grep -vE '^[[:space:]]*(#|$)' "$checkout/packaging/debian-packages.txt"
}

# As root, or with sudo where there is one.
as_root() {
    if ((EUID == 0)); then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        return 1
    fi
}

can_install() {
    ((EUID == 0)) || command -v sudo >/dev/null
}

# TCHAP_DEV_NATIVE=yes or no decides it by hand.
system_builds_natively() {
    case ${TCHAP_DEV_NATIVE:-} in
    yes) return 0 ;;
    no) return 1 ;;
    esac
    if command -v dpkg-query >/dev/null && command -v apt-cache >/dev/null; then
        local qt
        qt=$(apt-cache policy qt6-base-dev 2>/dev/null | sed -n 's/^ *Candidate: *//p')
        [[ -n $qt && $qt != "(none)" ]] && dpkg --compare-versions "$qt" ge 6.8 || return 1
        apt-cache policy libkirigami-dev 2>/dev/null | grep -q 'Candidate: [0-9]' || return 1
        [[ -z $(missing_packages) ]] || can_install
    else
        system_has_everything
    fi
}

# Other distributions name their packages in other ways: natively only if all is there already.
system_has_everything() {
    local tool
    for tool in cmake ninja pkg-config python3 Xvfb; do
        command -v "$tool" >/dev/null || return 1
    done
    pkg-config --atleast-version=6.8 Qt6Quick 2>/dev/null &&
        pkg-config --exists olm sqlcipher gumbo catch2-with-main libcrypto 2>/dev/null &&
        compgen -G '/usr/lib*/cmake/KF6Kirigami/KF6KirigamiConfig.cmake' >/dev/null
}

missing_packages() {
    local name
    for name in $(package_list); do
        dpkg-query -W -f '${db:Status-Abbrev}' "$name" 2>/dev/null | grep -q '^ii' || echo "$name"
    done
}

install_missing_packages() {
    command -v dpkg-query >/dev/null && [[ -z ${TCHAP_DEV_NATIVE:-} ]] || return 0
    local missing
    missing=$(missing_packages)
    [[ -n $missing ]] || return 0
    install_here $missing
}

# Says what it installs, then does. sudo may ask for its password before the quiet part.
install_here() {
    command -v apt-get >/dev/null && can_install ||
        give_up "Please install these packages with your system's package manager: $*"
    say "Installing on this system: $*"
    ((EUID == 0)) || sudo -v || give_up "Installing needs the administrator's password."
    step "Package lists" as_root apt-get update || explain_failure "Reading the package lists"
    step "Packages" as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install --yes --no-install-recommends "$@" || explain_failure "Installing the packages"
}
