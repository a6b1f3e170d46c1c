"""All settings: environment variables beginning `VIVA_`, read once, frozen and handed down."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from viva.errors import SettingsError

TREE = Path(__file__).resolve().parent.parent
"""The folder that holds the rooms, the specs and the prompts."""

LOOPBACK = {"127.0.0.1", "localhost", "::1"}


class Settings(BaseSettings):
    """Everything an operator may set. The docstring under each field is the comment in `.env.example`."""

    model_config = SettingsConfigDict(
        env_prefix="VIVA_",
        env_file=".env",
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        frozen=True,
        extra="ignore",
        use_attribute_docstrings=True,
    )

    data_dir: Path = Path("data")
    """Where everything is kept: database, recordings, generated keys, logs."""
    cache_dir: Path = Path("~/.cache/viva")
    """Model weights and the built LiveKit server; may be deleted at any time."""
    specs_dir: Path = TREE / "specs"
    """The folder of interviews, one YAML file each."""
    prompts_dir: Path = TREE / "prompts"
    """The folder of prompts and, in `personas/`, of personas."""

    web_host: str = "127.0.0.1"
    """The address the pages listen on."""
    web_port: int = Field(default=8080, ge=1, le=65535)
    """The port of the pages and the HTTP API."""
    public_url: str = ""
    """How browsers reach the pages, https outside this machine; empty: http://127.0.0.1 and the web port."""

    database_url: str = ""
    """A SQLAlchemy URL; empty: SQLite in the data folder."""
    record_store: str = ""
    """Where recordings go, a folder or s3://bucket/prefix; empty: `recordings` in the data folder."""

    livekit_url: str = "ws://127.0.0.1:7880"
    """How the web server and the worker reach LiveKit. Without a key, `viva up` starts a LiveKit server here itself."""
    livekit_public_url: str = ""
    """How browsers reach LiveKit; empty: the same address."""
    livekit_api_key: str = ""
    """The key of a LiveKit server of your own; empty: generated."""
    livekit_api_secret: str = Field(default="", repr=False)
    """Its secret, at least 32 characters; empty: generated."""
    livekit_udp_port: int = Field(default=7882, ge=1, le=65535)
    """The UDP port for sound, for the LiveKit server that `viva up` starts."""
    livekit_tcp_port: int = Field(default=7881, ge=1, le=65535)
    """The TCP port for sound, for the LiveKit server that `viva up` starts: what a browser on this machine uses."""

    llm_base_url: str = ""
    """An OpenAI-compatible server, ending in /v1; empty: the embedded model; `none`: no language model."""
    llm_model: str = "qwen2.5-coder-1.5b-instruct"
    """The model's name on that server."""
    llm_api_key: str = Field(default="", repr=False)
    """The key for that server, where it wants one."""
    llm_host: str = "127.0.0.1"
    """The address the embedded language model listens on."""
    llm_port: int = Field(default=8090, ge=1, le=65535)
    """Its port."""
    llm_threads: int = Field(default=2, ge=1)
    """Processor threads of the embedded language model, in its server and in the scorer, and of the embedding model."""
    llm_weights: str = "qwen-coder-1.5b"
    """What the embedded language model loads: the name of a model that set-up brings, or a GGUF file of your own. The
    first is made int8 as well, for the scorer to read it by itself; of the second the scorer asks the server."""

    meaning_model: str = "minilm-l6"
    """What the scorer compares meanings with: the name of a model that set-up brings, a folder with model.onnx and
    tokenizer.json, or `none` to compare words alone."""
    calibration: Path = TREE / "scoring" / "calibrations" / "shipped.json"
    """The constants of the grades; `viva calibrate --fit` writes such a file."""

    whisper_model: str = "whisper-base"
    """The recognizer: the name of a model that set-up brings, or a folder with a Whisper model for CTranslate2."""
    whisper_offline_model: str = ""
    """What scoring listens with again to words that were not clear, named as the recognizer is; a larger one hears
    more. Empty: the recognizer's own model, without hurry."""
    voice_model: str = "piper-joe"
    """The interviewer's voice: the name of a model that set-up brings, or a folder with a Piper voice."""
    turn_model: str = "smart-turn"
    """What hears by its sound that an answer is over: the name of a model that set-up brings, or a folder with a Smart
    Turn v3 model.onnx."""
    speech_threads: int = Field(default=2, ge=1)
    """Processor threads of the recognizer."""

    worker_port: int = Field(default=8091, ge=1, le=65535)
    """The port of the worker's own health page."""
    worker_host: str = "127.0.0.1"
    """The address the worker's health page listens on, and where `viva doctor` asks for it."""
    worker_drain_s: int = Field(default=0, ge=0)
    """Seconds that running calls may go on once the worker is told to stop; then another worker has to take them up."""

    session_secret: str = Field(default="", repr=False)
    """Signs the review login's cookie, at least 32 characters; empty: generated."""
    review_password: str = Field(default="", repr=False)
    """Opens the review page; empty: generated."""

    def environment(self) -> dict[str, str]:
        """The same settings as environment variables, for the processes of one stack."""
        return {f"VIVA_{name.upper()}": str(value) for name, value in self}

    @property
    def data(self) -> Path:
        """The data folder as an absolute path."""
        return self.data_dir.expanduser().absolute()

    @property
    def cache(self) -> Path:
        """The cache folder as an absolute path."""
        return self.cache_dir.expanduser().absolute()

    @property
    def segments(self) -> Path:
        """Where calls are recorded while they run."""
        return self.data / "segments"

    @property
    def ui(self) -> Path:
        """The built pages."""
        return TREE / "web" / "ui" / "dist"

    @property
    def logs(self) -> Path:
        """Where the parts of the stack write their logs."""
        return self.data / "logs"

    @property
    def database(self) -> str:
        """The database's URL."""
        return self.database_url or f"sqlite:///{self.data / 'viva.db'}"

    @property
    def recordings(self) -> str:
        """A folder or an object store's URL."""
        return self.record_store or str(self.data / "recordings")

    @property
    def site(self) -> str:
        """The address of the pages as a browser sees it, without a slash at the end."""
        return (self.public_url or f"http://127.0.0.1:{self.web_port}").rstrip("/")

    @property
    def livekit_port(self) -> int:
        """The port in the LiveKit URL."""
        parts = urlsplit(self.livekit_url)
        return parts.port or (443 if parts.scheme in ("wss", "https") else 80)

    @property
    def starts_livekit(self) -> bool:
        """Whether `viva up` starts a LiveKit server itself: nobody gave a key to another one."""
        return not self.livekit_api_key

    @property
    def livekit_is_local(self) -> bool:
        """Whether the LiveKit URL names this machine."""
        return urlsplit(self.livekit_url).hostname in LOOPBACK

    @property
    def llm_is_embedded(self) -> bool:
        """Whether the language model is the one this project starts itself."""
        return not self.llm_base_url

    @property
    def llm_url(self) -> str | None:
        """The OpenAI-compatible base URL; None: there is no language model by choice."""
        if self.llm_base_url.lower() == "none":
            return None
        return self.llm_base_url or f"http://127.0.0.1:{self.llm_port}/v1"


def load_settings() -> Settings:
    """The settings of this process; SettingsError names the first variable that cannot be read."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"])
        raise SettingsError(f"VIVA_{name.upper()} cannot be used: {first['msg']}; see .env.example") from None
