#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program on a session bus of its own with a home of its own, without display, and leaves
# nothing behind.
#   run-with-keyring.sh KEYRING PROGRAM [ARGS]
# KEYRING: unlocked; locked (made before, nobody has unlocked it); none (a bus that can start no
# service); no-bus.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
password=onesme-test

start_keyring () {
  # What is fatal to our program need not be to the daemon.
  printf '%s' "$password" | env -u G_DEBUG gnome-keyring-daemon "$@" --components=secrets --foreground >/dev/null 2>&1 &
  keyring=$!
  gdbus wait --session --timeout 20 org.freedesktop.secrets
}

if [ "$1" = --inside ]; then
  kind=$2
  shift 2
  keyring=
  case $kind in
    unlocked) start_keyring --unlock ;;
    locked)
      start_keyring --unlock
      kill "$keyring"
      wait "$keyring" || true
      start_keyring --start ;;
  esac
  status=0
  "$@" || status=$?
  [ -z "$keyring" ] || kill "$keyring" 2>/dev/null || true
  exit "$status"
fi

kind=$1
shift
home=$(mktemp -d "${TMPDIR:-/tmp}/onesme-test-XXXXXX")
# Daemons that the bus started end when it goes, and some still write then: hence the second try.
trap 'rm -rf "$home" 2>/dev/null || { sleep 0.5; rm -rf "$home"; }' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

# An activated daemon inherits the bus's environment, so all this comes before the bus.
mkdir -m 700 "$home/run"
mkdir "$home/home" "$home/services"
export HOME=$home/home XDG_RUNTIME_DIR=$home/run
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share
export XDG_CACHE_HOME=$HOME/.cache XDG_STATE_HOME=$HOME/.local/state
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS XAUTHORITY SESSION_MANAGER SECRET_BACKEND

# The bus starts nothing by itself: what the test does not bring along is not there.
cat >"$home/bus.conf" <<XML
<busconfig>
  <type>session</type>
  <listen>unix:dir=$home/run</listen>
  <servicedir>$home/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
XML

status=0
if [ "$kind" = no-bus ]; then
  DBUS_SESSION_BUS_ADDRESS=unix:path=$home/run/nothing "$@" || status=$?
else
  dbus-run-session --config-file="$home/bus.conf" -- "$here/run-with-keyring.sh" --inside "$kind" "$@" || status=$?
fi
exit "$status"
