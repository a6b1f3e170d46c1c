"""What becomes of a call whose process died: LiveKit would list its interviewer for twenty more seconds."""

import asyncio

from livekit import api
from livekit.agents import AgentServer
from livekit.agents.ipc.job_executor import JobExecutor, JobStatus

from agent.config import AgentConfig
from agent.log import logger


class Crashes:
    """Takes dead interviewers out of their rooms at once, so that another can be called while the candidate waits."""

    def __init__(self, config: AgentConfig) -> None:
        self._config = config
        self._tasks: set[asyncio.Task[None]] = set()

    def watch(self, worker: AgentServer) -> None:
        """Looks at every job process of a running worker that ends."""
        # The pool is the only one to know at once; the worker offers no event of its own for it.
        worker._proc_pool.on("process_closed", self._closed)

    def _closed(self, process: JobExecutor) -> None:
        job = process.running_job
        if job is None or process.status is not JobStatus.FAILED:
            return
        logger.warning("a call's process died; another interviewer is needed")
        task = asyncio.create_task(self._remove(job.job.room.name, job.accept_arguments.identity))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _remove(self, room: str, identity: str) -> None:
        config = self._config
        url = config.livekit_url.replace("ws", "http", 1)
        try:
            key, secret = config.livekit_api_key, config.livekit_api_secret
            # No failover: it would ask the server for other regions and go to hosts nobody configured.
            async with api.LiveKitAPI(url, key, secret, failover=False) as livekit:
                await livekit.room.remove_participant(api.RoomParticipantIdentity(room=room, identity=identity))
        except (api.TwirpError, OSError) as error:
            # Then LiveKit notices by itself, after about twenty seconds.
            logger.warning("a dead interviewer could not be taken out of its room: %s", type(error).__name__)
