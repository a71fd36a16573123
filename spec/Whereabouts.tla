------------------------------ MODULE Whereabouts -----------------------------
(***************************************************************************)
(* Environment: where the two ends are, and who finds out. Alice moves and *)
(* says so; a NAT binds her anew, and what is protected tells it; a member *)
(* that takes over has another address. The attacker on the path can be    *)
(* taken for either end.                                                   *)
(***************************************************************************)
EXTENDS Site

\* Alice moves, or a NAT binds her anew; what is for where she was arrives nowhere. World.rolls says when, as of rollovers.
Move ==
  /\ May("move") /\ home' = World.movesTo /\ Spend("move")
  /\ World.rolls \in {"before", "settled"} => May("crash")
  /\ World.rolls = "after" => ~May("crash")
  /\ wire' = {packet \in wire : ~Astray(packet, home')}
  /\ Happens(IF Natted THEN "BoundAnew" ELSE "Move", <<>>) /\ UNCHANGED <<gate, opened, rekey>>
\* MOBIKE: the member that serves Alice learns that she moved.
Mobike(m, p) ==
  /\ ~Natted
  /\ m \in Serving /\ HoldsEstablished(m, p) /\ HoldsEstablished("alice", p) /\ peers[m].sas[p].peer # Alice
  /\ Act("Mobike", m, AddressChanged(p, Bob, Alice, "request"), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* BASE-2.23-2: who is not behind a NAT follows the last protected message that is fresh, of IKE or of a child SA. Alice sends one
\* at any time. The attacker on the path (World.diverts) is quicker with a copy of hers that comes from his own end; to any
\* request the answer goes back to where it came from, so before hers Bob has followed her again.
Follows(m, p) == Natted /\ m \in Serving /\ HoldsEstablished(m, p) /\ HoldsEstablished("alice", p)
Follow(m, p) ==
  /\ Follows(m, p) /\ peers[m].sas[p].peer # Outside
  /\ Act("Follow", m, AddressChanged(p, Here(m), Outside, "nat"), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
Divert(m, p) ==
  /\ World.diverts /\ Listens(World) /\ Follows(m, p) /\ peers[m].sas[p].peer # Own
  /\ Act("Divert", m, AddressChanged(p, Here(m), Own, "nat"), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* The NAT is before Bob (World.nat = "gateway"): then it is Alice who follows, and what she sends to the attacker he keeps.
FollowsAtAlice(p) == World.nat = "gateway" /\ HoldsEstablished("alice", p) /\ \E m \in Serving : HoldsEstablished(m, p)
FollowAtAlice(p) ==
  /\ FollowsAtAlice(p) /\ peers.alice.sas[p].peer # Bob
  /\ Act("FollowAtAlice", "alice", AddressChanged(p, Alice, Bob, "nat"), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
DivertAtAlice(p) ==
  /\ World.diverts /\ Listens(World) /\ FollowsAtAlice(p) /\ peers.alice.sas[p].peer # Own
  /\ Act("DivertAtAlice", "alice", AddressChanged(p, Alice, Own, "nat"), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* Each member has an address of its own, and the one that Alice knows is silent: she turns to the other one.
CanTurn(p) ==
  /\ World.addresses = "own" /\ HoldsEstablished("alice", p) /\ Up(gate, gate.serving)
  /\ peers.alice.sas[p].peer # EndOf(World, gate.serving)
Turn(p) ==
  /\ CanTurn(p)
  /\ Act("Turn", "alice", AddressChanged(p, Alice, EndOf(World, gate.serving), "self"), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
==============================================================================
