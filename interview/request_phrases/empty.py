"""The words that tell nothing by themselves beside a cue."""

from typing import Final

EMPTY: Final = frozenset(
    (
        "a about again all allowed alright also am an and any anything are as ask asking at be because been "
        "before being better bit but by can could did do does doing done even exactly few fine first for from "
        "give giving good great had has have having hear here hey hi how if in into is it its just kind know "
        "let like little lot may me mean might mind mine moment more much must my need no now of oh okay on "
        "one only or out over possible pretty problem question questions quick quickly quite right sam say "
        "saying second see shall short should show so some something sorry sort still sure tell telling than "
        "thank thanks that the then there these thing things think thinking this those to too up us want wanted "
        "was way well were what where which while who whom whose why will with wondering would yes yet you your "
        "yours yourself"
    ).split()
)
"""No \"I\" and no \"we\": with them many of the cues would be told, not asked."""
