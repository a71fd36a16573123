----------------------------- MODULE TakerModel ------------------------------
(* The token taker, or the baseline peer that kept its SAs, under every     *)
(* event of a bounded alphabet.                                             *)
EXTENDS RoleModel

CONSTANTS
  Rekeys,        \* TRUE: IKE SAs are rekeyed
  Contact,       \* TRUE: INITIAL_CONTACT comes
  Shares,        \* TRUE: two peers chose the same child SPI
  Fewer          \* TRUE: few messages, where a policy is what matters

A == Endpoint("A", 4500)
B == Endpoint("B", 4500)
Sources == {B, E}

Shown(g, p) == TokenNotify(Token(g, p, "any"), 1, 0)
Spoilt(g, p, octets) == TokenNotify([Token(g, p, "any") EXCEPT !.octets = octets], 1, 0)

\* One token as it may come: of each generation, of another SA, cut, lengthened, in an odd notification.
Singles(p) ==
  {Shown(g, p) : g \in Generations} \cup {Shown(1, Stranger)}
  \cup {Spoilt(1, p, o) : o \in {"first16", "first15", "one-more", "too-long"}}
  \cup {TokenNotify(Token(1, p, "any"), 1, 4), TokenNotify(Token(1, p, "any"), 0, 0)}
\* Several: the right one first, second, fourth, fifth; and the right one in a notification that is none, beside a wrong one that
\* may be compared.
Wrong == Shown(1, Stranger)
Several(p) ==
  { <<Shown(1, p), Wrong>>, <<Wrong, Shown(1, p)>>, <<Wrong, Wrong, Wrong, Shown(1, p)>>,
    <<Wrong, Wrong, Wrong, Wrong, Shown(1, p)>>,
    <<Wrong, TokenNotify(Token(1, p, "any"), 1, 4)>> }
\* Of the second SA less: it is there to be taken for the first, and no clause tells pairs of SPIs apart.
Proofs(p) == IF Fewer THEN {<<Shown(g, p)>> : g \in Generations} \cup {<<Wrong>>, <<TokenNotify(Token(1, p, "any"), 0, 0)>>}
             ELSE IF p # 1 THEN {<<Shown(1, p)>>, <<Wrong>>}
             ELSE {<<t>> : t \in Singles(p)} \cup Several(p)

Answer37(p, payloads) == Ike(p, "INFORMATIONAL", FALSE, TRUE, 2, payloads)
Invalid == Notify("INVALID_IKE_SPI")

Hint(p) == Answer37(p, <<Invalid>>)
Messages ==
  UNION {{Answer37(p, <<Invalid>> \o t) : t \in Proofs(p) \cup {<<Shown(1, q)>> : q \in Spis}} : p \in Spis}
  \cup {Answer37(p, <<Shown(1, p)>>) : p \in Spis}                      \* a token and no hint
  \cup {Ike(p, "INFORMATIONAL", TRUE, FALSE, 2, <<Invalid, Shown(1, p)>>) : p \in Spis}   \* -06: a request
  \cup {Hint(p) : p \in Spis \cup {Stranger}}
  \cup {Answer37(Stranger, <<Invalid, Shown(1, Stranger)>>)}
  \cup {Answer37(p, <<Sk>>) : p \in Spis} \cup {Answer37(1, <<>>), Answer37(1, <<Other>>)}
  \* READING-17: in every exchange and with every flag, but not where an IKE SA is only made.
  \cup (IF Fewer THEN {} ELSE
        {Ike(1, x, FALSE, r, 2, b) : x \in {"IKE_SA_INIT", "IKE_AUTH", "CREATE_CHILD_SA", "IKE_SESSION_RESUME"}, r \in BOOLEAN,
           b \in {<<Invalid>>, <<Invalid, Shown(1, 1)>>}}
        \cup {Ike(1, "INFORMATIONAL", i, FALSE, 2, <<Invalid>>) : i \in BOOLEAN})
  \cup (IF Shares THEN {Ike(0, "INFORMATIONAL", TRUE, FALSE, 0, <<InvalidSpi("b1"), Shown(1, p)>>) : p \in Spis} ELSE {})
  \cup {Ike(0, "INFORMATIONAL", TRUE, FALSE, 0, <<InvalidSpi(c)>>) : c \in IF Fewer THEN {"b1"} ELSE {"b1", "b2", "a1", "zz"}}
  \cup {Ike(1, "INFORMATIONAL", FALSE, TRUE, 2, <<InvalidSpi("zz"), t>>) : t \in {Shown(1, 1), Wrong}}
  \* Tokens of two IKE SAs, one named by the header and one by its child.
  \cup (IF Fewer THEN {} ELSE {Ike(1, "INFORMATIONAL", FALSE, TRUE, 2, <<InvalidSpi("b2"), Shown(1, 1), Shown(1, 2)>>)})
  \cup {Ike(0, "INFORMATIONAL", TRUE, FALSE, 0, <<InvalidSpi("b1")>> \o t) : t \in {<<Shown(1, 1)>>, <<Wrong>>}}
Datagrams ==
  {Received(B, A, m) : m \in Messages}
  \cup {Received(f, A, m) : f \in (IF Fewer THEN {E} ELSE Sources \ {B}), m \in {Hint(p) : p \in Spis}
          \cup {Answer37(p, <<Invalid>> \o t) : p \in Spis, t \in {<<Shown(1, q)>> : q \in Spis}}}
  \cup {Received(B, A, Esp("a1"))}
  \cup (IF Fewer THEN {} ELSE Noise(A))

Tokenless == IF Fewer THEN {<<>>} ELSE {<<>>, <<Other>>}
Handed(p) == IF p = 1 \/ Fewer THEN {<<Shown(g, p)>> : g \in Generations} \cup {<<Spoilt(1, p, "first15")>>} ELSE {<<Shown(1, p)>>}
Given(p) == Tokenless \cup Handed(p) \cup (IF Contact THEN {<<Notify("INITIAL_CONTACT")>>} ELSE {})

Lives ==
  {SaHalfOpen(p, A, B, TRUE) : p \in Spis}
  \cup UNION {{SaEstablished(p, "bob", {TakersChild(p)}, t) : t \in Given(p)} : p \in Spis}
  \cup (IF Rekeys THEN UNION {{SaRekeyed(p, q, p = 1, t) : t \in {<<>>, <<Shown(1, q)>>}} :
                                p \in Spis, q \in Spis} ELSE {})
  \cup {SaImported(p, A, B, TRUE, "bob", {TakersChild(p)}, 0) : p \in IF Fewer THEN {} ELSE Spis}
  \cup {SaClosed(p) : p \in Spis} \cup {SaForgotten(p) : p \in Spis}
  \* Another peer chose the child SPI that Bob chose, too.
  \cup (IF Shares THEN {ChildSaCreated(2, [in |-> "a3", out |-> "b1"]), ChildSaClosed(2, "a3"), ChildSaClosed(1, "zz")} ELSE {})
  \cup (IF Rekeys THEN {AddressChanged(1, A, Endpoint("B2", 500), "request")} ELSE {})

Rest ==
  UNION {{Protected(p, "INFORMATIONAL", r, t) : r \in BOOLEAN, t \in {<<>>} \cup Handed(p)} : p \in Spis}
  \cup {Protected(1, "CREATE_CHILD_SA", TRUE, t) : t \in Handed(1)}
  \cup {ProtectedEsp("a1"), ProtectedEsp("zz"), Rebooted(<<>>), SecretRolled(2), ActiveElsewhere(1, TRUE)}
  \cup {TrafficDue(p) : p \in Spis} \cup {Tick}

Events == Datagrams \cup Lives \cup Rest
Next == \E e \in Events : Offer(e)
Spec == Init /\ [][Next]_<<peers, step>>

------------------------------------------------------------------------------
TypeOK ==
  /\ \A p \in DOMAIN State.sas :
       /\ State.sas[p].phase \in {"half-open", "established"}
       /\ Len(State.sas[p].tokens) <= RolePolicy.tokensKept
       /\ State.sas[p].secret = 0
  /\ DOMAIN State.checks \subseteq DOMAIN State.sas
  /\ \A p \in DOMAIN State.checks : State.checks[p].sent \in 1..RolePolicy.tries
  /\ State.hinted \in 0..RolePolicy.checks
  /\ Role = "taker" => /\ Cardinality(DOMAIN State.verified \ {"others"}) <= RolePolicy.sources
                       /\ \A a \in DOMAIN State.verified : State.verified[a] \in 1..RolePolicy.verifications

Ended == {i \in DOMAIN step'.effects : step'.effects[i].type = "IkeSaDeleted"}
PresentedBy(m) == LET tokens == IF m.kind = "ike" THEN Tokens(m.payloads) ELSE <<>>
                  IN {tokens[i].token : i \in {n \in DOMAIN tokens : n <= RolePolicy.tokensHandled}}
Presented == UNION {PresentedBy(e.message) : e \in AnswersTo}

\* An unprotected message ends an IKE SA only if it shows that SA's own token, whole, among those that are looked at
\* (QCD-3-5, QCD-3-7, QCD-4.5-3).
OnlyTheTokenEndsProp ==
  [][step'.event.type = "Received" \/ (step'.event.type = "Tick" /\ ~RolePolicy.givesUp) =>
       \A i \in Ended : \E j \in DOMAIN State.sas[step'.effects[i].spis].tokens :
                           State.sas[step'.effects[i].spis].tokens[j] \in Presented]_<<peers, step>>

\* An IKE SA goes with all its children, and no other SA changes (QCD-3-7, BASE-2.4-4).
ExactlyThatSaProp ==
  [][step'.event.type \in {"Received", "Tick"} =>
       /\ DOMAIN State'.sas = DOMAIN State.sas \ {step'.effects[i].spis : i \in Ended}
       /\ \A i \in Ended : step'.effects[i].children = State.sas[step'.effects[i].spis].children
       /\ \A p \in DOMAIN State'.sas : State'.sas[p] = State.sas[p]]_<<peers, step>>

\* A token that proves nothing is not answered in the clear (QCD-4.5-6), nor is one that proves (QCD-3-7).
SilenceProp ==
  [][RolePolicy.text = "rfc6290" =>
       \A i \in DOMAIN step'.effects : step'.effects[i].type # "Send"]_<<peers, step>>

------------------------------------------------------------------------------
(* Policies for the configurations.                                        *)
One == [Small EXCEPT !.verifications = 1, !.sources = 1, !.tries = 2]
\* Two checks in a tick, so that both who share a child SPI may be checked.
Sharing == [One EXCEPT !.checks = 2, !.tries = 1]
Multihomed == [One EXCEPT !.tokensKept = 2, !.tries = 1, !.verifications = 0]
Rekeying == [One EXCEPT !.tries = 1, !.verifications = 0]
OlderText == [One EXCEPT !.sources = 0, !.text = "qcd-06"]
NotATaker == [One EXCEPT !.taker = FALSE]
Trusting == [One EXCEPT !.verifications = 0, !.initialContact = TRUE, !.ignoreHintsWhenFresh = TRUE]
Strict == [One EXCEPT !.verifications = 0, !.strictProtocolId = TRUE, !.tokenNeedsCheck = TRUE]
Untaught == [One EXCEPT !.taker = FALSE]
Patient == [Untaught EXCEPT !.tries = 4]
Drawn == [One EXCEPT !.tries = 1, !.givesUp = FALSE, !.drawn = 1]
NeverGivesUp == [One EXCEPT !.verifications = 0, !.givesUp = FALSE]
==============================================================================
