"""Documents and files made of the plan."""
