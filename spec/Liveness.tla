------------------------------ MODULE Liveness ------------------------------
(***************************************************************************)
(* The peer that kept its SAs, as IKEv2 alone has it (RFC 7296, 2.4 and    *)
(* 2.21.4): an unprotected message is a hint and no more; a hint starts a  *)
(* liveness check; only a check that stayed unanswered through all its     *)
(* transmissions, at growing intervals, ends the IKE SA.                   *)
(*                                                                         *)
(* State:                                                                  *)
(*   sas     the SA table                                                  *)
(*   checks  IKE SPIs -> [sent, age]: transmissions so far, ticks since    *)
(*           the last one                                                  *)
(*   hinted  checks started because of hints since the last tick           *)
(*   heard   IKE SAs from which something fresh and protected came since   *)
(*           the last tick                                                 *)
(***************************************************************************)
EXTENDS SaTable

LivenessInit == [sas |-> None, checks |-> None, hinted |-> 0, heard |-> {}]

\* BASE-2.4-6: the interval after the n-th transmission, in ticks: each longer than the one before, up to the longest
\* (READING-25; who never gives up goes on at the interval behind the last try).
RECURSIVE Interval(_, _)
Interval(policy, n) ==
  IF n = 1 \/ ~On("BASE-2.4-6") THEN policy.interval
  ELSE Least(policy.longest, (Interval(policy, n - 1) * policy.growth + 99) \div 100)

CheckRequest(spis) == SendProtected(spis, "INFORMATIONAL", FALSE, <<>>)
Checking(s, spis) == spis \in DOMAIN s.checks
BeginCheck(s, spis) == [s EXCEPT !.checks = Put(@, spis, [sent |-> 1, age |-> 0])]

\* The IKE SA goes with all its children and whatever was under way for it.
Discard(s, spis) ==
  [Delete(s, spis) EXCEPT !.checks = Remove(@, {spis}), !.heard = @ \ {spis}]
Deleted(s, spis) == IkeSaDeleted(spis, s.sas[spis].children)

------------------------------------------------------------------------------
(* Hints.                                                                  *)

Unprotected(m) == m.kind = "ike" /\ ~LooksProtected(m)

\* The IKE SAs that an unprotected notification speaks of: by its child SPI (READING-4), which several peers may have
\* chosen, else by the header's SPIs: INVALID_IKE_SPI beside it is passed over (READING-27).
Subject(s, m) ==
  IF Has(m, "INVALID_SPI")
  THEN LET n == SelectSeq(m.payloads, LAMBDA p : IsNotify(p, "INVALID_SPI"))[1]
       IN OwnersOfOutbound(s, n.spi)
  ELSE {m.spis} \cap DOMAIN s.sas

\* READING-17: in any exchange but one that creates an IKE SA, and with either response flag; it costs a check at most.
SpeaksOfAnSa(m) == m.exchange \notin OpensAnSa
IsHint(m) == SpeaksOfAnSa(m) /\ (Has(m, "INVALID_SPI") \/ Has(m, "INVALID_IKE_SPI"))

\* BASE-2.4-5: a peer that was just heard is not suspected.
Fresh(policy, s, spis) == policy.ignoreHintsWhenFresh /\ spis \in s.heard

Hinted(policy, s, spis) ==
  CASE ~Established(s, spis) ->
         Ignore(s, "IKE_SA_HALF_OPEN", {"BASE-2.21.4-3"})
    [] ~On("BASE-2.21.4-3") ->
         \* With the clause off the hint is believed.
         Step(Discard(s, spis), <<Deleted(s, spis)>>, {})
    [] ~On("BASE-2.21.4-4") ->
         Step(s, <<>>, {})
    [] Checking(s, spis) ->
         Ignore(s, "CHECK_UNDER_WAY", {"BASE-2.21.4-3"})
    [] Fresh(policy, s, spis) ->
         Ignore(s, "HEARD_RECENTLY", {"BASE-2.4-5"})
    [] ~Clause("BASE-2.21.4-5", s.hinted < policy.checks) ->
         Ignore(s, "CHECKS_LIMITED", {"BASE-2.21.4-5", "BASE-2.4-3"})
    [] OTHER ->
         Step([BeginCheck(s, spis) EXCEPT !.hinted = Least(@ + 1, policy.checks)],
              <<CheckRequest(spis)>>,
              {"BASE-2.21.4-4", "BASE-2.4-7", "BASE-2.21.4-2", "BASE-2.21.4-3", "BASE-2.21.4-5", "BASE-2.4-3"})

LivenessReceived(policy, s, e) ==
  LET m == e.message
  IN CASE Unreadable(m)        -> IgnoreUnreadable(s, m)
       [] ~Unprotected(m)      -> Ignore(s, "NOT_FOR_THIS_ROLE", {})
       [] ~IsHint(m)           -> Ignore(s, "NO_HINT", {"BASE-1.5-2"})
       [] Subject(s, m) = {}   -> Ignore(s, "NO_SUCH_IKE_SA", {"BASE-1.5-2"})
       [] OTHER                -> LET Do(state, p) == Hinted(policy, state, p)
                                  IN ForEach(s, Subject(s, m), Do)

------------------------------------------------------------------------------
(* Signs of life. BASE-2.4-7: any fresh protected message, IKE or child,   *)
(* proves the IKE SA and all its children alive.                           *)

Alive(policy, s, spis) ==
  IF ~On("BASE-2.4-7") THEN s
  ELSE [s EXCEPT !.checks = Remove(@, {spis}),
                 !.heard = IF policy.ignoreHintsWhenFresh THEN @ \cup {spis} ELSE @]

\* What a protected report says of other SAs changes none of them (BASE-2.21.4-8): its payloads are not looked at.
LivenessProtected(policy, s, e) ==
  IF ~Known(s, e.spis) THEN AnswerProtected(s, e)
  ELSE [AnswerProtected(s, e) EXCEPT !.next = Alive(policy, s, e.spis)]

LivenessProtectedEsp(policy, s, e) ==
  LET owners == OwnersOfInbound(s, e.spi)
  IN IF owners = {} THEN Ignore(s, "NO_SUCH_CHILD_SA", {})
     ELSE LET Do(state, p) == Step(Alive(policy, state, p), <<>>, {"BASE-2.4-7"}) IN ForEach(s, owners, Do)

------------------------------------------------------------------------------
(* The check itself.                                                       *)

\* Traffic was outgoing only for some time: the caller's timer says so.
LivenessDue(s, e) ==
  CASE ~Established(s, e.spis) -> Ignore(s, "NO_SUCH_IKE_SA", {})
    [] Checking(s, e.spis)     -> Ignore(s, "CHECK_UNDER_WAY", {})
    [] OTHER -> Step(BeginCheck(s, e.spis), <<CheckRequest(e.spis)>>, {"BASE-2.4-7"})

\* What one tick does to one check: wait, transmit again, or give up.
Lapsed(policy, check) == check.age + 1 >= Interval(policy, check.sent)
Hopeless(policy, check) == Lapsed(policy, check) /\ Clause("BASE-2.4-2", check.sent >= policy.tries)

Older(policy, check) ==
  IF Lapsed(policy, check) THEN [sent |-> Least(check.sent + 1, policy.tries), age |-> 0]
  ELSE [check EXCEPT !.age = @ + 1]

LivenessTick(policy, s) ==
  LET lapsed   == {p \in DOMAIN s.checks : Lapsed(policy, s.checks[p])}
      hopeless == {p \in lapsed : policy.givesUp /\ Hopeless(policy, s.checks[p])}
      again    == Ordered(lapsed)
      next == [s EXCEPT !.sas = Remove(@, hopeless),
                        !.checks = [p \in DOMAIN @ \ hopeless |-> Older(policy, @[p])],
                        !.hinted = 0, !.heard = {}]
  IN Step(next,
          Flatten([i \in DOMAIN again |->
            IF again[i] \in hopeless THEN <<Deleted(s, again[i])>>
            ELSE <<IF On("BASE-2.1-1") THEN Retransmit(again[i]) ELSE CheckRequest(again[i])>>]),
          (IF hopeless # {} THEN {"BASE-2.1-3", "BASE-2.4-1", "BASE-2.4-2", "BASE-2.4-4"} ELSE {}) \cup
          (IF lapsed \ hopeless # {} THEN {"BASE-2.1-1", "BASE-2.1-3", "BASE-2.4-2", "BASE-2.4-6"} ELSE {}))

------------------------------------------------------------------------------
(* The daemon's news. INITIAL_CONTACT on a new IKE SA ends the others of   *)
(* the same identity (BASE-2.4-8): protected, so it may be believed.       *)

Predecessors(policy, s, e) ==
  IF policy.initialContact /\ On("BASE-2.4-8")
     /\ \E i \in DOMAIN e.payloads : IsNotify(e.payloads[i], "INITIAL_CONTACT")
  THEN {p \in DOMAIN s.sas : Established(s, p) /\ s.sas[p].identity = e.identity} \ {e.spis}
  ELSE {}

LivenessLifecycle(policy, before, e) ==
  LET s == [before EXCEPT !.sas = Booked(before, e)]
  IN CASE e.type = "SaEstablished" ->
            LET gone == Predecessors(policy, before, e)
                order == Ordered(gone)
            IN Step([s EXCEPT !.sas = Remove(@, gone), !.checks = Remove(@, gone), !.heard = @ \ gone],
                    [i \in DOMAIN order |-> Deleted(before, order[i])],
                    IF gone # {} THEN {"BASE-2.4-8", "BASE-2.4-1"} ELSE {})
       [] e.type \in {"SaClosed", "SaForgotten"} ->
            Step([s EXCEPT !.checks = Remove(@, {e.spis}), !.heard = @ \ {e.spis}], <<>>,
                 IF e.type = "SaForgotten" THEN {"BASE-2.4-9"} ELSE {"QCD-5.3-1"})
       [] OTHER -> Step(s, <<>>, {})

------------------------------------------------------------------------------
LivenessStep(policy, s, e) ==
  CASE e.type = "Received"     -> LivenessReceived(policy, s, e)
    [] e.type = "Protected"    -> LivenessProtected(policy, s, e)
    [] e.type = "ProtectedEsp" -> LivenessProtectedEsp(policy, s, e)
    [] e.type = "TrafficDue"   -> LivenessDue(s, e)
    [] e.type = "Tick"         -> LivenessTick(policy, s)
    [] e.type \in Lifecycle ->
         IF Refusal(s, e) # "" THEN Ignore(s, Refusal(s, e), {}) ELSE LivenessLifecycle(policy, s, e)
    [] e.type = "Rebooted" -> Step(LivenessInit, <<>>, {})
    [] OTHER -> Ignore(s, "NOT_FOR_THIS_ROLE", {})
==============================================================================
