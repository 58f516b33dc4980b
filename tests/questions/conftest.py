"""The house that the tests of a module share."""

from tests.commands.conftest import module_house, standing

__all__ = ["module_house", "standing"]
