"""The domain: a government action plan and its rules. Pure: no I/O, no clock, no Discord."""
