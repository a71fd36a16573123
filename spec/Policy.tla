------------------------------- MODULE Policy --------------------------------
(***************************************************************************)
(* What the texts leave to an implementation or its administrator: every   *)
(* MAY, every limit, every reading. A policy is constant in a model; with  *)
(* the state and the event it determines the step.                         *)
(*                                                                         *)
(* The first ones are for a gateway, at ten ticks a second: reference/     *)
(* README.md says why these numbers. Models have small ones of their own,  *)
(* so that every limit is met.                                             *)
(***************************************************************************)

\* All under the administrator's control (SIR-4.3-1).
Sir03 ==
  [ \* The peer that lost its SAs, X.
    anyRequest         |-> FALSE,       \* SIR-3.2.2-1 to the letter: a request need not look protected (BASE-1.5-6)
    ownCookie          |-> FALSE,       \* SIR-3.2.2-12: a cookie of its own beside ACK and NACK
    verdicts           |-> 5000,        \* answers to a QUERY in one tick (SIR-4-1), 0: as many as answers allows
    initiatesTo        |-> {},          \* SIR-3.5-1, SIR-3.5-2: addresses of the peers, known by configuration, to
                                        \* which it is a mandatory initiator: NACK comes with an IKE_SA_INIT of its own
    lingering          |-> 2700,        \* ticks in which a Delete may still be sent again (SIR-3.7-1)
    \* The peer that kept them, Y.
    queries            |-> 1,           \* QUERY to, or offers to, one peer in one tick, 0: no limit (SIR-3.2.2-5)
    queryTo            |-> "peer",      \* READING-12: or to the "source" of the hint
    delay              |-> 5,           \* ticks between NACK and rekey (SIR-3.2.3-1)
    waitChecks         |-> FALSE,       \* in this time it asks under the old IKE SA, and keeps it at a sign of life (SIR-3.2.3-3)
    dampening          |-> 50,          \* ticks in which a peer's unprotected messages are ignored (SIR-4.2-1)
    \* And "cookie", which the text names too: a warning that anybody can cause, by an answer with a wrong cookie.
    dampenedBy         |-> {"creation", "recovery", "failure", "ack"},
    acceptsOffers      |-> TRUE,        \* SIR-3.5-5: goes on with a mandatory initiator's IKE_SA_INIT
    \* Both.
    tickets            |-> FALSE,       \* SIR-3.1-1, SIR-3.3-1: X gives tickets, Y has one
    collapsed          |-> FALSE ]      \* SIR-9-1: QUERY on the new IKE_SA_INIT

Rfc6290 ==
  [ text                 |-> "rfc6290", \* or "qcd-06": the text of the time; they differ in QCD-4.5-7
    \* The peer that lost its SAs.
    maker                |-> TRUE,      \* QCD-8.1-1, QCD-8.1-5: hands out and presents tokens
    method               |-> "5.1",     \* or "5.2": the taker's address inside the token (QCD-5.2-1)
    generations          |-> 3,         \* of the secret, 1 to 4, the newest included (QCD-5.1-2)
    childMap             |-> FALSE,     \* a persistent map from child SPI to IKE SPIs (QCD-8.2-1)
    childMapLost         |-> 200000,    \* lost IKE SAs that this map still remembers at most
    answerIkeAuth        |-> TRUE,      \* READING-6: a request before the end of authentication may be a protected one
    halfOpenExists       |-> TRUE,      \* READING-1: a half-open IKE SA is an existing one
    tokenAnswers         |-> 4500,      \* answers with tokens in one tick (QCD-8.1-3)
    answers              |-> 5000,      \* answers at all in one tick (BASE-2.21.4-1)
    answersToOne         |-> 0,         \* of these to one source, 0: no limit of its own (SIR-4.1-1)
    amplification        |-> 3,         \* octets of an answer for each one received at most, 0: no limit (BASE-2.21.4-9)
    reports              |-> 1,         \* messages that such packets draw under one IKE SA in one tick, 0: no limit of
                                        \* its own (BASE-2.21.4-11)
    \* Both.
    drawn                |-> 0,         \* messages that a limit turned away and that wait for the next tick, by lot
                                        \* (BASE-2.21.4-10), 0: none, as the texts have it
    \* The peer that kept them.
    taker                |-> TRUE,      \* QCD-8.1-1: keeps and compares tokens
    tokensHandled        |-> 4,         \* tokens looked at in one message, at least 4 (QCD-4.5-3)
    tokensKept           |-> 1,         \* for one IKE SA; more than 1 for the multihomed (QCD-5-6)
    strictProtocolId     |-> FALSE,     \* READING-2: a token with a protocol ID other than 1 is malformed
    tokenNeedsCheck      |-> FALSE,     \* READING-5: a token counts only while a request is unanswered
    verifications        |-> 4,         \* messages for one source in one tick whose tokens or cookies are compared,
                                        \* 0: no limit (QCD-8.1-2, SIR-4-1)
    sources              |-> 1024,      \* sources told apart in one tick
    checks               |-> 50,        \* liveness checks that hints may start in one tick (BASE-2.21.4-5)
    tries                |-> 13,        \* transmissions of a check before giving up (BASE-2.4-2)
    interval             |-> 20,        \* ticks after the first transmission
    growth               |-> 180,       \* each interval in percent of the one before (BASE-2.4-6)
    longest              |-> 320,       \* ticks that no interval exceeds
    givesUp              |-> TRUE,      \* FALSE only where detection must not lean on giving up
    ignoreHintsWhenFresh |-> FALSE,     \* BASE-2.4-5
    initialContact       |-> FALSE,     \* BASE-2.4-8: believe INITIAL_CONTACT
    sir                  |-> Sir03 ]    \* what only draft-detienne-ikev2-recovery-03 has a use for

Baseline == [Rfc6290 EXCEPT !.maker = FALSE, !.taker = FALSE]
Sir      == Baseline

\* With what mends the texts, as far as it is a role's: MENDED.md. The wait is longer than the first interval of its check.
QcdMended == [Rfc6290 EXCEPT !.drawn = 4000]
Sir03Mended == [Sir03 EXCEPT !.delay = 25, !.waitChecks = TRUE, !.dampenedBy = {"creation", "recovery", "failure"}, !.acceptsOffers = FALSE]
SirMended == [Sir EXCEPT !.drawn = 4000, !.sir = Sir03Mended]

\* The readings that a policy takes the other way: what it leads to is no verdict on the default.
OtherReadings(policy) ==
  (IF policy.halfOpenExists THEN {} ELSE {"READING-1"})
  \cup (IF policy.strictProtocolId THEN {"READING-2"} ELSE {})
  \cup (IF policy.tokenNeedsCheck THEN {"READING-5"} ELSE {})
  \cup (IF policy.answerIkeAuth THEN {} ELSE {"READING-6"})
  \cup (IF policy.sir.queryTo = "peer" THEN {} ELSE {"READING-12"})

\* The same with limits that a model meets.
Small == [Rfc6290 EXCEPT !.generations = 4, !.childMapLost = 1, !.tokenAnswers = 2, !.answers = 3, !.reports = 0, !.verifications = 2,
                         !.sources = 2, !.checks = 1, !.tries = 3, !.interval = 1, !.growth = 200, !.longest = 64,
                         !.sir.verdicts = 2, !.sir.lingering = 1, !.sir.delay = 0, !.sir.dampening = 1]
SmallSir == [Small EXCEPT !.maker = FALSE, !.taker = FALSE]
==============================================================================
