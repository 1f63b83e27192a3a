#!/usr/bin/env bash
# Makes the kiosk's Debian package, with .NET in it: artifacts/packages/kiosk_VERSION_ARCHITECTURE.deb, for Debian 12 and 13.
#   ./package.sh               for this kind of machine
#   ./package.sh amd64 arm64   for a PC and for a Raspberry Pi
# The last lines it prints are the packages' paths.
set -euo pipefail
cd "$(dirname "$0")"
umask 022 # what is packed may be read by everybody, whoever packs it

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export DOTNET_TieredPGO=0 # a compiler that runs for half a minute gains nothing from looking at itself
packages=$PWD/artifacts/packages
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

released=$(sed -nE 's:.*<Version>(.*)</Version>.*:\1:p' Directory.Build.props)
version=$released
moment=$(date +%s)
if commit=$(git rev-parse --short=7 HEAD 2>/dev/null); then
  if [ -n "$(git status --porcelain)" ]; then commit+=.changed; else moment=$(git log -1 --format=%ct); fi
  # The commit with the tag v0.2.0 is 0.2.0. "~" sorts before the end (deb-version(7)): every other one comes before it, the later the newer.
  git tag --points-at HEAD | grep -qx "v$released" && [ "${commit%.changed}" = "$commit" ] ||
    version="$released~git$(date --utc --date="@$moment" +%Y%m%d%H%M%S).$commit"
fi
export SOURCE_DATE_EPOCH=$moment # the date of every file in the package

# One list for setup, the tests and the package. A line of cups is a suggestion: only a printer of the browser's needs it.
depends=$(sed -nE '/^(#|$|cups)/d; s/: .*//p' assets/packages.txt | paste --serial --delimiters=, | sed 's/,/, /g')

publish() { # RUNTIME FOLDER; in a folder of its own below artifacts, so that no other kind of build meets its files
  dotnet publish Kiosk.App --configuration Release --runtime "$1" --self-contained --artifacts-path "artifacts/build/$1" --output "$2" --verbosity quiet \
    -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:PublishDocumentationFiles=false -p:ContinuousIntegrationBuild=true
}

documents() { # FOLDER
  install --mode=644 packaging/copyright "$1/copyright"
  gzip --best --no-name <CHANGELOG.md >"$1/CHANGELOG.md.gz"
  sed -e "s/{{version}}/$version/" -e "s/{{date}}/$(date --rfc-email --utc --date="@$moment")/" packaging/changelog | gzip --best --no-name >"$1/changelog.gz"
}

pack() { # ARCHITECTURE RUNTIME
  local root=$work/$1
  mkdir -p "$root"/{DEBIAN,usr/lib,usr/share/doc/kiosk,usr/share/lintian/overrides}
  publish "$2" "$root/usr/lib/kiosk" >&2
  rm "$root"/usr/lib/kiosk/createdump # pictures of memory are never made (docs/privacy.md)
  chmod --recursive u=rwX,go=rX "$root/usr"
  find "$root/usr/lib/kiosk" -type f ! -name Kiosk.App ! -path "*/sbin/*" -exec chmod 644 {} +
  documents "$root/usr/share/doc/kiosk"
  install --mode=644 packaging/lintian-overrides "$root/usr/share/lintian/overrides/kiosk"

  install --mode=755 packaging/{preinst,postinst,prerm,postrm} "$root/DEBIAN"
  install --mode=644 packaging/templates "$root/DEBIAN"
  sed -e "s/{{version}}/$version/" -e "s/{{architecture}}/$1/" -e "s/{{depends}}/$depends/" -e "s/{{size}}/$(du --summarize --block-size=1024 "$root/usr" | cut -f1)/" \
    packaging/control >"$root/DEBIAN/control"
  (cd "$root" && find usr -type f -print0 | sort --zero-terminated | xargs --null md5sum >DEBIAN/md5sums)
  dpkg-deb --root-owner-group -Zgzip -z5 --build "$root" "$packages" >&2
  made+=("$packages/kiosk_${version}_$1.deb")
}

mkdir -p "$packages"
made=()
[ $# -gt 0 ] || set -- "$(dpkg --print-architecture)"
for architecture in "$@"; do
  case $architecture in
    amd64) pack amd64 linux-x64 ;;
    arm64) pack arm64 linux-arm64 ;;
    *) echo "There is no package for $architecture: the kiosk runs on amd64 (a PC) and arm64 (a Raspberry Pi 4 or 5)." >&2; exit 2 ;;
  esac
done
printf '%s\n' "${made[@]}"
