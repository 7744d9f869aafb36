#!/usr/bin/env bash
# Makes the Debian packages of a preset that is built, unpacks them into an empty folder, and works with what lies
# there as a user and as a plugin author would. Nothing is installed.
# usage: packaging/check_package.sh [PRESET]      (default: release)
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"

preset=${1:-release}
build="$root/build/$preset"
[ -e "$build/CPackConfig.cmake" ] || fail "build preset $preset first"
rm -rf -- "$build/packages"
(cd -- "$build" && quietly cpack.log cpack --config CPackConfig.cmake)

place=$(mktemp -d)
trap 'rm -rf -- "$place"' EXIT
for package in "$build"/packages/*.deb; do
    say "$(basename -- "$package"): $(dpkg-deb -f "$package" Depends)"
    dpkg-deb -x "$package" "$place/a root"
done

# As a user: nothing of the build or of this user's settings is in sight.
bare() { env -i HOME="$place/home" PATH="$place/a root/usr/bin:/usr/bin:/bin" LC_ALL=C.UTF-8 "$@"; }
mkdir "$place/home"
cd -- "$place/home"
bare verbale --version
bare verbale plugins list | tee plugins.txt
bare verbale plugins list --json >plugins.json
grep -qF "$place/a root/usr/" plugins.json || fail "the installed program does not find the installed plugins"
grep -q '"running"\|"resolved"' plugins.json || fail "no installed plugin can be used"
cp -- "$place/a root/usr/share/verbale/sample/thong-cao-mau.txt" sample.txt
bare verbale draft sample.txt
[ -s sample.xlf ] || fail "the installed program made no draft"
bare env QT_QPA_PLATFORM=offscreen verbale-workbench --version

# As a plugin author: every header of the SDK compiles against the installed package.
mkdir "$place/plugin"
cd -- "$place/plugin"
cat >CMakeLists.txt <<'END'
cmake_minimum_required(VERSION 3.25)
project(author CXX)
find_package(VerbaleSdk 1.0 REQUIRED)
add_library(author MODULE author.cpp)
target_link_libraries(author PRIVATE Verbale::Sdk)
END
(cd -- "$place/a root/usr/include" && find verbale -name '*.h' -printf '#include <%p>\n') >author.cpp
quietly package-sdk.log cmake -G Ninja -B build -DCMAKE_PREFIX_PATH="$place/a root/usr"
quietly package-sdk.log cmake --build build

# And as the plugin author's guide says, in C++ and in Python: written, built, checked, asked.
for language in cpp python; do
    id=org.example.$language
    quietly package-sdk.log bare verbale plugins new "$id" --language $language --provides suggest
    built=$id
    if [ $language = cpp ]; then
        quietly package-sdk.log cmake -G Ninja -S "$id" -B "$id/build" -DCMAKE_PREFIX_PATH="$place/a root/usr"
        quietly package-sdk.log cmake --build "$id/build"
        built=$id/build/plugins/$id
    fi
    bare verbale plugins check "$built"
    echo 'Xin trân trọng cảm ơn.' | bare verbale plugins run "$built" --interface suggest | grep -F '"Thank you."'
done
say "The packages work: $build/packages"
