#!/usr/bin/env bash
# Makes docs/images/workbench-light.png and workbench-dark.png from the real program, with the bundled sample, on a
# screen of its own.
# usage: packaging/screenshot.sh [PROGRAM]     (default: build/dev/bin/verbale-workbench)
# needs: xvfb openbox xdotool imagemagick
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname -- "${BASH_SOURCE[0]}")/common.sh"
cd -- "$root"

program=$(realpath -- "${1:-build/dev/bin/verbale-workbench}")
work=$(mktemp -d)
pids=()
clean_up() {
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf -- "$work"
}
trap clean_up EXIT

mkdir -p "$work/config/verbale" "$work/documents"
export HOME=$work XDG_CONFIG_HOME=$work/config XDG_STATE_HOME=$work/state XDG_DATA_HOME=$work/data
export QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8 QT_SCALE_FACTOR=1
unset QT_QPA_PLATFORMTHEME QT_STYLE_OVERRIDE

exec 3>"$work/display"
Xvfb -displayfd 3 -screen 0 1366x768x24 >"$work/xvfb.log" 2>&1 &
pids+=($!)
for _ in $(seq 50); do [ -s "$work/display" ] && break; sleep 0.1; done
DISPLAY=:$(cat "$work/display")
export DISPLAY
openbox >"$work/openbox.log" 2>&1 &
pids+=($!)
sleep 1

type_text() { xdotool type --delay 12 -- "$1"; sleep 0.3; }
press() { for key in "$@"; do xdotool key --clearmodifiers "$key"; sleep 0.35; done; }

picture() {
    local scheme=$1 out=$2
    rm -rf -- "$work/documents/"*
    cp docs/sample/thong-cao-mau.txt "$work/documents/thong-cao-mau.txt"
    printf '{"colourScheme": "%s", "interfaceLanguage": "en"}\n' "$scheme" >"$work/config/verbale/settings.json"
    "$program" "$work/documents/thong-cao-mau.txt" 2>"$work/program.log" &
    local pid=$!
    pids+=("$pid")
    local window
    window=$(xdotool search --sync --onlyvisible --name 'Verbale' | tail -n 1)
    xdotool windowsize "$window" 1366 748
    xdotool windowmove "$window" 0 0
    xdotool windowactivate --sync "$window"
    sleep 4
    type_text 'Autumn Dialogue: ASEAN and partners stand up for multilateralism'
    press ctrl+Return
    type_text 'On the afternoon of 2 October, the closing session of the Autumn Dialogue on regional cooperation was held online, with 180 delegates from 21 countries and international organisations attending.'
    press ctrl+Return
    type_text 'The closing session of the Autumn Dialogue, seen from Ha Noi.'
    press ctrl+Return
    type_text '(Photo: Minh Thu)'
    press ctrl+Return
    type_text 'According to the '
    press alt+1
    sleep 1
    xdotool mousemove 1360 740
    sleep 1
    import -window "$window" "$work/shot.png"
    convert "$work/shot.png" -strip +dither -colors 255 -define png:compression-level=9 "png8:$out"
    kill "$pid"
    wait "$pid" 2>/dev/null || true
    printf '%s: %s bytes\n' "$out" "$(stat -c %s "$out")"
}

mkdir -p docs/images
picture light docs/images/workbench-light.png
picture dark docs/images/workbench-dark.png
