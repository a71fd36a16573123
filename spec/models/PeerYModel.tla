----------------------------- MODULE PeerYModel ------------------------------
(* Peer Y of stateless recovery, under every event of a bounded alphabet.   *)
EXTENDS RoleModel

CONSTANTS
  Identities,    \* of the peer of IKE SA 2, which may be another one
  Rekeys,        \* TRUE: IKE SAs are rekeyed, and Y lives through it
  Shares,        \* TRUE: two peers chose the same child SPI, and ends change
  Deaf           \* TRUE: some SAs have a peer that does not send the Vendor ID

A == Endpoint("A", 4500)
B == Endpoint("B", 4500)

Hint(p) == Ike(p, "INFORMATIONAL", FALSE, TRUE, 2, <<Notify("INVALID_IKE_SPI")>>)
HintBeside(p, x) == Ike(p, "INFORMATIONAL", FALSE, TRUE, 2, <<Notify("INVALID_IKE_SPI"), x>>)
Mine(g, p) == Cookie(g, p, A, B)

\* Of IKE SA 2 Y is the responder; with Shares its peer is another one.
Peer(p) == IF Shares /\ p = 2 THEN Endpoint("B2", 4500) ELSE B

\* The right cookie of each generation; one for another SA, another end, another port; one cut; none.
Cookies(p) ==
  {Mine(g, p) : g \in Generations}
  \cup {Mine(1, Stranger), Cookie(1, p, A, Endpoint("E", 4500)), Cookie(1, p, A, Endpoint("B", 500)),
        Cookie(1, p, Endpoint("A", 500), B), [Mine(1, p) EXCEPT !.octets = "first8"], NoCookie}

Answers(p) ==
  {InClear(p, FALSE, TRUE, <<CheckSpi(t, p, c)>>) : t \in {"ACK", "NACK"}, c \in Cookies(p)}
  \cup {InClear(p, FALSE, TRUE, <<CheckSpi("NACK", p, Mine(1, p)), CookieNotify(OwnCookie(1, A))>>),
        InClear(Stranger, FALSE, TRUE, <<CheckSpi("NACK", p, Mine(1, p))>>)}
Offers(p) ==
  {Ike(Stranger, "IKE_SA_INIT", TRUE, FALSE, 0, <<VendorId, CheckSpi("NACK", p, c)>>) : c \in {Mine(1, p), Mine(1, Stranger)}}
Children == {Ike(0, "INFORMATIONAL", TRUE, FALSE, 0, <<InvalidSpi(c)>>) : c \in {"b1", "b2", "zz"}}

Messages ==
  UNION {{Hint(p)} \cup Answers(p) \cup Offers(p) : p \in Spis}
  \cup {Hint(Stranger), InClear(Stranger, FALSE, TRUE, <<CheckSpi("NACK", Stranger, Mine(1, Stranger))>>)}
  \cup {HintBeside(p, x) : p \in Spis, x \in {LoneCookie(OwnCookie(1, A)), CookieNotify(OwnCookie(1, A)),
                                              LoneCookie(NoCookie), CookieNotify(NoCookie)}}
  \* Answers where none is expected: another exchange, or a request.
  \cup {Ike(1, x, FALSE, r, 0, <<CheckSpi("NACK", 1, Mine(1, 1))>>) :
          x \in {"IKE_SA_INIT", "IKE_AUTH", "INFORMATIONAL", "IKE_SESSION_RESUME"}, r \in BOOLEAN}
  \cup Children
  \cup {InClear(1, TRUE, FALSE, <<CheckSpi("QUERY", 1, Mine(1, 1))>>), InClear(1, FALSE, TRUE, <<CheckChild("NACK", "b1")>>),
        Ike(1, "INFORMATIONAL", FALSE, TRUE, 2, <<Sk>>), Ike(1, "INFORMATIONAL", FALSE, TRUE, 2, <<>>)}
  \cup {InClear(1, FALSE, TRUE, <<BrokenCheckSpi(f)>>) : f \in {"cookie-size", "subtype", "spi-size", "short"}}

\* Where there is a draw: of each limit some.
Drawable == {Hint(1), InClear(1, FALSE, TRUE, <<CheckSpi("NACK", 1, Mine(1, 1))>>), InClear(1, FALSE, TRUE, <<CheckSpi("ACK", 1, Mine(1, 1))>>),
             InClear(1, FALSE, TRUE, <<CheckSpi("NACK", 1, NoCookie)>>), Ike(0, "INFORMATIONAL", TRUE, FALSE, 0, <<InvalidSpi("b1")>>)}
Datagrams ==
  IF RolePolicy.drawn > 0 THEN {Received(f, A, m) : f \in {B, E}, m \in Drawable}
  ELSE
  {Received(B, A, m) : m \in Messages}
  \cup UNION {{Received(E, A, m) : m \in {Hint(p)} \cup {InClear(p, FALSE, TRUE, <<CheckSpi("NACK", p, c)>>) :
                 c \in {Mine(1, p), Cookie(1, p, A, E)}}} : p \in Spis}
  \cup {Received(Endpoint("B", 500), A, InClear(1, FALSE, TRUE, <<CheckSpi("NACK", 1, Mine(1, 1))>>)),
        Received(B, A, Esp("a1"))}
  \cup Noise(A)

Sirs == RolePolicy.sir
Greetings == IF Deaf THEN {<<>>, <<VendorId>>} ELSE {<<VendorId>>}
Lives ==
  {SaHalfOpen(p, A, Peer(p), p = 1) : p \in Spis}
  \cup {SaEstablished(1, "bob", {TakersChild(1)}, t) : t \in Greetings}
  \cup {SaEstablished(p, i, {TakersChild(p)}, t) : p \in Spis \ {1}, i \in Identities, t \in Greetings}
  \* Another peer chose the child SPI that Bob chose, too.
  \cup (IF Shares THEN {ChildSaCreated(2, [in |-> "a3", out |-> "b1"]), ChildSaClosed(2, "a3"),
                         SaImported(2, A, Peer(2), FALSE, "carol", {TakersChild(2)}, 0),
                         AddressChanged(1, Endpoint("A", 500), B, "self"), AddressChanged(1, A, B, "nat")} ELSE {})
  \* A try is under way: with the same ends as before, and with another one.
  \cup (IF Sirs.tickets \/ Sirs.collapsed THEN {AddressChanged(1, Endpoint(a, 4500), B, "self") : a \in {"A", "A2"}} ELSE {})
  \cup (IF Rekeys THEN {SaRekeyed(p, q, TRUE, <<>>) : p \in Spis, q \in Spis} ELSE {})
  \cup {SaClosed(p) : p \in Spis} \cup {SaForgotten(p) : p \in Spis}
  \cup {SaReplaced(p, q) : p \in Spis, q \in Spis} \cup {SaNotReplaced(p) : p \in Spis}

Newest == IF State.secrets = <<>> THEN 0 ELSE State.secrets[1]
Rolls == ({Newest + 1} \cap Generations) \cup {1}
Inside ==
  {<<>>} \cup {<<InvalidSpi(c)>> : c \in {"b1", "b2", "zz"}}
  \cup {<<CheckChild(t, c)>> : t \in {"ACK", "NACK"}, c \in {"b1", "zz"}}
  \cup {<<CheckSpi("ACK", 1, Mine(1, 1))>>}
Rest ==
  {Protected(p, "INFORMATIONAL", r, b) : p \in Spis, r \in BOOLEAN, b \in Inside}
  \cup {SecretRolled(g) : g \in Rolls} \cup {Rebooted(<<1>>), Rebooted(<<>>)}
  \cup {ProtectedEsp("a1"), ProtectedEsp("zz"), ActiveElsewhere(1, TRUE), ResumptionAsked(B, A, 2, 1, TRUE, 0, "good", OwnCookie(1, B), NoCookie)}
  \cup {TrafficDue(p) : p \in Spis} \cup {Tick}

Fixed == Datagrams \cup Lives
Next == (\E e \in Fixed : Offer(e)) \/ (\E e \in Rest : Offer(e))
Spec == Init /\ [][Next]_<<peers, step>>

------------------------------------------------------------------------------
TypeOK ==
  /\ DOMAIN State.checks \cup State.able \cup DOMAIN State.recoveries \subseteq DOMAIN State.sas
  /\ Len(State.secrets) <= RolePolicy.generations
  /\ \A i \in DOMAIN State.damped : State.damped[i] \in 1..Sirs.dampening
  /\ \A p \in DOMAIN State.recoveries : State.recoveries[p].wait \in 0..Sirs.delay
                                     /\ (State.recoveries[p].sure \/ Sirs.tickets \/ Sirs.collapsed)
  /\ \A a \in DOMAIN State.asked : State.asked[a] \in 1..Sirs.queries
  /\ Cardinality(DOMAIN State.verified \ {"others"}) <= RolePolicy.sources
  /\ State.hinted \in 0..RolePolicy.checks
  /\ \A a \in DOMAIN State.verified : State.verified[a] \in 1..RolePolicy.verifications

Effects(type) == {step'.effects[i] : i \in {j \in DOMAIN step'.effects : step'.effects[j].type = type}}
ByDatagram == step'.event.type = "Received"
Checked == IF ByDatagram /\ step'.event.message.kind = "ike"
           THEN {step'.event.message.payloads[i] : i \in
                   {k \in DOMAIN step'.event.message.payloads : IsNotify(step'.event.message.payloads[k], "CHECK_SPI") /\ ~Broken(step'.event.message.payloads[k])}}
           ELSE {}
\* An answer about this SA, with a cookie that was made here for it and for these two ends, whole.
GenuineAnswer(p, subtype) ==
  \E c \in Checked : /\ c.subtype = subtype /\ c.spis = p
                     /\ c.cookie.octets = "all" /\ c.cookie.secret \in GenerationsOf(State.secrets)
                     /\ c.cookie = Cookie(c.cookie.secret, p, step'.event.to, step'.event.from)

\* A recovery begins only with a NACK, with a cookie that was made here for this SA and these two ends (SIR-3.2.2-9).
OnlyOurCookieProp ==
  [][ByDatagram => \A p \in DOMAIN State'.recoveries \ DOMAIN State.recoveries : GenuineAnswer(p, "NACK")]_<<peers, step>>
\* And where one begins on a hint (SIR-3.3.3-2, SIR-9-1): by such a NACK it is sure, and only such an ACK ends it.
OnlyOurCookieDecidesProp ==
  [][ByDatagram => /\ \A p \in DOMAIN State'.recoveries : Sure(State', p) /\ ~Sure(State, p) => GenuineAnswer(p, "NACK")
                   /\ \A p \in DOMAIN State.recoveries \ DOMAIN State'.recoveries : GenuineAnswer(p, "ACK")
                   /\ \A p \in DOMAIN State.recoveries \cap DOMAIN State'.recoveries :
                        Sure(State, p) => State'.recoveries[p] = State.recoveries[p]]_<<peers, step>>

\* SIR-3.2.2-5, SIR-3.2.2-4: each question is counted for the peer that it is about, and goes to that peer, from the end
\* of the SA that is ours.
AsksAbout(effect) ==
  CASE effect.type = "Send" -> effect.message.spis
    [] effect.type = "SendProtected" /\ effect.payloads # <<>> -> effect.spis
    [] effect.type = "Initiate" /\ ~Sure(State', effect.replaces) -> effect.replaces
    [] OTHER -> 0
AskedOf(address) ==
  Cardinality({i \in DOMAIN step'.effects :
                 LET p == AsksAbout(step'.effects[i]) IN p # 0 /\ State.sas[p].peer.address = address})
Addressed(effect) ==
  effect.type \in {"Send", "Initiate"} =>
    LET sa == State.sas[IF effect.type = "Send" THEN effect.message.spis ELSE effect.replaces]
    IN effect.from = sa.here /\ (Sirs.queryTo = "peer" \/ effect.type = "Initiate" => effect.to = sa.peer)
AsksItsPeerProp ==
  [][ByDatagram => /\ \A i \in DOMAIN step'.effects : Addressed(step'.effects[i])
                   /\ Sirs.queries > 0 => \A a \in DOMAIN State'.asked \cup {State.sas[p].peer.address : p \in DOMAIN State.sas} :
                        Used(State'.asked, a) - Used(State.asked, a) = AskedOf(a)]_<<peers, step>>

\* SIR-4-1: whatever shows that a cookie was compared, was counted as one.
ShowsAComparison ==
  \/ Logged({"COOKIE_INVALID", "PEER_HAS_THE_SA", "OFFER_DECLINED"})
  \/ Logged({"RECOVERY_UNDER_WAY"}) /\ \E c \in Checked : c.subtype \in {"ACK", "NACK"}
  \/ State'.damped # State.damped
  \/ \E p \in Spis : Sure(State', p) # Sure(State, p) \/ (Recovering(State, p) /\ ~Recovering(State', p))
ComparedCountsProp ==
  [][ByDatagram /\ RolePolicy.verifications > 0 /\ ShowsAComparison => Paid("verified") = 1]_<<peers, step>>

\* SIR-2.1-5: where an end of the IKE SA is another one, a try is over, whose cookie is over the end that was; the hint that
\* follows asks again. Else the recovery would stand still until the daemon gives it up. What is sure goes on.
MovesOnProp ==
  [][step'.event.type = "AddressChanged" /\ step'.event.spis \in DOMAIN State.sas =>
       LET p == step'.event.spis
           before == State.sas[p]
           after == State'.sas[p]
       IN CASE Sure(State, p) -> State'.recoveries = State.recoveries
            [] <<before.here, before.peer>> # <<after.here, after.peer>> -> ~Recovering(State', p)
            [] OTHER -> Recovering(State', p) = Recovering(State, p)]_<<peers, step>>

\* BASE-2.21.4-3: no hint takes away a liveness check, with which IKEv2 alone would find out, or holds it up.
HintKeepsCheckProp ==
  [][ByDatagram => \A p \in DOMAIN State.checks :
       GenuineAnswer(p, "NACK") \/ (Checking(State', p) /\ State'.checks[p] = State.checks[p])]_<<peers, step>>

\* SIR-3.2.2-6: a hint, a query and what is refused leave nothing behind but limits and dampening.
NothingPerQueryProp ==
  [][ByDatagram => /\ State'.sas = State.sas
                   /\ State'.recoveries = State.recoveries =>
                        [Alone(State') EXCEPT !.asked = State.asked, !.verified = State.verified, !.damped = State.damped,
                                       !.hinted = State.hinted, !.checks = State.checks] = Alone(State)]_<<peers, step>>

\* SIR-3.6-1: no unprotected message deletes an SA, and the old one goes only when a new one stands.
NoGapProp ==
  [][\A d \in Effects("IkeSaDeleted") :
       \/ step'.event.type = "Tick"       \* the liveness check gave up: OneByOneProp
       \/ step'.event.type = "SaReplaced" /\ Established(State, step'.event.new)]_<<peers, step>>

IsDamped(p) == State.sas[p].phase = "established" /\ State.sas[p].identity \in DOMAIN State.damped
\* A datagram dampens a peer by a warning that the policy names, and by that always.
Warned(p) == \/ GenuineAnswer(p, "ACK") /\ Logged({"PEER_HAS_THE_SA"}) /\ "ack" \in Sirs.dampenedBy
             \/ Logged({"COOKIE_INVALID"}) /\ (\E c \in Checked : c.spis = p) /\ "cookie" \in Sirs.dampenedBy
DampensByCauseProp ==
  [][ByDatagram =>
       /\ \A i \in DOMAIN State'.damped : i \notin DOMAIN State.damped =>
            \E p \in DOMAIN State.sas : State.sas[p].identity = i /\ Warned(p)
       /\ Sirs.dampening > 0 => \A p \in DOMAIN State.sas : Warned(p) => State.sas[p].identity \in DOMAIN State'.damped]_<<peers, step>>

\* SIR-4.2-1: while a peer is dampened no unprotected message about it does anything.
DampenedProp ==
  [][ByDatagram => \A p \in DOMAIN State.sas : IsDamped(p) =>
       /\ \A x \in Effects("Initiate") : x.replaces # p
       /\ \A x \in Effects("SendProtected") : x.spis # p
       /\ \A x \in Effects("Send") : x.message.spis # p
       /\ GenuineAnswer(p, "NACK") => Effects("Accept") = {}
       /\ (p \in DOMAIN State'.recoveries) = (p \in DOMAIN State.recoveries)
       /\ (p \in DOMAIN State'.checks) = (p \in DOMAIN State.checks)]_<<peers, step>>

\* SIR-3.2.3-1: who waits does not start at once, nor before all his ticks.
Due == {p \in DOMAIN State.recoveries : State.recoveries[p].wait = 1 /\ State.recoveries[p].sure}
AsWaited ==
  /\ {x.replaces : x \in Effects("Initiate")} = Due
  /\ DOMAIN State.recoveries \ DOMAIN State'.recoveries = {x.spis : x \in Effects("IkeSaDeleted")} \cap DOMAIN State.recoveries
  /\ DOMAIN State'.recoveries \subseteq DOMAIN State.recoveries
  /\ \A p \in DOMAIN State'.recoveries :
       /\ State'.recoveries[p].wait = IF State.recoveries[p].wait > 0 THEN State.recoveries[p].wait - 1 ELSE 0
       /\ State'.recoveries[p].sure = State.recoveries[p].sure
  /\ DOMAIN State.checks \ DOMAIN State'.checks = (Due \cap DOMAIN State.checks) \cup {x.spis : x \in Effects("IkeSaDeleted")}
WaitsProp ==
  [][/\ ByDatagram /\ Sirs.delay > 0 => Effects("Initiate") = {}
     /\ ByDatagram => \A p \in DOMAIN State'.recoveries :
          Sure(State', p) /\ ~Sure(State, p) /\ Effects("Accept") = {} => State'.recoveries[p].wait = Sirs.delay
     /\ step'.event.type = "Tick" => AsWaited]_<<peers, step>>

\* SIR-3.2.3-3: who waits has asked under the old IKE SA, and a sign of life of it ends the wait; nothing else that comes
\* before it is over does, whoever sent it.
IsAlive(p) ==
  \/ step'.event.type = "Protected" /\ step'.event.spis = p
  \/ step'.event.type = "ProtectedEsp" /\ p \in OwnersOfInbound(State, step'.event.spi)
WaitsForLifeProp ==
  [][Sirs.waitChecks => /\ \A p \in DOMAIN State'.recoveries : InWait(State', p) => Checking(State', p)
                        /\ \A p \in DOMAIN State.recoveries : InWait(State, p) =>
                             /\ IsAlive(p) => ~Recovering(State', p)
                             /\ ByDatagram => Recovering(State', p) /\ State'.recoveries[p] = State.recoveries[p]]_<<peers, step>>

\* So that the claims are about something.
ReachBegunProp    == [][Effects("Initiate") = {}]_<<peers, step>>
ReachReplacedProp == [][step'.event.type # "SaReplaced" \/ Effects("IkeSaDeleted") = {}]_<<peers, step>>

------------------------------------------------------------------------------
(* Policies for the configurations.                                        *)
Few == [SmallSir EXCEPT !.generations = 1, !.tries = 1, !.sources = 1, !.verifications = 0]
Counting == [Few EXCEPT !.verifications = 1, !.sir.dampening = 0]
Sharing == [Few EXCEPT !.sir.dampening = 0]
Waits == [Few EXCEPT !.tries = 3, !.sir.delay = 2, !.sir.dampening = 0, !.sir.queries = 0]
WaitsForLife == [Waits EXCEPT !.verifications = 1, !.sir.waitChecks = TRUE]
SecretsRoll == [Few EXCEPT !.generations = 2, !.sir.dampening = 0]
Rekeying == [Few EXCEPT !.sir.dampenedBy = {"creation"}, !.sir.queries = 0]
ByLog == [Few EXCEPT !.sir.dampenedBy = {"ack", "cookie"}, !.sir.dampening = 2, !.sir.queries = 0]
ToTheSource == [Few EXCEPT !.sir.queryTo = "source", !.sir.dampening = 0]
WithTickets == [Few EXCEPT !.verifications = 1, !.sir.tickets = TRUE, !.sir.dampening = 0]
Collapsed == [Few EXCEPT !.verifications = 1, !.sir.collapsed = TRUE, !.sir.dampening = 0]
Drawn == [Counting EXCEPT !.givesUp = FALSE, !.drawn = 1]
NoOffers == [Few EXCEPT !.sir.acceptsOffers = FALSE, !.sir.dampening = 0]
==============================================================================
