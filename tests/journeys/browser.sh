#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Stands in for the system's browser: opens the demonstration bank's page and presses its button, as a person would.
#   browser.sh FOLDER ADDRESS
# In FOLDER: gateway-result, if it is there, is the button pressed at the card gateway; bank-amount, if it is there, is typed instead of the amount that the page proposes; what was opened goes to
# bank-opened, the pages and their headers to bank-page.html, bank-headers and bank-answer.html (last, and whole).
set -eu
folder=$1
address=$2
printf '%s\n' "$address" >>"$folder/bank-opened"

field () {
  sed -n "s/.*name=\"$1\"[^>]* value=\"\([^\"]*\)\".*/\1/p" "$folder/bank-page.html"
}

jar=$(mktemp)
trap 'rm -f "$jar"' EXIT
curl --silent --show-error --fail --cookie-jar "$jar" --dump-header "$folder/bank-headers" \
  --output "$folder/bank-page.html" "$address"
case $address in */local/bank/gateway*)
  # What is not asked for is only looked at.
  result=$(cat "$folder/gateway-result" 2>/dev/null) || exit 0
  curl --silent --show-error --fail --location --cookie "$jar" --data-urlencode "csrf=$(field csrf)" \
    --data-urlencode "result=$result" --output "$folder/bank-answer.part" "${address%%\?*}"
  mv "$folder/bank-answer.part" "$folder/bank-answer.html"
  exit 0 ;;
esac
amount=$(cat "$folder/bank-amount" 2>/dev/null || field amount)
curl --silent --show-error --fail --cookie "$jar" --data-urlencode "csrf=$(field csrf)" \
  --data-urlencode "amount=$amount" --output "$folder/bank-answer.part" "$address"
mv "$folder/bank-answer.part" "$folder/bank-answer.html"
