------------------------------- MODULE OtherSas ------------------------------
(***************************************************************************)
(* Further IKE SAs of the same two peers, which this world does not have:  *)
(* what they can do to what all SAs share, and nothing else of them. With  *)
(* it a world of few SAs stands for one of many. The check (--cutoff)      *)
(* looks an SA away in a world that has one more, and asks whether what is *)
(* left are steps of the world with fewer.                                 *)
(*                                                                         *)
(* World.others is the set of parts that there are; of all worlds of the   *)
(* manifest it is empty. A part that is left out is missed:                *)
(*   answers      at Bob, an answer to a packet of theirs (BASE-2.21.4-1,  *)
(*                SIR-4.1-1); near the limit without a token (QCD-8.1-3)   *)
(*   verdicts     at Bob, an answer to a question about them (SIR-4-1)     *)
(*   reports      at Bob, ESP of theirs is reported under an SA that is    *)
(*                here (BASE-1.5-5)                                        *)
(*   map          at Bob, the map of child SPIs has room for so many lost  *)
(*                SAs, and forgets one that was here (QCD-8.2-1)           *)
(*   checks       at Alice, a check that a hint at them began              *)
(*                (BASE-2.21.4-5)                                          *)
(*   comparisons  at Alice, tokens or cookies of theirs that she compared  *)
(*                (QCD-8.1-2, SIR-4-1)                                     *)
(*   queries      at Alice, a question about them (SIR-3.2.2-5)            *)
(*   dampening    at Alice, their peer is dampened, who is the same one    *)
(*                (SIR-4.2-1)                                              *)
(*   children     at Alice, Bob's report under one of them ends a child SA *)
(*                that is here (SIR-3.4.1-2)                               *)
(*   successors   at Alice, one of them stands in for an SA that is here   *)
(*                (SIR-3.6-1)                                              *)
(*   supplies     what a world counts falls on them: an SA or a packet is  *)
(*                lost, a recovery fails                                   *)
(* Not here: what waits for a draw (BASE-2.21.4-10), for which theirs and  *)
(* ours compete; a rekey.                                                  *)
(***************************************************************************)
EXTENDS Site

Do(part) == part \in World.others
EspComes == World.traffic = "esp" \/ (Attacks(World) /\ (World.bob.childMap \/ World.speaks))

\* No step of a role's: a role's step on an SA that is not here, as far as it shows in what is here.
Shows(part, pick, actor, next) ==
  /\ next # peers[actor]
  /\ peers' = [peers EXCEPT ![actor] = next]
  /\ Labelled([action |-> "OtherSas", part |-> part, pick |-> pick, at |-> actor])
  /\ UNCHANGED <<wire, gate, home, opened, rekey, left, known, asked>>

------------------------------------------------------------------------------
(* At Bob: whoever reaches him names one of them.                          *)

ComesFrom == {Alice} \cup (IF Attacks(World) THEN World.sources \cup {Own} ELSE {})
OthersAnswered(m, from) ==
  /\ Do("answers") /\ m \in Reaches(World, gate, from) /\ MayAnswer(World.bob, peers[m], from)
  /\ Shows("answers", from, m, Answered(World.bob, peers[m], from))
OthersTold(m, from) ==
  /\ Do("verdicts") /\ BySir /\ m \in Reaches(World, gate, from) /\ MayTell(World.bob, peers[m], from)
  /\ LET told == Told(World.bob, peers[m], from)
         peer == from.address
     IN \/ Shows("verdicts", from, m, told)
        \/ /\ peer \in World.bob.sir.initiatesTo /\ World.bob.sir.queries > 0
           /\ Used(peers[m].offered, peer) < World.bob.sir.queries
           /\ Shows("verdicts", <<from, "offer">>, m, [told EXCEPT !.offered = Put(@, peer, Used(@, peer) + 1)])
OthersReported(m, from) ==
  /\ Do("reports") /\ EspComes /\ m \in Reaches(World, gate, from) /\ Reporters(peers[m], from) # {}
  /\ Act("OtherSasReported", m, Received(from, Bob, Esp(NobodysChild)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
OthersForgotten(m) ==
  /\ Do("map") /\ World.bob.childMap
  /\ \E p \in LostOnes(peers[m]) : Shows("map", p, m, Unmapped(peers[m], p))

------------------------------------------------------------------------------
(* At Alice: a message about one of them, or news of her daemon.           *)

Heard == {Bob} \cup (IF Attacks(World) THEN {Own} ELSE {})
MayCompare(from) == MayVerify(World.alice, peers.alice, from, IF BySir THEN "SIR-4-1" ELSE "QCD-8.1-2")
CheckBegun(s) == IF s.hinted < World.alice.checks THEN [s EXCEPT !.hinted = @ + 1] ELSE s
QuestionAsked(s) ==
  IF World.alice.sir.queries = 0 \/ Used(s.asked, Bob.address) >= World.alice.sir.queries THEN s
  ELSE [s EXCEPT !.asked = Put(@, Bob.address, Used(@, Bob.address) + 1)]
PeerDampened(s, cause) == Dampen(World.alice, s, "bob", cause)

OthersHinted ==
  \/ Do("checks") /\ Shows("checks", "hint", "alice", CheckBegun(peers.alice))
  \/ Do("queries") /\ BySir /\ Shows("queries", "hint", "alice", QuestionAsked(peers.alice))
OthersCompared(from) ==
  /\ Do("comparisons") /\ World.alice.verifications > 0 /\ MayCompare(from)
  /\ LET compared == Verified(World.alice, peers.alice, from)
     IN \/ Shows("comparisons", from, "alice", compared)
        \* What proves nothing is still a hint (QCD-8.2-4).
        \/ ~BySir /\ Do("checks") /\ Shows("comparisons", <<from, "hint">>, "alice", CheckBegun(compared))
        \* He has it, or the cookie was wrong, says what was compared.
        \/ /\ BySir /\ Do("dampening") /\ "bob" \notin DOMAIN peers.alice.damped
           /\ \E cause \in {"ack", "cookie"} : Shows("comparisons", <<from, cause>>, "alice", PeerDampened(compared, cause))
\* Of a verdict too: one that comes under protection, and one that is compared where that is not counted.
OthersMade ==
  /\ Do("dampening") /\ BySir
  /\ \E cause \in {"creation", "recovery", "failure", "ack"} \cup (IF World.alice.verifications = 0 THEN {"cookie"} ELSE {}) :
       Shows("dampening", cause, "alice", PeerDampened(peers.alice, cause))

\* What Bob reports under one of them is believed of all.
OthersReportedChild(p) ==
  /\ Do("children") /\ BySir /\ EspComes /\ HoldsEstablished("alice", p)
  /\ \E c \in peers.alice.sas[p].children :
       Shows("children", <<p, c.in>>, "alice", [peers.alice EXCEPT !.sas[p].children = @ \ {c}])
OthersStandIn(p) ==
  /\ Do("successors") /\ BySir /\ Concluded(peers.alice, p)
  /\ Shows("successors", p, "alice", PeerDampened(Forget(Discard(peers.alice, p), {p}), "recovery"))

OthersSupplied ==
  /\ Do("supplies")
  /\ \E fault \in {"lose", "loss", "fail"} :
       /\ May(fault) /\ Spend(fault)
       /\ Labelled([action |-> "OtherSas", part |-> "supplies", pick |-> fault, at |-> "nobody"])
  /\ UNCHANGED <<peers, wire, gate, home, opened, rekey, known, asked>>

OtherSas ==
  /\ World.others # {}
  /\ \/ \E m \in World.members, from \in ComesFrom : OthersAnswered(m, from) \/ OthersTold(m, from) \/ OthersReported(m, from)
     \/ \E m \in World.members : OthersForgotten(m)
     \/ OthersHinted \/ OthersMade \/ OthersSupplied
     \/ \E from \in Heard : OthersCompared(from)
     \/ \E p \in Pairs : OthersReportedChild(p) \/ OthersStandIn(p)
==============================================================================
