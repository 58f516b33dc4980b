"""SQLite through sqlite-utils: one store a noun, rows to domain and back."""
