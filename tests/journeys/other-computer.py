#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for another computer at which the same person goes on with the newest order that is still a draft:
other-computer.py ADDRESS EMAIL PASSWORD FIELD VALUE [FIELD VALUE...]; "address.street" is a field of the address."""
import json
import sys
import urllib.request


def call(method, path, body=None, **headers):
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(ADDRESS + path, data, {"Content-Type": "application/json", **headers},
                                     method=method)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer), answer.headers


ADDRESS, email, password = sys.argv[1:4]
session, _ = call("POST", "/v1/sessions", {"email": email, "password": password})
auth = {"Authorization": "Bearer " + session["access_token"]}
orders, _ = call("GET", "/v1/orders?limit=100", **auth)
drafts = [order for order in orders["items"] if order["state"] == "draft"]
path = "/v1/orders/" + max(drafts, key=lambda order: order["created_at"] + order["number"])["id"] + "/draft"
draft, headers = call("GET", path, **auth)
for field, value in zip(sys.argv[4::2], sys.argv[5::2]):
    *groups, name = field.split(".")
    record = draft
    for group in groups:
        record = record[group]
    record[name] = value
call("PUT", path, draft, **{**auth, "If-Match": headers["ETag"]})
