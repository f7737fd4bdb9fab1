"""Reports that do harm to whoever reads them: a process with this on its path suffers from it.

Python runs it at its start, in the workers, too. A text that holds "cyanide" kills its reader as
the kernel does, one with "lullaby" puts it to sleep, and one with "banana peel" makes it fall.
"""

import os
import signal
import time

from dateline.pipeline import Reader

_code = Reader._read_batch  # noqa: SLF001


def _read_batch(self, batch):
    for report in batch:
        if "cyanide" in report.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "lullaby" in report.text:
            time.sleep(600)
        if "banana peel" in report.text:
            message = f"slipped at {id(report):#x}"
            raise RuntimeError(message)
    return _code(self, batch)


Reader._read_batch = _read_batch  # noqa: SLF001
