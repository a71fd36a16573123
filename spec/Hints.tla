-------------------------------- MODULE Hints --------------------------------
(***************************************************************************)
(* The peer that lost its SAs, as IKEv2 alone has it (RFC 7296, 1.5 and    *)
(* 2.21.4): what it answers to packets whose SPIs it does not know. Such   *)
(* an answer is unprotected, so to its receiver it is only a hint.         *)
(*                                                                         *)
(* What a token maker adds (Maker.tla) comes in as the operator TokensFor: *)
(* a sequence of token notifications for (IKE SPIs, source address).       *)
(*                                                                         *)
(* State: sas, and answered: answers since the last tick.                  *)
(***************************************************************************)
EXTENDS SaTable

\* BASE-1.5-6: who lacks the keys can tell a protected request by its chain ending in SK.
LooksProtected(m) == Len(m.payloads) > 0 /\ m.payloads[Len(m.payloads)].type = "SK"
ProtectedRequest(policy, m) ==
  /\ LooksProtected(m) \/ policy.sir.anyRequest
  /\ m.exchange # "IKE_SA_INIT"
  /\ (m.exchange = "IKE_AUTH" => policy.answerIkeAuth)               \* READING-6

------------------------------------------------------------------------------
(* Every answer to an unprotected packet takes from one limit; over it     *)
(* there is silence (BASE-2.21.4-1). Tokens stop earlier (QCD-8.1-3).      *)

MayAnswer(policy, s) == Clause("BASE-2.21.4-1", s.answered < policy.answers)
MayPresent(policy, s) == Clause("QCD-8.1-3", s.answered < policy.tokenAnswers)
Answered(policy, s) == [s EXCEPT !.answered = Least(@ + 1, policy.answers)]

\* ESP that was not in UDP is answered over UDP all the same: on the port of IKE (BASE-1.5-1).
Ported(end) == IF end.port = 0 THEN [end EXCEPT !.port = 500] ELSE end

Answer(policy, s, e, message, because) ==
  Step(Answered(policy, s), <<Send(Ported(e.to), Ported(e.from), message)>>, because \cup {"BASE-2.21.4-1"})

------------------------------------------------------------------------------
(* An IKE message with unknown SPIs: BASE-1.5-3.                           *)

Offered(policy, s, tokens) == IF MayPresent(policy, s) THEN tokens ELSE <<>>

AnswerIke(policy, s, e, TokensFor(_, _, _, _)) ==
  LET m == e.message
      all == TokensFor(policy, s, m.spis, e.from.address)
      tokens == Offered(policy, s, all)
      payloads == (IF On("QCD-4.5-1") \/ tokens = <<>> THEN <<Notify("INVALID_IKE_SPI")>> ELSE <<>>) \o tokens
      reply == Ike(m.spis, m.exchange, ~m.initiator, TRUE, m.id, payloads)
  IN CASE ~Clause("BASE-1.5-4", ~m.response) ->
            Ignore(s, "RESPONSE_WITHOUT_IKE_SA", {"BASE-1.5-4"})
       [] ~Clause("BASE-1.5-6", ProtectedRequest(policy, m)) ->
            Ignore(s, "NOT_A_PROTECTED_REQUEST", {"BASE-1.5-6"})
       [] ~MayAnswer(policy, s) ->
            Ignore(s, "ANSWERS_LIMITED", {"BASE-2.21.4-1"})
       [] OTHER ->
            Answer(policy, s, e, reply,
              {"BASE-1.5-3"} \cup
              (IF tokens # <<>> THEN {"QCD-3-4", "QCD-4.5-1", "QCD-4.5-5"}
               ELSE IF all # <<>> THEN {"QCD-8.1-3"} ELSE {}))

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
  IN CASE ~MayAnswer(policy, s) ->
            Ignore(s, "ANSWERS_LIMITED", {"BASE-2.21.4-1"})
       [] On("BASE-1.5-5") /\ reporters # {} ->
            Step(Answered(policy, s),
                 <<SendProtected(First(reporters), "INFORMATIONAL", FALSE, <<InvalidSpi(spi)>>)>>,
                 {"BASE-1.5-5", "BASE-2.21.4-6", "BASE-2.21.4-7", "BASE-2.21.4-1"})
       [] OTHER ->
            Answer(policy, s, e, hint,
              {"BASE-1.5-1"} \cup
              (IF tokens # <<>> THEN {"QCD-4.5-2", "QCD-8.2-2", "QCD-4.5-5"}
               ELSE IF all # <<>> THEN {"QCD-8.1-3"} ELSE {}))

==============================================================================
