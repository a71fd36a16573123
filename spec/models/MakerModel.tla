----------------------------- MODULE MakerModel ------------------------------
(***************************************************************************)
(* The token maker alone, in an environment that may offer every event of  *)
(* a bounded alphabet in every state: genuine, forged, stale, malformed.   *)
(* Each edge of this graph is replayed on the Java maker, and the Java     *)
(* maker alone must find the same states and the same edges.               *)
(***************************************************************************)
EXTENDS Maker, Policy

CONSTANTS
  MakerPolicy,   \* the policy of the one actor
  Spis,          \* IKE SPI pairs that SAs may get
  Homes,         \* addresses that the peers of these SAs may have
  Remote,        \* the SPI pairs that may be alive on other members of the cluster
  Generations    \* the secrets that may come, the first one at start

VARIABLES peers, step
View == peers

B == Endpoint("B", 4500)
Sources == {Endpoint(a, 4500) : a \in Homes \cup {"E"}}
Child(spis) == [in |-> IF spis = 1 THEN "a1" ELSE "a2", out |-> IF spis = 1 THEN "b1" ELSE "b2"]
Stranger == 9      \* an SPI pair that no SA ever gets

\* Requests and responses, protected and not, with SPIs that may be known or not.
Ikes ==
  {Ike(p, x, TRUE, r, 2, <<Sk>>) : p \in Spis \cup {Stranger}, x \in {"IKE_AUTH", "INFORMATIONAL"}, r \in BOOLEAN}
  \cup {Ike(p, "CREATE_CHILD_SA", FALSE, FALSE, 2, <<Sk>>) : p \in Spis \cup {Stranger}}
  \cup {Ike(p, "IKE_SA_INIT", TRUE, FALSE, 0, b) : p \in Spis, b \in {<<Other>>, <<Sk>>}}
  \cup {Ike(p, "INFORMATIONAL", TRUE, FALSE, 2, b) :
          p \in Spis, b \in {<<>>, <<Notify("INVALID_IKE_SPI")>>, <<Sk, Other>>, <<Other, Sk>>}}
Esps == {Esp(c) : c \in {"a1", "a2", "b1", "zz"}}
Datagrams ==
  {Received(f, B, m) : f \in Sources, m \in Ikes \cup Esps}
  \cup {Received(Endpoint(a, p), B, m) :                 \* other ports, and ESP that is not in UDP
           a \in Homes, p \in {0, 500}, m \in Esps}
  \cup {Received(Endpoint("E", 4500), B, m) : m \in {Keepalive} \cup {Malformed(r) : r \in DOMAIN MalformedReasons}}

Lives ==
  {SaHalfOpen(p, Endpoint(a, 4500), i) : p \in Spis, a \in Homes, i \in BOOLEAN}
  \cup {SaEstablished(p, "alice", i, {Child(p)}, <<>>) : p \in Spis, i \in BOOLEAN}
  \cup {SaRekeyed(p, q, i, <<>>) : p \in Spis, q \in Spis, i \in BOOLEAN}
  \cup {SaClosed(p) : p \in Spis} \cup {SaForgotten(p) : p \in Spis}
  \cup {AddressChanged(p, Endpoint(a, 4500)) : p \in Spis, a \in Homes}

Rest ==
  {SecretRolled(g) : g \in Generations}
  \cup {Rebooted(<<>>)} \cup {Rebooted(peers.maker.secrets)}
  \cup {ActiveElsewhere(p, b) : p \in Remote, b \in BOOLEAN}
  \cup {Tick, TrafficDue(1), ProtectedEsp("a1"), Protected(1, "INFORMATIONAL", FALSE, <<>>)}

Fixed == Datagrams \cup Lives

Offer(e) ==
  LET r == MakerStep(MakerPolicy, peers.maker, e)
  IN /\ peers' = [maker |-> r.next]
     /\ step' = [action |-> e.type, actor |-> "maker", event |-> e, effects |-> r.effects, because |-> r.because]

Init == /\ peers = [maker |-> MakerInit(<<1>>)]
        /\ step = [action |-> "Init"]
Next == (\E e \in Fixed : Offer(e)) \/ (\E e \in Rest : Offer(e))
Spec == Init /\ [][Next]_<<peers, step>>

Policies == [maker |-> MakerPolicy]

------------------------------------------------------------------------------
TypeOK ==
  LET s == peers.maker
  IN /\ \A p \in DOMAIN s.sas :
          /\ s.sas[p].phase \in {"half-open", "established"}
          /\ s.sas[p].tokens = <<>>
          /\ s.sas[p].phase = "half-open" => s.sas[p].children = {}
     /\ Len(s.secrets) <= MakerPolicy.generations
     /\ s.answered \in 0..MakerPolicy.answers

\* The token of an SA can always be made again: QCD-5-3, QCD-4.4-1.
RegenerableInv ==
  \A p \in DOMAIN peers.maker.sas :
    LET g == peers.maker.sas[p].secret
    IN g # 0 => \E i \in DOMAIN peers.maker.secrets : peers.maker.secrets[i] = g

\* QCD-9.2-1, QCD-9.2-2, at the moment of sending.
Shown(effects) ==
  UNION {IF effects[i].type = "Send"
         THEN {Tokens(effects[i].message.payloads)[j].token.spis : j \in DOMAIN Tokens(effects[i].message.payloads)}
         ELSE {} : i \in DOMAIN effects}
NoTokenForExistingSaProp ==
  [][step'.actor = "maker" =>
       Shown(step'.effects) \cap (DOMAIN peers.maker.sas \cup peers.maker.elsewhere) = {}]_<<peers, step>>

------------------------------------------------------------------------------
(* Policies for the configurations.                                        *)
Few == [Rfc6290 EXCEPT !.tokenAnswers = 1, !.answers = 2, !.generations = 2]
Method51 == Few
Method52 == [Few EXCEPT !.method = "5.2"]
Rollover == [Few EXCEPT !.generations = 4]
ChildMap == [Few EXCEPT !.childMap = TRUE, !.generations = 1]
Hinting  == [Few EXCEPT !.maker = FALSE]
NoIkeAuth == [Few EXCEPT !.answerIkeAuth = FALSE]
==============================================================================