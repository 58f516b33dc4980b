"""One file a command group; each callback reads options, asks the plan and storage, and replies."""
