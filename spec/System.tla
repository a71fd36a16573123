------------------------------- MODULE System --------------------------------
(***************************************************************************)
(* A site and all that may happen at it. What is claimed of it stands in   *)
(* Claims.tla, what it may be like in models/Worlds.tla.                   *)
(***************************************************************************)
EXTENDS Qcd, Sir, Vocabulary, Whereabouts, OtherSas

Init ==
  /\ peers = [a \in Actors |-> IF a = "alice" THEN AliceInit ELSE MemberInit]
  /\ wire = {} /\ known = {} /\ rekey = <<>> /\ opened = 0 /\ home = "A" /\ asked = [p \in Pairs |-> 0]
  /\ gate = [serving |-> "m1", status |-> [m \in World.members |-> "up"]]
  /\ left = World.faults
  /\ step = IF World.labelled THEN [action |-> "Init"] ELSE <<>>

Environment ==
  \/ \E p \in Pairs : \/ (\E m \in Serving : Open(m, p) \/ Mobike(m, p) \/ Follow(m, p))
                      \/ OpenAtAlice(p) \/ Fail(p) \/ Rebind(p) \/ FollowAtAlice(p) \/ Turn(p)
                      \/ (\E a \in Actors : Rekey(a, p) \/ RekeyChild(a, p) \/ ChildRekeyed(a, p) \/ CloseChild(a, p))
                      \/ (\E m \in World.members : Authenticate(m, p) \/ Complete(m, p) \/ Lose(m, p) \/ List(m, p)
                                                   \/ Purge(m, p) \/ Doubt(m, p) \/ (\E n \in Others(World, m) : Copy(n, m, p)))
  \/ \E m \in World.members : Announce(m) \/ RekeyAtBob(m) \/ Roll(m) \/ Crash(m) \/ Isolate(m)
  \/ \E a \in Actors : Close(a)
  \/ \E packet \in wire : Vanish(packet)
  \/ Move \/ RollAtAlice

\* Attacks of one kind, each in the worlds that are about it; or (World.speaks) everything that he can say.
Chosen ==
  \/ \E from \in World.sources, m \in World.members : \/ \E p \in Pairs \cup {Nobodys} : Provoke(m, from, p)
                                                      \/ \E p \in Pairs : ProvokeByEsp(m, from, p)
  \/ \E secret \in known : Forge(secret) \/ FakeNack(secret) \/ FakeAck(secret)
  \/ \E p \in Pairs : Bluff(p) \/ Junk(p) \/ Invent(p) \/ RefuseTicket(p)
  \/ \E m \in World.members : Question(m)
Hostile ==
  \/ \E a \in Actors : Say(a)
  \/ \E packet \in wire : Drop(packet)
  \/ \E p \in Pairs : DivertAtAlice(p) \/ \E m \in Serving : Divert(m, p)
  \/ ~World.speaks /\ Chosen

Arrives(p) == \E packet \in wire : /\ IF packet.kind = "sealed" THEN packet.spis = p ELSE packet.message.spis \in {p, 0}
                                   /\ \E a \in Actors : Deliver(a, packet)
System ==
  \/ \E old, new \in Pairs : Finish(old, new)
  \/ \E packet \in wire : Unheard(packet)
  \/ \E p \in Pairs : Ask(p) \/ Abandon(p) \/ Arrives(p) \/ (\E m \in World.members : EspArrives(m, p))
  \/ \E a \in Actors : TickOf(a)
  \/ \E m \in World.members : Back(m) \/ Failover(m)

Spec == Init /\ [][Environment \/ Hostile \/ System \/ OtherSas]_<<state, step>>
==============================================================================
