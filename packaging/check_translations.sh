#!/usr/bin/env bash
# Reads the user interface's strings from the sources, as lupdate would, and prints those that a translation lacks.
# Nothing in the tree is changed.
# usage: packaging/check_translations.sh
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
cd -- "$root"

lupdate=/usr/lib/qt6/bin/lupdate
[ -x "$lupdate" ] || lupdate=$(command -v lupdate6 || command -v lupdate)
copy=$(mktemp -d)
trap 'rm -rf -- "$copy"' EXIT

unfinished=0
for translation in translations/*.ts; do
    name=${translation##*/}
    cp -- "$translation" "$copy/$name"
    case $name in
    verbale_en.ts) continue ;; # the sources are English; this file holds plural forms alone
    verbale_*.ts) "$lupdate" -silent -no-obsolete -locations none -I app app/workbench app/programs -ts "$copy/$name" ;;
    esac
    count=$(grep -c 'type="unfinished"' "$copy/$name" || true)
    if [ "$count" -gt 0 ]; then
        printf '%s: %d strings are not translated:\n' "$translation" "$count"
        grep -B 3 'type="unfinished"' "$copy/$name" | sed -n 's/ *<source>\(.*\)<\/source>/    \1/p' | head -n 20
        unfinished=$((unfinished + count))
    fi
done
[ "$unfinished" -eq 0 ]
