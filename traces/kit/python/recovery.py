"""What peer Y of SIR keeps about recoveries and about peers that it does not listen to for a while, and the events that
change it."""

from operator import itemgetter

from baseline import Baseline
from notes import VENDOR_ID, has_vendor_id
from values import NOBODY, counted_down, named, pair, replaced, without
from wire import COOKIE, notification


class Recovering(Baseline):

    def sir(self, name):
        return self.policy["sir"][name]

    # dampening

    def is_damped(self, sa):
        return any(d["identity"] == sa["identity"] for d in self.state["damped"])

    def damp(self, sa, cause):
        """SIR-4.2-1, for the causes that the policy has."""
        if self.sir("dampening") and cause in self.sir("dampenedBy"):
            new = {"identity": sa["identity"], "ticks": self.sir("dampening")}
            self.put(damped=replaced(self.state["damped"], new, itemgetter("identity")))
            self.cite("SIR-4.2-1")

    # recoveries

    def recovery(self, sa):
        return next((r for r in self.state["recoveries"] if pair(r) == pair(sa)), None)

    def recover(self, sa, pause, cookie, sure):
        new = {**named(pair(sa)), "pause": pause, "cookie": cookie, "sure": sure}
        self.put(recoveries=replaced(self.state["recoveries"], new))

    def end_recovery(self, spis):
        self.put(recoveries=without(self.state["recoveries"], spis))

    def initiate(self, sa, cookie="", beside=()):
        """READING-20: the cookie of X first, then who we are (SIR-5-1)."""
        own = [notification(COOKIE, cookie)] if cookie else []
        self.effect("Initiate", **named(pair(sa)), **{"from": sa["here"], "to": sa["peer"]},
                    payloads=own + [VENDOR_ID, *beside])
        self.cite("SIR-5-1")

    def is_settled(self, sa):
        recovery = self.recovery(sa)
        return recovery and recovery["sure"]

    def replace(self, sa, cookie):
        self.recover(sa, 0, "", True)
        self.end_check(pair(sa))
        self.cite("SIR-3.2.2-11", *["SIR-3.2.2-12"] * bool(cookie))
        self.initiate(sa, cookie)

    # events

    def remove(self, sa):
        super().remove(sa)
        self.put(able=without(self.state["able"], pair(sa)))
        self.end_recovery(pair(sa))

    def is_able(self, spis):
        self.put(able=replaced(self.state["able"], named(spis)))

    def on_SaEstablished(self, event):
        sa = super().on_SaEstablished(event)
        if not sa:
            return
        if has_vendor_id(event["payloads"]):
            self.is_able(pair(sa))
            self.cite("SIR-5-1")
        self.damp(sa, "creation")

    def on_SaRekeyed(self, event):
        sa = super().on_SaRekeyed(event)
        if sa:
            if named(pair(event["old"])) in self.state["able"]:
                self.is_able(pair(sa))
            self.damp(sa, "creation")

    def on_ChildSaCreated(self, event):
        sa = super().on_ChildSaCreated(event)
        if sa:
            self.damp(sa, "creation")

    def on_SaImported(self, event):
        sa = super().on_SaImported(event)
        if sa:
            self.is_able(pair(sa))
            self.cite("SIR-5-2")

    def on_AddressChanged(self, event):
        """READING-31: a try that asked with a cookie over the old ends is over (SIR-2.1-5)."""
        before = self.sa(pair(event))
        sa = super().on_AddressChanged(event)
        if sa and self.recovery(sa) and not self.is_settled(sa) and (before["here"], before["peer"]) != (sa["here"], sa["peer"]):
            self.end_recovery(pair(sa))
            self.cite("SIR-2.1-5")

    def on_SaReplaced(self, event):
        """SIR-3.6-1: the old one goes when the new one stands."""
        old, successor = self.established(pair(event["old"])), self.established(pair(event["successor"]))
        if not old or not successor or pair(old) == pair(successor):
            return self.log("NO_SUCH_IKE_SA", "SIR-3.6-1")
        self.end(old)
        self.cite("SIR-3.2.2-11", "SIR-3.6-1")
        return self.damp(successor, "recovery")

    def on_SaNotReplaced(self, event):
        sa = self.sa(pair(event))
        if not sa or not self.recovery(sa):
            return self.log("NO_SUCH_IKE_SA")
        self.end_recovery(pair(sa))
        return self.damp(sa, "failure")

    def on_TrafficDue(self, event):
        sa = self.established(pair(event))
        if sa and self.is_settled(sa):
            return self.log("RECOVERY_UNDER_WAY", "SIR-3.2.2-11")
        return super().on_TrafficDue(event)

    def on_SecretRolled(self, event):
        self.roll(event, "SIR-3.2.4-2")

    def on_Rebooted(self, event):
        super().on_Rebooted(event)
        self.put(secrets=event["secrets"], able=[], asked=NOBODY, verified=NOBODY, damped=[], recoveries=[])

    def on_Tick(self, event):
        """Where the wait of SIR-3.2.3-1 is over, the new IKE SA comes behind all that the liveness checks bring."""
        due = [r for r in self.state["recoveries"] if r["pause"] == 1]
        for one in due:
            self.end_check(pair(one))
        super().on_Tick(event)
        for one in due:
            self.cite("SIR-3.2.3-1")
            self.replace(self.sa(pair(one)), one["cookie"])
        self.put(asked=NOBODY, verified=NOBODY, damped=counted_down(self.state["damped"]),
                 recoveries=[{**r, "pause": max(0, r["pause"] - 1)} for r in self.state["recoveries"]])
