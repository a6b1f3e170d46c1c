"""Words as the evidence finder compares them: without endings, without those that carry no meaning."""

import re

_WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")
_STOP_WORDS = """
    a about above after all also am an and answer any are as at be because been before being between both but by can
    can't candidate cannot could did didn't do does doesn't doing don't done down during each else even few for from
    further get gets getting go goes going gonna got had has have having he her here hers him his how however i i'd
    i'll i'm i've if in into is isn't it it's its itself just kind know let like maybe me mean more most much my no
    nor not now of off ok okay on once one only onto or other our out over own really right same say says she should
    so some something sort such than that that's the their them then there there's these they they're thing things
    think this those through to too uh um under until up us very want wants was we we'd we'll we're we've well were
    what what's when where which while who whom why will with without won't would wouldn't yeah yes you you're your
"""
_ENDINGS = """
    izations ization isation ations ation ements ement ingly edly iveness fulness ments ment ness
    ings ions ing ion ies ied ers ed er es ly al s e y
"""
_STOP = frozenset(_STOP_WORDS.split())
_SUFFIXES = tuple(_ENDINGS.split())


def stem(word: str) -> str:
    """A word without its common endings; crude, but the same for words that differ in ending alone."""
    word = word.replace("’", "'").removesuffix("'s")
    for ending in _SUFFIXES:
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            word = word.removesuffix(ending)
            break
    return word.removesuffix("e") if len(word) > 4 else word


def terms(text: str) -> list[str]:
    """The stems of the words that carry meaning."""
    return [stem(word) for word in _WORD.findall(text.lower().replace("-", " ")) if word not in _STOP]
