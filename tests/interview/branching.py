"""An interview with a level, verdicts, guiding questions, a way out for the weak, and the candidate's own questions."""

from interview.spec import Spec

FORKED = Spec.model_validate(
    {
        "name": "forked", "version": "1", "title": "A forked one", "role": "engineer", "persona": "plain",
        "report": "sections", "minutes": 30, "warn_minutes": 5,
        "context": {"spoken": "We talk about your work as {role}.", "shown": [{"heading": "Context", "body": "Work."}]},
        "conduct": {"rules": ["Ask one question at a time"], "validation": "templates", "summary": "closing"},
        "facts": [
            {"id": "level", "source": "heard", "section": "who", "default": "senior",
             "options": [{"id": "senior", "heard": ["senior"]}, {"id": "staff", "heard": ["staff", "senior staff"]}]},
            {"id": "standing", "source": "judged", "default": "solid",
             "options": [{"id": "weak"}, {"id": "solid", "from_share": 0.5}, {"id": "strong", "from_share": 0.9}]},
        ],
        "verdicts": {
            "correct": "Correct.", "incomplete": "Correct but incomplete. {missing} Continue.",
            "incorrect": "Incorrect. {error} Correct approach: {approach} Next question.",
            "moving_on": "Moving on. Solution requires {technique}. Next question.",
            "level": "level", "bars": {"senior": {"incomplete": 0.5, "correct": 0.75},
                                       "staff": {"incomplete": 0.6, "correct": 0.9}},
        },
        "summary": [
            {"title": "Decisions", "axes": ["depth"], "said": "You spoke of {points}.", "otherwise": "We saw little."},
            {"title": "Open", "axes": ["depth"], "names": "missing", "said": "Left to explore: {points}."},
        ],
        "sections": [
            {"id": "who", "title": "Who", "objective": ["Know the level"], "follow_ups": 0,
             "prompt": {"shown": "What is your level?"}},
            {
                "id": "basics", "title": "Basics", "objective": ["Know the basics"], "judged": True, "ask": 2,
                "follow_ups": 0, "minutes": 10, "warn_minutes": 3, "axes": [{"id": "depth", "name": "Depth"}],
                "questions": [
                    {"id": "fit", "prompt": {"shown": "Why does a model fail on new data?"},
                     "guides": ["What would you look at first?"],
                     "error": "More data alone does not show the cause.", "approach": "compare both errors.",
                     "technique": "a look at both errors",
                     "indicators": [
                         {"id": "gap", "axis": "depth", "point": "There is a gap between both errors.",
                          "wordings": ["training error far below test error"], "spoken": "the gap between errors",
                          "missing": "You haven't addressed the gap."},
                         {"id": "penalty", "axis": "depth", "point": "A penalty on weights shrinks the gap.",
                          "wordings": ["penalize large weights"], "spoken": "a penalty on weights",
                          "missing": "You haven't addressed penalties."},
                         {"id": "more_data", "axis": "depth", "kind": "red_flag", "point": "More data always helps.",
                          "error": "More data leaves a penalty out.", "approach": "find the cause first."},
                         {"id": "unnamed", "axis": "depth", "kind": "red_flag", "point": "Bigger models always help."},
                     ]},
                    {"id": "seniors", "when": {"level": ["senior"]}, "prompt": {"shown": "What is a seed?"}},
                    {"id": "staffs", "when": {"level": ["staff"]}, "prompt": {"shown": "What is a canary?"}},
                ],
            },
            {"id": "deep", "title": "Deep", "objective": ["Go deep"], "when": {"standing": ["solid", "strong"]},
             "follow_ups": 0, "prompt": {"shown": "How would you run it for years?"}},
            {"id": "end", "title": "Questions", "objective": ["Let them ask"], "takes_questions": True,
             "follow_ups": 0, "prompt": {"shown": "Technical complete. Questions for me?"}},
        ],
    }
)  # fmt: skip
