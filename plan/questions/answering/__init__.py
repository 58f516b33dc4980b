"""One module a family of kinds: from the facts that fit to an answer as a value."""
