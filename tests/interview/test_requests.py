"""Requests to the interviewer are told apart from answers that use the same words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview.persona import Request
from interview.requests import recognise

ASKED: dict[Request, tuple[str, ...]] = {
    "repeat": (
        "uh could you say that again please",
        "sorry what was the question",
        "Could you repeat that?",
        "Sorry?",
        "can you repeat the question please",
        "pardon",
        "come again",
        "i didn't catch that",
        "what was that",
        "one more time please",
        "could you please repeat the question i got distracted",
        "hmm sorry i got distracted there for a second could you repeat the question",
        "what did you say",
        "you cut out there",
        "I missed that. Could you say it again?",
        "can you hear me",
        "i would count clicks and likes sorry could you repeat the question",
    ),
    "rephrase": (
        "can you rephrase the question",
        "what do you mean by long term value",
        "I don't understand the question",
        "i'm not sure what you mean",
        "can you explain the question",
        "could you put that differently",
        "sorry could you clarify what you mean by success",
        "can you clarify",
        "that's not clear to me",
    ),
    "hint": (
        "give me a hint",
        "can you give me a hint",
        "could i get a hint please",
        "i'm stuck can you help me",
        "I don't know, could you give me a hint?",
        "what would you say",
        "where should i start",
        "any hints",
        "can you give me an example",
        "what are you looking for",
        "just tell me the answer please",
        "can you give me a hint about which metric to use",
        "what is the right answer",
    ),
    "validation": (
        "is that right",
        "does that make sense",
        "was that correct",
        "am i on the right track",
        "did i answer your question",
        "is that what you were looking for",
        "is this a good answer",
        "what do you think",
        "can you tell me if that is correct",
    ),
    "score": (
        "how am i doing",
        "how did i do",
        "what's my score",
        "did i pass",
        "How am I doing so far?",
        "will i get the job",
        "can you give me some feedback",
    ),
    "hold": (
        "give me a minute",
        "let me think",
        "Hold on.",
        "one second please",
        "can i have a moment to think",
        "uh let me think about that for a second",
        "that's a tough one let me think",
        "i need a minute",
        "just a moment",
        "i'm still thinking",
    ),
    "skip": (
        "skip",
        "can we skip this one",
        "next question please",
        "let's move on",
        "i'd like to skip this question",
        "I don't know. Next question, please.",
        "can we move on to the next question",
        "i'll pass on this one",
        "i don't want to answer that",
    ),
    "finish": (
        "i want to end the interview",
        "can we stop here",
        "let's stop the interview",
        "please end the interview",
        "i have to go",
        "i'd like to stop now",
        "i don't want to continue",
        "let's finish the interview here",
    ),
}

ANSWERED = (
    "the model could repeat items",
    "we repeat that every day",
    "we could say that again users are different",
    "what was clicked and what was skipped",
    "the question is what value means",
    "it depends what do you mean by value is the first thing i would ask the product team",
    "i would rephrase the query before retrieval",
    "give users a hint about why they see a post",
    "the app could give me a hint about how popular a post is before i rank it",
    "what is the right answer depends on the product",
    "is that right for the user is what i would ask",
    "i would use clicks and likes does that make sense",
    "how did the model do on the test set",
    "so the score is computed per item",
    "how the model is doing so far is shown on a dashboard",
    "we hold out a test set",
    "hold on to the previous model so that we can roll back",
    "wait for the labels before training",
    "i need a minute of watch time to count as a view",
    "one second latency would be too slow",
    "let me think about the metrics first so i'd start with retention",
    "let me see so the first thing is the goal",
    "i would give the user a moment to react",
    "i'd take some time to look at the data",
    "skip connections",
    "users skip items they do not like",
    "i'd skip feature engineering at first",
    "i would skip it",
    "pass the features to the model",
    "then we move on to the ranking stage",
    "let's move on to the ranker which scores each candidate",
    "the next question is how we measure it",
    "I'd finish by monitoring",
    "we stop the rollout when the metric drops",
    "i'd stop here",
    "i'd like to stop the training early",
    "i want to end up with a ranking",
    "i have to leave some users out as a control group",
    "i need to go deeper into the data",
    "end the experiment early",
    "i'm done",
    "that's it",
    "i don't know",
    "i'm not sure",
    "clicks",
    "no",
    "yes",
    "thank you",
    "hello",
    "",
)


@pytest.mark.parametrize(("request_", "text"), [(request, text) for request, texts in ASKED.items() for text in texts])
def test_a_request_is_recognized(request_: Request, text: str) -> None:
    assert recognise(text) == request_


@pytest.mark.parametrize("text", ANSWERED)
def test_an_answer_is_not_taken_for_a_request(text: str) -> None:
    assert recognise(text) is None


@pytest.mark.parametrize("text", [texts[0] for texts in ASKED.values()])
def test_fillers_and_punctuation_change_nothing(text: str) -> None:
    assert recognise(f"Um, okay, {text.capitalize()}, please?") == recognise(text)


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(text: str) -> None:
    assert recognise(text) in {None, *ASKED}


def test_a_very_long_answer_is_read_in_one_pass() -> None:
    assert recognise("i would rank the posts by what people do with them " * 400) is None
