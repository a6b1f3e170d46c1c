"""What the worker needs to know, handed down by the front door."""

from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict

CONFIG_VARIABLE = "VIVA_AGENT_CONFIG"
"""Carries the config to the processes of the worker: LiveKit starts them with nothing but the environment."""


class AgentConfig(BaseModel):
    """Frozen and JSON-serializable: it crosses process borders."""

    model_config = ConfigDict(frozen=True, use_attribute_docstrings=True)

    livekit_url: str
    livekit_api_key: str
    livekit_api_secret: str
    database_url: str
    segments_dir: Path
    """Where the recorder writes, one folder an interview."""
    cache_dir: Path
    """Where authored speech is cached."""
    whisper_dir: Path
    """A Whisper model for CTranslate2."""
    voice_dir: Path
    """A Piper voice."""
    turn_dir: Path
    """A Smart Turn model."""
    speech_threads: int = 2
    """Processor threads of one recognition."""
    llm_base_url: str = ""
    """Empty: no language model, follow-ups are authored ones."""
    llm_model: str = ""
    llm_api_key: str = ""
    follow_up_prompt: str
    """The follow-up prompt file's content as JSON (`agent.follow_up_prompt.Prompt`)."""
    judge_prompt: str
    """The live judge's prompt file's content as JSON (`agent.judge.Prompt`)."""
    health_port: int = 8091
    """The worker's own health page."""
    health_host: str = "127.0.0.1"
    drain_s: int = 0
    """Seconds that running calls may go on once the worker is told to stop; then they are cut off, and a worker that
    starts afterwards takes them up again."""

    @classmethod
    def from_environment(cls, environ: dict[str, str]) -> Self:
        """The config a parent process left; KeyError when there is none."""
        return cls.model_validate_json(environ[CONFIG_VARIABLE])
