"""A typed sentence → what it asks and names (`Asked`); no fact is looked up here."""
