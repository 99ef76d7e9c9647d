#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a journey: run-in-display.sh with all that a person's desktop has besides, an unlocked keyring,
# assistive technology switched on, settings that last as long as the session, and a language.
#   run-in-session.sh PROGRAM [ARGS]
# ONESME_TEST_LANGUAGE: vi (default) or en.   ONESME_TEST_KEYRING: unlocked (default), locked or none.
# ONESME_TEST_KEYRING_PID holds the keyring's process, for journeys that take it away.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
password=onesme-test

# Locales made here need no root and no change of the machine; kept between runs, since they take a second.
make_locales () {
  local dir=$1 name made
  for name in vi_VN en_US; do
    [ -d "$dir/$name.UTF-8" ] && continue
    mkdir -p "$dir"
    made=$(mktemp -d "$dir/new-XXXXXX")
    localedef -i "$name" -f UTF-8 "$made/$name.UTF-8" >/dev/null 2>&1 || true
    # Another run may have been faster.
    mv -T "$made/$name.UTF-8" "$dir/$name.UTF-8" 2>/dev/null || true
    rm -rf "$made"
    [ -d "$dir/$name.UTF-8" ] || { echo "localedef could not make $name" >&2; exit 1; }
  done
}

# start_keyring [OPTION]: returns when the service answers on the bus
start_keyring () {
  printf '%s' "$password" | gnome-keyring-daemon "$@" --components=secrets --foreground >/dev/null 2>&1 &
  keyring=$!
  gdbus wait --session --timeout 20 org.freedesktop.secrets
}

# A locked keyring is one that was made before and that nobody has unlocked in this session.
prepare_keyring () {
  keyring=
  case ${ONESME_TEST_KEYRING:-unlocked} in
    none) return ;;
    unlocked) start_keyring --unlock ;;
    locked)
      start_keyring --unlock
      kill "$keyring"
      wait "$keyring" || true
      start_keyring --start ;;
  esac
  export ONESME_TEST_KEYRING_PID=$keyring
}

if [ "${1:-}" != --inside ]; then
  export LOCPATH=${ONESME_TEST_LOCALES:-${ONESME_BUILD_ROOT:-${XDG_CACHE_HOME:-$HOME/.cache}/onesme}/test-locales}
  make_locales "$LOCPATH"
  case ${ONESME_TEST_LANGUAGE:-vi} in
    vi) language=(LANG=vi_VN.UTF-8 LC_ALL=vi_VN.UTF-8 LANGUAGE=vi) ;;
    *) language=(LANG=en_US.UTF-8 LC_ALL=en_US.UTF-8 LANGUAGE=en) ;;
  esac
  exec env "${language[@]}" GTK_A11Y=atspi GSETTINGS_BACKEND=keyfile \
    "$here/run-in-display.sh" "$here/run-in-session.sh" --inside "$@"
fi
shift
prepare_keyring
status=0
"$@" || status=$?
[ -z "$keyring" ] || kill "$keyring" 2>/dev/null || true
exit "$status"
