"""Long work for the window: jobs in child processes, and tasks in threads."""
