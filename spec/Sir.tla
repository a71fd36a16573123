--------------------------------- MODULE Sir ---------------------------------
(***************************************************************************)
(* What only peers X and Y bring to a site: how a recovery ends, and an    *)
(* attacker who says NACK in Bob's name. With a cookie that he has seen he *)
(* is believed (SIR-8-1); without one he is only a nuisance.               *)
(***************************************************************************)
EXTENDS Site

Replacing(old) == BySir /\ Concluded(peers.alice, old)

\* SIR-3.6-1: the daemon tells that the new SA and its children stand; also where it came of a resumption, without any verdict.
CanFinish(old, new) ==
  /\ Replacing(old) \/ (World.anew /\ Trying(old))
  /\ old # new /\ HoldsEstablished("alice", new) /\ new = World.pairs[opened]
  /\ \E m \in World.members : HoldsEstablished(m, new)
Finish(old, new) ==
  /\ CanFinish(old, new)
  /\ Act("Finish", "alice", SaReplaced(old, new), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* Or that it did not come about.
Fail(old) ==
  /\ Replacing(old) /\ May("fail") /\ Spend("fail")
  /\ Act("Fail", "alice", SaNotReplaced(old), {})
  /\ UNCHANGED <<gate, home, opened, rekey>>

\* The daemon gives up what began on a hint alone, when all its repetitions were in vain.
CanAbandon(p) == /\ Trying(p) /\ \A packet \in wire : ~OfATry(packet)
                 /\ \A q \in Pairs \ {p} : World.anew => ~Holds("alice", q)
Abandon(p) ==
  /\ CanAbandon(p)
  /\ Act("Abandon", "alice", SaNotReplaced(p), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* An answer to an exchange that is over.
Unheard(packet) ==
  /\ IsGoAhead(packet) /\ \A p \in Pairs : ~Trying(p) /\ ~Concluded(peers.alice, p)
  /\ wire' = wire \ {packet}
  /\ Happens("Unheard", packet) /\ UNCHANGED <<gate, home, opened, rekey, left>>

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

\* SIR-3.3.3-8: N(TICKET_NACK), which RFC 5723 leaves unprotected, as if from Bob; Alice's daemon, which may, sets up an IKE SA in
\* the ordinary way, and Bob, who knows her, goes on.
RefuseTicket(p) ==
  /\ World.refuses /\ World.anew /\ Listens(World) /\ Trying(p) /\ opened < Len(World.pairs)
  /\ wire' = wire \cup {GoAhead(Bob, Alice, World.pairs[opened + 1], "IKE_SA_INIT")}
  /\ Happens("RefuseTicket", p) /\ UNCHANGED <<gate, home, opened, rekey, left>>

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
