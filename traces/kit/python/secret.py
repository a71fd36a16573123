"""What is made from secrets: the tokens of RFC 6290, what a taker keeps of them, and the cookies of SIR."""

import hmac
from hashlib import sha256

from wire import packed

TOKEN_OCTETS = 32


def token(octets, spis, taker=None):
    """QCD-5.1-1 without the taker's address, QCD-5.2-1 with it."""
    return sha256(bytes.fromhex(octets + "".join(spis)) + (packed(taker) if taker else b"")).hexdigest()


def digest(presented):
    """QCD-9.1-2: what a taker keeps, so that the store tells nobody the token."""
    return sha256(bytes.fromhex(presented)).hexdigest()


def same(one, other):
    """QCD-5-5: all octets, in constant time."""
    return hmac.compare_digest(one, other)


def cookie_of_y(secret, spis, here, there):
    """SIR-3.2.4-1, READING-8: of the question that goes from here to there."""
    content = bytes.fromhex(secret["octets"][:32] + "00" + "".join(spis)) + packed(here[0]) + packed(there[0])
    return versioned(secret, content + here[1].to_bytes(2, "big") + there[1].to_bytes(2, "big"))


def cookie_of_x(secret, there):
    """READING-13: it names who it goes to, and no SPI, since X could not know the new one."""
    content = bytes.fromhex(secret["octets"][:32] + "03") + packed(there[0])
    return versioned(secret, content + there[1].to_bytes(2, "big"))


def versioned(secret, content):
    return f"{secret['generation']:08x}" + sha256(content).hexdigest()


def is_good(secrets, cookie, make):
    """By the secret that the cookie names; one that is not kept any more makes none (SIR-3.2.4-2)."""
    for secret in secrets:
        if cookie[:8] == f"{secret['generation']:08x}":
            return same(make(secret), cookie)
    return False
