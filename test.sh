#!/usr/bin/env bash
# Installs what the tests need from Debian when it is missing, then runs every test.
#   ./test.sh            all tests
#   ./test.sh machine    the machine whole: both Debians booted from bare, package, deployment, ARM; all tests hold a part of it
#   ./test.sh bare       all tests on a bare Debian 12, fetched by debootstrap: there a test cannot use what happens to be installed; for root
#   ./test.sh bench      measures instead (docs/performance.md says what)
#   ./test.sh load       five tablets and a kiosk at work for ten minutes
#   ./test.sh soak       half a year of visits in some minutes; writes docs/reliability.md and its chart
#   ./test.sh access     axe on every page in every language and every mode, some minutes; all tests hold a part of it
#   ./test.sh pictures   takes a picture of every screen into artifacts/pictures
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

if [ "${1:-}" = bare ]; then exec Kiosk.Tests/Support/Machine/bare.sh bookworm ./test.sh; fi

# What the tests use beside what the kiosk itself needs, which stands in assets/packages.txt.
packages=(
  zbar-tools zxing-cpp-tools tesseract-ocr tesseract-ocr-fra tesseract-ocr-nld # read slips as strangers do
  librsvg2-bin poppler-utils                                                   # draw drawings, read PDF files
  cups cups-client printer-driver-cups-pdf                                     # a print server that prints into files
  python3-recurring-ical-events                                                # reads our calendars as others do
  xvfb xdotool                                                                 # a display, keys and a mouse
  systemd mount debootstrap slirp4netns                                        # a bare Debian that is booted, and its network
  qemu-user-static                                                             # and one for a Raspberry Pi
  git lintian openssh-client                                                   # the package, and its deployment over ssh
)
case "${1:-}" in
  bench) packages+=(nginx-light) ;;
  pictures) packages+=(chromium-l10n); export LANGUAGE=fr ;; # a browser that writes the time as the house does
esac

missing=()
is_installed() { [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
while IFS= read -r names; do # "a | b": one thing under its names in Debian 12 and Debian 13
  found=
  for name in ${names//|/ }; do is_installed "$name" && found=1; done
  [ -n "$found" ] || missing+=("$names")
done < <(sed -E '/^#|^$/d; s/: .*//' assets/packages.txt; printf '%s\n' "${packages[@]}")

if [ ${#missing[@]} -gt 0 ]; then
  as_root=""; [ "$(id -u)" = 0 ] || as_root=sudo
  $as_root apt-get update -qq
  install=()
  for names in "${missing[@]}"; do
    for name in ${names//|/ }; do
      if apt-cache show --no-all-versions "$name" >/dev/null 2>&1; then install+=("$name"); break; fi
    done
  done
  echo "Installing from Debian: ${install[*]}"
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends "${install[@]}" >/dev/null
fi

case "${1:-}" in
  bench)    exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Bench" --logger "console;verbosity=detailed" ;;
  soak)     # in memory: it looks for what grows and what is lost, and a disk would make it five times as long
    export TMPDIR=/dev/shm
    exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Soak" --logger "console;verbosity=detailed" ;;
  load)     exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Load" --logger "console;verbosity=detailed" ;;
  machine)  exec dotnet test Kiosk.sln -c Release --filter "FullyQualifiedName~Setups|FullyQualifiedName~Arm64Tests" --logger "console;verbosity=detailed" ;;
  access)   exec dotnet test Kiosk.sln -c Release --filter "FullyQualifiedName~Browser.AccessibilityTests" --logger "console;verbosity=detailed" ;;
  pictures) exec dotnet test Kiosk.sln -c Release --filter "TestCategory=Pictures" --logger "console;verbosity=detailed" ;;
esac

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test Kiosk.sln -c Release --filter "TestCategory!=Bench&TestCategory!=Pictures&TestCategory!=Load&TestCategory!=Access&TestCategory!=Machine&TestCategory!=Soak" --blame-hang-timeout 10m --blame-hang-dump-type none 2>&1 | tee "$log" || status=$?

[ ! -e artifacts/tests/slowest.txt ] || head -n 11 artifacts/tests/slowest.txt # the ten slowest fixtures

# The last line says it in words a machine can read too.
sed -nE 's/.*Failed: *([0-9]+), Passed: *([0-9]+), Skipped: *([0-9]+).*/\2 passed, \1 failed, \3 skipped/p' "$log" | tail -n 1
exit "$status"
