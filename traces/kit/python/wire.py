"""What octets say: datagrams, messages, notifications, and back. Written from RFC 7296 and the clauses; all octets here
are bytes, in what comes out of JSON and goes into it lower-case digits."""

import ipaddress
from functools import lru_cache

N, V, SK, SKF = 41, 43, 46, 53
IKE_SA_INIT, IKE_AUTH, CREATE_CHILD_SA, INFORMATIONAL, IKE_SESSION_RESUME = 34, 35, 36, 37, 38
INVALID_IKE_SPI, INVALID_SPI, INITIAL_CONTACT, COOKIE, QCD_TOKEN, CHECK_SPI = 4, 11, 16384, 16390, 16419, 32770
NO_SPI = "00" * 8

# BASE-3.2-1: what is understood, and so never refused for its critical bit: the payloads of RFC 7296 and the fragment of
# RFC 7383
KNOWN = frozenset(range(33, 49)) | {SKF}

CLAUSE_OF = {
    "MAJOR_VERSION": "BASE-3.1-3", "UNKNOWN_CRITICAL_PAYLOAD": "BASE-3.2-1", "NOTIFY_TRUNCATED": "BASE-3.10-1",
    "NOTIFY_SPI_PAST_END": "BASE-3.10-1", "SHORT_MARKER": "BASE-3.1-2", "ENCRYPTED_TOO_SHORT": "BASE-3.14-1",
    "FRAGMENT_NUMBER": "BASE-7383.2.5-1",
}  # all others: BASE-3.1-4


class Malformed(Exception):
    """The first thing that is wrong with octets: a reason of the closed list, and the type of the payload at fault."""

    def __init__(self, reason, payload=None):
        super().__init__(reason)
        self.reason, self.payload = reason, payload


# ends of a packet

@lru_cache(maxsize=4096)
def address(text):
    """The address as RFC 5952 writes it; an IPv4 address written as IPv6 is that IPv4 address (RFC 4291, 2.5.5.2)."""
    parsed = ipaddress.ip_address(text)
    return str(getattr(parsed, "ipv4_mapped", None) or parsed)


@lru_cache(maxsize=4096)
def packed(text):
    return ipaddress.ip_address(address(text)).packed


@lru_cache(maxsize=4096)
def end(text):
    """Address and port; no port for what is not in UDP."""
    if text.startswith("["):
        host, _, port = text[1:].partition("]:")
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    else:
        host, port = text, ""
    return address(host), int(port) if port else None


def written(host, port):
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def has_marker(here, there):
    """BASE-3.1-2: an IKE message has a marker before it where neither end is port 500."""
    return here[1] != 500 and there[1] != 500


# decoding

@lru_cache(maxsize=65536)
def decoded(protocol, source, target, digits):
    """What came, between which ends, as JSON has it; Malformed if it is nothing."""
    octets = bytes.fromhex(digits)
    if not octets:
        raise Malformed("EMPTY")
    if protocol == "AH":  # BASE-4302.2-1
        if len(octets) < 12:
            raise Malformed("AH_TOO_SHORT")
        return child_packet("ah", octets[4:8])
    if protocol == "ESP":
        return esp(octets)
    if not has_marker(end(source), end(target)):
        return message(octets)
    if octets == b"\xff":
        return {"kind": "keepalive"}
    if not any(octets[:4]):
        if len(octets) <= 4:
            raise Malformed("SHORT_MARKER")
        return message(octets[4:])
    return esp(octets)


def esp(octets):
    if len(octets) < 8:
        raise Malformed("ESP_TOO_SHORT")
    return child_packet("esp", octets[:4])


def child_packet(kind, spi):
    if int.from_bytes(spi, "big") < 256:  # BASE-3.1-4
        raise Malformed("RESERVED_SPI")
    return {"kind": kind, "spi": spi.hex()}


def message(octets):
    """BASE-3.1-1. The version is looked at first, since what follows it may be laid out otherwise in another one."""
    if len(octets) < 28:
        raise Malformed("TOO_SHORT")
    if octets[17] >> 4 != 2:
        raise Malformed("MAJOR_VERSION")
    if int.from_bytes(octets[24:28], "big") != len(octets):
        raise Malformed("LENGTH_MISMATCH")
    flags = octets[19]
    header = {
        "spiI": octets[:8].hex(), "spiR": octets[8:16].hex(), "minorVersion": octets[17] & 15, "exchange": octets[18],
        "initiator": bool(flags & 0x08), "response": bool(flags & 0x20), "versionFlag": bool(flags & 0x10),
        "reservedFlags": f"{flags & 0xc7:02x}", "messageId": int.from_bytes(octets[20:24], "big"), "length": len(octets),
    }
    return {"kind": "ike", "header": header, "payloads": chain(octets[16], octets[28:])}


def chain(kind, octets):
    payloads = []
    while kind:
        if len(octets) < 4:
            raise Malformed("PAYLOAD_HEADER_TRUNCATED", kind)
        length = int.from_bytes(octets[2:4], "big")
        if length < 4:
            raise Malformed("PAYLOAD_LENGTH_BELOW_FOUR", kind)
        if length > len(octets):
            raise Malformed("PAYLOAD_PAST_END", kind)
        if octets[1] & 0x80 and kind not in KNOWN:
            raise Malformed("UNKNOWN_CRITICAL_PAYLOAD", kind)
        following = octets[0]
        payloads.append(payload(kind, following, octets[4:length])
                        | {"critical": bool(octets[1] & 0x80), "reserved": f"{octets[1] & 0x7f:02x}"})
        octets = octets[length:]
        if kind in (SK, SKF):  # BASE-3.14-1: the last one; its next payload is the first inside
            break
        kind = following
    if octets:
        raise Malformed("TRAILING_OCTETS")
    return payloads


def payload(kind, following, body):
    if kind == N:
        if len(body) < 4:
            raise Malformed("NOTIFY_TRUNCATED", N)
        if 4 + body[1] > len(body):
            raise Malformed("NOTIFY_SPI_PAST_END", N)
        spi, data = body[4:4 + body[1]], body[4 + body[1]:]
        return {"type": N, "notify": int.from_bytes(body[2:4], "big"), "protocol": body[0], "spi": spi.hex(), "data": data.hex()}
    if kind == SK:
        return {"type": SK, "firstInside": following, "data": encrypted(SK, body)}
    if kind == SKF:
        data = encrypted(SKF, body[4:])
        number, total = int.from_bytes(body[:2], "big"), int.from_bytes(body[2:4], "big")
        if not 1 <= number <= total:
            raise Malformed("FRAGMENT_NUMBER", SKF)
        return {"type": SKF, "firstInside": following, "fragment": {"number": number, "total": total}, "data": data}
    return {"type": kind, "data": body.hex()}


def encrypted(kind, body):
    if len(body) < 17:  # BASE-3.14-1: IV 8, padding length 1, tag 8
        raise Malformed("ENCRYPTED_TOO_SHORT", kind)
    return body.hex()


# encoding

def notification(kind, data="", protocol=0, spi=""):
    return {"type": N, "notify": kind, "protocol": protocol, "spi": spi, "data": data}


def body_of(what):
    if what["type"] == N:
        spi = bytes.fromhex(what["spi"])
        return bytes([what["protocol"], len(spi)]) + what["notify"].to_bytes(2, "big") + spi + bytes.fromhex(what["data"])
    return bytes.fromhex(what["data"])


def encoded_chain(payloads):
    octets = b""
    for at, what in enumerate(payloads):
        body = body_of(what)
        following = payloads[at + 1]["type"] if at + 1 < len(payloads) else 0
        octets += bytes([following, 0]) + (4 + len(body)).to_bytes(2, "big") + body
    return octets


def encoded(spis, exchange, initiator, response, message_id, payloads):
    """BASE-3.1-1, BASE-3.1-3: reserved flags and V are sent zero."""
    octets = encoded_chain(payloads)
    first = payloads[0]["type"] if payloads else 0
    flags = (0x08 if initiator else 0) | (0x20 if response else 0)
    return (bytes.fromhex("".join(spis)) + bytes([first, 0x20, exchange, flags]) + message_id.to_bytes(4, "big")
            + (28 + len(octets)).to_bytes(4, "big") + octets)
