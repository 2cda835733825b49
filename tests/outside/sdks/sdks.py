"""SDKs of PyPI. Reads a case a line from standard input, as JSON, and answers each with one line:
`{"accepts": ..}`, or `{"headers": ..}` where it is asked to sign.

    python3 tests/outside/sdks/sdks.py --list    what there is, as JSON
"""

import base64
import hashlib
import hmac
import json
import sys
from datetime import datetime, timezone

import finch
import finch.resources.webhooks
import gocardless_pro.webhooks
import pycronofy
import razorpay
import standardwebhooks
import stripe
from slack_sdk.signature import SignatureVerifier
from viberbot import Api, BotConfiguration

SECRET = "6d1d475adef242e59a648335288ee80b"
KEY = base64.b64encode(SECRET.encode()).decode()


def signature(key, message):
    return hmac.new(key, message.encode(), hashlib.sha256)


def text(digest):
    return base64.b64encode(digest.digest()).decode()


def finch_signs(body, secret, at):
    key, time = base64.b64decode(secret), str(at // 1000)
    value = text(signature(key, f"evt_1.{time}.{body}"))
    return {"Finch-Event-Id": "evt_1", "Finch-Timestamp": time, "Finch-Signature": f"v1,{value}"}


class At(datetime):
    """The moment of a case, for a package that looks at the clock."""

    seconds = 0

    @classmethod
    def now(cls, tz=None):
        return datetime.fromtimestamp(cls.seconds, tz)


def finch_verifies(headers, body, secret):
    finch.resources.webhooks.datetime = At
    client = finch.Finch(access_token="t", webhook_secret=secret)
    client.webhooks.verify_signature(body, headers)
    return True


def viber_verifies(headers, body, secret):
    api = Api(BotConfiguration(auth_token=secret, name="bot", avatar=""))
    return api.verify_signature(body.encode(), headers["x-viber-content-signature"])


def slack_signs(body, secret, at):
    time = str(at // 1000)
    value = SignatureVerifier(secret).generate_signature(timestamp=time, body=body)
    return {"X-Slack-Request-Timestamp": time, "X-Slack-Signature": value}


def standard_signs(body, secret, at):
    moment = datetime.fromtimestamp(at // 1000, tz=timezone.utc)
    value = standardwebhooks.Webhook(secret).sign("msg_1", moment, body)
    return {"webhook-id": "msg_1", "webhook-timestamp": str(at // 1000), "webhook-signature": value}


def stripe_signs(body, secret, at):
    time = str(at // 1000)
    value = stripe.WebhookSignature._compute_signature(f"{time}.{body}", secret)
    return {"Stripe-Signature": f"t={time},v1={value}"}


def cronofy_verifies(headers, body, secret):
    client = pycronofy.Client(client_id="c", client_secret=secret)
    return client.hmac_valid(headers["cronofy-hmac-sha256"], body)


def gocardless_verifies(headers, body, secret):
    # It raises where it refuses, and says nothing where it does not.
    gocardless_pro.webhooks._verify_signature(body.encode(), secret, headers["webhook-signature"])
    return True


# Each: the provider, the package, the secret, who signs, how, and how the package verifies.
SDKS = [
    ("finch", "finch-api", KEY, "python", finch_signs, finch_verifies),
    (
        "viber", "viberbot", SECRET, "python",
        lambda body, secret, at: {
            "X-Viber-Content-Signature": signature(secret.encode(), body).hexdigest()
        },
        viber_verifies,
    ),
    (
        "cronofy", "PyCronofy", SECRET, "python",
        lambda body, secret, at: {"Cronofy-HMAC-SHA256": text(signature(secret.encode(), body))},
        cronofy_verifies,
    ),
    (
        "gocardless", "gocardless_pro", SECRET, "python",
        lambda body, secret, at: {"Webhook-Signature": signature(secret.encode(), body).hexdigest()},
        gocardless_verifies,
    ),
    (
        "razorpay", "razorpay", SECRET, "python",
        lambda body, secret, at: {
            "X-Razorpay-Signature": signature(secret.encode(), body).hexdigest()
        },
        lambda headers, body, secret: razorpay.Utility(None).verify_webhook_signature(
            body, headers["x-razorpay-signature"], secret
        ),
    ),
    (
        "slack", "slack_sdk", SECRET, "sdk", slack_signs,
        lambda headers, body, secret: SignatureVerifier(secret).is_valid(
            body, headers["x-slack-request-timestamp"], headers["x-slack-signature"]
        ),
    ),
    (
        "standard-webhooks", "standardwebhooks", f"whsec_{KEY}", "sdk", standard_signs,
        lambda headers, body, secret: standardwebhooks.Webhook(secret).verify(body, headers) is not None,
    ),
    (
        "stripe", "stripe", f"whsec_{KEY}", "sdk", stripe_signs,
        lambda headers, body, secret: stripe.WebhookSignature.verify_header(
            body, headers["stripe-signature"], secret, 300
        ),
    ),
]

# These look at the clock, and cannot be shown another: nothing is recorded with them.
BY_THE_CLOCK = ("slack_sdk", "standardwebhooks", "stripe")


def answer(case):
    At.seconds = case["at"] // 1000
    one = next(sdk for sdk in SDKS if sdk[1] == case["package"])
    if "headers" not in case:
        return {"headers": one[4](case["body"], case["secret"], case["at"])}
    try:
        return {"accepts": bool(one[5](case["headers"], case["body"], case["secret"]))}
    except Exception as error:
        return {"accepts": False, "why": type(error).__name__}


if "--list" in sys.argv:
    keys = ("provider", "package", "secret", "signer")
    print(json.dumps([dict(zip(keys, sdk), record=sdk[1] not in BY_THE_CLOCK) for sdk in SDKS]))
else:
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)
