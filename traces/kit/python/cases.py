"""The functions that vectors are about: for each type of group one that takes a case, and gives its outputs or refuses."""

import json

from baseline import Baseline
from maker import Maker
from notes import check_spi, check_spi_payload, child_spi, has_vendor_id, is_reflected, token_flaw
from replay import ROLES, judged
from secret import cookie_of_x, cookie_of_y, is_good, same, token
from taker import Taker
from values import NOBODY
from wire import CHECK_SPI, COOKIE, INVALID_SPI, N, QCD_TOKEN, Malformed, chain, decoded, encoded_chain, end, notification

# a policy whose limits no single case meets
POLICY = {
    "text": "rfc6290", "maker": False, "answerIkeAuth": True, "halfOpenExists": True, "answers": 1, "answersToOne": 0,
    "amplification": 0, "reports": 0, "childMap": False, "taker": True, "tokensHandled": 4, "tokensKept": 1, "strictProtocolId": False,
    "tokenNeedsCheck": False, "verifications": 0, "sources": 0, "checks": 1, "ignoreHintsWhenFresh": False,
}
FROM, TO = "192.0.2.1:500", "192.0.2.2:500"


class Refused(Exception):
    """Why there are no outputs: a reason, and what else a case has of it."""

    def __init__(self, reason, **more):
        super().__init__(reason)
        self.said = {"reason": reason, **more}


def refuse_if(wrong, reason):
    if wrong:
        raise Refused(reason)


# one function for each type of group: inputs in, outputs back, or Refused

def token_check(group, case):
    secrets = case["secrets"]
    refuse_if(len(secrets) > 4, "GENERATIONS")  # QCD-5.1-2
    refuse_if(any(len(s["octets"]) != 64 for s in secrets), "SECRET_LENGTH")  # QCD-5.1-1
    taker = case["address"] if group["method"] == "5.2" else None
    made = [token(s["octets"], (case["spiI"], case["spiR"]), taker) for s in secrets]
    alike = [same(one, other) for one, other in zip(made, case["tokens"])]
    refuse_if(len(made) != len(case["tokens"]) or not all(alike), "TOKENS")
    return {}


def one_notification(case, kind):
    payloads = chain(N, bytes.fromhex(case["payload"]))
    refuse_if(payloads[0]["notify"] != kind, "NOTIFY_TYPE")
    return payloads[0]


def qcd_token_decode(group, case):
    what = one_notification(case, QCD_TOKEN)
    refuse_if(token_flaw(what), token_flaw(what))
    return {"token": what["data"]}


def qcd_token_encode(group, case):
    what = notification(QCD_TOKEN, case["token"], 1)
    refuse_if(token_flaw(what), token_flaw(what))
    return payload(what)


def payload(what):
    return {"payload": encoded_chain([what]).hex()}


def invalid_spi_decode(group, case):
    what = one_notification(case, INVALID_SPI)
    refuse_if(not child_spi(what), "SPI_LENGTH")
    return {"spi": what["data"]}


def invalid_spi_encode(group, case):
    return payload(notification(INVALID_SPI, case["spi"]))


def invalid_spi_report(group, case):
    event = {"from": group["from"], "to": group["to"], "protocol": group["protocol"].upper(), "datagram": case["datagram"]}
    return {"reply": {k: v for k, v in sent(event).items() if k != "effect"}}


def invalid_ike_spi_reply(group, case):
    return {"reply": sent({"from": FROM, "to": TO, "protocol": "UDP", "datagram": case["message"]})["datagram"]}


def sent(event):
    """What who knows no SA, and has no tokens, sends."""
    state = {"sas": [], "answered": 0, "answeredTo": NOBODY, "reported": [], "secrets": [], "elsewhere": [], "childMap": []}
    return outcome(Maker, POLICY, state, event)[-1]


def outcome(role, policy, state, event):
    _, effects, _ = role(policy, state).step({"event": "Received", **event})
    refuse_if(not effects, "nothing comes of it")
    refuse_if(effects[0]["effect"] == "Log", effects[0].get("reason"))
    return effects


def kept(group, children, digests):
    sa = {"spiI": group["spiI"], "spiR": group["spiR"], "phase": "established", "here": TO, "peer": FROM, "initiator": True,
          "identity": "bob", "children": children, "tokenDigests": digests, "secret": 0}
    return {"sas": [sa], "checks": [], "hinted": 0, "heard": [], "verified": NOBODY}


def invalid_ike_spi_hint(group, case):
    event = {"from": FROM, "to": TO, "protocol": "UDP", "datagram": case["message"]}
    outcome(Baseline, POLICY, kept(group, [], []), event)
    return {}


def verification_verify(group, case):
    policy = {**POLICY, "tokensHandled": group["tokensHandled"], "strictProtocolId": group["strictProtocolId"]}
    event = {"from": FROM, "to": TO, "protocol": "UDP", "datagram": case["message"]}
    effects = outcome(Taker, policy, kept(group, group["children"], case["stored"]), event)
    refuse_if(effects[0]["effect"] != "IkeSaDeleted", "NO_TOKEN")
    return {}


def check_spi_decode(group, case):
    said = check_spi(one_notification(case, CHECK_SPI))
    refuse_if("flaw" in said, said.get("flaw"))
    return {"checkSpi": said}


def check_spi_encode(group, case):
    said = case["checkSpi"]
    what = check_spi_payload(said["subtype"], said.get("spi", said.get("spiI", "") + said.get("spiR", "")), said["cookie"])
    refuse_if(what is None, "COOKIE_SIZE")
    return payload(what)


def cookie_query(group, case):
    here, there, spis = end(case["from"]), end(case["to"]), (case["spiI"], case["spiR"])
    refuse_if(not is_good(case["secrets"], case["cookie"], lambda s: cookie_of_y(s, spis, here, there)), "COOKIE")
    return {}


def cookie_own(group, case):
    refuse_if(not is_good(case["secrets"], case["cookie"], lambda s: cookie_of_x(s, end(case["to"]))), "COOKIE")
    return {}


def cookie_decode(group, case):
    what = one_notification(case, COOKIE)
    refuse_if(not is_reflected(what["data"]), "LENGTH")
    return {"cookie": what["data"]}


def vendor_id_decode(group, case):
    refuse_if(not has_vendor_id(chain(case["first"], bytes.fromhex(case["chain"]))), "NOT_THERE")
    return {}


def datagram_decode(group, case):
    try:
        what = decoded(group["protocol"].upper(), group["from"], group["to"], case["datagram"])
    except Malformed as flaw:
        raise Refused(flaw.reason, **({"payload": flaw.payload} if flaw.payload else {})) from None
    return {"decoded": {**what, "payloads": [explained(p) for p in what["payloads"]]} if "payloads" in what else what}


def explained(what):
    said = check_spi(what) if what.get("notify") == CHECK_SPI else None
    return {**what, "checkSpi": said} if said else what


def answer_step(group, case):
    """The lines that say how the step differs. `next` is absent where the event changes nothing."""
    expected = case.get("next", case["state"]), case["effects"], set(case["because"])
    before = json.dumps(case["state"])
    flaws = list(judged(ROLES[group["role"]], group["policy"], case["state"], case["event"], expected))
    return flaws + ["the state that was handed in was changed"] * (json.dumps(case["state"]) != before)
