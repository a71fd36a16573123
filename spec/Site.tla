--------------------------------- MODULE Site --------------------------------
(***************************************************************************)
(* Alice, who keeps her SAs, and Bob's gateway of one or more members that *)
(* may lose theirs, over a network. By World.protocol she is a token taker *)
(* and they are token makers (which with tokens off in the policies is     *)
(* IKEv2 alone), or she is peer Y and they are peers X. Every step of hers *)
(* and of a member is a step of the very operators that the Java code is   *)
(* compared with; here are only their surroundings.                        *)
(***************************************************************************)
EXTENDS Maker, Taker, PeerX, PeerY, Admission, Gateway, Attacker

CONSTANT World     \* deployment, attacker, faults and how many of each: one of models/Worlds.tla

\* A world in which somebody does not keep a clause says so.
ASSUME ReuseIsNamed ==
  (\E i, j \in DOMAIN World.pairs : i # j /\ World.pairs[i] = World.pairs[j]) => ~On("QCD-5.3-1")
ASSUME LaxListIsNamed ==
  World.sync = "list" /\ ~(World.listing = "early" /\ World.rejoinsListed /\ World.purges /\ World.unreachable # "answers") => ~On("QCD-9.2-3")

\* Whatever else happens needs names of its own, and a world has only so many.
ASSUME OnlyWhatNeedsNoNamesIsEndless == World.endless \subseteq {"crash", "lose", "isolate", "loss", "fail"}

VARIABLES
  peers,     \* actor -> its role's state: "alice", and the members of Bob's gateway
  wire,      \* packets in flight
  gate,      \* which members serve and how they are: see Gateway
  home,      \* Alice's address
  opened,    \* how many of World.pairs were used for an IKE SA
  rekey,     \* <<>>, or <<old, new>> from the moment when the responder has the new SA
  left,      \* what may still happen: fault -> how often
  known,     \* tokens and cookies that the attacker has
  asked,     \* IKE SPI pair -> requests that Alice sent for it, in vain so far, while Bob could answer
  step       \* what happened: the label of the edge, no part of the state

state == <<peers, wire, gate, home, opened, rekey, left, known, asked>>
View == [peers |-> peers, wire |-> wire, gate |-> gate, home |-> home, opened |-> opened, rekey |-> rekey,
         left |-> left, known |-> known, asked |-> asked]

------------------------------------------------------------------------------
(* Who acts.                                                               *)

Pairs == {World.pairs[i] : i \in DOMAIN World.pairs} \cup {World.rekeyTo}
Actors == World.members \cup {"alice"}
Bob == Endpoint("B", 4500)
\* Where the network finds Alice. A NAT before her (World.nat) can bind her anew at another "address", or at another "port" only,
\* and nobody asks it to; her own end is another one, which stays.
Natted == World.nat \in {"address", "port"}
OutsideAt(where) == IF World.nat = "port" /\ where # "A" THEN Endpoint("A", 4501) ELSE Endpoint(where, 4500)
Outside == OutsideAt(home)
ForAlice(end, where) == end.address = OutsideAt(where).address /\ (Natted => end.port = OutsideAt(where).port)
Alice == IF Natted THEN Endpoint("A3", 4500) ELSE Outside
Here(actor) == IF actor = "alice" THEN Alice ELSE EndOf(World, actor)
Serving == Reaches(World, gate, Outside)

Holds(actor, p) == Known(peers[actor], p)            \* half open or established
HoldsEstablished(actor, p) == Established(peers[actor], p)
Held(p) == \E m \in World.members : Holds(m, p)
May(fault) == left[fault] > 0
Spend(fault) == left' = IF fault \in World.endless THEN left ELSE [left EXCEPT ![fault] = @ - 1]

BySir == World.protocol = "sir"
AliceInit == Admitting(World.alice, IF BySir THEN PeerYInit(<<1>>) ELSE TakerInit)
MemberInit == Admitting(World.bob, IF BySir THEN PeerXInit(<<1>>) ELSE MakerInit(<<1>>))
Respond(actor, e) ==
  CASE actor = "alice" /\ BySir -> AdmittedStep(World.alice, peers.alice, e, PeerYStep)
    [] actor = "alice"          -> AdmittedStep(World.alice, peers.alice, e, TakerStep)
    [] BySir                    -> AdmittedStep(World.bob, peers[actor], e, PeerXStep)
    [] OTHER                    -> AdmittedStep(World.bob, peers[actor], e, MakerStep)

\* The lots of a draw (BASE-2.21.4-10), as far as they matter: that of each of the attacker's messages is 1, which stands for
\* the least one of all that he sends in a tick; what is no attack draws before him or behind.
PolicyOf(actor) == IF actor = "alice" THEN World.alice ELSE World.bob
Lotted(action, actor, e) ==
  IF PolicyOf(actor).drawn = 0 \/ e.type # "Received" THEN {e}
  ELSE {WithLot(e, lot) : lot \in IF action \in {"Deliver", "EspArrives"} THEN {0, 2} ELSE {1}}

\* She has concluded that Bob lost it, and keeps it only until its successor stands (SIR-3.6-1).
Concluded(alice, p) == BySir /\ Sure(alice, p) /\ alice.recoveries[p].wait = 0

\* Where states are all that counts (temporal properties), the label is left out: see Worlds.
Labelled(label) == step' = IF World.labelled THEN label ELSE <<>>

Requests(effects) == {effects[i].spis : i \in {j \in DOMAIN effects :
                        effects[j].type = "Retransmit" \/ (effects[j].type = "SendProtected" /\ ~effects[j].response)}}
Count(actor, r) ==
  IF ~World.counts \/ actor # "alice" THEN asked
  ELSE [p \in Pairs |-> IF p \notin DOMAIN r.next.sas \/ Concluded(r.next, p) \/ Held(p) THEN 0
                        ELSE IF p \in Requests(r.effects) /\ Serving # {} THEN Least(asked[p] + 1, World.bound + 1)
                        ELSE asked[p]]

\* The daemon's message in which a token would travel, where the role has none to put in; with the Vendor ID of SIR.
Greeting == IF BySir /\ World.greets THEN <<VendorId>> ELSE <<>>
Tokenless(actor, e, effects) ==
  IF actor = "alice" \/ \E i \in DOMAIN effects : effects[i].type = "SendProtected" THEN {}
  ELSE LET plain(p, exchange, response) ==
             {Sealed(Here(actor), Outside, [spis |-> p, exchange |-> exchange, response |-> response, payloads |-> Greeting])}
       IN CASE e.type = "SaHalfOpen" /\ e.initiator     -> plain(e.spis, "IKE_AUTH", FALSE)
            [] e.type = "SaEstablished" /\ ~peers[actor].sas[e.spis].initiator -> plain(e.spis, "IKE_AUTH", TRUE)
            [] e.type = "SaRekeyed" /\ ~e.initiator     -> plain(e.old, "CREATE_CHILD_SA", TRUE)
            [] OTHER -> {}

\* What X's daemon answers to an exchange that began on a hint (Shortcuts): it goes on where the role accepts a resumption; and
\* where a QUERY on IKE_SA_INIT draws no verdict, if Alice's daemon goes on without one (World.unverdicted).
GoesOn(action, actor, e, effects) ==
  IF ~World.anew \/ actor = "alice" \/ action # "Deliver" \/ opened >= Len(World.pairs) THEN {}
  ELSE CASE e.type = "ResumptionAsked" /\ Accepts(effects) -> {GoAhead(Bob, e.from, World.pairs[opened + 1], "IKE_SESSION_RESUME")}
         [] World.unverdicted /\ Unanswered(e, effects)    -> {GoAhead(Bob, e.from, World.pairs[opened + 1], "IKE_SA_INIT")}
         [] OTHER -> {}

\* Where the network is prompt, what reaches nobody is lost at once.
ForBob(packet) == packet.to.address \in BobsAddresses
Reaching(packet) == Gets(World, gate, packet.from, packet.to)
Void(packet) == World.prompt /\ ForBob(packet) /\ (IF World.addresses = "one" THEN Serving ELSE Reaching(packet)) = {}
\* What is for an address that Alice had arrives nowhere: she moves once. (QCD's worlds keep it in flight; it says the same.)
Astray(packet, now) == (BySir \/ Natted) /\ ~ForBob(packet) /\ ~ForAlice(packet.to, now)

\* A NAT before Alice writes where she is into what she sends. What Bob sends under protection to the attacker, whom he takes for
\* her (Divert), the attacker sends on, or keeps.
Translated(actor, packets) ==
  IF ~Natted THEN packets
  ELSE IF actor = "alice" THEN {[p EXCEPT !.from = Outside] : p \in packets}
  ELSE {IF p.kind = "sealed" /\ p.to = Own THEN [p EXCEPT !.to = Outside] ELSE p : p \in packets}

\* The SPI pairs that the attacker can name.
NamesNow == Names(World, opened) \cup (IF rekey # <<>> /\ Names(World, opened) # {} THEN {rekey[2]} ELSE {})

\* What a tick takes up can ask under an IKE SA and then end it.
Both(before, after) == IF DOMAIN before \subseteq DOMAIN after THEN after
                       ELSE [p \in DOMAIN before \cup DOMAIN after |-> IF p \in DOMAIN after THEN after[p] ELSE before[p]]

\* An actor meets an event; spent are the packets that this uses up. Bound by \E and not by LET, for TLC expands a LET
\* wherever its name stands, each time it reads a model. ActIf: only if the step is wanted.
ActIf(Wanted(_), action, actor, e, spent) ==
  \E event \in Lotted(action, actor, e) : \E r \in {Respond(actor, event)} :
  /\ Wanted(r)
  /\ \E out \in {Translated(actor, PacketsOf(Here(actor), Both(peers[actor].sas, r.next.sas), r.effects, BeginsBy(World.alice, e))
                             \cup Tokenless(actor, e, r.effects)) \cup GoesOn(action, actor, e, r.effects)} :
     /\ peers' = [peers EXCEPT ![actor] = r.next]
     /\ known' = known \cup Learns(World, out)
     /\ wire' = (wire \ spent) \cup {p \in out : p.to.address # Own.address /\ Worth(World, p, known', NamesNow) /\ ~Void(p) /\ ~Astray(p, home)}
     /\ asked' = Count(actor, r)
     /\ Labelled([action |-> action, actor |-> actor, event |-> event, effects |-> r.effects, because |-> r.because])
Act(action, actor, e, spent) == ActIf(LAMBDA r : TRUE, action, actor, e, spent)

\* No actor meets anything.
Happens(action, pick) ==
  /\ Labelled([action |-> action, pick |-> pick])
  /\ UNCHANGED <<peers, known, asked>>

------------------------------------------------------------------------------
(* Environment: the life of SAs. Of IKE_SA_INIT and IKE_AUTH only what     *)
(* carries a token is a packet.                                            *)

\* SPIs may come again only when the first SA with them is gone on both sides (QCD-5.3-1).
\* The responder, who chooses the second SPI, has the pair first. Bob, when he initiates, may
\* (World.ownSpiCounts) take the SA for existing as soon as he has chosen the first one.
BobFirst == ~World.bobInitiates \/ World.ownSpiCounts

Unused(p) == opened < Len(World.pairs) /\ p = World.pairs[opened + 1] /\ ~Held(p) /\ ~Holds("alice", p)
Underway(p) == opened > 0 /\ p = World.pairs[opened]

\* World.anew: another IKE SA comes only in place of one that Alice recovers, which she has concluded or resumes.
Trying(p) == BySir /\ Tried(peers.alice, p)
GoAheads(p) == {packet \in wire : IsGoAhead(packet) /\ packet.spis = p}
Came(p) == ~World.anew \/ p = World.pairs[1] \/ (\E q \in Pairs : Concluded(peers.alice, q)) \/ GoAheads(p) # {}
\* Sets, for of a disjunction in an action TLC takes each part that is true for a step of its own.
Due == {p \in Pairs : Came(p)}
DueAtAlice == {p \in Pairs : GoAheads(p) # {} => \E q \in Pairs : Concluded(peers.alice, q) \/ Trying(q)}

Open(m, p) ==
  /\ p \in Due
  /\ IF BobFirst THEN Unused(p) ELSE Underway(p) /\ ~Held(p) /\ Holds("alice", p) /\ ~HoldsEstablished("alice", p)
  /\ World.listing = "early" => \A n \in Others(World, m) : p \in peers[n].elsewhere
  /\ Act("Open", m, SaHalfOpen(p, Here(m), Outside, World.bobInitiates), {})
  /\ opened' = IF BobFirst THEN opened + 1 ELSE opened
  /\ UNCHANGED <<gate, home, rekey, left>>

\* Where Alice finds the gateway.
BobsEnd == IF World.addresses = "own" THEN EndOf(World, gate.serving) ELSE Bob
OpenAtAlice(p) ==
  /\ IF BobFirst THEN ~Holds("alice", p) /\ \E m \in Serving : Holds(m, p) /\ ~HoldsEstablished(m, p) ELSE Unused(p)
  /\ p \in DueAtAlice
  /\ Act("OpenAtAlice", "alice", SaHalfOpen(p, Alice, BobsEnd, ~World.bobInitiates), IF World.anew THEN GoAheads(p) ELSE {})
  /\ opened' = IF BobFirst THEN opened ELSE opened + 1
  /\ UNCHANGED <<gate, home, rekey, left>>

\* Bob, the responder, has authenticated Alice and answers with his token.
Authenticate(m, p) ==
  /\ ~World.bobInitiates
  /\ Holds("alice", p) /\ ~HoldsEstablished("alice", p) /\ Holds(m, p) /\ ~HoldsEstablished(m, p)
  /\ Act("Authenticate", m, SaEstablished(p, "alice", {MakersChild(p)}, <<>>), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* Bob, the initiator, gets Alice's answer to the request that had his token.
Complete(m, p) ==
  /\ World.bobInitiates
  /\ HoldsEstablished("alice", p) /\ Holds(m, p) /\ ~HoldsEstablished(m, p)
  /\ Act("Complete", m, SaEstablished(p, "alice", {MakersChild(p)}, <<>>), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* Bob, the initiator of a rekey, may (World.ownSpiCounts) take the SA for existing as soon as he has chosen his SPI.
Announces == World.ownSpiCounts /\ World.bobRekeys
Announced(m) == Announces => World.rekeyTo \in peers[m].elsewhere
Announce(m) ==
  /\ Announces /\ May("rekey") /\ m \in Serving /\ ~Announced(m) /\ \E p \in Pairs : HoldsEstablished(m, p)
  /\ Act("Announce", m, ActiveElsewhere(World.rekeyTo, TRUE), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* A rekey shows first at its responder. It may be cut short anywhere behind this.
Rekey(actor, old) ==
  /\ May("rekey")
  /\ (actor = "alice") <=> World.bobRekeys
  /\ HoldsEstablished("alice", old) /\ \E m \in Serving : HoldsEstablished(m, old) /\ actor \in {m, "alice"}
                                                          /\ Announced(m)
  /\ Act("Rekey", actor, SaRekeyed(old, World.rekeyTo, FALSE, <<>>), {})
  /\ rekey' = <<old, World.rekeyTo>> /\ Spend("rekey")
  /\ UNCHANGED <<gate, home, opened>>

\* Bob, the initiator of the rekey, gets the answer and sends the token of the new SA.
RekeyAtBob(m) ==
  /\ rekey # <<>> /\ World.bobRekeys /\ m \in Serving
  /\ HoldsEstablished(m, rekey[1]) /\ ~Holds(m, rekey[2])
  /\ Act("RekeyAtBob", m, SaRekeyed(rekey[1], rekey[2], TRUE, <<>>), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* The old SA is closed when both have the new one.
Close(actor) ==
  /\ rekey # <<>> /\ Holds(actor, rekey[1]) /\ HoldsEstablished("alice", rekey[2])
  /\ \E m \in Serving : HoldsEstablished(m, rekey[2]) /\ (actor = m \/ (actor = "alice" /\ ~Holds(m, rekey[1])))
  /\ Act("Close", actor, SaClosed(rekey[1]), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* A child SA is rekeyed: its successor shows first at the responder, then at the initiator, if the answer still reaches
\* him; when both have it the old one is closed, first by the initiator (RFC 7296, 2.8).
Mirror(child) == [in |-> child.out, out |-> child.in]
SuccessorOf(actor) == IF actor = "alice" THEN Mirror(World.childTo) ELSE World.childTo
HasSuccessor(actor, p) == HoldsEstablished(actor, p) /\ SuccessorOf(actor) \in peers[actor].sas[p].children
RekeysChild(actor) == (actor = "alice") <=> ~World.bobRekeys
ChildRekeyBegun == left.childRekey < World.faults.childRekey
RekeyChild(actor, p) ==
  /\ May("childRekey") /\ ~RekeysChild(actor)
  /\ HoldsEstablished("alice", p) /\ \E m \in Serving : HoldsEstablished(m, p) /\ actor \in {m, "alice"}
  /\ Act("RekeyChild", actor, ChildSaCreated(p, SuccessorOf(actor)), {}) /\ Spend("childRekey")
  /\ UNCHANGED <<gate, home, opened, rekey>>
\* The initiator that still has the old child SA waits for the answer.
AwaitsChild(actor, p) ==
  /\ ChildRekeyBegun /\ RekeysChild(actor) /\ HoldsEstablished(actor, p)
  /\ ~HasSuccessor(actor, p) /\ peers[actor].sas[p].children # {}
ChildRekeyed(actor, p) ==
  /\ AwaitsChild(actor, p)
  /\ Act("ChildRekeyed", actor, ChildSaCreated(p, SuccessorOf(actor)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
CloseChild(actor, p) ==
  /\ ChildRekeyBegun /\ HoldsEstablished(actor, p)
  /\ \E c \in peers[actor].sas[p].children \ {SuccessorOf(actor)} :
       /\ LET other == IF actor = "alice" THEN Serving ELSE {"alice"}
          IN \E o \in other : HasSuccessor(o, p) /\ (RekeysChild(actor) \/ Mirror(c) \notin peers[o].sas[p].children)
       /\ RekeysChild(actor) => HasSuccessor(actor, p)
       /\ Act("CloseChild", actor, ChildSaClosed(p, c.in), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* Nothing protected is in flight. Here nobody sends such a message again until it is answered, so a world may wait for it.
Settled == \A packet \in wire : packet.kind # "sealed"

\* A new generation of the secret; the other members follow when they are up. World.rolls: at any time, or only before the
\* crash or after it; "settled": before it, and neither comes while a token is under way.
Roll(m) ==
  LET g == peers[m].secrets[1] + 1
      news == \A n \in World.members : peers[n].secrets[1] < g
  IN /\ Up(gate, m)
     /\ IF news THEN May("roll") /\ Spend("roll") ELSE UNCHANGED left
     /\ World.rolls \in {"before", "settled"} => May("crash")
     /\ World.rolls = "after" => ~May("crash")
     /\ World.rolls = "settled" => Settled
     /\ Act("Roll", m, SecretRolled(g), {})
     /\ UNCHANGED <<gate, home, opened, rekey>>

------------------------------------------------------------------------------
(* Environment: what befalls Bob's gateway.                                *)

Status(m, what) == gate' = [gate EXCEPT !.status[m] = what]

Crash(m) ==
  /\ May("crash") /\ gate.status[m] # "down"
  /\ World.rolls = "settled" => Settled /\ \A p \in DOMAIN peers[m].sas : peers[m].sas[p].peer = Outside
  /\ Act("Crash", m, Rebooted(IF On("QCD-5.1-1") THEN peers[m].secrets ELSE <<World.freshSecret>>), {})
  /\ Status(m, "down") /\ Spend("crash")
  /\ UNCHANGED <<home, opened, rekey>>
Isolate(m) ==
  /\ May("isolate") /\ Up(gate, m) /\ Status(m, "isolated") /\ Spend("isolate")
  /\ Happens("Isolate", m) /\ UNCHANGED <<wire, home, opened, rekey>>
\* After a crash without, after isolation with its SAs.
CanComeBack(m) ==
  /\ ~Up(gate, m)
  /\ World.rejoinsListed => \A n \in Others(World, m), p \in Pairs :
       IF World.sync = "copies" THEN HoldsEstablished(n, p) => Holds(m, p) ELSE Holds(n, p) => p \in peers[m].elsewhere
Back(m) ==
  /\ CanComeBack(m) /\ Status(m, "up")
  /\ Happens("Back", m) /\ UNCHANGED <<wire, home, opened, rekey, left>>

Vanish(packet) ==
  /\ May("loss") /\ Spend("loss") /\ wire' = wire \ {packet}
  /\ Happens("Vanish", packet) /\ UNCHANGED <<gate, home, opened, rekey>>

\* A pair: the other member takes the address over; a preempting first member takes it back.
CanTakeOver(m) ==
  /\ World.balancer = "serving" /\ m # gate.serving /\ Up(gate, m)
  /\ ~Up(gate, gate.serving) \/ (World.preempts /\ m = "m1")
Failover(m) ==
  /\ CanTakeOver(m)
  /\ gate' = [gate EXCEPT !.serving = m]
  /\ IF World.fences THEN Act("Failover", gate.serving, Rebooted(peers[gate.serving].secrets), {})
     ELSE Happens("Failover", m) /\ UNCHANGED wire
  /\ UNCHANGED <<home, opened, rekey, left>>

Lose(m, p) ==
  /\ May("lose") /\ HoldsEstablished(m, p) /\ Spend("lose")
  /\ Act("Lose", m, SaForgotten(p), {})
  /\ UNCHANGED <<gate, home, opened, rekey>>

\* Members tell each other: copies of whole SAs, or only the list of active SPIs (QCD-9.2-3).
Copy(m, n, p) ==
  /\ World.sync = "copies" /\ Up(gate, m) /\ (Up(gate, n) \/ World.rejoinsListed) /\ HoldsEstablished(m, p) /\ ~Holds(n, p)
  /\ LET sa == peers[m].sas[p] IN Act("Copy", n, SaImported(p, sa.here, sa.peer, sa.initiator, sa.identity, sa.children, sa.secret), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
List(n, p) ==
  /\ World.sync = "list" /\ (Up(gate, n) \/ World.rejoinsListed) /\ p \notin peers[n].elsewhere
  /\ \/ \E m \in Others(World, n) : Up(gate, m) /\ Holds(m, p)
     \/ ~World.purges /\ \E m \in Others(World, n) : p \in peers[m].elsewhere     \* passed on, stale as it is
     \/ World.listing = "early" /\ opened < Len(World.pairs) /\ p = World.pairs[opened + 1]
  /\ Act("List", n, ActiveElsewhere(p, TRUE), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
CanPurge(n, p) ==
  /\ World.sync = "list" /\ World.purges /\ Up(gate, n) /\ p \in peers[n].elsewhere
  /\ \A m \in Others(World, n) : ~Holds(m, p)
  /\ \E i \in 1..opened : p = World.pairs[i]
Purge(n, p) ==
  /\ CanPurge(n, p)
  /\ Act("Purge", n, ActiveElsewhere(p, FALSE), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* A member cannot reach the list at the moment that it is asked. Either it takes the pair for active, and so keeps silent
\* (QCD-9.2-2); or not, and answers as if it were alone (QCD-9.2-3 is not kept). List and Purge mend that at any time. No outage
\* that lasts: who opens an SA still waits until all others have it on the list, so the first kind only adds to a list that is
\* right. As often as the world says, by the count of "isolate".
Doubt(n, p) ==
  /\ World.sync = "list" /\ May("isolate") /\ Up(gate, n)
  /\ \/ World.unreachable = "silence" /\ p \notin peers[n].elsewhere /\ Act("Doubt", n, ActiveElsewhere(p, TRUE), {})
     \/ World.unreachable = "answers" /\ p \in peers[n].elsewhere /\ Act("Doubt", n, ActiveElsewhere(p, FALSE), {})
  /\ Spend("isolate")
  /\ UNCHANGED <<gate, home, opened, rekey>>

------------------------------------------------------------------------------
(* Attacker.                                                               *)

Provoke(m, from, p) ==
  /\ p \in NamesNow \cup (IF World.strangers THEN {Nobodys} ELSE {}) /\ m \in Gets(World, gate, from, Here(m))
  /\ Act("Provoke", m, Received(from, Here(m), Provocation(p)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
ProvokeByEsp(m, from, p) ==
  /\ World.bob.childMap /\ Attacks(World) /\ m \in Gets(World, gate, from, Here(m))
  /\ \E spi \in {MakersChild(p).in} \cup (IF ChildRekeyBegun THEN {World.childTo.in} ELSE {}) :
       Act("ProvokeByEsp", m, Received(from, Here(m), Esp(spi)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
Bluff(p) ==
  /\ World.bluffs /\ p \in NamesNow
  /\ \E beside \in Lures(World.alice, {MadeUpCookie} \cup {c \in known : BySir /\ c.spis = 0}) : Act("Bluff", "alice", Received(Own, Alice, Hint(p, beside)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
Drop(packet) ==
  /\ World.attacker = "in-the-middle" /\ wire' = wire \ {packet}
  /\ Happens("Drop", packet) /\ UNCHANGED <<gate, home, opened, rekey, left>>

------------------------------------------------------------------------------
(* System: traffic, time, delivery.                                        *)

\* Alice has outgoing traffic only: she asks (BASE-2.4-7).
CanAsk(p) == World.traffic = "ike" /\ HoldsEstablished("alice", p) /\ ~Checking(peers.alice, p) /\ ~Concluded(peers.alice, p)
Ask(p) ==
  /\ CanAsk(p)
  /\ Act("Ask", "alice", TrafficDue(p), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>
\* Alice's ESP arrives at a member that does not know the child SA. After a rekey she may send with either of the two.
EspUnknown(m, p) == {c \in peers.alice.sas[p].children : OwnersOfInbound(peers[m], c.out) = {}}
EspArrives(m, p) ==
  /\ World.traffic = "esp" /\ HoldsEstablished("alice", p) /\ ~Checking(peers.alice, p) /\ ~Concluded(peers.alice, p)
  /\ m \in Serving /\ m \in Gets(World, gate, Outside, peers.alice.sas[p].peer)
  /\ \A packet \in wire : ForBob(packet) /\ ~World.paced
  /\ \E c \in EspUnknown(m, p) : Act("EspArrives", m, Received(Outside, Here(m), Esp(c.out)), {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* Where the network is prompt, nothing is in flight when a tick passes, and no IKE SA is being set up by what began on a hint.
SettingUp == World.anew /\ \E p \in Pairs \ {World.pairs[1]}, q \in Pairs : (Held(p) \/ Holds("alice", p)) /\ Trying(q)
TickOf(actor) ==
  /\ LET r == Respond(actor, Tick) IN r.next # peers[actor] \/ r.effects # <<>>
  /\ World.prompt => wire = {} /\ ~SettingUp
  /\ World.inStep /\ actor = "alice" => \A m \in UpMembers(World, gate) : peers[m].answered = 0 /\ peers[m].told = 0
  /\ Act("TickOf", actor, Tick, {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

\* What a packet is to whom it reaches, and at which of its ends.
At(actor, packet) == IF Natted \/ World.addresses # "one" THEN Here(actor) ELSE packet.to
Arrival(actor, packet) ==
  IF packet.kind = "clear" THEN IF actor # "alice" /\ World.bob.sir.tickets /\ AsksToResume(packet) THEN Resumption(packet, World.ticket)
                                ELSE Received(packet.from, At(actor, packet), packet.message)
  ELSE LET p == packet.spis
       IN CASE ~Holds(actor, p) -> Received(packet.from, At(actor, packet), AsSeen(packet))
            [] packet.exchange = "IKE_AUTH" /\ ~HoldsEstablished(actor, p) ->
                 SaEstablished(p, "bob", {TakersChild(p)}, packet.payloads)
            [] packet.exchange = "CREATE_CHILD_SA" ->
                 SaRekeyed(rekey[1], rekey[2], TRUE, packet.payloads)
            [] OTHER -> Protected(p, packet.exchange, packet.response, packet.payloads)

\* Nobody who could open them is there: which of two that look alike comes first makes no difference, and no label could tell.
Alike(packet) == {q \in wire : q.kind = "sealed" /\ q.from = packet.from /\ q.to = packet.to /\ AsSeen(q) = AsSeen(packet)}
Opened(packet) == IF ForBob(packet) THEN Held(packet.spis) ELSE Holds("alice", packet.spis)
IsFirst(packet) == packet.kind = "sealed" /\ World.labelled /\ ~Opened(packet) => packet = CHOOSE q \in Alike(packet) : TRUE

\* To a request the answer goes back to where it came from: Bob has followed her before (Whereabouts).
Followed(actor, packet) ==
  Natted /\ actor # "alice" /\ packet.kind = "sealed" /\ packet.from = Outside /\ HoldsEstablished(actor, packet.spis) =>
    peers[actor].sas[packet.spis].peer = Outside

Deliver(actor, packet) ==
  /\ IsFirst(packet) /\ Followed(actor, packet) /\ ~IsGoAhead(packet)
  /\ IF ForBob(packet) THEN actor \in Reaching(packet) ELSE actor = "alice" /\ ForAlice(packet.to, home)
  /\ Act("Deliver", actor, Arrival(actor, packet),
         IF World.duplicates /\ packet.kind = "clear" THEN {} ELSE {packet})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

==============================================================================
