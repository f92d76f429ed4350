"""How desktops and shells know the program: icons, types, the manual, completions."""

from pathlib import Path

TEMPLATES = Path(__file__).with_name("desktop")
