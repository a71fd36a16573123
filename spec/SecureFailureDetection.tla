----------------------- MODULE SecureFailureDetection ------------------------
(***************************************************************************)
(* The wish itself (IPsecME, IETF 77; WISH-5): Alice concludes that Bob    *)
(* lost an IKE SA only if he did, and if he did she concludes it. How, is  *)
(* no matter here; how soon, is UnansweredBoundInv in Claims.              *)
(*                                                                         *)
(* What it means that Bob has an SA is for whoever refines this to say:    *)
(* any member of his gateway, or the one that Alice's traffic reaches.     *)
(***************************************************************************)
CONSTANT Sas          \* IKE SAs that there may be

VARIABLES
  alice,              \* those that Alice has
  bob                 \* those that Bob has

Init == alice = {} /\ bob = {}

\* Bob comes to have SAs, closes them, or loses them: nobody can keep him from it.
BobChanges == bob' \in SUBSET Sas /\ UNCHANGED alice

\* Soundness: what Alice drops, Bob does not have.
AliceChanges == alice' \in SUBSET Sas /\ (alice \ alice') \cap bob = {} /\ UNCHANGED bob

Concludes(sa) == sa \in alice \ bob /\ alice' = alice \ {sa} /\ UNCHANGED bob

Next == BobChanges \/ AliceChanges
Safe == Init /\ [][Next]_<<alice, bob>>

\* Completeness: a dangling SA does not stay.
Spec == Safe /\ \A sa \in Sas : WF_<<alice, bob>>(Concludes(sa))

TypeOK == alice \subseteq Sas /\ bob \subseteq Sas
SoundProp == [][\A sa \in alice \ alice' : sa \notin bob]_<<alice, bob>>
CompleteProp == \A sa \in Sas : sa \in alice \ bob ~> ~(sa \in alice \ bob)
==============================================================================
