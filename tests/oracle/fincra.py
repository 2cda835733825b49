"""Fincra signs: the Python of docs.fincra.com, "How To Validate Webhooks"."""

import base64
import sys
# ---- begin: verbatim ---------------------------------------------------------
import hmac
import hashlib
import json
# ---- end: verbatim -----------------------------------------------------------


def encrypt_webhook_data(webhook_secret_key, payload, req, print):
    # The sample's two placeholders, the key and the payload, are arguments here.
    # ---- begin: verbatim (indented) ------------------------------------------
    #encode the webhook key and save it in a variable
    key = webhook_secret_key.encode("utf-8")
    #convert the payload into serialized json
    message = json.dumps(payload, separators=(',', ':')).encode("utf-8")
    #encrypt the payload
    encrypted_data = hmac.new(key, message, hashlib.sha512).hexdigest()
    #get the signature from the header
    signature = req.headers['signature'];
    #check signature authencity
    if signature == encrypted_data:
        print("process")
    else:
        print("discard!")
    # ---- end: verbatim -------------------------------------------------------
    return encrypted_data


class Request:
    def __init__(self, signature):
        self.headers = {"signature": signature}


def answer(case):
    said = []
    try:
        payload = json.loads(base64.b64decode(case["body_base64"]).decode("utf-8"))
        signature = encrypt_webhook_data(
            case["secret"], payload, Request(case.get("claimed")), said.append
        )
    except (ValueError, RecursionError) as error:
        return {"error": type(error).__name__}
    return {"signature": signature, "accepts": said == ["process"]}


json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
