"""Peer X of SIR: lost its IKE SAs, hints at it, and answers questions about them."""

from operator import itemgetter

from notes import ACK, LONE_COOKIE, NACK, QUERY, VENDOR_ID, check_spi, check_spi_payload
from question import Asked
from secret import cookie_of_x, is_good
from values import NOBODY, counted_down, named, pair, replaced, taken, without
from wire import CHECK_SPI, COOKIE, IKE_SESSION_RESUME, INFORMATIONAL, N, encoded, end, written


class PeerX(Asked):

    # cookies of its own that come back

    def returned(self, packet, asked):
        if packet.response:
            return self.logged("RESPONSE_WITHOUT_IKE_SA", "BASE-1.5-4", "BASE-2.6-5")
        question = None
        deciding = [what for what in map(check_spi, asked) if what.get("subtype") != LONE_COOKIE]
        if deciding and self.sir("collapsed"):  # READING-19
            question = self.question(asked)
            if not question or self.no_verdict(packet.source[0]):
                return True
        if not self.is_back(packet.notified(COOKIE)[0]["data"], packet.source, "BASE-2.6-4"):
            return True
        if question and (self.exists(pair(question)) or self.another_has(pair(question))):  # READING-19
            self.verdict(packet, question, ACK, "BASE-2.6-4", "SIR-9-1")
            return True
        self.cite("BASE-2.6-4", "SIR-3.2.2-12", "SIR-4-1", "SIR-5-1")
        payloads = [VENDOR_ID]
        if question:
            self.count_verdict(packet.source[0])
            self.cite("SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-9-1")
            payloads.append(check_spi_payload(NACK, "".join(pair(question)), question["cookie"]))
        self.effect("Accept", **{"from": written(*packet.source)}, payloads=payloads)
        return True

    def is_back(self, cookie, source, *clauses):
        """Whether it is the cookie that this source was given; if not, that is logged."""
        verified = taken(self.state["verified"], source[0], self.policy["verifications"], self.policy["sources"])
        if verified is None:
            self.log("VERIFICATIONS_LIMITED", "SIR-4-1")
            return False
        self.put(verified=verified)
        if not is_good(self.state["secrets"], cookie, lambda secret: cookie_of_x(secret, source)):
            self.log("COOKIE_INVALID", "SIR-4-1", *clauses)
            return False
        return True

    def on_ResumptionAsked(self, event):
        if not self.sir("tickets"):
            return self.not_for_this_role(event)
        source, target, about = end(event["from"]), end(event["to"]), pair(event)
        sa = self.sa(about)
        if sa and sa["phase"] == "halfOpen":
            return self.log("IKE_SA_HALF_OPEN", "SIR-3.3.3-3")
        if sa:
            return self.still_there(about, source[0], event["cookie"])
        if self.elsewhere(about):
            return None
        if not self.is_back(event["own"], source, "SIR-3.3.3-4"):
            return None
        if event["ticket"] == "GOOD":
            self.cite("SIR-3.3.3-6", "SIR-4-1", "SIR-5-1")
            return self.effect("Accept", **{"from": event["from"]}, payloads=[VENDOR_ID])
        if self.used_up(source[0]):
            return self.log("ANSWERS_LIMITED", "BASE-2.21.4-1", "SIR-4-1")
        self.count(source[0])
        self.cite("BASE-2.21.4-1", "SIR-3.3.2-2", "SIR-3.3.3-4", "SIR-4-1")
        nack = check_spi_payload(NACK, "".join(about), event["cookie"])
        return self.send(target, source, encoded(pair(event["under"]), IKE_SESSION_RESUME, not event["initiator"], True,
                                                 event["messageId"], [nack]))

    def still_there(self, about, host, cookie):
        if self.verdicts_limited(host):
            return self.log("ANSWERS_LIMITED", "SIR-4-1")
        if self.report_limited(about):
            return None
        self.count_verdict(host)
        self.log("IKE_SA_EXISTS", "SIR-3.3.3-3", "SIR-4-1")
        return self.protect(about, INFORMATIONAL, False, [check_spi_payload(ACK, "".join(about), cookie)])

    # protected questions and other events

    def inside(self, sa, event):
        if event["response"]:
            return []
        answers = []
        for one in (p for p in event["payloads"] if p["type"] == N and p["notify"] == CHECK_SPI):
            said = check_spi(one)
            if said.get("subtype") == QUERY and "spi" in said:  # SIR-3.4.2-4, READING-10
                self.log("CHILD_SA_QUESTIONED", "SIR-3.4.2-4")
                has = any(s["identity"] == sa["identity"] for s in self.with_child(said["spi"]))
                answers.append(check_spi_payload(ACK if has else NACK, said["spi"], said["cookie"]))
        return answers

    def linger(self, spis):
        """SIR-3.7-1: as long as the Delete may still be sent again."""
        self.cite("SIR-3.7-1")
        ticks = self.sir("lingering")
        if ticks:
            for spi in spis:
                self.put(lingering=replaced(self.state["lingering"], {"spi": spi, "ticks": ticks}, itemgetter("spi")))

    def on_SaClosed(self, event):
        sa = super().on_SaClosed(event)
        if sa:
            self.linger([child["in"] for child in sa["children"]])

    def on_ChildSaClosed(self, event):
        if super().on_ChildSaClosed(event):
            self.linger([event["spi"]])

    def on_SecretRolled(self, event):
        self.roll(event, "SIR-3.2.4-2")

    def on_Rebooted(self, event):
        self.put(sas=[], answered=0, answeredTo=NOBODY, reported=[], told=0, verified=NOBODY, offered=NOBODY, secrets=event["secrets"],
                 elsewhere=[], lingering=[])

    def on_ActiveElsewhere(self, event):
        others = self.state["elsewhere"]
        self.put(elsewhere=replaced(others, named(pair(event))) if event["active"] else without(others, pair(event)))
        self.cite("SIR-3.2.1-2")

    def on_Tick(self, event):
        super().on_Tick(event)
        self.put(told=0, verified=NOBODY, offered=NOBODY, lingering=counted_down(self.state["lingering"]))
