"""Time: French dates, occurrences, the outbox, one wake job, delivery."""
