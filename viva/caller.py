"""A synthetic candidate: joins over HTTP like a browser, hears the interviewer, and speaks with a voice of its own."""

import time
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

import httpx2

from viva.talker import Talker


@dataclass(kw_only=True)
class Caller(Talker):
    """One candidate in one call. Use as an async context: it joins, gives consent, and hangs up at the end."""

    site: str
    """The web server's address, like http://127.0.0.1:8080."""
    code: str
    """The invite's code."""
    interview_id: str = ""

    async def __aenter__(self) -> Self:
        self._http = httpx2.AsyncClient(base_url=self.site, headers={"Origin": self.site}, timeout=30)
        joined = (await self._http.post(f"/api/join/{self.code}")).raise_for_status().json()
        self.interview_id = joined["interview_id"]
        self._joining = time.monotonic()
        await self.post("consent", {"recording": True})
        await self.join(joined["livekit_url"], joined["token"])
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.hang_up()
        await self._http.aclose()

    async def post(self, route: str, body: dict[str, Any] | None = None) -> None:
        """One of the candidate's routes; raises httpx2.HTTPStatusError when it is refused."""
        (await self._http.post(f"/api/interviews/{self.interview_id}/{route}", json=body or {})).raise_for_status()

    async def state(self) -> dict[str, Any]:
        """What the page would show."""
        reply = await self._http.get(f"/api/interviews/{self.interview_id}/state")
        state: dict[str, Any] = reply.raise_for_status().json()
        return state
