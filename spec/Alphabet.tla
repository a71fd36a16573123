------------------------------ MODULE Alphabet ------------------------------
(***************************************************************************)
(* The words that the three readings share: TLA+ here, records in Java,    *)
(* objects in JSON, with the same names and the same fields.               *)
(*                                                                         *)
(* An EVENT says what reaches a role, never what the role makes of it.     *)
(* An EFFECT says what a role asks its surroundings to do.                 *)
(* BECAUSE is the set of clauses (spec/clauses.json) that decided.         *)
(*                                                                         *)
(* Names stand for octets: an IKE SPI pair is a number (0: both SPIs       *)
(* zero), a child SPI a string, a secret the number of its generation.     *)
(* A token is a term: equal terms, equal octets. Cryptography is ideal.    *)
(***************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANT
  Off          \* ids of the clauses that nobody keeps in this model

(***************************************************************************)
(* Citation and switch in one. A guard that a clause demands is written    *)
(* Clause(id, guard): with the clause off it holds for everything. What a  *)
(* clause orders is written IF On(id). Nobody cites a clause that is off.  *)
(***************************************************************************)
On(id) == id \notin Off
Clause(id, guard) == id \in Off \/ guard
Because(ids) == ids \ Off

------------------------------------------------------------------------------
(* Messages: what a datagram turns out to be when it is decoded.           *)

Endpoint(address, port) == [address |-> address, port |-> port]

Ike(spis, exchange, initiator, response, id, payloads) ==
  [kind |-> "ike", spis |-> spis, exchange |-> exchange, initiator |-> initiator,
   response |-> response, id |-> id, payloads |-> payloads]
Esp(spi)          == [kind |-> "esp", spi |-> spi]
Ah(spi)           == [kind |-> "ah", spi |-> spi]        \* BASE-4302.2-1; as for roles the same (READING-21)
OfAChild(m)       == m.kind \in {"esp", "ah"}
Keepalive         == [kind |-> "keepalive"]
Malformed(reason) == [kind |-> "malformed", reason |-> reason]

\* Why octets are no message: the closed list, with the clause that each one breaks.
MalformedReasons ==
  [ EMPTY                     |-> "BASE-3.1-4",
    TOO_SHORT                 |-> "BASE-3.1-4",
    MAJOR_VERSION             |-> "BASE-3.1-3",
    LENGTH_MISMATCH           |-> "BASE-3.1-4",
    PAYLOAD_HEADER_TRUNCATED  |-> "BASE-3.1-4",
    PAYLOAD_LENGTH_BELOW_FOUR |-> "BASE-3.1-4",
    PAYLOAD_PAST_END          |-> "BASE-3.1-4",
    TRAILING_OCTETS           |-> "BASE-3.1-4",
    UNKNOWN_CRITICAL_PAYLOAD  |-> "BASE-3.2-1",
    NOTIFY_TRUNCATED          |-> "BASE-3.10-1",
    NOTIFY_SPI_PAST_END       |-> "BASE-3.10-1",
    SHORT_MARKER              |-> "BASE-3.1-2",
    ESP_TOO_SHORT             |-> "BASE-3.1-4",
    AH_TOO_SHORT              |-> "BASE-3.1-4",
    RESERVED_SPI              |-> "BASE-3.1-4",
    ENCRYPTED_TOO_SHORT       |-> "BASE-3.14-1",
    FRAGMENT_NUMBER           |-> "BASE-7383.2.5-1" ]

Sk             == [type |-> "SK"]                                \* opaque: only who has the keys sees inside
Skf(number, total) == [type |-> "SKF", number |-> number, total |-> total]   \* one fragment of such a payload (RFC 7383)
Other          == [type |-> "OTHER"]                             \* any payload that no clause here speaks of
VendorId       == [type |-> "V"]                                 \* SECURE IKE RECOVERY (SIR-5-1)
Notify(notify) == [type |-> "N", notify |-> notify]
InvalidSpi(spi) == [type |-> "N", notify |-> "INVALID_SPI", spi |-> spi]

\* The token notification. protocol and spiSize as received: QCD-4.1-1 sends 1 and 0.
TokenNotify(token, protocol, spiSize) ==
  [type |-> "N", notify |-> "QCD_TOKEN", protocol |-> protocol, spiSize |-> spiSize, token |-> token]

\* octets: "all" of the 32; or the "first16", "first15", "one-more" (33), "too-long" (129) made from them.
Token(secret, spis, address) == [secret |-> secret, spis |-> spis, address |-> address, octets |-> "all"]

(***************************************************************************)
(* Stateless cookies (SIR-3.2.4-1): a term over the version of the secret, *)
(* what is asked about (an IKE SPI pair, or a child SPI) and both ends.    *)
(* X's own one (SIR-3.2.2-12) is about no SPI, for the new IKE_SA_INIT     *)
(* names only a new one (READING-13): it covers Y's end alone.             *)
(* octets: "all", or the "first8" of the 36, or none if there is no cookie.*)
(***************************************************************************)
Nowhere == Endpoint("", 0)
Cookie(secret, spis, from, to) == [secret |-> secret, spis |-> spis, from |-> from, to |-> to, octets |-> "all"]
OwnCookie(secret, to)          == Cookie(secret, 0, Nowhere, to)
NoCookie                       == [Cookie(0, 0, Nowhere, Nowhere) EXCEPT !.octets = "none"]

\* CHECK_SPI (SIR-6-1) about an IKE SA, about a child SA (spis is 0), and with a cookie alone (READING-13).
CheckSpi(subtype, spis, cookie) ==
  [type |-> "N", notify |-> "CHECK_SPI", subtype |-> subtype, spis |-> spis, child |-> "", cookie |-> cookie]
CheckChild(subtype, child) ==
  [type |-> "N", notify |-> "CHECK_SPI", subtype |-> subtype, spis |-> 0, child |-> child, cookie |-> NoCookie]
LoneCookie(cookie)     == CheckSpi("LONE", 0, cookie)
CookieNotify(cookie)   == [type |-> "N", notify |-> "COOKIE", cookie |-> cookie]
\* SIR-6-2, flaw: "cookie-size", "subtype", "spi-size" or "short".
BrokenCheckSpi(flaw)   == [type |-> "N", notify |-> "CHECK_SPI", subtype |-> "BROKEN", flaw |-> flaw]

\* BASE-1.5-6: who lacks the keys can tell a protected message by its chain ending in SK, or in a fragment (RFC 7383).
LooksProtected(m) == Len(m.payloads) > 0 /\ m.payloads[Len(m.payloads)].type \in {"SK", "SKF"}
LaterFragment(m) ==
  Len(m.payloads) > 0 /\ m.payloads[Len(m.payloads)].type = "SKF" /\ m.payloads[Len(m.payloads)].number > 1
\* The exchanges that create an IKE SA: their messages are about none that stands.
OpensAnSa == {"IKE_SA_INIT", "IKE_SESSION_RESUME"}

IsNotify(payload, notify) == payload.type = "N" /\ payload.notify = notify
Has(message, notify) == \E i \in DOMAIN message.payloads : IsNotify(message.payloads[i], notify)
\* Wherever they stand in the chain: no message is refused for the order of its payloads (BASE-2.5-1).
Of(payloads, notify) == SelectSeq(payloads, LAMBDA p : IsNotify(p, notify))
Tokens(payloads) == Of(payloads, "QCD_TOKEN")

(***************************************************************************)
(* Sizes in octets of what stands for these messages, UDP payload or       *)
(* without UDP IP payload: an answer is not to be a multiple of what drew  *)
(* it (BASE-2.21.4-9).                                                     *)
(***************************************************************************)
TokenOctets == [all |-> 32, first16 |-> 16, first15 |-> 15]
CookieOctets(cookie) == CASE cookie.octets = "all" -> 36 [] cookie.octets = "first8" -> 8 [] OTHER -> 0
PayloadOctets(p) ==
  CASE p.type = "SK"    -> 4 + 24
    [] p.type = "SKF"   -> 4 + 28
    [] p.type = "OTHER" -> 8
    [] p.type = "V"     -> 4 + 19
    [] p.notify = "INVALID_SPI" -> 8 + 4
    [] p.notify = "QCD_TOKEN"   -> 8 + p.spiSize + TokenOctets[p.token.octets]
    [] p.notify = "COOKIE"      -> 8 + CookieOctets(p.cookie)
    [] p.notify = "CHECK_SPI"   -> CASE p.subtype = "BROKEN" -> 8
                                     [] p.subtype = "LONE"   -> 12 + CookieOctets(p.cookie)
                                     [] p.spis = 0           -> 12 + 4 + CookieOctets(p.cookie)
                                     [] OTHER                -> 12 + 16 + CookieOctets(p.cookie)
    [] OTHER -> 8
RECURSIVE ChainOctets(_)
ChainOctets(payloads) == IF payloads = <<>> THEN 0 ELSE PayloadOctets(Head(payloads)) + ChainOctets(Tail(payloads))

\* The non-ESP marker stands before IKE where ports are shared with ESP (BASE-3.1-2): not if either is 500.
Octets(from, to, m) ==
  CASE m.kind = "ike" -> (IF 500 \in {from.port, to.port} THEN 0 ELSE 4) + 28 + ChainOctets(m.payloads)
    [] m.kind = "esp" -> 40
    [] m.kind = "ah"  -> 44
    [] OTHER          -> 0

------------------------------------------------------------------------------
(* Events.                                                                 *)

Received(from, to, message) == [type |-> "Received", from |-> from, to |-> to, message |-> message]
Protected(spis, exchange, response, payloads) ==
  [type |-> "Protected", spis |-> spis, exchange |-> exchange, response |-> response, payloads |-> payloads]
ProtectedEsp(spi) == [type |-> "ProtectedEsp", spi |-> spi]
\* here, peer: its two ends. initiator: this peer began it, and sets the initiator flag in all its messages (BASE-3.1-3).
SaHalfOpen(spis, here, peer, initiator) ==
  [type |-> "SaHalfOpen", spis |-> spis, here |-> here, peer |-> peer, initiator |-> initiator]
SaEstablished(spis, identity, children, payloads) ==
  [type |-> "SaEstablished", spis |-> spis, identity |-> identity, children |-> children, payloads |-> payloads]
SaRekeyed(old, new, initiator, payloads) ==
  [type |-> "SaRekeyed", old |-> old, new |-> new, initiator |-> initiator, payloads |-> payloads]
\* A copy of an IKE SA comes from another member of the cluster; secret as that member has it.
SaImported(spis, here, peer, initiator, identity, children, secret) ==
  [type |-> "SaImported", spis |-> spis, here |-> here, peer |-> peer, initiator |-> initiator, identity |-> identity,
   children |-> children, secret |-> secret]
\* A child SA [in, out] was added to an IKE SA, or ended as it should. A rekey is the one, and then the other.
ChildSaCreated(spis, child) == [type |-> "ChildSaCreated", spis |-> spis, child |-> child]
ChildSaClosed(spis, spi)    == [type |-> "ChildSaClosed", spis |-> spis, spi |-> spi]
SaClosed(spis)              == [type |-> "SaClosed", spis |-> spis]
SaForgotten(spis)           == [type |-> "SaForgotten", spis |-> spis]
\* The ends of an IKE SA are others now. cause: "request", in which the peer told of it and which is being handled
\* (MOBIKE); "self", this end moved or asked for it; "nat", seen by a fresh message from elsewhere (BASE-2.23-2).
AddressChanged(spis, here, peer, cause) ==
  [type |-> "AddressChanged", spis |-> spis, here |-> here, peer |-> peer, cause |-> cause]
SecretRolled(secret)        == [type |-> "SecretRolled", secret |-> secret]
Rebooted(secrets)           == [type |-> "Rebooted", secrets |-> secrets]
ActiveElsewhere(spis, active) == [type |-> "ActiveElsewhere", spis |-> spis, active |-> active]
\* The IKE SA new and its children stand in for old (SIR-3.6-1), or what was to replace it did not come about.
SaReplaced(old, new)        == [type |-> "SaReplaced", old |-> old, new |-> new]
SaNotReplaced(spis)         == [type |-> "SaNotReplaced", spis |-> spis]
\* IKE_SESSION_RESUME with a ticket (RFC 5723) for a lost SA: initiator flag and message ID of the request;
\* ticket: "good", "bad" (it does not open) or "refused" (SIR-3.3.3-4).
ResumptionAsked(from, to, under, spis, initiator, id, ticket, own, cookie) ==
  [type |-> "ResumptionAsked", from |-> from, to |-> to, under |-> under, spis |-> spis, initiator |-> initiator, id |-> id,
   ticket |-> ticket, own |-> own, cookie |-> cookie]
TrafficDue(spis)            == [type |-> "TrafficDue", spis |-> spis]
Tick                        == [type |-> "Tick"]

------------------------------------------------------------------------------
(* Effects. Their order counts: what is logged, then what is sent.         *)

Send(from, to, message) == [type |-> "Send", from |-> from, to |-> to, message |-> message]
\* A request begins an exchange, with a message ID of its own, once the window has room (BASE-2.3-1); a response goes
\* into the answer to the request that is being handled.
SendProtected(spis, exchange, response, payloads) ==
  [type |-> "SendProtected", spis |-> spis, exchange |-> exchange, response |-> response, payloads |-> payloads]
\* The unanswered request of the liveness check once more, the very same octets: no new exchange (BASE-2.1-1).
Retransmit(spis) == [type |-> "Retransmit", spis |-> spis]
IkeSaDeleted(spis, children) == [type |-> "IkeSaDeleted", spis |-> spis, children |-> children]
ChildSaDeleted(spis, child) == [type |-> "ChildSaDeleted", spis |-> spis, child |-> child]
\* Start a new IKE SA from this end with the peer at that end, in place of the one that is lost; payloads for the first
\* message, a cookie before all that the daemon adds (BASE-2.6-4).
Initiate(replaces, from, to, payloads) ==
  [type |-> "Initiate", replaces |-> replaces, from |-> from, to |-> to, payloads |-> payloads]
\* Who asks from there has shown that he is there: state may be made for him (BASE-2.6-4); payloads for the answer.
Accept(from, payloads) == [type |-> "Accept", from |-> from, payloads |-> payloads]
Log(reason) == [type |-> "Log", reason |-> reason]

------------------------------------------------------------------------------
(* A step of a role: the next state, the effects, the clauses.             *)

Step(next, effects, because) == [next |-> next, effects |-> effects, because |-> Because(because)]

\* What must be ignored leaves the state as it is and names the reason; counting is the caller's.
Ignore(state, reason, because) == Step(state, <<Log(reason)>>, because)

\* What is no message to anyone.
Unreadable(m) == m.kind \in {"malformed", "keepalive"}
IgnoreUnreadable(state, m) ==
  IF m.kind = "keepalive" THEN Ignore(state, "KEEPALIVE", {"BASE-2.23-1"})
  ELSE Ignore(state, m.reason, {MalformedReasons[m.reason]})

------------------------------------------------------------------------------
(* Functions as finite maps, and sets of numbers in order.                 *)

Put(map, key, value) == [k \in DOMAIN map \cup {key} |-> IF k = key THEN value ELSE map[k]]
Remove(map, keys) == [k \in DOMAIN map \ keys |-> map[k]]
None == [k \in {} |-> {}]

Least(a, b) == IF a < b THEN a ELSE b

RECURSIVE Ordered(_)
Ordered(numbers) ==
  IF numbers = {} THEN <<>>
  ELSE LET first == CHOOSE n \in numbers : \A m \in numbers : n <= m
       IN <<first>> \o Ordered(numbers \ {first})

RECURSIVE Flatten(_)
Flatten(sequences) == IF sequences = <<>> THEN <<>> ELSE Head(sequences) \o Flatten(Tail(sequences))

First(numbers) == CHOOSE n \in numbers : \A m \in numbers : n <= m

\* One message may concern several IKE SAs: Do(state, p) for each, least first. Logs still come before what is sent.
LogsFirst(effects) ==
  SelectSeq(effects, LAMBDA x : x.type = "Log") \o SelectSeq(effects, LAMBDA x : x.type # "Log")
ForEach(state, pairs, Do(_, _)) ==
  LET RECURSIVE From(_, _, _, _)
      From(s, left, effects, because) ==
        IF left = {} THEN [next |-> s, effects |-> LogsFirst(effects), because |-> because]
        ELSE LET r == Do(s, First(left))
             IN From(r.next, left \ {First(left)}, effects \o r.effects, because \cup r.because)
  IN From(state, pairs, <<>>, {})
==============================================================================
