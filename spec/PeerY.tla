-------------------------------- MODULE PeerY --------------------------------
(***************************************************************************)
(* Peer Y of stateless recovery: the one that still has the SA. A hint     *)
(* makes it ask, with a cookie and without remembering that it asked; only *)
(* an answer with the right cookie counts. If X says that it does not have *)
(* the SA, Y starts a new one, and deletes the old one when the new one    *)
(* stands. What SIR does not speak of is left to the baseline peer         *)
(* (Liveness.tla), as is a peer that does not know SIR.                    *)
(*                                                                         *)
(* State: that of the baseline peer, and                                   *)
(*   secrets    what its cookies are made with, newest first               *)
(*   able       IKE SAs whose peer sent the Vendor ID                      *)
(*   asked      peer's address -> queries since the last tick: no more     *)
(*              addresses than its IKE SAs have                            *)
(*   verified   source address -> messages since the last tick whose       *)
(*              cookie was compared                                        *)
(*   damped     identity -> ticks in which its unprotected messages are    *)
(*              ignored                                                    *)
(*   recoveries IKE SPIs -> [wait, cookie]: a NACK came. wait: ticks until *)
(*              the new SA is started, 0 when it is; cookie: X's own       *)
(*                                                                         *)
(* Nothing here belongs to one query (SIR-3.2.2-6).                        *)
(***************************************************************************)
EXTENDS Liveness, Limits, SirMessages

PeerYInit(secrets) ==
  [sas |-> None, checks |-> None, hinted |-> 0, heard |-> {},
   secrets |-> secrets, able |-> {}, asked |-> None, verified |-> None, damped |-> None, recoveries |-> None]

PeerOf(s, spis) == s.sas[spis].peer
Recovering(s, spis) == spis \in DOMAIN s.recoveries
Forget(s, gone) ==
  [s EXCEPT !.able = @ \ gone, !.recoveries = Remove(@, gone)]

------------------------------------------------------------------------------
(* Dampening (SIR-4.2-1): after what was just done with a peer, what       *)
(* anybody may have sent in its name is ignored for a time.                *)

Damped(s, spis) == Established(s, spis) /\ s.sas[spis].identity \in DOMAIN s.damped
Dampen(policy, s, identity, cause) ==
  IF cause \notin policy.sir.dampenedBy \/ policy.sir.dampening = 0 \/ ~On("SIR-4.2-1") THEN s
  ELSE [s EXCEPT !.damped = Put(@, identity, policy.sir.dampening)]
Dampening(policy, cause) == IF cause \in policy.sir.dampenedBy /\ policy.sir.dampening > 0 THEN {"SIR-4.2-1"} ELSE {}

\* A warning about an own SA, which by the text dampens its peer too: cause "ack", X has the SA, said with a cookie of
\* ours; "cookie", a wrong one, which anybody can send.
Warn(policy, s, spis, reason, cause, because) ==
  Step(Dampen(policy, s, s.sas[spis].identity, cause), <<Log(reason)>>, because \cup Dampening(policy, cause))

------------------------------------------------------------------------------
(* Asking.                                                                 *)

\* READING-12: the peer as the SA has it, or the source of the hint.
Addressee(policy, s, e, spis) == IF policy.sir.queryTo = "peer" THEN PeerOf(s, spis) ELSE e.from

\* SIR-3.2.2-5: for each peer a count of its own, whoever sent the hint. Peers are those of IKE SAs, so counts are bounded.
MayQuery(policy, s, spis) ==
  policy.sir.queries = 0 \/ Clause("SIR-3.2.2-5", Used(s.asked, PeerOf(s, spis).address) < policy.sir.queries)
CountQuery(policy, s, spis) ==
  LET peer == PeerOf(s, spis).address
  IN IF policy.sir.queries = 0 THEN s
     ELSE [s EXCEPT !.asked = Put(@, peer, Least(Used(@, peer) + 1, policy.sir.queries))]

\* X said that it does not have it, with a cookie of ours: what is known need not be asked again.
Begin(policy, s, spis, wait, cookie) ==
  LET next == [s EXCEPT !.recoveries = Put(@, spis, [wait |-> wait, cookie |-> cookie, sure |-> TRUE]),
                        !.checks = IF wait = 0 THEN Remove(@, {spis}) ELSE @]
  IN IF On("SIR-3.6-1") \/ wait > 0 THEN next ELSE Forget(Discard(next, spis), {spis})
\* On a hint alone, which anybody can send: IKEv2's own liveness check goes on beside it (BASE-2.21.4-3, READING-22).
Try(s, spis) == [s EXCEPT !.recoveries = Put(@, spis, [wait |-> 0, cookie |-> NoCookie, sure |-> FALSE]),
                          !.checks = IF On("BASE-2.21.4-3") THEN @ ELSE Remove(@, {spis})]
Sure(s, spis) == Recovering(s, spis) /\ s.recoveries[spis].sure
Reflected(cookie) == IF cookie = NoCookie THEN <<>> ELSE <<CookieNotify(cookie)>>

\* BASE-2.6-4: of 1 to 64 octets; another one is none. READING-20: it is the first payload of the message that shows it.
Reflectable(cookie) == Clause("BASE-2.6-4", CookieOctets(cookie) \in 1..64)
Unreflectable(m) ==
  \/ \E i \in DOMAIN Of(m.payloads, "COOKIE") : CookieOctets(Of(m.payloads, "COOKIE")[i].cookie) \notin 1..64
  \/ \E i \in DOMAIN CheckSpis(m) : ~Broken(CheckSpis(m)[i]) /\ CheckSpis(m)[i].subtype = "LONE"
                                     /\ CookieOctets(CheckSpis(m)[i].cookie) \notin 1..64
Refusing(m) == IF Unreflectable(m) THEN {"BASE-2.6-4"} ELSE {}
CookiesOf(m) == SelectSeq(Of(m.payloads, "COOKIE"), LAMBDA n : Reflectable(n.cookie))

\* From this end of the SA to the other, whatever the hint came from and at (SIR-3.2.2-4). The initiator flag is that of
\* all messages of this end under the SA (READING-9).
Query(policy, s, e, spis) ==
  LET here == s.sas[spis].here
      there == Addressee(policy, s, e, spis)
      cookie == MakeCookie(s, spis, here, there)
      query == CheckSpi("QUERY", spis, cookie)
      \* SIR-9-1: the QUERY rides on the new IKE_SA_INIT.
      theirs == CookiesOf(e.message)
      \* SIR-3.3-1: a ticket shortens it all, if X offers that.
      lone == SelectSeq(CheckSpis(e.message), LAMBDA c : ~Broken(c) /\ c.subtype = "LONE" /\ Reflectable(c.cookie))
      limited == CountQuery(policy, s, spis)
  IN CASE s.secrets = <<>> ->
            Ignore(s, "NO_COOKIE_SECRET", {"SIR-3.2.4-1"})
       [] ~MayQuery(policy, s, spis) ->
            Ignore(s, "QUERIES_LIMITED", {"SIR-3.2.2-5", "SIR-4-1"})
       [] policy.sir.tickets /\ lone # <<>> /\ On("SIR-3.3.3-2") ->
            Step(Try(limited, spis),
                 <<Initiate(spis, here, there, <<CookieNotify(lone[1].cookie), VendorId, query>>)>>,      \* READING-14
                 {"SIR-3.3-1", "SIR-3.3.3-2", "SIR-3.2.2-5", "SIR-5-1", "BASE-2.21.4-3"})
       [] policy.sir.collapsed /\ theirs # <<>> /\ On("SIR-9-1") ->
            Step(Try(limited, spis),
                 <<Initiate(spis, here, there, <<CookieNotify(theirs[1].cookie), VendorId, query>>)>>,
                 {"SIR-9-1", "SIR-3.2.2-5", "SIR-5-1", "BASE-2.21.4-3"})
       [] OTHER ->
            Step(limited, <<Send(here, there, InClear(spis, s.sas[spis].initiator, FALSE, <<query>>))>>,
                 {"SIR-3.2.2-4", "SIR-3.2.2-5", "SIR-3.2.2-6", "SIR-3.2.4-1"} \cup
                 (IF lone # <<>> THEN {"SIR-3.3.3-5"} ELSE {}) \cup Refusing(e.message))

\* SIR-3.4.2-3: about a child SA under its parent, so that no cookie is needed.
QueryChild(policy, s, spis, child) ==
  IF ~MayQuery(policy, s, spis) THEN Ignore(s, "QUERIES_LIMITED", {"SIR-4.1-2", "SIR-3.2.2-5"})
  ELSE Step(CountQuery(policy, s, spis),
            <<SendProtected(spis, "INFORMATIONAL", FALSE, <<CheckChild("QUERY", child)>>)>>,
            {"SIR-3.4.2-2", "SIR-3.4.2-3", "SIR-4.1-2", "SIR-3.2.2-5"})

\* INVALID_IKE_SPI or INVALID_SPI in the clear. READING-29: dampening goes before the question what the peer is able to.
Suspected(policy, s, e, spis) ==
  LET m == e.message
      rest == Hinted(policy, s, spis)
  IN CASE ~Established(s, spis) -> Ignore(s, "IKE_SA_HALF_OPEN", {"SIR-3.2.2-4"})
       [] Damped(s, spis)       -> Ignore(s, "PEER_DAMPENED", {"SIR-4.2-1"})
       [] Recovering(s, spis)   -> Ignore(s, "RECOVERY_UNDER_WAY", {"SIR-3.2.2-11"})
       \* SIR-3.3.2-1, SIR-5-3: the peer does not know SIR.
       [] ~Clause("SIR-5-1", spis \in s.able) -> [rest EXCEPT !.because = @ \cup Because({"SIR-3.3.2-1", "SIR-5-1"})]
       [] ~On("SIR-3.2.2-4")    -> Step(s, <<>>, {})
       [] Has(m, "INVALID_SPI") -> QueryChild(policy, s, spis, Of(m.payloads, "INVALID_SPI")[1].spi)
       [] OTHER                 -> Query(policy, s, e, spis)

------------------------------------------------------------------------------
(* The answer.                                                             *)

\* SIR-3.2.2-11: a new IKE SA; X's own cookie goes with its first message (SIR-3.2.2-12).
StartAnew(policy, s, spis, cookie, because) ==
  Step(Begin(policy, s, spis, 0, NoCookie),
       (IF On("SIR-3.6-1") THEN <<>> ELSE <<Deleted(s, spis)>>) \o
       <<Initiate(spis, s.sas[spis].here, PeerOf(s, spis), Reflected(cookie) \o <<VendorId>>)>>,
       because \cup {"SIR-3.2.2-11", "SIR-5-1"} \cup (IF cookie = NoCookie THEN {} ELSE {"SIR-3.2.2-12"}))

Theirs(m) ==
  LET own == CookiesOf(m) IN IF own = <<>> \/ ~On("SIR-3.2.2-12") THEN NoCookie ELSE own[1].cookie

\* SIR-3.2.3-3: while it waits it asks under the old IKE SA too, which only X can answer, whatever others say, use up or
\* say again. A request that is out already goes again, for there is one at a time (BASE-2.3-1).
Wait(policy, s, spis, cookie, because) ==
  LET next == Begin(policy, s, spis, policy.sir.delay, cookie)
  IN CASE ~policy.sir.waitChecks \/ ~On("SIR-3.2.3-3") -> Step(next, <<>>, because)
       [] Checking(s, spis) -> Step(next, <<Retransmit(spis)>>, because \cup {"SIR-3.2.3-3", "BASE-2.1-1"})
       [] OTHER -> Step(BeginCheck(next, spis), <<CheckRequest(spis)>>, because \cup {"SIR-3.2.3-3", "BASE-2.4-7"})
InWait(s, spis) == Recovering(s, spis) /\ s.recoveries[spis].wait > 0

\* A sign of life of these IKE SAs: X has them, so that nobody waits any more.
SignOfLife(policy, s, owners, rest) ==
  LET alive == {p \in owners : Established(s, p) /\ InWait(s, p)}
  IN IF ~policy.sir.waitChecks \/ alive = {} \/ ~On("SIR-3.2.3-3") THEN rest
     ELSE [rest EXCEPT !.next.recoveries = Remove(@, alive), !.because = @ \cup Because({"SIR-3.2.3-3"})]

\* READING-22: a try on a hint alone. Which clause the verdict about it is of, the exchange shows that it is the answer of.
Tried(s, spis) == Recovering(s, spis) /\ ~Sure(s, spis)
InCollapsed(m) == IF m.exchange = "IKE_SA_INIT" THEN {"SIR-9-1"} ELSE {}
Nacked(policy, s, e, spis) ==
  LET anew == IF policy.sir.tickets /\ e.message.exchange # "IKE_SA_INIT" THEN {"SIR-3.3.3-8"} ELSE {}
      why == {"SIR-2.2-1", "SIR-3.2.2-9"} \cup Refusing(e.message)
               \cup (IF Tried(s, spis) THEN InCollapsed(e.message) \cup anew ELSE {})
  IN CASE Sure(s, spis) ->
            Ignore(s, "RECOVERY_UNDER_WAY", {"SIR-3.2.2-11"})
       [] ~On("SIR-3.2.2-11") -> Step(s, <<>>, {})
       [] policy.sir.delay > 0 /\ On("SIR-3.2.3-1") ->
            Wait(policy, s, spis, Theirs(e.message), why \cup {"SIR-3.2.3-1"})
       [] OTHER -> StartAnew(policy, s, spis, Theirs(e.message), why)

\* SIR-3.2.2-10: X has it, so the hint was forged or a race, and the SA is kept: a try on a hint alone ends with it
\* (READING-22). SIR-3.2.3-1: who waits after a NACK stops. SIR-3.2.3-3: not who has asked under the old IKE SA, or whoever
\* reads the question could put off a recovery for ever.
Acked(policy, s, m, spis) ==
  LET waiting == InWait(s, spis)
      calm == IF Tried(s, spis) \/ (waiting /\ On("SIR-3.2.3-1")) THEN [s EXCEPT !.recoveries = Remove(@, {spis})] ELSE s
  IN IF waiting /\ policy.sir.waitChecks /\ On("SIR-3.2.3-3") THEN Ignore(s, "RECOVERY_UNDER_WAY", {"SIR-3.2.3-3"})
     ELSE Warn(policy, calm, spis, "PEER_HAS_THE_SA", "ack",
               {"SIR-3.2.2-9", "SIR-3.2.2-10"} \cup (IF waiting THEN {"SIR-3.2.3-1"} ELSE {})
                 \cup (IF Tried(s, spis) THEN InCollapsed(m) ELSE {}))

\* SIR-3.5-5: a mandatory initiator answers with a new IKE SA of its own; this end goes on with it or not.
InitiatorOffers(policy, s, e, check) ==
  CASE ~policy.sir.acceptsOffers ->
         Step(s, <<Log("OFFER_DECLINED")>>, {"SIR-3.5-5"})
    [] Sure(s, check.spis) ->
         Step(s, <<Log("RECOVERY_UNDER_WAY")>>, {"SIR-3.2.2-11"})
    [] OTHER ->
         Step(Begin(policy, s, check.spis, 0, NoCookie),
              (IF On("SIR-3.6-1") THEN <<>> ELSE <<Deleted(s, check.spis)>>) \o <<Accept(e.from, <<VendorId>>)>>, {"SIR-3.5-5", "SIR-5-1"})

\* What both have first: an SA to speak of, a peer that is listened to, and within the limit a cookie of ours.
Replied(policy, s, e, check, clause) ==
  LET counted == Verified(policy, s, e.from)
      r == CASE clause = "SIR-3.5-5" -> InitiatorOffers(policy, counted, e, check)
             [] check.subtype = "ACK" /\ On("SIR-3.2.2-10") -> Acked(policy, counted, e.message, check.spis)
             [] OTHER -> Nacked(policy, counted, e, check.spis)
  IN CASE ~Established(s, check.spis) ->
            Ignore(s, "NO_SUCH_IKE_SA", {clause})
       [] Damped(s, check.spis) ->
            Ignore(s, "PEER_DAMPENED", {"SIR-4.2-1"})
       [] ~MayVerify(policy, s, e.from, "SIR-4-1") ->
            Ignore(s, "VERIFICATIONS_LIMITED", {"SIR-4-1"})
       [] ~Clause(clause, Genuine(s, check.cookie, check.spis, e.to, e.from)) ->
            Warn(policy, counted, check.spis, "COOKIE_INVALID", "cookie", {clause, "SIR-4-1"})
       [] OTHER -> [r EXCEPT !.because = @ \cup Because({"SIR-4-1"})]

\* READING-9: a response, to the QUERY in the clear, to the resumption, or to the IKE_SA_INIT that brought the QUERY.
IsAnswer(policy, m) ==
  m.response /\ (\/ m.exchange = "INFORMATIONAL"
                 \/ policy.sir.tickets /\ m.exchange = "IKE_SESSION_RESUME"
                 \/ policy.sir.collapsed /\ m.exchange = "IKE_SA_INIT")
IsOffer(m, check) == m.exchange = "IKE_SA_INIT" /\ ~m.response /\ check.subtype = "NACK"

CheckSpiReceived(policy, s, e, check) ==
  CASE Broken(check) -> Ignore(s, "CHECK_SPI_MALFORMED", {"SIR-6-2"})
    [] check.subtype = "QUERY" -> Ignore(s, "NOT_FOR_THIS_ROLE", {"SIR-3.2.1-1"})
    [] ~AboutIkeSa(check) -> Ignore(s, "QUERY_NOT_PROTECTED", {"SIR-3.4.2-3"})
    [] IsOffer(e.message, check) -> Replied(policy, s, e, check, "SIR-3.5-5")
    [] ~IsAnswer(policy, e.message) -> Ignore(s, "NOT_IN_THIS_EXCHANGE", {"SIR-3.2.2-9"})
    [] OTHER -> Replied(policy, s, e, check, "SIR-3.2.2-9")

PeerYReceived(policy, s, e) ==
  LET m == e.message
      decides == Deciding(m)
  IN CASE ~Unprotected(m)    -> LivenessReceived(policy, s, e)
       [] decides # <<>>     -> CheckSpiReceived(policy, s, e, decides[1])
       [] ~IsHint(m)         -> LivenessReceived(policy, s, e)
       [] Subject(s, m) = {} -> Ignore(s, "NO_SUCH_IKE_SA", {IF Has(m, "INVALID_SPI") THEN "SIR-3.4.2-2" ELSE "SIR-3.2.2-4"})
       [] OTHER              -> LET Do(state, p) == Suspected(policy, state, e, p) IN ForEach(s, Subject(s, m), Do)

------------------------------------------------------------------------------
(* What comes under an IKE SA is believed (SIR-2.2-1), about child SAs of  *)
(* the same identity.                                                      *)

SameIdentity(s, spis, child) ==
  {p \in OwnersOfOutbound(s, child) : s.sas[p].identity = s.sas[spis].identity}

\* A peer may have taken one SPI for two child SAs: each that goes is said.
RECURSIVE DeletedEach(_, _)
DeletedEach(spis, children) ==
  IF children = {} THEN <<>>
  ELSE LET c == CHOOSE x \in children : TRUE IN <<ChildSaDeleted(spis, c)>> \o DeletedEach(spis, children \ {c})

\* SIR-3.4.1-2, against BASE-2.21.4-8.
ChildReported(s, e, rest, child, because) ==
  LET owners == SameIdentity(s, e.spis, child)
      Do(state, p) == Step([state EXCEPT !.sas[p].children = {c \in @ : c.out # child}],
                           DeletedEach(p, {c \in state.sas[p].children : c.out = child}), {})
      ended == ForEach(rest.next, owners, Do)
  IN IF owners = {}
     THEN [rest EXCEPT !.effects = <<Log("NO_SUCH_CHILD_SA")>> \o @, !.because = @ \cup Because(because)]
     ELSE [rest EXCEPT !.next = ended.next, !.effects = ended.effects \o @, !.because = @ \cup Because(because)]

PeerYProtected(policy, s, e) ==
  LET rest == SignOfLife(policy, s, {e.spis}, LivenessProtected(policy, s, e))
      invalid == Of(e.payloads, "INVALID_SPI")
      verdicts == SelectSeq(Of(e.payloads, "CHECK_SPI"), LAMBDA c : ~Broken(c) /\ c.subtype \in {"ACK", "NACK"})
      check == verdicts[1]
  IN CASE ~Established(s, e.spis) -> rest
       [] invalid # <<>> /\ ~e.response /\ On("SIR-3.4.1-2") ->
            ChildReported(s, e, rest, invalid[1].spi, {"SIR-3.4.1-2", "SIR-2.2-1"})
       \* READING-10: the answer about a child SA.
       [] verdicts # <<>> /\ check.child # "" /\ check.subtype = "NACK" /\ e.response /\ On("SIR-3.4.2-2") ->
            ChildReported(s, e, rest, check.child, {"SIR-3.4.2-2", "SIR-2.2-1"})
       [] verdicts # <<>> /\ check.child # "" /\ e.response ->
            [rest EXCEPT !.next = Dampen(policy, @, s.sas[e.spis].identity, "ack"), !.effects = <<Log("PEER_HAS_THE_SA")>> \o @,
                         !.because = @ \cup Because({"SIR-3.4.2-2"} \cup Dampening(policy, "ack"))]
       \* SIR-3.3.3-3: X has the IKE SA that was to be resumed, and says so under it.
       [] verdicts # <<>> /\ check.spis = e.spis /\ check.subtype = "ACK" /\ Recovering(s, e.spis) ->
            [rest EXCEPT !.next = Dampen(policy, [rest.next EXCEPT !.recoveries = Remove(@, {e.spis})], s.sas[e.spis].identity, "ack"),
                         !.effects = <<Log("PEER_HAS_THE_SA")>> \o @,
                         !.because = @ \cup Because({"SIR-3.3.3-3"} \cup Dampening(policy, "ack"))]
       [] OTHER -> rest

------------------------------------------------------------------------------
(* The daemon's news.                                                      *)

Gone(before, after) == DOMAIN before.sas \ DOMAIN after.sas

Moves(sa, e) == sa.here # e.here \/ sa.peer # e.peer
Speaks(payloads) == \E i \in DOMAIN payloads : payloads[i].type = "V"

PeerYLifecycle(policy, before, e) ==
  LET rest == LivenessLifecycle(policy, before, e)
      s == Forget(rest.next, Gone(before, rest.next))
  IN CASE e.type = "SaEstablished" ->
            [rest EXCEPT !.next = Dampen(policy, IF Speaks(e.payloads) THEN [s EXCEPT !.able = @ \cup {e.spis}] ELSE s,
                                         e.identity, "creation"),
                         !.because = @ \cup Because(Dampening(policy, "creation") \cup
                                                    IF Speaks(e.payloads) THEN {"SIR-5-1"} ELSE {})]
       [] e.type = "SaRekeyed" ->
            [rest EXCEPT !.next = Dampen(policy, IF e.old \in s.able THEN [s EXCEPT !.able = @ \cup {e.new}] ELSE s,
                                         before.sas[e.old].identity, "creation"),
                         !.because = @ \cup Because(Dampening(policy, "creation"))]
       [] e.type = "ChildSaCreated" ->
            [rest EXCEPT !.next = Dampen(policy, s, before.sas[e.spis].identity, "creation"),
                         !.because = @ \cup Because(Dampening(policy, "creation"))]
       \* SIR-5-2: what the other member heard of the peer is not known here, so it is taken for able.
       [] e.type = "SaImported" ->
            [rest EXCEPT !.next = IF On("SIR-5-2") THEN [s EXCEPT !.able = @ \cup {e.spis}] ELSE s,
                         !.because = @ \cup Because({"SIR-5-2"})]
       \* READING-31: what was asked with a try was asked with a cookie over ends that are no more (SIR-3.2.4-1), so no answer
       \* to it will be believed. SIR-2.1-5: the next hint asks again.
       [] e.type = "AddressChanged" /\ Tried(before, e.spis) /\ Moves(before.sas[e.spis], e) ->
            [rest EXCEPT !.next = [s EXCEPT !.recoveries = Remove(@, {e.spis})], !.because = @ \cup Because({"SIR-2.1-5"})]
       [] OTHER -> [rest EXCEPT !.next = s]

\* SIR-3.6-1: the new IKE SA and its children stand, now the old ones go.
Replaced(policy, s, e) ==
  IF ~(Established(s, e.old) /\ Established(s, e.new) /\ e.old # e.new) THEN Ignore(s, "NO_SUCH_IKE_SA", {"SIR-3.6-1"})
  ELSE Step(Dampen(policy, Forget(Discard(s, e.old), {e.old}), s.sas[e.old].identity, "recovery"),
            <<Deleted(s, e.old)>>, {"SIR-3.6-1", "SIR-3.2.2-11"} \cup Dampening(policy, "recovery"))
NotReplaced(policy, s, e) ==
  IF ~(Established(s, e.spis) /\ Recovering(s, e.spis)) THEN Ignore(s, "NO_SUCH_IKE_SA", {})
  ELSE Step(Dampen(policy, [s EXCEPT !.recoveries = Remove(@, {e.spis})], s.sas[e.spis].identity, "failure"), <<>>,
            Dampening(policy, "failure"))

\* READING-11: dampening and waiting count in this end's time. Where the wait is over nothing is asked any more.
PeerYTick(policy, s) ==
  LET due == {p \in DOMAIN s.recoveries : s.recoveries[p].wait = 1}
      rest == LivenessTick(policy, [s EXCEPT !.checks = Remove(@, due)])
      kept == Forget(rest.next, Gone(s, rest.next))
      order == Ordered(due)
      start(p) == StartAnew(policy, kept, p, kept.recoveries[p].cookie, {"SIR-3.2.3-1"})
      next == [kept EXCEPT !.asked = None, !.verified = None,
                           !.sas = IF On("SIR-3.6-1") THEN @ ELSE Remove(@, due),
                           !.damped = [i \in {x \in DOMAIN @ : @[x] > 1} |-> @[i] - 1],
                           !.recoveries = [p \in (IF On("SIR-3.6-1") THEN DOMAIN @ ELSE DOMAIN @ \ due) |-> IF p \in due THEN [wait |-> 0, cookie |-> NoCookie, sure |-> TRUE]
                                                              ELSE [@[p] EXCEPT !.wait = IF @ > 0 THEN @ - 1 ELSE 0]]]
  IN Step(next, rest.effects \o Flatten([i \in DOMAIN order |-> start(order[i]).effects]),
          rest.because \cup UNION {start(p).because : p \in due})

------------------------------------------------------------------------------
PeerYStep(policy, s, e) ==
  CASE e.type = "Received"  -> PeerYReceived(policy, s, e)
    [] e.type = "Protected" -> PeerYProtected(policy, s, e)
    [] e.type = "ProtectedEsp" -> SignOfLife(policy, s, OwnersOfInbound(s, e.spi), LivenessStep(policy, s, e))
    [] e.type \in Lifecycle ->
         IF Refusal(s, e) # "" THEN Ignore(s, Refusal(s, e), {}) ELSE PeerYLifecycle(policy, s, e)
    [] e.type = "TrafficDue" /\ Sure(s, e.spis) -> Ignore(s, "RECOVERY_UNDER_WAY", {"SIR-3.2.2-11"})
    [] e.type = "SaReplaced"    -> Replaced(policy, s, e)
    [] e.type = "SaNotReplaced" -> NotReplaced(policy, s, e)
    [] e.type = "SecretRolled"  -> RollCookies(policy, s, e.secret)
    [] e.type = "Rebooted"      -> Step(PeerYInit(e.secrets), <<>>, {})
    [] e.type = "Tick"          -> PeerYTick(policy, s)
    [] OTHER -> LivenessStep(policy, s, e)
==============================================================================
