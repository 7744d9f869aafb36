#!/usr/bin/env bash
# Tries machine translation with peers of other makes: WireMock, Apertium, nginx, tinyproxy and more; kills the program,
# fills its disk, looks for its keys. Gets what it needs from Debian and npm; what cannot be had is skipped and said so.
# usage: packaging/live_peers.sh [PRESET [TEST...]]      (default: ci; faults peers survival canary silence)
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

preset=${1:-ci}
[ "$#" -eq 0 ] || shift
install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
for package in "${live_packages[@]}"; do
    (install_missing "$package") || say "Not to be had: $package; what needs it is skipped"
done

peers="$root/build/$preset/live"
for package in wiremock@3.13.2 @dwmkerr/mock-llm@0.1.29; do
    [ ! -e "$peers/node_modules/${package%@*}/package.json" ] || continue
    mkdir -p "$peers"
    (quietly npm-install.log npm install --prefix "$peers" --no-audit --no-fund --ignore-scripts "$package") ||
        say "Not to be had: $package; what needs it is skipped"
done

say "Building with preset $preset"
configure "$preset" -DVERBALE_BUILD_TESTS=ON -DVERBALE_BUILD_BENCH=ON
build "$preset" verbale verbale-plugin-host verbale-workbench verbale_plugin_machine_translation \
    verbale_plugin_glossary_alignment

names=$(printf '|%s' "$@")
say "Testing"
ctest --test-dir "$root/build/$preset" -C live -L live --output-on-failure --no-tests=error \
    --tests-regex "^live_(${names:1})" --verbose
