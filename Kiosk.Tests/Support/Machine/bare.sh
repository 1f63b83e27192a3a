#!/bin/bash
# Runs a command of this checkout on a bare Debian: bare.sh SUITE COMMAND…, as in: bare.sh bookworm ./test.sh
# Inside there is what debootstrap gives, and of this machine only: the checkout (at /kiosk), the .NET SDK, the folders of fetched packages
# (NuGet's and ~/.cache/kiosk), the authorities that it trusts, and its network. So what a test uses is installed by test.sh, or is not there.
# For root only. What was written outside of the checkout and those folders is gone at the end, and every process with it.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
suite=$1
shift

if [ "${BARE_STAGE:-}" != inside ]; then
  command -v debootstrap >/dev/null || { apt-get update -qq; apt-get install -y -qq --no-install-recommends debootstrap >/dev/null; }
  "$here/debian.sh" "$suite" "$(dpkg --print-architecture)"
  place=$(mktemp -d /var/tmp/kiosk-bare-XXXXXX)
  trap 'rm -rf --one-file-system "$place"' EXIT
  BARE_STAGE=inside unshare --mount --pid --fork --kill-child "$0" "$suite" "$place" "$@"
  exit
fi

place=$1
shift
mount --make-rprivate /
"$here/debian.sh" "$suite" "$(dpkg --print-architecture)" "$place"
mount --bind "$place" "$place" # so that a booted machine can pivot_root(2) from here
sdk=$(dirname "$(readlink -f "$(command -v dotnet)")")
bind() { # FROM TO: a folder or a file of this machine
  if [ -d "$1" ]; then mkdir -p "$place$2"; else mkdir -p "$(dirname "$place$2")"; touch "$place$2"; fi
  mount --rbind "$1" "$place$2"
}
mkdir -p "$HOME/.nuget/packages" "$HOME/.cache/kiosk"
bind "$(readlink -f "$here/../../..")" /kiosk
bind "$sdk" /usr/share/dotnet
bind "$HOME/.nuget/packages" /root/.nuget/packages
bind "$HOME/.cache/kiosk" /root/.cache/kiosk
bind /etc/ssl/certs/ca-certificates.crt /root/authorities.crt # at its own place the package ca-certificates writes another
ln -s /usr/share/dotnet/dotnet "$place/usr/bin/dotnet"
cat /etc/resolv.conf >"$place/etc/resolv.conf"
mount -t proc proc "$place/proc"
mount -t sysfs sysfs "$place/sys"
mount -t cgroup2 none "$place/sys/fs/cgroup"
mount -t tmpfs -o mode=755 tmpfs "$place/run"
mount --rbind /dev "$place/dev"
mount -t tmpfs -o mode=1777 tmpfs "$place/dev/shm"

cd "$place"
environment=(HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 CI="${CI:-}"
  SSL_CERT_FILE=/root/authorities.crt NUGET_CERT_REVOCATION_MODE="${NUGET_CERT_REVOCATION_MODE:-online}")
# Not by chroot(2): in it nobody may make a user of their own (user_namespaces(7)), as a browser and systemd do.
mkdir .outside
pivot_root . .outside
umount --lazy /.outside
rmdir /.outside
exec env -i "${environment[@]}" sh -c 'cd /kiosk && exec "$@"' sh "$@"
