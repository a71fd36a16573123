"""A packet that was received."""

from values import pair
from wire import N, encoded, end


class Packet:
    """One that was received: between which ends, and what it is."""

    def __init__(self, event, what):
        self.source, self.target, self.what = end(event["from"]), end(event["to"]), what
        self.octets = len(event["datagram"]) // 2
        if what["kind"] == "ike":
            self.header, self.payloads = what["header"], what["payloads"]
            self.spis, self.exchange, self.response = pair(self.header), self.header["exchange"], self.header["response"]

    def notified(self, kind):
        return [p for p in self.payloads if p["type"] == N and p["notify"] == kind]

    def reply(self, payloads):
        """BASE-1.5-3, READING-9: SPIs, exchange and message ID copied, marked as a response, and as from the other side."""
        return encoded(self.spis, self.exchange, not self.header["initiator"], True, self.header["messageId"], payloads)
