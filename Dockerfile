# Production image: web, worker, scheduler and the one-shot tasks are the same image.
FROM python:3.11-slim-bookworm AS packages
COPY requirements.txt .
RUN python -m venv /opt/midweek \
    && /opt/midweek/bin/pip install --no-cache-dir --disable-pip-version-check \
        --require-hashes --only-binary :all: -r requirements.txt

FROM python:3.11-slim-bookworm
ENV PATH=/opt/midweek/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1
RUN useradd --system --uid 10001 --no-create-home --home-dir /nonexistent midweek
COPY --from=packages /opt/midweek /opt/midweek
WORKDIR /app
COPY . .
# Translations and static files belong to the image; the application cannot change them.
RUN python -m config.launcher messages && python -m config.launcher static
USER midweek
EXPOSE 8000
CMD ["gunicorn", "config.wsgi", "--workers", "2", "--threads", "4", "--no-control-socket", "--bind", "0.0.0.0:8000"]
