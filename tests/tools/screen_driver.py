# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds and works widgets of a running program through AT-SPI, as assistive technology does, and takes pictures.

GTK 4.8 gives no action to rows, check buttons and list items: those are clicked with the pointer. Roles and extents
differ between versions of GTK, so widgets are found by name and interface."""
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 10.0
# GTK draws a border round an undecorated window without a window manager; extents do not count it.
BORDER = 5


class NotThere(Exception):
    """Something that a step names did not appear in time."""


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def wait_until(probe, what, patience=PATIENCE):
    """The first true answer of the probe."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        answer = probe()
        if answer:
            return answer
        time.sleep(0.05)
    raise NotThere(what)


def _shown(node):
    """GTK 4.8 calls only windows "showing"; what has no size is on no screen either. The pages of a stack are no
    widgets: they have no extents, only what is in them has."""
    if not node.get_state_set().contains(Atspi.StateType.VISIBLE):
        return False
    if "Component" not in node.get_interfaces():
        return True
    box = node.get_extents(Atspi.CoordType.WINDOW)
    return box.width > 0 and box.height > 0


def walk(node, depth=0):
    """The node and all below it that is on the screen, outermost first."""
    yield node
    if depth > 60:
        return
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None and _shown(child):
            yield from walk(child, depth + 1)


def _pressable(node):
    """Whether its first action is to be pressed. (Labels have actions too: those of their menu.)"""
    return node.get_n_actions() > 0 and node.get_action_name(0) in ("click", "toggle", "activate", "press")


class Screen:
    """One program on one display."""

    def __init__(self, process_id):
        self.process_id = process_id
        self.application = wait_until(self._find_application, "the program on the accessibility bus", 30)

    def _find_application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            try:
                if child is not None and child.get_process_id() == self.process_id and child.get_child_count():
                    return child
            except GLib.Error:
                continue
        return None

    def _named(self, name, suits=None):
        """Best something that can be pressed, next the outermost of that name."""
        self.application.clear_cache()
        first = None
        try:
            for node in walk(self.application):
                # The tooltip of a button that shows only an icon is its description.
                if name not in (node.get_name(), node.get_description()) or (suits and not suits(node)):
                    continue
                if _pressable(node):
                    return node
                first = first or node
        except GLib.Error:
            return None
        return first

    def find(self, name, suits=None):
        return wait_until(lambda: self._named(name, suits), f"“{name}” is not on the screen")

    def shows(self, name, patience=1.5):
        """Whether something of this name appears soon."""
        try:
            wait_until(lambda: self._named(name), name, patience)
            return True
        except NotThere:
            return False

    def press(self, name):
        node = self.find(name)
        if not (_pressable(node) and node.do_action(0)):
            self.click(node)

    def click(self, node):
        box = node.get_extents(Atspi.CoordType.WINDOW)
        left, top = box.x + box.width // 2 + BORDER, box.y + box.height // 2 + BORDER
        run("xdotool", "mousemove", str(left), str(top), "click", "1")

    def enter(self, name, text):
        self.find(name, lambda node: "EditableText" in node.get_interfaces()).set_text_contents(text)

    def picture(self, path):
        """Once two pictures in a row are alike, so that nothing is caught half drawn; no pointer on anything."""
        run("xdotool", "mousemove", "9999", "9999")

        def still():
            run("import", "-window", "root", "-silent", str(path))
            again = f"{path}.again.png"
            time.sleep(0.2)
            run("import", "-window", "root", "-silent", again)
            same = subprocess.run(["compare", "-metric", "AE", str(path), again, "null:"], capture_output=True)
            subprocess.run(["rm", "-f", again], check=False)
            return same.returncode == 0
        try:
            wait_until(still, "a still picture", 8)
        except NotThere:
            print(f"{path}: still moving")
