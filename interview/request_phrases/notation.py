"""What the tables of phrases are made of."""

from collections.abc import Mapping

from interview.persona import Request

Phrases = Mapping[Request, tuple[str, ...]]
"""For each request phrases in the notation of `interview.phrases.pattern`."""
Words = Mapping[Request, list[str]]
