----------------------------- MODULE PeerXModel ------------------------------
(* Peer X of stateless recovery, under every event of a bounded alphabet.   *)
EXTENDS RoleModel

CONSTANTS
  Identities,    \* of the peer of IKE SA 2, which may be another one
  Listed         \* TRUE: it is told what other members of its cluster have

A == Endpoint("A", 4500)
B == Endpoint("B", 4500)
Sources == {A, E}

\* Y's cookie as X sees it: opaque, to be reflected; one made for these SPIs, and one made for others.
Asked(p, c) == CheckSpi("QUERY", p, Cookie(1, c, A, B))
Queries ==
  {InClear(p, TRUE, FALSE, <<Asked(q, q)>>) : p \in Spis, q \in Spis \cup {Stranger}}
  \cup {InClear(1, TRUE, FALSE, <<Asked(1, Stranger)>>), InClear(Stranger, FALSE, FALSE, <<Asked(Stranger, Stranger)>>),
        InClear(1, TRUE, FALSE, <<CheckSpi("QUERY", 1, NoCookie)>>),
        InClear(1, TRUE, FALSE, <<Other, Asked(2, 2)>>),
        InClear(1, TRUE, FALSE, <<CheckChild("QUERY", "b1")>>)}
NoQueries ==
  {InClear(p, FALSE, TRUE, <<CheckSpi(t, p, Cookie(1, p, B, A))>>) : p \in {1, Stranger}, t \in {"ACK", "NACK"}}
  \cup {InClear(1, FALSE, TRUE, <<LoneCookie(OwnCookie(1, A))>>)}
  \cup {InClear(1, TRUE, FALSE, <<BrokenCheckSpi(f)>>) : f \in {"cookie-size", "subtype", "spi-size", "short"}}

\* IKE_SA_INIT, plain or with a cookie: ours for this end, of another generation, for another end, cut.
Inits ==
  {Ike(p, "IKE_SA_INIT", TRUE, FALSE, 0, b) : p \in {2, Stranger},
     b \in {<<Other>>} \cup {<<CookieNotify(c), Other>> :
              c \in {OwnCookie(1, A), OwnCookie(2, A), OwnCookie(1, E), [OwnCookie(1, A) EXCEPT !.octets = "first8"],
                     Cookie(1, 1, A, B)}}}
Requests ==
  {Ike(p, x, TRUE, r, 2, <<Sk>>) : p \in Spis \cup {Stranger}, x \in {"IKE_AUTH", "INFORMATIONAL"}, r \in BOOLEAN}
  \cup {Ike(p, "INFORMATIONAL", TRUE, FALSE, 2, b) : p \in Spis, b \in {<<>>, <<Notify("INVALID_IKE_SPI")>>, <<Other>>}}
Esps == {Esp(c) : c \in {"b1", "b2", "b3", "a1", "zz"}}

\* The same as above in exchanges and directions in which it is nothing to act upon, and on IKE_SA_INIT with a cookie (SIR-9-1).
Odd ==
  {Ike(1, x, TRUE, r, 0, <<Asked(1, 1)>>) : x \in {"IKE_SA_INIT", "IKE_AUTH", "INFORMATIONAL", "IKE_SESSION_RESUME"}, r \in BOOLEAN}
  \cup {Ike(Stranger, "IKE_SA_INIT", TRUE, r, 0, <<CookieNotify(c), Asked(p, p)>>) :
          r \in BOOLEAN, p \in {1, Stranger}, c \in {OwnCookie(1, A), OwnCookie(1, E)}}
  \cup {Ike(Stranger, "IKE_SA_INIT", FALSE, TRUE, 0, <<CookieNotify(OwnCookie(1, A))>>)}
  \cup {Ike(Stranger, "INFORMATIONAL", TRUE, FALSE, 2, <<Skf(n, 3)>>) : n \in {1, 3}}
  \* A cookie of ours in an exchange that begins no IKE SA, by itself and beside a question. One model that looks at both is enough.
  \cup (IF ~RolePolicy.sir.collapsed THEN {}
        ELSE {Ike(Stranger, "INFORMATIONAL", TRUE, FALSE, 0, <<CookieNotify(OwnCookie(1, A))>> \o b) : b \in {<<>>, <<Asked(1, 1)>>}})

\* Where there is a draw: of each limit some.
Drawable ==
  {InClear(1, TRUE, FALSE, <<Asked(1, 1)>>), Ike(1, "INFORMATIONAL", TRUE, FALSE, 2, <<Sk>>), Esp("zz"),
   Ike(Stranger, "INFORMATIONAL", TRUE, FALSE, 2, <<Sk>>), Ike(Stranger, "IKE_SA_INIT", TRUE, FALSE, 0, <<CookieNotify(OwnCookie(1, A)), Other>>)}
Datagrams ==
  IF RolePolicy.drawn > 0 THEN {Received(f, B, m) : f \in Sources, m \in Drawable}
  ELSE {Received(f, B, m) : f \in Sources, m \in Queries \cup Requests \cup Inits \cup Esps}
  \cup {Received(E, B, m) : m \in NoQueries} \cup {Received(A, B, m) : m \in Odd}
  \cup {Received(Straight(A), Straight(B), m) : m \in {Esp("zz"), Ah("zz"), Ah("b1")}}
  \cup {Received(E, Endpoint("B", 500), InClear(1, TRUE, FALSE, <<Asked(1, 1)>>))}
  \cup Noise(B)

Lives ==
  {SaHalfOpen(p, B, A, FALSE) : p \in Spis}
  \cup {SaEstablished(1, "alice", {MakersChild(1)}, t) : t \in {<<>>, <<VendorId>>}}
  \cup {SaEstablished(p, i, {MakersChild(p)}, <<>>) : p \in Spis \ {1}, i \in Identities}
  \cup (IF RolePolicy.sir.lingering = 0 THEN {}
        ELSE {ChildSaCreated(1, [in |-> "b3", out |-> "a3"]), ChildSaClosed(1, "b3"), ChildSaClosed(1, "zz")})
  \cup {SaRekeyed(p, q, FALSE, <<>>) : p \in Spis, q \in Spis}
  \cup {SaImported(1, B, A, FALSE, "alice", {MakersChild(1)}, 0), AddressChanged(1, B, Endpoint("A2", 500), "nat")}
  \cup {SaClosed(p) : p \in Spis} \cup {SaForgotten(p) : p \in Spis}

\* A new generation, and one that is not newer.
Newest == IF State.secrets = <<>> THEN 0 ELSE State.secrets[1]
Rolls == ({Newest + 1} \cap Generations) \cup {1}

Resumptions ==
  {ResumptionAsked(A, B, 2, p, i, 0, t, o, Cookie(1, p, A, B)) :
     i \in BOOLEAN, p \in {1, Stranger}, t \in {"good", "bad", "refused"}, o \in {OwnCookie(1, A), OwnCookie(1, E)}}
Rest ==
  {SecretRolled(g) : g \in Rolls} \cup {Rebooted(<<>>), Rebooted(<<1>>)}
  \cup {Protected(p, "INFORMATIONAL", r, b) : p \in Spis, r \in BOOLEAN,
          b \in {<<>>, <<CheckChild("QUERY", "b1")>>, <<CheckSpi("QUERY", 1, Cookie(1, 1, A, B))>>}}
  \cup {Protected(1, "CREATE_CHILD_SA", FALSE, <<CheckChild("QUERY", "b1")>>)}
  \cup Resumptions
  \cup {Tick, TrafficDue(1), ProtectedEsp("b1"), SaReplaced(1, 2), SaNotReplaced(1)}
  \cup (IF Listed THEN {ActiveElsewhere(p, a) : p \in {1, Stranger}, a \in BOOLEAN} ELSE {})

Fixed == Datagrams \cup Lives
Next == (\E e \in Fixed : Offer(e)) \/ (\E e \in Rest : Offer(e))
Spec == Init /\ [][Next]_<<peers, step>>

------------------------------------------------------------------------------
TypeOK ==
  /\ \A p \in DOMAIN State.sas : State.sas[p].phase \in {"half-open", "established"} /\ State.sas[p].tokens = <<>>
  /\ Len(State.secrets) <= RolePolicy.generations
  /\ State.answered \in 0..RolePolicy.answers /\ State.told \in 0..RolePolicy.sir.verdicts
  /\ \A a \in DOMAIN State.answeredTo : State.answeredTo[a] \in 1..RolePolicy.answersToOne
  /\ \A a \in DOMAIN State.verified : State.verified[a] \in 1..RolePolicy.verifications
  /\ Cardinality(DOMAIN State.answeredTo \ {"others"}) <= RolePolicy.sources
  /\ \A p \in DOMAIN State.reported : State.reported[p] \in 1..RolePolicy.reports
  /\ Cardinality(DOMAIN State.verified \ {"others"}) <= RolePolicy.sources
  /\ \A c \in DOMAIN State.lingering : State.lingering[c] \in 1..RolePolicy.sir.lingering
  /\ DOMAIN State.offered \subseteq RolePolicy.sir.initiatesTo
  /\ \A a \in DOMAIN State.offered : State.offered[a] \in 1..RolePolicy.sir.queries

\* In the clear, under protection, and on an IKE SA that begins.
PayloadsOf(effect) ==
  CASE effect.type = "Send" -> effect.message.payloads
    [] effect.type \in {"SendProtected", "Initiate", "Accept"} -> effect.payloads
    [] OTHER -> <<>>
Verdicts ==
  UNION {LET all == PayloadsOf(step'.effects[i]) IN {all[k] : k \in {n \in DOMAIN all : IsNotify(all[n], "CHECK_SPI")}} :
           i \in DOMAIN step'.effects}
Said(subtype) == {c \in Verdicts : AboutIkeSa(c) /\ c.subtype = subtype}

\* SIR-3.2.1-1, SIR-3.2.1-2: NACK only for an SA that is not there, not even half open, nor at another member.
NoFalseNackProp == [][\A c \in Said("NACK") : ~Known(State, c.spis) /\ c.spis \notin State.elsewhere]_<<peers, step>>
\* SIR-3.4.2-4: under protection alone, and for a child SA that this peer has, or has not, under one of its IKE SAs.
HasChild(p, child) == \E q \in OwnersOfInbound(State, child) : State.sas[q].identity = State.sas[p].identity
TrueOfChild(effect) ==
  LET all == PayloadsOf(effect)
  IN \A k \in DOMAIN all : IsNotify(all[k], "CHECK_SPI") /\ all[k].child # "" =>
       effect.type = "SendProtected" /\ (all[k].subtype = "ACK") = HasChild(effect.spis, all[k].child)
NoFalseChildVerdictProp == [][\A i \in DOMAIN step'.effects : TrueOfChild(step'.effects[i])]_<<peers, step>>
NoFalseAckProp  == [][\A c \in Said("ACK") : Known(State, c.spis) \/ c.spis \in State.elsewhere]_<<peers, step>>

\* SIR-3.2.2-8: the cookie comes back unchanged, to whoever asked.
ReflectsProp ==
  [][\A c \in Said("NACK") \cup Said("ACK") :
       IF step'.event.type = "ResumptionAsked" THEN c.cookie = step'.event.cookie
       ELSE \E e \in AnswersTo : e.message.kind = "ike" /\ \E i \in DOMAIN e.message.payloads :
              IsNotify(e.message.payloads[i], "CHECK_SPI") /\ e.message.payloads[i].cookie = c.cookie
    ]_<<peers, step>>

\* Nothing is kept for an answer (SIR-3.2.2-6): of a datagram the state shows at most that it was answered.
StatelessProp ==
  [][step'.event.type = "Received" => [Alone(State') EXCEPT !.answered = State.answered, !.answeredTo = State.answeredTo,
                                                            !.reported = State.reported, !.told = State.told,
                                                            !.verified = State.verified, !.offered = State.offered] = Alone(State)]_<<peers, step>>

\* SIR-3.2.2-2: INVALID_IKE_SPI is never protected.
HintsInClearProp ==
  [][\A i \in DOMAIN step'.effects : step'.effects[i].type = "SendProtected" =>
       Of(step'.effects[i].payloads, "INVALID_IKE_SPI") = <<>>]_<<peers, step>>

\* So that the claims are about something.
ReachNackProp == [][Said("NACK") = {}]_<<peers, step>>

------------------------------------------------------------------------------
(* Policies for the configurations.                                        *)
Few == [SmallSir EXCEPT !.answers = 1, !.generations = 1, !.verifications = 0, !.sir.verdicts = 0]
\* Every limit that there is.
AllLimits == [Few EXCEPT !.answers = 2, !.answersToOne = 1, !.reports = 1, !.verifications = 1, !.sources = 1, !.sir.verdicts = 1,
                         !.sir.lingering = 0, !.sir.tickets = TRUE]
OwnLimit == [Few EXCEPT !.sir.verdicts = 1, !.sir.lingering = 0]
Own == [Few EXCEPT !.generations = 2, !.sir.lingering = 0, !.sir.ownCookie = TRUE]
\* Verdicts and hints out of one limit, and to one source fewer; but more than there may be offers to one peer.
Mandatory == [Few EXCEPT !.answers = 3, !.answersToOne = 2, !.sources = 0, !.sir.initiatesTo = {"A"}, !.sir.lingering = 0]
\* A limit of 0 is none: to one peer as much is offered as is answered at all. And limits above one.
OffersUnlimited == [Mandatory EXCEPT !.sir.queries = 0, !.sir.verdicts = 2]
OffersTwo == [OffersUnlimited EXCEPT !.sir.queries = 2, !.sir.verdicts = 3]
HalfOpenUnknown == [Few EXCEPT !.halfOpenExists = FALSE, !.sir.anyRequest = TRUE, !.sir.lingering = 0]
Drawn == [Few EXCEPT !.sir.verdicts = 1, !.sir.lingering = 0, !.verifications = 1, !.sources = 1, !.drawn = 1]
ListedTickets == [Few EXCEPT !.sir.verdicts = 1, !.sir.lingering = 0, !.verifications = 1, !.sources = 0, !.sir.tickets = TRUE]
ListedCollapsed == [ListedTickets EXCEPT !.sir.tickets = FALSE, !.sir.collapsed = TRUE]
WithTickets == [Few EXCEPT !.sir.tickets = TRUE, !.sir.lingering = 0]
\* One count for all sources.
Collapsed == [Few EXCEPT !.verifications = 1, !.sources = 0, !.sir.collapsed = TRUE, !.sir.lingering = 2]
==============================================================================
