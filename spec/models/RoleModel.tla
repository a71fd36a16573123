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
EXTENDS Maker, Taker, PeerX, PeerY, Policy

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

Start == CASE Role = "maker" -> MakerInit(<<1>>)
           [] Role = "taker" -> TakerInit
           [] Role = "peerX" -> PeerXInit(<<1>>)
           [] Role = "peerY" -> PeerYInit(<<1>>)
           [] OTHER          -> LivenessInit
Respond(s, e) == CASE Role = "maker" -> MakerStep(RolePolicy, s, e)
                   [] Role = "taker" -> TakerStep(RolePolicy, s, e)
                   [] Role = "peerX" -> PeerXStep(RolePolicy, s, e)
                   [] Role = "peerY" -> PeerYStep(RolePolicy, s, e)
                   [] OTHER          -> LivenessStep(RolePolicy, s, e)

Offer(e) ==
  LET r == Respond(State, e)
  IN /\ peers' = [a \in {Role} |-> r.next]
     /\ step' = [action |-> e.type, actor |-> Role, event |-> e, effects |-> r.effects, because |-> r.because]

Init == /\ peers = [a \in {Role} |-> Start]
        /\ step = [action |-> "Init"]

------------------------------------------------------------------------------
(* What the models of both sides offer.                                    *)

Stranger == 9                     \* an SPI pair that no SA ever gets
E == Endpoint("E", 4500)          \* an address that is no peer's

\* The limits take from every unprotected input that is acted upon (BASE-2.4-3, BASE-2.21.4-1, SIR-4-1): each thing sent or
\* begun, each check of a token or a cookie. What the counters may reach stands in each model's TypeOK.
RECURSIVE Sum(_)
Sum(counts) == IF DOMAIN counts = {} THEN 0
               ELSE LET k == CHOOSE x \in DOMAIN counts : TRUE IN counts[k] + Sum(Remove(counts, {k}))
Total(s, field) == IF field \notin DOMAIN s THEN 0
                   ELSE IF field \in {"asked", "verified"} THEN Sum(s[field]) ELSE s[field]
Spent(s) == Total(s, "answered") + Total(s, "told") + Total(s, "hinted") + Total(s, "asked") + Total(s, "verified")
\* Said only of the messages that the models offer. None of these has tokens of two IKE SAs, one named by the header and one
\* by INVALID_SPI: it costs one comparison and ends both. And a step counts as paid whichever counter paid.
\* A limit of 0 is none: what has none is not claimed to be limited.
Limited ==
  {"Send", "SendProtected", "Retransmit", "Initiate", "Accept", "IkeSaDeleted", "ChildSaDeleted"} \
  ((IF RolePolicy.verifications > 0 THEN {} ELSE {"Accept", "IkeSaDeleted"} \cup (IF Role = "peerY" THEN {"Initiate"} ELSE {}))
   \cup (IF RolePolicy.sir.queries > 0 \/ Role # "peerY" THEN {} ELSE {"Send", "SendProtected", "Initiate"}))
Number(effects, types) == Cardinality({i \in DOMAIN effects : effects[i].type \in types})
\* The farewell of qcd-06 goes with a deletion, one with each, and that is limited where comparisons are.
Acts(effects) ==
  LET ended == IF Role = "taker" THEN Number(effects, {"IkeSaDeleted"}) ELSE 0
      sent == Number(effects, {"Send"} \cap Limited)
  IN Number(effects, Limited \ {"Send"}) + (IF sent > ended THEN sent - ended ELSE 0)
LimitedProp ==
  [][step'.event.type \in {"Received", "ResumptionAsked"} =>
       Acts(step'.effects) <= Spent(State') - Spent(State)]_<<peers, step>>

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
