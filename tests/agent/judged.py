"""A small interview that tells its verdicts, with a canary in everything the voice's model must never see."""

from interview.commands import JudgeAnswer
from interview.spec import Bar, Spec

SPEC = Spec.model_validate(
    {
        "name": "judged", "version": "1", "title": "A judged one", "role": "engineer", "persona": "plain",
        "report": "sections",
        "context": {"spoken": "We talk about models.", "shown": [{"heading": "Context", "body": "Models."}]},
        "conduct": {"rules": ["Ask one question at a time"], "validation": "templates"},
        "facts": [{"id": "level", "options": [{"id": "senior"}, {"id": "staff"}], "default": "senior"}],
        "verdicts": {
            "correct": "Correct.", "incomplete": "Correct but incomplete. {missing}",
            "incorrect": "Incorrect. {error} {approach}", "moving_on": "Moving on. {technique}", "level": "level",
            "bars": {"senior": {"incomplete": 0.3, "correct": 0.7}, "staff": {"incomplete": 0.5, "correct": 0.9}},
        },
        "sections": [
            {
                "id": "basics", "title": "Basics", "objective": ["Know the basics"], "judged": True, "ask": 2,
                "follow_ups": 1, "axes": [{"id": "theory", "name": "CANARY axis"}],
                "intents": [
                    {"id": "why", "name": "Why", "asks": ["Ask for the reason"],
                     "variants": ["What is the reason for that?", "Why does that hold?", "Where does that fail?"]},
                ],
                "questions": [
                    {
                        "id": "fit", "prompt": {"shown": "When does a model fit too closely?"},
                        "guides": ["CANARY where would you look first?"],
                        "error": "CANARY error.", "approach": "CANARY approach.", "technique": "CANARY technique.",
                        "indicators": [
                            {"id": "canary_gap", "axis": "theory", "point": "CANARY validation falls behind training.",
                             "wordings": ["the gap between training and validation grows"],
                             "missing": "CANARY gap?", "spoken": "canary gap"},
                            {"id": "canary_noise", "axis": "theory", "point": "CANARY noise gets learned by heart.",
                             "wordings": ["memorizes the noise of the sample"],
                             "missing": "CANARY noise?", "spoken": "canary noise"},
                            {"id": "canary_flag", "axis": "theory", "kind": "red_flag",
                             "point": "CANARY bigger is always better.",
                             "opposite": "CANARY contrary: bigger is not always better.",
                             "wordings": ["bigger models always win in practice"]},
                        ],
                    },
                    {
                        "id": "split", "prompt": {"shown": "How do you split data over time?"},
                        "error": "CANARY error.", "approach": "CANARY approach.", "technique": "CANARY technique.",
                        "indicators": [
                            {"id": "canary_past", "axis": "theory", "point": "CANARY training comes before testing.",
                             "wordings": ["train on the past and test on later weeks"], "missing": "CANARY past?"},
                        ],
                    },
                ],
            },
            {
                "id": "talk", "title": "Practice", "objective": ["Tell from practice"], "follow_ups": 1,
                "prompt": {"shown": "What did you build last?"}, "axes": [{"id": "practice", "name": "CANARY axis"}],
                "intents": [
                    {"id": "how", "name": "How", "asks": ["Ask how it was done"],
                     "variants": ["How did you go about it?", "What came first?", "Who used it?"]},
                ],
                "withheld_terms": ["CANARYTERM"],
                "indicators": [{"id": "canary_shipped", "axis": "practice", "point": "CANARY it was shipped."}],
            },
        ],
    }
)  # fmt: skip

GOOD = "The gap between training and validation grows, because it memorizes the noise of the sample."
HALF = "It memorizes the noise of the sample, and that is what happens there I think."
BAD = "I would normalize the columns first and then look at the learning rate schedule."


def asked(answer: str = GOOD, number: int = 1) -> JudgeAnswer:
    """The first question's answer, to be judged at the lower bar."""
    return JudgeAnswer(
        number=number, section="basics", question="fit", asked="When does a model fit too closely?", answer=answer,
        bar=Bar(incomplete=0.3, correct=0.7),
    )  # fmt: skip
