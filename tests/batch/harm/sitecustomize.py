"""Reports that do harm to whoever reads them: a process with this on its path suffers from it.

Python runs it at its start, in the workers, too. A text that holds "cyanide" kills its reader as
the kernel does, one with "lullaby" puts it to sleep, one with "banana peel" makes it fall, and one
with "feast" takes all memory there is. A file with "cyanide" in its name kills whoever looks into
it.
"""

import os
import signal
import time

from dateline.batch import planning
from dateline.pipeline import Reader

_look = planning.look
_code = Reader._read_batch  # noqa: SLF001


def _read_batch(self, batch):
    for report in batch:
        if "cyanide" in report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "lullaby" in report.text:
            time.sleep(600)
        if "feast" in report.text:
            held = [bytearray(2**24) for _ in range(2**14)]
            held.clear()
        if "banana peel" in report.text:
            message = f"slipped at {id(report):#x}"
            raise RuntimeError(message)
    return _code(self, batch)


def look(job):
    if "cyanide" in job.path:
        os.kill(os.getpid(), signal.SIGKILL)
    return _look(job)


planning.look = look
Reader._read_batch = _read_batch  # noqa: SLF001
