"""The process that those of the calls, and that of recognizer and voice, are forked from."""

import multiprocessing
import os
from multiprocessing import forkserver

from agent.config import CONFIG_VARIABLE, AgentConfig

CALL = "agent.call"
"""The module that holds a call."""
PRELOADED = (CALL, "livekit.agents.ipc._preload", "livekit.agents.ipc._preload_freeze")
"""What it imports once for all of them: what a call needs, then livekit-agents' own two, in its order."""


def begin(config: AgentConfig) -> None:
    """Starts it, so that it imports side by side with the worker: one after the other takes three seconds longer.

    Its processes get the config, and all of their environment, from here. Where there is no fork, LiveKit does without.
    """
    os.environ[CONFIG_VARIABLE] = config.model_dump_json()
    # Recognizer threads that wait shall sleep, not spin: the cores are shared with the voice and the language model.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    if "forkserver" in multiprocessing.get_all_start_methods():
        multiprocessing.set_forkserver_preload(list(PRELOADED))
        forkserver.ensure_running()
