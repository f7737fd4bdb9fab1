"""A folder is a registry: each module in it defines one constant of one class."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType
from typing import Generic, TypeVar

from dateline.errors import UnknownNameError

T = TypeVar("T")


class Folder(Generic[T]):
    """The modules of a package by file name; a module is imported when it is asked for."""

    def __init__(self, package: ModuleType, constant: str, kind: type[T]) -> None:
        """Look in ``package`` for modules whose ``constant`` is a ``kind``."""
        self._package = package
        self._constant = constant
        self._kind = kind

    def names(self) -> tuple[str, ...]:
        """List the names without importing anything; a file's underscores are hyphens."""
        found = pkgutil.iter_modules(self._package.__path__)
        return tuple(sorted(m.name.replace("_", "-") for m in found if not m.name.startswith("_")))

    def __getitem__(self, name: str) -> T:
        """Import one module and return its constant."""
        if name not in self.names():
            known = ", ".join(self.names())
            message = f"Unknown name {name!r}; known are: {known}"
            raise UnknownNameError(message, name=name, known=self.names())
        module = import_module(f"{self._package.__name__}.{name.replace('-', '_')}")
        value = getattr(module, self._constant)
        if not isinstance(value, self._kind):
            message = f"{module.__name__}.{self._constant} is not a {self._kind.__name__}"
            raise TypeError(message)
        return value

    def items(self) -> Iterator[tuple[str, T]]:
        """Yield every name with its value, in the order of the names."""
        for name in self.names():
            yield name, self[name]
