"""What every role has: a table of IKE SAs, what a step says, and the events that change the table. A role is made for one
step: `Role(policy, state).step(event)` is the next state, effects and clauses. States are the objects of the kit and are
never changed; an event that changes nothing leaves the very same object."""

from packet import Packet
from values import named, ordered, pair, replaced, without
from wire import CLAUSE_OF, INFORMATIONAL, Malformed, decoded, end, has_marker, written


class Peer:
    def __init__(self, policy, state):
        self.policy, self.state, self.effects, self.because = policy, state, [], set()

    def step(self, event):
        getattr(self, "on_" + event["event"], self.not_for_this_role)(event)
        first = [e for e in self.effects if e["effect"] == "Log"]
        return self.state, first + [e for e in self.effects if e["effect"] != "Log"], self.because

    # what a step says

    def not_for_this_role(self, event):
        self.log("NOT_FOR_THIS_ROLE")

    def cite(self, *clauses):
        self.because.update(clauses)

    def log(self, reason, *clauses):
        self.effects.append({"effect": "Log", "reason": reason})
        self.cite(*clauses)

    def effect(self, name, **fields):
        self.effects.append({"effect": name, **fields})

    def protect(self, spis, exchange, response, payloads):
        self.effect("SendProtected", **named(spis), exchange=exchange, response=response, payloads=payloads)

    def send(self, here, there, message):
        marker = b"\0\0\0\0" if has_marker(here, there) else b""
        self.effect("Send", **{"from": written(*here), "to": written(*there)}, datagram=(marker + message).hex())

    def put(self, **fields):
        if any(self.state[name] != value for name, value in fields.items()):
            self.state = {**self.state, **fields}

    # the table

    def sa(self, spis):
        for sa in self.state["sas"]:
            if pair(sa) == spis:
                return sa
        return None

    def save(self, sa):
        self.put(sas=replaced(self.state["sas"], sa))
        return sa

    def remove(self, sa):
        self.put(sas=without(self.state["sas"], pair(sa)))

    def with_child(self, spi):
        """The IKE SAs with a child that this peer receives on with this SPI."""
        return [sa for sa in self.state["sas"] if any(c["in"] == spi for c in sa["children"])]

    def with_peer_at(self, host, port):
        """BASE-2.21.4-7: an established IKE SA with this address (with NAT also port), the first by its SPIs."""
        for sa in self.state["sas"]:
            peer = end(sa["peer"])
            if sa["phase"] == "established" and peer[0] == host and port in (None, peer[1]):
                return sa
        return None

    # events that change the table; each gives the IKE SA that it changed, or None if it logged why not

    def on_SaHalfOpen(self, event):
        if self.sa(pair(event)):
            return self.log("IKE_SA_EXISTS")
        return self.save({**named(pair(event)), "phase": "halfOpen", "here": event["here"], "peer": event["peer"],
                          "initiator": event["initiator"], "identity": "", "children": [], "tokenDigests": [], "secret": 0})

    def on_SaEstablished(self, event):
        sa = self.sa(pair(event))
        if not sa:
            return self.log("NO_SUCH_IKE_SA")
        if sa["phase"] == "established":
            return self.log("IKE_SA_EXISTS")
        return self.save({**sa, "phase": "established", "identity": event["identity"], "children": ordered(event["children"])})

    def on_SaRekeyed(self, event):
        """The successor has all children; its original initiator is who began the rekey (BASE-3.1-3)."""
        old = self.established(pair(event["old"]))
        if not old:
            return self.log("NO_SUCH_IKE_SA")
        if self.sa(pair(event["successor"])):
            return self.log("IKE_SA_EXISTS")
        self.save({**old, "children": []})
        return self.save({**old, **named(pair(event["successor"])), "initiator": event["initiator"], "tokenDigests": [],
                          "secret": 0})

    def on_SaImported(self, event):
        if self.sa(pair(event)):
            return self.log("IKE_SA_EXISTS")
        return self.save({**named(pair(event)), "phase": "established", "here": event["here"], "peer": event["peer"],
                          "initiator": event["initiator"], "identity": event["identity"], "children": ordered(event["children"]),
                          "tokenDigests": [], "secret": 0})

    def on_ChildSaCreated(self, event):
        sa = self.established(pair(event))
        if not sa:
            return self.log("NO_SUCH_IKE_SA")
        if self.with_child(event["child"]["in"]):
            return self.log("CHILD_SA_EXISTS")
        return self.save({**sa, "children": ordered(sa["children"] + [event["child"]])})

    def on_ChildSaClosed(self, event):
        sa = self.sa(pair(event))
        if not sa:
            return self.log("NO_SUCH_IKE_SA")
        left = [c for c in sa["children"] if c["in"] != event["spi"]]
        if len(left) == len(sa["children"]):
            return self.log("NO_SUCH_CHILD_SA")
        return self.save({**sa, "children": left})

    def on_SaClosed(self, event):
        sa = self.sa(pair(event))
        if not sa:
            return self.log("NO_SUCH_IKE_SA")
        self.remove(sa)
        return sa

    def on_SaForgotten(self, event):
        sa = Peer.on_SaClosed(self, event)
        if sa:
            self.cite("BASE-2.4-9")
        return sa

    def roll(self, event, clause):
        """A new generation of the secret, with the policy's number of earlier ones; whether it is newer than those."""
        kept = self.state["secrets"]
        self.cite(clause)
        if kept and event["secret"]["generation"] <= kept[0]["generation"]:
            self.log("SECRET_NOT_NEWER")
            return False
        self.put(secrets=([event["secret"]] + kept)[:self.policy["generations"]])
        return True

    def on_AddressChanged(self, event):
        sa = self.established(pair(event))
        if not sa:
            return self.log("NO_SUCH_IKE_SA")
        return self.save({**sa, "here": event["here"], "peer": event["peer"]})

    def established(self, spis):
        sa = self.sa(spis)
        return sa if sa and sa["phase"] == "established" else None

    # what comes from outside

    def on_Received(self, event):
        try:
            what = decoded(event["protocol"], event["from"], event["to"], event["datagram"])
        except Malformed as flaw:
            return self.log(flaw.reason, CLAUSE_OF.get(flaw.reason, "BASE-3.1-4"))
        if what["kind"] == "keepalive":
            return self.log("KEEPALIVE", "BASE-2.23-1")
        packet = Packet(event, what)
        return self.message(packet) if what["kind"] == "ike" else self.child_packet(packet)

    def on_Protected(self, event):
        """BASE-2.4-7: a request of INFORMATIONAL is answered, be it empty or not; what else is in the answer is in what
        a role puts there before."""
        sa = self.sa(pair(event))
        if not sa:
            return self.log("NO_SUCH_IKE_SA", "BASE-1.5-4")
        self.cite("BASE-2.4-7")
        answer = self.inside(sa, event) if event["exchange"] == INFORMATIONAL else []
        if event["exchange"] == INFORMATIONAL and not event["response"]:
            self.protect(pair(event), INFORMATIONAL, True, answer)
        return sa

    def inside(self, sa, event):
        """Heeds what is in a protected message of INFORMATIONAL; the payloads for its answer."""
        return []
