"""The language model's server, as the follow-up writer and the live judge reach it."""

from contextlib import suppress

import openai
from openai.types.chat import ChatCompletionMessageParam

Messages = list[ChatCompletionMessageParam]

ANSWERS_S = 2.0
"""How long a language model may take to say that it is there."""
READING_S = 60.0
"""How long it may read ahead; nobody waits for that."""


def connect(base_url: str, api_key: str) -> openai.AsyncOpenAI:
    """A client of the OpenAI-compatible server at this URL; it connects when it is first asked."""
    # Straight to the server that was set: a proxy named in the environment would read what candidates say.
    direct = openai.DefaultAsyncHttpxClient(trust_env=False)
    key = api_key or "none"  # the client insists on one
    return openai.AsyncOpenAI(base_url=base_url, api_key=key, max_retries=0, http_client=direct)


async def answers(client: openai.AsyncOpenAI) -> bool:
    """Whether a language model is there at all."""
    try:
        await client.with_options(timeout=ANSWERS_S).models.list()
    except openai.OpenAIError:
        return False
    return True


async def read_ahead(client: openai.AsyncOpenAI, model: str, messages: Messages) -> None:
    """Has the server read the beginning of a prompt; trouble shows when something is asked of it."""
    with suppress(openai.OpenAIError):
        await client.with_options(timeout=READING_S).chat.completions.create(
            model=model, messages=messages, max_tokens=1
        )


def fenced(told: str) -> str:
    """A candidate's words between marks that they cannot forge: the text loses what the marks are made of."""
    return f"<<<{told.replace('<', '').replace('>', '').strip()}>>>"
