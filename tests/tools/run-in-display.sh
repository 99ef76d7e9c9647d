#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with a display, a session bus and a home of its own, and leaves nothing behind.
#   run-in-display.sh PROGRAM [ARGS]
# ONESME_TEST_SCREEN: the screen (1280x900x24). Set GSK_RENDERER, GTK_A11Y ... beforehand to overrule what is set here.
set -euo pipefail

home=$(mktemp -d "${TMPDIR:-/tmp}/onesme-test-XXXXXX")
xvfb=
session=

# Daemons that the bus started end when it goes, and some still write then: hence the second try.
clean_up () {
  [ -z "$session" ] || { pkill -P "$session"; kill "$session"; } 2>/dev/null || true
  [ -z "$xvfb" ] || { kill "$xvfb" && wait "$xvfb"; } 2>/dev/null || true
  rm -rf "$home" 2>/dev/null || { sleep 0.5; rm -rf "$home"; }
}
trap clean_up EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

# An activated daemon inherits the bus's environment, so all this comes before the bus.
mkdir -m 700 "$home/run" "$home/tmp"
export HOME=$home/home
mkdir "$HOME"
export XDG_RUNTIME_DIR=$home/run TMPDIR=$home/tmp
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share
export XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
mkdir -p "$XDG_CONFIG_HOME" "$XDG_DATA_HOME" "$XDG_CACHE_HOME" "$XDG_STATE_HOME"
unset WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY SESSION_MANAGER

export GDK_BACKEND=x11
export GSK_RENDERER=${GSK_RENDERER:-cairo} GDK_DEBUG=${GDK_DEBUG:-gl-disable}
export GTK_A11Y=${GTK_A11Y:-test}
export GSETTINGS_BACKEND=${GSETTINGS_BACKEND:-memory}
export GIO_USE_VFS=local
# Neither the machine's portal nor its settings decide what a test sees.
export ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0

# The server picks a free number itself, so any number of these can start at once.
mkfifo "$home/number"
Xvfb -displayfd 3 -screen 0 "${ONESME_TEST_SCREEN:-1280x900x24}" -nolisten tcp -noreset \
  3>"$home/number" 2>"$home/xvfb.log" &
xvfb=$!
read -r -t 30 number <"$home/number" || { cat "$home/xvfb.log" >&2; echo "Xvfb did not start" >&2; exit 1; }
export DISPLAY=:$number

# Without a keyring: a bus that can start the accessibility bus and nothing else.
bus=()
if [ "${ONESME_TEST_KEYRING:-}" = none ]; then
  mkdir "$home/services"
  cp /usr/share/dbus-1/services/org.a11y.*.service "$home/services/" 2>/dev/null || true
  cat >"$home/bus.conf" <<XML
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/tmp</listen>
  <servicedir>$home/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML
  bus=(--config-file="$home/bus.conf")
fi

# What the bus and its daemons say would only hide what the test says.
printf '#!/bin/sh\nexec dbus-daemon "$@" 2>"%s/bus.log"\n' "$home" >"$home/bus"
chmod +x "$home/bus"

status=0
dbus-run-session --dbus-daemon="$home/bus" "${bus[@]}" -- "$@" <&0 &
session=$!
wait "$session" || status=$?
session=
exit "$status"
