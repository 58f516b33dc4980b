"""What the bot costs beside a bare discord.py bot. It prints figures; nothing here passes or fails.

`python -m bench` runs everything; `python -m bench --help` lists the parts.
"""
