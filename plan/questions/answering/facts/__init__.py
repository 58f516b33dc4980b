"""Of facts: figures, dates, people, names, the directory, remarks; anything that fits."""
