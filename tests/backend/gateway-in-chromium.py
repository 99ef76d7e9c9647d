#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pays at the local gateway in a real browser: no script runs in it, only the keyboard is used.

    gateway-in-chromium.py BACKEND [CHROMIUM [SCREENSHOT FOLDER]]

Skips itself where there is no Chromium."""
import base64, collections, json, os, re, shutil, socket, struct, subprocess, sys, tempfile, urllib.request, uuid

backend = sys.argv[1]
chromium = sys.argv[2] if len(sys.argv) > 2 else shutil.which("chromium")
pictures = sys.argv[3] if len(sys.argv) > 3 else None
PATIENCE = 60
PROFILE = {"full_name": "Nguyễn Văn An", "id_type": "citizen_id", "id_number": "031090001234",
           "id_issued_on": "2022-05-10", "id_issued_by": "Bộ Công an", "born_on": "1990-02-03",
           "sex": "male", "phone": "0912345678", "email": "an@vidu.vn",
           "address": {"edition": "2025", "province_code": "31", "commune_code": "11455",
                       "street": "Khu Đoàn Kết 3", "house_number": "14"}}


class Shop:
    """As much of a customer as it takes to have something to pay."""

    def __init__(self, base):
        self.language = "vi"
        self.base, self.token = base, None
        consents = [{"purpose": item["purpose"], "version": item["version"]}
                    for item in self.call("GET", "/v1/terms")["items"] if item["required"]]
        self.call("POST", "/v1/accounts", {
            "customer_type": "person", "email": "an@vidu.vn", "password": "một mật khẩu dài",
            "full_name": "Nguyễn Văn An", "phone": "0912345678", "consents": consents})
        self.token = "local"
        code = self.call("GET", "/local/inbox")["items"][-1]["code"]
        self.token = None
        self.call("POST", "/v1/accounts/activation", {"token": code})
        session = self.call("POST", "/v1/sessions", {"email": "an@vidu.vn", "password": "một mật khẩu dài"})
        self.token = session["access_token"]

    def call(self, method, path, body=None, match=None):
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data, method=method)
        request.add_header("Accept-Language", self.language)
        if data is not None:
            request.add_header("Content-Type", "application/json")
        if method == "POST":
            request.add_header("Idempotency-Key", str(uuid.uuid4()))
        if match:
            request.add_header("If-Match", match)
        if self.token:
            request.add_header("Authorization", "Bearer " + self.token)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            self.etag, text = answer.headers["ETag"], answer.read()
        return json.loads(text) if text else None

    def begin_payment(self, language):
        """The gateway's page is in the shop's language."""
        self.language = language
        order = self.call("POST", "/v1/orders", {"plan_id": "smartca-on-ca-nhan-co-ban", "cycle_months": 12})
        self.order = order["id"]
        self.call("PUT", f"/v1/orders/{self.order}/profile", PROFILE, self.etag)
        return self.call("POST", f"/v1/orders/{self.order}/payments",
                         {"method": "gateway", "terms_version": order["terms_version"]})["redirect_url"]

    def listen(self):
        """From here on every change is told; the first comment says that the stream is open."""
        request = urllib.request.Request(self.base + "/v1/events", headers={"Authorization": "Bearer " + self.token})
        self.stream = urllib.request.urlopen(request, timeout=PATIENCE)
        while self.read_line() != b":\n":
            pass

    def read_line(self):
        line = self.stream.readline()
        if not line:
            raise EOFError("the events ended")
        return line

    def await_state(self, state):
        """Asks for the order each time that something is told."""
        while self.call("GET", "/v1/orders/" + self.order)["state"] != state:
            while not self.read_line().startswith(b"data:"):
                pass
        self.stream.close()


class Browser:
    """Chromium over its debugging protocol: a web socket with JSON in it."""

    def __init__(self, folder, language):
        self.process = subprocess.Popen(
            [chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions",
             "--disable-dev-shm-usage", f"--lang={language}", f"--accept-lang={language}",
             f"--user-data-dir={folder}", "--remote-debugging-port=0", "about:blank"],
            stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True, env={**os.environ, "HOME": folder})
        for line in self.process.stderr:
            found = re.search(r"ws://127\.0\.0\.1:(\d+)/", line)
            if found:
                break
        with urllib.request.urlopen(f"http://127.0.0.1:{found[1]}/json", timeout=PATIENCE) as answer:
            page = next(p for p in json.load(answer) if p["type"] == "page")
        self.connect(int(found[1]), page["webSocketDebuggerUrl"].split(found[1], 1)[1])
        self.last, self.events = 0, collections.deque()
        self("Page.enable")
        self("Accessibility.enable")
        self("Emulation.setScriptExecutionDisabled", value=True)
        self("Emulation.setLocaleOverride", locale=language)
        self("Network.setExtraHTTPHeaders", headers={"Accept-Language": language})

    def connect(self, port, path):
        self.socket = socket.create_connection(("127.0.0.1", port), PATIENCE)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\n"
                             f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n").encode())
        while not self.receive_line():
            pass

    def receive_line(self):
        """True at the empty line that ends the answer's headers."""
        line = b""
        while not line.endswith(b"\r\n"):
            line += self.receive(1)
        return line == b"\r\n"

    def receive(self, length):
        data = b""
        while len(data) < length:
            part = self.socket.recv(length - len(data))
            if not part:
                raise EOFError("the browser is gone")
            data += part
        return data

    def read(self):
        text = b""
        while True:
            first, second = self.receive(2)
            length = second & 127
            if length > 125:
                length = struct.unpack("!H" if length == 126 else "!Q", self.receive(2 if length == 126 else 8))[0]
            text += self.receive(length)
            if first & 128:
                return json.loads(text)

    def __call__(self, method, **parameters):
        self.last += 1
        data = json.dumps({"id": self.last, "method": method, "params": parameters}).encode()
        mask, length = os.urandom(4), len(data)
        head = struct.pack("!BB", 129, 128 | length) if length < 126 else struct.pack("!BBH", 129, 254, length)
        self.socket.sendall(head + mask + bytes(b ^ mask[i % 4] for i, b in enumerate(data)))
        while True:
            message = self.read()
            if "id" not in message:
                self.events.append(message)
            elif message["id"] == self.last:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def await_event(self, name, wanted=lambda told: True):
        """What is told of the first event of that name that is @wanted, and was not waited for yet. The socket's
        own limit ends it."""
        while True:
            event = self.events.popleft() if self.events else self.read()
            if event.get("method") == name and wanted(event["params"]):
                return event["params"]

    def await_page(self, part):
        """The page whose address has @part in it, whole."""
        frame = self.await_event("Page.frameNavigated", lambda told: part in told["frame"]["url"])["frame"]
        self.await_event("Page.loadEventFired")
        return frame["url"]

    def names(self):
        """What a screen reader is told: role and name."""
        nodes = self("Accessibility.getFullAXTree")["nodes"]
        return [(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if not n.get("ignored")]

    def press(self, key, code):
        for kind in ("rawKeyDown", "char", "keyUp"):
            text = {"text": "\r"} if key == "Enter" and kind == "char" else {}
            if kind == "char" and not text:
                continue
            self("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **text)

    def picture(self, name, width, dark):
        if not pictures:
            return
        self("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        self("Emulation.setDeviceMetricsOverride", width=width, height=800, deviceScaleFactor=1, mobile=False)
        data = self("Page.captureScreenshot", format="png")["data"]
        with open(os.path.join(pictures, name + ".png"), "wb") as file:
            file.write(base64.b64decode(data))
        self("Emulation.clearDeviceMetricsOverride")

    def close(self):
        self.process.terminate()
        self.process.wait()


def check(number, name, good, why=""):
    print(("ok" if good else "not ok") + f" {number} - /a32/gateway/in-chromium/{name}")
    if not good:
        print("#", why)


def pay(shop, language, pay_button, back_link, number):
    url = shop.begin_payment(language)
    folder = tempfile.mkdtemp()
    browser = Browser(folder, language)
    try:
        browser("Page.navigate", url=url)
        browser.await_page("/local/bank/gateway")
        names = browser.names()
        check(number, language + "-can-be-read-aloud", ("button", pay_button) in names and all(
            name for role, name in names if role in ("button", "link", "heading", "textbox")), names)
        for width, dark in ((1280, False), (360, True)):
            browser.picture(f"gateway-{language}-{width}", width, dark)
        shop.listen()
        browser.press("Tab", 9)
        browser.press("Enter", 13)
        browser.await_page("/v1/payments/gateway/return")
        names = browser.names()
        shop.await_state("paid")
        check(number + 1, language + "-pays-by-keyboard", ("link", back_link) in names, names)
        browser.picture(f"return-{language}", 1280, False)
    finally:
        browser.close()
        shutil.rmtree(folder, ignore_errors=True)


if not chromium or not os.access(chromium, os.X_OK):
    print("1..0 # SKIP no Chromium here")
    sys.exit(0)
with tempfile.TemporaryDirectory() as directory:
    environment = {**os.environ, "ONESME_LOCAL_TOKEN": "local"}
    process = subprocess.Popen([backend, "--data-dir", directory, "--local"], stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, env=environment, text=True)
    try:
        customer = Shop(process.stdout.readline().split()[1])
        print("1..4", flush=True)
        pay(customer, "vi", "Thanh toán", "Quay lại OneSME", 1)
        pay(customer, "en", "Pay", "Back to OneSME", 3)
    finally:
        process.terminate()
        process.wait()
