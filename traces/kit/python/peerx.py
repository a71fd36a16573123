"""Peer X of SIR: lost its IKE SAs, hints at it, and answers questions about them."""

from operator import itemgetter

from lost import Lost
from peer import NOBODY, counted_down, named, pair, replaced, taken
from secret import cookie_of_x, is_good
from wire import (ACK, CHECK_SPI, COOKIE, IKE_SA_INIT, INFORMATIONAL, LONE_COOKIE, N, NACK, QUERY, VENDOR_ID, check_spi, check_spi_payload,
                  encoded, end, notification, written)


class PeerX(Lost):
    EXISTS = ("SIR-3.2.2-1",)
    CHILD_LIMITED = ("SIR-4.1-1",)
    CHILD_UNDER = ("SIR-3.4-1", "SIR-3.4.1-1", "SIR-4.1-1")
    CHILD_ALONE = ("SIR-3.4-1", "SIR-3.4.2-1", "SIR-4.1-1")

    def sir(self, name):
        return self.policy["sir"][name]

    # hints

    def passed_over(self, spi):
        lingers = any(one["spi"] == spi for one in self.state["lingering"])
        if lingers:
            self.log("DELETE_UNDER_WAY", "SIR-3.7-1")
        return lingers

    def beside_child_hint(self, spi):
        return []

    def beside_hint(self, packet):
        """Cookies of its own, for who goes on with a ticket (SIR-3.3.3-1) or in a collapsed exchange (SIR-9-1)."""
        self.cite("SIR-3.2.2-1", "SIR-3.2.2-2", "SIR-3.2.2-3")
        if not self.state["secrets"]:
            return []
        own, beside = cookie_of_x(self.state["secrets"][0], packet.source), []
        if self.sir("tickets"):
            self.cite("SIR-3.3.3-1")
            beside.append(check_spi_payload(LONE_COOKIE, "", own))
        if self.sir("collapsed"):
            self.cite("SIR-9-1")
            beside.append(notification(COOKIE, own))
        return beside

    def is_asked(self, packet):
        """SIR-3.2.2-1 has any message but IKE_SA_INIT answered, if the policy follows it there."""
        return super().is_asked(packet) or self.sir("anyRequest") and packet.exchange != IKE_SA_INIT

    # questions

    def heeded(self, packet):
        asked = packet.notified(CHECK_SPI)
        if packet.exchange == IKE_SA_INIT and packet.notified(COOKIE) and not (asked and packet.response):
            return self.returned(packet, asked)
        if not asked:
            return False
        question = self.question(asked)
        if question and (packet.exchange != INFORMATIONAL or packet.response):  # READING-9
            return self.logged("NOT_IN_THIS_EXCHANGE", "SIR-3.2.2-7")
        if question:
            self.answer(packet, question)
        return True

    def logged(self, reason, *clauses):
        self.log(reason, *clauses)
        return True

    def question(self, asked):
        """What is asked about an IKE SA by the first that is no lone cookie; None if it is no such question, which is
        logged."""
        said = next((s for s in map(check_spi, asked) if s.get("subtype") != LONE_COOKIE), {"subtype": LONE_COOKIE})
        if "flaw" in said:
            return self.log("CHECK_SPI_MALFORMED", "SIR-6-2")
        if said["subtype"] != QUERY:
            return self.log("NOT_A_QUERY", "SIR-3.2.1-1", "SIR-3.2.2-7")
        if "spi" in said:
            return self.log("QUERY_NOT_PROTECTED", "SIR-3.2.2-7", "SIR-3.4.2-3")
        return said

    def answer(self, packet, question):
        if self.no_verdict(packet.source[0]):
            return
        if self.exists(pair(question)):
            self.verdict(packet, question, ACK)
        elif packet.source[0] in self.sir("initiatesTo"):
            self.offer(packet, question)
        else:
            self.verdict(packet, question, NACK)

    def verdict(self, packet, question, subtype):
        payloads = [check_spi_payload(subtype, "".join(pair(question)), question["cookie"])]
        if self.sir("ownCookie") and self.state["secrets"]:
            self.cite("SIR-3.2.2-12")
            payloads.append(notification(COOKIE, cookie_of_x(self.state["secrets"][0], packet.source)))
        self.reply(packet, packet.target, packet.source, packet.reply, payloads, self.count_verdict,
                   "SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-4-1")

    def no_verdict(self, host):
        if self.verdicts_limited(host):
            return self.logged("ANSWERS_LIMITED", "BASE-2.21.4-1", "SIR-4-1")
        return False

    def verdicts_limited(self, host):
        """READING-23: one limit for all who ask; with none of their own, verdicts share that of the hints."""
        own = self.sir("verdicts")
        return self.state["told"] >= own if own else self.used_up(host) is not None

    def count_verdict(self, host):
        if self.sir("verdicts"):
            self.put(told=self.state["told"] + 1)
        else:
            self.count(host)

    def offer(self, packet, question):
        """SIR-3.5-1: to who is in the configuration, a new IKE SA in place of the plain NACK; never sent again (SIR-3.5-6)."""
        host = packet.source[0]
        # READING-23: those of the configuration are few enough to be told apart, however few sources are otherwise
        offered = taken(self.state["offered"], host, self.sir("queries"), len(self.sir("initiatesTo")))
        if offered is None:
            self.log("QUERIES_LIMITED", "SIR-3.2.2-5", "SIR-4-1")
            return
        self.count_verdict(host)
        self.put(offered=offered)
        self.cite("BASE-2.21.4-1", "SIR-3.2.1-1", "SIR-3.2.2-5", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-3.5-1", "SIR-3.5-2", "SIR-3.5-6", "SIR-4-1",
                  "SIR-5-1")
        nack = check_spi_payload(NACK, "".join(pair(question)), question["cookie"])
        ends = {"from": written(*packet.target), "to": written(*packet.source)}
        self.effect("Initiate", **named(pair(question)), **ends, payloads=[VENDOR_ID, nack])

    # cookies of its own that come back

    def returned(self, packet, asked):
        if packet.response:
            return self.logged("RESPONSE_WITHOUT_IKE_SA", "BASE-1.5-4", "BASE-2.6-5")
        question = None
        if asked and self.sir("collapsed"):
            question = self.question(asked)
            if not question or self.no_verdict(packet.source[0]):
                return True
        if not self.is_back(packet.notified(COOKIE)[0]["data"], packet.source, "BASE-2.6-4"):
            return True
        if question and self.exists(pair(question)):  # READING-19
            self.verdict(packet, question, ACK)
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
        return self.send(target, source, encoded(pair(event["under"]), 38, not event["initiator"], True, event["messageId"], [nack]))

    def still_there(self, about, host, cookie):
        if self.verdicts_limited(host):
            return self.log("ANSWERS_LIMITED", "SIR-4-1")
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
        self.put(sas=[], answered=0, answeredTo=NOBODY, told=0, verified=NOBODY, offered=NOBODY, secrets=event["secrets"], lingering=[])

    def on_Tick(self, event):
        super().on_Tick(event)
        self.put(told=0, verified=NOBODY, offered=NOBODY, lingering=counted_down(self.state["lingering"]))
