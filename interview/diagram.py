"""The engine's table as a diagram: which rule answers which event in which stage."""

from collections.abc import Iterator, Mapping

from interview.engine import EVERYWHERE, TABLE, Rule

_ANYWHERE = "anywhere"


def mermaid() -> str:
    """The table as a Mermaid flowchart: stages round, rules square, events on the arrows between them.

    What holds in every stage is drawn once, from `anywhere`; a stage's own arrows stand before it.
    """
    lines = ["flowchart LR", f"    {_ANYWHERE}([anywhere])"]
    lines += [f"    {stage}([{stage}])" for stage in TABLE]
    lines += _arrows(_ANYWHERE, {event: rule for event, rule in EVERYWHERE.items() if _name(rule) != "nothing"})
    for stage, rules in TABLE.items():
        lines += _arrows(stage, {event: rule for event, rule in rules.items() if rule is not EVERYWHERE.get(event)})
    return "\n".join(lines) + "\n"


def _arrows(stage: str, rules: Mapping[str, Rule]) -> Iterator[str]:
    events: dict[str, list[str]] = {}
    for event, rule in rules.items():
        events.setdefault(_name(rule), []).append(event)
    for rule_name, names in events.items():
        label = "everything" if set(names) >= set(EVERYWHERE) else ", ".join(names)
        yield f'    {stage} -- "{label}" --> {stage}_{rule_name}["{rule_name.replace("_", " ")}"]'


def _name(rule: Rule) -> str:
    return rule.__name__.strip("_")
