"""Who is compared."""

from typing import Literal, get_args

Pipeline = Literal["Viva", "livekit-agents, stock"]
BOTH: tuple[Pipeline, Pipeline] = get_args(Pipeline)
VIVA, STOCK = BOTH
