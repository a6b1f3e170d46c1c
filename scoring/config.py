"""What the scoring job needs to know."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from scoring.calibrating.calibration import SHIPPED


class ScoringConfig(BaseModel):
    """Handed down once at the start."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    database_url: str
    """Where the journal, the queue and the reports are."""
    data_dir: Path
    """Holds `segments/`, `readings/` and, unless `record_store` says otherwise, `recordings/`."""
    record_store: str = ""
    """A URL of an object store for recordings; empty: `recordings/` in the data folder."""
    prompts_dir: Path
    """The folder `prompts/`; the judge's are in `scoring/` below it."""
    whisper_model: str = ""
    """What unclear passages are heard again with, as VIVA_WHISPER_MODEL names it; empty: they are not."""
    cache_dir: Path = Path()
    """Where models that set-up brings are."""
    speech_threads: int = 2
    llm_dir: Path | None = None
    """The folder of the language model that is read in this process; None: a server is asked."""
    llm_threads: int = 2
    """Processor threads for that, and for the embedding model."""
    llm_base_url: str = ""
    """An OpenAI-compatible server; empty, and no folder: none, and the axes stay unscored."""
    llm_model: str = ""
    """How reports name the model of `llm_dir`, or its name on the server; empty: the first model the server names."""
    llm_api_key: str = Field(default="unused", repr=False)
    llm_timeout_s: float = Field(default=120, gt=0)
    """For one question to the server; the first of an answer reads it whole."""
    meaning_dir: Path | None = None
    """The folder of the embedding model; None: overlap is told by words alone."""
    calibration: Path = SHIPPED
    """The file with the constants of the grade."""
