-------------------------------- MODULE PeerX --------------------------------
(***************************************************************************)
(* Peer X of stateless recovery: the one that has lost the SA. It hints    *)
(* like any IKEv2 peer (Hints.tla), and when asked it says whether it has  *)
(* the SA, with the asker's cookie reflected unchanged. It keeps nothing   *)
(* for an answer, and assumes that who asks understands it (SIR-5-2).      *)
(*                                                                         *)
(* State:                                                                  *)
(*   sas        the SA table                                               *)
(*   answered, answeredTo, reported  as in Hints.tla                       *)
(*   verified   source address -> cookies compared since the last tick     *)
(*   told       answers to a QUERY since the last tick, if they have a     *)
(*              limit of their own                                         *)
(*   offered    peer address -> IKE SAs offered to it since the last tick   *)
(*   secrets    what its own cookies are made with, newest first           *)
(*   lingering  inbound child SPI -> ticks in which the Delete that ended  *)
(*              it may still be sent again                                 *)
(*   elsewhere  SPI pairs alive on other members of a cluster              *)
(***************************************************************************)
EXTENDS SirMessages

PeerXInit(secrets) ==
  [sas |-> None, answered |-> 0, answeredTo |-> None, told |-> 0, verified |-> None, secrets |-> secrets, lingering |-> None,
   offered |-> None, elsewhere |-> {}, reported |-> None]

NoTokens(policy, s, spis, address) == <<>>

------------------------------------------------------------------------------
(* Its own cookie (SIR-3.2.2-12): who repeats it in IKE_SA_INIT has shown  *)
(* where he is, and saves the round trip that RFC 7296 needs for that.     *)

OwnCookies(policy, s, to) ==
  IF policy.sir.ownCookie /\ s.secrets # <<>> /\ On("SIR-3.2.2-12")
  THEN <<CookieNotify(OwnCookie(s.secrets[1], Ported(to)))>> ELSE <<>>
IsOwn(s, cookie, from) ==
  /\ cookie.secret \in GenerationsOf(s.secrets)
  /\ cookie = OwnCookie(cookie.secret, Ported(from))

\* BASE-2.6-5: in a response it is one that its sender wants to see again.
IsCookieShown(m) == m.exchange = "IKE_SA_INIT" /\ Has(m, "COOKIE") /\ Clause("BASE-2.6-5", ~m.response)

CookieShown(policy, s, e) ==
  LET cookie == Of(e.message.payloads, "COOKIE")[1].cookie
      counted == Verified(policy, s, e.from)
  IN CASE ~MayVerify(policy, s, e.from, "SIR-4-1") -> Ignore(s, "VERIFICATIONS_LIMITED", {"SIR-4-1"})
       [] Clause("BASE-2.6-4", IsOwn(s, cookie, e.from)) ->
            Step(counted, <<Accept(e.from, <<VendorId>>)>>, {"SIR-3.2.2-12", "SIR-5-1", "BASE-2.6-4", "SIR-4-1"})
       [] OTHER -> Step(counted, <<Log("COOKIE_INVALID")>>, {"BASE-2.6-4", "SIR-4-1"})

------------------------------------------------------------------------------
(* A QUERY in the clear. It goes before the hint that its SPIs would draw, *)
(* or X and Y would ask each other for ever (SIR-3.2.2-7).                 *)

\* READING-1: half open counts; the other way is a parameter.
HasSa(policy, s, spis) ==
  IF policy.halfOpenExists THEN Known(s, spis) ELSE Established(s, spis)
\* SIR-3.2.1-2: the members of a cluster are one peer, and what one of them has the others do not deny.
HasAnother(s, spis) == On("SIR-3.2.1-2") /\ spis \in s.elsewhere

\* SIR-4-1. Hints and verdicts out of one limit: then the hint at the next packet takes what the verdict would need.
Shared(policy) == policy.sir.verdicts = 0
MayTell(policy, s, from) ==
  IF Shared(policy) THEN MayAnswer(policy, s, from) ELSE Clause("SIR-4-1", s.told < policy.sir.verdicts)
Told(policy, s, from) ==
  IF Shared(policy) THEN Answered(policy, s, from) ELSE [s EXCEPT !.told = Least(@ + 1, policy.sir.verdicts)]

\* READING-9: a request outside of all exchanges; READING-19: or, where the policy knows the collapsed exchange, with the
\* cookie that X gave, on IKE_SA_INIT.
IsCollapsed(policy, m) == policy.sir.collapsed /\ On("SIR-9-1") /\ m.exchange = "IKE_SA_INIT" /\ Has(m, "COOKIE")
IsQuestion(policy, m) == ~m.response /\ (m.exchange = "INFORMATIONAL" \/ IsCollapsed(policy, m))

Verdict(policy, s, spis, cookie) ==
  CheckSpi(IF On("SIR-3.2.1-1") /\ (HasSa(policy, s, spis) \/ HasAnother(s, spis)) THEN "ACK" ELSE "NACK", spis,
           IF On("SIR-3.2.2-8") THEN cookie ELSE NoCookie)

AnswerQuery(policy, s, e, check) ==
  LET m == e.message
      verdict == Verdict(policy, s, check.spis, check.cookie)
      nack == verdict.subtype = "NACK"
      reply == Ike(m.spis, m.exchange, ~m.initiator, TRUE, m.id,
                   <<verdict>> \o (IF IsCollapsed(policy, m) THEN <<>> ELSE OwnCookies(policy, s, e.from)))
      why == {"SIR-3.2.1-1", "SIR-3.2.2-7", "SIR-3.2.2-8"} \cup (IF HasAnother(s, check.spis) THEN {"SIR-3.2.1-2"} ELSE {})
      told == Told(policy, IF IsCollapsed(policy, m) THEN Verified(policy, s, e.from) ELSE s, e.from)
      shown == Of(m.payloads, "COOKIE")[1].cookie
      offers == nack /\ On("SIR-3.5-1") /\ e.from.address \in policy.sir.initiatesTo
  IN CASE ~AboutIkeSa(check) ->
            Ignore(s, "QUERY_NOT_PROTECTED", {"SIR-3.4.2-3", "SIR-3.2.2-7"})
       [] ~IsQuestion(policy, m) ->
            Ignore(s, "NOT_IN_THIS_EXCHANGE", {"SIR-3.2.2-7"})
       [] ~MayTell(policy, s, e.from) ->
            Ignore(s, "ANSWERS_LIMITED", {"BASE-2.21.4-1", "SIR-4-1"})
       [] IsCollapsed(policy, m) /\ ~MayVerify(policy, s, e.from, "SIR-4-1") ->
            Ignore(s, "VERIFICATIONS_LIMITED", {"SIR-4-1"})
       [] IsCollapsed(policy, m) /\ ~Clause("BASE-2.6-4", IsOwn(s, shown, e.from)) ->
            Step(Verified(policy, s, e.from), <<Log("COOKIE_INVALID")>>, {"BASE-2.6-4", "SIR-4-1"})
       \* SIR-9-1: the exchange goes on, for who asks has shown where he is; the verdict rides on its answer.
       [] IsCollapsed(policy, m) /\ nack ->
            Step(told, <<Accept(e.from, <<VendorId, verdict>>)>>,
                 why \cup {"SIR-9-1", "SIR-5-1", "SIR-3.2.2-12", "BASE-2.6-4", "SIR-4-1"})
       \* SIR-3.5-1: who alone can initiate does so with the peers that it knows; the offer carries verdict and cookie.
       \* SIR-3.2.2-5: whoever knows the address could else have one peer offered as much as all get together.
       [] offers /\ policy.sir.queries > 0 /\ ~Clause("SIR-3.2.2-5", Used(s.offered, e.from.address) < policy.sir.queries) ->
            Ignore(s, "ANSWERS_LIMITED", {"SIR-3.2.2-5"})
       [] nack /\ On("SIR-3.5-1") /\ Clause("SIR-3.5-2", e.from.address \in policy.sir.initiatesTo)
               /\ policy.sir.initiatesTo # {} ->
            Step(IF policy.sir.queries = 0 THEN told
                 ELSE [told EXCEPT !.offered = Put(@, e.from.address, Least(Used(@, e.from.address) + 1, policy.sir.queries))],
                 <<Initiate(check.spis, Ported(e.to), Ported(e.from), <<VendorId, verdict>>)>>,
                 why \cup {"SIR-3.5-1", "SIR-3.5-2", "SIR-3.5-6", "SIR-5-1", "SIR-3.2.2-5", "BASE-2.21.4-1", "SIR-4-1"})
       [] OTHER ->
            \* To the collapsed exchange only ACK is such an answer (READING-19), to who has shown where he is.
            LET answer == Answer(policy, s, told, e, reply, why \cup {"SIR-4-1"} \cup
                                   (IF IsCollapsed(policy, m) THEN {"SIR-9-1", "BASE-2.6-4"} ELSE {}))
            IN [answer EXCEPT !.because = @ \cup
                  Because(IF Len(Fitting(policy, e, reply).payloads) > 1 THEN {"SIR-3.2.2-12"} ELSE {})]

------------------------------------------------------------------------------
(* The hint: SIR-3.2.2-1 to -3 for IKE, SIR-3.4-1 for ESP.                 *)

Beside(policy, s, e) ==
  LET own == OwnCookie(s.secrets[1], Ported(e.from))
  IN IF s.secrets = <<>> THEN <<>>
     ELSE (IF policy.sir.tickets /\ On("SIR-3.3.3-1") THEN <<LoneCookie(own)>> ELSE <<>>)
          \o (IF policy.sir.collapsed /\ On("SIR-9-1") THEN <<CookieNotify(own)>> ELSE <<>>)

\* Also at a protected QUERY that it cannot open (SIR-3.4.2-5).
HintIke(policy, s, e) ==
  LET more == Beside(policy, s, e)
      rest == AnswerIke(policy, s, e, NoTokens, more)
  IN IF rest.effects[Len(rest.effects)].type # "Send" THEN rest
     ELSE [rest EXCEPT !.because = @ \cup Because({"SIR-3.2.2-1", "SIR-3.2.2-2", "SIR-3.2.2-3"} \cup
                         (IF more # <<>> /\ policy.sir.tickets THEN {"SIR-3.3.3-1"} ELSE {}) \cup
                         (IF more # <<>> /\ policy.sir.collapsed THEN {"SIR-9-1"} ELSE {}))]

\* SIR-3.7-1: the peer may not have our Delete yet; a hint now would start a recovery of what is to end.
Lingers(s, spi) == spi \in DOMAIN s.lingering
HintEsp(policy, s, e) ==
  LET rest == AnswerEsp(policy, s, e, NoTokens)
  IN CASE rest.effects[1] = Log("ANSWER_TOO_LARGE") -> rest
       [] rest.effects[1].type = "Log" -> [rest EXCEPT !.because = @ \cup Because({"SIR-4.1-1"})]
       [] rest.effects[1].type = "SendProtected" ->
            [rest EXCEPT !.because = @ \cup Because({"SIR-3.4-1", "SIR-3.4.1-1", "SIR-4.1-1"})]
       [] OTHER ->
            [rest EXCEPT !.because = @ \cup Because({"SIR-3.4-1", "SIR-3.4.2-1", "SIR-4.1-1"})]

PeerXReceived(policy, s, e) ==
  LET m == e.message
  IN CASE Unreadable(m) -> IgnoreUnreadable(s, m)
       [] OfAChild(m) ->
            IF OwnersOfInbound(s, m.spi) # {} THEN Ignore(s, "CHILD_SA_EXISTS", {"BASE-1.5-1"})
            ELSE IF ~Clause("SIR-3.7-1", ~Lingers(s, m.spi)) THEN Ignore(s, "DELETE_UNDER_WAY", {"SIR-3.7-1"})
            ELSE HintEsp(policy, s, e)
       \* READING-19: who does not know the collapsed exchange does not look at a CHECK_SPI there.
       [] IsCookieShown(m) /\ (Deciding(m) = <<>> \/ ~IsCollapsed(policy, m)) -> CookieShown(policy, s, e)
       [] Deciding(m) # <<>> /\ Broken(Deciding(m)[1]) ->
            Ignore(s, "CHECK_SPI_MALFORMED", {"SIR-6-2"})
       [] Deciding(m) # <<>> /\ Deciding(m)[1].subtype = "QUERY" /\ On("SIR-3.2.2-7") ->
            AnswerQuery(policy, s, e, Deciding(m)[1])
       \* A lone cookie too: whoever sends one speaks of stateless recovery and is not to be asked in turn.
       [] CheckSpis(m) # <<>> /\ On("SIR-3.2.2-7") ->
            Ignore(s, "NOT_A_QUERY", {"SIR-3.2.1-1", "SIR-3.2.2-7"})
       [] m.exchange = "IKE_SA_INIT" /\ Has(m, "COOKIE") /\ m.response ->
            Ignore(s, "RESPONSE_WITHOUT_IKE_SA", {"BASE-1.5-4", "BASE-2.6-5"})
       [] HasSa(policy, s, m.spis) -> Ignore(s, "IKE_SA_EXISTS", {"SIR-3.2.2-1"})
       [] HasAnother(s, m.spis) -> Ignore(s, "IKE_SA_ACTIVE_ELSEWHERE", {"SIR-3.2.1-2"})
       [] OTHER -> HintIke(policy, s, e)

------------------------------------------------------------------------------
(* Under an IKE SA. A protected QUERY about a child SA (SIR-3.4.2-4): the  *)
(* hint that drew it was forged, or a race, or an error of our own; the    *)
(* answer says which child we have (READING-10).                           *)

PeerXProtected(s, e) ==
  LET asked == SelectSeq(Of(e.payloads, "CHECK_SPI"), LAMBDA c : ~Broken(c) /\ c.subtype = "QUERY" /\ c.child # "")
      rest == AnswerProtected(s, e)
      \* It may have moved to the successor of a rekeyed IKE SA since Y asked: all of this peer's are looked through.
      has == \E p \in OwnersOfInbound(s, asked[1].child) : s.sas[p].identity = s.sas[e.spis].identity
  IN IF asked = <<>> \/ e.response \/ e.exchange # "INFORMATIONAL" \/ ~Known(s, e.spis) \/ ~On("SIR-3.4.2-4") THEN rest
     ELSE Step(s, <<Log("CHILD_SA_QUESTIONED"),
                    SendProtected(e.spis, "INFORMATIONAL", TRUE,
                                  <<CheckChild(IF has THEN "ACK" ELSE "NACK", asked[1].child)>>)>>,
               {"SIR-3.4.2-4", "BASE-2.4-7"})

(***************************************************************************)
(* SIR-3.3.3: a ticket comes back (RFC 5723), opened by who has its key.   *)
(***************************************************************************)
\* Cookie_X is first of all: who repeats it has shown where he is. A ticket that cannot be used for any reason (SIR-3.3.2-2)
\* is refused with NACK and Y's cookie, in the answer to the very request. Everything takes from a limit.
Resume(policy, s, e) ==
  LET counted == Verified(policy, s, e.from)
      refusal == Ike(e.under, "IKE_SESSION_RESUME", ~e.initiator, TRUE, e.id, <<CheckSpi("NACK", e.spis, e.cookie)>>)
  IN CASE ~policy.sir.tickets ->
            Ignore(s, "NOT_FOR_THIS_ROLE", {})
       \* A half-open IKE SA protects nothing yet.
       [] Known(s, e.spis) /\ ~Established(s, e.spis) /\ On("SIR-3.3.3-3") ->
            Ignore(s, "IKE_SA_HALF_OPEN", {"SIR-3.3.3-3"})
       [] Known(s, e.spis) /\ On("SIR-3.3.3-3") ->
            IF ~MayTell(policy, s, e.from) THEN Ignore(s, "ANSWERS_LIMITED", {"SIR-4-1"})
            ELSE IF ~MayReport(policy, s, e.spis) THEN Ignore(s, "ANSWERS_LIMITED", {"BASE-2.21.4-11"})
            ELSE Step(Reported(policy, Told(policy, s, e.from), e.spis),
                      <<Log("IKE_SA_EXISTS"),
                        SendProtected(e.spis, "INFORMATIONAL", FALSE, <<CheckSpi("ACK", e.spis, e.cookie)>>)>>,
                      {"SIR-3.3.3-3", "SIR-4-1", "BASE-2.21.4-11"})
       [] ~Known(s, e.spis) /\ HasAnother(s, e.spis) ->
            Ignore(s, "IKE_SA_ACTIVE_ELSEWHERE", {"SIR-3.2.1-2"})
       [] ~MayVerify(policy, s, e.from, "SIR-4-1") ->
            Ignore(s, "VERIFICATIONS_LIMITED", {"SIR-4-1"})
       [] ~Clause("SIR-3.3.3-4", IsOwn(s, e.own, e.from)) ->
            Step(counted, <<Log("COOKIE_INVALID")>>, {"SIR-3.3.3-4", "SIR-4-1"})
       [] e.ticket # "good" /\ On("SIR-3.3.2-2") /\ ~MayAnswer(policy, s, e.from) ->
            Step(counted, <<Log("ANSWERS_LIMITED")>>, {"BASE-2.21.4-1", "SIR-4-1"})
       [] e.ticket # "good" /\ On("SIR-3.3.2-2") ->
            Step(Answered(policy, counted, e.from), <<Send(e.to, e.from, refusal)>>,
                 {"SIR-3.3.2-2", "SIR-3.3.3-4", "SIR-4-1", "BASE-2.21.4-1"})
       [] OTHER ->
            Step(counted, <<Accept(e.from, <<VendorId>>)>>, {"SIR-3.3.3-6", "SIR-5-1", "SIR-4-1"})

------------------------------------------------------------------------------
PeerXLifecycle(policy, before, e) ==
  LET s == [before EXCEPT !.sas = Booked(before, e)]
      ended == CASE policy.sir.lingering = 0    -> {}
                 [] e.type = "SaClosed"         -> {c.in : c \in before.sas[e.spis].children}
                 [] e.type = "ChildSaClosed"    -> {e.spi}
                 [] OTHER                       -> {}
  IN Step([s EXCEPT !.lingering = [spi \in DOMAIN @ \cup ended |-> IF spi \in ended THEN policy.sir.lingering ELSE @[spi]]],
          <<>>, CASE e.type \in {"SaClosed", "ChildSaClosed"} -> {"SIR-3.7-1"} [] e.type = "SaForgotten" -> {"BASE-2.4-9"} [] OTHER -> {})

PeerXTick(s) ==
  Step([s EXCEPT !.answered = 0, !.answeredTo = None, !.reported = None, !.told = 0, !.verified = None,
                 !.offered = None,
                 !.lingering = [spi \in {x \in DOMAIN @ : @[x] > 1} |-> @[spi] - 1]], <<>>, {})

PeerXStep(policy, s, e) ==
  CASE e.type = "Received"  -> PeerXReceived(policy, s, e)
    [] e.type = "Protected" -> PeerXProtected(s, e)
    [] e.type \in Lifecycle ->
         IF Refusal(s, e) # "" THEN Ignore(s, Refusal(s, e), {}) ELSE PeerXLifecycle(policy, s, e)
    [] e.type = "SecretRolled"    -> RollCookies(policy, s, e.secret)
    [] e.type = "ResumptionAsked" -> Resume(policy, s, e)
    [] e.type = "Rebooted" -> Step(PeerXInit(e.secrets), <<>>, {})
    [] e.type = "ActiveElsewhere" ->
         Step([s EXCEPT !.elsewhere = IF e.active THEN @ \cup {e.spis} ELSE @ \ {e.spis}], <<>>, {"SIR-3.2.1-2"})
    [] e.type = "Tick"     -> PeerXTick(s)
    [] OTHER -> Ignore(s, "NOT_FOR_THIS_ROLE", {})
==============================================================================
