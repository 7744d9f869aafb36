#!/usr/bin/env bash
# clang-tidy over the sources of app, glossary and plugins, with the compile commands of a preset that is built.
# usage: packaging/check_sources.sh [PRESET] [FILE...]      (default: ci, every source file)
# VERBALE_TIDY_CHECKS adds to the checks of .clang-tidy: the gate leaves the path-sensitive analyzer out, which takes a
# third of the time.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
cd -- "$root"

preset=${1:-ci}
[ "$#" -eq 0 ] || shift
[ -e "build/$preset/compile_commands.json" ] || fail "build preset $preset first: cmake --preset $preset"
files=("$@")
[ "${#files[@]}" -gt 0 ] || mapfile -t files < <(git ls-files 'app/*.cpp' 'glossary/*.cpp' 'plugins/*.cpp')

# One file a process, the cores kept busy. clang does not know some of g++'s warning names: that is no finding.
printf '%s\0' "${files[@]}" |
    xargs -0 -r -n 1 -P "$cores" clang-tidy-14 --quiet -p "build/$preset" --extra-arg=-Wno-unknown-warning-option \
        ${VERBALE_TIDY_CHECKS:+"--checks=$VERBALE_TIDY_CHECKS"} 2>&1 |
    sed -E '/^[0-9]+ warnings? (generated|treated as errors)\.?$/d; /^Suppressed /d; /^Use -header-filter/d'
