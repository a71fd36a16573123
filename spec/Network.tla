------------------------------- MODULE Network -------------------------------
(***************************************************************************)
(* The network between Alice and Bob's gateway: a set of packets in        *)
(* flight. It does not keep their order; a packet may stay for any time or *)
(* for ever, which is delay and loss; World.duplicates lets a clear packet *)
(* arrive again and again. A protected one counts once: IKEv2 itself       *)
(* refuses replays.                                                        *)
(***************************************************************************)
EXTENDS Alphabet

Clear(from, to, message) == [kind |-> "clear", from |-> from, to |-> to, message |-> message]

\* Encryption is ideal: who has the IKE SA reads it, for all others it is AsSeen.
Sealed(from, to, e) ==
  [kind |-> "sealed", from |-> from, to |-> to, spis |-> e.spis, exchange |-> e.exchange,
   response |-> e.response, payloads |-> e.payloads]
AsSeen(packet) == Ike(packet.spis, packet.exchange, ~packet.response, packet.response, 2, <<Sk>>)

\* What an actor at this endpoint, with these SAs, sends by its effects.
PacketsOf(here, sas, effects) ==
  {LET e == effects[i]
   IN IF e.type = "Send" THEN Clear(e.from, e.to, e.message) ELSE Sealed(here, sas[e.spis].peer, e) :
     i \in {j \in DOMAIN effects : effects[j].type \in {"Send", "SendProtected"}}}

TokensIn(payloads) == {Tokens(payloads)[i].token : i \in DOMAIN Tokens(payloads)}
ClearTokens(packets) ==
  UNION {IF p.kind = "clear" /\ p.message.kind = "ike" THEN TokensIn(p.message.payloads) ELSE {} : p \in packets}
==============================================================================
