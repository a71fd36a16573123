-------------------------------- MODULE Canary --------------------------------
(***************************************************************************)
(* tlaplus issue 971: checked with several workers, TLC can miss the       *)
(* violation of this temporal property. Once x has been true and then      *)
(* false, it may become true again; the property denies that.              *)
(***************************************************************************)
VARIABLE x

Init == x = FALSE
Next == x' \in BOOLEAN
Spec == Init /\ [][Next]_x

AtMostOnce == [](x => [](~x => []~x))
================================================================================
