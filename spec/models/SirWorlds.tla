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
SirSingle == WithSir(Single)

\* From here on: worlds, written from spec/worlds.json. Add one there, or here and run the check with --import.

(***************************************************************************)
(* A single gateway. Off the path nobody learns a cookie, so nobody is     *)
(* believed; on the path whoever has seen one is (SIR-8-1).                *)
(***************************************************************************)
SirOffPath == [SirSingle EXCEPT !.attacker = "off-path", !.bluffs = TRUE, !.junk = TRUE]
SirOnPath == [SirOffPath EXCEPT !.attacker = "on-path", !.junk = FALSE]
SirOnPathOneSa == [SirOnPath EXCEPT !.pairs = <<1>>]
SirLostOneSa == [SirOffPath EXCEPT !.faults.crash = 0, !.faults.lose = 1, !.pairs = <<1>>]
\* Whatever can be said in the clear, to both.
SirSpokenOffPathOneSa == [SirOffPath EXCEPT !.pairs = <<1>>, !.speaks = TRUE]
SirSpokenOnPathOneSa == [SirOnPathOneSa EXCEPT !.speaks = TRUE]
\* With dampening, a limit on queries and one on comparisons.
SirSpokenLimitedOneSa == [SirSpokenOffPathOneSa EXCEPT !.alice.sir.dampening = 1, !.alice.sir.queries = 1,
   !.alice.verifications = 1]
SirEverythingOneSa == [SirSpokenOnPathOneSa EXCEPT !.attacker = "in-the-middle"]
\* READING-12 the other way: the cookie goes to whoever forged the hint.
SirQueryToSourceOneSa == [SirOffPath EXCEPT !.alice.sir.queryTo = "source", !.pairs = <<1>>, !.replays = TRUE]
\* SIR-3.2.3-1, SIR-3.2.3-2: Alice waits a tick, in which Bob's ACK arrives, since the attacker cannot drop it.
SirWaitsOneSa == [SirOnPathOneSa EXCEPT !.alice.sir.delay = 1, !.alice.sir.queries = 1, !.inStep = TRUE, !.prompt = TRUE]
SirWaitsOffPathOneSa == [SirOffPath EXCEPT !.alice.sir.delay = 1, !.pairs = <<1>>]
SirSpokenWaitsOneSa == [SirWaitsOneSa EXCEPT !.speaks = TRUE]
\* SIR-4-1: with ACKs limited, and forged hints that use the limit up, Bob has no answer left for the last question.
SirWaitsLimitedOneSa == [SirWaitsOneSa EXCEPT !.inStep = FALSE]
\* But a cookie is good until the secret changes (SIR-3.2.4-2), and the next NACK needs no QUERY.
SirWaitsReplayedOneSa == [SirWaitsOneSa EXCEPT !.replays = TRUE]
\* SIR-4.2-1: he makes Alice log a wrong cookie, and dampened she does not hear Bob's ACK. And by the default causes: a
\* second SA is set up in the meantime.
SirWaitsSilencedOneSa == [SirWaitsOneSa EXCEPT !.alice.sir.dampenedBy = {"ack", "cookie"}, !.alice.sir.dampening = 1,
   !.junk = TRUE]
SirWaitsDampened == [SirWaitsOneSa EXCEPT !.alice.sir.dampening = 1, !.pairs = <<1, 2>>]
\* The wait without a prompt network: the ACK may come too late.
SirWaitsTooShortOneSa == [SirWaitsOneSa EXCEPT !.prompt = FALSE]
\* In the middle he keeps the question from Bob and answers it himself.
SirInTheMiddleOneSa == [SirWaitsOneSa EXCEPT !.attacker = "in-the-middle"]
\* SIR-3.2.3-3: while she waits she asks under the old IKE SA, which only Bob can answer.
SirWaitsForLifeOneSa == [SirWaitsOneSa EXCEPT !.alice.sir.waitChecks = TRUE]
SirWaitsForLifeLimitedOneSa == [SirWaitsLimitedOneSa EXCEPT !.alice.sir.waitChecks = TRUE]
SirWaitsForLifeReplayedOneSa == [SirWaitsReplayedOneSa EXCEPT !.alice.sir.waitChecks = TRUE]
\* Two ticks, so that a check that was lost goes again.
SirWaitsForLifeLossyOneSa == [SirWaitsForLifeReplayedOneSa EXCEPT !.alice.sir.delay = 2, !.faults.loss = 1]
SirWaitsForLifeLossierOneSa == [SirWaitsForLifeLossyOneSa EXCEPT !.faults.loss = 2]
SirWaitsForLifeSilencedOneSa == [SirWaitsSilencedOneSa EXCEPT !.alice.sir.waitChecks = TRUE]
SirWaitsForLifeDampened == [SirWaitsDampened EXCEPT !.alice.sir.waitChecks = TRUE]
\* And who waits declines offers.
SirSpokenWaitsForLifeOneSa == [SirSpokenWaitsOneSa EXCEPT !.alice.sir.acceptsOffers = FALSE, !.alice.sir.waitChecks = TRUE,
   !.inStep = FALSE, !.replays = TRUE]
SirSpokenWaitsForLifeAcceptsOneSa == [SirSpokenWaitsForLifeOneSa EXCEPT !.alice.sir.acceptsOffers = TRUE]
SirWaitsForLifeTooShortOneSa == [SirWaitsTooShortOneSa EXCEPT !.alice.sir.waitChecks = TRUE]
SirWaitsForLifeInTheMiddleOneSa == [SirInTheMiddleOneSa EXCEPT !.alice.sir.waitChecks = TRUE]
\* Replay until the secret has changed twice.
SirSecretRollsOneSa == [SirOnPathOneSa EXCEPT !.faults.rollAtAlice = 1, !.replays = TRUE]
\* READING-1 the other way: an SA that is half open at Bob gets a NACK. Here he is its responder, and late.
SirHalfOpenUnknownOneSa == [SirOffPath EXCEPT !.bob.halfOpenExists = FALSE, !.bobInitiates = TRUE, !.pairs = <<1>>]
\* And as it is by default.
SirHalfOpenExistsOneSa == [SirHalfOpenUnknownOneSa EXCEPT !.bob.halfOpenExists = TRUE]
\* SIR-3.5-1, SIR-3.5-5: Bob alone can initiate.
SirMandatoryInitiatorOneSa == [SirOffPath EXCEPT !.bob.sir.initiatesTo = {"A"}, !.pairs = <<1>>]

(***************************************************************************)
(* The collapsed exchange (SIR-9-1) and tickets (SIR-3.3): both begin on a *)
(* hint that nobody has verified yet.                                      *)
(***************************************************************************)
\* The collapsed exchange.
SirCollapsedOneSa == [SirOffPath EXCEPT !.alice.sir.collapsed = TRUE, !.bob.sir.collapsed = TRUE, !.pairs = <<1>>,
   !.sources = {Endpoint("A", 4500)}]
SirCollapsedHiddenOneSa == [SirCollapsedOneSa EXCEPT !.spis = "hidden", !.traffic = "ike"]
SirCollapsedOnPathOneSa == [SirOnPathOneSa EXCEPT !.alice.sir.collapsed = TRUE, !.bob.sir.collapsed = TRUE]
SirCollapsedInTheMiddleOneSa == [SirCollapsedOnPathOneSa EXCEPT !.attacker = "in-the-middle"]
\* With the wait: to the attacker's own Cookie_X Bob says nothing, so no ACK comes in it.
SirCollapsedWaitsOneSa == [SirWaitsOneSa EXCEPT !.alice.sir.collapsed = TRUE, !.bob.sir.collapsed = TRUE]
\* SIR-3.2.3-3 needs no ACK.
SirCollapsedWaitsForLifeOneSa == [SirWaitsForLifeOneSa EXCEPT !.alice.sir.collapsed = TRUE, !.bob.sir.collapsed = TRUE]
\* Alice's daemon goes on with an answer that has no verdict: Bob's, whose cookie the hint's was not.
SirCollapsedUnverdicted == [SirOffPath EXCEPT !.alice.sir.collapsed = TRUE, !.anew = TRUE, !.bob.sir.collapsed = TRUE,
   !.faults.crash = 0, !.junk = FALSE, !.unverdicted = TRUE]
\* Or Bob does not know the collapsed exchange, and reads the IKE_SA_INIT as one without a QUERY.
SirCollapsedUnknown == [SirCollapsedUnverdicted EXCEPT !.bob.sir.collapsed = FALSE]
\* Tickets.
SirTicketsOneSa == [SirOffPath EXCEPT !.alice.sir.tickets = TRUE, !.bob.sir.tickets = TRUE, !.pairs = <<1>>,
   !.sources = {Endpoint("A", 4500)}]
SirTicketsHidden == [SirTicketsOneSa EXCEPT !.anew = TRUE, !.pairs = <<1, 2>>, !.spis = "hidden", !.traffic = "ike"]
SirTicketsOnPathOneSa == [SirOnPathOneSa EXCEPT !.alice.sir.tickets = TRUE, !.bob.sir.tickets = TRUE]
SirTicketsInTheMiddleOneSa == [SirTicketsOnPathOneSa EXCEPT !.attacker = "in-the-middle"]
\* With the wait: Bob's ACK under the old IKE SA ends it.
SirTicketsWaits == [SirWaitsOneSa EXCEPT !.alice.sir.tickets = TRUE, !.anew = TRUE, !.bob.sir.tickets = TRUE,
   !.pairs = <<1, 2>>]
\* N(TICKET_NACK) has no cookie, and is not waited for (SIR-3.3.3-8).
SirTicketsRefused == [SirTicketsWaits EXCEPT !.refuses = TRUE]

(***************************************************************************)
(* A hot-standby pair, and a cluster (SIR-2.1-2): no member knows what     *)
(* another one has, and none needs to, says the draft.                     *)
(***************************************************************************)
SirStandbyOneSa == [SirOffPath EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}, !.pairs = <<1>>]
SirStandbyOnPathOneSa == [SirOnPathOneSa EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
SirStandbyIsolatedOneSa == [SirStandbyOneSa EXCEPT !.faults.crash = 0, !.faults.isolate = 1, !.preempts = TRUE]
SirStandbyFencedOneSa == [SirStandbyIsolatedOneSa EXCEPT !.fences = TRUE]
SirClusterOneSa == [SirOffPath EXCEPT !.balancer = "address", !.deployment = "load-sharing-unsynchronised",
   !.members = {"m1", "m2"}, !.pairs = <<1>>]
SirClusterTwiceOneSa == [SirClusterOneSa EXCEPT !.faults.crash = 2]
SirClusterOnPathOneSa == [SirOnPathOneSa EXCEPT !.balancer = "address", !.deployment = "load-sharing-unsynchronised",
   !.members = {"m1", "m2"}]
\* A balancer that is not sticky: Alice's own question reaches a member that never had the SA. Nobody attacks, nothing fails.
SirClusterNotStickyOneSa == [SirClusterOneSa EXCEPT !.attacker = "none", !.balancer = "any", !.bluffs = FALSE,
   !.faults.crash = 0, !.junk = FALSE, !.traffic = "ike"]
\* SIR-3.2.1-2: the members are one peer, by the list that QCD wants of a cluster too.
SirClusterListedOneSa == [SirClusterOneSa EXCEPT !.balancer = "any", !.deployment = "load-sharing-synchronised",
   !.listing = "early", !.rejoinsListed = TRUE, !.sync = "list"]
SirClusterListedQuietOneSa == [SirClusterListedOneSa EXCEPT !.attacker = "none", !.bluffs = FALSE, !.junk = FALSE,
   !.traffic = "ike"]
\* SIR-3.2.1-2 with SIR-3.2.3-3.
SirClusterListedWaitsForLifeOneSa == [SirWaitsForLifeReplayedOneSa EXCEPT !.balancer = "any",
   !.deployment = "load-sharing-synchronised", !.listing = "early", !.members = {"m1", "m2"}, !.rejoinsListed = TRUE,
   !.sync = "list"]

(***************************************************************************)
(* Recovery to its end: the new SA stands before the old one goes.         *)
(***************************************************************************)
SirRecovers == [SirSingle EXCEPT !.prompt = TRUE, !.traffic = "ike"]
SirRecoversOrFails == [SirRecovers EXCEPT !.faults.fail = 1]

(***************************************************************************)
(* Detection, as for QCD: no attacker, Alice never gives up.               *)
(***************************************************************************)
SirDetects == [SirSingle EXCEPT !.labelled = FALSE, !.traffic = "ike"]
SirDetectsOneSa == [SirDetects EXCEPT !.pairs = <<1>>]
SirDetectsWaitsForLifeOneSa == [SirDetectsOneSa EXCEPT !.alice.sir.delay = 1, !.alice.sir.waitChecks = TRUE]
\* SIR-4-1 with one limit for hints and answers.
SirDetectsSharedLimitOneSa == [SirDetectsOneSa EXCEPT !.bob.answers = 2, !.bob.sir.verdicts = 0]
\* the guard: Bob does not know SIR
SirDetectsNotOneSa == [SirDetectsOneSa EXCEPT !.greets = FALSE]
SirDetectsLossyOneSa == [SirDetectsOneSa EXCEPT !.faults.loss = 1]
SirDetectsLostOneSa == [SirDetectsOneSa EXCEPT !.faults.crash = 0, !.faults.lose = 1]
SirDetectsMovedOneSa == [SirDetectsOneSa EXCEPT !.faults.move = 1]
\* Nobody tells Alice's role that she moved: her questions name an address that is no longer hers.
SirDetectsMovedUnawareOneSa == [SirDetectsMovedOneSa EXCEPT !.unfair = {"rebind"}]
SirDetectsByEspOneSa == [SirDetectsOneSa EXCEPT !.bob.answers = 2, !.paced = TRUE, !.traffic = "esp"]
\* The protected question is an IKEv2 request, which nobody sends again if it must leave nothing behind (SIR-3.2.2-6): while
\* ESP comes fast, the hints at it take all answers that Bob has for the question (SIR-3.4.2-5).
SirDetectsByFastEspOneSa == [SirDetectsByEspOneSa EXCEPT !.paced = FALSE]
\* One question for a peer in a tick (SIR-3.2.2-5), and that about the child SA is always first.
SirDetectsByEspLimitedOneSa == [SirDetectsByEspOneSa EXCEPT !.alice.sir.queries = 1]
SirDetectsDampenedOneSa == [SirDetectsOneSa EXCEPT !.alice.sir.dampening = 1]
\* The wait of one tick, and no promptness assumed: late, and no more.
SirDetectsWaitsOneSa == [SirDetectsOneSa EXCEPT !.alice.sir.delay = 1]
\* SIR-4.2-1 counts a logged warning among what dampens a peer, and anybody can cause one.
SirDetectsSilencedOneSa == [SirDetectsOneSa EXCEPT !.alice.sir.dampenedBy = {"ack", "cookie"}, !.alice.sir.dampening = 1,
   !.attacker = "off-path", !.junk = TRUE, !.sources = {}]
\* And by default it is none of that.
SirDetectsUnsilencedOneSa == [SirDetectsSilencedOneSa EXCEPT !.alice.sir.dampenedBy = {"ack", "creation", "failure", "recovery"}]
SirDetectsFloodedOneSa == [SirDetectsOneSa EXCEPT !.attacker = "off-path"]
\* Bob draws among those whom his limits turn away (BASE-2.21.4-10).
SirDetectsDrawnOneSa == [SirDetectsFloodedOneSa EXCEPT !.bob.drawn = 1]
\* With verdicts limited by themselves, a flood of questions takes them (SIR-4-1).
SirDetectsAskedOneSa == [SirDetectsOneSa EXCEPT !.asks = TRUE, !.attacker = "off-path", !.bob.answers = 2, !.sources = {}]
SirDetectsAskedDrawnOneSa == [SirDetectsAskedOneSa EXCEPT !.bob.drawn = 1]
SirDetectsOnPathOneSa == [SirDetectsOneSa EXCEPT !.attacker = "on-path", !.bluffs = TRUE, !.junk = TRUE, !.replays = TRUE,
   !.sources = {}]
SirDetectsWaitsOnPathOneSa == [SirDetectsOnPathOneSa EXCEPT !.alice.sir.delay = 1]
\* He says ACK too, with a cookie that he has read. Without the wait it comes too late or does nothing; with it, it ends each
\* recovery before it begins (SIR-3.2.3-1), for ever.
SirDetectsAffirmedOneSa == [SirDetectsOnPathOneSa EXCEPT !.affirms = TRUE]
SirDetectsWaitsAffirmedOneSa == [SirDetectsWaitsOnPathOneSa EXCEPT !.affirms = TRUE]
SirDetectsWaitsForLifeAffirmedOneSa == [SirDetectsWaitsAffirmedOneSa EXCEPT !.alice.sir.waitChecks = TRUE]
SirDetectsWaitsForLifeOnPathOneSa == [SirDetectsOnPathOneSa EXCEPT !.alice.sir.delay = 1, !.alice.sir.waitChecks = TRUE]
SirDetectsInTheMiddleOneSa == [SirDetectsOnPathOneSa EXCEPT !.attacker = "in-the-middle"]
SirDetectsAfterTheMiddleOneSa == [SirDetectsInTheMiddleOneSa EXCEPT !.labelled = TRUE]
SirDetectsStandbyOneSa == [SirDetectsOneSa EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
SirServedStandbyOneSa == [SirDetectsStandbyOneSa EXCEPT !.faults.crash = 0, !.faults.isolate = 1, !.preempts = TRUE]
SirDetectsClusterOneSa == [SirDetectsStandbyOneSa EXCEPT !.balancer = "address",
   !.deployment = "load-sharing-unsynchronised"]
SirDetectsClusterListedOneSa == [SirDetectsClusterOneSa EXCEPT !.deployment = "load-sharing-synchronised",
   !.listing = "early", !.rejoinsListed = TRUE, !.sync = "list"]
SirDetectsClusterListedWaitsForLifeOneSa == [SirDetectsClusterListedOneSa EXCEPT !.alice.sir.delay = 1,
   !.alice.sir.waitChecks = TRUE]
SirDetectsCollapsedOneSa == [SirDetectsOneSa EXCEPT !.alice.sir.collapsed = TRUE, !.bob.sir.collapsed = TRUE]
SirDetectsTickets == [SirDetectsOneSa EXCEPT !.alice.sir.tickets = TRUE, !.anew = TRUE, !.bob.sir.tickets = TRUE,
   !.pairs = <<1, 2>>]
\* He forges hints, and leaves Bob alone.
SirDetectsBluffedOneSa == [SirDetectsOneSa EXCEPT !.attacker = "off-path", !.bluffs = TRUE, !.sources = {}]
\* A hint with a cookie that is not Bob's begins an exchange that Bob leaves unanswered; while it lasts no hint is heard.
SirDetectsCollapsedBluffedOneSa == [SirDetectsBluffedOneSa EXCEPT !.alice.sir.collapsed = TRUE, !.bob.sir.collapsed = TRUE]
SirDetectsTicketsBluffed == [SirDetectsBluffedOneSa EXCEPT !.alice.sir.tickets = TRUE, !.anew = TRUE,
   !.bob.sir.tickets = TRUE, !.pairs = <<1, 2>>]

(***************************************************************************)
(* How soon: the working group's scenarios, the network prompt.            *)
(***************************************************************************)
SirSoon == [SirSingle EXCEPT !.bob.answers = 2, !.bob.sir.verdicts = 2, !.bound = 1, !.counts = TRUE, !.prompt = TRUE,
   !.traffic = "ike"]
\* With a packet lost, with dampening, and with the wait beside it, of one tick each: a deployment has longer ones.
SirSoonLossyOneSa == [SirSoon EXCEPT !.bound = 2, !.faults.loss = 1, !.pairs = <<1>>]
SirSoonDampenedOneSa == [SirSoon EXCEPT !.alice.sir.dampening = 1, !.bound = 2, !.pairs = <<1>>]
SirSoonWaitsOneSa == [SirSoonDampenedOneSa EXCEPT !.alice.sir.delay = 1]
\* The check in the wait is a request in vain too.
SirSoonWaitsForLifeOneSa == [SirSoonWaitsOneSa EXCEPT !.alice.sir.waitChecks = TRUE, !.bound = 3]
SirSoonStandby == [SirSoon EXCEPT !.deployment = "standby", !.members = {"m1", "m2"}]
SirSoonClusterOneSa == [SirSoonStandby EXCEPT !.balancer = "address", !.deployment = "load-sharing-unsynchronised",
   !.pairs = <<1>>]
\* SIR-3.4.1-2 without any fault: Alice has answered the rekey of a child SA, and Bob has not heard of it yet.
SirChildKeptOneSa == [SirSoon EXCEPT !.bobRekeys = TRUE, !.counts = FALSE, !.faults.childRekey = 1, !.faults.crash = 0,
   !.paced = TRUE, !.pairs = <<1>>, !.traffic = "esp"]
SirSoonLost == [SirSoon EXCEPT !.faults.crash = 0, !.faults.lose = 1]
\* One question for a peer in a tick (SIR-3.2.2-5), and hints at the SA that Bob still has take it. With one SA there is
\* none.
SirSoonLostHinted == [SirSoonLost EXCEPT !.alice.sir.queries = 1, !.attacker = "off-path", !.bluffs = TRUE, !.bound = 3,
   !.inStep = TRUE, !.sources = {}]
SirSoonLostHintedOneSa == [SirSoonLostHinted EXCEPT !.bound = 2, !.pairs = <<1>>]
SirSoonCollapsedOneSa == [SirSoon EXCEPT !.alice.sir.collapsed = TRUE, !.bob.sir.collapsed = TRUE, !.pairs = <<1>>]
SirSoonTickets == [SirSoon EXCEPT !.alice.sir.tickets = TRUE, !.anew = TRUE, !.bob.sir.tickets = TRUE]
\* Bob cannot use the ticket: NACK, and on without it (SIR-3.3.2-2).
SirSoonTicketsRefused == [SirSoonTickets EXCEPT !.ticket = "refused"]

(***************************************************************************)
(* A NAT before Alice binds her anew: cookies are over the ends that she   *)
(* sees, and these stay.                                                   *)
(***************************************************************************)
SirReboundOneSa == [SirOffPath EXCEPT !.deployment = "single-behind-nat", !.faults.move = 1, !.nat = "address",
   !.pairs = <<1>>]
SirReboundOnPathOneSa == [SirReboundOneSa EXCEPT !.attacker = "on-path", !.diverts = TRUE, !.junk = FALSE]
SirReboundWaitsForLifeOneSa == [SirWaitsForLifeReplayedOneSa EXCEPT !.deployment = "single-behind-nat", !.diverts = TRUE,
   !.faults.move = 1, !.nat = "address"]
\* Two ticks, so that the check goes again when the NAT has taken its answer.
SirReboundLongWaitsForLifeOneSa == [SirReboundWaitsForLifeOneSa EXCEPT !.alice.sir.delay = 2]
SirDetectsReboundOneSa == [SirDetectsMovedOneSa EXCEPT !.deployment = "single-behind-nat", !.nat = "address"]
SirSoonReboundOneSa == [SirSoonLossyOneSa EXCEPT !.deployment = "single-behind-nat", !.faults.loss = 0, !.faults.move = 1,
   !.nat = "address"]
SirDetectsReboundOnPathOneSa == [SirDetectsOnPathOneSa EXCEPT !.deployment = "single-behind-nat", !.diverts = TRUE,
   !.faults.move = 1, !.nat = "address"]
\* He need say nothing: what Alice asks goes to him.
SirDetectsGatewayNatOnPathOneSa == [SirDetectsOneSa EXCEPT !.attacker = "on-path", !.deployment = "single-behind-nat",
   !.diverts = TRUE, !.nat = "gateway", !.sources = {}]
\* The NAT is before Bob, so that it is Alice who follows: the question and the check in the wait both go to the attacker.
SirGatewayNatWaitsForLifeOneSa == [SirWaitsForLifeReplayedOneSa EXCEPT !.deployment = "single-behind-nat", !.diverts = TRUE,
   !.nat = "gateway"]

(***************************************************************************)
(* A hot-standby pair of which each member has an address of its own.      *)
(***************************************************************************)
SirStandbyTwoOneSa == [SirStandbyOneSa EXCEPT !.addresses = "own", !.deployment = "standby-two-addresses"]
SirStandbyTwoListensOneSa == [SirStandbyTwoOneSa EXCEPT !.listens = TRUE]
SirStandbyTwoOnPathOneSa == [SirStandbyOnPathOneSa EXCEPT !.addresses = "own", !.deployment = "standby-two-addresses"]
SirDetectsStandbyTwoOneSa == [SirDetectsStandbyOneSa EXCEPT !.addresses = "own", !.deployment = "standby-two-addresses"]
SirDetectsStandbyTwoUnturnedOneSa == [SirDetectsStandbyTwoOneSa EXCEPT !.unfair = {"turn"}]
\* The cookie is over where Alice asked, and the answer comes from elsewhere (READING-15).
SirDetectsStandbyTwoRepliesOneSa == [SirDetectsStandbyTwoOneSa EXCEPT !.addresses = "replies"]
SirDetectsStandbyTwoRepliesToSourceOneSa == [SirDetectsStandbyTwoRepliesOneSa EXCEPT !.alice.sir.queryTo = "source"]
==============================================================================
