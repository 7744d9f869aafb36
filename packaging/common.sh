# shellcheck shell=bash
# What the scripts of this folder share. Sourced by them, with `set -euo pipefail` in force.

root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
cores=$(nproc)
# shellcheck source=packaging/dependencies.sh
. "$root/packaging/dependencies.sh"

# Programs read and write Vietnamese: outside a UTF-8 locale Qt would warn and a terminal would show question marks.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
*[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
*) export LC_ALL=C.UTF-8 ;;
esac

say() { printf '== %s\n' "$*"; }

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# quietly LOG COMMAND...: the output goes to build/logs/LOG; it is shown when the command fails.
quietly() {
    local log="$root/build/logs/$1"
    shift
    mkdir -p "$root/build/logs"
    if ! "$@" >"$log" 2>&1; then
        tail -n 60 "$log" >&2
        fail "this did not work: $* (the whole output: $log)"
    fi
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo "$@"
    fi
}

apt_get() { as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 "$@" </dev/null; }

# install_missing PACKAGE...: asks dpkg which of them are not installed, and apt for those alone.
install_missing() {
    local package missing=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is not a Debian system: nothing is installed. Needed are the counterparts of: $*"
        return
    fi
    for package in "$@"; do
        case $(dpkg-query -W -f '${db:Status-Status} ' "$package" 2>/dev/null || true) in
        *installed\ *) ;;
        *) missing+=("$package") ;;
        esac
    done
    [ "${#missing[@]}" -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        fail "only root can install what is missing: apt-get update && apt-get install ${missing[*]}"
    fi
    say "Installing ${#missing[@]} packages with apt: ${missing[*]}"
    quietly apt-update.log apt_get update
    quietly apt-install.log apt_get install --no-install-recommends "${missing[@]}"
}

# configure PRESET [OPTION...]: the options are given each time, so that no earlier choice lingers in the build tree.
configure() {
    local preset=$1 launcher=
    shift
    command -v ccache >/dev/null && launcher=ccache
    (cd -- "$root" && quietly "configure-$preset.log" \
        cmake --preset "$preset" "-DCMAKE_CXX_COMPILER_LAUNCHER=$launcher" "$@")
}

# build PRESET [TARGET...]: shows ninja's progress line on a terminal, and nothing but errors elsewhere.
build() {
    local preset=$1 target arguments=()
    shift
    for target in "$@"; do
        arguments+=(--target "$target")
    done
    if [ -t 1 ]; then
        cmake --build "$root/build/$preset" --parallel "$cores" "${arguments[@]}"
    else
        quietly "build-$preset.log" cmake --build "$root/build/$preset" --parallel "$cores" "${arguments[@]}"
    fi
}
