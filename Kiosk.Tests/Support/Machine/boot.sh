#!/bin/bash
# A whole Debian of its own: the files of this machine underneath, everything it writes in memory, systemd as its first process.
# Called in new namespaces (unshare --pid --mount --uts --ipc --net) with an empty folder, and that of the program, which is then at /run/program.
set -e
place=$1
program=$2
mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$place"
mkdir "$place"/{changes,work,root}
mount -t overlay overlay -o lowerdir=/,upperdir="$place/changes",workdir="$place/work" "$place/root"
cd "$place/root"

# Of what was installed here only systemd's own begins: the machine is bare.
rm -rf etc/systemd/system/*.wants etc/systemd/system/default.target
mount -t proc proc proc
mount -t sysfs sysfs sys
mount -t tmpfs -o mode=755 tmpfs run
mkdir run/program
mount --bind "$program" run/program
mount -t tmpfs -o mode=1777 tmpfs tmp
mount --rbind /dev dev
mount -t cgroup2 none sys/fs/cgroup

# There is one kernel: what would change it changes a file instead.
for unit in systemd-sysctl systemd-binfmt systemd-modules-load; do ln -sf /dev/null etc/systemd/system/$unit.service; done
mkdir run/kernel
for name in kernel/core_pattern fs/suid_dumpable vm/swappiness kernel/panic; do
  cat proc/sys/$name > "run/kernel/${name/\//-}"
  mount --bind "run/kernel/${name/\//-}" proc/sys/$name
done
mount --bind /bin/true sbin/swapoff

pivot_root . mnt
umount -l /mnt
exec env -i container=test PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --system --unit=multi-user.target --log-target=journal --show-status=0
