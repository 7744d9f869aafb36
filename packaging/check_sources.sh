#!/usr/bin/env bash
# clang-tidy over the sources of app, glossary and plugins, with the compile commands of a preset that is built.
# usage: packaging/check_sources.sh [PRESET] [FILE...]      (default: ci, every source file)
# Most of clang-tidy's time goes into the library headers that a source includes, so several sources are read as one
# where none declares what another does; where something is found in such a batch, its sources are read alone.
# VERBALE_TIDY_CHECKS adds to the checks of .clang-tidy: the gate leaves the path-sensitive analyzer and the search for
# parameters that are copied for nothing out, which take three times as long as all the others.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
cd -- "$root"

preset=${1:-ci}
[ "$#" -eq 0 ] || shift
commands="build/$preset/compile_commands.json"
[ -e "$commands" ] || fail "build preset $preset first: cmake --preset $preset"
files=("$@")
[ "${#files[@]}" -gt 0 ] || mapfile -t files < <(git ls-files 'app/*.cpp' 'glossary/*.cpp' 'plugins/*.cpp')

batches="build/$preset/tidy"
rm -rf "$batches"
mkdir -p "$batches"

awk -v largest=20 -v strict=1 -f packaging/batches.awk "${files[@]}" >"$batches/plan"

# Each batch is a source of its own with the definitions and include paths of all its members.
while read -r batch file; do
    printf '#include "%s/%s"\n' "$root" "$file" >>"$batches/batch$batch.cpp"
done <"$batches/plan"
awk -v root="$root" -v folder="$root/$batches" '
    # The definitions, include paths and warnings of a compile command; g++ alone can read its precompiled headers.
    function flags(command,    tokens, token, t, flag, all) {
        tokens = split(command, token, " ")
        for (t = 1; t <= tokens; ++t) {
            flag = token[t]
            if (flag == "-isystem")
                flag = flag " " token[++t]
            if (flag ~ /^-(D|I|isystem|std|f|W)/ && flag != "-Winvalid-pch" && !(flag in seen)) {
                seen[flag] = 1
                all = all " " flag
            }
        }
        return all
    }
    function entry(file, options) {
        printf "%s{\"directory\": \"%s\", \"file\": \"%s\", \"command\": \"clang++-14%s -c %s\"}\n",
               comma, folder, file, options, file
        comma = ","
    }
    FNR == NR { members[$1] = members[$1] " " root "/" $2; next }
    /"command":/ { command = $0 }
    /"file":/ {
        file = $0
        sub(/^[^:]*: "/, "", file)
        sub(/",?$/, "", file)
        commands[file] = command
        while (file ~ /\/Unity\/unity_/ && (getline line < file) > 0) {
            if (line ~ /^#include "/)
                commands[substr(line, 11, length(line) - 11)] = command
        }
    }
    END {
        print "["
        for (batch in members) {
            together = ""
            count = split(members[batch], names, " ")
            for (i = 1; i <= count; ++i) {
                split("", seen)
                entry(names[i], flags(commands[names[i]]))
                together = together " " commands[names[i]]
            }
            split("", seen)
            entry(folder "/batch" batch ".cpp", flags(together))
        }
        print "]"
    }' "$batches/plan" "$commands" >"$batches/compile_commands.json"

# tidy FILE...: one a process, the cores kept busy; what it says of FILE goes to $batches/FILE.log. clang does not know
# some of g++'s warning names: no finding. Names that hide others are g++'s to find: in a batch they may be of two sources.
tidy() {
    # shellcheck disable=SC2016  # the inner shell expands these
    printf '%s\0' "$@" |
        xargs -0 -r -n 1 -P "$cores" bash -c 'log="$0/${3//\//_}.log"
            clang-tidy-14 --quiet -p "$0" --extra-arg=-Wno-unknown-warning-option --extra-arg=-Wno-shadow \
                "--header-filter=$1" "--checks=$2" "$3" >"$log" 2>&1 || touch "$log.failed"' \
            "$batches" '(app|glossary|plugins)/.*\.(h|cpp)$' \
            "${VERBALE_TIDY_CHECKS:+$VERBALE_TIDY_CHECKS,}-bugprone-suspicious-include"
}
tidy "$batches"/batch*.cpp

# What is found in a batch may come of the company that a source keeps there (a name that hides another's): only what
# is found in a source that is read alone counts.
alone=()
for mark in "$batches"/*batch*.cpp.log.failed; do
    [ -e "$mark" ] || continue
    batch=${mark##*batch}
    mapfile -t -O "${#alone[@]}" alone < <(sed -n "s/^${batch%.cpp.log.failed} //p" "$batches/plan")
    rm -f "$mark" "${mark%.failed}"
done
if [ "${#alone[@]}" -gt 0 ]; then
    say "Read once more, each alone: ${#alone[@]} sources"
    tidy "${alone[@]}"
fi

failed=("$batches"/*.failed)
[ -e "${failed[0]}" ] || exit 0
for mark in "${failed[@]}"; do
    sed -E '/^[0-9]+ (warnings?|errors?).*(generated|treated as errors)\.?$/d; /^Suppressed /d; /^Use -header-filter/d' "${mark%.failed}"
done
exit 1
