#!/usr/bin/env bash
# Installs what the tests need from Debian when it is missing, then runs them. docs/testing.md says what runs where, and why.
#   ./test.sh            what must pass before a change lands
#   ./test.sh quick      for every save: no browser, no other process, no paper read back, no voice, no years invented
#   ./test.sh everything before a release: all languages, modes, kills and voices, both Debians, the load and half a year of visits
#   ./test.sh machine    the machine whole: both Debians booted from bare, package, deployment, ARM
#   ./test.sh bare       the same as without a word, on a bare Debian 12: there a test cannot use what happens to be installed; for root
#   ./test.sh mutants    changes Kiosk.Core in some thousand places, one at a time: which does no quick test notice?
#   ./test.sh bench      measures instead (docs/performance.md says what)
#   ./test.sh load       five tablets and a kiosk at work for ten minutes
#   ./test.sh soak       half a year of visits in some minutes; writes docs/reliability.md and its chart
#   ./test.sh access     axe on every page in every language and every mode, some minutes
#   ./test.sh pictures   takes a picture of every screen into artifacts/pictures
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# .NET keeps the memory that it compiles into from being written and run at once. Without that each of some hundred programs that the tests
# start takes a tenth less; on a kiosk it stays on.
export DOTNET_EnableWriteXorExecute=0

if [ "${1:-}" = bare ]; then exec Kiosk.Tests/Support/Machine/bare.sh bookworm ./test.sh; fi

# What the tests use beside what the kiosk itself needs, which stands in assets/packages.txt.
packages=(
  zbar-tools zxing-cpp-tools tesseract-ocr tesseract-ocr-fra tesseract-ocr-nld # read slips as strangers do
  librsvg2-bin poppler-utils                                                   # draw drawings, read PDF files
  sox libsox-fmt-base opus-tools                                               # measure and read sounds as strangers do
  cups cups-client printer-driver-cups-pdf                                     # a print server that prints into files
  python3-recurring-ical-events                                                # reads our calendars as others do
  chromium-headless-shell                                                      # the kiosk's browser without windows: half the time
  xvfb xdotool                                                                 # a display, keys and a mouse
  systemd mount debootstrap slirp4netns                                        # a bare Debian that is booted, and its network
  unicode-data                                                                 # how both directions and ends of lines are to be
  git lintian openssh-client                                                   # the package, and its deployment over ssh
)
case "${1:-}" in
  bench) packages+=(nginx-light) ;;
  machine | everything) packages+=(qemu-user-static qemu-system-x86 e2fsprogs) ;; # a Raspberry Pi's kind of machine, and one whose power can be cut
  pictures) packages+=(chromium-l10n); export LANGUAGE=fr ;; # a browser that writes the time as the house does
esac

needed=$(mktemp) # "a | b": one thing under its names in Debian 12 and Debian 13
trap 'rm -f "$needed"' EXIT
{ sed -E '/^#|^$/d; s/: .*//' assets/packages.txt; printf '%s\n' "${packages[@]}"; } >"$needed"

missing=()
is_installed() { [ "$(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
while IFS= read -r names; do
  found=
  for name in ${names//|/ }; do is_installed "$name" && found=1; done
  [ -n "$found" ] || missing+=("$names")
done <"$needed"

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

# What is no test of everyday: measurements, pictures, and what a command of its own runs.
never="TestCategory!=Bench&TestCategory!=Pictures&TestCategory!=Load&TestCategory!=Soak"
usual="$never&TestCategory!=Everything&TestCategory!=Machine"
quick="$usual&TestCategory!=Browser&TestCategory!=Process&TestCategory!=Paper&TestCategory!=Voice&TestCategory!=Long"
tests=Kiosk.Tests/bin/Release/net10.0/Kiosk.Tests.dll
patience=10m # for one test
case "${1:-}" in machine | everything) patience=90m ;; esac # an emulated machine is started a dozen times
options=(--settings Kiosk.Tests/tests.runsettings --blame-hang-timeout "$patience" --blame-hang-dump-type none)

build() {
  local -x TMPDIR # of its own: the tools leave empty folders behind
  TMPDIR=$(mktemp -d)
  dotnet tool restore >/dev/null
  dotnet csharpier check . || { echo "'dotnet csharpier format .' does that."; rm -rf "$TMPDIR"; exit 1; }
  # A compiler that runs for a minute gains nothing from looking at itself; one for all three projects, even where the machine says one for
  # each, takes a fifth less.
  local status=0
  DOTNET_TieredPGO=0 dotnet build Kiosk.sln -c Release -p:UseSharedCompilation=true || status=$?
  dotnet build-server shutdown --vbcscompiler >/dev/null
  rm -rf "$TMPDIR"
  [ "$status" = 0 ] || exit "$status"
}

# Runs the tests that a filter selects, telling each of them by its name.
detailed() { build && dotnet test "$tests" "${options[@]}" --filter "$1" --logger "console;verbosity=detailed"; }

# In memory: it looks for what grows and what is lost, and a disk would make it five times as long.
soak() { TMPDIR=/dev/shm detailed "TestCategory=Soak"; }

# What a run left behind: files of ours in its temporary folder, mounts, and processes that were started by it and still are.
# What the tools it used left there (a browser, NuGet, lintian) goes with the folder.
left_behind() {
  local folder=$1 process
  find "$folder" -mindepth 1 -maxdepth 1 \( -name 'kiosk-*' -o -name 'tmp*.tmp' \)
  grep -F " $folder/" /proc/self/mounts || true
  for process in /proc/[0-9]*; do
    if grep -qz "^KIOSK_TESTS=$folder\$" "$process/environ" 2>/dev/null; then
      echo "process ${process#/proc/}: $(tr '\0' ' ' <"$process/cmdline")"
    fi
  done
}

# Builds and runs the tests that a filter selects: run FILTER [OPTION...]. What failed is run once more with a trace, which tells why and
# whether it fails every time.
run() {
  local folder log status=0 failed left looked_at=()
  build
  folder=$(mktemp -d /tmp/kt-XXXXXX) # a short name: a path to a socket has at most 107 characters
  chmod 1777 "$folder" # as the system's own: CUPS and others work there under their own names
  log=$(mktemp)
  rm -f artifacts/tests/failed.txt
  if [ "$(id -u)" = 0 ]; then looked_at=(Kiosk.Tests/Support/accidents.py "$needed" --); fi
  TMPDIR=$folder KIOSK_TESTS=$folder KIOSK_PACKAGED=yes "${looked_at[@]}" dotnet test "$tests" "${options[@]}" --filter "$@" 2>&1 | tee "$log" || status=$?
  [ ! -e artifacts/tests/slowest.txt ] || head -n 11 artifacts/tests/slowest.txt # the ten slowest fixtures
  left=$(left_behind "$folder")
  if [ -n "$left" ]; then
    printf 'The tests left behind:\n%s\n' "$left"
    status=1
  fi

  if [ -s artifacts/tests/failed.txt ]; then
    echo "Once more, with a trace in TestResults, the first of what failed:"
    failed=$(head -n 10 artifacts/tests/failed.txt | sed 's/^/FullyQualifiedName~/' | paste -s -d '|')
    TMPDIR=$folder KIOSK_PACKAGED=yes KIOSK_TRACE=1 dotnet test "$tests" "${options[@]}" --filter "($failed)&($1)" || true
  fi

  # The last line says it in words a machine can read too.
  sed -nE 's/.*Failed: *([0-9]+), Passed: *([0-9]+), Skipped: *([0-9]+).*/\2 passed, \1 failed, \3 skipped/p' "$log" | tail -n 1
  rm -rf "$log" "$folder"
  return "$status"
}

# Tells for each folder how many of its mutants a test noticed; artifacts/mutants/survivors.txt names the others.
mutants() {
  local folder=$PWD/artifacts/mutants
  rm -rf "$folder"
  build
  (cd Kiosk.Tests && dotnet stryker --output "$folder")
  python3 Kiosk.Tests/Support/mutants.py "$folder/reports/mutation-report.json" "$folder/survivors.txt"
}

case "${1:-}" in
  "")         run "$usual" ;;
  quick)      run "$quick" -- NUnit.NumberOfTestWorkers=8 ;; # more than usual: what is quick mostly waits for a socket
  everything) run "$never"; detailed "TestCategory=Load"; soak ;;
  machine)    detailed "FullyQualifiedName~Setups|FullyQualifiedName~Machines|FullyQualifiedName~Arm64Tests" ;;
  mutants)    mutants ;;
  bench)      detailed "TestCategory=Bench" ;;
  soak)       soak ;;
  load)       detailed "TestCategory=Load" ;;
  access)     detailed "FullyQualifiedName~Browser.AccessibilityTests" ;;
  pictures)   detailed "TestCategory=Pictures" ;;
  *)          echo "$0: there is no \"$1\"; its first lines say what there is." >&2; exit 2 ;;
esac
