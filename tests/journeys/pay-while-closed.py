#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bank reports a transfer while the program is closed: pay-while-closed.py BACKEND DIRECTORY EMAIL PASSWORD
starts the backend on the program's data, transfers what the newest open payment of the account asks for, and ends it."""
import fcntl
import json
import os
import secrets
import subprocess
import sys
import urllib.request


def call(method, path, body=None, token=None):
    headers = {"Content-Type": "application/json", "Idempotency-Key": secrets.token_hex(16)}
    if token:
        headers["Authorization"] = "Bearer " + token
    data = json.dumps(body).encode() if body is not None else None
    request = urllib.request.Request(address + path, data, headers, method=method)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def start():
    """One process per data directory: that of the program may still be ending, and gives its lock back then."""
    with open(os.path.join(directory, "lock"), "rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
    process = subprocess.Popen([backend, "--data-dir", directory, "--local"], stdout=subprocess.PIPE, text=True,
                               env={**os.environ, "ONESME_LOCAL_TOKEN": local})
    line = process.stdout.readline()
    if not line.startswith("ready "):
        sys.exit("the backend does not start")
    return process, line.split()[1]


backend, directory, email, password = sys.argv[1:]
local = secrets.token_hex(32)
process, address = start()
try:
    token = call("POST", "/v1/sessions", {"email": email, "password": password})["access_token"]
    orders = call("GET", "/v1/orders?limit=100", token=token)["items"]
    [payment] = [p["id"] for order in orders for p in order.get("payments", []) if p["state"] == "pending"]
    payment = call("GET", "/v1/payments/" + payment, token=token)
    transfer = {"payload": payment["vietqr"]["payload"], "amount": payment["amount"]}
    print(call("POST", "/local/bank/transfers", transfer, local)["state"])
finally:
    process.terminate()
    process.wait()
