"""Of things set side by side: two amounts, two dates, two figures, what has the most."""
