#!/usr/bin/env bash
# Installs what the tests need from Debian when it is missing, then runs every test.
#   ./test.sh            all tests
#   ./test.sh bench      measures instead (docs/performance.md says what)
#   ./test.sh load       five tablets and a kiosk at work for ten minutes
#   ./test.sh soak       half a year of visits in some minutes; writes docs/reliability.md and its chart
#   ./test.sh access     axe on every page in every language and every mode, some minutes; all tests hold a part of it
#   ./test.sh pictures   takes a picture of every screen into artifacts/pictures
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# command it gives : package it comes in
tools=(chromium:chromium zbarimg:zbar-tools ZXingReader:zxing-cpp-tools rsvg-convert:librsvg2-bin Xvfb:xvfb lpstat:cups-client
  pdfinfo:poppler-utils pdftotext:poppler-utils pdftoppm:poppler-utils tesseract:tesseract-ocr
  cage:cage xdotool:xdotool systemd-analyze:systemd curl:curl seatd:seatd espeak-ng:espeak-ng sox:sox)
if [ "${1:-}" = bench ]; then tools+=(nginx:nginx-light); fi

missing=()
for tool in "${tools[@]}"; do
  command -v "${tool%%:*}" >/dev/null || missing+=("${tool#*:}")
done
# library : package
for library in libsqlite3.so.0:libsqlite3-0 libpangocairo-1.0.so.0:libpangocairo-1.0-0 libpangoft2-1.0.so.0:libpangoft2-1.0-0 libcairo.so.2:libcairo2 librsvg-2.so.2:librsvg2-2; do
  ldconfig -p | grep -q "${library%%:*}" || missing+=("${library#*:}")
done
# file : package
for file in /usr/share/fonts/truetype/noto/NotoSansEthiopic-Regular.ttf:fonts-noto-core \
  /lib/systemd/systemd-timesyncd:systemd-timesyncd /usr/sbin/avahi-daemon:avahi-daemon /usr/bin/dbus-daemon:dbus /sbin/sysctl:procps \
  /usr/share/tesseract-ocr/5/tessdata/fra.traineddata:tesseract-ocr-fra /usr/share/tesseract-ocr/5/tessdata/nld.traineddata:tesseract-ocr-nld; do
  [ -e "${file%%:*}" ] || missing+=("${file#*:}")
done
[ -e /usr/lib/cups/backend/cups-pdf ] || missing+=(printer-driver-cups-pdf) # brings cups; root alone may run it
[ -e /usr/lib/python3/dist-packages/recurring_ical_events.py ] || missing+=(python3-recurring-ical-events) # reads our calendars as others do

if [ "${1:-}" = pictures ]; then # a browser that writes the time as the house does
  [ -e /usr/lib/chromium/locales/fr.pak ] || missing+=(chromium-l10n)
  export LANGUAGE=fr
fi

if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing from Debian: ${missing[*]}"
  as_root=""; [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

case "${1:-}" in
  bench)    exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Bench" --logger "console;verbosity=detailed" ;;
  soak)     # in memory: it looks for what grows and what is lost, and a disk would make it five times as long
    export TMPDIR=/dev/shm
    exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Soak" --logger "console;verbosity=detailed" ;;
  load)     exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Load" --logger "console;verbosity=detailed" ;;
  access)   exec dotnet test Kiosk.sln -c Release --filter "FullyQualifiedName~Browser.AccessibilityTests" --logger "console;verbosity=detailed" ;;
  pictures) exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Pictures" --logger "console;verbosity=detailed" ;;
esac

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test Kiosk.sln -c Release --filter "TestCategory!=Bench&TestCategory!=Pictures&TestCategory!=Load&TestCategory!=Access&TestCategory!=Soak" --blame-hang-timeout 10m --blame-hang-dump-type none 2>&1 | tee "$log" || status=$?

# The last line says it in words a machine can read too.
sed -nE 's/.*Failed: *([0-9]+), Passed: *([0-9]+), Skipped: *([0-9]+).*/\2 passed, \1 failed, \3 skipped/p' "$log" | tail -n 1
exit "$status"
