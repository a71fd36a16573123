--------------------------------- MODULE Sir ---------------------------------
(***************************************************************************)
(* What only peers X and Y bring to a site: how a recovery ends, and an    *)
(* attacker who says NACK in Bob's name. With a cookie that he has seen he *)
(* is believed (SIR-8-1); without one he is only a nuisance.               *)
(***************************************************************************)
EXTENDS Site

Replacing(old) == BySir /\ Concluded(peers.alice, old)

\* SIR-3.6-1: the daemon tells that the new SA and its children stand.
Finish(old, new) ==
  /\ Replacing(old) /\ old # new /\ HoldsEstablished("alice", new) /\ new = World.pairs[opened]
  /\ \E m \in World.members : HoldsEstablished(m, new)
  /\ Act("Finish", "alice", SaReplaced(old, new), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* Or that it did not come about.
Fail(old) ==
  /\ Replacing(old) /\ May("fail") /\ Spend("fail")
  /\ Act("Fail", "alice", SaNotReplaced(old), {})
  /\ UNCHANGED <<gate, home, opened, rekey>>

Says(verdict, from, spis, cookie) == Received(from, Alice, InClear(spis, FALSE, TRUE, <<CheckSpi(verdict, spis, cookie)>>))
InFlight(cookie) == \E packet \in wire : cookie \in ClearCookies({packet})

\* From the end that the cookie was made for. World.replays: also when the exchange that showed it is over.
Answerable(cookie) == BySir /\ cookie.spis # 0 /\ (World.replays \/ InFlight(cookie))
FakeNack(cookie) ==
  /\ Answerable(cookie)
  /\ Act("FakeNack", "alice", Says("NACK", cookie.to, cookie.spis, cookie), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* Of what Bob has lost he says that it is there.
FakeAck(cookie) ==
  /\ Answerable(cookie) /\ World.affirms
  /\ Act("FakeAck", "alice", Says("ACK", cookie.to, cookie.spis, cookie), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* Without a cookie it is refused, and logged.
Junk(p) ==
  /\ BySir /\ World.junk /\ p \in NamesNow
  /\ Act("Junk", "alice", Says("NACK", Bob, p, NoCookie), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* He asks Bob, so that Bob's verdicts are used up (SIR-4-1).
Question(m) ==
  /\ BySir /\ World.asks /\ m \in Gets(World, gate, Own, Here(m))
  /\ Act("Question", m, Received(Own, Here(m), InClear(Nobodys, TRUE, FALSE, <<CheckSpi("QUERY", Nobodys, Cookie(1, Nobodys, Own, Bob))>>)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* Alice has moved, or her router has a new address, and she knows it: her end of the IKE SA is there from now on, and what she
\* asks comes from there (READING-31). She may know it before Bob does, who may have lost the SA.
CanRebind(p) == BySir /\ HoldsEstablished("alice", p) /\ peers.alice.sas[p].here # Alice
Rebind(p) ==
  /\ CanRebind(p)
  /\ Act("Rebind", "alice", AddressChanged(p, Alice, peers.alice.sas[p].peer, "self"), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* SIR-3.2.4-2: Alice's secret changes, and the cookies of the one before end with the next.
RollAtAlice ==
  /\ BySir /\ May("rollAtAlice") /\ Spend("rollAtAlice")
  /\ Act("RollAtAlice", "alice", SecretRolled(peers.alice.secrets[1] + 1), {})
  /\ UNCHANGED <<gate, home, opened, rekey>>
==============================================================================
