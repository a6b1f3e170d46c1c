"""The first thing Compose runs: refuses missing, sample and short secrets before a database is made with them."""

import os
import sys

from viva import secrets
from viva.errors import SettingsError
from viva.settings import load_settings


def main() -> None:
    """Ends with exit code 1 and one sentence when the settings cannot stay as they are."""
    try:
        secrets.complete(load_settings())
        secrets.refuse_weak("postgres_password", os.environ["VIVA_POSTGRES_PASSWORD"])
    except SettingsError as error:
        sys.exit(f"viva: {error}; `python3 deploy/make_env.py` writes a whole .env")
    print("settings: every key and password is set")


if __name__ == "__main__":
    main()
