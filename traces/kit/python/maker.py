"""The token maker of RFC 6290."""

from operator import itemgetter

from lost import Lost
from secret import token
from values import NOBODY, named, pair, replaced, without
from wire import CREATE_CHILD_SA, IKE_AUTH, INFORMATIONAL, QCD_TOKEN, end, notification

SPI = itemgetter("spi")


class Maker(Lost):
    EXISTS = ("QCD-9.2-1",)

    # tokens

    def token(self, sa_spis, secret, taker):
        method52 = self.policy["method"] == "5.2"
        return notification(QCD_TOKEN, token(secret["octets"], sa_spis, taker if method52 else None), 1)  # QCD-4.1-1

    def hand_out(self, sa, under, exchange, response, *clauses):
        """A token of the newest secret for this IKE SA, in a message under that one (QCD-9.2-1: never in the clear)."""
        if not self.policy["maker"] or not self.state["secrets"]:
            return
        newest = self.state["secrets"][0]
        self.save({**sa, "secret": newest["generation"]})
        self.protect(under, exchange, response, [self.token(pair(sa), newest, end(sa["peer"])[0])])
        self.cite(*clauses)

    def can_make(self, generation):
        return any(s["generation"] == generation for s in self.state["secrets"])

    def shown(self, spis, taker, *clauses):
        """QCD-4.5-5, one for each generation; QCD-8.1-3, none when too many have been asked for."""
        if not self.policy["maker"] or not self.state["secrets"]:
            return []
        if self.state["answered"] >= self.policy["tokenAnswers"]:
            self.cite("QCD-8.1-3")
            return []
        self.of_beside = "QCD-4.5-5", *clauses
        return [self.token(spis, secret, taker) for secret in self.state["secrets"]]

    def beside_hint(self, packet):
        return self.shown(packet.spis, packet.source[0], "QCD-3-4", "QCD-4.5-1")

    def beside_child_hint(self, spi):
        lost = self.mapped(spi)
        if not lost or self.exists(pair(lost)):  # QCD-9.2-1
            return []
        return self.shown(pair(lost), self.asking, "QCD-4.5-2", "QCD-8.2-2")

    def child_proof(self, spi, taker):
        lost = self.mapped(spi)
        shows = self.policy["maker"] and self.state["answered"] < self.policy["tokenAnswers"]
        if not lost or self.exists(pair(lost)) or not shows or not self.state["secrets"]:
            return None
        return self.token(pair(lost), self.state["secrets"][0], taker)

    # the map of child SAs, QCD-8.2-1

    def mapped(self, spi):
        return {m["spi"]: m for m in self.state["childMap"]}.get(spi)

    def child_packet(self, packet):
        self.asking = packet.source[0]
        return super().child_packet(packet)

    def passed_over(self, spi):
        lost = self.mapped(spi)
        return bool(lost) and self.elsewhere(pair(lost))

    def elsewhere(self, spis):
        if named(spis) not in self.state["elsewhere"]:
            return False
        self.log("IKE_SA_ACTIVE_ELSEWHERE", "QCD-9.2-2", "QCD-9.2-3")
        return True

    def remap(self, sa):
        """The map with the children of this IKE SA."""
        if self.follows():
            for child in sa["children"]:
                self.put(childMap=replaced(self.state["childMap"], {"spi": child["in"], **named(pair(sa))}, SPI))

    def follows(self):
        """QCD-8.2-1 decides wherever children come and go, and at a reboot, which the map outlives."""
        self.cite(*["QCD-8.2-1"] * self.policy["childMap"])
        return self.policy["childMap"]

    def bound(self):
        """No more lost IKE SAs in the map than the policy has room for; the kit forgets those with the least SPIs."""
        lost = sorted({pair(m) for m in self.state["childMap"] if not self.sa(pair(m))})
        for forgotten in lost[:max(0, len(lost) - self.policy["childMapLost"])]:
            self.put(childMap=without(self.state["childMap"], forgotten))

    # events

    def on_SaHalfOpen(self, event):
        sa = super().on_SaHalfOpen(event)
        if sa and sa["initiator"]:
            self.hand_out(sa, pair(sa), IKE_AUTH, False, "QCD-3-1", "QCD-4.1-1")

    def on_SaEstablished(self, event):
        sa = super().on_SaEstablished(event)
        if not sa:
            return
        self.remap(sa)
        if not sa["initiator"]:
            self.hand_out(sa, pair(sa), IKE_AUTH, True, "QCD-3-1", "QCD-4.1-1")
        elif sa["secret"] and not self.can_make(sa["secret"]):
            self.hand_out(sa, pair(sa), INFORMATIONAL, False, "QCD-4.1-1", "QCD-4.4-1")

    def on_SaRekeyed(self, event):
        sa = super().on_SaRekeyed(event)
        if not sa:
            return
        self.remap(sa)
        if event["initiator"]:
            self.hand_out(sa, pair(sa), INFORMATIONAL, False, "QCD-4.1-1", "QCD-4.3-2")
        else:
            self.hand_out(sa, pair(event["old"]), CREATE_CHILD_SA, True, "QCD-4.1-1", "QCD-4.3-1")

    def on_SaImported(self, event):
        sa = super().on_SaImported(event)
        if sa:
            self.cite("QCD-6-1")
            self.remap(self.save({**sa, "secret": event["secret"]}))

    def on_ChildSaCreated(self, event):
        sa = super().on_ChildSaCreated(event)
        if sa:
            self.remap(sa)

    def on_ChildSaClosed(self, event):
        if super().on_ChildSaClosed(event) and self.follows():
            self.put(childMap=without(self.state["childMap"], event["spi"], SPI))

    def on_SaClosed(self, event):
        sa = super().on_SaClosed(event)
        if sa:
            self.cite("QCD-5.3-1")
            self.follows()
            self.put(childMap=without(self.state["childMap"], pair(sa)))

    def on_SaForgotten(self, event):
        if super().on_SaForgotten(event):
            self.follows()
            self.bound()

    def on_AddressChanged(self, event):
        before = self.sa(pair(event))
        sa = super().on_AddressChanged(event)
        if not sa:
            return
        moved = end(before["peer"])[0] != end(sa["peer"])[0]
        if self.policy["method"] == "5.2" and moved and sa["secret"]:
            asked = event["cause"] == "REQUEST"  # QCD-5.2-2: in the answer to the request that told of the move
            self.hand_out(sa, pair(sa), INFORMATIONAL, asked, "QCD-4.1-1", "QCD-4.4-1", *["QCD-5.2-2"] * asked)
        else:
            self.cite("QCD-4.4-3")

    def on_SecretRolled(self, event):
        if not self.roll(event, "QCD-5.1-2"):
            return
        stale = [sa for sa in self.state["sas"]
                 if sa["phase"] == "established" and sa["secret"] and not self.can_make(sa["secret"])]
        for sa in stale:
            self.hand_out(sa, pair(sa), INFORMATIONAL, False, "QCD-4.1-1", "QCD-4.3-4", "QCD-4.4-1")
        if not stale:
            self.cite("QCD-4.4-3")

    def on_Rebooted(self, event):
        self.put(sas=[], answered=0, answeredTo=NOBODY, reported=[], secrets=event["secrets"], elsewhere=[])
        self.follows()
        self.bound()
        self.cite("QCD-5.1-1")

    def on_ActiveElsewhere(self, event):
        others = self.state["elsewhere"]
        self.put(elsewhere=replaced(others, named(pair(event))) if event["active"] else without(others, pair(event)))
        self.cite("QCD-9.2-3")
