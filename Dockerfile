# One image for web, worker, sweep and the migration step; docker-compose.yml says which is which.
FROM python:3.11-slim-bookworm AS packages
RUN python -m venv /venv
COPY requirements/base.txt /requirements.txt
RUN /venv/bin/pip install --no-cache-dir --require-hashes -r /requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
RUN useradd --system --uid 10001 --no-create-home factcheck
COPY --from=packages /venv /venv
WORKDIR /srv/factcheck
COPY manage.py ./
COPY factcheck factcheck
COPY sources sources
COPY claims claims
COPY templates templates
# Static files are the same for every site, so they lie in the image; nothing else is written under var/.
RUN python -m compileall -q . && python manage.py collectstatic --noinput -v 0
USER factcheck
EXPOSE 8000
