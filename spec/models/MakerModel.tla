----------------------------- MODULE MakerModel ------------------------------
(* The token maker, or with maker = FALSE in its policy the baseline peer   *)
(* that lost its SAs, under every event of a bounded alphabet.              *)
EXTENDS RoleModel

CONSTANTS
  Homes,         \* addresses that the peers of these SAs may have
  Remote,        \* the SPI pairs that may be alive on other members of the cluster
  Offers         \* "all" datagrams; "few", so that there may be many secrets; "esp" in the first place

B == Endpoint("B", 4500)
Sources == {Endpoint(a, 4500) : a \in Homes} \cup {E}

\* Requests and responses, protected and not, with SPIs that may be known or not.
Requests == {Ike(p, "INFORMATIONAL", TRUE, FALSE, 2, <<Sk>>) : p \in Spis \cup {Stranger}}
Ikes ==
  {Ike(p, x, TRUE, r, 2, <<Sk>>) : p \in Spis \cup {Stranger}, x \in {"IKE_AUTH", "INFORMATIONAL"}, r \in BOOLEAN}
  \cup {Ike(p, "CREATE_CHILD_SA", FALSE, FALSE, 2, <<Sk>>) : p \in Spis \cup {Stranger}}
  \cup {Ike(p, "IKE_SA_INIT", TRUE, FALSE, 0, b) : p \in Spis, b \in {<<Other>>, <<Sk>>}}
  \cup {Ike(p, "INFORMATIONAL", TRUE, FALSE, 2, b) :
          p \in Spis, b \in {<<>>, <<Notify("INVALID_IKE_SPI")>>, <<Other, Sk>>}}
Esps == {Esp(c) : c \in {"b1", "b2", "b3", "a1", "zz"}}
\* What cannot be a genuine request under an IKE SA, or is answered at another datagram (READING-6, READING-18).
Odd ==
  {Ike(p, x, TRUE, FALSE, 2, <<Sk>>) : p \in {1, Stranger}, x \in {"IKE_SESSION_RESUME", "GSA_AUTH", "GSA_REGISTRATION",
     "GSA_REKEY", "IKE_INTERMEDIATE", "IKE_FOLLOWUP_KE"}}
  \cup {Ike(Stranger, x, i, FALSE, n, <<Sk>>) : x \in {"IKE_AUTH", "INFORMATIONAL"}, i \in BOOLEAN, n \in {0, 1}}
  \cup {Ike(0, "INFORMATIONAL", TRUE, FALSE, 2, <<Sk>>)}
  \cup {Ike(Stranger, "INFORMATIONAL", TRUE, FALSE, 2, <<Skf(n, 3)>>) : n \in 1..3}
Datagrams ==
  CASE Offers = "few" -> {Received(f, B, m) : f \in Sources, m \in Requests}
    [] Offers = "esp" -> {Received(f, B, m) : f \in Sources, m \in Requests \cup Esps}
    [] OTHER ->
       {Received(f, B, m) : f \in Sources, m \in Ikes \cup Esps}
       \cup {Received(Endpoint(a, 4501), B, m) : a \in Homes, m \in Esps}             \* another port
       \cup {Received(Straight(f), Straight(B), m) : f \in Sources, m \in Esps}      \* ESP and AH that are not in UDP
       \cup {Received(Straight(f), Straight(B), Ah(c)) : f \in Sources, c \in {"b1", "zz"}}
       \cup {Received(E, Endpoint("B", 500), m) : m \in Requests}   \* without the non-ESP marker
       \cup {Received(Endpoint("E", 500), B, m) : m \in Requests}   \* nor here
       \cup {Received(E, B, m) : m \in Odd}
       \cup Noise(B)

\* The maker initiated the IKE SA that has pair 1, by itself or by a rekey, and answered for the one that has pair 2.
Initiated(p) == p = 1 /\ Offers # "esp"
\* A second child SA, as a rekey brings it.
Added == [in |-> "b3", out |-> "a3"]
Lives ==
  {SaHalfOpen(p, B, Endpoint(a, 4500), Initiated(p)) : p \in Spis, a \in Homes}
  \cup {SaEstablished(p, "alice", {MakersChild(p)}, <<>>) : p \in Spis}
  \cup {SaRekeyed(p, q, Initiated(q), <<>>) : p \in Spis, q \in Spis}
  \cup {SaClosed(p) : p \in Spis} \cup {SaForgotten(p) : p \in Spis}
  \cup {AddressChanged(p, B, Endpoint(a, 4500), c) : p \in Spis, a \in Homes,
          c \in IF Cardinality(Homes) = 1 THEN {"request"} ELSE {"request", "self", "nat"}}
  \cup (IF Offers # "esp" THEN {} ELSE {ChildSaCreated(1, Added)} \cup {ChildSaClosed(1, c) : c \in {"b1", "b3"}})

\* A copy of an SA comes from a member with the same secrets, newest generation or oldest.
Imports ==
  IF Offers # "all" THEN {}
  ELSE {SaImported(p, B, Endpoint(a, 4500), Initiated(p), "alice", {MakersChild(p)}, g) :
          p \in Spis, a \in Homes, g \in {0} \cup {State.secrets[i] : i \in DOMAIN State.secrets}}

\* The next generation, and one that is not newer.
Newest == IF State.secrets = <<>> THEN 0 ELSE State.secrets[1]
Rolls == ({Newest + 1} \cap Generations) \cup {1}

Rest ==
  Imports \cup {SecretRolled(g) : g \in Rolls}
  \cup {Rebooted(<<>>)} \cup {Rebooted(State.secrets)}
  \cup {ActiveElsewhere(p, b) : p \in Remote, b \in BOOLEAN}
  \cup {Protected(p, "INFORMATIONAL", r, <<>>) : p \in Spis, r \in BOOLEAN}
  \cup {Protected(1, "CREATE_CHILD_SA", FALSE, <<>>)}
  \cup {Tick, TrafficDue(1), ProtectedEsp("b1")}

Fixed == Datagrams \cup Lives
Next == (\E e \in Fixed : Offer(e)) \/ (\E e \in Rest : Offer(e))
Spec == Init /\ [][Next]_<<peers, step>>

------------------------------------------------------------------------------
TypeOK ==
  /\ \A p \in DOMAIN State.sas :
       /\ State.sas[p].phase \in {"half-open", "established"}
       /\ State.sas[p].tokens = <<>>
       /\ State.sas[p].phase = "half-open" => State.sas[p].children = {}
  /\ Len(State.secrets) <= RolePolicy.generations
  /\ State.answered \in 0..RolePolicy.answers
  /\ \A a \in DOMAIN State.answeredTo : State.answeredTo[a] \in 1..RolePolicy.answersToOne
  /\ Cardinality(DOMAIN State.answeredTo \ {"others"}) <= RolePolicy.sources
  /\ \A p \in DOMAIN State.reported : State.reported[p] \in 1..RolePolicy.reports
  \* QCD-8.2-1: what is kept of lost IKE SAs is bounded.
  /\ Cardinality({State.childMap[c] : c \in DOMAIN State.childMap} \ DOMAIN State.sas) <= RolePolicy.childMapLost

\* The token of an SA can always be made again: QCD-5-3, QCD-4.4-1. A half-open one is seen to when it opens.
RegenerableInv ==
  RolePolicy.maker => \A p \in {q \in DOMAIN State.sas : Established(State, q)} :
    LET g == State.sas[p].secret
    IN g # 0 => \E i \in DOMAIN State.secrets : State.secrets[i] = g

\* What an IKE SA's record says of its token was handed out under it, or under the one it replaces, and no other (QCD-4.4-1);
\* and with method 5.2 whoever moves gets a new one, told of or not.
Handed(p, secret) ==
  \E i \in DOMAIN step'.effects :
    /\ step'.effects[i].type = "SendProtected"
    /\ step'.effects[i].spis \in {p} \cup (IF step'.event.type = "SaRekeyed" THEN {step'.event.old} ELSE {})
    /\ LET given == Tokens(step'.effects[i].payloads)
       IN given # <<>> /\ given[1].token = Token(secret, p, IF RolePolicy.method = "5.2" THEN State'.sas[p].peer.address ELSE "any")
HandedOutProp ==
  [][\A p \in DOMAIN State'.sas :
       LET after == State'.sas[p]
           before == IF p \in DOMAIN State.sas THEN State.sas[p] ELSE after
       IN \/ p \notin DOMAIN State.sas /\ (after.secret = 0 \/ step'.event.type = "SaImported")
          \/ p \in DOMAIN State.sas /\ after.secret = before.secret
             /\ (RolePolicy.method = "5.2" /\ before.secret # 0 => after.peer.address = before.peer.address)
          \/ Handed(p, after.secret)]_<<peers, step>>

\* No datagram changes more than what is counted: no SA, no list, no map, no secret.
NothingKeptProp ==
  [][step'.event.type = "Received" =>
       [Alone(State') EXCEPT !.answered = State.answered, !.answeredTo = State.answeredTo,
                             !.reported = State.reported] = Alone(State)]_<<peers, step>>

\* QCD-9.2-1, QCD-9.2-2, at the moment of sending.
Shown(effects) ==
  UNION {IF effects[i].type = "Send"
         THEN {Tokens(effects[i].message.payloads)[j].token.spis : j \in DOMAIN Tokens(effects[i].message.payloads)}
         ELSE {} : i \in DOMAIN effects}
NoTokenForExistingSaProp ==
  [][Shown(step'.effects) \cap (DOMAIN State.sas \cup State.elsewhere) = {}]_<<peers, step>>

------------------------------------------------------------------------------
(* Policies for the configurations.                                        *)
Few == [Small EXCEPT !.tokenAnswers = 1, !.answers = 2, !.generations = 2]
Method51 == Few
Method52 == [Few EXCEPT !.method = "5.2"]
Rollover == [Few EXCEPT !.generations = 4, !.answers = 1]
\* The bound on answers off: the answer to one small request has all four tokens.
Unbounded == [Rollover EXCEPT !.amplification = 0]
ChildMap == [Few EXCEPT !.childMap = TRUE, !.generations = 1, !.answers = 1]
Hinting  == [Few EXCEPT !.maker = FALSE, !.reports = 1]
Each == [Few EXCEPT !.answersToOne = 1, !.sources = 1]
Drawn == [Few EXCEPT !.drawn = 1]
DrawnTwo == [Few EXCEPT !.answers = 1, !.generations = 1, !.drawn = 2]
NoIkeAuth == [Few EXCEPT !.answerIkeAuth = FALSE]
HalfOpenUnknown == [Few EXCEPT !.halfOpenExists = FALSE]
==============================================================================
