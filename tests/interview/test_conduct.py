"""Conduct lets good lines through and names the rule that a bad one breaks."""

import pytest

from interview.conduct import RULES, Breach, Policy, check, policy_for, repeats
from interview.events import LineKind
from interview.loading import parse_spec
from interview.spec import Bar, Spec, SummaryPart, Verdicts
from tests.interview.material import ROOT, mle_v1, read, voice


def policy(section: str | None = "1") -> Policy:
    return policy_for(mle_v1(), voice(), section)


def rules(text: str, kind: LineKind = "follow_up", section: str | None = "1", said: str = "") -> set[str]:
    return {breach.rule for breach in check(text, policy(section), kind, said)}


GOOD: list[tuple[LineKind, str, str, str]] = [
    ("prompt", "1", "Restate the problem in your own words. What is the system trying to achieve?", ""),
    ("prompt", "2", "What type of modeling approach would you start with, and why?", ""),
    ("prompt", "4", "If you had more time or resources, what would you improve next?", ""),
    (
        "prompt",
        "coding",
        "Now write a function that computes discounted cumulative gain. The details are on the page.",
        "",
    ),
    (
        "follow_up",
        "1",
        "What would the number of clicks fail to tell you about long-term value?",
        "I would count clicks",
    ),
    ("follow_up", "1", "Why is click-through rate a good measure here?", "we look at the click through rate"),
    ("follow_up", "1", "What could CTR fail to capture?", "I would use the click-through rate"),
    ("follow_up", "1", "You mentioned dwell time. When might it mislead you?", "dwell time is what I would track"),
    ("follow_up", "1", "When you say users come back, what do you mean exactly?", "users come back"),
    ("follow_up", "1", "What exactly counts as coming back?", "users come back"),
    ("follow_up", "1", "How would you know that that's the right measure of success?", ""),
    ("follow_up", "1", "How would you know if it is good for people in the long run?", ""),
    ("follow_up", "1", "How do you decide which posts are interesting to a user?", "posts that are interesting"),
    ("follow_up", "1", "Which of those goals would you give up first, and why?", ""),
    ("follow_up", "1", "What are you assuming about the people who write the posts?", ""),
    ("follow_up", "1", "Who else is affected when the ranking changes?", ""),
    ("follow_up", "1", "How would N D C G relate to what users value?", "offline n d c g and then an experiment"),
    ("follow_up", "1", "Why does nDCG fit a feed where most people never scroll?", "I'd take nDCG"),
    ("follow_up", "2", "What alternatives did you consider before settling on trees?", "boosted trees"),
    ("follow_up", "2", "What other options have you considered for this problem?", ""),
    ("follow_up", "2", "Why do boosted trees fit this problem?", "I'd go for boosted trees"),
    ("follow_up", "2", "When would you not use gradient boosting here?", "gradient boosted trees would be my start"),
    ("follow_up", "2", "How does the latency requirement affect the two-tower model?", "a two tower model"),
    ("follow_up", "2", "Which features from the watch history would matter most, and how?", "the watch history"),
    ("follow_up", "2", "What would make you choose a simpler model?", "a big model"),
    ("follow_up", "2", "How would you decide when and how to retrain it?", "retrain it"),
    ("follow_up", "2", "What value do users derive from the features you named?", ""),
    ("follow_up", "2", "What made you rule the other option out, or would you still compare them?", ""),
    ("follow_up", "3", "How would you implement the nightly job so that it can fail safely?", "a nightly job"),
    ("follow_up", "3", "What could go wrong with the nightly job?", "a nightly job"),
    ("follow_up", "3", "How would you notice drift before users do?", "there will be drift"),
    ("follow_up", "3", "How would you handle issues like the ones you just described?", ""),
    ("follow_up", "3", "How would you handle problems like latency spikes at that point?", "we may see latency spikes"),
    (
        "follow_up",
        "3",
        "Right now everything is loaded at once; what happens at ten times the traffic?",
        "load everything at once",
    ),
    ("follow_up", "3", "How would you explain a bad release to the team?", ""),
    ("follow_up", "3", "How would you run the A/B test so that nobody is harmed?", "then an a b test"),
    ("follow_up", "4", "Why would better labels matter more than anything else?", "I would get better labels"),
    ("follow_up", "4", "Which assumption of yours are you least sure about?", ""),
    ("acknowledgement", "1", "Okay, thanks.", ""),
    ("acknowledgement", "1", "All right.", ""),
    ("acknowledgement", "1", "Thank you for walking me through that.", ""),
    ("acknowledgement", "1", "Got it.", ""),
    ("reply", "1", "I can't give hints here.", ""),
    ("reply", "1", "Of course, take your time.", ""),
    ("reply", "1", "No problem, we can move on.", ""),
    ("reply", "1", "You can answer it in whatever way you like.", ""),
    ("nudge", "1", "Would you like me to repeat the question?", ""),
    ("warning", "coding", "There are about 2 minutes left for the code.", ""),
    ("greeting", "", "Hi Zoë-Мария, I'm Sam. We'll talk through one problem together.", ""),
    ("closing", "", "That was my last question. Thank you for your time.", ""),
]

BAD: list[tuple[str, LineKind, str, str]] = [
    ("one_question", "follow_up", "1", "What does it capture? What does it miss?"),
    ("one_question", "follow_up", "1", "What would you measure, and how would you know it works?"),
    ("one_question", "follow_up", "3", "What could go wrong and how would you notice it?"),
    ("one_question", "follow_up", "1", "Tell me more about your goal. Why does it matter?"),
    ("one_question", "follow_up", "1", "Tell me more about that."),
    ("one_question", "prompt", "1", "Restate the problem."),
    ("one_question", "nudge", "1", "Are you there? Should I repeat it?"),
    ("question_last", "follow_up", "1", "Why that measure? Take your time."),
    ("max_words", "follow_up", "1", " ".join(["why"] * 31) + "?"),
    ("speakable", "follow_up", "1", "Why would you sum(rel_i) here?"),
    ("speakable", "follow_up", "1", "Why **that** measure?"),
    ("speakable", "follow_up", "1", "Why that measure\nand not another?"),
    ("speakable", "follow_up", "1", "- Why that measure?"),
    ("speakable", "follow_up", "1", "1. Why that measure?"),
    ("speakable", "follow_up", "1", "What does https://example.com say about that?"),
    ("speakable", "follow_up", "1", "Why is y = 2 enough?"),
    ("speakable", "follow_up", "1", "Why does log base two appear there?"),
    ("speakable", "follow_up", "1", "Why call getUserFeed there?"),
    ("speakable", "follow_up", "1", "Why that measure 🙂?"),
    ("speakable", "follow_up", "1", "为什么 that measure?"),
    ("speakable", "follow_up", "1", "  "),
    ("no_derivation", "follow_up", "2", "Can you derive the gradient for that loss?"),
    ("no_derivation", "follow_up", "2", "What is the formula behind it?"),
    ("no_derivation", "follow_up", "2", "Could you prove that the loss converges?"),
    ("no_derivation", "follow_up", "2", "How would you express that mathematically?"),
    ("no_derivation", "follow_up", "3", "Can you write the code for that pipeline?"),
    ("no_derivation", "follow_up", "3", "How would you implement this function in detail?"),
    ("no_derivation", "follow_up", "3", "What would that look like in pseudocode?"),
    ("no_derivation", "follow_up", "2", "Walk me through the math behind boosting?"),
    ("no_derivation", "follow_up", "2", "Can you write down how it picks a split?"),
    ("no_derivation", "follow_up", "2", "Can you prove that it shrinks them?"),
    ("no_derivation", "follow_up", "3", "Could you dictate the query behind the logs?"),
    ("no_hint", "follow_up", "2", "Isn't training on clicks risky?"),
    ("no_hint", "follow_up", "2", "Won't it hold yesterday's model?"),
    ("no_hint", "follow_up", "2", "Do you see why that might mislead you?"),
    ("no_hint", "follow_up", "2", "How would you tune it, given that deep ones memorize noise?"),
    ("no_hint", "follow_up", "2", "How would you deal with the fact that people click by accident?"),
    ("no_hint", "follow_up", "2", "How would you allow for visits being seasonal?"),
    ("no_hint", "follow_up", "2", "How would you handle accidental visits?"),
    ("one_question", "follow_up", "1", "How big is it; how often is it read?"),
    ("no_hint", "reply", "1", "Here's a hint: look at who comes back."),
    ("no_hint", "reply", "1", "Think about what users do the next day."),
    ("no_hint", "follow_up", "1", "That only measures the moment, doesn't it?"),
    ("no_hint", "follow_up", "1", "Wouldn't that reward sensational posts?"),
    ("no_hint", "follow_up", "2", "You forgot the time of day, why?"),
    ("no_hint", "follow_up", "3", "How would you handle failures like a broken pipeline?"),
    ("no_hint", "follow_up", "1", "Is the right answer here to count the people who return?"),
    ("no_suggestion", "reply", "1", "You might want to look at the long run."),
    ("no_suggestion", "follow_up", "1", "Have you considered the people who never click?"),
    ("no_suggestion", "follow_up", "2", "What if you added the time of day?"),
    ("no_suggestion", "follow_up", "2", "How about using something simpler?"),
    ("no_suggestion", "follow_up", "2", "Why not use something simpler?"),
    ("no_suggestion", "reply", "2", "I would start with something simple."),
    ("no_suggestion", "reply", "4", "One option is to talk to users."),
    ("no_teaching", "reply", "1", "Let me explain what I mean by that."),
    ("no_teaching", "follow_up", "1", "Clicks are a noisy proxy. What else is there?"),
    ("no_teaching", "reply", "1", "That is because people click by accident."),
    ("no_teaching", "follow_up", "3", "In practice, teams retrain daily. What would you do?"),
    ("no_summary", "follow_up", "1", "So you're saying that clicks matter most. Why?"),
    ("no_summary", "follow_up", "1", "In other words, clicks are the goal; why is that?"),
    ("no_summary", "follow_up", "1", "If I understand correctly, clicks are the goal; why?"),
    ("no_summary", "follow_up", "1", "It sounds like clicks are all that matters, why?"),
    ("no_summary", "follow_up", "1", "You rank posts for every person by what they did last week in the app. Why?"),
    ("no_summary", "follow_up", "1", "You said that people should come back often and see the posts they enjoy, why?"),
    ("no_validation", "follow_up", "1", "Great framing! Why that goal?"),
    ("no_validation", "follow_up", "1", "That's a good point. Why that goal?"),
    ("no_validation", "acknowledgement", "1", "Interesting."),
    ("no_validation", "acknowledgement", "1", "Okay, good."),
    ("no_validation", "acknowledgement", "1", "Exactly."),
    ("no_validation", "acknowledgement", "1", "That makes sense."),
    ("no_validation", "reply", "1", "Yes, that is right."),
    ("no_validation", "reply", "1", "No, not quite."),
    ("no_validation", "reply", "1", "You are absolutely right, go on."),
    ("no_validation", "reply", "1", "I like that idea."),
    ("no_validation", "acknowledgement", "1", "Thank you for that thoughtful answer."),
    ("no_validation", "acknowledgement", "1", "You're on the right track."),
    ("no_validation", "follow_up", "2", "Your choice is reasonable. Why that one?"),
    ("forbidden", "follow_up", "1", "What, for example, would change?"),
    ("forbidden", "closing", "1", "That was a GREAT conversation, goodbye."),
    ("withheld_terms", "follow_up", "1", "Why not measure retention?"),
    ("withheld_terms", "follow_up", "1", "How would click-through rates behave there?"),
    ("withheld_terms", "follow_up", "2", "How does that compare with logistic regression?"),
    ("withheld_terms", "follow_up", "3", "How would you run a canary there?"),
    ("withheld_terms", "follow_up", "4", "Would cold-start handling matter more?"),
    ("no_rubric", "follow_up", "3", "Would you log impressions and join them into training examples?"),
    ("no_rubric", "follow_up", "1", "Do small creators need distribution so the supply of content never dries up?"),
]


@pytest.mark.parametrize(("kind", "section", "text", "said"), GOOD)
def test_a_good_line_may_be_spoken(kind: LineKind, section: str, text: str, said: str) -> None:
    assert check(text, policy(section or None), kind, said) == []


@pytest.mark.parametrize(("rule", "kind", "section", "text"), BAD)
def test_a_bad_line_breaks_the_rule_it_should(rule: str, kind: LineKind, section: str, text: str) -> None:
    assert rule in rules(text, kind, section)


def test_every_rule_has_a_line_that_breaks_it() -> None:
    assert {rule for rule, *_ in BAD} == set(RULES)


def test_a_breach_says_which_words_break_the_rule() -> None:
    found = check("Why not measure retention?", policy(), "follow_up")
    assert Breach(rule="withheld_terms", detail="'retention', which the candidate has not said") in found


def test_what_the_candidate_named_may_be_named_back_by_any_of_its_names() -> None:
    question = "What would CTR miss?"
    assert "withheld_terms" in rules(question)
    for said in ("the click-through rate", "click through rates", "the C T R", "CTR"):
        assert rules(question, said=said) == set()


def test_the_candidate_naming_one_thing_frees_no_other() -> None:
    assert "withheld_terms" in rules("What would retention miss?", said="I would look at clicks and dwell time")


def test_words_of_the_rubric_are_free_once_the_candidate_used_them() -> None:
    question = "Why would you log impressions and join them into training examples?"
    assert "no_rubric" in rules(question, section="3")
    said = "we log impressions and join them with clicks into training examples"
    assert "no_rubric" not in rules(question, section="3", said=said)


def test_the_opening_and_closing_have_a_policy_without_a_section() -> None:
    assert policy(None).withheld == ()
    assert policy(None).rubric == ()


def test_an_unknown_section_is_an_error() -> None:
    with pytest.raises(KeyError):
        policy("7")


def conducted(**changes: object) -> Spec:
    return mle_v1().model_copy(update={"conduct": mle_v1().conduct.model_copy(update=changes)})


def broken(text: str, policy: Policy, kind: LineKind = "acknowledgement") -> set[str]:
    return {breach.rule for breach in check(text, policy, kind)}


FRIENDLY = voice().model_copy(update={"rapport": ("That's a pragmatic approach",)})


def test_a_warm_interview_lets_the_persona_s_rapport_through_and_nothing_else() -> None:
    warm = policy_for(conducted(validation="warm"), FRIENDLY, "1")
    assert broken("That's a pragmatic approach.", warm) == set()
    assert broken("That's a pragmatic approach", warm) == set()
    for other in ("That's a very pragmatic approach.", "That's a pragmatic approach, well done.", "That's correct."):
        assert "no_validation" in broken(other, warm)


def test_a_warm_line_before_a_model_s_question_is_refused() -> None:
    warm = policy_for(conducted(validation="warm"), FRIENDLY, "1")
    assert "no_validation" in broken("That's a pragmatic approach. Why that goal?", warm, "follow_up")


def test_a_warm_persona_stays_neutral_where_the_interview_forbids_validation() -> None:
    assert "no_validation" in broken("That's a pragmatic approach.", policy_for(mle_v1(), FRIENDLY, "1"))


VERDICTS = Verdicts(
    correct="Correct.",
    incomplete="Correct but incomplete. {missing} Continue.",
    incorrect="Incorrect. {error} Correct approach: {approach} Next question.",
    moving_on="Moving on. Solution requires {technique}. Next question.",
    level="level",
    bars={"any": Bar(incomplete=0.5, correct=0.8)},
)


def judging(**words: str) -> Policy:
    """The policy of an interview that tells its verdicts; its first question has these authored words."""
    first, *others = conducted(validation="templates").sections
    point = first.indicators[0].model_copy(update={"missing": "You haven't addressed the order."})
    question = first.questions[0].model_copy(update={"indicators": (point,), **words})
    sections = (first.model_copy(update={"questions": (question,)}), *others)
    update = {"sections": sections, "verdicts": VERDICTS}
    return policy_for(conducted(validation="templates").model_copy(update=update), voice(), "1")


def test_verdicts_are_spoken_word_for_word_or_not_at_all() -> None:
    policy = judging(error="Clicks are not value.", approach="define value first.", technique="a definition of value")
    for line in (
        "Correct.",
        "Incorrect. Clicks are not value. Correct approach: define value first. Next question.",
        "Moving on. Solution requires a definition of value. Next question.",
    ):
        assert broken(line, policy) == set()
    for line in ("Correct!! Well done.", "Incorrect. Clicks are not value.", "Correct. Why that goal?"):
        assert "no_validation" in broken(line, policy)


def test_an_incomplete_answer_s_verdict_may_ask_to_go_on_without_a_question() -> None:
    verdict = "Correct but incomplete. You haven't addressed the order. Continue."
    assert broken(verdict, judging(), "follow_up") == set()
    assert "one_question" in broken("Continue.", judging(), "follow_up")


@pytest.mark.parametrize(
    ("error", "rule"),
    [
        ("You should have asked.", "forbidden"),
        ("NDCG is missing.", "withheld_terms"),
        ("Why? What for?", "one_question"),
        ("y = 2.", "speakable"),
        (" ".join(["No"] * 31) + ".", "max_words"),
    ],
)
def test_a_verdict_is_no_way_round_the_other_rules(error: str, rule: str) -> None:
    line = f"Incorrect. {error} Correct approach: none. Next question."
    assert rule in broken(line, judging(error=error, approach="none."))


def test_verdicts_are_unknown_where_the_interview_tells_none() -> None:
    assert "no_validation" in broken("Correct.", policy())


def summing(summary: str) -> Policy:
    point = mle_v1().sections[0].indicators[0].model_copy(update={"spoken": "the order of items"})
    section = mle_v1().sections[0].model_copy(update={"indicators": (point,)})
    part = SummaryPart(title="Key", axes=(point.axis,), said="To sum up, you spoke about {points}.", otherwise="")
    spec = conducted(summary=summary).model_copy(update={"sections": (section,), "summary": (part,)})
    return policy_for(spec, voice(), None)


def test_the_authored_summary_is_spoken_where_the_interview_has_one() -> None:
    line = "To sum up, you spoke about the order of items."
    assert broken(line, summing("closing"), "closing") == set()
    assert "no_summary" in broken(line, summing("never"), "closing")
    assert "no_summary" in broken("To sum up, you spoke about many things.", summing("closing"), "closing")


def test_typographic_quotes_hide_nothing() -> None:
    assert "no_validation" in rules("That’s a good point.", "acknowledgement")


def test_code_may_be_asked_for_in_the_coding_section_only() -> None:
    line = "Please write a function on the page."
    assert rules(line, "prompt", "coding") == set()
    assert "no_derivation" in rules(line, "reply", "3")


ASKED_BEFORE = (
    "Restate the problem in your own words. What is the system trying to achieve?",
    "What would clicks miss?",
)


@pytest.mark.parametrize(
    "question",
    [
        "What is the system trying to achieve?",
        "What is the system trying to achieve in your own words?",
        "What is the system trying to achieve in a way that is clear and unambiguous?",
        "What might clicks miss?",
    ],
)
def test_a_question_asked_again_in_other_words_is_a_repetition(question: str) -> None:
    assert repeats(question, ASKED_BEFORE)


@pytest.mark.parametrize(
    "question",
    ["What would likes miss?", "What do you mean by a good time in the app?", "Which users does the system serve?"],
)
def test_a_new_question_is_no_repetition(question: str) -> None:
    assert not repeats(question, ASKED_BEFORE)


def test_no_variant_repeats_its_section_s_prompt_or_another_variant() -> None:
    for section in mle_v1().sections:
        asked = [section.prompt.aloud]
        for variant in (variant for intent in section.intents for variant in intent.variants):
            assert not repeats(variant, asked), variant
            asked.append(variant)


def test_a_prompt_may_be_said_again_whatever_it_states() -> None:
    spec = parse_spec(read(ROOT / "specs" / "ml-experience.yaml"), "ml-experience.yaml")
    prompt = spec.section("PROD_ML_Q1").prompt.aloud
    assert check(prompt, policy_for(spec, voice(), "PROD_ML_Q1"), "reply") == []


@pytest.mark.parametrize(
    "line",
    [
        "Since visits are rare at night, how would you rank then?",
        "How would you rank, given that visits are rare at night?",
        "How would you deal with the fact that visits are rare at night?",
        "Do you know why visits are rare at night?",
        "How would you handle rare visits at night?",
    ],
)
def test_what_the_candidate_said_may_be_taken_for_granted_and_nothing_else(line: str) -> None:
    policy = policy_for(mle_v1(), voice(), "2")
    assert check(line, policy, "follow_up", "Visits are rare at night.") == []
    assert check(line, policy, "follow_up", "I would start with something simple.")
