------------------------------- MODULE Claims --------------------------------
(***************************************************************************)
(* What is claimed of a system of Alice, Bob's gateway and an attacker, by *)
(* QCD and by SIR alike (SIR-2.1-1, SIR-2.1-6, SIR-2.4-1, SIR-2.5-1).      *)
(* An IKE SA is GONE when no member of the gateway holds it; it is         *)
(* UNSERVED when the member that Alice's traffic now reaches does not.     *)
(***************************************************************************)
EXTENDS System

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
  /\ Held(token.spis) /\ Holds("alice", token.spis)
  /\ \E i \in DOMAIN peers.alice.sas[token.spis].tokens : peers.alice.sas[token.spis].tokens[i] = token

\* QCD-9-1, QCD-9.1-1, QCD-9.2-2: checked in every state, so also for tokens that become valid later.
LiveTokenSecretInv == \A t \in known : ~Live(t)

\* QCD-9.2-1, QCD-9.2-5: no valid token is sent in the clear for an IKE SA that exists, half open or not, on any member.
Valid(token) ==
  \E m \in World.members : /\ Holds(m, token.spis)
                           /\ token.secret = peers[m].sas[token.spis].secret
                           /\ token.address \in {"any", peers[m].sas[token.spis].peer.address}
Sent(effects) ==
  UNION {IF effects[i].type = "Send" THEN TokensIn(effects[i].message.payloads) ELSE {} : i \in DOMAIN effects}
ByActor == "actor" \in DOMAIN step'
NoLiveTokenInClearProp == [][ByActor => \A t \in Sent(step'.effects) : ~Valid(t)]_<<state, step>>

\* SIR-2.1-1, SIR-3.2.2-9: no attacker has a cookie with which his NACK would be believed.
CookieSecretInv == BySir => \A c \in known : ~Genuine(peers.alice, c, c.spis, Alice, c.to)

------------------------------------------------------------------------------
(* Soundness: Alice ends an IKE SA, or begins to replace it, only if Bob   *)
(* lost it.                                                                *)

Deletions ==
  IF ~ByActor THEN {}
  ELSE {step'.effects[i].spis : i \in {j \in DOMAIN step'.effects : step'.effects[j].type = "IkeSaDeleted"}}
Begun == {p \in Pairs : Concluded(peers'.alice, p) /\ ~Concluded(peers.alice, p)}
Ended == IF ByActor /\ step'.actor = "alice" THEN {p \in Deletions : ~Concluded(peers.alice, p)} \cup Begun ELSE {}
SoundGoneProp     == [][\A p \in Ended : ~Held(p)]_<<state, step>>
SoundUnservedProp == [][\A p \in Ended : \A m \in Serving : ~Holds(m, p)]_<<state, step>>

\* So that the claims above are about something: an SA is ended, and by a token.
ReachEndedProp == [][Ended = {}]_<<state, step>>
ReachReplacedProp == [][Deletions = {} \/ step'.event.type # "SaReplaced"]_<<state, step>>
ReachEndedByTokenProp == [][Ended = {} \/ step'.event.type # "Received"]_<<state, step>>

\* SIR-2.1-5, SIR-3.6-1: no gap; what is deleted has a successor that both have.
NoGapProp ==
  [][ByActor /\ step'.actor = "alice" /\ Deletions # {} =>
       \E p \in Pairs : HoldsEstablished("alice", p)' /\ \E m \in World.members : HoldsEstablished(m, p)']_<<state, step>>

\* SIR-3.2.2-6, SIR-2.1-3: Alice holds no exchange under way, with a nonce and a Diffie-Hellman value of hers, about what Bob has.
NothingHeldInv == \A p \in Pairs : Trying(p) => ~Held(p)

\* A child SA that is rekeyed: what Alice, the responder, has confirmed she keeps, as long as Bob has it or is to have it,
\* or he sends into the void with it.
ChildKeptInv ==
  World.bobRekeys /\ ChildRekeyBegun =>
    \A p \in Pairs, m \in World.members :
      HoldsEstablished("alice", p) /\ ~Concluded(peers.alice, p) /\ (HasSuccessor(m, p) \/ AwaitsChild(m, p)) =>
        HasSuccessor("alice", p)

------------------------------------------------------------------------------
(* Completeness: a dangling SA is concluded by evidence, soon.             *)

Keeps(p) == HoldsEstablished("alice", p) /\ ~Concluded(peers.alice, p)
Dangling(p) == Keeps(p) /\ ~Held(p)
DetectedProp == \A p \in Pairs : Dangling(p) ~> ~Dangling(p)
\* The same of an SA that another member may have, but not the one that Alice's traffic reaches.
Unserved(p) == Keeps(p) /\ Serving # {} /\ \A m \in Serving : ~Holds(m, p)
ServedProp == \A p \in Pairs : Unserved(p) ~> ~Unserved(p)
\* While packets are dropped for ever nothing can be promised (QCD-9.1-4). When that is over, or comes to nothing:
\* A packet that is heard in vain leaves the wire as one that is dropped does, so the label must tell (World.labelled).
Dropped == World.labelled /\ step'.action = "Drop"
DetectedUnlessDroppedProp == []<><<Dropped>>_<<state, step>> \/ \A p \in Pairs : Dangling(p) ~> ~Dangling(p)

\* How many requests Alice sends in vain once Bob could answer.
UnansweredBoundInv == \A p \in Pairs : asked[p] <= World.bound
\* So many it can be.
ReachBoundInv == \A p \in Pairs : asked[p] < World.bound

------------------------------------------------------------------------------
(* The wish refined, in both meanings of what Bob has.                     *)

AlicesSas == {p \in Pairs : Keeps(p)}
GoneWish     == INSTANCE SecureFailureDetection
                  WITH Sas <- Pairs, alice <- AlicesSas, bob <- {p \in Pairs : Held(p)}
UnservedWish == INSTANCE SecureFailureDetection
                  WITH Sas <- Pairs, alice <- AlicesSas, bob <- {p \in Pairs : \E m \in Serving : Holds(m, p)}
GoneRefinement     == GoneWish!Spec
UnservedRefinement == UnservedWish!Spec

------------------------------------------------------------------------------
(* Fairness on System only; weak is enough. Weak fairness of an action A   *)
(* is []<>~ENABLED A \/ []<><<A>>_state. It is written out, since TLC would *)
(* try each action again on every edge: most of these are disabled by      *)
(* their own occurrence, so that the first half says it all; a delivery    *)
(* shows in the wire, a tick in what it makes older.                       *)

CanEspArrive(p) ==
  /\ World.traffic = "esp" /\ Keeps(p) /\ ~Checking(peers.alice, p)
  /\ \A packet \in wire : ForBob(packet) /\ ~World.paced
  /\ \E m \in Serving : /\ EspUnknown(m, p) # {}
                        /\ peers[m].answered < World.bob.answers

Concerns(packet, p) == IF packet.kind = "sealed" THEN packet.spis = p
                     ELSE packet.message.spis = p \/ (packet.message.spis = 0 /\ p = World.pairs[1])
Reachable(packet) == IF ForBob(packet) THEN Reaching(packet) # {} ELSE ForAlice(packet.to, home)
\* Each direction by itself: what Alice repeats must not keep Bob's answer from arriving; nor, of SIR, a question or
\* a verdict.
Class(packet) == CASE ~BySir -> "any"
                   [] packet.kind = "sealed" -> "sealed"
                   [] IsHint(packet.message) -> "hint"
                   [] Has(packet.message, "CHECK_SPI") -> "question"
                   [] OTHER -> "hint"
Classes == IF BySir THEN {"sealed", "question", "hint"} ELSE {"any"}
InDirection(packet, p, toBob, class) == Concerns(packet, p) /\ (toBob <=> ForBob(packet)) /\ Class(packet) = class
CanArrive(p, toBob, class) == \E packet \in wire : InDirection(packet, p, toBob, class) /\ Reachable(packet)
Arrived(p, toBob, class) == \E packet \in wire : InDirection(packet, p, toBob, class) /\ packet \notin wire'

Checks == peers.alice.checks
Waiting(actor) == PolicyOf(actor).drawn > 0 /\ peers[actor].waiting # <<>>
\* What she repeats is on its way to where she asks; or the attacker has it, whom she takes for Bob.
Asking(p) ==
  LET there == peers.alice.sas[p].peer
  IN there = Own \/ \E packet \in wire : packet.kind = "sealed" /\ packet.spis = p /\ packet.to.address = there.address
Grows(p) == Checks[p].sent < World.alice.tries \/ World.alice.givesUp
\* Of SIR: queries are counted, peers dampened, recoveries wait.
Passing(alice) == alice.asked # None \/ alice.damped # None \/ \E p \in DOMAIN alice.recoveries : alice.recoveries[p].wait > 0
CanTick == /\ World.prompt => wire = {} /\ ~SettingUp
           /\ \/ peers.alice.hinted > 0 \/ Waiting("alice") \/ \E p \in DOMAIN Checks : Grows(p) \/ ~Asking(p)
              \/ BySir /\ Passing(peers.alice)
\* What only a tick does: a check grows older, is sent again, or ends with its SA; hints may start checks again.
Ticked == \/ \E p \in DOMAIN Checks : IF p \in DOMAIN Checks' THEN Checks'[p] # Checks[p] \/ (~Asking(p) /\ Asking(p)')
                                     ELSE World.alice.givesUp /\ ~Holds("alice", p)'
          \/ peers.alice.hinted > peers.alice.hinted'
          \/ Waiting("alice") /\ ~Waiting("alice")'
          \/ BySir /\ Passing(peers.alice) /\ peers.alice.asked # None /\ peers'.alice.asked = None
          \/ BySir /\ \E i \in DOMAIN peers.alice.damped :
               i \notin DOMAIN peers'.alice.damped \/ peers.alice.damped[i] > peers'.alice.damped[i]
          \/ BySir /\ \E p \in DOMAIN peers.alice.recoveries : LET w == peers.alice.recoveries[p].wait
               IN w > 0 /\ p \in DOMAIN peers'.alice.recoveries /\ peers'.alice.recoveries[p].wait < w

\* A draw (BASE-2.21.4-10) that nobody can steer: what a limit turns away again and again, in its direction and of a lost IKE
\* SA, is taken up by this limit again and again, or has the least lot of its tick.
AtActor(toBob) == IF toBob THEN World.members ELSE {"alice"}
OfClass(m, class) ==
  m.kind = "ike" /\ (~BySir \/ class = IF Has(m, "CHECK_SPI") /\ ~IsHint(m) THEN "question" ELSE IF LooksProtected(m) THEN "sealed" ELSE "hint")
First0(waiting, p, class) ==
  \E i \in DOMAIN waiting : waiting[i].lot = 0 /\ OfClass(waiting[i].message, class) /\ waiting[i].message.spis = p
Pressed(p, toBob, class) ==
  /\ Arrived(p, toBob, class) /\ ~Held(p)
  /\ \E a \in AtActor(toBob) : Waiting(a)' /\ Alone(peers'[a]) = Alone(peers[a])
Favoured(p, toBob, class) ==
  Pressed(p, toBob, class) /\ \E a \in AtActor(toBob) : Waiting(a)' /\ First0(peers'[a].waiting, p, class)
Draws(toBob) == (toBob /\ World.bob.drawn > 0) \/ (~toBob /\ World.alice.drawn > 0)

\* So that this is about something: a flood need not end for it, and limits may turn away for ever.
ReachEndlessFloodProp == <>[](\A a \in Actors : ~Waiting(a))

\* What began on a hint alone goes on, or is given up.
Tries == World.alice.sir.tickets \/ World.alice.sir.collapsed
CanGoOn ==
  \E p \in Pairs :
    \/ CanAbandon(p)
    \/ \E old \in Pairs : CanFinish(old, p)
    \/ /\ World.anew /\ p # World.pairs[1] /\ Serving # {} /\ ~HoldsEstablished("alice", p)
       /\ (Came(p) /\ (Unused(p) \/ Held(p))) \/ (Held(p) /\ Holds("alice", p))

\* Each by its name, so that a world can do without it.
Fair(name, S) == IF name \in World.unfair THEN {} ELSE S
Direction(toBob) == IF toBob THEN "toBob" ELSE "toAlice"
Fairness ==
  /\ \A p \in Fair("traffic", Pairs) : []<>~CanAsk(p) /\ []<>~CanEspArrive(p)
  /\ \A p \in Pairs, toBob \in BOOLEAN : \A c \in Fair(Direction(toBob), Classes) :
       []<>~CanArrive(p, toBob, c) \/ []<><<Arrived(p, toBob, c)>>_state
  /\ \A one \in Fair("tick", {1}) : []<>~CanTick \/ []<><<Ticked>>_state
  /\ \A m \in Fair("purge", World.members), p \in Pairs : []<>~CanPurge(m, p)
  /\ \A m \in Fair("limits", World.members) : []<>(IF World.bob.drawn = 0 THEN peers[m].answered = 0 ELSE ~Waiting(m))
  /\ \A toBob \in Fair("draw", {b \in BOOLEAN : Draws(b)}), p \in Pairs : \A c \in Classes :
       <>[][~Pressed(p, toBob, c)]_state \/ []<><<Favoured(p, toBob, c)>>_state
  /\ \A one \in Fair("try", {t \in {1} : Tries}) : []<>~CanGoOn
  /\ \A p \in Fair("rebind", Pairs) : []<>~CanRebind(p)
  /\ \A p \in Fair("turn", Pairs) : []<>~CanTurn(p)
  /\ \A m \in Fair("back", World.members) : []<>~CanComeBack(m)
  /\ \A m \in Fair("takeover", World.members) : []<>~CanTakeOver(m)

FairSpec == Spec /\ Fairness
==============================================================================
