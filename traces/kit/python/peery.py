"""Peer Y of SIR: kept its IKE SAs; asks before it believes a hint, and replaces what the peer says it does not have."""

from math import inf
from operator import itemgetter

from notes import ACK, LONE_COOKIE, NACK, QUERY, VENDOR_ID, check_spi, check_spi_payload, is_reflected
from recovery import Recovering
from secret import cookie_of_y, is_good
from values import named, pair, taken, without
from wire import (CHECK_SPI, COOKIE, IKE_SA_INIT, IKE_SESSION_RESUME, INFORMATIONAL, INVALID_SPI, N, SK, SKF, encoded, end,
                  written)


class PeerY(Recovering):
    lived = None  # the IKE SA whose wait this event has ended

    # hints and verdicts

    def message(self, packet):
        said = packet.notified(CHECK_SPI)
        if packet.payloads and packet.payloads[-1]["type"] in (SK, SKF) or not said:
            return super().message(packet)
        what = next((w for w in map(check_spi, said) if w.get("subtype") != LONE_COOKIE), None)
        if not what:
            return super().message(packet)
        if "flaw" in what:
            return self.log("CHECK_SPI_MALFORMED", "SIR-6-2")
        if what["subtype"] == QUERY:
            return self.log("NOT_FOR_THIS_ROLE", "SIR-3.2.1-1")
        if "spi" in what:
            return self.log("QUERY_NOT_PROTECTED", "SIR-3.4.2-3")
        return self.told(packet, what)

    def hinted(self, packet):
        self.packet = packet
        child, of = self.child_hint(packet), self.hints(packet)
        if of is None:
            return self.log("NO_HINT", "BASE-1.5-2")
        if not of:
            return self.log("NO_SUCH_IKE_SA", "SIR-3.4.2-2" if child else "SIR-3.2.2-4")
        for sa in of:
            self.suspect(sa, child)
        return None

    def suspect(self, sa, child=None):
        """SIR-3.2.2-4 for an IKE SA, SIR-3.4.2-2 for a child SA: ask, if it is worth asking."""
        if sa["phase"] == "halfOpen":
            return self.log("IKE_SA_HALF_OPEN", "SIR-3.2.2-4")
        if self.is_damped(sa):
            return self.log("PEER_DAMPENED", "SIR-4.2-1")
        if self.recovery(sa):
            return self.log("RECOVERY_UNDER_WAY", "SIR-3.2.2-11")
        if named(pair(sa)) not in self.state["able"]:
            self.cite("SIR-3.3.2-1", "SIR-5-1")
            return self.doubt(sa)
        if child is None and not self.state["secrets"]:
            return self.log("NO_COOKIE_SECRET", "SIR-3.2.4-1")
        asked = taken(self.state["asked"], end(sa["peer"])[0], self.sir("queries"), inf)
        if asked is None:
            return self.log("QUERIES_LIMITED", "SIR-3.2.2-5", "SIR-4-1" if child is None else "SIR-4.1-2")
        self.put(asked=asked)
        self.cite("SIR-3.2.2-5")
        if child is None:
            return self.ask(sa)
        self.cite("SIR-3.4.2-2", "SIR-3.4.2-3", "SIR-4.1-2")
        return self.protect(pair(sa), INFORMATIONAL, False, [check_spi_payload(QUERY, child)])

    def ask(self, sa):
        here, there = end(sa["here"]), end(sa["peer"])
        if self.sir("queryTo") == "source":  # READING-12 the other way
            there = self.packet.source
        question = check_spi_payload(QUERY, "".join(pair(sa)), cookie_of_y(self.state["secrets"][0], pair(sa), here, there))
        lone = [what["cookie"] for what in map(check_spi, self.packet.notified(CHECK_SPI)) if what.get("subtype") == LONE_COOKIE]
        for_ticket, beside = self.sized(lone), self.sized(p["data"] for p in self.packet.notified(COOKIE))
        if self.sir("tickets") and for_ticket:
            self.cite("SIR-3.3-1", "SIR-3.3.3-2")
            return self.begin_on_hint(sa, for_ticket, question)
        if self.sir("collapsed") and beside:
            self.cite("SIR-9-1")
            return self.begin_on_hint(sa, beside, question)
        if for_ticket:
            self.cite("SIR-3.3.3-5")
        self.cite("SIR-3.2.2-4", "SIR-3.2.2-6", "SIR-3.2.4-1")
        return self.send(here, there, encoded(pair(sa), INFORMATIONAL, sa["initiator"], False, 0, [question]))  # READING-9

    def sized(self, cookies):
        """The first one that can be reflected, "" if none can: READING-20."""
        cookies = list(cookies)
        fit = [c for c in cookies if is_reflected(c)]
        self.cite(*["BASE-2.6-4"] * (len(fit) < len(cookies)))
        return fit[0] if fit else ""

    def begin_on_hint(self, sa, cookie, question):
        """READING-22: nobody has verified the hint, so liveness checks go on beside what begins here."""
        self.cite("BASE-2.21.4-3")
        self.recover(sa, 0, "", False)
        self.initiate(sa, cookie, [question])

    def told(self, packet, what):
        offer = packet.exchange == IKE_SA_INIT and not packet.response and what["subtype"] == NACK
        answers = packet.response and (packet.exchange == INFORMATIONAL  # READING-9
                                       or packet.exchange == IKE_SESSION_RESUME and self.sir("tickets")
                                       or packet.exchange == IKE_SA_INIT and self.sir("collapsed"))
        clause = "SIR-3.5-5" if offer else "SIR-3.2.2-9"
        if not offer and not answers:
            return self.log("NOT_IN_THIS_EXCHANGE", "SIR-3.2.2-9")
        sa = self.established(pair(what))
        if not sa:
            return self.log("NO_SUCH_IKE_SA", clause)
        if self.is_damped(sa):
            return self.log("PEER_DAMPENED", "SIR-4.2-1")
        verified = taken(self.state["verified"], packet.source[0], self.policy["verifications"], self.policy["sources"])
        if verified is None:
            return self.log("VERIFICATIONS_LIMITED", "SIR-4-1")
        self.put(verified=verified)
        self.cite("SIR-4-1")
        # READING-15: the ends of the question are those of the answer, swapped
        if not is_good(self.state["secrets"], what["cookie"], lambda s: cookie_of_y(s, pair(sa), packet.target, packet.source)):
            self.damp(sa, "cookie")
            return self.log("COOKIE_INVALID", clause)
        if what["subtype"] == ACK and self.sir("waitChecks") and self.waits(sa):
            return self.log("RECOVERY_UNDER_WAY", "SIR-3.2.3-3")
        if what["subtype"] == ACK:
            self.cite("SIR-3.2.2-9", "SIR-3.2.2-10")
            return self.has_it(packet, sa)
        if offer and not self.sir("acceptsOffers"):
            return self.log("OFFER_DECLINED", "SIR-3.5-5")
        if self.is_settled(sa):
            return self.log("RECOVERY_UNDER_WAY", "SIR-3.2.2-11")
        return self.offered(packet, sa) if offer else self.denied(packet, sa)

    def is_tried(self, sa):
        """READING-22: whether what goes on began on a hint alone."""
        return self.recovery(sa) and not self.is_settled(sa)

    def has_it(self, packet, sa):
        """X says that it has the IKE SA: what waits ends (SIR-3.2.3-1), and what began on a hint (READING-22)."""
        self.log("PEER_HAS_THE_SA")
        recovery = self.recovery(sa)
        if recovery and recovery["pause"]:
            self.cite("SIR-3.2.3-1")
            self.end_recovery(pair(sa))
        elif self.is_tried(sa):
            self.cite(*["SIR-9-1"] * (packet.exchange == IKE_SA_INIT))
            self.end_recovery(pair(sa))
        self.damp(sa, "ack")

    def offered(self, packet, sa):
        self.recover(sa, 0, "", True)
        self.end_check(pair(sa))
        self.cite("SIR-3.5-5", "SIR-5-1")
        return self.effect("Accept", **{"from": written(*packet.source)}, payloads=[VENDOR_ID])

    def denied(self, packet, sa):
        self.cite("SIR-2.2-1", "SIR-3.2.2-9")
        cookie = self.sized(p["data"] for p in packet.notified(COOKIE))
        if self.is_tried(sa) and packet.exchange == IKE_SA_INIT:
            self.cite("SIR-9-1")
        elif self.is_tried(sa) and self.sir("tickets"):
            self.cite("SIR-3.3.3-8")
        if self.sir("delay"):
            self.cite("SIR-3.2.3-1")
            self.recover(sa, self.sir("delay"), cookie, True)
            return self.ask_for_life(sa) if self.sir("waitChecks") else None
        return self.replace(sa, cookie)

    def waits(self, sa):
        recovery = self.recovery(sa)
        return recovery and recovery["pause"] > 0

    def ask_for_life(self, sa):
        """SIR-3.2.3-3: under the old IKE SA, which only X can answer; a request that is out goes once more."""
        self.cite("SIR-3.2.3-3")
        if not self.check(sa):
            return self.begin_check(sa)
        self.cite("BASE-2.1-1")
        return self.effect("Retransmit", **named(pair(sa)))

    def alive(self, sa):
        super().alive(sa)
        if self.sir("waitChecks") and self.waits(sa):
            self.cite("SIR-3.2.3-3")
            self.lived = pair(sa)
            self.end_recovery(pair(sa))

    # protected messages

    def inside(self, sa, event):
        notes = [p for p in event["payloads"] if p["type"] == N] if sa["phase"] == "established" else []
        for one in notes:
            if one["notify"] == INVALID_SPI and not event["response"]:
                self.drop_child(sa, one["data"], "SIR-3.4.1-2")
            if one["notify"] == CHECK_SPI:
                self.settled(sa, check_spi(one), event["response"])
        return []

    def settled(self, sa, what, response):
        if "flaw" in what:
            self.log("CHECK_SPI_MALFORMED", "SIR-6-2")
        elif "spi" in what and response and what["subtype"] == ACK:
            self.log("PEER_HAS_THE_SA", "SIR-3.4.2-2")
            self.damp(sa, "ack")
        elif "spi" in what and response and what["subtype"] == NACK:
            self.drop_child(sa, what["spi"], "SIR-3.4.2-2")
        elif "spiI" in what and what["subtype"] == ACK and pair(what) == pair(sa) and (
                self.recovery(sa) or self.lived == pair(sa)):
            self.log("PEER_HAS_THE_SA", "SIR-3.3.3-3")
            self.end_recovery(pair(sa))
            self.damp(sa, "ack")

    def drop_child(self, sa, spi, clause):
        """SIR-3.4.1-2: the child SA that is sent on with this SPI, under whichever IKE SA of this peer it is."""
        self.cite("SIR-2.2-1", clause)
        of = [s for s in self.state["sas"] if s["identity"] == sa["identity"] and self.child_out(s, spi)]
        for one in of:
            child = self.child_out(one, spi)
            self.save({**one, "children": without(one["children"], child["in"], itemgetter("in"))})
            self.effect("ChildSaDeleted", **named(pair(one)), child=child)
        if not of:
            self.log("NO_SUCH_CHILD_SA")
