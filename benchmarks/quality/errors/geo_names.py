"""Names of places where demonyms are none: sorted as any others."""

from benchmarks.quality.error_classes import ErrorClasses
from benchmarks.quality.errors.geo import count

ERRORS = ErrorClasses(count=count)
