"""Two models measured side by side on a library."""
