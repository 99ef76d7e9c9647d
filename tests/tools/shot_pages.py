# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages that ./dev shots takes pictures of.

A page is a name, the arguments that the program starts with, and steps. Steps name things by their English source
string; the driver translates them, so one list serves every language. Each page starts the program anew; what it kept
(accounts, orders) is there for the pages after it in the same run.

    choose (NAME)            the entry of the sidebar with this name; unfolds the sidebar where the window is narrow
    press (NAME)             the button, row or item with this name or text
    enter (NAME, TEXT)       replaces the text of the entry with this name
    keys (KEYS)              what xdotool calls them: ctrl+f, Return, Escape
    type_keys (TEXT)         typed into what has the focus
    wait_for (NAME)          until something with this name is shown
    picture (SUFFIX)         one more picture on the way; the last one is taken by itself
"""
from collections import namedtuple

Page = namedtuple("Page", "name arguments steps")
Step = namedtuple("Step", "verb values")


def choose(name, context=None):
    return Step("choose", (name, context))


def press(name, context=None):
    return Step("press", (name, context))


def enter(name, text, context=None):
    return Step("enter", (name, text, context))


def keys(combination):
    return Step("keys", (combination,))


def type_keys(text):
    return Step("type_keys", (text,))


def wait_for(name, context=None):
    return Step("wait_for", (name, context))


def picture(suffix):
    return Step("picture", (suffix,))


PAGES = [
    Page("home", [], []),
    Page("search", [], [keys("ctrl+f"), type_keys("ky so tu xa")]),
    Page("categories", [], [choose("All categories")]),
    Page("news", [], [choose("News and promotions")]),
    Page("earn", [], [choose("Earn online")]),
    Page("guide", [], [choose("User guide")]),
    Page("service", ["onesme://service/231"], [picture("overview"), press("Pricing")]),
    Page("sign-in", [], [choose("Sign in")]),
    Page("register", [], [choose("Register")]),
]
