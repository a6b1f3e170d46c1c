"""Small questions over HTTP: does that part answer?"""

import asyncio
import urllib.error
import urllib.request

# Parts of the stack are asked directly: a proxy set for the outside world must not see these, and could not answer.
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def http_ok(url: str, timeout_s: float = 2, headers: dict[str, str] | None = None) -> bool:
    """Whether a GET answers with success."""
    try:
        with _direct.open(urllib.request.Request(url, headers=headers or {}), timeout=timeout_s) as answer:
            return 200 <= int(answer.status) < 300
    except (OSError, ValueError):
        return False


async def answers(url: str) -> bool:
    """The same, off the event loop."""
    return await asyncio.to_thread(http_ok, url)


def llm_answers(base_url: str, api_key: str) -> bool:
    """Whether an OpenAI-compatible server is there and lets us in."""
    headers = {"Authorization": f"Bearer {api_key}"} if api_key else {}
    return http_ok(f"{base_url.rstrip('/')}/models", timeout_s=5, headers=headers)
