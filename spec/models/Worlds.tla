------------------------------- MODULE Worlds --------------------------------
(***************************************************************************)
(* The worlds that Qcd is checked in. Each says only in what it differs    *)
(* from another one; a configuration beside this file names one of them.   *)
(***************************************************************************)
EXTENDS Claims, Policy, Variations

Roles == [a \in Actors |-> IF a = "alice" THEN IF BySir THEN "peerY" ELSE "taker"
                          ELSE IF BySir THEN "peerX" ELSE "maker"]
Policies == [a \in Actors |-> IF a = "alice" THEN World.alice ELSE World.bob]
\* What this world takes for granted: see Variations.
Outlined(all) == {[id |-> a.id, kind |-> a.kind, words |-> a.words, off |-> a.off] : a \in all}
Assumed == Outlined(Assumptions(World))
Supplied == Outlined(Supplies(World))
About ==
  [ kind       |-> "system",
    protocol   |-> IF BySir THEN "sir" ELSE IF World.bob.maker /\ World.alice.taker THEN "qcd" ELSE "baseline",
    deployment |-> World.deployment,
    attacker   |-> World.attacker,
    parameters |-> [ text |-> IF BySir THEN "sir-03" ELSE World.bob.text, method |-> World.bob.method, balancer |-> World.balancer,
                     sync |-> World.sync, spis |-> World.spis, faults |-> World.faults,
                     reading |-> OtherReadings(World.alice) \cup OtherReadings(World.bob) ],
    bounds     |-> [ ikeSpiPairs |-> Cardinality(Pairs), members |-> Cardinality(World.members) ],
    assumed    |-> {a.id : a \in Assumed} ]

\* Alice and Bob with limits as tight as they can be, so that they are met.
TightAlice == [Small EXCEPT !.verifications = 0, !.tries = 1, !.givesUp = FALSE]
TightBob   == [Small EXCEPT !.tokenAnswers = 1, !.answers = 1, !.generations = 2]

NoFaults == [crash |-> 0, lose |-> 0, rekey |-> 0, roll |-> 0, move |-> 0, isolate |-> 0,
             loss |-> 0, fail |-> 0, rollAtAlice |-> 0, childRekey |-> 0]

Single ==
  [ protocol     |-> "qcd",        \* which with tokens off is IKEv2 alone; or "sir"
    deployment   |-> "single",
    members      |-> {"m1"},
    balancer     |-> "serving",     \* see Gateway
    preempts     |-> FALSE,         \* a first member that comes back takes over again
    fences       |-> FALSE,         \* who takes over has made sure that the other member has lost its SAs
    sync         |-> "none",        \* or "copies" of SAs, or a "list" of active SPIs
    listing      |-> "late",        \* "early": listed before the SA is half open; "late": at any time after
    rejoinsListed |-> FALSE,        \* a member that comes back has the list, or the copies, before it meets a peer
    purges       |-> TRUE,          \* SPIs of an SA that is gone leave the list
    unreachable  |-> "never",       \* the list, for a member: then "silence", or it "answers" as if it were alone
    attacker     |-> "none",
    spis         |-> "known",       \* to an attacker off the path; or "hidden"
    sources      |-> {Own, Endpoint("A", 4500)},   \* that the attacker writes into his packets
    strangers    |-> FALSE,         \* he names SPIs of no SA, too
    invents      |-> FALSE,         \* he shows tokens that he made up, as if from Bob
    speaks       |-> FALSE,         \* he says everything that he can: Vocabulary
    asks         |-> FALSE,         \* he asks with CHECK_SPI (SIR)
    bluffs       |-> FALSE,         \* he sends hints without tokens, too
    junk         |-> FALSE,         \* he sends answers without the cookie (SIR)
    affirms      |-> FALSE,         \* he says ACK with a cookie that he has seen, too (SIR)
    replays      |-> FALSE,         \* he uses a cookie beyond the exchange that showed it (SIR)
    refuses      |-> FALSE,         \* he says N(TICKET_NACK) (SIR)
    ticket       |-> "good",        \* that Alice has, for whom can open it: or "bad", or "refused" (SIR)
    anew         |-> FALSE,         \* another IKE SA comes only in place of one that is recovered (SIR)
    unverdicted  |-> FALSE,         \* Alice's daemon goes on with a collapsed exchange whose answer has no verdict (SIR)
    greets       |-> TRUE,          \* Bob sends the Vendor ID (SIR-5-1)
    pairs        |-> <<1, 2>>,      \* IKE SPI pairs in the order of use
    others       |-> {},            \* what SAs that are not here may do: OtherSas
    rekeyTo      |-> 2,             \* the pair that a rekey chooses
    childTo      |-> [in |-> "b3", out |-> "a3"],  \* Bob's side of the child SA that a rekey of one makes
    bobInitiates |-> FALSE,         \* the SA
    ownSpiCounts |-> FALSE,         \* an SA of which Bob has only his own SPI exists for him already
    bobRekeys    |-> FALSE,         \* is the initiator of a rekey, of an IKE SA or a child SA
    movesTo      |-> "A2",
    nat          |-> "none",        \* before Alice: what binds her anew at another "address", or "port" only, where she would move;
                                    \* or before the "gateway"
    diverts      |-> FALSE,         \* the attacker lets a protected message come from his own end (RFC 7296, 2.23)
    addresses    |-> "one",         \* of the members: see Gateway
    listens      |-> FALSE,         \* a member that does not serve answers at its own address
    rolls        |-> "any",         \* rollovers come at any time, or only "before" the crash, "settled" there, or "after" it
    freshSecret  |-> 5,             \* in place of one lost in a crash (QCD-5.1-1 off)
    faults       |-> [NoFaults EXCEPT !.crash = 1],
    endless      |-> {},            \* of the faults: they come as often as they like
    traffic      |-> "none",        \* or "ike": Alice asks by herself; "esp": her ESP goes on
    paced        |-> FALSE,         \* ESP comes only when nothing is in flight
    duplicates   |-> FALSE,         \* clear packets arrive more than once
    prompt       |-> FALSE,         \* no tick passes while a packet is in flight
    inStep       |-> FALSE,         \* a tick of Alice passes only behind one of Bob's members (SIR)
    counts       |-> FALSE,         \* requests sent in vain, up to bound + 1
    bound        |-> 0,
    unfair       |-> {},            \* what need not happen at last: see Claims
    labelled     |-> TRUE,
    alice        |-> TightAlice,
    bob          |-> TightBob ]

OneCrash == [NoFaults EXCEPT !.crash = 1]
OneSa(world) == [world EXCEPT !.pairs = <<1>>]
\* He says everything that can be said, in the clear, to everybody (Vocabulary).
Spoken(world) == [world EXCEPT !.speaks = TRUE]

\* From here on: worlds, written from spec/worlds.json. Add one there, or here and run the check with --import.

(***************************************************************************)
(* A single gateway: an attacker who does not sit in the middle learns     *)
(* nothing of use and ends nothing (QCD-9-1, QCD-9.1-1); what he may read  *)
(* is spent already (QCD-9.1-4).                                           *)
(***************************************************************************)
OffPath == [Single EXCEPT !.attacker = "off-path", !.faults.crash = 2, !.faults.lose = 1]
OnPath == [OffPath EXCEPT !.attacker = "on-path"]
Bluffed == [OffPath EXCEPT !.bluffs = TRUE, !.faults.crash = 1, !.faults.lose = 0]
Hidden == [OffPath EXCEPT !.faults.crash = 1, !.faults.lose = 0, !.sources = {Endpoint("E", 4500)}, !.spis = "hidden",
   !.strangers = TRUE, !.traffic = "ike"]
\* Tokens that he made up are compared, and match nothing (QCD-3-5).
InventedOneSa == [OffPath EXCEPT !.alice.sources = 1, !.alice.verifications = 1, !.faults.crash = 1, !.faults.lose = 0,
   !.invents = TRUE, !.pairs = <<1>>, !.sources = {Endpoint("E", 4500)}]
\* What limits turn away waits for the next tick, and by then an IKE SA may be there again (BASE-2.21.4-10).
DrawnOneSa == [InventedOneSa EXCEPT !.alice.drawn = 1, !.bob.drawn = 1]
RolledOneSa == [OffPath EXCEPT !.faults.crash = 1, !.faults.lose = 0, !.faults.roll = 1, !.pairs = <<1>>]
Moved == [OffPath EXCEPT !.bob.method = "5.2", !.faults.crash = 1, !.faults.lose = 0, !.faults.move = 1]
ChildMappedOneSa == [OffPath EXCEPT !.bob.childMap = TRUE, !.faults.crash = 1, !.faults.lose = 0, !.pairs = <<1>>]
\* A child SA rekeyed, which a crash may cut short: the map must know its successor too (QCD-8.2-1).
ChildRekeyedOneSa == [ChildMappedOneSa EXCEPT !.faults.childRekey = 1]
BobRekeysChildOneSa == [ChildRekeyedOneSa EXCEPT !.bobRekeys = TRUE]
SpokenOffPathOneSa == [OffPath EXCEPT !.pairs = <<1>>, !.speaks = TRUE]
SpokenOnPathOneSa == [OnPath EXCEPT !.pairs = <<1>>, !.speaks = TRUE]
OnPath52OneSa == [OnPath EXCEPT !.bob.method = "5.2", !.pairs = <<1>>]
ChildMappedOnPathOneSa == [ChildMappedOneSa EXCEPT !.attacker = "on-path"]
Moved51OneSa == [Moved EXCEPT !.bob.method = "5.1", !.pairs = <<1>>]
SpokenChildMappedOneSa == [ChildMappedOneSa EXCEPT !.speaks = TRUE]
SpokenMovedOneSa == [Moved EXCEPT !.pairs = <<1>>, !.speaks = TRUE]
SpokenRolledOneSa == [RolledOneSa EXCEPT !.speaks = TRUE]
SpokenMovedOnPathOneSa == [SpokenMovedOneSa EXCEPT !.attacker = "on-path"]
SpokenChildRekeyedOneSa == [ChildRekeyedOneSa EXCEPT !.speaks = TRUE]
\* One crash, and whether what he says is all that matters.
EverythingOneSa == [SpokenOnPathOneSa EXCEPT !.attacker = "in-the-middle", !.bob.childMap = TRUE, !.faults.crash = 1,
   !.faults.lose = 0, !.faults.roll = 1, !.rolls = "before"]
OlderText == [OffPath EXCEPT !.alice.text = "qcd-06", !.bob.text = "qcd-06"]
SpokenOlderTextOneSa == [OlderText EXCEPT !.pairs = <<1>>, !.speaks = TRUE]
\* Its empty answer goes out only to a request, as the token beside INVALID_SPI is one; and Bob gets it.
OlderTextAnswersOneSa == [ChildMappedOneSa EXCEPT !.alice.text = "qcd-06", !.bob.text = "qcd-06",
   !.sources = {Endpoint("E", 4500)}, !.traffic = "esp"]
Rekeyed == [OffPath EXCEPT !.faults.crash = 1, !.faults.lose = 0, !.faults.rekey = 1, !.pairs = <<1>>]
SpokenRekeyed == [Rekeyed EXCEPT !.speaks = TRUE]
BobRekeys == [Rekeyed EXCEPT !.bobRekeys = TRUE]
BobInitiates == [OffPath EXCEPT !.bobInitiates = TRUE, !.faults.crash = 1, !.faults.lose = 0]
BobInitiatesOneSa == [BobInitiates EXCEPT !.pairs = <<1>>]
BobRekeysOwnSpiCounts == [BobRekeys EXCEPT !.ownSpiCounts = TRUE]
OwnSpiCounts == [BobInitiates EXCEPT !.ownSpiCounts = TRUE]
\* READING-1 the other way: a half-open SA does not count as existing.
HalfOpenUnknownOneSa == [OffPath EXCEPT !.bob.halfOpenExists = FALSE, !.pairs = <<1>>]
Reused == [OffPath EXCEPT !.pairs = <<1, 1>>]
OffPathOneSa == [OffPath EXCEPT !.pairs = <<1>>]

(***************************************************************************)
(* A hot-standby pair: one address, one secret (QCD-6-1), one member       *)
(* active at a time (QCD-6-2).                                             *)
(***************************************************************************)
Standby == [OffPath EXCEPT !.deployment = "standby", !.faults.crash = 1, !.faults.lose = 0, !.members = {"m1", "m2"}]
StandbyCopiesOneSa == [Standby EXCEPT !.pairs = <<1>>, !.sync = "copies"]
StandbyOnPathOneSa == [Standby EXCEPT !.attacker = "on-path", !.pairs = <<1>>]
StandbyIsolatedOneSa == [Standby EXCEPT !.faults.crash = 0, !.faults.isolate = 1, !.pairs = <<1>>, !.preempts = TRUE]
StandbyIsolatedCopiesOneSa == [StandbyIsolatedOneSa EXCEPT !.sync = "copies"]
StandbyIsolatedQuietOneSa == [StandbyIsolatedOneSa EXCEPT !.attacker = "none", !.traffic = "ike"]
\* Who takes over has made sure that the other one has lost its SAs.
StandbyFencedOneSa == [StandbyIsolatedOneSa EXCEPT !.fences = TRUE]
StandbyFencedCopiesOneSa == [StandbyIsolatedCopiesOneSa EXCEPT !.fences = TRUE]
StandbyFencedQuietOneSa == [StandbyIsolatedQuietOneSa EXCEPT !.fences = TRUE]
StandbyCopiesFirstOneSa == [StandbyCopiesOneSa EXCEPT !.rejoinsListed = TRUE]

(***************************************************************************)
(* A cluster that shares the load: one address, one secret, all active. As *)
(* long as no member can judge for the others QCD does not apply           *)
(* (QCD-9.2-6); what a sticky balancer and method 5.2 change: QCD-9.2-4.   *)
(***************************************************************************)
Cluster == [OffPath EXCEPT !.balancer = "address", !.deployment = "load-sharing-unsynchronised", !.faults.crash = 1,
   !.faults.lose = 0, !.members = {"m1", "m2"}, !.sources = {Endpoint("A", 4500), Endpoint("A", 4501), Endpoint("E", 4500)}]
ClusterOneSa == [Cluster EXCEPT !.pairs = <<1>>]
ClusterNotStickyOneSa == [ClusterOneSa EXCEPT !.balancer = "any"]
Cluster52OneSa == [ClusterOneSa EXCEPT !.bob.method = "5.2"]
Cluster52ByPortOneSa == [Cluster52OneSa EXCEPT !.balancer = "port"]
Cluster52NotStickyOneSa == [Cluster52OneSa EXCEPT !.balancer = "any"]
Cluster52NoCrashOneSa == [Cluster52OneSa EXCEPT !.faults.crash = 0]
Cluster52TwiceOneSa == [Cluster52OneSa EXCEPT !.faults.crash = 2]
ClusterListed == [Cluster EXCEPT !.balancer = "any", !.deployment = "load-sharing-synchronised", !.listing = "early",
   !.rejoinsListed = TRUE, !.sources = {Endpoint("E", 4500)}, !.sync = "list"]
SpokenClusterListedOneSa == [ClusterListed EXCEPT !.pairs = <<1>>, !.speaks = TRUE]
ClusterListedOnPathOneSa == [ClusterListed EXCEPT !.attacker = "on-path", !.pairs = <<1>>]
ClusterRejoinsUnlistedOneSa == [ClusterListed EXCEPT !.pairs = <<1>>, !.rejoinsListed = FALSE]
ClusterListedLateOneSa == [ClusterListed EXCEPT !.listing = "late", !.pairs = <<1>>]
\* A member cannot reach the list when it is asked; besides, a member may be cut off from the peers.
ClusterUnreachableSilentOneSa == [ClusterListed EXCEPT !.faults.isolate = 2, !.pairs = <<1>>, !.unreachable = "silence"]
ClusterUnreachableAnswersOneSa == [ClusterUnreachableSilentOneSa EXCEPT !.faults.isolate = 1, !.unreachable = "answers"]
ClusterListed52OneSa == [ClusterListed EXCEPT !.bob.method = "5.2", !.pairs = <<1>>,
   !.sources = {Endpoint("A", 4500), Endpoint("A", 4501), Endpoint("E", 4500)}]

(***************************************************************************)
(* Detection: no attacker, Alice has traffic, and she never gives up, so   *)
(* that what she concludes she concludes by evidence. Only Bob hands out   *)
(* tokens, and only his crash is at issue (QCD-4.2-4); he or his standby   *)
(* comes back while Alice still asks (QCD-7-2).                            *)
(***************************************************************************)
Detects == [Single EXCEPT !.labelled = FALSE, !.traffic = "ike"]
\* the guard: no token, no conclusion
DetectsNot == [Detects EXCEPT !.bob.maker = FALSE]
DetectsLossy == [Detects EXCEPT !.faults.loss = 1]
DetectsLost == [Detects EXCEPT !.faults.crash = 0, !.faults.lose = 1]
DetectsByEsp == [Detects EXCEPT !.traffic = "esp"]
DetectsByEspOneSa == [DetectsByEsp EXCEPT !.pairs = <<1>>]
DetectsByChildMapOneSa == [DetectsByEspOneSa EXCEPT !.bob.childMap = TRUE]
\* With a map of child SPIs too: the token goes before a report under the other IKE SA (READING-33).
DetectsByEspMapped == [DetectsByEsp EXCEPT !.bob.childMap = TRUE]
DetectsByNewChildOneSa == [DetectsByChildMapOneSa EXCEPT !.faults.childRekey = 1]
DetectsByBobsNewChildOneSa == [DetectsByNewChildOneSa EXCEPT !.bobRekeys = TRUE]
DetectsRolled == [Detects EXCEPT !.faults.roll = 1, !.pairs = <<1>>]
DetectsRolledOutOneSa == [DetectsRolled EXCEPT !.faults.roll = 2]
\* As many as can be told apart: those before a crash are repaired, those after it are not.
DetectsRolledBeforeOneSa == [DetectsRolled EXCEPT !.faults.roll = 4, !.rolls = "before"]
DetectsRolledSettledOneSa == [DetectsRolledBeforeOneSa EXCEPT !.rolls = "settled"]
DetectsRolledAfterOneSa == [DetectsRolled EXCEPT !.faults.roll = 2, !.rolls = "after"]
DetectsMoved == [Detects EXCEPT !.faults.move = 1, !.pairs = <<1>>]
Detects52OneSa == [Detects EXCEPT !.bob.method = "5.2", !.pairs = <<1>>]
\* The maker died before it could replace the token of a taker that moved (QCD-5.2-3), or the taker has two addresses and the
\* token fits one (QCD-5.2-4).
DetectsMoved52OneSa == [DetectsMoved EXCEPT !.bob.method = "5.2"]
DetectsRekeyed == [Detects EXCEPT !.faults.rekey = 1, !.pairs = <<1>>]
DetectsBobRekeys == [DetectsRekeyed EXCEPT !.bobRekeys = TRUE]
DetectsStandby == [Detects EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
DetectsStandbyOneSa == [DetectsStandby EXCEPT !.pairs = <<1>>]
\* Cut off and back again with its SAs, it takes the address over from a standby that has none.
ServedStandbyOneSa == [DetectsStandbyOneSa EXCEPT !.faults.crash = 0, !.faults.isolate = 1, !.preempts = TRUE]
ServedStandbyFencedOneSa == [ServedStandbyOneSa EXCEPT !.fences = TRUE]
DetectsClusterOneSa == [DetectsStandby EXCEPT !.balancer = "address", !.deployment = "load-sharing-unsynchronised",
   !.pairs = <<1>>]
DetectsClusterListedOneSa == [DetectsClusterOneSa EXCEPT !.deployment = "load-sharing-synchronised", !.listing = "early",
   !.rejoinsListed = TRUE, !.sync = "list"]
\* Where any member may be reached, what is gone must leave the list of each.
DetectsClusterListedNotStickyOneSa == [DetectsClusterListedOneSa EXCEPT !.balancer = "any"]
DetectsClusterUnpurgedOneSa == [DetectsClusterListedOneSa EXCEPT !.purges = FALSE]
\* One on the path who shows Alice all that he has seen and what he makes up, for ever; and one who drops besides. That they
\* can use up Bob's limits, whoever is off the path can (DetectsFloodedOneSa).
DetectsOnPathOneSa == [Detects EXCEPT !.attacker = "on-path", !.bluffs = TRUE, !.invents = TRUE, !.pairs = <<1>>,
   !.sources = {}]
DetectsInTheMiddleOneSa == [DetectsOnPathOneSa EXCEPT !.attacker = "in-the-middle"]
DetectsAfterTheMiddleOneSa == [DetectsInTheMiddleOneSa EXCEPT !.labelled = TRUE]
\* An attacker off the path who asks all the time, so that Bob's limit is used up (QCD-8.1-3).
DetectsFloodedOneSa == [Detects EXCEPT !.attacker = "off-path", !.pairs = <<1>>, !.sources = {Endpoint("E", 4500)}]
\* He needs no SPI of theirs for that.
DetectsFloodedBlindOneSa == [DetectsFloodedOneSa EXCEPT !.spis = "hidden", !.strangers = TRUE]
\* Bob draws among those whom his limit turns away (BASE-2.21.4-10).
DetectsDrawnOneSa == [DetectsFloodedOneSa EXCEPT !.bob.drawn = 1]
DetectsDrawnBlindOneSa == [DetectsFloodedBlindOneSa EXCEPT !.bob.drawn = 1]
\* One whom the draw never favours: that it does at last is what detection leans on.
DetectsDrawnUnluckyOneSa == [DetectsDrawnOneSa EXCEPT !.unfair = {"draw"}]
\* And at Alice, the limit on comparisons (QCD-8.1-2), with made-up tokens from Bob's address.
DetectsInventedOneSa == [Detects EXCEPT !.alice.sources = 1, !.alice.verifications = 2, !.attacker = "off-path",
   !.invents = TRUE, !.pairs = <<1>>, !.sources = {}]
\* And Alice draws.
DetectsInventedDrawnOneSa == [DetectsInventedOneSa EXCEPT !.alice.drawn = 1]
DetectsInventedUnluckyOneSa == [DetectsInventedDrawnOneSa EXCEPT !.unfair = {"draw"}]
\* An SPI pair stands on a member's list without reason, and leaves it at last.
DetectsClusterUnreachableOneSa == [DetectsClusterListedNotStickyOneSa EXCEPT !.faults.isolate = 2, !.unreachable = "silence"]

(***************************************************************************)
(* How soon: the network is prompt, and requests sent in vain are counted. *)
(***************************************************************************)
Soon == [Detects EXCEPT !.bob.answers = 2, !.bob.tokenAnswers = 2, !.bound = 1, !.counts = TRUE, !.labelled = TRUE,
   !.prompt = TRUE]
\* The working group's scenarios beside the crash of a single gateway (WISH-1): a standby takes over (WISH-2), a member of a
\* cluster is taken down (WISH-3), an SA is lost without a crash (WISH-4).
SoonStandby == [Soon EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
SoonClusterOneSa == [Soon EXCEPT !.balancer = "any", !.deployment = "load-sharing-synchronised", !.listing = "early",
   !.members = {"m1", "m2"}, !.pairs = <<1>>, !.rejoinsListed = TRUE, !.sync = "list"]
SoonLost == [Soon EXCEPT !.faults.crash = 0, !.faults.lose = 1]
\* By ESP with a child map, a child SA rekeyed on the way. And without any fault: does the rekey itself do harm?
SoonByNewChildOneSa == [Soon EXCEPT !.bob.childMap = TRUE, !.bobRekeys = TRUE, !.faults.childRekey = 1, !.paced = TRUE,
   !.pairs = <<1>>, !.traffic = "esp"]
ChildKeptOneSa == [SoonByNewChildOneSa EXCEPT !.counts = FALSE, !.faults.crash = 0]
\* A rekey by either side before the crash, rollovers of the secret before it and after it: as many generations as fit into
\* an answer (BASE-2.21.4-9).
SoonRekeyedOneSa == [Soon EXCEPT !.faults.rekey = 1, !.pairs = <<1>>]
SoonBobRekeysOneSa == [SoonRekeyedOneSa EXCEPT !.bobRekeys = TRUE, !.rolls = "settled"]
SoonRolledBeforeOneSa == [Soon EXCEPT !.faults.roll = 2, !.pairs = <<1>>, !.rolls = "settled"]
SoonRolledAfterOneSa == [Soon EXCEPT !.bob.generations = 3, !.faults.roll = 2, !.pairs = <<1>>, !.rolls = "after"]
SoonLossyOneSa == [Soon EXCEPT !.bound = 2, !.faults.loss = 1, !.pairs = <<1>>]
\* two SAs dangle, and one answer a tick is allowed
SoonLimited == [Soon EXCEPT !.bob.answers = 1, !.bob.tokenAnswers = 1]

(***************************************************************************)
(* IKEv2 alone: three transmissions, then Alice gives up.                  *)
(***************************************************************************)
Baseline2 == [Soon EXCEPT !.alice.givesUp = TRUE, !.alice.taker = FALSE, !.alice.tries = 3, !.bob.maker = FALSE, !.bound = 3]
\* Nothing but packets is lost, fewer than there are transmissions; so nothing may end.
BaselineLossyOneSa == [Baseline2 EXCEPT !.faults.crash = 0, !.faults.loss = 2, !.pairs = <<1>>]
BaselineStandby == [Baseline2 EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
\* A member comes back and takes its addresses over again: the SA that another one holds is then not served, and given up. So
\* BASE-2.4-2 has it; Alice cannot know who else is there.
BaselineCluster == [Baseline2 EXCEPT !.balancer = "address", !.deployment = "load-sharing-unsynchronised",
   !.members = {"m1", "m2"}]
BaselineLost == [Baseline2 EXCEPT !.faults.crash = 0, !.faults.lose = 1]
BaselineBluffed == [Baseline2 EXCEPT !.attacker = "off-path", !.bluffs = TRUE, !.counts = FALSE]
\* What he reads is of no use to him: the graph is that of BaselineBluffed.
BaselineOnPath == [BaselineBluffed EXCEPT !.attacker = "on-path"]
BaselineStandbyOnPathOneSa == [BaselineOnPath EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}, !.pairs = <<1>>]
BaselineInTheMiddle == [BaselineBluffed EXCEPT !.attacker = "in-the-middle", !.bluffs = FALSE]
BaselineDetectsOneSa == [Baseline2 EXCEPT !.counts = FALSE, !.labelled = FALSE, !.pairs = <<1>>, !.prompt = FALSE]
BaselineDetectsStandbyOneSa == [BaselineDetectsOneSa EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
BaselineDetectsClusterOneSa == [BaselineDetectsStandbyOneSa EXCEPT !.balancer = "address",
   !.deployment = "load-sharing-unsynchronised"]
BaselineDetectsLostOneSa == [BaselineDetectsOneSa EXCEPT !.faults.crash = 0, !.faults.lose = 1]
\* Who drops all for ever only hastens it: giving up is what she concludes by.
BaselineDetectsAfterTheMiddleOneSa == [BaselineDetectsOneSa EXCEPT !.attacker = "in-the-middle", !.bluffs = TRUE,
   !.labelled = TRUE]
\* Out of scope, says QCD-9-2: he can do this without QCD as well.
QcdInTheMiddleOneSa == [Soon EXCEPT !.alice.givesUp = TRUE, !.alice.tries = 3, !.attacker = "in-the-middle",
   !.counts = FALSE, !.pairs = <<1>>]

(***************************************************************************)
(* A NAT before Alice binds her anew, and nobody asks it to; Bob follows   *)
(* what is protected and fresh (BASE-2.23-2), and by method 5.2 her token  *)
(* is another one then (QCD-4.4-1).                                        *)
(***************************************************************************)
Rebound52OneSa == [OffPath EXCEPT !.bob.method = "5.2", !.deployment = "single-behind-nat", !.faults.crash = 1,
   !.faults.lose = 0, !.faults.move = 1, !.nat = "address", !.pairs = <<1>>,
   !.sources = {Endpoint("A", 4500), Endpoint("A2", 4500), Endpoint("E", 4500)}]
\* He lets what Alice protects come from his own end, and sends on what Bob then sends there.
ReboundOnPath52OneSa == [Rebound52OneSa EXCEPT !.attacker = "on-path", !.diverts = TRUE]
ReboundOnPathOneSa == [ReboundOnPath52OneSa EXCEPT !.bob.method = "5.1"]
DetectsReboundOneSa == [DetectsMoved EXCEPT !.deployment = "single-behind-nat", !.nat = "address"]
DetectsRebound52OneSa == [DetectsReboundOneSa EXCEPT !.bob.method = "5.2"]
\* Something protected has told Bob where she is, and nothing is under way when he crashes.
DetectsReboundTold52OneSa == [DetectsRebound52OneSa EXCEPT !.rolls = "settled"]
DetectsReboundPort52OneSa == [DetectsRebound52OneSa EXCEPT !.nat = "port"]
\* The answer that is under way when the NAT binds her anew is lost.
SoonReboundOneSa == [SoonLossyOneSa EXCEPT !.deployment = "single-behind-nat", !.faults.loss = 0, !.faults.move = 1,
   !.nat = "address"]
DetectsReboundOnPathOneSa == [DetectsReboundOneSa EXCEPT !.attacker = "on-path", !.bluffs = TRUE, !.diverts = TRUE,
   !.invents = TRUE, !.sources = {}]
\* No NAT binds her anew: one copy of a message of hers is enough.
DetectsDiverted52OneSa == [DetectsReboundOnPathOneSa EXCEPT !.bob.method = "5.2", !.faults.move = 0]
BaselineReboundOnPathOneSa == [BaselineOnPath EXCEPT !.deployment = "single-behind-nat", !.diverts = TRUE, !.faults.move = 1,
   !.nat = "address", !.pairs = <<1>>]
BaselineDetectsReboundOneSa == [BaselineDetectsOneSa EXCEPT !.deployment = "single-behind-nat", !.faults.move = 1,
   !.nat = "address"]
\* The NAT is before Bob, so that it is Alice who follows.
BaselineGatewayNatOnPathOneSa == [BaselineOnPath EXCEPT !.deployment = "single-behind-nat", !.diverts = TRUE,
   !.nat = "gateway", !.pairs = <<1>>]
DetectsGatewayNatOnPathOneSa == [DetectsReboundOnPathOneSa EXCEPT !.faults.move = 0, !.nat = "gateway"]

(***************************************************************************)
(* A hot-standby pair of which each member has an address of its own: who  *)
(* takes over is asked there, by a peer that turns to it, or answers from  *)
(* there.                                                                  *)
(***************************************************************************)
StandbyTwoOneSa == [Standby EXCEPT !.addresses = "own", !.deployment = "standby-two-addresses", !.pairs = <<1>>]
StandbyTwoOnPathOneSa == [StandbyTwoOneSa EXCEPT !.attacker = "on-path"]
StandbyTwoOnPath52OneSa == [StandbyTwoOnPathOneSa EXCEPT !.bob.method = "5.2"]
\* Nobody has to fail: the standby is reached where nobody sends.
StandbyTwoListensOneSa == [StandbyTwoOneSa EXCEPT !.listens = TRUE]
StandbyTwoListens52OneSa == [StandbyTwoListensOneSa EXCEPT !.bob.method = "5.2"]
DetectsStandbyTwoOneSa == [DetectsStandbyOneSa EXCEPT !.addresses = "own", !.deployment = "standby-two-addresses"]
DetectsStandbyTwo52OneSa == [DetectsStandbyTwoOneSa EXCEPT !.bob.method = "5.2"]
DetectsStandbyTwoUnturnedOneSa == [DetectsStandbyTwoOneSa EXCEPT !.unfair = {"turn"}]
DetectsStandbyTwoRepliesOneSa == [DetectsStandbyTwoOneSa EXCEPT !.addresses = "replies"]
SoonStandbyTwoOneSa == [SoonStandby EXCEPT !.addresses = "own", !.deployment = "standby-two-addresses", !.pairs = <<1>>]
SoonStandbyTwoRepliesOneSa == [SoonStandbyTwoOneSa EXCEPT !.addresses = "replies"]
BaselineStandbyTwoOnPathOneSa == [BaselineStandbyOnPathOneSa EXCEPT !.addresses = "own",
   !.deployment = "standby-two-addresses"]
BaselineDetectsStandbyTwoOneSa == [BaselineDetectsStandbyOneSa EXCEPT !.addresses = "own",
   !.deployment = "standby-two-addresses"]
==============================================================================
