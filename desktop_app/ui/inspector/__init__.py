"""The right column: query, distances, code lens and details."""
