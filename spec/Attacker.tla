------------------------------- MODULE Attacker ------------------------------
(***************************************************************************)
(* Who is on the other side of the claims. Cryptography is ideal: the      *)
(* attacker has a token or a cookie only if somebody sent it where he can  *)
(* read.                                                                   *)
(*                                                                         *)
(*   none                                                                  *)
(*   off-path       sends anything he knows the terms of, from any         *)
(*                  address; sees what is sent to his own                  *)
(*   on-path        sees everything in the clear besides, cannot drop      *)
(*   in-the-middle  drops too. Since every packet may stay in flight for   *)
(*                  ever, safety has no difference to on-path; detection   *)
(*                  and giving up do.                                      *)
(***************************************************************************)
EXTENDS Shortcuts

Attacks(world) == world.attacker # "none"
Listens(world) == world.attacker \in {"on-path", "in-the-middle"}

Own == Endpoint("E", 4500)
\* An IKE SPI pair that no IKE SA has, and a child SPI that no child SA has.
Nobodys == 9
NobodysChild == "zz"

\* The tokens and cookies in packets, but for what he made up himself, or cut, and what comes back of that.
Secret(packets) == {t \in ClearTokens(packets) \cup ClearCookies(packets) : t.octets = "all" /\ t.spis # Nobodys}

\* What reaches him: packets to his own address, and all if he is on the path.
Learns(world, packets) ==
  IF ~Attacks(world) THEN {}
  ELSE LET seen == IF Listens(world) THEN packets ELSE {p \in packets : p.to.address = Own.address}
       IN Secret(seen)

\* The IKE SPI pairs that he can name: those in use, or the coming ones too if they are predictable (QCD-9.3-1).
Names(world, opened) ==
  CASE ~Attacks(world)                                -> {}
    [] ~On("QCD-9.3-1")                                -> {world.pairs[i] : i \in DOMAIN world.pairs}
    [] world.spis = "known" \/ Listens(world)         -> {world.pairs[i] : i \in 1..opened}
    [] OTHER                                          -> {}

\* What he says to Bob: a request as if protected, from his own address or as somebody else.
Provocation(spis) == Ike(spis, "INFORMATIONAL", TRUE, FALSE, 2, <<Sk>>)
\* What he says to Alice: a hint, with a cookie beside it that he made up, or with a token that he has.
Hint(spis, beside) == Ike(spis, "INFORMATIONAL", FALSE, TRUE, 2, <<Notify("INVALID_IKE_SPI")>> \o beside)
MadeUpCookie == Cookie(1, Nobodys, Own, Own)
\* To her it looks as if Bob offered tickets, or the collapsed exchange; with a cookie of Bob's he does.
Lures(policy, cookies) ==
  {<<>>} \cup (IF policy.sir.tickets THEN {<<LoneCookie(c)>> : c \in cookies} ELSE {})
         \cup (IF policy.sir.collapsed THEN {<<CookieNotify(c)>> : c \in cookies} ELSE {})
Forgery(token) ==
  Ike(token.spis, "INFORMATIONAL", FALSE, TRUE, 2, <<Notify("INVALID_IKE_SPI"), TokenNotify(token, 1, 0)>>)

\* What is worth following in flight: what he can say himself (names: the SPI pairs that he has), or what only repeats, is
\* not. To a taker a report is a protected message like any other (BASE-2.21.4-8).
Telling(world, payloads) == payloads # <<>> /\ (world.protocol = "sir" \/ Of(payloads, "INVALID_SPI") = <<>>)
Checked(payloads) == {Of(payloads, "CHECK_SPI")[i] : i \in DOMAIN Of(payloads, "CHECK_SPI")}
CanSay(world, packet, terms, names) ==
  /\ packet.kind = "clear" /\ Secret({packet}) \subseteq terms
  /\ packet.message.kind = "ike" =>
       /\ world.protocol = "sir" => Len(packet.message.payloads) <= 2     \* tokens of one answer he shows one by one
       /\ packet.message.spis \in names \cup {0, Nobodys}
       /\ \A c \in Checked(packet.message.payloads) : "spis" \in DOMAIN c => c.spis \in names \cup {0, Nobodys}
       /\ Of(packet.message.payloads, "INVALID_SPI") # <<>> => names # {}
CanLure(packet, terms, names) ==
  /\ packet.kind = "clear" /\ packet.message.kind = "ike" /\ Has(packet.message, "INVALID_IKE_SPI")
  /\ packet.message.spis \in names /\ Secret({packet}) \subseteq terms
Worth(world, packet, terms, names) ==
  \/ ~Attacks(world)
  \/ world.traffic # "none"       \* what is asked for must arrive at last, by itself
  \/ /\ ~(world.speaks /\ CanSay(world, packet, terms, names)) /\ ~(world.bluffs /\ world.protocol = "sir" /\ CanLure(packet, terms, names))
     /\ \/ packet.kind = "sealed" /\ (Telling(world, packet.payloads) \/ world.alice.sir.waitChecks)
        \/ packet.kind = "sealed" /\ packet.exchange # "INFORMATIONAL"
        \/ packet.kind = "clear" /\ ~Listens(world) /\ ClearTokens({packet}) \cup ClearCookies({packet}) # {}
        \/ packet.kind = "clear" /\ packet.message.kind = "ike" /\ Has(packet.message, "CHECK_SPI")
==============================================================================
