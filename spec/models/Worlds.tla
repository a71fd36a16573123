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

NoFaults == [crash |-> 0, lose |-> 0, rekey |-> 0, roll |-> 0, move |-> 0, isolate |-> 0]

Single ==
  [ deployment   |-> "single",
    members      |-> {"m1"},
    balancer     |-> "serving",     \* see Gateway
    preempts     |-> FALSE,         \* a first member that comes back takes over again
    sync         |-> "none",        \* or "copies" of SAs, or a "list" of active SPIs
    listing      |-> "late",        \* "early": listed before the SA is half open; "late": at any time after
    purges       |-> TRUE,          \* SPIs of an SA that is gone leave the list
    attacker     |-> "none",
    spis         |-> "known",       \* to an attacker off the path; or "hidden", or "predictable"
    sources      |-> {Own, Endpoint("A", 4500)},   \* that the attacker writes into his packets
    bluffs       |-> FALSE,         \* he sends hints without tokens, too
    pairs        |-> <<1, 2>>,      \* IKE SPI pairs in the order of use
    rekeyTo      |-> 2,             \* the pair that a rekey chooses
    bobInitiates |-> FALSE,         \* the SA
    bobRekeys    |-> FALSE,
    movesTo      |-> "A2",
    secretKept   |-> TRUE,          \* QCD-5.1-1: over a crash
    freshSecret  |-> 5,
    faults       |-> [NoFaults EXCEPT !.crash = 1],
    traffic      |-> "none",        \* or "ike": Alice asks by herself; "esp": her ESP goes on
    duplicates   |-> FALSE,         \* clear packets arrive more than once
    prompt       |-> FALSE,         \* no tick passes while a packet is in flight
    counts       |-> FALSE,         \* requests sent in vain, up to bound + 1
    bound        |-> 0,
    labelled     |-> TRUE,
    alice        |-> TightAlice,
    bob          |-> TightBob ]

OffPath == [Single EXCEPT !.attacker = "off-path"]
==============================================================================
