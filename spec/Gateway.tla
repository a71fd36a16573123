------------------------------- MODULE Gateway -------------------------------
(***************************************************************************)
(* Bob's gateway: one machine, a hot-standby pair, or a cluster that       *)
(* shares the load, all under one address "B", or a pair of which each      *)
(* member has one of its own. Who gets a packet depends on its source,     *)
(* as far as the balancer looks at it, and on the address that it is for.  *)
(*                                                                         *)
(* gate: [serving, status]. serving is the member that has the address in  *)
(* a pair. status of a member: "up"; "down" (crashed); "isolated" (alive   *)
(* with its SAs, but cut off from the peers).                              *)
(***************************************************************************)
EXTENDS Alphabet

Up(gate, m) == gate.status[m] = "up"
UpMembers(world, gate) == {m \in world.members : Up(gate, m)}

\* Which member a balancer picks for a source, as long as that one is up.
Pick(world, from) ==
  CASE world.balancer = "address" -> IF from.address = "A" THEN "m1" ELSE "m2"
    [] world.balancer = "port"    -> IF from = Endpoint("A", 4500) THEN "m1" ELSE "m2"

Reaches(world, gate, from) ==
  CASE world.balancer = "serving" -> {gate.serving} \cap UpMembers(world, gate)
    [] world.balancer = "any"     -> UpMembers(world, gate)              \* not sticky
    [] OTHER -> IF Up(gate, Pick(world, from)) THEN {Pick(world, from)} ELSE UpMembers(world, gate)

\* The end of a member. world.addresses: "one" for all; "own": each answers at its own only; "replies": the member that serves
\* gets what comes for "B" too, and answers from its own.
EndOf(world, m) == IF world.addresses = "one" \/ m = "m1" THEN Endpoint("B", 4500) ELSE Endpoint("B2", 4500)
BobsAddresses == {"B", "B2"}
\* world.listens: a member that does not serve answers at its own address too.
Gets(world, gate, from, to) ==
  LET listening == IF world.listens THEN UpMembers(world, gate) ELSE Reaches(world, gate, from)
  IN CASE world.addresses = "own"     -> {m \in listening : EndOf(world, m).address = to.address}
       [] world.addresses = "replies" -> {m \in listening : to.address \in {"B", EndOf(world, m).address}}
       [] OTHER                       -> Reaches(world, gate, from)

Others(world, m) == world.members \ {m}
==============================================================================
