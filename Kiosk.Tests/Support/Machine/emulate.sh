#!/bin/bash
# Becomes the kiosk's arm64 program on an arm64 Debian (arm64.sh), run by qemu-user: emulate.sh PLACE DEBIAN PROGRAM HOUSE ARGUMENT...
# PLACE is an empty folder, PROGRAM the folder that the kiosk was published to, HOUSE a folder that has the same path inside and outside.
# Called in a mount namespace of its own (unshare --mount), with the environment that the program is to find. It keeps its process number.
# Of this machine the program sees HOUSE and the kernel's own folders, nothing else: a library that Debian's arm64 packages lack is missing.
set -euo pipefail
place=$1
debian=$2
program=$3
house=$4
shift 4

mount --make-rprivate /
mount -t tmpfs -o mode=755 tmpfs "$place"
cd "$place"
mkdir usr etc var proc dev tmp program emulator
for link in bin sbin lib; do ln -s usr/$link $link; done
for folder in usr etc var; do mount --bind -o ro "$debian/$folder" $folder; done
mount --bind -o ro "$program" program
touch emulator/qemu
mount --bind -o ro "$(command -v qemu-aarch64-static)" emulator/qemu
mount --rbind /proc proc
mount --rbind /dev dev
mkdir -p ".$house"
mount --bind "$house" ".$house"
exec chroot . /emulator/qemu /program/Kiosk.App "$@"
