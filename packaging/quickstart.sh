#!/usr/bin/env bash
# From a fresh Debian 12 machine to a first bilingual draft: installs what is missing, builds Verbale, drafts the
# sample communiqué into XLIFF, shows the result and opens the window when there is a display.
# usage: packaging/quickstart.sh [--no-window]
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

window=yes
[ "${CI:-}" != true ] || window=no
for argument in "$@"; do
    case $argument in
    --no-window) window=no ;;
    *) fail "usage: packaging/quickstart.sh [--no-window]" ;;
    esac
done

install_missing "${build_packages[@]}" "${run_packages[@]}"

say "Building Verbale (a few minutes the first time)"
configure release -DVERBALE_BUILD_TESTS=OFF -DVERBALE_BUILD_BENCH=OFF
build release

verbale="$root/build/release/bin/verbale"
folder="$root/build/quickstart"
text="$folder/thong-cao-mau.txt"
xliff="$folder/thong-cao-mau.xlf"
mkdir -p "$folder"
cp -- "$root/docs/sample/thong-cao-mau.txt" "$text"

say "Drafting the sample communiqué: verbale draft ${text##*/}"
status=0
"$verbale" draft "$text" || status=$?
if [ "$status" -eq 2 ] && [ -e "$xliff" ]; then
    say "Going on with ${xliff##*/} as it stands"
elif [ "$status" -ne 0 ]; then
    exit "$status"
fi

say "The first sentences, with the terms that the glossary knows"
"$verbale" terms "$xliff" --tsv >"$folder/terms.tsv"
"$verbale" export "$xliff" --to tsv -o "$folder/sentences.tsv"
awk -F '\t' '
    FNR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
    NR == FNR { # terms: FILE#/f=f1/u=u3/s1 names the sentence
        place = $column["file"]
        sub(/.*\/u=/, "", place)
        terms[place] = terms[place] sprintf("          %s = %s\n", $column["surface"], $column["target"])
        next
    }
    shown < 6 {
        target = $column["target"]
        printf "  %2d  vi  %s\n      en  %s\n", ++shown, $column["source"], target == "" ? "..." : target
        printf "%s", terms[$column["unit"] "/" $column["segment"]]
    }' "$folder/terms.tsv" "$folder/sentences.tsv"

say "The bilingual file: $xliff"
say "To work on it: build/release/bin/verbale-workbench build/quickstart/${xliff##*/}"
if [ "$window" = yes ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    nohup "$root/build/release/bin/verbale-workbench" "$xliff" >"$folder/workbench.log" 2>&1 </dev/null &
    workbench=$!
    sleep 1
    if kill -0 "$workbench" 2>/dev/null; then
        say "The window is open"
    else
        tail -n 5 "$folder/workbench.log" >&2
        fail "the window did not open (see $folder/workbench.log)"
    fi
fi
