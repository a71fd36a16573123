"""The token taker of RFC 6290, and of the older text: as the baseline, and it keeps tokens and compares them."""

from baseline import Baseline
from notes import token_flaw
from secret import digest, same
from values import NOBODY, pair, taken
from wire import N, QCD_TOKEN


class Taker(Baseline):

    # tokens in the clear

    def hinted(self, packet):
        presented = packet.notified(QCD_TOKEN)
        if not presented:
            return super().hinted(packet)
        if not self.policy["taker"]:
            self.cite("QCD-3-3")
            return super().hinted(packet)
        # QCD-3-5, exactly these SPIs; QCD-8.2-3, as if it came with the parent's
        child = self.child_hint(packet)
        of = [sa for sa in self.state["sas"] if pair(sa) == packet.spis or child and self.child_out(sa, child)]
        if not of:
            return self.log("NO_SUCH_IKE_SA", "QCD-3-6")
        if self.policy["tokenNeedsCheck"]:  # READING-5 the other way
            of = [sa for sa in of if self.check(sa)]
        if not of:
            self.log("NO_REQUEST_OUTSTANDING")
        elif self.compared(packet, self.sound(presented), of, child):
            return None
        return super().hinted(packet) if self.hints(packet) is not None else None

    def sound(self, presented):
        """The well-formed ones of the first QCD-4.5-3; that there is none is logged."""
        strict = self.policy["strictProtocolId"]  # READING-2 the other way
        tokens = [one["data"] for one in presented[:self.policy["tokensHandled"]]
                  if not token_flaw(one) and not (strict and one["protocol"] != 1)]
        self.flawed = len(tokens) < len(presented[:self.policy["tokensHandled"]])
        if not tokens:
            self.log("TOKEN_MALFORMED", "QCD-4.1-2", "QCD-5-1")
        return tokens

    def compared(self, packet, tokens, of, child):
        if not tokens:
            return False
        verified = taken(self.state["verified"], packet.source[0], self.policy["verifications"], self.policy["sources"])
        self.cite("QCD-8.1-2")
        if verified is None:
            return self.log("VERIFICATIONS_LIMITED")
        self.put(verified=verified)
        digests = [digest(t) for t in tokens]
        # QCD-4.5-4; all are compared, whichever matches: QCD-5-5
        proven = [sa for sa in of if sum([same(d, kept) for d in digests for kept in sa["tokenDigests"]])]
        self.cite("QCD-3-5", "QCD-5-5")
        if not proven:
            return self.log("TOKEN_MISMATCH", "QCD-3-6", "QCD-4.5-6", "QCD-8.2-4", *["QCD-4.1-2", "QCD-5-1"] * self.flawed)
        for sa in proven:
            self.end(sa)
        self.cite("QCD-3-7", "QCD-3-9", "QCD-4.5-3", "QCD-4.5-4", "QCD-4.5-7", *["QCD-8.2-3"] * bool(child))
        if self.policy["text"] == "qcd-06":  # READING-3
            if packet.response:
                self.cite("BASE-3.1-5")
            else:
                self.send(packet.target, packet.source, packet.reply([]))
        return True

    # tokens under protection

    def keep(self, sa, payloads, *clauses):
        presented = [p for p in payloads if p["type"] == N and p["notify"] == QCD_TOKEN]
        if not presented:
            return
        if not self.policy["taker"]:
            self.cite("QCD-3-3")
            return
        digests = sa["tokenDigests"]
        for one in self.sound(presented):
            new = digest(one)
            digests = [new] + [d for d in digests if d != new]
            self.cite(*clauses)
        self.save({**sa, "tokenDigests": digests[:self.policy["tokensKept"]]})

    def inside(self, sa, event):
        self.keep(sa, event["payloads"], "QCD-3-2", "QCD-4.4-2")
        return []

    def on_SaEstablished(self, event):
        sa = super().on_SaEstablished(event)
        if sa:
            self.keep(sa, event["payloads"], "QCD-3-1", "QCD-3-2")

    def on_SaRekeyed(self, event):
        sa = super().on_SaRekeyed(event)
        if sa:
            self.keep(sa, event["payloads"], "QCD-3-2", "QCD-4.3-1")

    def on_Tick(self, event):
        super().on_Tick(event)
        self.put(verified=NOBODY)

    def on_Rebooted(self, event):
        super().on_Rebooted(event)
        self.put(verified=NOBODY)
