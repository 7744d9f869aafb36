#!/usr/bin/env bash
# Compiles public headers alone, each as a source of its own: none may lean on what another includes before it.
# usage: packaging/check_headers.sh [PRESET [LIBRARY]]      (default: ci, the headers of every library)
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

[ "$#" -le 2 ] || fail "usage: packaging/check_headers.sh [PRESET [LIBRARY]]"
preset=${1:-ci}
[ -e "$root/build/$preset/CMakeCache.txt" ] || fail "build preset $preset first: cmake --preset $preset"
build "$preset" "${2:-all}_verify_interface_header_sets"
