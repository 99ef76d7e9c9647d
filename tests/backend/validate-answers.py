#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes the whole way over HTTP and holds every answer, and every event that was told meanwhile, against
the printed OpenAPI document with a standard JSON Schema validator. Prints TAP."""
import email, email.policy, json, os, re, subprocess, sys, tempfile, threading, urllib.error, urllib.request, uuid

import jsonschema
import yaml

backend, document = sys.argv[1], yaml.safe_load(open(sys.argv[2], encoding="utf-8"))
resolver = jsonschema.RefResolver.from_schema(document)
templates = [(re.compile("^" + re.sub(r"\{id\}", "[^/]+", path) + "$"), path) for path in document["paths"]]
failures, validated = [], set()


def find_schema(method, path, status):
    for pattern, template in templates:
        if pattern.match(path) and method.lower() in document["paths"][template]:
            operation = document["paths"][template][method.lower()]
            answer = operation["responses"].get(str(status), operation["responses"]["default"])
            content = answer.get("content", {})
            return operation["operationId"], next(iter(content.values()), {}).get("schema")
    return None, None


class Client:
    def __init__(self, base):
        self.base = base

    def __call__(self, method, path, body=None, token=None, match=None):
        headers = {"Idempotency-Key": uuid.uuid4().hex} if method == "POST" else {}
        if body is not None:
            headers["Content-Type"] = "application/json"
        if token:
            headers["Authorization"] = "Bearer " + token
        if match:
            headers["If-Match"] = match
        data = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(self.base + path, data, headers, method=method)
        try:
            answer = urllib.request.urlopen(request, timeout=20)
        except urllib.error.HTTPError as error:
            answer = error
        raw = self.raw = answer.read()
        self.etag = answer.headers.get("ETag")
        name, schema = find_schema(method, path.split("?")[0], answer.status)
        if schema is None or "json" not in answer.headers.get("Content-Type", ""):
            return None
        value = json.loads(raw)
        try:
            jsonschema.Draft202012Validator(schema, resolver=resolver).validate(value)
            validated.add(name)
        except jsonschema.ValidationError as error:
            failures.append(f"{name} {answer.status}: {error.message} at {list(error.path)}")
        return value


class Listener(threading.Thread):
    """Reads the event stream until the server ends it; the first comment says that it is open."""

    def __init__(self, base, token):
        super().__init__(daemon=True)
        request = urllib.request.Request(base + "/v1/events", headers={"Authorization": "Bearer " + token})
        self.stream = urllib.request.urlopen(request, timeout=60)
        self.content_type = self.stream.headers.get_content_type()
        self.events, self.odd = [], []
        assert self.stream.readline() == b":\n"
        self.start()

    def run(self):
        event = {}
        for line in (raw.decode().rstrip("\n") for raw in self.stream):
            name, colon, value = line.partition(":")
            if line == "" and event:
                self.events.append(event)
                event = {}
            elif line == "" or line.startswith(":"):
                continue
            elif name in ("event", "data") and name not in event:
                event[name] = value.removeprefix(" ")
            else:
                self.odd.append(line)


def check_events(listener, ids):
    """What is wrong with the events; @ids: what there is, by kind."""
    operation = document["paths"]["/v1/events"]["get"]
    [(media, content)] = operation["responses"]["200"]["content"].items()
    validator = jsonschema.Draft202012Validator(content["x-event-data"], resolver=resolver)
    allowed = set(resolver.resolve(content["x-event-data"]["$ref"])[1]["properties"])
    wrong = list(listener.odd)
    if listener.content_type != media:
        wrong.append(f"content type {listener.content_type}")
    for event in listener.events:
        value = json.loads(event["data"])
        wrong += [f"{event}: {error.message}" for error in validator.iter_errors(value)]
        if event.get("event") != content["x-event"]:
            wrong.append(f"{event}: the name is not {content['x-event']}")
        if set(value) - allowed:  # kind and id, never the content
            wrong.append(f"{event}: says more than {sorted(allowed)}")
        if value.get("id") not in ids.get(value.get("kind"), ()):
            wrong.append(f"{event}: there is no such thing")
    validated.add(operation["operationId"])
    told = {json.loads(event["data"])["kind"] for event in listener.events}
    return wrong + [f"nothing was told of any {kind}" for kind in sorted(set(ids) - told)]


def sign(call, inbox, token, order, purpose, cases):
    signing = call("POST", f"/v1/orders/{order}/signing-sessions", {"purpose": purpose}, token)
    base, signer = "/econtract/v1/dossiers/" + signing["dossier_id"], signing["access_token"]
    if signing["password_change_required"]:
        call("PUT", "/econtract/v1/password", {"new": "mật khẩu của eContract"}, signer)
    dossier = call("GET", base, token=signer)
    call("GET", "/econtract/v1/dossiers", token=signer)
    call("GET", base + "/declaration", token=signer)
    cases.add(call("POST", base + "/cases", {"kind": "other", "text": "Xin gọi lại"}, signer)["id"])
    cases.add(call("POST", base + "/cases", {"kind": "other", "text": "Xin gọi sớm"}, signer)["id"])
    call("GET", base + "/cases", token=signer)
    shown = {"documents": [{"id": d["id"], "sha256": d["sha256"]} for d in dossier["documents"]]}
    call("POST", base + "/otp", shown, signer)
    code = [i for i in inbox() if i["kind"] == "sms"][-1]["code"]
    for _ in range(3 if purpose == "contract" else 1):
        call("POST", base + "/otp/verify", {"code": "000000" if code != "000000" else "111111"}, signer)
    if purpose == "contract":
        cases.add(call("POST", f"/local/orders/{order}/unlock", {"note": "Đã gọi lại."}, "local")["id"])
        call("POST", base + "/otp", shown, signer)
        code = [i for i in inbox() if i["kind"] == "sms"][-1]["code"]
    call("POST", base + "/otp/verify", {"code": code}, signer)
    stroke = [{"x": 60 + 3 * i, "y": 100 + 40 * (i % 3 - 1), "t": 10 * i} for i in range(90)]
    call("PUT", base + "/signature", {"kind": "drawn", "width": 480, "height": 200, "strokes": [stroke]}, signer)
    call("POST", base + "/completion", None, signer)
    call("GET", base + "/evidence", token=signer)
    pdf = {"name": "bản sửa.pdf", "content": "JVBERi0xLjQK"}
    message = call("POST", base + "/messages", {"text": "Xin sửa điều 5.", "attachment": pdf}, signer)
    call("GET", f"/econtract/v1/messages/{message['id']}/attachment", token=signer)
    call("POST", f"/local/dossiers/{signing['dossier_id']}/messages", {"text": "Đã sửa."}, "local")
    call("GET", base + "/messages", token=signer)
    call("POST", base + "/messages/read", token=signer)
    return signing["dossier_id"]


def check_mail(call, token, inbox):
    """The invoice's mail, read as mail programs do, has the PDF of the list with it."""
    invoice = call("GET", "/v1/invoices", token=token)["items"][0]
    call("GET", f"/v1/invoices/{invoice['id']}/content", token=token)
    content, name = call.raw, f"{invoice['series']}-{invoice['number']:08}.pdf"
    [item] = [item for item in inbox() if item.get("attachment_name") == name]
    call("GET", "/local/inbox/" + item["id"], token="local")
    mail = email.message_from_bytes(call.raw, policy=email.policy.default)
    [part] = mail.iter_attachments()
    text = mail.get_body().get_content().replace("\r\n", "\n")
    found = (str(mail["subject"]), text, part.get_filename(), part.get_content_type())
    if found != (item["subject"], item["body"], name, "application/pdf") or part.get_content() != content or mail.defects:
        failures.append(f"the invoice's mail: {found} {mail.defects}")
    call("GET", f"/local/inbox/{item['id']}/attachment", token="local")


def pay(call, token, order, terms):
    payment = call("POST", f"/v1/orders/{order}/payments", {"method": "vietqr", "terms_version": terms}, token)
    call("POST", "/local/bank/pay-links", {"payload": payment["vietqr"]["payload"]}, "local")
    call("POST", "/local/bank/transfers", {"payload": payment["vietqr"]["payload"], "amount": 300000}, "local")
    return payment["id"]


def refuse_and_refund(call, inbox, token, order, cases):
    """The certificate is refused, and the operator gives the money back; answers with the dossier and the request."""
    dossier = sign(call, inbox, token, order, "contract", cases)
    identify(call, inbox, order)
    request = call("POST", f"/local/orders/{order}/refund", {"note": "Không cấp được."}, "local")
    cases |= {item["id"] for item in call("GET", f"/v1/orders/{order}/cases", token=token)["items"]}
    return dossier, request["id"]


def identify(call, inbox, order):
    smartca = f"/local/smartca/{order}"
    call("POST", "/local/clock", {"advance_seconds": 61}, "local")
    call("POST", smartca + "/activate", {"code": [i for i in inbox() if i["kind"] == "sms"][-1]["code"]}, "local")
    call("POST", smartca + "/ekyc", token="local")
    call("POST", smartca + "/refuse", {"refusal": "face_mismatch", "note": "Xin chụp lại."}, "local")


def walk(call):
    call("GET", "/v1/categories")
    call("GET", "/v1/services?query=ky+so+tu+xa")
    call("GET", "/v1/services/231")
    call("GET", "/v1/services/nothing")
    call("GET", "/v1/services/231/reviews")
    call("GET", "/v1/news")
    call("GET", "/v1/divisions?edition=2025")
    call("GET", "/v1/divisions?edition=2024&parent=31")
    call("GET", "/v1/divisions/editions")
    call("GET", "/v1/divisions/00007/successors")
    terms = {item["purpose"]: item["version"] for item in call("GET", "/v1/terms")["items"]}
    documents = {call("GET", "/v1/terms/" + version)["sha256"] for version in terms.values()}
    if len(documents) != len(terms):
        raise SystemExit("two purposes of consent have the same document")
    version = "2026-11"
    call("GET", "/v1/terms/" + version)
    wanted = {"plan_id": "smartca-on-ca-nhan-co-ban", "cycle_months": 12}
    call("POST", "/v1/quotes", wanted)
    consents = [{"purpose": p, "version": terms[p]} for p in ("service", "personal-data")]
    password = "một mật khẩu dài"
    call("POST", "/v1/accounts", {"customer_type": "person", "email": "an@vidu.vn", "password": password,
                                  "full_name": "Nguyễn Văn An", "phone": "0912345678", "consents": consents})
    inbox = lambda: call("GET", "/local/inbox", token="local")["items"]
    call("POST", "/v1/accounts/activation", {"token": inbox()[-1]["code"]})
    session = call("POST", "/v1/sessions", {"email": "an@vidu.vn", "password": password})
    session = call("POST", "/v1/sessions/refresh", {"refresh_token": session["refresh_token"]})
    token = session["access_token"]
    listener = Listener(call.base, token)
    call("GET", "/v1/me", token=token)
    call("PATCH", "/v1/me", {"language": "en"}, token, call.etag)
    call("POST", "/v1/password-resets", {"email": "an@vidu.vn"})
    call("POST", "/v1/me/phone", {"phone": "0987654321", "password": password}, token)
    call("POST", "/v1/me/phone/confirmation", {"code": inbox()[-1]["code"]}, token)
    call("POST", "/v1/me/email", {"email": "moi@vidu.vn", "password": password}, token)
    call("POST", "/v1/me/email/confirmation", {"code": inbox()[-1]["code"]}, token)
    call("POST", "/v1/me/phone", {"phone": "0987654320", "password": password}, token)
    call("POST", "/v1/me/email", {"email": "an@vidu.vn", "password": password}, token)
    call("POST", "/local/clock", {"advance_seconds": 61}, "local")
    call("POST", "/v1/me/phone/resend", None, token)
    call("POST", "/v1/me/email/resend", None, token)
    call("GET", "/v1/me/sessions", token=token)
    call("PUT", "/v1/me/consents/marketing", {"version": terms["marketing"]}, token)
    call("GET", "/v1/me/consents", token=token)
    call("DELETE", "/v1/me/consents/marketing", token=token)
    order = call("POST", "/v1/orders", wanted, token)["id"]
    call("PUT", f"/v1/orders/{order}/draft", {"full_name": "Ng"}, token, call.etag)
    call("GET", f"/v1/orders/{order}/draft", token=token)
    profile = {"full_name": "Nguyễn Văn An", "id_type": "citizen_id", "id_number": "031090001234",
               "id_issued_on": "2022-05-10", "id_issued_by": "Bộ Công an", "born_on": "1990-02-03",
               "sex": "male", "phone": "0912345678", "email": "an@vidu.vn",
               "address": {"edition": "2025", "province_code": "31", "commune_code": "11455",
                           "street": "Khu Đoàn Kết 3", "house_number": "14"}}
    call("PUT", f"/v1/orders/{order}/profile", profile, token, call.etag)
    call("PUT", f"/v1/orders/{order}/billing", {"invoice": {"kind": "consumer"}}, token, call.etag)
    joint = call("POST", "/v1/payments", {"method": "gateway", "terms_version": version, "order_ids": [order]}, token)
    payment = pay(call, token, order, version)
    nobodys = call("POST", "/local/bank/transfers", {"payload": "0002010102", "amount": 5000}, "local")["id"]
    call("POST", f"/local/bank/receipts/{nobodys}/assignment", {}, "local")
    refunds = {refund["id"] for refund in call("GET", "/v1/payments/" + payment, token=token)["refunds"]}
    call("GET", "/v1/orders/" + order, token=token)
    invoice = call("GET", "/v1/invoices", token=token)["items"][0]["id"]
    call("GET", "/v1/invoices/" + invoice, token=token)
    check_mail(call, token, inbox)
    call("GET", "/v1/orders", token=token)
    invitation = f"/v1/orders/{order}/signer-invitation"
    call("POST", invitation, token=token)
    call("GET", invitation, token=token)
    call("DELETE", invitation, token=token)
    cases = set()
    contract = sign(call, inbox, token, order, "contract", cases)
    call("POST", "/econtract/v1/password-resets", {"username": "kh0123456789"})
    smartca = f"/local/smartca/{order}"
    call("GET", f"/v1/orders/{order}/certificate", token=token)
    call("POST", "/local/clock", {"advance_seconds": 61}, "local")
    call("POST", f"/v1/orders/{order}/certificate/resend-code", token=token)
    identify(call, inbox, order)
    call("POST", smartca + "/ekyc", token="local")
    call("POST", smartca + "/issue", token="local")
    call("GET", f"/v1/orders/{order}/certificate", token=token)
    case = call("POST", f"/v1/orders/{order}/cases", {"kind": "other", "text": "Xin gọi lại"}, token)["id"]
    call("POST", f"/local/cases/{case}/resolve", {"outcome": "granted"}, "local")
    cases |= {item["id"] for item in call("GET", f"/v1/orders/{order}/cases", token=token)["items"]}
    back = call("POST", f"/v1/orders/{order}/refund-requests", {"ground": "wrong_information", "text": "Sai"}, token)["id"]
    call("POST", f"/local/refund-requests/{back}/decision", {"outcome": "unchanged", "note": "Không sai"}, "local")
    acceptance = sign(call, inbox, token, order, "acceptance", cases)
    call("GET", "/econtract/v1/authorities")
    team = call("POST", "/v1/orders", wanted, token)["id"]
    call("PUT", f"/v1/orders/{team}/coupon", {"coupon": "KHONG-CO"}, token, call.etag)
    call("PUT", f"/v1/orders/{team}/coupon", {}, token, call.etag)
    people = [{**profile, "full_name": name} for name in ("Nguyễn Văn An", "Trần Thị Mai")]
    orders = {order, *(o["id"] for o in call("POST", f"/v1/orders/{team}/people", {"profiles": people}, token)["orders"])}
    together = sorted(orders - {order})
    contact = {"name": "Lan", "phone": "0912345678", "email": "lan@vidu.vn"}
    call("PUT", "/v1/joint-billing", {"order_ids": together, "invoice": {"kind": "consumer"}, "contact": contact}, token)
    call("PUT", "/v1/joint-coupon", {"order_ids": together, "coupon": "KHONG-CO"}, token)
    call("PUT", "/v1/joint-coupon", {"order_ids": together}, token)
    lost = call("POST", "/v1/orders", wanted, token)["id"]
    call("PUT", f"/v1/orders/{lost}/profile", profile, token, call.etag)
    call("PUT", f"/v1/orders/{lost}/billing", {"invoice": {"kind": "consumer"}}, token, call.etag)
    payments = {joint["id"], payment, pay(call, token, lost, version)}
    refused, given = refuse_and_refund(call, inbox, token, lost, cases)
    refunds |= {refund["id"] for paid in payments
                for refund in call("GET", "/v1/payments/" + paid, token=token).get("refunds", [])}
    orders.add(lost)
    subscriptions = {item["id"] for item in call("GET", "/v1/subscriptions", token=token)["items"]}
    subscription = min(subscriptions)
    call("GET", "/v1/subscriptions/" + subscription, token=token)
    call("PUT", "/v1/services/smartca-on/review", {"stars": 5, "text": "Tốt"}, token)
    call("GET", "/v1/services/smartca-on/reviews", token=token)
    call("GET", "/v1/services/smartca-on", token=token)
    call("GET", "/v1/me/data", token=token)
    call("GET", "/v1/me/export", token=token)
    call("GET", "/v1/me/deletion", token=token)
    account, told = call("GET", "/v1/me", token=token)["id"], inbox()
    call("POST", "/v1/me/deletion", {"password": password}, token)
    call("POST", "/local/clock", {"advance_seconds": 1}, "local")
    call("DELETE", "/v1/sessions/current", token=token)
    listener.join(20)
    ids = {"order": orders, "certificate": {order, lost}, "case": cases, "payment": payments,
           "refund": refunds, "refund_request": {back, given}, "dossier": {contract, acceptance, refused},
           "subscription": subscriptions, "account": {account}, "message": {item["id"] for item in told + inbox()}}
    return listener, ids


with tempfile.TemporaryDirectory() as directory:
    environment = {**os.environ, "ONESME_LOCAL_TOKEN": "local"}
    process = subprocess.Popen([backend, "--data-dir", directory, "--local"], stdout=subprocess.PIPE,
                               env=environment, text=True)
    try:
        listener, ids = walk(Client(process.stdout.readline().split()[1]))
    finally:
        process.terminate()
        process.wait()

wrong = check_events(listener, ids)
print("1..4")
print("ok 1 - /openapi/answers-fit" if not failures else "not ok 1 - /openapi/answers-fit")
for failure in failures:
    print("#", failure)
expected = {o["operationId"] for p in document["paths"].values() for o in p.values()
            if "content" in o["responses"].get("200", o["responses"].get("201", {}))}
missing = sorted(expected - validated - {"cancel_order", "resend_activation", "econtract_sign_in"})
print(("ok" if not missing else "not ok") + " 2 - /openapi/every-operation-answered")
for name in missing:
    print("# never validated:", name)
print(("ok" if not wrong else "not ok") + " 3 - /openapi/events-fit")
for line in wrong:
    print("#", line)
print(("ok" if not listener.is_alive() else "not ok") + " 4 - /openapi/event-stream-ends-with-its-session")
print("#", len(listener.events), "events")
