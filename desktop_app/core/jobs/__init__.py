"""Long work in child processes: requests, events, and the values that they carry."""
