"""A second reader: a language model that the user has, whose every word is checked."""

from dateline.consult.endpoint import Endpoint
from dateline.consult.reader import ModelReader

__all__ = ["Endpoint", "ModelReader"]
