------------------------------- MODULE Worlds --------------------------------
(***************************************************************************)
(* The worlds that Qcd is checked in. Each says only in what it differs    *)
(* from another one; a configuration beside this file names one of them.   *)
(***************************************************************************)
EXTENDS Claims, Policy

Roles == [a \in Actors |-> IF a = "alice" THEN "taker" ELSE "maker"]
Policies == [a \in Actors |-> IF a = "alice" THEN World.alice ELSE World.bob]
About ==
  [ kind       |-> "system",
    protocol   |-> IF World.bob.maker /\ World.alice.taker THEN "qcd" ELSE "baseline",
    deployment |-> World.deployment,
    attacker   |-> World.attacker,
    parameters |-> [ text |-> World.bob.text, method |-> World.bob.method, balancer |-> World.balancer,
                     sync |-> World.sync, spis |-> World.spis, faults |-> World.faults ],
    bounds     |-> [ ikeSpiPairs |-> Cardinality(Pairs), members |-> Cardinality(World.members) ] ]

\* Alice and Bob with limits as tight as they can be, so that they are met.
TightAlice == [Rfc6290 EXCEPT !.verifications = 0, !.tries = 1, !.givesUp = FALSE]
TightBob   == [Rfc6290 EXCEPT !.tokenAnswers = 1, !.answers = 1, !.generations = 2]

NoFaults == [crash |-> 0, lose |-> 0, rekey |-> 0, roll |-> 0, move |-> 0, isolate |-> 0,
             loss |-> 0]

Single ==
  [ deployment   |-> "single",
    members      |-> {"m1"},
    balancer     |-> "serving",     \* see Gateway
    preempts     |-> FALSE,         \* a first member that comes back takes over again
    sync         |-> "none",        \* or "copies" of SAs, or a "list" of active SPIs
    listing      |-> "late",        \* "early": listed before the SA is half open; "late": at any time after
    purges       |-> TRUE,          \* SPIs of an SA that is gone leave the list
    attacker     |-> "none",
    spis         |-> "known",       \* to an attacker off the path; or "hidden"
    sources      |-> {Own, Endpoint("A", 4500)},   \* that the attacker writes into his packets
    bluffs       |-> FALSE,         \* he sends hints without tokens, too
    pairs        |-> <<1, 2>>,      \* IKE SPI pairs in the order of use
    rekeyTo      |-> 2,             \* the pair that a rekey chooses
    bobInitiates |-> FALSE,         \* the SA
    ownSpiCounts |-> FALSE,         \* an SA of which Bob has only his own SPI exists for him already
    bobRekeys    |-> FALSE,
    movesTo      |-> "A2",
    freshSecret  |-> 5,             \* in place of one lost in a crash (QCD-5.1-1 off)
    faults       |-> [NoFaults EXCEPT !.crash = 1],
    traffic      |-> "none",        \* or "ike": Alice asks by herself; "esp": her ESP goes on
    duplicates   |-> FALSE,         \* clear packets arrive more than once
    prompt       |-> FALSE,         \* no tick passes while a packet is in flight
    counts       |-> FALSE,         \* requests sent in vain, up to bound + 1
    bound        |-> 0,
    labelled     |-> TRUE,
    alice        |-> TightAlice,
    bob          |-> TightBob ]


(***************************************************************************)
(* A single gateway.                                                       *)
(***************************************************************************)
OffPath == [Single EXCEPT !.attacker = "off-path", !.faults.crash = 2, !.faults.lose = 1]
OnPath  == [OffPath EXCEPT !.attacker = "on-path"]
Bluffed == [OffPath EXCEPT !.bluffs = TRUE, !.faults = [NoFaults EXCEPT !.crash = 1]]
Hidden  == [OffPath EXCEPT !.spis = "hidden"]

Rekeyed   == [OffPath EXCEPT !.pairs = <<1>>, !.faults = [NoFaults EXCEPT !.crash = 1, !.rekey = 1]]
BobRekeys == [Rekeyed EXCEPT !.bobRekeys = TRUE]
BobInitiates == [OffPath EXCEPT !.bobInitiates = TRUE, !.faults = [NoFaults EXCEPT !.crash = 1]]
OwnSpiCounts == [BobInitiates EXCEPT !.ownSpiCounts = TRUE]
Rolled    == [OffPath EXCEPT !.faults = [NoFaults EXCEPT !.crash = 1, !.roll = 1]]

\* READING-1 the other way: a half-open SA does not count as existing.
HalfOpenUnknown == [OffPath EXCEPT !.bob.halfOpenExists = FALSE]
Reused == [OffPath EXCEPT !.pairs = <<1, 1>>]

Moved == [OffPath EXCEPT !.bob.method = "5.2", !.faults = [NoFaults EXCEPT !.crash = 1, !.move = 1]]
ChildMapped == [OffPath EXCEPT !.bob.childMap = TRUE, !.faults = [NoFaults EXCEPT !.crash = 1, !.lose = 1]]
OlderText == [OffPath EXCEPT !.bob.text = "qcd-06", !.alice.text = "qcd-06"]

(***************************************************************************)
(* A hot-standby pair: one address, one secret.                            *)
(***************************************************************************)
Standby == [OffPath EXCEPT !.deployment = "standby", !.members = {"m1", "m2"},
                           !.faults = [NoFaults EXCEPT !.crash = 1]]
StandbyCopies   == [Standby EXCEPT !.sync = "copies"]
StandbyIsolated == [Standby EXCEPT !.preempts = TRUE, !.faults = [NoFaults EXCEPT !.isolate = 1]]
StandbyIsolatedQuiet == [StandbyIsolated EXCEPT !.attacker = "none", !.traffic = "ike"]
StandbyIsolatedCopies == [StandbyIsolated EXCEPT !.sync = "copies"]

(***************************************************************************)
(* A cluster that shares the load: one address, one secret, all active.    *)
(***************************************************************************)
Cluster == [OffPath EXCEPT !.deployment = "load-sharing-unsynchronised", !.members = {"m1", "m2"},
                           !.balancer = "address", !.pairs = <<1, 2>>,
                           !.sources = {Own, Endpoint("A", 4500), Endpoint("A", 4501)},
                           !.faults = [NoFaults EXCEPT !.crash = 1]]
ClusterByPort     == [Cluster EXCEPT !.balancer = "port"]
Cluster52         == [Cluster EXCEPT !.bob.method = "5.2"]
Cluster52ByPort   == [Cluster52 EXCEPT !.balancer = "port"]
Cluster52NotSticky == [Cluster52 EXCEPT !.balancer = "any"]
Cluster52NoCrash  == [Cluster52 EXCEPT !.faults = NoFaults]
ClusterListed     == [Cluster EXCEPT !.deployment = "load-sharing-synchronised", !.sync = "list",
                                     !.listing = "early", !.balancer = "any"]
ClusterListedLate == [ClusterListed EXCEPT !.listing = "late"]

(***************************************************************************)
(* Detection: no attacker, Alice has traffic, giving up is off.            *)
(***************************************************************************)
Detects == [Single EXCEPT !.traffic = "ike", !.labelled = FALSE]
==============================================================================
