"""Whether what a candidate's browser is sent to can hold a call: pages with a microphone, and LiveKit from there."""

from urllib.parse import urlsplit

from viva.errors import SettingsError
from viva.settings import LOOPBACK, Settings


def check(settings: Settings) -> None:
    """SettingsError for addresses with which a link would open and the call behind it fail."""
    calls = settings.livekit_public_url or settings.livekit_url
    pages, livekit = urlsplit(settings.site), urlsplit(calls)
    if pages.scheme not in ("http", "https") or not pages.hostname:
        raise SettingsError("VIVA_PUBLIC_URL is no address of a page; give one such as https://interviews.example.org")
    if livekit.scheme not in ("ws", "wss", "http", "https") or not livekit.hostname:
        raise SettingsError(
            "VIVA_LIVEKIT_PUBLIC_URL is no address of a LiveKit server; give one such as wss://calls.example.org"
        )
    if pages.hostname in LOOPBACK:
        return
    if pages.scheme != "https":
        raise SettingsError(
            f"browsers refuse the microphone to {settings.site}; put a certificate before the pages and https:// before"
            " VIVA_PUBLIC_URL"
        )
    if livekit.hostname in LOOPBACK:
        raise SettingsError(
            f"candidates elsewhere cannot reach {calls}; set VIVA_LIVEKIT_PUBLIC_URL to where they find LiveKit"
        )
    if livekit.scheme not in ("wss", "https"):
        raise SettingsError(
            f"pages on https may not open {calls}; put a certificate before LiveKit and wss:// before"
            " VIVA_LIVEKIT_PUBLIC_URL"
        )
