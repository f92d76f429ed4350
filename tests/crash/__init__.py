"""Work that is killed at random moments: nothing is lost, and nothing left over."""
