#!/usr/bin/env bash
# Builds the benchmarks with preset release and runs them one after the other on an otherwise idle machine.
# usage: packaging/bench.sh [NAME...]      (default: all of them)
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

install_missing "${build_packages[@]}" "${run_packages[@]}"
say "Building with preset release"
configure release -DVERBALE_BUILD_TESTS=ON -DVERBALE_BUILD_BENCH=ON
build release

programs=()
if [ "$#" -gt 0 ]; then
    for name in "$@"; do
        programs+=("$root/build/release/bench/bench_$name")
    done
else
    programs=("$root"/build/release/bench/bench_*)
fi

failed=()
for program in "${programs[@]}"; do
    [ -x "$program" ] || fail "no such benchmark: $program"
    say "${program##*/bench_}"
    QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$program" || failed+=("${program##*/bench_}")
done
[ "${#failed[@]}" -eq 0 ] || fail "a promised figure was not reached: ${failed[*]}"
