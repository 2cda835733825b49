"""Sends pairs of a request that is refused and one that is genuine over one connection that is kept
alive, and prints how many of each were answered as they should be. Only the standard library."""

import http.client
import json
import sys

told = json.load(sys.stdin)
connection = http.client.HTTPConnection("127.0.0.1", told["port"], timeout=20)
body = b"x" * told["size"]
right = [0, 0]
for _ in range(told["pairs"]):
    for index, (method, headers, body, status) in enumerate([
        (told["method"], told["headers"], b"x" * told["size"], told["status"]),
        ("POST", told["genuine"], told["body"].encode(), 200),
    ]):
        try:
            connection.request(method, "/", body, headers)
            answer = connection.getresponse()
            answer.read()
            right[index] += answer.status == status
        except OSError as error:
            print(repr(error), file=sys.stderr)
            connection.close()
        except http.client.HTTPException as error:
            print(repr(error), file=sys.stderr)
            connection.close()
print(json.dumps(right))
