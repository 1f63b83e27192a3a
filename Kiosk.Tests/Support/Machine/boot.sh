#!/bin/bash
# Boots a bare Debian of its own in memory, with systemd as its first process. No file of this machine is visible inside.
# Called in new namespaces (unshare --pid --mount --uts --ipc --net): boot.sh SUITE FOLDER CGROUP, with an empty folder and the name of a group
# of processes (cgroup) to make. debian.sh has fetched the suite before: there is no network in here yet.
set -euo pipefail
here=$(dirname "$(readlink -f "$0")")
suite=$1
place=$2
group=$3

if [ "${4:-}" != inside ]; then
  # systemd believes that it owns all groups that it sees: two machines at once must not see each other's, nor this machine's.
  mount --make-rprivate /
  mount -t tmpfs -o mode=755 tmpfs "$place"
  mkdir "$place/cgroup"
  mount -t cgroup2 none "$place/cgroup"
  mkdir "$place/cgroup/$group"
  echo 0 >"$place/cgroup/$group/cgroup.procs"
  umount "$place/cgroup"
  exec unshare --cgroup bash "$0" "$suite" "$place" "$group" inside
fi

root=$place/root
"$here/debian.sh" "$suite" "$(dpkg --print-architecture)" "$root"
mount --bind "$root" "$root" # pivot_root(2) wants a mount
cd "$root"
echo "nameserver 10.0.2.3" >etc/resolv.conf # slirp4netns(1): the resolver that it offers inside
echo bare >etc/hostname
printf '127.0.0.1 localhost\n::1 localhost\n127.0.1.1 bare\n' >etc/hosts

mount -t proc proc proc
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 none sys/fs/cgroup
mount -t tmpfs -o mode=755 tmpfs run
mount -t tmpfs -o mode=1777 tmpfs tmp
mount -t tmpfs -o mode=755 tmpfs dev
for node in null:1:3 zero:1:5 full:1:7 random:1:8 urandom:1:9 tty:5:0; do # devices.txt of the Linux kernel
  IFS=: read -r name major minor <<<"$node"
  mknod -m 666 "dev/$name" c "$major" "$minor"
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=666,mode=620 devpts dev/pts
mount -t tmpfs -o mode=1777 tmpfs dev/shm
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd

# There is one kernel: none of its modules is loaded from inside, and what would change it changes a file instead.
mkdir run/kernel
for name in kernel/core_pattern fs/suid_dumpable vm/swappiness kernel/panic; do
  cat "proc/sys/$name" >"run/kernel/${name/\//-}"
  mount --bind "run/kernel/${name/\//-}" "proc/sys/$name"
done
mount --bind bin/true sbin/swapoff
ln -s /dev/null etc/systemd/system/systemd-modules-load.service

pivot_root . mnt
umount -l /mnt
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=multi-user.target --log-target=journal --show-status=0
