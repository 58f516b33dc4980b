"""What is posted before a deadline, to the channel and to each MO, and what is said after it."""
