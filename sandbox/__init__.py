"""A Discord look-alike on this machine's loopback: REST API v10, gateway v10 and a page.

An unmodified discord.py client connects to it; tests act as people in-process
(`sandbox.person`), and a person tries the bot in the browser (`sandbox.page_socket`).
It knows nothing of the bot it serves.
"""
