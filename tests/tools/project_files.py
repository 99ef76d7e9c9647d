# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project, for the checks: what git knows or would add, or all files where there is no git."""
import os
import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]


def _from_git():
    command = ["git", "-C", str(TOP), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, capture_output=True, check=True).stdout
    return [name for name in listed.decode().split("\0") if name]


def _from_walk():
    names = []
    for folder, subfolders, files in os.walk(TOP):
        subfolders[:] = [s for s in subfolders if s != ".git" and not s.startswith("build")]
        names += [os.path.relpath(os.path.join(folder, name), TOP) for name in files]
    return names


def project_files(*roots, suffixes=None):
    """Paths relative to the top, sorted; below the given folders and with the given suffixes only, if any."""
    try:
        names = _from_git()
    except (OSError, subprocess.CalledProcessError):
        names = _from_walk()
    paths = sorted(Path(name) for name in set(names))
    if roots:
        paths = [p for p in paths if p.parts[0] in roots]
    if suffixes:
        paths = [p for p in paths if p.suffix in suffixes]
    return [p for p in paths if (TOP / p).is_file() and not (TOP / p).is_symlink()]


def read(path):
    """The text of a file of the project, or None if it is not text."""
    try:
        return (TOP / path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def report(check, complaints):
    """Prints the complaints; returns the exit code."""
    for line in complaints:
        print(line)
    print(f"{check}: {len(complaints)} found" if complaints else f"{check}: all is well")
    return 1 if complaints else 0
