#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints a plain HTML page with the cards of the home page: make-page.py CATALOG

No script, no font and no picture from elsewhere: the least that a web page of the same content can be."""
import html
import json
import sys

COLOURS = ["#a2390d", "#5c4a00", "#8a1c3b", "#7b3f9e", "#0b63b0", "#186b3b"]
STYLE = """body{margin:0;font:14px sans-serif;background:#fafafa;color:#2e2e2e}
nav{position:fixed;left:0;top:0;bottom:0;width:250px;border-right:1px solid #ddd;padding:60px 16px}
main{margin-left:266px;padding:90px 20px;display:grid;grid-template-columns:repeat(3,1fr);gap:12px}
article{background:#fff;border-radius:12px;padding:12px;box-shadow:0 1px 3px #0003;min-height:310px}
b.logo{float:left;width:48px;height:48px;border-radius:12px;color:#fff;font-size:18px;line-height:48px;
text-align:center;margin-right:12px}h3{margin:0;font-size:16px}small{color:#666}"""


def card(index, service):
    name = service["name"]["en"]
    initials = "".join(word[0] for word in name.split()[:2]).upper()
    points = "".join(f"<li>{html.escape(point['en'])}</li>" for point in service["overview"][:3])
    kinds = " · ".join(service["customer_types"])
    return (f'<article><b class="logo" style="background:{COLOURS[index % len(COLOURS)]}">{initials}</b>'
            f'<h3>{html.escape(name)}</h3><small>{html.escape(service["provider"]["en"])}</small>'
            f"<ul>{points}</ul><small>{kinds}</small></article>")


services = json.load(open(sys.argv[1], encoding="utf-8"))["services"][:12]
links = "".join(f"<p>{name}</p>" for name in ("Home", "All categories", "News", "Orders", "Subscriptions", "Guide"))
print(f'<!doctype html><meta charset="utf-8"><title>OneSME</title><style>{STYLE}</style><nav>{links}</nav><main>')
print("\n".join(card(i, service) for i, service in enumerate(services)), "</main>", sep="")
