#!/usr/bin/env bash
# Starts the real window on a display of its own, opens shipped vectors, looks at what is on the screen and keeps
# pictures of it: gui/e2e.sh [FOLDER]. Needs Xvfb, xdotool and ImageMagick; .ci/install-display gets them on Debian.
set -euo pipefail
cd "$(dirname "$0")/.."
out=${1:-target/e2e}
program=${EICHRECHT_GUI:-target/debug/eichrecht-gui}
for tool in Xvfb xdotool import convert; do
    command -v "$tool" >/dev/null || { echo "$tool is not installed: the window was not started (see .ci/install-display)"; exit 0; }
done
[ -n "${EICHRECHT_GUI:-}" ] || cargo build --locked --workspace --bin eichrecht-gui
mkdir -p "$out"

work=$(mktemp -d)
started=()
cleanup() {
    for pid in "${started[@]}"; do kill "$pid" 2>/dev/null || true; done
    rm -rf "$work"
}
trap cleanup EXIT

# Without -noreset the display begins anew whenever its last client leaves, and refuses the next one meanwhile.
Xvfb -displayfd 3 -screen 0 1280x860x24 -nolisten tcp -noreset 3>"$work/display" >/dev/null 2>&1 &
started+=($!)
for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
export DISPLAY=":$(cat "$work/display")"
for _ in $(seq 100); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
# Nothing of the user's own is read or written.
export HOME="$work" XDG_DATA_HOME="$work/data" XDG_CONFIG_HOME="$work/config" LIBGL_ALWAYS_SOFTWARE=1
unset WAYLAND_DISPLAY

failed=0
fail() { echo "FAILED: $*"; failed=1; }
# preferences LANGUAGE THEME: as the window itself would have stored them.
preferences() {
    mkdir -p "$XDG_DATA_HOME/eichrecht"
    printf '{"preferences":"(language:Some(\\"%s\\"),theme:%s,zoom:1.0,ask_store:false,required_origin:\\"record\\")"}' "$1" "$2" \
        >"$XDG_DATA_HOME/eichrecht/app.ron"
}
# start FILES: the window, in its place on the screen. Sets $pid and $window.
start() {
    "$program" "$@" >"$work/log" 2>&1 &
    pid=$!
    started+=("$pid")
    window=
    for _ in $(seq 300); do
        window=$(xdotool search --pid "$pid" --onlyvisible --name eichrecht 2>/dev/null | head -1 || true)
        [ -n "$window" ] && break
        kill -0 "$pid" 2>/dev/null || { cat "$work/log"; fail "the window did not start"; return; }
        sleep 0.1
    done
    xdotool windowmove "$window" 0 0 windowsize "$window" 1280 860 windowfocus "$window"
    sleep 2
}
# keys KEYS: presses them and waits until they have shown.
keys() { xdotool key --window "$window" "$@"; sleep 1; }
# shot NAME: a picture.
shot() { import -window root "$out/$1.png"; echo "$out/$1.png"; }
# stop: ends the window the way a user does.
stop() {
    keys ctrl+q
    for _ in $(seq 50); do kill -0 "$pid" 2>/dev/null || return 0; sleep 0.1; done
    fail "ctrl+q did not end the window"
    kill "$pid" || true
}
# has NAME COLOUR / lacks NAME COLOUR: whether a picture has more than a speck of a colour.
pixels() { convert "$out/$1.png" -fill black +opaque "$2" -fill white -opaque "$2" -format '%[fx:int(mean*w*h)]' info:; }
has() { [ "$(pixels "$1" "$2")" -gt 200 ] || fail "$1 lacks $2"; }
lacks() { [ "$(pixels "$1" "$2")" -lt 20 ] || fail "$1 has $2"; }

green=#e3f4e9 strong_green=#0b6b3a amber=#fdf3d9 violet=#eeeaf8 red=#fbe6e4
v=testvectors

preferences en Light
start; shot start; lacks start $green; stop
start --key $v/demo/meter-key.pem $v/demo/session.ocmf; shot proven; has proven $green; stop
start $v/demo/receipt.xml; shot remarks; has remarks $amber
for side in 2 3 4; do keys "ctrl+$side"; shot "remarks-$side"; done
keys F2; shot keys; keys F3; shot bill; keys F4; shot history; keys F1 F12; shot about
stop
start $v/demo/session-altered.ocmf $v/keys/meter.pem; shot failed; has failed $red; lacks failed $green; lacks failed $strong_green; stop
start $v/demo/session-without-key.ocmf; shot not-checked; has not-checked $violet; lacks not-checked $green; lacks not-checked $strong_green; stop
preferences de Dark
start $v/demo/receipt.xml; shot german-dark; stop
preferences en Light
start $v/ocmf/layouts/hundred-sessions.xml; keys alt+Down alt+Down; shot many
keys ctrl+3; xdotool mousemove 560 88 click 1; sleep 1; shot many-readings

# A window nobody touches does nothing: its processor time, in hundredths of a second, over five seconds.
ticks() { awk '{print $14 + $15}' "/proc/$pid/stat"; }
before=$(ticks); sleep 5; after=$(ticks)
echo "processor time of an idle window: $((after - before)) hundredths of a second in five seconds"
stop

[ "$failed" = 0 ] && echo "The window showed what it should."
exit "$failed"
