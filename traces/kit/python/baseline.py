"""Who kept the IKE SAs, with IKEv2 alone: unprotected hints start liveness checks, and unanswered checks end IKE SAs."""

from notes import child_spi
from peer import Peer
from values import named, pair, replaced, without
from wire import IKE_SA_INIT, IKE_SESSION_RESUME, INFORMATIONAL, INITIAL_CONTACT, INVALID_IKE_SPI, INVALID_SPI, N, SK, SKF


class Baseline(Peer):
    NO_SA = ("BASE-1.5-2",)

    # hints

    def message(self, packet):
        if packet.payloads and packet.payloads[-1]["type"] in (SK, SKF):
            return self.not_for_this_role(packet)  # a protected one is told as Protected, if it verifies
        if packet.exchange in (IKE_SA_INIT, IKE_SESSION_RESUME):  # READING-17
            return self.log("NO_HINT", "BASE-1.5-2")
        return self.hinted(packet)

    def child_packet(self, packet):
        self.not_for_this_role(packet)

    def hinted(self, packet):
        hints = self.hints(packet)
        if hints is None:
            return self.log("NO_HINT", "BASE-1.5-2")
        if not hints:
            return self.log("NO_SUCH_IKE_SA", "BASE-1.5-2")
        for sa in hints:
            self.doubt(sa)
        return None

    def hints(self, packet):
        """BASE-2.21.4-4, READING-24: the IKE SAs that the SPIs name; None if there is no hint in the message."""
        child = self.child_hint(packet)
        if child:  # the first; READING-27: INVALID_IKE_SPI beside it is passed over
            return [sa for sa in self.state["sas"] if self.child_out(sa, child)]
        if packet.notified(INVALID_IKE_SPI):
            return [sa for sa in self.state["sas"] if pair(sa) == packet.spis]
        return None

    @staticmethod
    def child_hint(packet):
        """The child SPI that the message speaks of, None if it speaks of none."""
        return next(filter(None, map(child_spi, packet.notified(INVALID_SPI))), None)

    @staticmethod
    def child_out(sa, spi):
        return next((c for c in sa["children"] if c["out"] == spi), None)

    def doubt(self, sa):
        """BASE-2.21.4-3: whatever the hint says, no SA changes by it."""
        if sa["phase"] == "halfOpen":
            return self.log("IKE_SA_HALF_OPEN", "BASE-2.21.4-3")
        if self.check(sa):
            return self.log("CHECK_UNDER_WAY", "BASE-2.21.4-3")
        if self.policy["ignoreHintsWhenFresh"] and named(pair(sa)) in self.state["heard"]:
            return self.log("HEARD_RECENTLY", "BASE-2.4-5")
        if self.state["hinted"] >= self.policy["checks"]:
            return self.log("CHECKS_LIMITED", "BASE-2.4-3", "BASE-2.21.4-5")
        self.put(hinted=self.state["hinted"] + 1)
        self.cite("BASE-2.4-3", "BASE-2.21.4-2", "BASE-2.21.4-3", "BASE-2.21.4-4", "BASE-2.21.4-5")
        return self.begin_check(sa)

    # liveness checks

    def check(self, sa):
        return next((c for c in self.state["checks"] if pair(c) == pair(sa)), None)

    def begin_check(self, sa):
        self.again({**named(pair(sa)), "sent": 1, "age": 0})
        self.cite("BASE-2.4-7")
        self.protect(pair(sa), INFORMATIONAL, False, [])

    def end_check(self, spis):
        self.put(checks=without(self.state["checks"], spis))

    def interval(self, sent):
        """BASE-2.4-6, READING-25: ticks to wait after so many transmissions, rounded up."""
        ticks = self.policy["interval"]
        for _ in range(sent - 1):
            ticks = min(self.policy["longest"], -(-ticks * self.policy["growth"] // 100))
        return ticks

    def on_Tick(self, event):
        self.put(hinted=0, heard=[])
        for check in self.state["checks"]:
            age, sent = check["age"] + 1, check["sent"]
            if age < self.interval(sent):
                self.again({**check, "age": age})
            elif sent < self.policy["tries"] or not self.policy["givesUp"]:
                self.again({**check, "sent": min(sent + 1, self.policy["tries"]), "age": 0})
                self.effect("Retransmit", **named(pair(check)))
                self.cite("BASE-2.1-1", "BASE-2.1-3", "BASE-2.4-2", "BASE-2.4-6")
            else:
                self.end(self.sa(pair(check)))
                self.cite("BASE-2.1-3", "BASE-2.4-1", "BASE-2.4-2", "BASE-2.4-4")

    def again(self, check):
        self.put(checks=replaced(self.state["checks"], check))

    def end(self, sa):
        """The IKE SA with all that is kept about it, without telling its peer."""
        self.remove(sa)
        self.effect("IkeSaDeleted", **named(pair(sa)), children=sa["children"])

    def remove(self, sa):
        super().remove(sa)
        self.end_check(pair(sa))
        self.put(heard=without(self.state["heard"], pair(sa)))

    def alive(self, sa):
        """BASE-2.4-7: anything fresh and protected proves the IKE SA and its children alive."""
        self.end_check(pair(sa))
        if self.policy["ignoreHintsWhenFresh"]:
            self.put(heard=replaced(self.state["heard"], named(pair(sa))))

    # events

    def on_Protected(self, event):
        sa = self.sa(pair(event))
        if sa:
            self.alive(sa)
        super().on_Protected(event)

    def on_ProtectedEsp(self, event):
        of = self.with_child(event["spi"])
        if not of:
            return self.log("NO_SUCH_CHILD_SA")
        self.cite("BASE-2.4-7")
        for sa in of:
            self.alive(sa)
        return None

    def on_TrafficDue(self, event):
        sa = self.established(pair(event))
        if not sa:
            return self.log("NO_SUCH_IKE_SA")
        if self.check(sa):
            return self.log("CHECK_UNDER_WAY")
        return self.begin_check(sa)

    def on_SaEstablished(self, event):
        sa = super().on_SaEstablished(event)
        notified = [p["notify"] for p in event["payloads"] if p["type"] == N]
        if sa and self.policy["initialContact"] and INITIAL_CONTACT in notified:
            others = [s for s in self.state["sas"] if s["identity"] == sa["identity"] and pair(s) != pair(sa)]
            for other in others:
                self.end(other)
                self.cite("BASE-2.4-1", "BASE-2.4-8")
        return sa

    def on_SaClosed(self, event):
        sa = super().on_SaClosed(event)
        if sa:
            self.cite("QCD-5.3-1")
        return sa

    def on_Rebooted(self, event):
        self.put(sas=[], checks=[], hinted=0, heard=[])
