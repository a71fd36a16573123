----------------------------- MODULE Vocabulary ------------------------------
(***************************************************************************)
(* What an attacker can say: not a list of attacks but everything in the   *)
(* clear that the alphabet has, about every SA that he can name, with      *)
(* every token and cookie that he has and with made-up ones, as from every *)
(* end, to everybody, at any time.                                         *)
(*                                                                         *)
(* Of what comes to the same he says one. That is no argument but asked of *)
(* the roles themselves: NothingElseMattersInv compares, in every state of *)
(* worlds of their own, what he says with Everything of up to two          *)
(* payloads under every header, and his ends with those on other ports.    *)
(* And what a role would only log is an edge from a state to itself, and   *)
(* is left out by asking that very step.                                   *)
(*                                                                         *)
(* Each is spoken to in its role. A ticket is Alice's, which he has read,  *)
(* or is none at all. Not said: from a second address of his own; and what *)
(* is not in the clear but sent on from elsewhere.                         *)
(***************************************************************************)
EXTENDS Site

Named == NamesNow \cup {Nobodys}
NamedChildren ==
  {NobodysChild} \cup (IF NamesNow = {} THEN {}
                       ELSE UNION {{MakersChild(p).in, MakersChild(p).out} : p \in NamesNow}
                            \cup (IF ChildRekeyBegun THEN {World.childTo.in, World.childTo.out} ELSE {}))

------------------------------------------------------------------------------
(* Payloads. What is made up is right in everything but its octets.        *)

MadeUpToken == Token(1, Nobodys, "any")
Cut(secret, octets) == [secret EXCEPT !.octets = octets]
KnownTokens == {x \in known : "address" \in DOMAIN x}
KnownCookies == known \ KnownTokens
Cookies == {NoCookie, MadeUpCookie} \cup KnownCookies \cup {Cut(c, "first8") : c \in KnownCookies}

Suspicions == {Notify("INVALID_IKE_SPI")} \cup {InvalidSpi(c) : c \in NamedChildren}
ShownTokens ==
  {TokenNotify(t, 1, 0) : t \in {MadeUpToken} \cup KnownTokens} \cup {TokenNotify(Cut(t, "first16"), 1, 0) : t \in KnownTokens}
Answers == {CheckSpi(s, p, c) : s \in {"ACK", "NACK"}, p \in Named, c \in Cookies}
Questions == {CheckSpi("QUERY", p, c) : p \in Named, c \in Cookies}
OtherChecks ==
  {CheckChild(s, c) : s \in {"QUERY", "ACK", "NACK"}, c \in NamedChildren}
  \cup {BrokenCheckSpi("short")} \cup {LoneCookie(c) : c \in Cookies \ {NoCookie}}
ShownCookies == {CookieNotify(c) : c \in Cookies \ {NoCookie}}
\* Nobody here reads the payloads of the other protocol: to all they are what no clause speaks of.
Decisive == IF BySir THEN Answers \cup Questions \cup OtherChecks \cup ShownCookies ELSE ShownTokens

------------------------------------------------------------------------------
(* What he says.                                                           *)

Message(p, exchange, response, payloads) == Ike(p, exchange, ~response, response, IF response THEN 0 ELSE 2, payloads)

\* To a member: what looks like a request under an IKE SA, what belongs to a child SA, a question, a cookie.
\* As long as an answer may be (BASE-2.21.4-9); and one that only the letter of SIR-3.2.2-1 calls a request.
WhatDraws ==
  {<<Sk>>} \cup (IF World.bob.generations > 3 THEN {<<Other, Sk>>} ELSE {}) \cup (IF World.bob.sir.anyRequest THEN {<<>>} ELSE {})
ToMember ==
  {Message(p, "INFORMATIONAL", FALSE, x) : p \in Named, x \in WhatDraws} \cup {Esp(c) : c \in NamedChildren}
  \cup (IF ~BySir THEN {}
        ELSE {Message(q.spis, "INFORMATIONAL", FALSE, <<q>>) : q \in Questions}
             \cup {Message(0, "IKE_SA_INIT", FALSE, <<c>>) : c \in ShownCookies}
             \cup {Message(0, "IKE_SA_INIT", FALSE, <<c, q>>) : c \in ShownCookies, q \in Questions})
\* To Alice: hints, by themselves or beside what is to prove them, tokens alone, verdicts as answers and as offers.
Hinting(x) == {Message(p, "INFORMATIONAL", TRUE, x) : p \in IF Has([payloads |-> x], "INVALID_SPI") THEN Named \cup {0} ELSE Named}
ToAlice ==
  UNION {Hinting(<<x>>) : x \in Suspicions}
  \cup (IF ~BySir
        THEN UNION {Hinting(<<x>>) : x \in ShownTokens}
             \cup UNION {Hinting(<<x, y>>) : x \in Suspicions, y \in ShownTokens}
             \cup UNION {Hinting(<<x, y>>) : x \in ShownTokens, y \in ShownTokens}
             \* The older text answers a request.
             \cup {Message(p, "INFORMATIONAL", FALSE, <<x>>) : p \in Named, x \in ShownTokens}
        ELSE {Message(v.spis, "INFORMATIONAL", TRUE, <<v>>) : v \in Answers}
             \cup {Message(v.spis, "INFORMATIONAL", TRUE, <<v, c>>) : v \in Answers, c \in ShownCookies}
             \cup {Message(0, "IKE_SA_INIT", FALSE, <<v>>) : v \in Answers}
             \cup UNION {Hinting(<<x, y>>) : x \in Suspicions, y \in ShownCookies \cup {c \in OtherChecks : c.subtype = "LONE"}})

\* To a member that gives tickets: a resumption.
TicketsShown == {"bad"} \cup (IF Listens(World) THEN {World.ticket} ELSE {})
Resumptions(actor, ends, unders, flags, tickets) ==
  IF actor = "alice" \/ ~BySir \/ ~World.bob.sir.tickets THEN {}
  ELSE {ResumptionAsked(from, Bob, u, p, f, 0, t, own, c) :
          from \in ends, u \in unders, p \in Named, f \in flags, t \in tickets, own \in Cookies \ {NoCookie}, c \in Cookies}

Vocabulary(actor) == IF actor = "alice" THEN ToAlice ELSE ToMember

\* His own end, and those of the two, where they are and were, on the right port and on another. Of ESP also as it is
\* without UDP.
Homes == {home} \cup (IF World.faults.move > 0 THEN {"A", World.movesTo} ELSE {})
Ends(actor) ==
  {Own} \cup (IF actor = "alice" THEN {Endpoint("B", 500)} \cup {EndOf(World, m) : m \in World.members} ELSE {Endpoint(h, port) : h \in Homes, port \in {4500, 4501}})
Bare(end) == Endpoint(end.address, 0)
Datagrams(actor, messages) == {Received(from, Here(actor), m) : from \in Ends(actor), m \in messages}
BareEsp(actor) ==
  IF actor = "alice" THEN {} ELSE {Received(Bare(from), Bare(Here(actor)), Esp(c)) : from \in Ends(actor), c \in NamedChildren}
Listening(actor, from) == actor = "alice" \/ actor \in Gets(World, gate, from, Here(actor))

Matters(actor, r) == r.next # peers[actor] \/ \E i \in DOMAIN r.effects : r.effects[i].type # "Log"
Say(actor) ==
  /\ World.speaks /\ Attacks(World)
  /\ \E e \in Datagrams(actor, Vocabulary(actor)) \cup BareEsp(actor) \cup Resumptions(actor, Ends(actor), {0}, {TRUE}, TicketsShown) :
       /\ Listening(actor, e.from)
       /\ ActIf(LAMBDA r : Matters(actor, r), "Say", actor, e, {})
  /\ UNCHANGED <<gate, home, opened, rekey, left>>

------------------------------------------------------------------------------
(* Whether that is all. Two steps come to the same if they lead to the     *)
(* same state and do the same. Of a datagram sent everything counts but    *)
(* in which exchange it comes, of a verdict the SPIs in its header, and,   *)
(* where it goes back to who asked, at which of his ports that is: that    *)
(* these are nothing to whom it reaches is a part of what is compared.     *)

Outcome(e, effect) ==
  IF effect.type # "Send" THEN <<effect>>
  ELSE <<IF Has(effect.message, "CHECK_SPI") THEN 0 ELSE effect.message.spis, effect.message.response, effect.message.payloads,
         IF effect.from.address = e.to.address /\ effect.to.address = e.from.address THEN <<"back">> ELSE <<effect.from, effect.to>>>>
Essence(e, r) ==
  LET done == SelectSeq(r.effects, LAMBDA x : x.type # "Log")
  IN <<e.from.address, r.next, {<<i, Outcome(e, done[i])>> : i \in DOMAIN done}>>

SomeExchanges == OpensAnSa \cup {"IKE_AUTH", "CREATE_CHILD_SA", "INFORMATIONAL", "IKE_INTERMEDIATE", "GSA_REKEY"}
MoreTokens == IF BySir THEN {} ELSE UNION {{TokenNotify(t, 2, 0), TokenNotify(Cut(t, "first15"), 1, 0)} : t \in {MadeUpToken} \cup KnownTokens}
MoreChecks == IF BySir THEN {CookieNotify(NoCookie), LoneCookie(NoCookie)} ELSE {}
Everything ==
  LET telling == Suspicions \cup Decisive
      payloads == {Sk, Skf(1, 2), Skf(2, 2), Other, VendorId, Notify("INITIAL_CONTACT")} \cup telling \cup MoreTokens \cup MoreChecks
      second == {Sk, Other, Notify("INVALID_IKE_SPI")}
                \cup (IF BySir THEN {CookieNotify(MadeUpCookie), CheckSpi("NACK", Nobodys, MadeUpCookie)} ELSE ShownTokens)
      said(exchanges, ids, b) ==
        {Ike(p, x, i, r, n, b) : p \in Named \cup {0}, x \in exchanges, i \in BOOLEAN, r \in BOOLEAN, n \in ids}
  IN UNION {said(SomeExchanges, {0, 2}, b) : b \in {<<>>, <<Sk>>}} \cup UNION {said(SomeExchanges, {2}, <<x>>) : x \in payloads}
     \cup UNION {said({"INFORMATIONAL"} \cup OpensAnSa, {0}, b) :
                   b \in {<<x, y>> : x \in telling, y \in second} \cup {<<Other, x>> : x \in telling \cup {Sk}}}
     \cup {Esp(c) : c \in NamedChildren}
OtherPorts(actor) ==
  {Received(Endpoint(from.address, p), Endpoint(Here(actor).address, q), m) :
     from \in Ends(actor), p \in {500, 4500, 4501}, q \in {500, 4500}, m \in {x \in Vocabulary(actor) : x.kind = "ike"}}
BareAh(actor) == {Received(Bare(from), Bare(Here(actor)), Ah(c)) : from \in Ends(actor), c \in NamedChildren}

Meant(actor, events) ==
  UNION {{Essence(e, r) : r \in {x \in {Respond(actor, e)} : Matters(actor, x)}} :
           e \in {x \in events : Listening(actor, x.from)}}
\* Nothing here looks at the wire, so it is asked where that is empty: in the middle he can always drop all.
NothingElseMattersInv ==
  wire = {} => \A actor \in Actors :
    Meant(actor, Datagrams(actor, Everything) \cup OtherPorts(actor) \cup BareAh(actor)
                   \cup Resumptions(actor, Ends(actor), Named \cup {0}, BOOLEAN, TicketsShown \cup {"bad", "refused"}))
      \subseteq Meant(actor, Datagrams(actor, Vocabulary(actor)) \cup BareEsp(actor)
                               \cup Resumptions(actor, Ends(actor), {0}, {TRUE}, TicketsShown))
==============================================================================
