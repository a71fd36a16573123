"""Who lost IKE SAs and is asked about them: what the maker and peer X have in common."""

from peer import Peer
from values import NOBODY, named, pair, replaced, taken
from wire import (IKE_AUTH, IKE_SA_INIT, IKE_SESSION_RESUME, INFORMATIONAL, INVALID_IKE_SPI, INVALID_SPI, NO_SPI, SK, SKF,
                  encoded, has_marker, notification)

GSA_AUTH, GSA_REKEY, IKE_INTERMEDIATE = 39, 41, 43


class Lost(Peer):
    """In capitals: the clauses that a role adds to those of IKEv2."""

    EXISTS, CHILD_LIMITED, CHILD_UNDER, CHILD_ALONE = (), (), (), ()

    def __init__(self, policy, state):
        super().__init__(policy, state)
        # clauses of an answer, if one is sent, and of what stands beside its first payload, if there is room for any of it
        self.of_answer, self.of_beside = (), ()

    def exists(self, spis):
        """READING-1: half-open IKE SAs too, unless the policy is the other reading."""
        sa = self.sa(spis)
        return sa and (sa["phase"] == "established" or self.policy["halfOpenExists"])

    # limits

    def used_up(self, host):
        """Whether the answer to this source is one too many, and by which clause; the limit for each source is SIR's."""
        if self.state["answered"] >= self.policy["answers"]:
            return "BASE-2.21.4-1"
        counted = taken(self.state["answeredTo"], host, self.policy["answersToOne"], self.policy["sources"])
        return "SIR-4.1-1" if counted is None else None

    def limited(self, host, *clauses):
        by = self.used_up(host)
        if by:
            self.log("ANSWERS_LIMITED", by, *clauses)
        return by is not None

    def count(self, host):
        self.put(answered=self.state["answered"] + 1, answeredTo=taken(
            self.state["answeredTo"], host, self.policy["answersToOne"], self.policy["sources"]))

    def report_limited(self, spis, *clauses):
        """BASE-2.21.4-11: whether one more message under this IKE SA is one too many, logged; else it is counted."""
        most = self.policy["reports"]
        count = next((r["count"] for r in self.state["reported"] if pair(r) == spis), 0)
        if most and count >= most:
            self.log("ANSWERS_LIMITED", "BASE-2.21.4-11", *clauses)
            return True
        if most:
            self.put(reported=replaced(self.state["reported"], {**named(spis), "count": count + 1}))
        self.cite("BASE-2.21.4-11")
        return False

    def reply(self, packet, here, there, message, payloads, count, *clauses):
        """Sends and counts the answer. BASE-2.21.4-9: with as many of the payloads as there is room for, of which the first
        one must stay."""
        for kept in range(len(payloads), 0, -1):
            answer = message(payloads[:kept])
            if self.has_room(packet, here, there, answer):
                if kept < len(payloads):
                    self.log("PAYLOADS_LEFT_OUT", "BASE-2.21.4-9")
                self.cite("BASE-2.21.4-1", *clauses, *self.of_answer, *(self.of_beside if kept > 1 else ()))
                count(there[0])
                return self.send(here, there, answer)
        return self.log("ANSWER_TOO_LARGE", "BASE-2.21.4-9")

    def has_room(self, packet, here, there, answer):
        room = self.policy["amplification"] * packet.octets
        return not room or (4 if has_marker(here, there) else 0) + len(answer) <= room

    # packets about what is not there

    def child_packet(self, packet):
        spi, host = packet.what["spi"], packet.source[0]
        if self.with_child(spi):
            return self.log("CHILD_SA_EXISTS", "BASE-1.5-1")
        if self.passed_over(spi) or self.limited(host, *self.CHILD_LIMITED):
            return None
        hint = notification(INVALID_SPI, spi)
        # BASE-1.5-1: to where it came from; outside UDP there is no port, and IKE is at 500
        here, there = [(e[0], e[1] or 500) for e in (packet.target, packet.source)]
        sa, proof = self.with_peer_at(*packet.source), self.child_proof(spi, host)
        if proof and self.has_room(packet, here, there, self.in_the_clear([hint, proof])):
            sa = None  # READING-33: before a report that changes nothing
        if sa and self.report_limited(pair(sa), *self.CHILD_LIMITED):
            return None
        if sa:
            self.count(host)
            self.protect((sa["spiI"], sa["spiR"]), INFORMATIONAL, False, [hint])
            return self.cite("BASE-1.5-5", "BASE-2.21.4-1", "BASE-2.21.4-6", "BASE-2.21.4-7", *self.CHILD_UNDER)
        return self.reply(packet, here, there, self.in_the_clear, [hint] + self.beside_child_hint(spi), self.count,
                          "BASE-1.5-1", *self.CHILD_ALONE)

    @staticmethod
    def in_the_clear(payloads):
        return encoded((NO_SPI, NO_SPI), INFORMATIONAL, True, False, 0, payloads)

    def message(self, packet):
        if self.heeded(packet):
            return None
        if self.exists(packet.spis):
            return self.log("IKE_SA_EXISTS", *self.EXISTS)
        if self.elsewhere(packet.spis):
            return None
        if packet.response:
            return self.log("RESPONSE_WITHOUT_IKE_SA", "BASE-1.5-4")
        if not self.is_asked(packet):
            return self.log("NOT_A_PROTECTED_REQUEST", "BASE-1.5-6")
        if packet.payloads and packet.payloads[-1].get("fragment", {"number": 1})["number"] > 1:
            return self.log("LATER_FRAGMENT", "BASE-7383.2.6.1-1")
        if self.limited(packet.source[0]):
            return None
        beside = self.beside_hint(packet)
        return self.reply(packet, packet.target, packet.source, packet.reply, [notification(INVALID_IKE_SPI)] + beside,
                          self.count, "BASE-1.5-3")

    def is_asked(self, packet):
        """BASE-1.5-6, with what READING-6 and READING-18 say of exchanges."""
        ends_in = packet.payloads[-1]["type"] if packet.payloads else 0
        if ends_in not in (SK, SKF) or NO_SPI in packet.spis:
            return False
        if packet.exchange in (IKE_SA_INIT, IKE_SESSION_RESUME, GSA_REKEY):
            return False
        if packet.exchange in (IKE_AUTH, GSA_AUTH, IKE_INTERMEDIATE):
            return self.policy["answerIkeAuth"] and packet.header["initiator"] and packet.header["messageId"] > 0
        return True

    # what a role knows besides

    def heeded(self, packet):
        """Whether the message was about something that goes before all else."""
        return False

    def elsewhere(self, spis):
        """Whether another member holds it, logged."""
        return False

    def child_proof(self, spi, taker):
        """The token of the lost IKE SA that this child SPI belonged to, if it may be shown."""
        return None

    def passed_over(self, spi):
        return False

    def on_Tick(self, event):
        self.put(answered=0, answeredTo=NOBODY, reported=[])
