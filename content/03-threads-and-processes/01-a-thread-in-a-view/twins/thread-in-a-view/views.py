"""Four ways to send a receipt from a view. The second is the one that everybody writes first."""

import logging
import threading
from concurrent.futures import ThreadPoolExecutor

from django.http import HttpResponse

from mail import send_receipt

log = logging.getLogger("shop")


def in_the_view(request, order_id):
    send_receipt(order_id)
    return HttpResponse("sent")


def in_a_thread(request, order_id):
    threading.Thread(target=send_receipt, args=[order_id]).start()
    return HttpResponse("accepted", status=202)


AT_WORK, WAITING = 3, 5
pool = ThreadPoolExecutor(AT_WORK)  # its own queue has no bound


def in_a_pool(request, order_id):
    pool.submit(send_receipt, order_id)
    return HttpResponse("accepted", status=202)


places = threading.BoundedSemaphore(AT_WORK + WAITING)


def in_a_bounded_pool(request, order_id):
    if not places.acquire(blocking=False):
        return HttpResponse("too many receipts at the moment", status=503)
    pool.submit(send_and_log, order_id)
    return HttpResponse("accepted", status=202)


def send_and_log(order_id):
    try:
        send_receipt(order_id)
    except Exception:
        log.exception("receipt %s was not sent", order_id)
    finally:
        places.release()
