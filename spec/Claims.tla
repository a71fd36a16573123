------------------------------- MODULE Claims --------------------------------
(***************************************************************************)
(* What is claimed of a system of Alice, Bob's gateway and an attacker.    *)
(* An IKE SA is GONE when no member of the gateway holds it; it is         *)
(* UNSERVED when the member that Alice's traffic now reaches does not.     *)
(***************************************************************************)
EXTENDS Qcd

TypeOK ==
  /\ \A m \in World.members : Len(peers[m].secrets) <= World.bob.generations
  /\ \A p \in DOMAIN peers.alice.sas : Len(peers.alice.sas[p].tokens) <= World.alice.tokensKept
  /\ DOMAIN peers.alice.checks \subseteq DOMAIN peers.alice.sas
  /\ \A t \in known : t.octets = "all"
  /\ gate.serving \in World.members

------------------------------------------------------------------------------
(* Secrecy.                                                                *)

\* The token that ends this SA at Alice, while the SA lives at Bob.
Live(token) ==
  /\ Held(token.spis) /\ Has1("alice", token.spis)
  /\ \E i \in DOMAIN peers.alice.sas[token.spis].tokens : peers.alice.sas[token.spis].tokens[i] = token

\* QCD-9-1, QCD-9.1-1, QCD-9.2-2: checked in every state, so also for tokens that become valid later.
LiveTokenSecretInv == \A t \in known : ~Live(t)

\* QCD-9.2-1: no valid token is sent in the clear for an IKE SA that exists, half open or not, on any member.
Valid(token) ==
  \E m \in World.members : /\ Has1(m, token.spis)
                           /\ token.secret = peers[m].sas[token.spis].secret
                           /\ token.address \in {"any", peers[m].sas[token.spis].peer.address}
Sent(effects) ==
  UNION {IF effects[i].type = "Send" THEN TokensIn(effects[i].message.payloads) ELSE {} : i \in DOMAIN effects}
ByActor == "actor" \in DOMAIN step'
NoLiveTokenInClearProp == [][ByActor => \A t \in Sent(step'.effects) : ~Valid(t)]_<<state, step>>

------------------------------------------------------------------------------
(* Soundness: Alice ends an IKE SA only if Bob lost it.                    *)

Ended == IF ByActor /\ step'.actor = "alice"
         THEN {step'.effects[i].spis : i \in {j \in DOMAIN step'.effects : step'.effects[j].type = "IkeSaDeleted"}}
         ELSE {}
SoundGoneProp     == [][\A p \in Ended : ~Held(p)]_<<state, step>>
SoundUnservedProp == [][\A p \in Ended : \A m \in Serving : ~Has1(m, p)]_<<state, step>>

\* By an unprotected message or by giving up, and nothing else (BASE-2.4-1).
NeverEndsProp == [][Ended = {}]_<<state, step>>
ReachEndedByTokenProp == [][Ended = {} \/ step'.event.type # "Received"]_<<state, step>>

------------------------------------------------------------------------------
(* Completeness: a dangling SA is concluded by evidence, soon.             *)

Dangling(p) == Full("alice", p) /\ ~Held(p)
NoOneDangles == \A p \in Pairs : ~Dangling(p)
DetectedProp == \A p \in Pairs : Dangling(p) ~> ~Dangling(p)

\* How many requests Alice sends in vain once Bob could answer.
UnansweredBoundInv == asked <= World.bound

------------------------------------------------------------------------------
(* Fairness on System only; weak is enough.                                *)
FairSpec ==
  /\ Spec
  /\ \A p \in Pairs : WF_state(Ask(p)) /\ WF_state(Arrives(p)) /\ WF_state(\E m \in World.members : EspArrives(m, p))
  /\ \A a \in Actors : WF_state(TickOf(a))
  /\ \A m \in World.members : WF_state(Back(m)) /\ WF_state(Failover(m))
==============================================================================
