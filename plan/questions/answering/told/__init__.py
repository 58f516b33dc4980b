"""What an answer can tell, as values: each kind with the facts that its wording needs."""
