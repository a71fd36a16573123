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
Esps == {Esp(c) : c \in {"b1", "b2", "a1", "zz"}}
Datagrams ==
  CASE Offers = "few" -> {Received(f, B, m) : f \in Sources, m \in Requests}
    [] Offers = "esp" -> {Received(f, B, m) : f \in Sources, m \in Requests \cup Esps}
    [] OTHER ->
       {Received(f, B, m) : f \in Sources, m \in Ikes \cup Esps}
       \cup {Received(Endpoint(a, p), B, m) :               \* other ports, and ESP that is not in UDP
                a \in Homes, p \in {0, 500}, m \in Esps}
       \cup {Received(Endpoint("E", 0), Endpoint("B", 0), m) : m \in Esps}
       \cup {Received(E, Endpoint("B", 500), m) : m \in Requests}   \* without the non-ESP marker
       \cup Noise(B)

Sides == IF Offers = "esp" THEN {FALSE} ELSE BOOLEAN      \* whether the maker is the initiator
Lives ==
  {SaHalfOpen(p, Endpoint(a, 4500), i) : p \in Spis, a \in Homes, i \in Sides}
  \cup {SaEstablished(p, "alice", i, {MakersChild(p)}, <<>>) : p \in Spis, i \in Sides}
  \cup {SaRekeyed(p, q, i, <<>>) : p \in Spis, q \in Spis, i \in Sides}
  \cup {SaClosed(p) : p \in Spis} \cup {SaForgotten(p) : p \in Spis}
  \cup {AddressChanged(p, Endpoint(a, 4500)) : p \in Spis, a \in Homes}

\* A copy of an SA comes from a member with the same secrets, newest generation or oldest.
Imports ==
  IF Offers # "all" THEN {}
  ELSE {SaImported(p, Endpoint(a, 4500), "alice", {MakersChild(p)}, g) :
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

\* The token of an SA can always be made again: QCD-5-3, QCD-4.4-1. A half-open one is seen to when it opens.
RegenerableInv ==
  RolePolicy.maker => \A p \in {q \in DOMAIN State.sas : Established(State, q)} :
    LET g == State.sas[p].secret
    IN g # 0 => \E i \in DOMAIN State.secrets : State.secrets[i] = g

\* QCD-9.2-1, QCD-9.2-2, at the moment of sending.
Shown(effects) ==
  UNION {IF effects[i].type = "Send"
         THEN {Tokens(effects[i].message.payloads)[j].token.spis : j \in DOMAIN Tokens(effects[i].message.payloads)}
         ELSE {} : i \in DOMAIN effects}
NoTokenForExistingSaProp ==
  [][Shown(step'.effects) \cap (DOMAIN State.sas \cup State.elsewhere) = {}]_<<peers, step>>

------------------------------------------------------------------------------
(* Policies for the configurations.                                        *)
Few == [Rfc6290 EXCEPT !.tokenAnswers = 1, !.answers = 2, !.generations = 2]
Method51 == Few
Method52 == [Few EXCEPT !.method = "5.2"]
Rollover == [Few EXCEPT !.generations = 4, !.answers = 1]
ChildMap == [Few EXCEPT !.childMap = TRUE, !.generations = 1]
Hinting  == [Few EXCEPT !.maker = FALSE]
NoIkeAuth == [Few EXCEPT !.answerIkeAuth = FALSE]
HalfOpenUnknown == [Few EXCEPT !.halfOpenExists = FALSE]
==============================================================================
