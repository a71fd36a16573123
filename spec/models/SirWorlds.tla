------------------------------ MODULE SirWorlds ------------------------------
(***************************************************************************)
(* The worlds in which stateless recovery is checked: those of QCD, with   *)
(* other roles in them.                                                    *)
(***************************************************************************)
EXTENDS Worlds

\* Limits as tight as they can be. No dampening, but where it is at issue: it hides what else may happen.
SirAlice == [SmallSir EXCEPT !.verifications = 0, !.tries = 1, !.givesUp = FALSE, !.generations = 2, !.sources = 1,
                        !.sir.queries = 0, !.sir.dampening = 0]
SirBob   == [SmallSir EXCEPT !.verifications = 0, !.answers = 1, !.sir.verdicts = 1, !.sir.lingering = 0]
WithSir(world) == [world EXCEPT !.protocol = "sir", !.alice = SirAlice, !.bob = SirBob, !.sources = {Own}]
Bluffing(world) == [world EXCEPT !.bluffs = TRUE, !.traffic = "none"]

(***************************************************************************)
(* A single gateway. Off the path nobody learns a cookie, so nobody is     *)
(* believed; on the path whoever has seen one is (SIR-8-1).                *)
(***************************************************************************)
SirOffPath == Bluffing([WithSir(Single) EXCEPT !.attacker = "off-path", !.junk = TRUE])
SirOnPath  == [SirOffPath EXCEPT !.attacker = "on-path", !.junk = FALSE]
SirOnPathOneSa == OneSa(SirOnPath)
\* Whatever can be said in the clear, to both.
SirSpokenOffPathOneSa == Spoken(OneSa(SirOffPath))
SirSpokenOnPathOneSa  == Spoken(SirOnPathOneSa)
\* With dampening, a limit on queries and one on comparisons.
SirSpokenLimitedOneSa == [SirSpokenOffPathOneSa EXCEPT !.alice.sir.queries = 1, !.alice.sir.dampening = 1, !.alice.verifications = 1]
SirEverythingOneSa    == [SirSpokenOnPathOneSa EXCEPT !.attacker = "in-the-middle", !.faults = OneCrash]
\* READING-12 the other way: the cookie goes to whoever forged the hint.
SirQueryToSourceOneSa == [OneSa(SirOffPath) EXCEPT !.alice.sir.queryTo = "source", !.replays = TRUE]

\* SIR-3.2.3-1, SIR-3.2.3-2: Alice waits a tick, in which Bob's ACK arrives, since the attacker cannot drop it.
SirWaitsOneSa == [SirOnPathOneSa EXCEPT !.alice.sir.delay = 1, !.alice.sir.queries = 1, !.prompt = TRUE, !.inStep = TRUE]
SirSpokenWaitsOneSa == Spoken(SirWaitsOneSa)
\* SIR-4-1: with ACKs limited, and forged hints that use the limit up, Bob has no answer left for the last question.
SirWaitsLimitedOneSa == [SirWaitsOneSa EXCEPT !.inStep = FALSE]
\* But a cookie is good until the secret changes (SIR-3.2.4-2), and the next NACK needs no QUERY.
SirWaitsReplayedOneSa == [SirWaitsOneSa EXCEPT !.replays = TRUE]
\* SIR-4.2-1: he makes Alice log a wrong cookie, and dampened she does not hear Bob's ACK. And by the default causes: a
\* second SA is set up in the meantime.
SirWaitsSilencedOneSa == [SirWaitsOneSa EXCEPT !.junk = TRUE, !.alice.sir.dampening = 1, !.alice.sir.dampenedBy = {"ack", "cookie"}]
SirWaitsDampened == [SirWaitsOneSa EXCEPT !.pairs = <<1, 2>>, !.alice.sir.dampening = 1]
\* The wait without a prompt network: the ACK may come too late.
SirWaitsTooShortOneSa == [SirWaitsOneSa EXCEPT !.prompt = FALSE]
\* In the middle he keeps the question from Bob and answers it himself.
SirInTheMiddleOneSa == [SirWaitsOneSa EXCEPT !.attacker = "in-the-middle"]
\* Replay until the secret has changed twice.
SirSecretRollsOneSa == [SirOnPathOneSa EXCEPT !.replays = TRUE, !.faults.rollAtAlice = 1]

\* READING-1 the other way: an SA that is half open at Bob gets a NACK. Here he is its responder, and late.
SirHalfOpenUnknownOneSa == [OneSa(SirOffPath) EXCEPT !.bob.halfOpenExists = FALSE, !.bobInitiates = TRUE]

\* SIR-3.5-1, SIR-3.5-5: Bob alone can initiate.
SirMandatoryInitiatorOneSa == [OneSa(SirOffPath) EXCEPT !.bob.sir.initiatesTo = {"A"}]

(***************************************************************************)
(* A hot-standby pair, and a cluster (SIR-2.1-2): no member knows what     *)
(* another one has, and none needs to, says the draft.                     *)
(***************************************************************************)
SirStandbyOneSa == OneSa([SirOffPath EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}])
SirStandbyIsolatedOneSa == [SirStandbyOneSa EXCEPT !.preempts = TRUE, !.faults = [NoFaults EXCEPT !.isolate = 1]]
SirClusterOneSa == OneSa([SirOffPath EXCEPT !.deployment = "load-sharing-unsynchronised", !.members = {"m1", "m2"},
                                            !.balancer = "address"])
\* A balancer that is not sticky: Alice's own question reaches a member that never had the SA. Nobody attacks, nothing fails.
SirClusterNotStickyOneSa == [SirClusterOneSa EXCEPT !.balancer = "any", !.attacker = "none", !.bluffs = FALSE,
                                                    !.junk = FALSE, !.traffic = "ike", !.faults = NoFaults]

(***************************************************************************)
(* Recovery to its end: the new SA stands before the old one goes.         *)
(***************************************************************************)
SirRecovers == [WithSir(Single) EXCEPT !.traffic = "ike", !.prompt = TRUE]
SirRecoversOrFails == [SirRecovers EXCEPT !.faults.fail = 1]

(***************************************************************************)
(* Detection, as for QCD: no attacker, Alice never gives up.               *)
(***************************************************************************)
SirDetects               == WithSir(Detects)
SirDetectsOneSa          == OneSa(SirDetects)
\* SIR-4-1 with one limit for hints and answers.
SirDetectsSharedLimitOneSa == [SirDetectsOneSa EXCEPT !.bob.answers = 2, !.bob.sir.verdicts = 0]
SirDetectsNotOneSa      == [SirDetectsOneSa EXCEPT !.greets = FALSE]          \* the guard: Bob does not know SIR
SirDetectsLossyOneSa    == [SirDetectsOneSa EXCEPT !.faults = [OneCrash EXCEPT !.loss = 1]]
SirDetectsLostOneSa     == [SirDetectsOneSa EXCEPT !.faults = [NoFaults EXCEPT !.lose = 1]]
SirDetectsByEspOneSa    == [SirDetectsOneSa EXCEPT !.traffic = "esp", !.paced = TRUE, !.bob.answers = 2]
\* The protected question is an IKEv2 request, which nobody sends again if it must leave nothing behind (SIR-3.2.2-6):
\* while ESP comes fast, the hints at it take all answers that Bob has for the question (SIR-3.4.2-5).
SirDetectsByFastEspOneSa == [SirDetectsByEspOneSa EXCEPT !.paced = FALSE]
\* One question for a peer in a tick (SIR-3.2.2-5), and that about the child SA is always first.
SirDetectsByEspLimitedOneSa == [SirDetectsByEspOneSa EXCEPT !.alice.sir.queries = 1]
SirDetectsDampenedOneSa == [SirDetectsOneSa EXCEPT !.alice.sir.dampening = 1]
\* SIR-4.2-1 counts a logged warning among what dampens a peer, and anybody can cause one.
SirDetectsSilencedOneSa == [SirDetectsOneSa EXCEPT !.alice.sir.dampening = 1, !.alice.sir.dampenedBy = {"ack", "cookie"},
                                              !.attacker = "off-path", !.junk = TRUE]
SirDetectsFloodedOneSa  == [SirDetectsOneSa EXCEPT !.attacker = "off-path"]
\* With verdicts limited by themselves, a flood of questions takes them (SIR-4-1).
SirDetectsAskedOneSa    == [SirDetectsOneSa EXCEPT !.attacker = "off-path", !.sources = {}, !.asks = TRUE, !.bob.answers = 2]
SirDetectsOnPathOneSa == [SirDetectsOneSa EXCEPT !.attacker = "on-path", !.sources = {}, !.bluffs = TRUE, !.junk = TRUE,
                                                 !.replays = TRUE]
SirDetectsInTheMiddleOneSa == [SirDetectsOnPathOneSa EXCEPT !.attacker = "in-the-middle"]
SirDetectsAfterTheMiddleOneSa == [SirDetectsInTheMiddleOneSa EXCEPT !.labelled = TRUE]
SirDetectsStandbyOneSa  == [SirDetectsOneSa EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
SirServedStandbyOneSa == [SirDetectsStandbyOneSa EXCEPT !.preempts = TRUE, !.faults = [NoFaults EXCEPT !.isolate = 1]]
SirDetectsClusterOneSa  == [SirDetectsStandbyOneSa EXCEPT !.deployment = "load-sharing-unsynchronised", !.balancer = "address"]

(***************************************************************************)
(* How soon: the working group's scenarios, the network prompt.            *)
(***************************************************************************)
SirSoon        == [WithSir(Soon) EXCEPT !.bob.answers = 2, !.bob.sir.verdicts = 2]
\* With a packet lost, with dampening, and with the wait beside it, of one tick each: a deployment has longer ones.
SirSoonLossyOneSa    == [OneSa(SirSoon) EXCEPT !.faults.loss = 1, !.bound = 2]
SirSoonDampenedOneSa == [OneSa(SirSoon) EXCEPT !.bound = 2, !.alice.sir.dampening = 1]
SirSoonWaitsOneSa    == [SirSoonDampenedOneSa EXCEPT !.alice.sir.delay = 1]
SirSoonStandby == [SirSoon EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
SirSoonClusterOneSa == [OneSa(SirSoonStandby) EXCEPT !.deployment = "load-sharing-unsynchronised", !.balancer = "address"]
\* SIR-3.4.1-2 without any fault: Alice has answered the rekey of a child SA, and Bob has not heard of it yet.
SirChildKeptOneSa == [OneSa(SirSoon) EXCEPT !.traffic = "esp", !.paced = TRUE, !.counts = FALSE, !.bobRekeys = TRUE,
                                            !.faults = [NoFaults EXCEPT !.childRekey = 1]]
SirSoonLost    == [SirSoon EXCEPT !.faults = [NoFaults EXCEPT !.lose = 1]]
==============================================================================
