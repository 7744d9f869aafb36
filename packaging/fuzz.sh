#!/usr/bin/env bash
# Builds the fuzzing programs with clang and lets each run for a while. What it finds lies in build/fuzz/findings.
# usage: packaging/fuzz.sh [SECONDS [NAME...]]      (default: 60 seconds each, all of them)
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

seconds=${1:-60}
[[ $seconds =~ ^[0-9]+$ ]] || fail "usage: packaging/fuzz.sh [SECONDS [NAME...]]"
[ "$#" -eq 0 ] || shift
install_missing "${build_packages[@]}" "${clang_packages[@]}"

say "Building with preset fuzz"
configure fuzz
build fuzz

findings="$root/build/fuzz/findings"
mkdir -p "$findings"
programs=()
if [ "$#" -gt 0 ]; then
    for name in "$@"; do
        programs+=("$root/build/fuzz/fuzz/fuzz_$name")
    done
else
    programs=("$root"/build/fuzz/fuzz/fuzz_*)
fi

failed=()
for program in "${programs[@]}"; do
    [ -x "$program" ] || fail "no such fuzzing program: $program"
    name=${program##*/fuzz_}
    corpus="$root/build/fuzz/corpus/$name"
    mkdir -p "$corpus"
    seeds=()
    [ ! -d "$root/tests/fuzz/corpus/$name" ] || seeds=("$root/tests/fuzz/corpus/$name")
    say "$name, $seconds s"
    # ICU and Qt keep tables until the process ends, so leaks are looked for by packaging/sanitizers.sh instead.
    log="$root/build/logs/fuzz-$name.log"
    "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -detect_leaks=0 -print_final_stats=1 \
        -artifact_prefix="$findings/$name-" "$corpus" "${seeds[@]}" >"$log" 2>&1 || failed+=("$name")
    grep -E '^(==|SUMMARY|Test unit|stat::)|ERROR|runtime error' "$log" || true
done
[ "${#failed[@]}" -eq 0 ] || fail "found something in: ${failed[*]} (see $findings)"
