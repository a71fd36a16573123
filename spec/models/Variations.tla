------------------------------ MODULE Variations ------------------------------
(***************************************************************************)
(* What a world takes for granted, and the same world where one of these   *)
(* things is otherwise. A claim that falls there leans on it, and says so; *)
(* one that stands does not need it, or stands with more than its world    *)
(* has: the bounds that it was checked with are raised here one at a time. *)
(*                                                                         *)
(*   id      of the assumption                                             *)
(*   kind    environment, attacker, bound, policy, or fairness             *)
(*   words   what is assumed                                               *)
(*   other   the world in which it is not so; the same one where the       *)
(*           assumption is none of this world's                            *)
(*   off     the clauses whose breach this is                              *)
(***************************************************************************)
EXTENDS Policy, Naturals, Sequences, FiniteSets

LOCAL If(applies, there, here) == IF applies THEN there ELSE here
LOCAL Assumption(id, kind, words, other, off) == [id |-> id, kind |-> kind, words |-> words, other |-> other, off |-> off]

\* The policy that ships, with its limits small enough to be met. Whether Alice gives up is a question of its own.
LOCAL Shipped(policy) ==
  [Small EXCEPT !.generations = 3, !.sir.delay = 1, !.sir.dampening = 2, !.text = policy.text, !.maker = policy.maker,
                !.taker = policy.taker, !.method = policy.method, !.childMap = policy.childMap, !.tries = policy.tries,
                !.givesUp = policy.givesUp, !.halfOpenExists = policy.halfOpenExists, !.tokensKept = policy.tokensKept,
                !.sir.queryTo = policy.sir.queryTo, !.sir.waitChecks = policy.sir.waitChecks, !.sir.initiatesTo = policy.sir.initiatesTo,
                !.drawn = policy.drawn, !.sir.tickets = policy.sir.tickets, !.sir.collapsed = policy.sir.collapsed, !.sir.ownCookie = policy.sir.ownCookie]

LOCAL Environment(w) ==
  { Assumption("prompt", "environment", "No tick passes while a packet is in flight.", [w EXCEPT !.prompt = FALSE], {}),
    Assumption("paced", "environment", "ESP comes only when nothing is in flight.", [w EXCEPT !.paced = FALSE], {}),
    Assumption("inStep", "environment", "A tick of Alice passes only behind one of each of Bob's members.", [w EXCEPT !.inStep = FALSE], {}),
    Assumption("noDuplicates", "environment", "No packet in the clear arrives more than once.", [w EXCEPT !.duplicates = TRUE], {}),
    Assumption("rolls", "environment", "Rollovers come only before the crash, or only after it.", [w EXCEPT !.rolls = "any"], {}),
    Assumption("noPreemption", "environment", "A member that comes back does not take its address over again.",
               If(w.deployment \in {"standby", "standby-two-addresses"}, [w EXCEPT !.preempts = TRUE], w), {}),
    Assumption("oneListens", "environment", "A member that does not serve answers nothing.",
               If(w.addresses = "own", [w EXCEPT !.listens = TRUE], w), {}),
    Assumption("answersFromThere", "environment", "Who takes over answers from where Alice asked.",
               If(w.addresses = "own", [w EXCEPT !.addresses = "replies"], w), {}),
    Assumption("sticky", "environment", "The balancer sends one source to one member while that is up.",
               If(w.balancer \in {"address", "port"}, [w EXCEPT !.balancer = "any"], w), {}),
    Assumption("inSync", "environment", "The members share copies of their SAs, or a list of active SPIs.", [w EXCEPT !.sync = "none"], {}),
    Assumption("listedEarly", "environment", "An IKE SA is on the list before any of its messages can arrive.",
               If(w.sync = "list", [w EXCEPT !.listing = "late"], w), {"QCD-9.2-3"}),
    Assumption("rejoinsListed", "environment", "A member that comes back has the list before it meets a peer.",
               If(w.sync = "list", [w EXCEPT !.rejoinsListed = FALSE], w), {"QCD-9.2-3"}),
    Assumption("purges", "environment", "The SPIs of an SA that is gone leave the list.",
               If(w.sync = "list", [w EXCEPT !.purges = FALSE], w), {"QCD-9.2-3"}),
    Assumption("responds", "environment", "Bob is the responder of an IKE SA.", [w EXCEPT !.bobInitiates = TRUE], {}),
    Assumption("ownSpiCounts", "environment", "An SA of which Bob has only his own SPI exists for him.", [w EXCEPT !.ownSpiCounts = FALSE], {}),
    Assumption("bobDoesNotRekey", "environment", "It is Alice who rekeys.",
               If(w.faults.rekey + w.faults.childRekey > 0, [w EXCEPT !.bobRekeys = TRUE], w), {}),
    Assumption("greets", "environment", "Bob sends the Vendor ID.", If(w.protocol = "sir", [w EXCEPT !.greets = FALSE], w), {}) }

\* All that is no more than one message in its place. What else can be said, worlds of their own say: Vocabulary.
LOCAL EveryAttack(w) ==
  [w EXCEPT !.strangers = TRUE, !.bluffs = TRUE, !.invents = w.protocol # "sir", !.junk = w.protocol = "sir", !.asks = w.protocol = "sir"]
LOCAL Attackers(w) ==
  { Assumption("quiet", "attacker", "Nobody attacks.",
               If(w.attacker = "none", [EveryAttack(w) EXCEPT !.attacker = "off-path"], w), {}),
    Assumption("offPath", "attacker", "The attacker is not on the path.",
               If(w.attacker = "off-path", [w EXCEPT !.attacker = "on-path"], w), {}),
    Assumption("notInTheMiddle", "attacker", "The attacker cannot drop packets.",
               If(w.attacker = "on-path", [w EXCEPT !.attacker = "in-the-middle"], w), {}),
    Assumption("oneAttack", "attacker", "The attacks are those that this world is about.",
               If(w.attacker # "none" /\ ~w.speaks, EveryAttack(w), w), {}),
    Assumption("notDiverted", "attacker", "No protected message comes from the attacker's end.",
               If(w.nat # "none" /\ w.attacker \in {"on-path", "in-the-middle"}, [w EXCEPT !.diverts = TRUE], w), {}),
    Assumption("hiddenSpis", "attacker", "The attacker cannot name an IKE SPI pair that he has not seen in use.",
               If(w.attacker = "off-path", [w EXCEPT !.spis = "known"], w), {}) }

LOCAL More(w, fault) == [w EXCEPT !.faults[fault] = @ + 1]
LOCAL Bounds(w) ==
  LET n == Len(w.pairs)
      one == n = 1 /\ w.faults.rekey + w.faults.childRekey = 0
  IN {Assumption(x[1], "bound", x[2], More(w, x[1]), {}) :
        x \in { <<"crash", "Members crash at most as often as the world says.">>,
                <<"loss", "Packets are lost at most as often as the world says.">>,
                <<"lose", "SAs are lost without a crash at most as often as the world says.">>,
                <<"roll", "Secrets are rolled over at most as often as the world says.">>,
                <<"move", "Alice moves at most as often as the world says.">> }}
     \cup
     { Assumption("isolate", "bound", "Members are cut off at most as often as the world says.",
                  If(Cardinality(w.members) > 1, More(w, "isolate"), w), {}),
       Assumption("fail", "bound", "Recoveries fail at most as often as the world says.", If(w.protocol = "sir", More(w, "fail"), w), {}),
       Assumption("rollAtAlice", "bound", "Alice's secret is rolled over at most as often as the world says.",
                  If(w.protocol = "sir", More(w, "rollAtAlice"), w), {}),
       Assumption("rekey", "bound", "No IKE SA is rekeyed.", If(one, More(w, "rekey"), w), {}),
       Assumption("childRekey", "bound", "No child SA is rekeyed.", If(one, More(w, "childRekey"), w), {}),
       Assumption("sas", "bound", "There are no more IKE SAs than the world says.",
                  If(w.faults.rekey + w.faults.childRekey = 0 /\ n < 3, [w EXCEPT !.pairs = Append(@, n + 1)], w), {}),
       Assumption("members", "bound", "The gateway has no more members than the world says.",
                  If(Cardinality(w.members) > 1, [w EXCEPT !.members = @ \cup {"m3"}], w), {}) }

LOCAL Policies(w) ==
  { Assumption("givesUp", "policy", "Alice never gives up.",
               [w EXCEPT !.alice.givesUp = TRUE, !.alice.tries = 3], {}),
    Assumption("tight", "policy", "The limits are this world's, and not those that ship, made small.",
               [w EXCEPT !.alice = Shipped(@), !.bob = Shipped(@)], {}) }

LOCAL Unfair(w) ==
  {Assumption("draw", "fairness", "What is turned away again and again wins the draw again and again.",
              If(w.alice.drawn + w.bob.drawn > 0, [w EXCEPT !.unfair = @ \cup {"draw"}], w), {})}
  \cup
  {Assumption("rebind", "fairness", "Alice's role is told that she moved.",
              If(w.protocol = "sir" /\ w.faults.move > 0 /\ w.nat = "none", [w EXCEPT !.unfair = @ \cup {"rebind"}], w), {}),
   Assumption("turn", "fairness", "Alice turns to the member that serves.",
              If(w.addresses = "own", [w EXCEPT !.unfair = @ \cup {"turn"}], w), {})}
  \cup
  {Assumption(x[1], "fairness", x[2], [w EXCEPT !.unfair = @ \cup {x[1]}], {}) :
     x \in { <<"traffic", "Alice's traffic goes on.">>,
             <<"toBob", "What Alice sends again and again reaches Bob at last.">>,
             <<"toAlice", "What Bob sends again and again reaches Alice at last.">>,
             <<"tick", "Time passes at Alice.">>,
             <<"limits", "Time passes at Bob: his limits are reset again and again.">>,
             <<"back", "A member that is down comes back.">>,
             <<"takeover", "The standby takes over.">>,
             <<"purge", "What is gone leaves the list at last.">> }}

Assumptions(w) == {a \in Environment(w) \cup Attackers(w) \cup Bounds(w) \cup Policies(w) \cup Unfair(w) : a.other # w}

\* What befalls the gateway or a packet, as often as it likes: that of a world, or all that needs no names. Rollovers that come
\* only before a crash or only behind it need one that comes for certain once: there crashes are counted on.
LOCAL Endlessly(w, faults) ==
  LET endless == {f \in faults : f = "crash" => w.rolls = "any"}
  IN [w EXCEPT !.endless = endless, !.faults = [f \in DOMAIN @ |-> IF f \in endless THEN 1 ELSE @[f]]]
LOCAL Endable == {"crash", "lose", "isolate", "loss", "fail"}
LOCAL Counted(w) == {f \in Endable : w.faults[f] > 0}
LOCAL Anything(w) == Endable \ ((IF Cardinality(w.members) = 1 /\ w.sync # "list" THEN {"isolate"} ELSE {}) \cup (IF w.protocol = "sir" THEN {} ELSE {"fail"}))
Supplies(w) ==
  {a \in { Assumption("often", "bound", "What the world lets happen (crashes, isolation, loss of packets and of SAs, failed recoveries) happens at most as often as it says.",
                      Endlessly(w, Counted(w)), {}),
           Assumption("anything", "bound", "Of crashes, isolation, loss of packets and of SAs, and failed recoveries only those happen that the world says, as often as it says.",
                      Endlessly(w, Anything(w)), {}) } : a.other # w}
==============================================================================
