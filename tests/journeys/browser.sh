#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands in for the system's browser: opens the demonstration bank's page and presses its button, as a person would.
#   browser.sh FOLDER ADDRESS
#   browser.sh FOLDER held:NAME
# In FOLDER: gateway-result, if it is there, is the button pressed at the card gateway; bank-amount and bank-reference,
# if they are there, are typed instead of what the page proposes; bank-hold, if it is there, holds a NAME, under which
# the next page of the bank stays open until held:NAME presses its button. What was opened goes to bank-opened, the
# pages and their headers to bank-page.html, bank-headers and bank-answer.html (last, and whole).
set -eu
folder=$1
address=$2
jar=$(mktemp)
page=$folder/bank-page.html
trap 'rm -f "$jar"' EXIT

field () {
  sed -n "s/.*name=\"$1\"[^>]* value=\"\([^\"]*\)\".*/\1/p" "$page"
}

# press ADDRESS FIELD...: sends the form of the page
press () {
  target=$1
  shift
  for value; do
    set -- "$@" --data-urlencode "$value"
    shift
  done
  curl --silent --show-error --fail --location --cookie "$jar" --data-urlencode "csrf=$(field csrf)" "$@" \
    --output "$folder/bank-answer.part" "$target"
  mv "$folder/bank-answer.part" "$folder/bank-answer.html"
}

transfer () {
  amount=$(cat "$folder/bank-amount" 2>/dev/null || field amount)
  reference=$(cat "$folder/bank-reference" 2>/dev/null || field reference)
  press "$1" "amount=$amount" "reference=$reference"
}

case $address in held:*)
  held=$folder/${address#held:}
  page=$held.html
  cp "$held.jar" "$jar"
  transfer "$(cat "$held.address")"
  exit 0 ;;
esac
printf '%s\n' "$address" >>"$folder/bank-opened"
curl --silent --show-error --fail --cookie-jar "$jar" --dump-header "$folder/bank-headers" --output "$page" "$address"
case $address in */local/bank/gateway*)
  # What is not asked for is only looked at.
  result=$(cat "$folder/gateway-result" 2>/dev/null) || exit 0
  press "${address%%\?*}" "result=$result"
  exit 0 ;;
esac
if name=$(cat "$folder/bank-hold" 2>/dev/null); then
  cp "$jar" "$folder/$name.jar"
  cp "$page" "$folder/$name.html"
  printf '%s' "$address" >"$folder/$name.address"
  exit 0
fi
transfer "$address"
