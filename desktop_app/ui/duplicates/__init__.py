"""The desk: photos that are copies of each other, side by side, and what becomes of each."""
