#!/usr/bin/env bash
# Builds and runs the quick tests with the address and undefined-behaviour sanitizers, then with the thread sanitizer.
# usage: packaging/sanitizers.sh [asan|tsan]...      (default: both)
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

presets=("$@")
[ "$#" -gt 0 ] || presets=(asan tsan)
install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}" llvm-14

# Qt and the libraries under it keep some memory until the process ends; only what Verbale itself loses is reported.
export ASAN_OPTIONS=abort_on_error=1 UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export TSAN_OPTIONS="halt_on_error=1:second_deadlock_stack=1:die_after_fork=0:suppressions=$root/packaging/tsan.supp"
symbolizer=$(command -v llvm-symbolizer-14 || true)
export ASAN_SYMBOLIZER_PATH=$symbolizer

failed=()
for preset in "${presets[@]}"; do
    say "Building everything with preset $preset"
    configure "$preset" -DVERBALE_BUILD_TESTS=ON -DVERBALE_BUILD_BENCH=OFF
    build "$preset"
    say "Testing with preset $preset"
    ctest --test-dir "$root/build/$preset" --output-on-failure --no-tests=error --parallel "$cores" ||
        failed+=("$preset")
done
[ "${#failed[@]}" -eq 0 ] || fail "not clean: ${failed[*]}"
