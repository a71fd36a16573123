"""What peer X of SIR says to who asks: hints, verdicts, and a new IKE SA in place of a verdict."""

from lost import Lost
from notes import ACK, LONE_COOKIE, NACK, QUERY, VENDOR_ID, check_spi, check_spi_payload
from secret import cookie_of_x
from values import named, pair, taken
from wire import CHECK_SPI, COOKIE, IKE_SA_INIT, INFORMATIONAL, notification, written


class Asked(Lost):
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
        self.of_answer = "SIR-3.2.2-1", "SIR-3.2.2-2", "SIR-3.2.2-3"
        if not self.state["secrets"]:
            return []
        own, beside = cookie_of_x(self.state["secrets"][0], packet.source), []
        if self.sir("tickets"):
            self.of_answer += ("SIR-3.3.3-1",)
            beside.append(check_spi_payload(LONE_COOKIE, "", own))
        if self.sir("collapsed"):
            self.of_answer += ("SIR-9-1",)
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
        if self.exists(pair(question)) or self.another_has(pair(question)):
            self.verdict(packet, question, ACK)
        elif packet.source[0] in self.sir("initiatesTo"):
            self.offer(packet, question)
        else:
            self.verdict(packet, question, NACK)

    def another_has(self, spis):
        """SIR-3.2.1-2: the members of a cluster are one peer."""
        return named(spis) in self.state["elsewhere"]

    def elsewhere(self, spis):
        return self.another_has(spis) and self.logged("IKE_SA_ACTIVE_ELSEWHERE", "SIR-3.2.1-2")

    def verdict(self, packet, question, subtype, *collapsed):
        """READING-19: in the collapsed exchange the verdict alone, with the clauses that decide there."""
        another = ("SIR-3.2.1-2",) if self.another_has(pair(question)) else ()
        payloads = [check_spi_payload(subtype, "".join(pair(question)), question["cookie"])]
        if self.sir("ownCookie") and not collapsed and self.state["secrets"]:
            self.of_beside = ("SIR-3.2.2-12",)
            payloads.append(notification(COOKIE, cookie_of_x(self.state["secrets"][0], packet.source)))
        self.reply(packet, packet.target, packet.source, packet.reply, payloads, self.count_verdict,
                   "SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-4-1", *collapsed, *another)

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
            self.log("ANSWERS_LIMITED", "SIR-3.2.2-5")
            return
        self.count_verdict(host)
        self.put(offered=offered)
        self.cite("BASE-2.21.4-1", "SIR-3.2.1-1", "SIR-3.2.2-5", "SIR-3.2.2-7", "SIR-3.2.2-8", "SIR-3.5-1", "SIR-3.5-2",
                  "SIR-3.5-6", "SIR-4-1", "SIR-5-1")
        nack = check_spi_payload(NACK, "".join(pair(question)), question["cookie"])
        ends = {"from": written(*packet.target), "to": written(*packet.source)}
        self.effect("Initiate", **named(pair(question)), **ends, payloads=[VENDOR_ID, nack])
