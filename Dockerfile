# One image for every service of docker-compose.yml: `viva web`, `viva worker`, `viva scorer`, `viva llm`.
# The stages that take long come first and depend on little, so a change to the code rebuilds the last one alone.

FROM node:20-bookworm-slim AS pages
WORKDIR /build
COPY web/ui/package.json web/ui/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web/ui ./
RUN npm run build

FROM python:3.11-slim-bookworm AS packages
RUN python3 -m venv /opt/viva/venv
COPY requirements/runtime.txt /build/
RUN /opt/viva/venv/bin/python -m pip install --disable-pip-version-check --no-input --no-cache-dir \
    --require-hashes --no-deps -r /build/runtime.txt

# The models lie in the image, so that starting needs no network and every machine has the same. An image's files keep
# whole seconds only: the times are rounded before the checksums are noted down for them.
FROM python:3.11-slim-bookworm AS models
WORKDIR /build
COPY voice/catalogue.py voice/errors.py voice/weights.py voice/
RUN PYTHONPATH=/build python3 -c "from pathlib import Path; from voice.catalogue import MODELS; from voice.weights import ensure; \
[ensure(name, Path('/cache')) for name in MODELS]" \
    && find /cache -type f -exec touch -d @1700000000 {} + \
    && PYTHONPATH=/build python3 -c "from pathlib import Path; from voice.catalogue import MODELS; from voice.weights import verify; \
[verify(name, Path('/cache')) for name in MODELS]" \
    && rm -rf /cache/downloads

# Scoring reads the language model in its own process, as int8.
FROM packages AS int8
WORKDIR /build
COPY voice/catalogue.py voice/errors.py voice/gguf_weights.py voice/int8.py voice/weights.py voice/
COPY --from=models /cache/models/qwen-coder-1.5b /cache/models/qwen-coder-1.5b
RUN PYTHONPATH=/build /opt/viva/venv/bin/python -c "from pathlib import Path; from voice.int8 import ensure_int8; \
ensure_int8('qwen-coder-1.5b', Path('/cache'))"

FROM python:3.11-slim-bookworm
# The language model computes with libgomp; bubblewrap, prlimit (util-linux) and Node.js are what the scorer runs submitted
# code with; Pango and a font draw the reports' PDFs; nginx is the door to LiveKit.
RUN apt-get update && apt-get install -y --no-install-recommends bubblewrap fonts-dejavu-core libgomp1 \
        libharfbuzz-subset0 libnginx-mod-stream libpango-1.0-0 libpangoft2-1.0-0 nginx nodejs util-linux \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --user-group --no-create-home --home-dir /tmp --shell /usr/sbin/nologin viva \
    && install -d -o viva -g viva -m 700 /data /var/cache/viva/speech
COPY --from=packages /opt/viva/venv /opt/viva/venv
COPY --from=models /cache/models /var/cache/viva/models
COPY --from=int8 /cache/models/qwen-coder-1.5b-int8 /var/cache/viva/models/qwen-coder-1.5b-int8
WORKDIR /opt/viva/app
COPY . .
COPY --from=pages /build/dist web/ui/dist
RUN /opt/viva/venv/bin/python -m pip install --disable-pip-version-check --no-input --no-cache-dir \
    --no-index --no-deps --no-build-isolation -e . \
    && /opt/viva/venv/bin/python -m compileall -q interview voice records agent scoring web viva
# A copy that lost the files' times would go unseen: the scorer would ask the server, which takes longer.
RUN /opt/viva/venv/bin/python -c "import sys; from pathlib import Path; from voice.int8 import int8_present; \
int8_present('qwen-coder-1.5b', Path('/var/cache/viva')) or sys.exit('the int8 model is not as it was made')"
ENV PATH=/opt/viva/venv/bin:$PATH HOME=/tmp PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    VIVA_DATA_DIR=/data VIVA_CACHE_DIR=/var/cache/viva
USER viva
ENTRYPOINT ["viva"]
CMD ["--help"]
