-------------------------------- MODULE Hints --------------------------------
(***************************************************************************)
(* The peer that lost its SAs, as IKEv2 alone has it (RFC 7296, 1.5 and    *)
(* 2.21.4): what it answers to packets whose SPIs it does not know. Such   *)
(* an answer is unprotected, so to its receiver it is only a hint.         *)
(*                                                                         *)
(* What a token maker adds (Maker.tla) comes in as the operator TokensFor: *)
(* a sequence of token notifications for (IKE SPIs, source address).       *)
(*                                                                         *)
(* State: sas; answered: answers since the last tick; answeredTo: source   *)
(* address -> those of them that went there, if that has a limit;          *)
(* reported: IKE SPIs -> messages drawn under that IKE SA, if they have    *)
(* one. Each counts as an answer too, so no more SAs are remembered.       *)
(***************************************************************************)
EXTENDS SaTable, Limits

\* READING-6. Which exchanges run under an IKE SA that a peer may have lost: the first ones create one, and the rekey of a
\* group has no answer at all. Of those before the end of authentication no token can be with the taker.
NotUnderAnSa == OpensAnSa \cup {"GSA_REKEY"}
BeforeAuthentication == {"IKE_AUTH", "IKE_INTERMEDIATE", "GSA_AUTH"}
ProtectedRequest(policy, m) ==
  /\ LooksProtected(m) \/ policy.sir.anyRequest
  /\ m.spis # 0                                                      \* BASE-2.6-1: no SA has it
  /\ m.exchange \notin NotUnderAnSa
  /\ m.exchange \in BeforeAuthentication =>
       /\ policy.answerIkeAuth
       /\ m.initiator /\ m.id > 0                                    \* READING-18: who began it asks, behind IKE_SA_INIT

------------------------------------------------------------------------------
(* Every answer to an unprotected packet takes from one limit; over it     *)
(* there is silence (BASE-2.21.4-1). Tokens stop earlier (QCD-8.1-3).      *)

\* SIR-4.1-1 wants it for each peer too; the sources that are told apart are bounded (Limits.tla).
MayAnswer(policy, s, from) ==
  /\ Clause("BASE-2.21.4-1", s.answered < policy.answers)
  /\ Within(s.answeredTo, policy.answersToOne, policy.sources, from.address, "SIR-4.1-1")
MayPresent(policy, s) == Clause("QCD-8.1-3", s.answered < policy.tokenAnswers)
LimitedBy(policy, s) == IF s.answered < policy.answers THEN {"SIR-4.1-1"} ELSE {"BASE-2.21.4-1"}
Answered(policy, s, from) ==
  [s EXCEPT !.answered = Least(@ + 1, policy.answers),
            !.answeredTo = Counted(@, policy.answersToOne, policy.sources, from.address)]

\* BASE-2.21.4-11, our rule: what anybody may have sent draws so many messages under one IKE SA and no more. Whoever names
\* a peer's address could else have all answers go under its IKE SA, whose window takes them one by one (BASE-2.3-1).
MayReport(policy, s, spis) == policy.reports = 0 \/ Clause("BASE-2.21.4-11", Used(s.reported, spis) < policy.reports)
Reported(policy, s, spis) ==
  IF policy.reports = 0 THEN s ELSE [s EXCEPT !.reported = Put(@, spis, Least(Used(@, spis) + 1, policy.reports))]

\* ESP that was not in UDP is answered over UDP all the same: on the port of IKE (BASE-1.5-1).
Ported(end) == IF end.port = 0 THEN [end EXCEPT !.port = 500] ELSE end

(***************************************************************************)
(* BASE-2.21.4-9, our rule: who forges a source must not make us send it   *)
(* a multiple of what he sends. What does not fit is left out from the     *)
(* end, which is the oldest token; if the hint alone does not fit, there   *)
(* is silence.                                                             *)
(***************************************************************************)
Fits(policy, e, message) ==
  \/ policy.amplification = 0 \/ ~On("BASE-2.21.4-9")
  \/ Octets(Ported(e.to), Ported(e.from), message) <= policy.amplification * Octets(e.to, e.from, e.message)
Shortened(message) == [message EXCEPT !.payloads = SubSeq(@, 1, Len(@) - 1)]
RECURSIVE Fitting(_, _, _)
Fitting(policy, e, message) ==
  IF Len(message.payloads) = 1 \/ Fits(policy, e, message) THEN message ELSE Fitting(policy, e, Shortened(message))

\* The first payload of message is the hint or the verdict. next: with the answer counted.
Answer(policy, s, next, e, message, because) ==
  LET sent == Fitting(policy, e, message)
      short == Len(sent.payloads) < Len(message.payloads)
  IN IF ~Fits(policy, e, sent) THEN Ignore(s, "ANSWER_TOO_LARGE", {"BASE-2.21.4-9"})
     ELSE Step(next,
               (IF short THEN <<Log("PAYLOADS_LEFT_OUT")>> ELSE <<>>) \o <<Send(Ported(e.to), Ported(e.from), sent)>>,
               because \cup {"BASE-2.21.4-1"} \cup (IF short THEN {"BASE-2.21.4-9"} ELSE {}))

------------------------------------------------------------------------------
(* An IKE message with unknown SPIs: BASE-1.5-3.                           *)

Offered(policy, s, tokens) == IF MayPresent(policy, s) THEN tokens ELSE <<>>
\* A hint without the token that there is proves nothing: where there is a draw (BASE-2.21.4-10), it is for the token.
Withheld(policy, all, tokens) == policy.drawn > 0 /\ all # tokens

\* Tokens behind the hint, and beside them what else there is.
AnswerIke(policy, s, e, TokensFor(_, _, _, _), beside) ==
  LET m == e.message
      all == TokensFor(policy, s, m.spis, e.from.address)
      tokens == Offered(policy, s, all)
      payloads == (IF On("QCD-4.5-1") \/ tokens = <<>> THEN <<Notify("INVALID_IKE_SPI")>> ELSE <<>>) \o tokens \o beside
      reply == Ike(m.spis, m.exchange, ~m.initiator, TRUE, m.id, payloads)
  IN CASE ~Clause("BASE-1.5-4", ~m.response) ->
            Ignore(s, "RESPONSE_WITHOUT_IKE_SA", {"BASE-1.5-4"})
       [] ~Clause("BASE-1.5-6", ProtectedRequest(policy, m)) ->
            Ignore(s, "NOT_A_PROTECTED_REQUEST", {"BASE-1.5-6"})
       \* BASE-7383.2.6.1-1: a message in fragments is one request, answered at its first one.
       [] ~Clause("BASE-7383.2.6.1-1", ~LaterFragment(m)) ->
            Ignore(s, "LATER_FRAGMENT", {"BASE-7383.2.6.1-1"})
       [] ~MayAnswer(policy, s, e.from) ->
            Ignore(s, "ANSWERS_LIMITED", LimitedBy(policy, s))
       [] Withheld(policy, all, tokens) ->
            Ignore(s, "ANSWERS_LIMITED", {"QCD-8.1-3"})
       [] OTHER ->
            Answer(policy, s, Answered(policy, s, e.from), e, reply,
              {"BASE-1.5-3"} \cup
              (IF Tokens(Fitting(policy, e, reply).payloads) # <<>> THEN {"QCD-3-4", "QCD-4.5-1", "QCD-4.5-5"}
               ELSE IF all # tokens THEN {"QCD-8.1-3"} ELSE {}))

------------------------------------------------------------------------------
(* ESP or AH with an unknown SPI: reported under an IKE SA with its source *)
(* if there is one (BASE-1.5-5), otherwise unprotected (BASE-1.5-1).       *)

\* With NAT the port belongs to the source (BASE-2.21.4-7); port 0 is ESP that is not in UDP.
SameSource(peer, from) == peer.address = from.address /\ from.port \in {0, peer.port}
Reporters(s, from) == {p \in DOMAIN s.sas : s.sas[p].phase = "established" /\ SameSource(s.sas[p].peer, from)}

\* The IKE SA that a child SPI belonged to, as far as the map remembers.
MappedTo(policy, s, spi) == IF policy.childMap /\ spi \in DOMAIN s.childMap THEN {s.childMap[spi]} ELSE {}

AnswerEsp(policy, s, e, TokensFor(_, _, _, _)) ==
  LET spi == e.message.spi
      reporters == Reporters(s, e.from)
      \* QCD-8.2-1: the persistent map tells which IKE SA the child belonged to; if that SA
      \* exists, its token must stay secret (QCD-9.2-1), and the packet is reported without it.
      lost == {p \in MappedTo(policy, s, spi) : Clause("QCD-9.2-1", ~Known(s, p))}
      all == IF lost # {} /\ On("QCD-8.2-2") THEN TokensFor(policy, s, First(lost), e.from.address) ELSE <<>>
      tokens == Offered(policy, s, all)
      \* READING-4: no request is answered here, so it has none's exchange type and message ID.
      hint == Ike(0, "INFORMATIONAL", TRUE, FALSE, 0, <<InvalidSpi(spi)>> \o tokens)
      \* READING-33: a token that there is, and room for, is shown though there is another IKE SA with the source: a report under
      \* that one changes nothing at its receiver (BASE-2.21.4-8).
      proves == Tokens(Fitting(policy, e, hint).payloads) # <<>>
  IN CASE ~MayAnswer(policy, s, e.from) ->
            Ignore(s, "ANSWERS_LIMITED", LimitedBy(policy, s))
       [] On("BASE-1.5-5") /\ reporters # {} /\ ~proves /\ ~MayReport(policy, s, First(reporters)) ->
            Ignore(s, "ANSWERS_LIMITED", {"BASE-2.21.4-11"})
       [] On("BASE-1.5-5") /\ reporters # {} /\ ~proves ->
            Step(Reported(policy, Answered(policy, s, e.from), First(reporters)),
                 <<SendProtected(First(reporters), "INFORMATIONAL", FALSE, <<InvalidSpi(spi)>>)>>,
                 {"BASE-1.5-5", "BASE-2.21.4-6", "BASE-2.21.4-7", "BASE-2.21.4-1", "BASE-2.21.4-11"})
       [] Withheld(policy, all, tokens) ->
            Ignore(s, "ANSWERS_LIMITED", {"QCD-8.1-3"})
       [] OTHER ->
            Answer(policy, s, Answered(policy, s, e.from), e, hint,
              {"BASE-1.5-1"} \cup
              (IF Tokens(Fitting(policy, e, hint).payloads) # <<>> THEN {"QCD-4.5-2", "QCD-8.2-2", "QCD-4.5-5"}
               ELSE IF all # tokens THEN {"QCD-8.1-3"} ELSE {}))

==============================================================================
