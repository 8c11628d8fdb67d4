"""What gunicorn runs when a worker process is up: it notes which one, to be killed."""

from pathlib import Path


def post_worker_init(worker):
    Path("worker.pid").write_text(str(worker.pid))
