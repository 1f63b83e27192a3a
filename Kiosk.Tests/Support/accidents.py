#!/usr/bin/env python3
"""Runs a command and tells what it used by accident: programs and libraries of Debian packages that nobody asked for.

accidents.py NEEDED -- COMMAND...

NEEDED is a file with the names of Debian packages, one or several ("a | b") to a line. They, what they depend on, and what every Debian has may be
used. The kernel tells which programs the command and its children run, and which libraries those of .NET open (fanotify(7)); Debian's own programs
depend on their libraries, and what else they open only because it is there does not count. Nor do the modules that libc loads when a name is
looked up (nsswitch.conf(5)): it takes those that are there, and passes over the others. Looked at is the mount namespace that the command
starts in: a child that has one of its own, as a booted machine, sees other files. The .NET SDK may lie anywhere.

For root. The exit code is the command's, and 1 when something was used by accident.
"""
import ctypes
import os
import re
import shutil
import struct
import subprocess
import sys
import threading

# From linux/fanotify.h.
FAN_CLOEXEC, FAN_UNLIMITED_QUEUE = 0x1, 0x10
FAN_MARK_ADD, FAN_MARK_MOUNT = 0x1, 0x10
FAN_OPEN, FAN_OPEN_EXEC = 0x20, 0x1000
EVENT = struct.Struct("=IBBHQii")  # length, version, reserved, length of the header, mask, file, process
AT_FDCWD, CLONE_NEWNS, MS_REC, MS_PRIVATE = -100, 0x20000, 0x4000, 0x40000

ALWAYS_THERE = ["apt"]  # debootstrap's smallest Debian has it beside what is essential
LOOKED_AT = ("/usr/", "/bin/", "/sbin/", "/lib", "/opt/")


def libc_call(name, *arguments):
    libc = ctypes.CDLL(None, use_errno=True)
    result = getattr(libc, name)(*arguments)
    if result < 0:
        raise OSError(ctypes.get_errno(), f"{name}: {os.strerror(ctypes.get_errno())}")
    return result


class Used:
    """Every program that was run and every library that a program of .NET opened in this mount namespace since it began, and by whom first."""

    def __init__(self, sdk):
        self.by = {}
        self._sdk = sdk
        libc_call("unshare", CLONE_NEWNS)
        libc_call("mount", b"none", b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None)
        self._watch = libc_call("fanotify_init", FAN_CLOEXEC | FAN_UNLIMITED_QUEUE, os.O_RDONLY | os.O_CLOEXEC)
        events = ctypes.c_uint64(FAN_OPEN | FAN_OPEN_EXEC)
        libc_call("fanotify_mark", self._watch, FAN_MARK_ADD | FAN_MARK_MOUNT, events, AT_FDCWD, b"/")
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        while True:
            events = os.read(self._watch, 1 << 18)
            start = 0
            while start < len(events):
                length, _, _, _, mask, file, process = EVENT.unpack_from(events, start)
                start += length
                if file >= 0:
                    path = os.readlink(f"/proc/self/fd/{file}")
                    os.close(file)
                    self._note(path, mask, process)

    def _note(self, path, mask, process):
        if path in self.by or not path.startswith(LOOKED_AT):
            return
        if mask & FAN_OPEN_EXEC or self._is_dotnet(process) and is_library(path):
            self.by[path] = name_of(process)

    def _is_dotnet(self, process):
        try:
            program = os.readlink(f"/proc/{process}/exe")
            return program.startswith(self._sdk) or program.endswith("/Kiosk.App")
        except OSError:
            return False  # it has ended


def is_library(path):
    """Not the text for a linker that libc6-dev has by the name libc.so: .NET looks at it, refuses it, and goes on. And no module for names."""
    name = os.path.basename(path)
    if ".so" not in name or name.startswith("libnss_"):
        return False
    try:
        with open(path, "rb") as file:
            return file.read(4) == b"\x7fELF"
    except OSError:
        return False


def name_of(process):
    try:
        with open(f"/proc/{process}/comm", encoding="utf-8") as name:
            return name.read().strip()
    except OSError:
        return "a program that has ended"


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout


def closure(needed):
    """The installed packages that may be used."""
    depends, provided, allowed = {}, {}, list(ALWAYS_THERE)
    fields = "${Package}\t${Essential}\t${Priority}\t${Depends}, ${Pre-Depends}\t${Provides}\n"
    for line in run("dpkg-query", "--show", "--showformat", fields).splitlines():
        package, essential, priority, needs, provides = line.split("\t")
        depends[package] = re.findall(r"(?:^|[,|])\s*([a-z0-9][a-z0-9+.-]*)", needs)
        for name in re.findall(r"(?:^|,)\s*([a-z0-9][a-z0-9+.-]*)", provides):
            provided.setdefault(name, []).append(package)
        if essential == "yes" or priority == "required":
            allowed.append(package)
    allowed += needed
    reached = set()
    while allowed:
        package = allowed.pop()
        if package not in reached:
            reached.add(package)
            allowed += depends.get(package, []) + provided.get(package, [])
    return reached


def owners(paths):
    """The package of each path that one has; until Debian 12 some are registered without the /usr that they lie in."""
    asked = [name for path in paths for name in (path, path.removeprefix("/usr"))]
    found = {}
    for start in range(0, len(asked), 1000):
        for line in run("dpkg-query", "--search", "--", *asked[start:start + 1000]).splitlines():
            packages, _, path = line.partition(": ")
            found[path] = [package.split(":")[0] for package in packages.split(", ")]
    return {path: found.get(path) or found.get(path.removeprefix("/usr")) for path in paths}


def accidents(used, needed, sdk):
    allowed = closure(needed)
    paths = [path for path in used if os.path.isfile(path) and not path.startswith(sdk)]
    for path, packages in sorted(owners(paths).items()):
        if packages is None:
            yield f"{path} (by {used[path]}) belongs to no package of Debian"
        elif allowed.isdisjoint(packages):
            yield f"{path} (by {used[path]}) belongs to {', '.join(packages)}"


def main():
    divide = sys.argv.index("--")
    with open(sys.argv[divide - 1], encoding="utf-8") as file:
        needed = [name for line in file for name in re.findall(r"[^\s|]+", line)]
    sdk = os.path.dirname(os.path.realpath(shutil.which("dotnet") or "/usr/bin/dotnet")) + "/"
    used = Used(sdk)
    code = subprocess.run(sys.argv[divide + 1:], check=False).returncode
    found = list(accidents(dict(used.by), needed, sdk))
    if found:
        print("Used by accident; name its package in assets/packages.txt when the kiosk needs it, else in test.sh:", *found, sep="\n")
    sys.exit(code or (1 if found else 0))


main()
