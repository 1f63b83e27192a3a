#!/bin/bash
# Says where an arm64 Debian lies that has the libraries, letters and time zones which the kiosk's own program loads:
# arm64.sh SUITE PACKAGES, as in: arm64.sh bookworm assets/packages.txt
# The first time it is put together from what debian.sh unpacks and Debian's arm64 packages, and laid aside in ~/.cache/kiosk, one for each
# list of packages; delete it to fetch it anew. Nothing in it is configured: qemu-user runs it (emulate.sh). For root only; the apt and dpkg
# of this machine are left as they are.
set -euo pipefail
suite=$1
# Programs that the kiosk starts or that stand beside it are left out: this kernel does not run those of another architecture by themselves.
needed=$(sed -nE 's/^((lib|fonts-)[^:]*|tzdata): .*/\1/p' "$2")

cache=${XDG_CACHE_HOME:-$HOME/.cache}/kiosk
machine=$cache/debian-$suite-arm64-$(sha256sum <<<"$needed" | cut -c1-12)
mkdir -p "$cache"
exec 8>"$machine.lock" # two tests that want the same one wait for each other
flock 8
if [ -d "$machine" ]; then
  echo "$machine"
  exit
fi

unpacked=$(mktemp -d "$cache/unpacking-XXXXXX")
apt=$(mktemp -d)
log=$machine.log
: >"$log"
trap '[ $? = 0 ] || tail -n 20 "$log" >&2; rm -rf "$unpacked" "$apt"' EXIT
bash "$(dirname "$0")/debian.sh" "$suite" arm64 "$unpacked"

# An apt that knows nothing of this machine: no package is installed, so that everything a library needs comes along.
mkdir -p "$apt"/lists/partial "$apt"/archives/partial "$apt"/keys
touch "$apt/status"
cp "$unpacked/usr/share/keyrings/debian-archive-keyring.gpg" "$apt/keys"
echo '#clear APT::Update;' >"$apt/apt.conf" # what this machine's own packages hook into an update is not run
private=(
  -c "$apt/apt.conf"
  -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o APT::Sandbox::User=root -o APT::Install-Recommends=false
  -o Dir::Etc::SourceList="$unpacked/etc/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::PreferencesParts=/dev/null
  -o Dir::Etc::Trusted=/dev/null -o Dir::Etc::TrustedParts="$apt/keys"
  -o Dir::State="$apt" -o Dir::State::lists="$apt/lists" -o Dir::State::status="$apt/status"
  -o Dir::Cache="$apt" -o Dir::Cache::archives="$apt/archives"
)
first_there_is() { # of "a" and "b" in a line "a | b": one thing under its names in Debian 12 and Debian 13
  for name in "$@"; do
    if apt-cache "${private[@]}" show --no-all-versions "$name" >/dev/null 2>>"$log"; then
      echo "$name"
      return
    fi
  done
  echo "Debian $suite has none of these for arm64: $*" >>"$log"
  return 1
}
apt-get "${private[@]}" update >>"$log" 2>&1
names=()
while IFS= read -r line; do
  name=$(first_there_is ${line//|/ })
  names+=("$name")
done <<<"$needed"
apt-get "${private[@]}" install --yes --download-only "${names[@]}" >>"$log" 2>&1

# "dpkg -x" would put a folder in place of the link /lib.
for package in "$apt"/archives/*.deb; do
  dpkg-deb --fsys-tarfile "$package" | tar --extract --keep-directory-symlink --directory="$unpacked"
done
chmod 755 "$unpacked"
mv "$unpacked" "$machine"
echo "$machine"
