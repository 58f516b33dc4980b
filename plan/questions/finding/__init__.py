"""The facts of a plan as records with words, and finding those that a question speaks of."""
