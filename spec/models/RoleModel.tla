------------------------------ MODULE RoleModel ------------------------------
(***************************************************************************)
(* One role alone, in an environment that may offer every event of a       *)
(* bounded alphabet in every state: genuine, forged, stale, malformed.     *)
(* Each edge of such a graph is replayed on the Java role, and the Java    *)
(* role alone must find the same states and the same edges.                *)
(*                                                                         *)
(* MakerModel, TakerModel, PeerXModel and PeerYModel say which events; a   *)
(* configuration says which role, under which policy.                      *)
(***************************************************************************)
EXTENDS Maker, Taker, PeerX, PeerY, Admission, Policy

CONSTANTS
  Role,          \* "maker", "taker", "peerX", "peerY", or "baseline": the peer that keeps its SAs, by IKEv2 alone
  RolePolicy,    \* the policy of the one actor
  Spis,          \* IKE SPI pairs that SAs may get
  Generations    \* the secrets that may come, the first one at start

VARIABLES
  peers,         \* actor -> its role's state; the actor is called after its role
  step           \* what happened: the label of the edge, no part of the state

View == [peers |-> peers]
State == peers[Role]

Start == Admitting(RolePolicy, CASE Role = "maker" -> MakerInit(<<1>>)
                                 [] Role = "taker" -> TakerInit
                                 [] Role = "peerX" -> PeerXInit(<<1>>)
                                 [] Role = "peerY" -> PeerYInit(<<1>>)
                                 [] OTHER          -> LivenessInit)
Respond(s, e) == CASE Role = "maker" -> AdmittedStep(RolePolicy, s, e, MakerStep)
                   [] Role = "taker" -> AdmittedStep(RolePolicy, s, e, TakerStep)
                   [] Role = "peerX" -> AdmittedStep(RolePolicy, s, e, PeerXStep)
                   [] Role = "peerY" -> AdmittedStep(RolePolicy, s, e, PeerYStep)
                   [] OTHER          -> AdmittedStep(RolePolicy, s, e, LivenessStep)

Took(e) ==
  LET r == Respond(State, e)
  IN /\ peers' = [a \in {Role} |-> r.next]
     /\ step' = [action |-> e.type, actor |-> Role, event |-> e, effects |-> r.effects, because |-> r.because]
\* Where there is a draw (BASE-2.21.4-10), each lot of two with everything that is received.
Offer(e) ==
  IF RolePolicy.drawn = 0 \/ e.type # "Received" THEN Took(e) ELSE \E lot \in {0, 1} : Took(WithLot(e, lot))

Init == /\ peers = [a \in {Role} |-> Start]
        /\ step = [action |-> "Init"]

------------------------------------------------------------------------------
(* What the models of both sides offer.                                    *)

Stranger == 9                     \* an SPI pair that no SA ever gets
E == Endpoint("E", 4500)          \* an address that is no peer's

(***************************************************************************)
(* What anybody may send costs what the policy allows and no more: each    *)
(* effect of an unprotected message is paid from the counter that limits   *)
(* it (BASE-2.4-3, BASE-2.21.4-1, BASE-2.21.4-11, QCD-8.1-2, QCD-8.1-3,    *)
(* SIR-3.2.2-5, SIR-4-1, SIR-4.1-1). What the counters may reach stands in each model's *)
(* TypeOK. A limit of 0 is none: there is nothing to claim.                *)
(***************************************************************************)
RECURSIVE Sum(_)
Sum(counts) == IF DOMAIN counts = {} THEN 0
               ELSE LET k == CHOOSE x \in DOMAIN counts : TRUE IN counts[k] + Sum(Remove(counts, {k}))
Counts == {"asked", "verified", "offered", "answeredTo", "reported"}
Counters == {"answered", "told", "hinted"}
Total(s, field) == IF field \notin DOMAIN s THEN 0 ELSE IF field \in Counts THEN Sum(s[field]) ELSE s[field]
\* A tick forgets what was counted, and what it takes up of a draw (BASE-2.21.4-10) is paid anew.
Before(field) == IF step'.event.type = "Tick" THEN 0 ELSE Total(State, field)
Paid(field) == Total(State', field) - Before(field)
Number(types) == Cardinality({i \in DOMAIN step'.effects : step'.effects[i].type \in types})
Outgoing(effects) == {effects[i].message : i \in {j \in DOMAIN effects : effects[j].type = "Send"}}
Logged(reasons) == \E i \in DOMAIN step'.effects : step'.effects[i].type = "Log" /\ step'.effects[i].reason \in reasons

\* What has a hint to one of our own IKE SAs in it, not an answer to a question.
IsReport(effect) ==
  LET payloads == CASE effect.type = "Send" -> effect.message.payloads [] effect.type = "SendProtected" -> effect.payloads [] OTHER -> <<>>
  IN Of(payloads, "INVALID_IKE_SPI") # <<>> \/ Of(payloads, "INVALID_SPI") # <<>>
\* What this step is an answer to: what comes, or what waited for this tick.
AnswersTo == CASE step'.event.type = "Received" -> {step'.event}
             [] step'.event.type = "Tick" /\ RolePolicy.drawn > 0 -> {State.waiting[i] : i \in DOMAIN State.waiting}
             [] OTHER -> {}
\* To the end that asked, from the end that was asked, and not more than a multiple of what was received (BASE-2.21.4-9).
Proportionate(sent) ==
  step'.event.type \in {"Received", "Tick"} => \E e \in AnswersTo :
    /\ sent.to = Ported(e.from) /\ sent.from = Ported(e.to)
    /\ RolePolicy.amplification > 0 =>
         Octets(sent.from, sent.to, sent.message) <= RolePolicy.amplification * Octets(e.from, e.to, e.message)

Free == {"ChildSaDeleted"}      \* no unprotected message causes one
\* Nor a repetition; but a wait asks, or asks again (SIR-3.2.3-3), for each answer whose cookie was right.
OfAWait ==
  IF Role # "peerY" THEN 0 ELSE IF ~RolePolicy.sir.waitChecks THEN 0
  ELSE IF RolePolicy.verifications = 0 THEN 1 ELSE Paid("verified")
\* A verdict may ride on the answer with which an IKE SA begins (SIR-9-1).
Verdicted ==
  Cardinality({i \in DOMAIN step'.effects : step'.effects[i].type = "Accept" /\ Of(step'.effects[i].payloads, "CHECK_SPI") # <<>>})
\* BASE-2.21.4-11: what goes out under one IKE SA is paid for that SA.
UnderWhich == {step'.effects[i].spis : i \in {j \in DOMAIN step'.effects : step'.effects[j].type = "SendProtected"}}
Under(p) == Cardinality({i \in DOMAIN step'.effects : step'.effects[i].type = "SendProtected" /\ step'.effects[i].spis = p})
ReportsPaid(p) == Used(State'.reported, p) - (IF step'.event.type = "Tick" THEN 0 ELSE Used(State.reported, p))
AnswersPaid ==
  /\ Number({"Send", "SendProtected", "Initiate"}) + Verdicted <= Paid("answered") + (IF Role = "peerX" THEN Paid("told") ELSE 0)
  /\ Cardinality({i \in DOMAIN step'.effects : IsReport(step'.effects[i])}) <= Paid("answered")
  /\ \A i \in DOMAIN step'.effects : step'.effects[i].type = "Send" => Proportionate(step'.effects[i])
  /\ RolePolicy.answersToOne > 0 => Paid("answered") = Paid("answeredTo")
  /\ RolePolicy.reports > 0 => \A p \in UnderWhich : Under(p) <= ReportsPaid(p)
  /\ \A m \in Outgoing(step'.effects) : Tokens(m.payloads) # <<>> => Before("answered") < RolePolicy.tokenAnswers
  /\ Number({"IkeSaDeleted"}) = 0
ComparisonsPaid ==
  RolePolicy.verifications > 0 =>
    /\ Logged({"TOKEN_MISMATCH", "COOKIE_INVALID"}) => Paid("verified") = 1
    /\ Number({"Accept"}) <= Paid("verified")
Cost ==
  CASE Role = "maker" ->
         AnswersPaid /\ Number({"Initiate", "Accept"}) = 0
    [] Role = "peerX" ->
         /\ AnswersPaid /\ ComparisonsPaid
         /\ RolePolicy.sir.queries > 0 => Number({"Initiate"}) <= Paid("offered")
    [] Role = "peerY" ->
         /\ ComparisonsPaid /\ Number({"IkeSaDeleted"}) = 0
         /\ Cardinality({i \in DOMAIN step'.effects : step'.effects[i].type = "SendProtected" /\ step'.effects[i].payloads = <<>>})
              + (IF step'.event.type = "Tick" THEN 0 ELSE Number({"Retransmit"})) <= Paid("hinted") + OfAWait
         /\ RolePolicy.sir.queries > 0 =>
              /\ Number({"Send"}) <= Paid("asked")
              /\ Number({"Send", "SendProtected"}) <= Paid("asked") + Paid("hinted") + OfAWait
              /\ RolePolicy.verifications > 0 =>
                   Number({"Send", "SendProtected", "Initiate"}) <= Paid("asked") + Paid("hinted") + Paid("verified")
    [] Role = "taker" ->
         /\ Number({"SendProtected"}) <= Paid("hinted") /\ Number({"Initiate", "Accept"}) = 0
         \* One comparison, and what it showed: of the tokens that are looked at each may be of an IKE SA of its own.
         /\ ComparisonsPaid
         /\ RolePolicy.verifications > 0 =>
              Number({"Send"}) <= Paid("verified") /\ Number({"IkeSaDeleted"}) <= Paid("verified") * RolePolicy.tokensHandled
    [] OTHER ->
         /\ Number({"SendProtected"}) <= Paid("hinted")
         /\ Number({"Initiate", "Accept", "Send", "IkeSaDeleted"}) = 0
\* What came under an IKE SA is from a peer that is authenticated, and may be hostile or loop all the same: a request draws
\* its one answer, under that SA and whatever else is under way (BASE-2.3-2), and nothing else goes out; a response, and
\* traffic, draw nothing (BASE-2.4-7, BASE-3.1-5).
IsAsked(e) == e.type = "Protected" /\ e.exchange = "INFORMATIONAL" /\ ~e.response /\ Known(State, e.spis)
OneAnswerEach ==
  /\ Number({"Send", "Initiate", "Accept", "Retransmit", "IkeSaDeleted"}) = 0
  /\ Number({"SendProtected"}) = (IF IsAsked(step'.event) THEN 1 ELSE 0)
  /\ UnderWhich \subseteq {step'.event.spis : one \in UnderWhich}
  /\ \A i \in DOMAIN step'.effects : step'.effects[i].type = "SendProtected" => step'.effects[i].response
\* And nothing is paid back but by a tick, or by a reboot.
NothingPaidBack ==
  /\ \A f \in Counters \cap DOMAIN State : State'[f] >= State[f]
  /\ \A f \in Counts \cap DOMAIN State : \A a \in DOMAIN State[f] : a \in DOMAIN State'[f] /\ State'[f][a] >= State[f][a]
LimitedProp ==
  [][/\ step'.event.type \in {"Received", "ResumptionAsked"} => Number(Free) = 0 /\ Number({"Retransmit"}) <= OfAWait /\ Cost
     /\ step'.event.type = "Tick" /\ RolePolicy.drawn > 0 => Cost
     /\ step'.event.type \in {"Protected", "ProtectedEsp"} => OneAnswerEach
     /\ step'.event.type \notin {"Tick", "Rebooted"} => NothingPaidBack]_<<peers, step>>

(***************************************************************************)
(* BASE-2.21.4-10, written out by itself. What a limit turned away waits,  *)
(* unless there is no room and nothing that waits has a greater lot; only  *)
(* what has a greater one makes room. Nothing else comes to wait or goes,  *)
(* but by a tick or a reboot.                                              *)
(***************************************************************************)
ComesToWait(e) == \E i \in DOMAIN State'.waiting : State'.waiting[i] = e
WaitsInTurn ==
  /\ Len(State'.waiting) <= RolePolicy.drawn
  /\ \A i, j \in DOMAIN State'.waiting : i < j => State'.waiting[i].lot <= State'.waiting[j].lot
  /\ CASE step'.event.type \in {"Tick", "Rebooted"} -> State'.waiting = <<>>
       [] step'.event.type = "Received" /\ Logged(Limited) ->
            /\ Len(State'.waiting) = Least(Len(State.waiting) + 1, RolePolicy.drawn)
            /\ ComesToWait(step'.event) \/ \A i \in DOMAIN State'.waiting : State'.waiting[i].lot <= step'.event.lot
            /\ \A i \in DOMAIN State.waiting : ComesToWait(State.waiting[i]) \/ State.waiting[i].lot > step'.event.lot
       [] OTHER -> State'.waiting = State.waiting
DrawProp == [][RolePolicy.drawn > 0 => WaitsInTurn]_<<peers, step>>
\* So that the claims are about something: what waited is answered.
ReachTakenUpProp == [][step'.event.type = "Tick" => Number({"Send", "SendProtected"}) = 0]_<<peers, step>>

\* BASE-2.4-1, BASE-2.4-2, BASE-2.4-6: a tick ends an IKE SA only if a liveness check stayed unanswered to the end, after
\* all its transmissions and the whole of the last interval, and does one thing with each. Written out here by itself:
\* the intervals of the models double.
RECURSIVE Power(_)
Power(n) == IF n = 0 THEN 1 ELSE 2 * Power(n - 1)
Doubled(n) == Least(RolePolicy.longest, RolePolicy.interval * Power(n - 1))
SpiOf(effect) == IF effect.type = "Initiate" THEN effect.replaces ELSE effect.spis
Waited(p) == p \in DOMAIN State.checks /\ State.checks[p].age + 1 >= Doubled(State.checks[p].sent)
OneByOneProp ==
  [][step'.event.type = "Tick" =>
       /\ \A i, j \in DOMAIN step'.effects : SpiOf(step'.effects[i]) = SpiOf(step'.effects[j]) => i = j
       /\ \A i \in DOMAIN step'.effects : step'.effects[i].type \in {"IkeSaDeleted", "Retransmit"} => Waited(step'.effects[i].spis)
       /\ \A i \in DOMAIN step'.effects : step'.effects[i].type = "IkeSaDeleted" =>
            RolePolicy.givesUp /\ State.checks[step'.effects[i].spis].sent >= RolePolicy.tries]_<<peers, step>>

\* What is not in UDP has port 0 at both ends.
Straight(end) == [end EXCEPT !.port = 0]
Noise(to) == {Received(E, to, m) : m \in {Keepalive} \cup {Malformed(r) : r \in DOMAIN MalformedReasons \ {"AH_TOO_SHORT"}}}
             \cup {Received(Straight(E), Straight(to), Malformed("AH_TOO_SHORT"))}

------------------------------------------------------------------------------
Policies == [a \in {Role} |-> RolePolicy]
Roles == [a \in {Role} |-> Role]
ByTokens == CASE Role = "maker" -> RolePolicy.maker
              [] Role = "taker" -> RolePolicy.taker
              [] OTHER          -> FALSE
BySir == Role \in {"peerX", "peerY"}
About == [kind |-> "role", protocol |-> IF BySir THEN "sir" ELSE IF ByTokens THEN "qcd" ELSE "baseline",
          deployment |-> "single", attacker |-> "in-the-middle",
          parameters |-> [text |-> IF BySir THEN "sir-03" ELSE RolePolicy.text, method |-> RolePolicy.method,
                         reading |-> OtherReadings(RolePolicy)]]
==============================================================================
