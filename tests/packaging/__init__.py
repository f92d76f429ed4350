"""The commands in packaging/."""
