#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every quick test.
# usage: packaging/test.sh [PRESET]      (default: ci)
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

[ "$#" -le 1 ] || fail "usage: packaging/test.sh [PRESET]"
preset=${1:-ci}

install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"

say "Building everything with preset $preset"
configure "$preset" -DVERBALE_BUILD_TESTS=ON -DVERBALE_BUILD_BENCH=ON
build "$preset"

say "Testing"
ctest --test-dir "$root/build/$preset" --output-on-failure --no-tests=error --label-exclude long --parallel "$cores"
