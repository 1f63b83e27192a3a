#!/bin/bash
# Unpacks a bare Debian into an empty folder: debian.sh SUITE ARCHITECTURE FOLDER, as in: debian.sh trixie amd64 /tmp/machine
# Without FOLDER it is only fetched, where it was not yet.
# It has what Debian calls essential, apt and an init system, and nothing else. The first time it is fetched by debootstrap and laid aside outside
# of the checkout, in ~/.cache/kiosk; delete that folder to fetch it anew. For root only.
# Another architecture than this machine's is unpacked but not configured: qemu-user can run it, and dpkg -x can add to it.
set -euo pipefail
suite=$1
architecture=$2
folder=${3:-}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/kiosk
base=$cache/debian-$suite-$architecture.tar

mkdir -p "$cache"
exec 9>"$base.lock" # two tests that want the same one wait for each other
flock 9
if [ ! -e "$base" ]; then
  fetched=$(mktemp -d "$cache/fetching-XXXXXX")
  trap 'rm -rf "$fetched"' EXIT
  kind=()
  if [ "$architecture" = "$(dpkg --print-architecture)" ]; then kind=(--include=systemd-sysv); else kind=(--foreign); fi
  debootstrap --variant=minbase --arch="$architecture" "${kind[@]}" "$suite" "$fetched" >"$base.log" 2>&1 || { tail -n 20 "$base.log" >&2; exit 1; }
  if [ -e "$fetched/etc/apt/sources.list" ]; then # security updates as well, as every Debian has them
    sed -nE "s#^(deb [^ ]+)/debian/? $suite main#\1/debian-security $suite-security main#p" "$fetched/etc/apt/sources.list" >>"$fetched/etc/apt/sources.list"
  fi
  rm -rf "$fetched"/var/cache/apt/archives/*.deb
  tar --create --file="$base.new" --directory="$fetched" --one-file-system .
  mv "$base.new" "$base"
fi
[ -n "$folder" ] || exit 0
mkdir -p "$folder"
tar --extract --file="$base" --directory="$folder"
chmod 755 "$folder" # mktemp(1) makes folders for their owner alone; in a root every user has to enter
