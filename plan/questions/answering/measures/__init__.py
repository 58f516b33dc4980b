"""Of measures: their states, which of them fit, their MOs, what was recorded, the committee."""
