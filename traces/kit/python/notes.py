"""What notifications and the Vendor ID mean, and how they are said."""

from wire import CHECK_SPI, V, notification

QUERY, ACK, NACK, LONE_COOKIE = "QUERY", "ACK", "NACK", "LONE_COOKIE"
SUBTYPES = [QUERY, ACK, NACK, LONE_COOKIE]  # SIR-6-1; the last has no number in the draft: READING-8
VENDOR_ID = {"type": V, "data": b"SECURE IKE RECOVERY".hex()}  # SIR-5-1


def token_flaw(what):
    """QCD-4.1-2, QCD-5-1: why a notification of type 16419 has no token; None if it has one."""
    if what["spi"]:
        return "SPI_SIZE"
    if not 16 <= len(what["data"]) // 2 <= 128:
        return "LENGTH"
    return None


def child_spi(what):
    """BASE-1.5-1: the child SPI in a notification of type 11 is its data, four octets; None if it has none."""
    return what["data"] if len(what["data"]) == 8 else None


def is_reflected(cookie):
    """BASE-2.6-4, READING-20: a cookie of other than 1 to 64 octets is none."""
    return 1 <= len(cookie) // 2 <= 64


def has_vendor_id(payloads):
    return any(p["type"] == V and p["data"] == VENDOR_ID["data"] for p in payloads)


def check_spi(what):
    """SIR-6-1, or the flaw by SIR-6-2: {"subtype", "spiI" and "spiR" or "spi" or none, "cookie"} or {"flaw"}."""
    data, spi = bytes.fromhex(what["data"]), what["spi"]
    if len(data) < 4:
        return {"flaw": "SHORT"}
    if data[1] != len(data) - 4:
        return {"flaw": "COOKIE_SIZE"}
    if data[0] >= len(SUBTYPES):
        return {"flaw": "SUBTYPE"}
    subtype, cookie = SUBTYPES[data[0]], data[4:].hex()
    if len(spi) not in ((0,) if subtype == LONE_COOKIE else (8, 32)):
        return {"flaw": "SPI_SIZE"}
    names = {0: {}, 8: {"spi": spi}, 32: {"spiI": spi[:16], "spiR": spi[16:]}}[len(spi)]
    return {"subtype": subtype, **names, "cookie": cookie}


def check_spi_payload(subtype, spi, cookie=""):
    """The notification that says it; protocol 1 for an IKE SA, 3 for a child SA, 0 for none. None if the size of the
    cookie does not fit into its octet."""
    if len(cookie) // 2 > 255:
        return None
    protocol = {0: 0, 8: 3, 32: 1}[len(spi)]
    return notification(CHECK_SPI, f"{SUBTYPES.index(subtype):02x}{len(cookie) // 2:02x}0000{cookie}", protocol, spi)
