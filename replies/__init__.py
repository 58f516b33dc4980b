"""What a person reads: the only room that words anything in French."""
