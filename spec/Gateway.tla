------------------------------- MODULE Gateway -------------------------------
(***************************************************************************)
(* Bob's gateway: one machine, a hot-standby pair, or a cluster that       *)
(* shares the load, all under one address "B". Who gets a packet depends   *)
(* on its source only, as far as the balancer looks at it.                 *)
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

Others(world, m) == world.members \ {m}
==============================================================================
