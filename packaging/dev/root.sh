# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# The build root: a Debian 13 tree in the cache. A small tree is made by mmdebstrap and renamed
# when whole; the packages of packaging/debian-packages.txt are then added by its own apt, which
# goes on where it was stopped and adds what a changed list asks for. bubblewrap enters it.

root=$cache/debian-13
stamp=$cache/debian-13.packages
needed_kb=$((8 * 1024 * 1024))

list_hash() {
    package_list | sha256sum | cut -d' ' -f1
}

root_is_ready() {
    [[ ${TCHAP_DEV_NATIVE:-} != yes && -d $root ]] && root_tools_present &&
        [[ $(cat "$stamp" 2>/dev/null) == "$(list_hash)" ]]
}

prepare_root() {
    root_is_ready && return 0
    exec 9>"$cache/lock"
    if ! flock -n 9; then
        say "Another ./dev prepares the build root; waiting for it."
        flock 9
    fi
    root_tools_present || install_here mmdebstrap bubblewrap
    check_namespaces
    [[ -d $root ]] || make_root
    if ! root_is_ready; then
        mkdir -p "$cache/debs"
        step "Adding the packages to the build root (about 4 minutes when new)" in_chroot refresh ||
            explain_failure "Adding packages to the build root"
        list_hash >"$stamp"
    fi
    exec 9>&-
}

root_tools_present() {
    command -v mmdebstrap >/dev/null && command -v bwrap >/dev/null
}

check_namespaces() {
    if ((EUID == 0)); then
        bwrap --bind / / true 2>/dev/null ||
            give_up "This container does not allow mounts; a build root needs real root or user namespaces."
    else
        bwrap --bind / / true 2>/dev/null && unshare --map-root-user --map-auto --mount true 2>/dev/null ||
            give_up "User namespaces are not available to this account (see sysctl kernel.unprivileged_userns_clone, /etc/subuid); run ./dev as root or allow them."
    fi
}

make_root() {
    local free mode=unshare
    free=$(df -Pk "$cache" | awk 'NR == 2 { print $4 }')
    ((free >= needed_kb)) ||
        give_up "Not enough space: $cache needs 8 GB and has $((free / 1024 / 1024)) GB."
    ((EUID == 0)) && mode=root
    say "This system does not bring Qt 6.8: making a Debian 13 build root in $cache."
    remove_tree "$root.partial"
    step "Debian 13 base (about 1 minute)" mmdebstrap --mode="$mode" --variant=apt --format=directory \
        --include=ca-certificates --aptopt='APT::Install-Recommends "false"' \
        trixie "$root.partial" ${TCHAP_DEV_MIRROR:+"$TCHAP_DEV_MIRROR"} ||
        explain_failure "Making the build root"
    mv "$root.partial" "$root"
    rm -f "$stamp"
}

# Runs a function of chroot.sh as the tree's own root user.
in_chroot() {
    local ids=()
    ((EUID == 0)) || ids=(--map-root-user --map-auto)
    package_list | tr '\n' ' ' >"$cache/wanted"
    unshare "${ids[@]}" --mount --propagation private -- bash "$parts/chroot.sh" "$root" "$cache" "$1"
}

# The files of a tree made without root belong to other user numbers.
remove_tree() {
    [[ -e $1 ]] || return 0
    if ((EUID == 0)); then
        rm -rf --one-file-system "$1"
    else
        unshare --map-root-user --map-auto rm -rf --one-file-system "$1"
    fi
}

forget_cache() {
    remove_tree "$cache/debian-13"
    remove_tree "$cache/debian-13.partial"
    rm -rf "$cache"/{ccache,debs,debian-13.packages,lock,step.log,wanted,passwd} \
        "$cache"/{synapse,jspeer,demo}{-*,.lock}
    rmdir "$cache" 2>/dev/null || true
}

# enter_root COMMAND...: everything of the host is visible but its system folders.
enter_root() {
    local binds=(--tmpfs / --dev-bind /dev /dev --proc /proc --ro-bind /sys /sys --tmpfs /run) path
    for path in usr etc var; do
        binds+=(--bind "$root/$path" "/$path")
    done
    for path in bin sbin lib lib32 lib64; do
        [[ -L $root/$path ]] && binds+=(--symlink "$(readlink "$root/$path")" "/$path")
    done
    for path in /*; do
        case $path in
        /bin | /sbin | /lib* | /usr | /etc | /var | /dev | /proc | /sys | /run | /boot | /lost+found) ;;
        *) [[ -d $path && ! -L $path ]] && binds+=(--bind "$path" "$path") ;;
        esac
    done
    host_binds
    exec bwrap "${binds[@]}" "${environment[@]}" --chdir "$PWD" --die-with-parent "$@"
}

# What of the host's system folders must be seen: certificates, names, sockets, homes in odd places.
host_binds() {
    local path name value
    for path in /etc/ssl/certs /usr/share/ca-certificates /usr/local/share/ca-certificates /etc/pki \
        /etc/hosts /etc/pip.conf; do
        bind_at "$path" "$path"
    done
    bind_at "$(readlink -f /etc/resolv.conf)" /etc/resolv.conf
    bind_at "$(user_names)" /etc/passwd
    while IFS='=' read -r name value; do
        [[ $name == *CERT* || $name == *_CA_* || $name == *CA_BUNDLE* || $name == *CAINFO* ||
            $name == *ROOTS* || $name == PIP_* || $name == XAUTHORITY ]] && bind_at "$value" "$value"
    done < <(env)
    for path in "$HOME" "${TMPDIR:-/tmp}" /var/tmp "$checkout" "$cache" "$PWD" "${XDG_RUNTIME_DIR:-}"; do
        [[ $path == /* && -d $path ]] && binds+=(--bind "$path" "$path")
    done
    path=$(readlink -f /etc/localtime || true)
    environment=(--setenv TCHAP_DEV_INSIDE root --setenv TZ "${TZ:-${path#*/zoneinfo/}}" --setenv LC_CTYPE C.UTF-8 --unsetenv LC_ALL
        --setenv PATH "/usr/lib/qt6/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"
        --unsetenv LD_LIBRARY_PATH --unsetenv LD_PRELOAD --unsetenv PYTHONHOME --unsetenv PYTHONPATH)
}

# Only over what the tree has there, or where a mount point can be made; links are not followed,
# for they would be read on the wrong side.
bind_at() {
    [[ $1 == /* && -e $1 ]] || return 0
    case $2 in
    /etc/* | /usr/* | /var/*)
        [[ ! -L $root$2 ]] && [[ -e $root$2 || -w $root/etc ]] || return 0
        ;;
    esac
    binds+=(--ro-bind "$1" "$2")
}

# The caller must have a name inside, or the desktop bus does not talk to them.
user_names() {
    if ((EUID == 0)); then
        echo "$root/etc/passwd"
        return
    fi
    { cat "$root/etc/passwd" && getent passwd "$EUID"; } >"$cache/passwd"
    echo "$cache/passwd"
}
