#!/usr/bin/env bash
# Checks what people read: the documents are there, name the version that is built, and their links lead somewhere.
# Prints one line a fault.
# usage: packaging/check_documents.sh
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
cd -- "$root"

faults=0
fault() {
    printf '%s\n' "$*"
    faults=$((faults + 1))
}

for document in README.md CHANGELOG.md CONTRIBUTING.md SECURITY.md LICENSE docs/manual/README.md docs/adr/README.md; do
    [ -s "$document" ] || fault "$document: missing or empty"
done

version=$(sed -n 's/^ *VERSION \([0-9.]*\)$/\1/p' CMakeLists.txt | head -n 1)
grep -qF "[$version]" CHANGELOG.md || fault "CHANGELOG.md: no heading [$version], the version that CMakeLists.txt names"
grep -qF '## [Unreleased]' CHANGELOG.md || fault "CHANGELOG.md: no heading [Unreleased]"
grep -q "<release version=\"$version\"" packaging/linux/org.verbale.Workbench.metainfo.xml ||
    fault "packaging/linux/org.verbale.Workbench.metainfo.xml: no release $version"

while IFS= read -r document; do
    while IFS= read -r link; do
        target=${link%%#*}
        case $target in
        '' | http://* | https://* | mailto:*) continue ;;
        esac
        [ -e "$(dirname -- "$document")/$target" ] || fault "$document: the link $link leads nowhere"
    done < <(grep -oE '\]\([^) ]+\)' -- "$document" | sed 's/^](//; s/)$//')
done < <(git ls-files '*.md')

for record in docs/adr/[0-9]*.md; do
    grep -qF "(${record##*/})" docs/adr/README.md || fault "docs/adr/README.md: does not list ${record##*/}"
done

[ "$faults" -eq 0 ]
